"""The entries of a list of sources: where each begins in its passage, its label, and the address it gives."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from factspec.drafting import Passage

# Titles of lists that name sources and nothing else, as counted in public documents, folded by `title_of`.
SOURCE_TITLES = frozenset(
    {
        "sources",
        "source",
        "source list",
        "list of sources",
        "sources cited",
        "references",
        "reference list",
        "works cited",
        "bibliography",
        "citations",
        "sources consulted",
        "sources used",
        "cited sources",
        "sources and further reading",
        "references and further reading",
        # What the Wikipedias of these languages and their handbooks of style call such a list.
        *"quellen quellenverzeichnis einzelnachweise literatur literaturverzeichnis referenzen".split(),
        *"références bibliographie fuentes referencias bibliografía fonti riferimenti bibliografia fontes".split(),
        *"referências bronnen bronvermelding referenties källor referenser kilder referanser referencer".split(),
        *"źródła przypisy источники литература 参考资料 参考文献 来源 资料来源 出典 المصادر المراجع kaynaklar".split(),
    }
)
# Under these stand sources or other notes.
_TITLES = SOURCE_TITLES | {
    "notes",
    "notes and references",
    "notes and sources",
    "sources and notes",
    "references and notes",
    "footnotes",
    "endnotes",
}
_LONGEST_TITLE = 40
# The patterns are compiled by the first text that needs them, for most texts have no list.
# A title between what adorns it: "6. References", "References (12)", "📚 Sources:".
_TITLE = r"[\W_]*+(?:\d{1,2}[.)]?\s++)?[\W_]*+([^\W\d_](?:[^\W\d_]|[& ])++)(?:\(\d{1,3}\))?[\W_]*+"
_BRACKETED = r"\[\^?([^\s\[\]^]{1,60})\]"
_ENTRY = (
    rf"(?:{_BRACKETED}[:.]?|(?:\((?=\d{{1,3}}\)))?(\d{{1,3}})[.):])(?:[ \u00a0]+(?=\S)|(?=https?://))"
    r"|\[\^?(\d{1,6})\](?=[^\W\d_])"
)
_COUNTED = r"(\d{1,3})[ \u00a0]+(?:[-–—][ \u00a0]+)?(?=[^\W\d_]|[\"“])"
# The number of an item in an element of its own, whose text follows without a space.
_GLUED = r"(\d{1,3})\.(?=[^\W\d_])"
_INLINE_ENTRY = r"\[(?<=\s\[)(\d{1,6})\]:?[ \u00a0]+(?=\S)"
# A label that is raised, as in "\u00b9 Annual report".
_RAISED = r"([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3})[ \u00a0]*+(?=\S)"
RAISED_DIGITS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
"""Raised digits as plain ones, for `str.translate`."""
_LONGEST_NUMBER = 3
_ENDING = ".!?\u2026"
_ALONE = rf"(?:{_BRACKETED}|(\d{{1,6}}))[:.]?"
_URL = r"https?://(?:[^\s<>\"()\[\]]|\([^\s<>\"()]*+\))++"
# What may end an entry behind its address: ", accessed 4 May 2026."
_ACCESSED = r"(?i:\W*+(?:(?:last )?(?:accessed|retrieved|archived|viewed|visited|read|checked)\b[^\n]{0,60})?)"
# What stands behind an address and is none of it.
_CLOSING = ".,;:!?'\u2019"
_EXTERNAL = r"(?i:(?:https?:)?//)"


class _Start(NamedTuple):
    """Where an entry begins and where its text does, with the label between."""

    label: str
    start: int
    body: int
    bracketed: bool


class Entry(NamedTuple):
    """An entry: its label, the range of its text in its passage, and whether the label stands in brackets."""

    label: str
    start: int
    body: int
    end: int
    bracketed: bool


def title_of(line: str) -> str:
    """A line that is the title of a list of sources, folded; empty where it is none."""
    found = re.fullmatch(_TITLE, line.lower()) if len(line) <= _LONGEST_TITLE else None
    title = found[1].strip().replace("&", "and") if found else ""
    return title if title in _TITLES else ""


def label_alone(passage: Passage, following: Passage | None) -> str:
    """The label that a passage consists of, where its text stands in the next one; else empty.

    A bare number is one only within one item of the page.
    """
    if following is None or passage.label or passage.length > _LONGEST_TITLE:
        return ""
    found = re.fullmatch(_ALONE, passage.text.strip())
    if found and not found[2]:
        return found[1]
    return found[2] if found and passage.item and passage.item == following.item else ""


def entries(passage: Passage) -> list[Entry]:
    """The entries of a passage; a title may stand before the first, every other text before them makes it none.

    Any line that ends no sentence is a title of entries whose labels stand in brackets.
    """
    text = passage.text
    if passage.label:
        return [_labelled(passage, text)]
    starts = list(_starts(passage, text))
    if not starts:
        return []
    first = starts[0].start
    if first and not title_of(text[:first]) and not _is_title(passage, text, starts):
        return []
    ends = [one.start for one in starts[1:]] + [len(text)]
    return [
        Entry(label, start, body, end, bracketed)
        for (label, start, body, bracketed), end in zip(starts, ends, strict=True)
    ]


def _labelled(passage: Passage, text: str) -> Entry:
    """The entry that a passage with a label of its own is; a number in brackets before its text is the better one."""
    written = re.match(_ENTRY, text)
    label = passage.label
    glued = re.match(_GLUED, text)
    if glued and glued[1] == label:
        return Entry(label, 0, glued.end(), len(text), bracketed=False)
    if written and written[1] and written[1].isdecimal():
        label = written[1]
    return Entry(label, 0, written.end() if written and label in written.groups() else 0, len(text), bracketed=False)


def _is_title(passage: Passage, text: str, starts: Sequence[_Start]) -> bool:
    """Whether the text before entries in brackets, each with an address, is a line of its own that ends no sentence."""
    line = text[: starts[0].start].rstrip()
    own = passage.lines[:1] == [starts[0].start] and len(line) <= _LONGEST_TITLE
    addresses = text.count("://", starts[0].start) + len(passage.links)
    given = addresses >= len(starts) > 1 and all(one.bracketed for one in starts)
    return own and given and line[-1] not in _ENDING


def _starts(passage: Passage, text: str) -> Iterator[_Start]:
    """Where entries begin: at written lines, and inside one where the next number stands in brackets."""
    glued = re.match(_GLUED, text) if passage.item else None
    if glued:
        yield _Start(glued[1], 0, glued.end(), bracketed=False)
        return
    titled = _behind_title(text)
    begins = [0 if titled in passage.lines else titled, *passage.lines]
    raised = _raised(passage) if passage.links or passage.raised else {}
    if not any(_start(text, at, raised) for at in begins[:2]):
        yield from _counted(text, begins)
        return
    previous = ""
    for begin, end in zip(begins, [*passage.lines, len(text)], strict=True):
        at_line = _start(text, begin, raised)
        if at_line:
            previous = at_line.label
            yield at_line
        for inside in re.compile(_INLINE_ENTRY).finditer(text, begin + 1, end):
            if previous.isdecimal() and int(inside[1]) == int(previous) + 1:
                previous = inside[1]
                yield _Start(previous, inside.start(), inside.end(), bracketed=True)


def _counted(text: str, begins: Sequence[int]) -> list[_Start]:
    """The entries of lines that begin with numbers alone, which count up from 1: "1 Moss", "2 – Lee"."""
    found: list[_Start] = []
    for at, begin in enumerate(begins):
        written = re.compile(_COUNTED).match(text, begin) if text[begin : begin + 1].isdecimal() else None
        if written and int(written[1]) == len(found) + 1:
            found.append(_Start(written[1], begin, written.end(), bracketed=False))
        elif not found and at > 0:
            break
    return found if len(found) > 1 else []


def _raised(passage: Passage) -> Mapping[int, int]:
    """Where raised text and links into the page begin and end in a passage."""
    found = {link.start: link.end for link in passage.links if link.url.startswith("#")}
    return found | {raised.start: raised.end for raised in passage.raised}


def _start(text: str, at: int, raised: Mapping[int, int]) -> _Start | None:
    """The entry that begins at an offset: `[1] …`, `1. …`, a raised number, or one that links into the page."""
    if text[at : at + 1].isalpha() and at not in raised:
        return None
    written = re.compile(_ENTRY).match(text, at)
    if written:
        label = written[1] or written[2] or written[3]
        return _Start(label, at, written.end(), bracketed=text[at] == "[")
    sign = re.compile(_RAISED).match(text, at) if text[at : at + 1].isdigit() else None
    if sign:
        return _Start(sign[1].translate(RAISED_DIGITS), at, sign.end(), bracketed=False)
    number = text[at : raised[at]].strip() if at in raised else ""
    body = raised.get(at, 0)
    if number.isdecimal() and len(number) <= _LONGEST_NUMBER and text[body : body + 1]:
        return _Start(number, at, body + len(text[body:]) - len(text[body:].lstrip()), bracketed=False)
    return None


def _behind_title(text: str) -> int:
    """Where the entries begin in "Sources: [1] …"; 0 where a text does not begin so."""
    title, colon, rest = text[: 2 * _LONGEST_TITLE].partition(":")
    at = len(title) + 1 + len(rest) - len(rest.lstrip())
    return at if colon and title_of(title) and text[at : at + 1] == "[" and re.compile(_ENTRY).match(text, at) else 0


def address(passage: Passage, entry: Entry) -> str:
    """The target of an entry: its first link that leaves the page, else the first address written out."""
    return _addressed(passage, passage.text, entry)[0]


def is_address(passage: Passage, entry: Entry) -> bool:
    """Whether an entry is there for its address: that begins it, ends it, or is a link of a third of its text."""
    text = passage.text
    url, start, end = _addressed(passage, text, entry)
    begins = not any(map(str.isalnum, text[entry.body : start]))
    ends = re.fullmatch(_ACCESSED, text[end : entry.end].strip()) is not None
    linked = 3 * (end - start) >= entry.end - entry.body and not url.startswith(text[start:end].rstrip(_CLOSING))
    return end > start and (begins or ends or linked)


def _addressed(passage: Passage, text: str, entry: Entry) -> tuple[str, int, int]:
    """The address of an entry and the range of the passage that gives it."""
    first = bisect_left(passage.links, entry.start, key=attrgetter("start"))
    for link in islice(passage.links, first, None):
        if link.start >= entry.end:
            break
        if re.match(_EXTERNAL, link.url):
            return link.url, link.start, link.end
    written = re.compile(_URL).search(text, entry.body, entry.end)
    return (written[0].rstrip(_CLOSING), *written.span()) if written else ("", 0, 0)
