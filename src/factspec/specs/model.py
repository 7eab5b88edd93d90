"""The spec: what a checker approved about one article."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Self, TypeAlias


class Within(StrEnum):
    """How close the facts of a claim must stand."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Located(str):
    """A text as a file has it, and the line of its key there, 0 where there is none."""

    __slots__ = ("line",)
    line: int

    def __new__(cls, text: str = "", line: int = 0) -> Self:
        """The text at a line."""
        located = super().__new__(cls, text)
        located.line = line
        return located


_NOWHERE = Located()


class Cites(NamedTuple):
    """Which sources a claim must cite, by id; `line` is that of the key.

    `exactly` is the whole set, or None where the mapping form says less: all of `all_of`, one of `any_of` at least,
    none of `none_of`, `at_least` different sources, of `origins` different origins.
    """

    line: int
    exactly: tuple[str, ...] | None = None
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    at_least: int = 0
    origins: int = 0


class Phrase(NamedTuple):
    """A fact given as words on word boundaries."""

    text: str
    line: int


class Value(NamedTuple):
    """A fact given as a number with its unit or currency; `tolerance` is a percentage (`5%`), a number, or empty."""

    text: str
    line: int
    tolerance: str = ""


class Day(NamedTuple):
    """A fact given as a day, `text` as `2026-05-19`."""

    text: str
    line: int
    day: date


class Name(NamedTuple):
    """A fact given as a name, with other forms of it that will do."""

    text: str
    line: int
    aliases: tuple[str, ...] = ()


class AnyOf(NamedTuple):
    """A fact of which one of several phrases must stand."""

    options: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The phrases, as a reader is told them."""
        return " or ".join(self.options)


Fact: TypeAlias = Phrase | Value | Day | Name | AnyOf


class Evidence(NamedTuple):
    """A passage of a source that supports a claim: the source's id, and its words."""

    source: str
    quote: Located


class Claim(NamedTuple):
    """One approved statement: its wording (`says`), its quotation (`quotes`) or its facts; the others are empty.

    `line` is that of the claim's first key, `text_line` that of `says`, `quotes` or `facts`. `occurrence` is 0 where
    the wording must stand once, -1 for `all`, else which of several, counted from 1. `cites` is None where the
    claim's citations are not judged. `note` is the checker's free text.
    """

    id: str
    line: int
    text_line: int
    says: str = ""
    quotes: str = ""
    facts: tuple[Fact, ...] = ()
    speaker: Located = _NOWHERE
    cites: Cites | None = None
    occurrence: int = 0
    within: Within = Within.SENTENCE
    exact: bool = False
    tags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str = ""

    @property
    def text(self) -> str:
        """The approved words: of `says`, `quotes`, or the facts joined."""
        return self.says or self.quotes or " … ".join(fact.text for fact in self.facts)

    @property
    def key(self) -> str:
        """The key that holds the claim's words."""
        return "says" if self.says else "quotes" if self.quotes else "facts"


class Forbidden(NamedTuple):
    """Wording that must not stand in the article."""

    id: str
    line: int
    says: Located
    reason: str = ""


class Source(NamedTuple):
    """A source that the spec declares.

    `csl` holds its CSL-JSON variables as text, by their CSL names; `cited_as` the article's labels for it, its id
    where the spec names none. `text` is the path of its stored copy as written, relative to the spec, and `sha256`
    that of its bytes in small letters; both are empty where the spec names none. `file` is the path, as shown, of the
    CSL-JSON file that holds it and sources of other articles too, empty where the spec itself holds it. `text` and
    `sha256` have lines of that file, while `line` is always the spec's. `issued` is the day of issue where one is
    given; `issued_from` the first day on which it can have come out, known of a month or year too.
    """

    id: str
    line: int
    csl: Mapping[str, str] = MappingProxyType({})
    url: str = ""
    doi: str = ""
    issued: date | None = None
    origin: str = ""
    role: str = ""
    cited_as: tuple[str, ...] = ()
    text: Located = _NOWHERE
    sha256: Located = _NOWHERE
    issued_from: date | None = None
    file: str = ""

    def spec_line(self, text: Located) -> int:
        """The line of the spec that a text of the source is from: its own, or that which names the file."""
        return self.line if self.file else text.line


class Waiver(NamedTuple):
    """A named exception: one rule, in one sentence, for a reason, until the end of a day where it has one.

    `at` is the sentence; empty where the waiver is for every sentence under the heading `section`.
    """

    rule: str
    at: str
    reason: str
    line: int
    until: date | None = None
    occurrence: int = 0
    section: str = ""

    @property
    def place(self) -> str:
        """The sentence or the section, in words to show."""
        return self.at or f"section: {self.section}"


class Rendition(NamedTuple):
    """One article that the spec is held against.

    `file` is as written, relative to the spec. `styles` are the declared marker styles, None where the format's usual
    ones are read, empty where it cites in words (`citations: none`). `scope` is how far a citation reaches;
    `scope_declared` whether the spec says so, and the policy may not.
    """

    file: str
    line: int
    format: str = ""
    select: str = ""
    styles: tuple[str, ...] | None = None
    scope: Within = Within.SENTENCE
    partial: bool = False
    scope_declared: bool = False


class RuleSetting(NamedTuple):
    """A rule's severity as a spec sets it, and the line and column that do."""

    rule: str
    severity: str
    line: int
    column: int = 1


class Spec(NamedTuple):
    """A spec as loaded: every id is text, every line counts from 1 in the spec's file.

    `path` is as shown to people, relative to the project's root.
    """

    path: str
    renditions: tuple[Rendition, ...]
    published: date | None = None
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    rules: tuple[RuleSetting, ...] = ()
    strict: bool = False


class Mistake(NamedTuple):
    """What an author got wrong: where, what is there, what to do; `line` and `column` count from 1.

    `path` is empty until the file is known. `rule` is the code that its line ends with, empty for a mistake of the
    policy. `absent` means that something is missing, so that another mistake at the same place is not the same.
    """

    path: str
    line: int
    column: int
    message: str
    advice: str = ""
    rule: str = "spec-invalid"
    absent: bool = False

    def __str__(self) -> str:
        """`path:line:column: message [spec-invalid]`."""
        code = f" [{self.rule}]" if self.rule else ""
        return f"{self.path}:{self.line}:{self.column}: {self.message}{code}"


def mistake(line: int, column: int, message: str, advice: str = "", *, absent: bool = False) -> Mistake:
    """A mistake at a place of the file that is being read."""
    return Mistake("", line, column, message, advice, absent=absent)


def in_order(found: Iterable[Mistake], path: str) -> tuple[Mistake, ...]:
    """The mistakes of a file in its order: of each place the first that was found, and all that is absent."""
    places: dict[tuple[int, int, str], Mistake] = {}
    for one in found:
        places.setdefault((one.line, one.column, one.message if one.absent else ""), one)
    return tuple(one._replace(path=path) for _, one in sorted(places.items()))


class SpecError(Exception):
    """A spec that cannot be used, with every mistake in it, in the order of the file.

    `renditions` are the articles that it names, as far as they can be read.
    """

    def __init__(self, mistakes: tuple[Mistake, ...], renditions: tuple[Rendition, ...] = ()) -> None:
        """Keep both; the exception's text is all mistakes, a line each."""
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes
        self.renditions = renditions
