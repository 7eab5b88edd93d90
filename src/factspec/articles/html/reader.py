"""Read an HTML page as a draft: find the element of its article, its titles and its tables of layout."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from factspec.articles.article import ArticleError
from factspec.articles.draft import Draft, Drafting, Kind, Passage, compose
from factspec.articles.html.markup import HEADINGS, Tag, Text, attribute_range, attributes, tokens
from factspec.articles.html.page import Page
from factspec.articles.html.styles import Styles
from factspec.articles.html.view import View, write_html
from factspec.articles.references import lift
from factspec.language.places import Span

# Choosing the elements of the article without `select`.


# Elements that divide a page. List items are not among them, because their end tags may be missing: articles in a list
# are siblings.
_PARTS = frozenset("main article section aside div nav header footer ul ol table form body".split())


class _Found(NamedTuple):
    """A `<main>` or `<article>` outside all articles: its start, and the starts of its parent and its `<main>`."""

    name: str
    start: int
    parent: int
    main: int


def containers(found: Sequence[Tag | Text]) -> list[int]:
    """The starts of the elements that are the article; none means the whole page.

    It is the first `<article>` in the first `<main>`. If several articles are side by side there, as in a live blog, it
    is all of `<main>`. If there are none, it is all of `<main>` and the first `<article>` elsewhere: the `<main>` may
    be empty, or the `<article>` a card. Without a `<main>` it is the first `<article>` of the page.
    """
    outermost = list(_outermost(found))
    main = next((one.start for one in outermost if one.name == "main"), -1)
    articles = [one for one in outermost if one.name == "article" and one.main == main]
    beside = [one for one in articles if one.parent == articles[0].parent]
    if main >= 0 and len(beside) > 1:
        return [main]
    if main >= 0 and not articles:
        elsewhere = [one.start for one in outermost if one.name == "article"]
        return sorted([main, *elsewhere[:1]])
    return [one.start for one in articles[:1]]


def _outermost(found: Sequence[Tag | Text]) -> Iterator[_Found]:
    opened: list[Tag] = []
    # The number of open elements of each name, so that an end tag without a start tag is ignored quickly.
    counts: Counter[str] = Counter()
    main = -1
    for tag in found:
        if not isinstance(tag, Tag) or tag.name not in _PARTS:
            continue
        if tag.is_end:
            while counts[tag.name]:
                last = opened.pop()
                counts[last.name] -= 1
                main = -1 if last.start == main else main
                if last.name == tag.name:
                    break
            continue
        if tag.name in {"main", "article"} and not counts["article"]:
            yield _Found(tag.name, tag.start, opened[-1].start if opened else -1, main)
        main = tag.start if tag.name == "main" and main < 0 and not counts["article"] else main
        opened.append(tag)
        counts[tag.name] += 1


_CELLS = frozenset({"tr", "td", "th"})
_LAYOUT_SIGNS = HEADINGS | _CELLS | {"table"}
# A table with at least so many cells in a row is one of data.
_ROW = 2
_SELECTOR = re.compile(r"(?P<name>[a-zA-Z][\w-]*)?(?:\.(?P<class>[^\s.#]+)|#(?P<id>[^\s.#]+))?")


@dataclass(slots=True)
class _Table:
    """A table: its start, the number of cells in its row so far, and whether it may be a single column of prose."""

    start: int
    in_row: int = 0
    is_column: bool = True


def read(source: str, select: str = "") -> Draft:
    """The draft of a page. Raises `ArticleError` if `select` does not match an element."""
    found = list(tokens(source))
    drafting = Drafting()
    chosen = _selected(source, found, select) if select else containers(found)
    page = Page(View(source, drafting, Styles(source), frozenset(chosen), frozenset(_layouts(source, found))))
    _read_titles(source, found, drafting)
    page.feed(found)
    page.finish()
    passages, references, titles = lift(drafting.passages)
    return compose(source, passages, references, drafting, titles)._replace(misread=_charset(source, found))


# The names of UTF-8, and those that browsers take for it (WHATWG "Encoding", 4.2; HTML standard, 13.2.3.2).
_UTF_8 = frozenset(
    "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-16 utf-16le utf-16be".split()
)
_CHARSET = re.compile(r"charset\s*+=\s*+[\"']?([^\s;\"']+)", re.IGNORECASE)


def _charset(source: str, found: Sequence[Tag | Text]) -> tuple[int, str] | None:
    """The place and the name of the encoding that a page says it has, if it is not UTF-8; the first one counts."""
    for tag in found:
        if isinstance(tag, Tag) and tag.name == "meta" and not tag.is_end:
            named = attributes(source, tag)
            told = _CHARSET.search(named.get("content", "") if "http-equiv" in named else "")
            charset = named.get("charset") or (told[1] if told else "")
            if charset:
                return None if charset.strip().lower() in _UTF_8 else (tag.start, charset.strip())
    return None


# Elements whose `title` is not that of the page.
_NO_PAGE = frozenset({"svg", "math", "template"})
# Who wrote the page, when, and what it is about, as newspapers, blogs and libraries write it.
_DETAILS = (
    r"author|article:(?!opinion).+|(?:pub|publish|mod|last-?modified|revised)[_-]?(?:date)?|date(?:\..+)?|dc(?:terms)?\..+"
    r"|citation_.+|byl|keywords|news_keywords|abstract|summary|subject|copyright|og:(?:site_name|image:alt)"
    r"|twitter:(?:creator|image:alt|label\d|data\d)|parsely-.+|sailthru\..+"
)
_FOR_OTHER_SITES = r"(?:og|twitter):(?:title|description)"


def _read_titles(source: str, found: Sequence[Tag | Text], drafting: Drafting) -> None:
    """Read the first title and the first description of the page, which browsers and search engines show.

    Titles that other sites show with a link to the page are counted.
    """
    depth = 0
    missing = {"title", "description"}
    for tag, following in pairwise(found):
        if not isinstance(tag, Tag):
            continue
        depth += (1 - 2 * tag.is_end) * (tag.name in _NO_PAGE)
        if tag.name == "title" and "title" in missing and not (tag.is_end or depth > 0):
            missing.remove("title")
            if isinstance(following, Text):
                drafting.add(_title(source, Span(following.start, following.end)))
        elif tag.name == "meta" and not depth > 0:
            _read_meta(source, tag, missing, drafting)


def _read_meta(source: str, tag: Tag, missing: set[str], drafting: Drafting) -> None:
    """Read the description of the page if it is still missing, and count what else readers may see."""
    named = attributes(source, tag)
    name = (named.get("name") or named.get("property", "")).strip().lower()
    if name in missing - {"title"} and "content" in named:
        missing.remove(name)
        drafting.add(_title(source, attribute_range(source, tag, "content")))
    elif re.fullmatch(_FOR_OTHER_SITES, name):
        drafting.skip("social-media title", Span(tag.start, tag.end), named.get("content", ""))
    elif re.fullmatch(_DETAILS, name) and named.get("content"):
        drafting.skip("page detail", Span(tag.start, tag.end), f"{name}: {named['content']}")


def _title(source: str, written: Span) -> Passage:
    title = Passage(Kind.TITLE)
    title.is_apart = True
    write_html(title, source, *written)
    return title


def _layouts(source: str, found: Sequence[Tag | Text]) -> Iterator[int]:
    """The starts of tables that are only layout, as in mail and old pages.

    Such a table says so, contains a table or a heading, or has one cell in each row and no heading cell.
    """
    open_tables: list[_Table] = []
    for tag in found:
        if not isinstance(tag, Tag) or tag.name not in _LAYOUT_SIGNS:
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


def _selected(source: str, found: Sequence[Tag | Text], select: str) -> list[int]:
    """The starts of the elements that `select` names."""
    wanted = _SELECTOR.fullmatch(select)
    if not wanted:
        raise ArticleError(f"select '{select}' is not understood; write a tag, .class, #id or tag.class")
    starts = (token for token in found if isinstance(token, Tag) and not token.is_end)
    chosen = [tag.start for tag in starts if _fits(source, tag, wanted)]
    if not chosen:
        raise ArticleError(
            f"select '{select}' does not match an element of the page; look up the element of the article"
        )
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
