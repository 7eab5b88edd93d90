"""Write another text in the place and in the style of one in a spec: plain, quoted, or a block of text.

A text of several lines is broken as the old one was where its words are the same, and elsewhere at its width. In a
literal block, where line ends count, this is done only if the old text has several lines and the new one has one.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from factspec.specs.spans import Source, Splice, TextSpan
from factspec.specs.writing import double_quoted, is_plain, is_typed, needs_escapes, scalar, single_quoted

# The indicators of a block of text.
HEADER = re.compile(r"[|>][-+0-9]*")
# Where a line may end: at a single space, unless the next line would look like an item, a key, a comment or a mark.
_BREAK = re.compile(r"""(?<=\S)[ ](?=\S)(?!-(?:\s|\Z)|[a-z_]+:["'\[{]|---|\.\.\.|[#?:])""")
# The least width of a text that had one line.
_WIDTH = 80
# Plain words that a spec's reader takes for no value.
_NOTHING = ("null", "~")


class Surroundings(NamedTuple):
    """Where a value is: in brackets or not, the column of the block around it, and whether numbers are bare there."""

    flow: bool
    indent: int
    bare: bool


class Restyled(NamedTuple):
    """The splices that write a text, and the text that YAML then reads."""

    splices: tuple[Splice, ...]
    text: str


def restyled(source: Source, old: TextSpan, text: str, around: Surroundings) -> Restyled:
    """A text instead of an old one, in its style if that can contain it, otherwise in quotation marks.

    A block of text keeps the line ends at its end, and so its header, unless the text asked for has some itself.
    """
    if old.style in ("|", ">"):
        return _in_block(source, old, text, around)
    written = _on_one_line(old, text, around)
    raw = source.lines(old.start, old.end)
    if len(raw) > 1:
        written = _on_lines(source, old, written, around)
    before = " " if old.start == old.end and source.text[old.start - 1 : old.start] not in ("", " ", "[", "{") else ""
    return Restyled((Splice(old.start, old.end, before + written),), text)


def _on_one_line(old: TextSpan, text: str, around: Surroundings) -> str:
    if old.style == '"' or needs_escapes(text):
        return double_quoted(text)
    if old.style == "'":
        return single_quoted(text)
    # A number that was plain stays plain, as its author wrote it.
    if is_typed(old.text) and is_typed(text) and text not in _NOTHING and is_plain(f"{text}x", flow=around.flow):
        return text
    return scalar(text, flow=around.flow, bare=around.bare)


def _on_lines(source: Source, old: TextSpan, written: str, around: Surroundings) -> str:
    """The text broken into lines, the later ones indented as the old second line."""
    first, *later = source.lines(old.start, old.end)
    shown = next((line for line in later if line.strip()), "")
    margin = max(len(shown) - len(shown.lstrip(" ")), around.indent + 1)
    column = source.column(old.start)
    width = max(column + len(first), *map(len, later))
    lines = _wrapped(
        written, _breaks(written), [first, *(line.strip(" ") for line in later)], (width - column, width - margin)
    )
    return f"{source.eol(old.start)}{' ' * margin}".join(lines)


def _breaks(text: str) -> list[int]:
    return [found.start() for found in _BREAK.finditer(text)]


def _wrapped(text: str, breaks: Sequence[int], old: Sequence[str], widths: tuple[int, int]) -> list[str]:
    """The text in lines: the old ones at both ends as far as they are the same, and between them lines of a width.

    `widths` are the room in the first line and in the others.
    """
    allowed = {*breaks, len(text)}
    head, start = _same_head(text, allowed, old)
    tail, end = _same_tail(text[start:], {one - start for one in allowed}, old[len(head) :])
    end += start
    if start < end:
        inner = [one for one in breaks if start < one < end]
        head += _filled(text, inner, (start, end), (widths[bool(head)], widths[1]))
    return head + tail


def _same_head(text: str, allowed: AbstractSet[int], old: Sequence[str]) -> tuple[list[str], int]:
    """The old lines with which the text begins, and where the next one begins; the last must also end it."""
    start = 0
    for count, line in enumerate(old):
        end = start + len(line)
        if not text.startswith(line, start) or end not in allowed or (count == len(old) - 1 and end < len(text)):
            return [*old[:count]], start
        start = end + 1
    return [*old], start


def _same_tail(text: str, allowed: AbstractSet[int], old: Sequence[str]) -> tuple[list[str], int]:
    """The old lines with which the text ends, and where the line before them ends."""
    end = len(text)
    for count, line in enumerate(reversed(old)):
        if not line or not text.endswith(line, 0, end) or end - len(line) - 1 not in allowed:
            return [*old[len(old) - count :]], end
        end -= len(line) + 1
    return [*old], end


def _filled(text: str, breaks: Sequence[int], part: tuple[int, int], widths: tuple[int, int]) -> list[str]:
    """A part of a text in lines as long as their room allows."""
    lines: list[str] = []
    start, last = part[0], None
    for at in (*breaks, part[1]):
        if last is not None and at - start > widths[bool(lines)]:
            lines.append(text[start:last])
            start = last + 1
        last = at
    return [*lines, text[start : part[1]]]


class _Block(NamedTuple):
    """A block of text: its header, the place of its first line end, its lines to the last that is not blank, and their
    indentation.
    """

    header: str
    body: int
    lines: list[str]
    margin: int

    @property
    def width(self) -> int:
        """How long its longest line is, without the indentation."""
        longest = max(map(len, self.lines), default=0)
        return longest if len(self.lines) > 1 else max(longest, _WIDTH - self.margin)


def _block(source: Source, old: TextSpan, around: Surroundings) -> _Block:
    found = HEADER.match(source.text, old.start)
    header = found[0] if found else old.style
    body = source.line_end(old.start)
    raw = source.lines(source.next_line(old.start), old.end) if old.end > body else []
    shown = next((line for line in raw if line.strip(" ")), "")
    digit = next((int(one) for one in header if one.isdigit()), 0)
    margin = around.indent + digit if digit else len(shown) - len(shown.lstrip(" ")) or around.indent + 2
    last = max((count for count, line in enumerate(raw, 1) if line.strip(" ")), default=0)
    return _Block(header, body, [line[margin:] for line in raw[:last]], margin)


def _in_block(source: Source, old: TextSpan, text: str, around: Surroundings) -> Restyled:
    block = _block(source, old, around)
    content = text.rstrip("\n")
    after = old.start + len(block.header)
    if not _fits(content, old.style):
        quoted = scalar(text, flow=False, bare=around.bare)
        return Restyled((Splice(old.start, after, quoted), Splice(block.body, old.end, "")), text)
    had = len(old.text) - len(old.text.rstrip("\n"))
    ends = len(text) - len(content) or had
    lines = _folded(content, block) if old.style == ">" else _literal(content, block)
    header, margin = _header(block, lines, (had, ends), around)
    end = source.blank_end(old.end) if "+" in header else old.end
    body = [*lines, *[""] * (ends - 1 if "+" in header else 0)]
    eol = source.eol(old.start)
    written = "".join(f"{eol}{' ' * margin}{line}" if line else eol for line in body)
    kept = content if old.style == ">" else "\n".join(lines)
    return Restyled((Splice(old.start, after, header), Splice(block.body, end, written)), kept + "\n" * ends)


def _fits(content: str, style: str) -> bool:
    """Whether a block of text can contain a text: no line ends with a space, and no folded one begins with one."""
    if not content or needs_escapes(re.sub("[\n\t]", " ", content)):
        return False
    return all(line == (line.rstrip() if style == "|" else line.strip()) for line in content.split("\n"))


def _header(block: _Block, lines: Sequence[str], ends: tuple[int, int], around: Surroundings) -> tuple[str, int]:
    """The header and the indentation of a block of text; `ends` are its line ends at its end before and now."""
    chomping = "+" if "+" in block.header else "-" if "-" in block.header else ""
    if ends[0] != ends[1]:
        chomping = ("-", "")[ends[1]] if ends[1] < 2 else "+"
    digits = "".join(filter(str.isdigit, block.header))
    margin, parent = block.margin, around.indent
    if not digits and next(filter(None, lines))[0] in " \t":
        margin = margin if margin - parent <= 9 else parent + 2
        digits = str(margin - parent)
    if sorted(digits + chomping) == sorted(block.header[1:]):
        return block.header, margin
    return block.header[0] + digits + chomping, margin


def _literal(content: str, block: _Block) -> list[str]:
    if len(block.lines) > 1 and "\n" not in content:
        return _wrapped(content, _breaks(content), block.lines, (block.width, block.width))
    return content.split("\n")


def _folded(content: str, block: _Block) -> list[str]:
    """The lines of a folded block: a line end of the text is one more in the block."""
    paragraphs = content.split("\n")
    old = _paragraphs(block.lines)
    old = old if len(old) == len(list(filter(None, paragraphs))) else [[] for _ in paragraphs]
    lines: list[str] = []
    filled = 0
    for paragraph in paragraphs:
        if filled or not paragraph:
            lines.append("")
        if paragraph:
            lines += _wrapped(paragraph, _breaks(paragraph), old[filled], (block.width, block.width))
            filled += 1
    return lines


def _paragraphs(lines: Sequence[str]) -> list[list[str]]:
    paragraphs: list[list[str]] = []
    follows = False
    for line in lines:
        if line and not follows:
            paragraphs.append([])
        if line:
            paragraphs[-1].append(line)
        follows = bool(line)
    return paragraphs
