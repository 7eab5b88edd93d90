"""The rows of the frames: their examples are framed as they say, their counter-examples are not."""

import re
from bisect import bisect_left
from itertools import accumulate
from pathlib import Path

import pytest

from factspec.claims.frames import rows
from factspec.claims.frames.around import frames
from factspec.claims.frames.between_facts import frames_within
from factspec.claims.frames.frame import Row, Rows
from factspec.claims.frames.quoted import within
from factspec.claims.index import index_of
from factspec.language.places import Span
from factspec.projects.loading import parse_article

TABLES = {name: table for name, table in vars(rows).items() if isinstance(table, Rows)}
PAGE = Path(__file__).parents[3] / "docs" / "frames.md"
# Rows that only find the deciding word, or turn nothing: the class of their frame comes from another row.
SILENT = {"fact", "pass"}
POINTING = {"at", "from"}


def framed(sentence: str, *, inside: bool = False) -> list[str]:
    """The classes of the frames around the words in brackets; `inside` if somebody says the sentence.

    Words in several brackets are listed facts.
    """
    if sentence.count("[") > 1:
        return between(sentence)
    before, words, after = re.split(r"[\[\]]", f"“{sentence}” Ada Holm said." if inside else sentence)
    index = index_of(parse_article(f"{before}{words}{after}\n".encode(), "text"))
    tokens = [token for token in index.tokens if len(before) <= token.start < len(before) + len(words)]
    first = index.tokens.starts.index(tokens[0].start)
    span = Span(first, first + len(tokens))
    if inside:
        closing = max(at for at, key in enumerate(index.token_keys) if key == '"')
        return [frame.does for frame in within(index, span, Span(0, closing + 1), asks=False)]
    return [frame.does for frame in frames(index, span)]


def between(sentence: str) -> list[str]:
    """The classes of the frames between the words in brackets."""
    pieces = re.split(r"[\[\]]", sentence)
    index = index_of(parse_article(f"{''.join(pieces)}\n".encode(), "text"))
    ends = list(accumulate(len(piece) for piece in pieces))
    listed = list(zip(ends[::2], ends[1::2], strict=False))
    places = [
        Span(bisect_left(index.tokens.starts, start), bisect_left(index.tokens.starts, end)) for start, end in listed
    ]
    return [frame.does for frame in frames_within(index, Span(places[0].start, places[-1].end), places)]


def page() -> str:
    """docs/frames.md, generated from the rows."""
    lines = [
        "# Frames",
        "",
        "Words around approved ones can turn them into another statement. Each row has a sentence that is framed",
        "so, and a similar one that is not; the approved words are in brackets. The table is generated from",
        "`src/factspec/claims/frames/rows.py` by `python -m tests.claims.frames.test_frame_rows`.",
        "",
        "| class | framed | not framed |",
        "|---|---|---|",
    ]
    for name, table in TABLES.items():
        for row in table.rows:
            does = "" if row.does in SILENT else framed(row.example, inside=name.startswith("INSIDE"))[0]
            lines.append(f"| {does} | {row.example} | {row.counter_example} |")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("name", "row"),
    [pytest.param(name, row, id=f"{name} {row.pattern}") for name, table in TABLES.items() for row in table.rows],
)
def test_row(name: str, row: Row) -> None:
    inside = name.startswith("INSIDE")
    assert framed(row.counter_example, inside=inside) == []
    if row.does in SILENT:
        assert not row.example
    elif row.does in POINTING:
        assert framed(row.example)
    else:
        assert row.does in framed(row.example, inside=inside)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_finds_its_own_example(name: str) -> None:
    for row in TABLES[name].rows:
        sentence = row.example or row.counter_example
        assert row in found_by(TABLES[name], sentence), row


def found_by(table: Rows, sentence: str) -> list[Row]:
    if sentence.count("[") > 1:  # the pattern ends with the first word of the last fact
        before, _, after = sentence.replace("[", "").replace("]", "").rpartition(re.split(r"[\[\]]", sentence)[-2])
        first = re.split(r"[\[\]]", sentence)[-2].split()[0]
        before, after = f"{before}{first}", ""
    else:
        before, _, after = re.split(r"[\[\]]", sentence)
    index = index_of(parse_article(f"{before} {after}\n".encode(), "text"))
    keys = tuple(index.token_keys)
    size = len([token for token in index.tokens if token.start < len(before)])
    return [
        row
        for first in range(len(keys) + 1)
        for part in (keys[:first] if first <= size else (), keys[first:] if first >= size else ())
        for row, _ in table.found(part)
    ]


def test_page() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
