"""Text of strangers made safe to print: the one module that every report passes quoted text through."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from factspec.language.invisible import is_invisible

_PATH_LIMIT = 4096
_PRINTABLE_LIMIT = 300
# Cc controls, Cf format characters (bidi, zero-width), Cs surrogates, Co private use, Cn unassigned, Zl/Zp separators.
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANK = frozenset("\n\t")
# `##[error]`, `##vso[…]` and `##teamcity[…]` are commands to a CI runner wherever they stand in a line.
_COMMAND = r"#(?=#\w*\[)"


def printable(text: str, limit: int = _PRINTABLE_LIMIT) -> str:
    """A text on one line, longer than `limit` characters cut with `…`.

    Line feeds and tabs become spaces. Control, bidi, zero-width and private characters are escaped, and so is what a
    CI runner takes for a command; to print it twice changes nothing.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    if cut.isascii() and cut.isprintable() and "##" not in cut:
        return cut
    return "".join(pieces(cut))


def pieces(text: str) -> Iterator[str]:
    """What is printed for each character of a text, in order; empty for the first of CR LF."""
    commands = {found.start() for found in re.finditer(_COMMAND, text)}
    for at, character in enumerate(text):
        if character in _BLANK:
            yield " "
        elif character == "\r" and text[at + 1 : at + 2] == "\n":
            yield ""
        elif at in commands or _is_unsafe(character):
            yield _escape(ord(character))
        else:
            yield character


def _is_unsafe(character: str) -> bool:
    return unicodedata.category(character) in _ESCAPED or is_invisible(character)


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def printable_path(path: str) -> str:
    """A path made printable, behind `./` where it begins with a colon: `::` at a line's head is a command to a CI."""
    shown = printable(path, _PATH_LIMIT)
    return f"./{shown}" if shown.lstrip().startswith(":") else shown


# A stretch of a stranger's text on one line, with marks under some of its characters.


_EXCERPT_LIMIT = 240
_WITHOUT_WIDTH = frozenset({"Mn", "Me"})


def excerpt(
    text: str, marks: Sequence[tuple[int, int]] = (), limit: int = _EXCERPT_LIMIT, *, around: int | None = None
) -> tuple[str, str]:
    """The text made printable on one line, and a line of carets under its marks.

    `marks` are half-open ranges of characters of `text`; one of no width marks the place where something is lacking.
    Of a text longer than `limit` the part around an offset is shown, that of the first mark unless `around` names one.
    The second line is empty without marks.
    """
    at = around if around is not None else marks[0][0] if marks else 0
    start = 0 if len(text) <= limit else max(0, min(at - limit // 3, len(text) - limit))
    end = min(len(text), start + limit)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shown, columns = _columns(text[start:end])
    carets = _carets(columns, [(left - start, right - start) for left, right in marks])
    return before + shown + after, " " * len(before) + carets if carets else ""


def _columns(text: str) -> tuple[str, list[int]]:
    """The printable text, and for each character the terminal column it begins in, with the end's last."""
    shown = tuple(pieces(text))
    columns, column = [], 0
    for piece in shown:
        columns.append(column)
        column += sum(map(_width, piece))
    return "".join(shown), [*columns, column]


def _width(character: str) -> int:
    """How many columns a terminal gives a character (Unicode Standard Annex 11: wide and full-width take two)."""
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _carets(columns: Sequence[int], marks: Sequence[tuple[int, int]]) -> str:
    line = [" "] * (columns[-1] + 1)
    last = len(columns) - 1
    for left, right in marks:
        first, end = max(left, 0), min(right, last)
        if first <= last and right >= 0:
            for column in range(columns[first], max(columns[max(end, first)], columns[first] + 1)):
                line[column] = "^"
    return "".join(line).rstrip()
