"""Plain text: blank lines separate blocks, headings are short lines, list items begin with a sign or a number."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from factspec.articles.article import ArticleError
from factspec.articles.draft import Draft, Drafting, Kind, Passage, compose
from factspec.articles.references import lift, title_of
from factspec.language.sentences import sentences

SUFFIXES = (".txt", ".text")
STYLES = ("numbered",)

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# A line of signs that separates sections or underlines a title. Compiled on first use, like other rare patterns.
_RULE = r"[ \t]*(?:-{3,}|={3,}|\*{3,}|_{3,}|~{3,}|#{3,}|(?:[*•·–—][ \t]*){3,})\s*\Z"
_RULE_ENDS = "-=*_~#•·–—"
_ITEM = r"[ \t]*(?:[-–—*•‣◦][ \t]+|\d{1,3}[.)][ \t]+)(?=\S)"
_BULLETS = frozenset("-–—*•‣◦")
# The longest headings of English-language newspapers are below both limits; few paragraphs without a stop are.
_HEADING_WORDS = 16
_HEADING_CHARACTERS = 120
# A raised number after the stop may be a marker.
_CLOSED = r"[.!?…:;,。！？：；，][\"'”’»)\]]*[¹²³⁰⁴-⁹,]*$"
# Two or more entries of a list of sources, one on each line, may follow a paragraph without a blank line.
_ENTRY = r"[ \t]*\[(\d{1,6})\][:.]?[ \t]+(?=[^\r\n]*?://)\S"
_BEGINS_ENTRY = r"[ \t]*(?:\[\d{1,6}\]|\d{1,3}[.)][ \t]|[¹²³⁰⁴-⁹])"
_MARKERS = r"(?:\s*\[[^\[\]\n]*\])+\s*\Z"
# Wrapped lines are never as long as this: in a text without blank lines, each such line is a paragraph.
_UNWRAPPED = 160
_CITED = re.compile(r"[\[【][\d^@]")


class _Line(NamedTuple):
    start: int
    text: str


def read(source: str, select: str = "") -> Draft:
    """The draft of a plain text. Raises `ArticleError` for `select`: it has no elements."""
    if select:
        raise ArticleError("select chooses an element of an HTML page; take it out for plain text")
    drafting = Drafting()
    # The open list items, each with its indentation.
    items: list[tuple[int, Passage]] = []
    for block in _blocks(source):
        for number, part in enumerate(_parts(block), start=len(drafting.passages) + 1):
            _nest(items, _write(drafting, part, number), part[0].text)
    drafting.end()
    passages, references, titles = lift(drafting.passages)
    return compose(source, passages, references, drafting, titles)


def _blocks(source: str) -> Iterator[list[_Line]]:
    """The runs of lines between blank lines, rules and titles of lists of sources."""
    runs = list(_runs(source))
    if len(runs) == 1 and _is_unwrapped(runs[0]):
        runs = [[line] for line in runs[0]]
    for run in runs:
        yield from _apart(run)


def _is_unwrapped(run: list[_Line]) -> bool:
    """Whether lines are paragraphs: some are too long to be wrapped, and each of these ends a sentence."""
    long = [line for line in run if len(line.text) > _UNWRAPPED]
    return bool(long) and all(map(_ends_sentence, long))


def _ends_sentence(line: _Line) -> bool:
    return re.search(_CLOSED, re.sub(_MARKERS, "", line.text.rstrip())) is not None


def _runs(source: str) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for match in _LINE.finditer(source):
        line = match[0]
        shown = line.strip()
        if shown and not (shown[-1] in _RULE_ENDS and re.match(_RULE, line)):
            block.append(_Line(match.start(), line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _apart(run: list[_Line]) -> Iterator[list[_Line]]:
    """A run of lines split before a title of sources, and before the entries at its end."""
    ends = [at for at in range(1, len(run)) if _ends_sentence(run[at - 1]) and _is_title(run, at)]
    first = len(run)
    while first > 0 and _entry(run[first - 1]) and _counts_up(run, first):
        first -= 1
    if first and len(run) - first > 1 and _ends_sentence(run[first - 1]) and first - 1 not in ends:
        ends.append(first)
    for start, end in pairwise([0, *ends, len(run)]):
        yield run[start:end]


def _is_title(run: list[_Line], at: int) -> bool:
    """Whether a line is a title of sources with an entry below it, and not the end of a wrapped sentence."""
    line = run[at].text.strip()
    if not title_of(line) or line[-1] == "." or line[0].islower():
        return False
    return at + 1 < len(run) and re.match(_BEGINS_ENTRY, run[at + 1].text) is not None


def _entry(line: _Line) -> re.Match[str] | None:
    return re.match(_ENTRY, line.text) if "://" in line.text else None


def _counts_up(run: list[_Line], first: int) -> bool:
    """Whether the entry before a line has a lower number than the one in it."""
    number, following = (_entry(line) for line in (run[first - 1], run[min(first, len(run) - 1)]))
    return first == len(run) or (number is not None and following is not None and int(number[1]) < int(following[1]))


def _item_sign(line: str) -> re.Match[str] | None:
    first = line.lstrip(" \t")[:1]
    return re.match(_ITEM, line) if first in _BULLETS or first.isdecimal() else None


def _parts(block: list[_Line]) -> Iterator[list[_Line]]:
    """A block split at its list items; a list begins a block or follows a line that ends with a colon."""
    part: list[_Line] = []
    in_list = _item_sign(block[0].text) is not None
    for line in block:
        is_item = _item_sign(line.text) is not None
        in_list = in_list or (is_item and bool(part) and part[-1].text.rstrip().endswith(":"))
        if part and is_item and in_list:
            yield part
            part = []
        part.append(line)
    yield part


def _nest(items: list[tuple[int, Passage]], passage: Passage, line: str) -> None:
    """Put a list item under the open one that is indented less than its first line."""
    if not passage.item:
        items.clear()
        return
    line = line.expandtabs()
    indent = len(line) - len(line.lstrip(" "))
    while items and items[-1][0] >= indent:
        items.pop()
    passage.under = items[-1][1] if items else None
    items.append((indent, passage))


def _write(drafting: Drafting, lines: list[_Line], number: int) -> Passage:
    sign = _item_sign(lines[0].text)
    passage = Passage(Kind.LIST_ITEM if sign else Kind.PARAGRAPH)
    if sign:
        passage.item = number
        passage.label = sign[0].strip().rstrip(".)") if sign[0].strip()[0].isdigit() else ""
    drafting.begin(passage)
    for line in lines:
        skipped = sign.end() if sign and line is lines[0] else 0
        text = line.text[skipped:]
        passage.write(text.rstrip("\r\n") if line is lines[-1] else text, line.start + skipped)
    drafting.end()
    if not sign and _is_heading(passage):
        passage.kind = Kind.HEADING
    return passage


def _is_heading(passage: Passage) -> bool:
    """Whether a block is one short sentence or phrase without closing punctuation and without a marker."""
    if passage.length > _HEADING_CHARACTERS or "://" in passage.text:
        return False
    text = passage.text
    short = len(text.split()) <= _HEADING_WORDS and not re.search(_CLOSED, text) and not _CITED.search(text)
    return short and (". " not in text or len(sentences(text)) == 1)
