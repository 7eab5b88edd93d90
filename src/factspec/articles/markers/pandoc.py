"""Pandoc citations: `[@key]`, `[@a; @b, p. 3]`, `[see -@key]`; read only if declared."""

import re
from collections.abc import Iterator

from factspec.articles.draft import Draft, Mark

# Compiled on first use, because this style is read only if declared.
_BRACKETED = r"\[(?P<body>[^\[\]\n]*+)\]"
_UNCLOSED = r"\[(?P<body>-?@\w(?:\w|[:.#$%&+?<>~/-](?=\w)){0,200}+)(?=[^\[\]\n]*+(?:\[|\n|\Z))"
# Pandoc's manual, "Citation syntax": a key begins with a letter, digit or _ and contains single internal punctuation.
_KEY = r"(?<![^\s;-])@(\{[^{}\s]+\}|[^\W](?:[\w]|[:.#$%&+?<>~/-](?=\w))*)"
_AT = r"(?<![^\s;-])@"


def find(draft: Draft) -> Iterator[Mark]:
    """The marks of this style in a draft, in any order."""
    for match in re.finditer(_BRACKETED, draft.text):
        body = match["body"]
        if re.search(_AT, body):
            ids = _keys(body)
            yield _mark(draft, match, ids, _problem(match[0], body, ids))
    for match in re.finditer(_UNCLOSED, draft.text):
        ids = _keys(match["body"])
        yield _mark(draft, match, ids, f"'{match[0]}' has no closing bracket; write {_written(ids)}")


def _keys(body: str) -> tuple[str, ...]:
    return tuple(key.strip("{}") for key in re.findall(_KEY, body))


def _problem(written: str, body: str, ids: tuple[str, ...]) -> str:
    if not ids:
        return f"'{written}' names no key; write [@key] with the key of its source, or take it out"
    if all(re.search(_AT, part) for part in body.split(";")) and len(re.findall(_AT, body)) == len(ids):
        return ""
    return f"'{written}' is not a list of keys; write {_written(ids)}"


def _written(ids: tuple[str, ...]) -> str:
    return f"[{'; '.join('@' + key for key in ids) or '@key'}]"


def _mark(draft: Draft, match: re.Match[str], ids: tuple[str, ...], problem: str) -> Mark:
    return Mark(match.start(), match.end(), ids, *draft.map.span(match.start(), match.end()), problem)
