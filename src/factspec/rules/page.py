"""An article as a page to read: its blocks, the state of each sentence, and what accounts for it.

Reports that show the whole article are made from a page. It is plain values, so a process can send it to another one.
Offsets count characters of `Page.text`.
"""

from enum import StrEnum
from typing import NamedTuple

from factspec.language.places import Span


class State(StrEnum):
    """The state of a sentence, the most urgent first."""

    WRONG = "wrong"
    UNCOVERED = "uncovered"
    PARTLY = "partly covered"
    WAIVED = "waived"
    CHECKED = "checked"
    UNREAD = "not read"


FORBIDDEN = "forbidden"
"""The key of a wording that must not occur, which is listed among the claims."""


class PageBlock(NamedTuple):
    """A block, its kind as `articles.draft.Kind` has it, and the number of its table row; 0 outside tables."""

    kind: str
    start: int
    end: int
    row: int


class PageSentence(NamedTuple):
    """A sentence, the index of its block, its state, and the ranges that nothing accounts for.

    The others are indexes in the tuples of the page: its claims and quotations, and those of the report: its waivers
    and findings, without those that are only counted (`finding.counted_alone`).
    """

    start: int
    end: int
    block: int
    state: State
    left: tuple[Span, ...] = ()
    claims: tuple[int, ...] = ()
    quotations: tuple[int, ...] = ()
    waivers: tuple[int, ...] = ()
    findings: tuple[int, ...] = ()


class PageMarker(NamedTuple):
    """A citation: its offset, the index of its sentence, its labels, and the declared source of each, empty if none.

    `malformed` is the marker as written if something is wrong with it, otherwise empty.
    """

    at: int
    sentence: int
    labels: tuple[str, ...]
    sources: tuple[str, ...]
    malformed: str = ""


class InSource(NamedTuple):
    """Words that were looked for in stored sources, and the result: found, absent or unchecked."""

    words: str
    sources: tuple[str, ...]
    outcome: str


class PageClaim(NamedTuple):
    """A claim with its verdict, where it is, and what its checker wrote.

    `key` is that of its words in the spec, `wording` these words, `facts` say of each listed fact whether it was found.
    `cites` is what it must cite, empty if that is not judged; `cited` is what it cites. `by` and `on` say who approved
    it and when; both are empty if nobody has. `sentences` are the indexes of those that it is in, in order.
    """

    id: str
    line: int
    key: str
    wording: str
    verdict: str
    sentences: tuple[int, ...] = ()
    facts: tuple[tuple[str, bool], ...] = ()
    speaker: str = ""
    cites: str = ""
    cited: tuple[str, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    recheck: str = ""
    by: str = ""
    on: str = ""
    evidence: tuple[InSource, ...] = ()
    values: tuple[InSource, ...] = ()


class PageSource(NamedTuple):
    """A source that the spec declares, `by` an author or a publisher; `stored` says whether its text could be read."""

    id: str
    title: str
    by: str
    issued: str
    url: str
    stored: bool


class Page(NamedTuple):
    """An article as it was read and judged.

    `changed` are the ranges of words that differ from what was approved, in order. Of the findings of the report,
    `apart` has the indexes of those that are about no sentence and not only counted.
    """

    text: str
    blocks: tuple[PageBlock, ...]
    sentences: tuple[PageSentence, ...]
    markers: tuple[PageMarker, ...]
    claims: tuple[PageClaim, ...]
    quotations: tuple[InSource, ...]
    sources: tuple[PageSource, ...]
    changed: tuple[Span, ...]
    apart: tuple[int, ...]
