"""Markdown footnotes: `[^1]`, `[^name]`."""

import re
from collections.abc import Iterator

from factspec.articles.draft import Draft, Mark

_CLOSED = r"\[\^(?P<body>[^\[\]\n]{0,300})\]"
_UNCLOSED = r"\[\^(?P<body>[\w-]{1,100}+)(?=[^\[\]\n]*+(?:\[|\n|\Z))"
_LABEL = r"[^\s,;^]+"


def find(draft: Draft) -> Iterator[Mark]:
    """The marks of this style in a draft, in any order."""
    if "[^" not in draft.text:
        return
    for match in re.finditer(_CLOSED, draft.text):
        ids = tuple(re.findall(_LABEL, match["body"]))
        yield _mark(draft, match, ids, "" if ids == (match["body"],) else _advice(match[0], ids))
    for match in re.finditer(_UNCLOSED, draft.text):
        ids = (match["body"],)
        yield _mark(draft, match, ids, f"'{match[0]}' has no closing bracket; write {_written(ids)}")


def _advice(written: str, ids: tuple[str, ...]) -> str:
    if not ids:
        return f"'{written}' names no footnote; write [^n] with the name of one, or take it out"
    return f"'{written}' is not a footnote; write {_written(ids)}"


def _written(ids: tuple[str, ...]) -> str:
    return "".join(f"[^{label}]" for label in ids)


def _mark(draft: Draft, match: re.Match[str], ids: tuple[str, ...], problem: str) -> Mark:
    return Mark(match.start(), match.end(), ids, *draft.map.span(match.start(), match.end()), problem)
