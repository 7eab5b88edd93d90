"""A stretch of a stranger's text on one line, with marks under some of its characters."""

import unicodedata
from collections.abc import Sequence

from factspec.text.printable import pieces

_LIMIT = 240
_WITHOUT_WIDTH = frozenset({"Mn", "Me"})


def excerpt(
    text: str, marks: Sequence[tuple[int, int]] = (), limit: int = _LIMIT, *, around: int | None = None
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
