"""An HTML page as a draft: its article's element found and read."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factspec.article import ArticleError
from factspec.draft import Draft
from factspec.drafting import Drafting, compose
from factspec.hypertext.containers import containers
from factspec.hypertext.elements import HEADINGS
from factspec.hypertext.markup import Tag, Text, attributes, tokens
from factspec.hypertext.page import Page
from factspec.hypertext.view import View, all_seen
from factspec.references import lift
from factspec.registry import load

_CELLS = frozenset({"tr", "td", "th"})
_TELLING = HEADINGS | _CELLS | {"table"}
# From so many cells on a row relates one thing to another.
_ROW = 2
_SELECTOR = re.compile(r"(?P<name>[a-zA-Z][\w-]*)?(?:\.(?P<class>[^\s.#]+)|#(?P<id>[^\s.#]+))?")


@dataclass(slots=True)
class _Table:
    """A table: where it starts, the cells of its row so far, and whether it may be a column that holds prose."""

    start: int
    in_row: int = 0
    is_column: bool = True


def read(source: str, select: str = "") -> Draft:
    """The draft of a page. Raises `ArticleError` where `select` names no element of it."""
    found = list(tokens(source))
    drafting = Drafting()
    chosen = _selected(source, found, select) if select else containers(found)
    page = Page(View(source, drafting, frozenset(chosen), frozenset(_layouts(source, found)), _unseen(source, found)))
    page.feed(found)
    page.close()
    passages, references = lift(drafting.passages)
    return compose("html", source, passages, references, drafting.hidden)


def _layouts(source: str, found: Sequence[Tag | Text]) -> Iterator[int]:
    """Where tables start that only place what they hold, as those of mail and old pages do.

    Such a table says so, holds a table or a heading, or has one cell a row and no heading cell.
    """
    open_tables: list[_Table] = []
    for tag in found:
        if not isinstance(tag, Tag) or tag.name not in _TELLING:
            continue
        if tag.name in _CELLS:
            _count_cell(open_tables, tag)
            continue
        if tag.name != "table" or not tag.is_end:
            yield from (table.start for table in open_tables[-1:])
        if tag.name == "table" and tag.is_end:
            yield from (table.start for table in open_tables[-1:] if table.is_column)
            del open_tables[-1:]
        elif tag.name == "table":
            open_tables.append(_Table(tag.start))
            if attributes(source, tag).get("role", "").strip().lower() in {"presentation", "none"}:
                yield tag.start
    yield from (table.start for table in open_tables if table.is_column)


def _count_cell(open_tables: Sequence[_Table], tag: Tag) -> None:
    if open_tables and not tag.is_end:
        table = open_tables[-1]
        table.in_row = 0 if tag.name == "tr" else table.in_row + 1
        table.is_column = table.is_column and table.in_row < _ROW and tag.name != "th"


def _unseen(source: str, found: Sequence[Tag | Text]) -> Callable[[Tag, Mapping[str, str]], bool]:
    """What tells whether the page's own style sheets hide an element; they are read only where there are any."""
    if not any(token.name == "style" for token in found if isinstance(token, Tag)):
        return all_seen
    sheet: Callable[[Tag, Mapping[str, str]], bool] = (
        load("factspec.hypertext", "stylesheet").stylesheet(source, found).hides
    )
    return sheet


def _selected(source: str, found: Sequence[Tag | Text], select: str) -> list[int]:
    """Where the elements start that `select` names."""
    wanted = _SELECTOR.fullmatch(select)
    if not wanted:
        raise ArticleError(f"select '{select}' is not understood; write a tag, .class, #id or tag.class")
    starts = (token for token in found if isinstance(token, Tag) and not token.is_end)
    chosen = [tag.start for tag in starts if _fits(source, tag, wanted)]
    if not chosen:
        raise ArticleError(f"select '{select}' names no element of the page; look up the article's element in it")
    return chosen


def _fits(source: str, tag: Tag, wanted: re.Match[str]) -> bool:
    if wanted["name"] and wanted["name"].lower() != tag.name:
        return False
    if not wanted["class"] and not wanted["id"]:
        return True
    found = attributes(source, tag)
    if wanted["class"]:
        return wanted["class"] in found.get("class", "").split()
    return wanted["id"] == found.get("id", "")
