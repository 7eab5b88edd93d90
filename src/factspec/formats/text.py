"""Plain text: blocks at blank lines, headings by their shape, list items by their sign."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factspec.article import ArticleError
from factspec.draft import Draft, Kind
from factspec.drafting import Drafting, Passage, compose
from factspec.references import lift

SUFFIXES = (".txt", ".text")

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# A line of signs that parts sections or underlines a title.
_RULE = re.compile(r"[ \t]*(?:-{3,}|={3,}|\*{3,}|_{3,}|~{3,}|#{3,}|(?:[*•·–—][ \t]*){3,})[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-–—*•‣◦][ \t]+|\d{1,3}[.)][ \t]+)(?=\S)")
# The longest headings of English-language newspapers stay below both limits; a paragraph without a stop seldom does.
_HEADING_WORDS = 16
_HEADING_CHARACTERS = 120
# A raised number behind the stop may be a marker.
_CLOSED = re.compile(r"[.!?…:;,。！？：；，][\"'”’»)\]]*[¹²³⁰⁴-⁹,]*$")
_CITED = re.compile(r"[\[【][\d^@]")


class _Line(NamedTuple):
    start: int
    text: str


def read(source: str, select: str = "") -> Draft:
    """The draft of a plain text. Raises `ArticleError` for `select`: it has no elements to choose from."""
    if select:
        raise ArticleError("select chooses an element of an HTML page; take it out for plain text")
    drafting = Drafting()
    for block in _blocks(source):
        for number, part in enumerate(_parts(block), start=len(drafting.passages) + 1):
            _write(drafting, part, number)
    drafting.end()
    passages, references = lift(drafting.passages)
    return compose("text", source, passages, references)


def _blocks(source: str) -> Iterator[list[_Line]]:
    """The runs of lines between blank lines and rules."""
    block: list[_Line] = []
    for match in _LINE.finditer(source):
        line = match[0]
        if line.strip() and not _RULE.match(line):
            block.append(_Line(match.start(), line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _parts(block: list[_Line]) -> Iterator[list[_Line]]:
    """A block parted at its list items; a list begins a block or follows a line that ends with a colon."""
    part: list[_Line] = []
    in_list = _ITEM.match(block[0].text) is not None
    for line in block:
        is_item = _ITEM.match(line.text) is not None
        in_list = in_list or (is_item and bool(part) and part[-1].text.rstrip().endswith(":"))
        if part and is_item and in_list:
            yield part
            part = []
        part.append(line)
    yield part


def _write(drafting: Drafting, lines: list[_Line], number: int) -> None:
    sign = _ITEM.match(lines[0].text)
    passage = Passage(Kind.LIST_ITEM if sign else Kind.PARAGRAPH)
    if sign:
        passage.item = number
        passage.label = sign[0].strip().rstrip(".)") if sign[0].strip()[0].isdigit() else ""
    drafting.begin(passage)
    for line in lines:
        skipped = sign.end() if sign and line is lines[0] else 0
        passage.write(line.text[skipped:], line.start + skipped)
    drafting.end()
    if not sign and _is_heading(passage):
        passage.kind = Kind.HEADING


def _is_heading(passage: Passage) -> bool:
    """Whether a block is short, without closing punctuation and without a marker."""
    if passage.length > _HEADING_CHARACTERS:
        return False
    text = passage.text
    return len(text.split()) <= _HEADING_WORDS and not _CLOSED.search(text) and not _CITED.search(text)
