"""Read an HTML page as a draft: find the element of its article, its titles and its tables of layout."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import unquote

from factspec.articles.article import ArticleError
from factspec.articles.draft import Draft, Drafting, Kind, Passage, compose
from factspec.articles.html.markup import (
    BLOCKS,
    HEADINGS,
    SECTIONS,
    Tag,
    Text,
    attribute_range,
    attributes,
    tokens,
    words_in,
)
from factspec.articles.html.page import Page
from factspec.articles.html.styles import Styles
from factspec.articles.html.view import View, write_html
from factspec.articles.labels import LIST, RAISED_DIGITS
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
    notes = _notes_outside(source, found, frozenset(chosen)) if chosen else {}
    containers_and_notes = frozenset(chosen) | notes.keys()
    layouts = frozenset(_layouts(source, found))
    page = Page(View(source, drafting, Styles(source), containers_and_notes, layouts, notes))
    _read_titles(source, found, drafting)
    page.feed(found)
    page.finish()
    passages, references, titles = lift(drafting.passages)
    return compose(source, passages, references, drafting, titles)._replace(misread=_charset(source, found))


# Notes outside the element of the article, to which its markers lead.


_MARKER = re.compile(rf"{LIST}|[a-z]{{1,2}}|[ivx]{{1,5}}|[*†‡§]{{1,3}}")
_LONGEST_MARKER = 200


def _notes_outside(source: str, found: Sequence[Tag | Text], chosen: Collection[int]) -> dict[int, str]:
    """The starts of the blocks outside the chosen elements to which markers inside lead, each with its number.

    The number is empty for a note with another sign.
    """
    ends = _ends(found, len(source))
    article = sorted(Span(start, ends.get(start, len(source))) for start in chosen)
    wanted = _led_to(source, [tag for tag in _starts(found, "a") if _is_within(article, tag.start)], ends)
    around = {at for at, end in ends.items() if any(at < start < end for start, _ in article)} if wanted else set()
    notes: dict[int, str] = {}
    block = -1
    # What begins a list item is a note only together with the rest of it.
    item: Tag | None = None
    for tag in _starts(found) if wanted else ():
        if tag.name in BLOCKS and not (item and not source[item.end : tag.start].strip()):
            block = tag.start
        item = tag if tag.name == "li" else item
        if block < 0 or block in around or _is_within(article, tag.start):
            continue
        named = attributes(source, tag)
        one = named.get("id") or (named.get("name") if tag.name == "a" else "")
        if one in wanted:
            notes.setdefault(block, wanted.pop(one))
    return notes


def _led_to(source: str, links: Iterable[Tag], ends: Mapping[int, int]) -> dict[str, str]:
    """The ids in the page to which links with the text of a marker lead, each with the number of its marker."""
    wanted: dict[str, str] = {}
    for tag in links:
        url = attributes(source, tag).get("href", "")
        end = min(ends.get(tag.start, tag.end), tag.end + _LONGEST_MARKER)
        written = (
            words_in(source, tag.end, end).strip().strip("[]()").translate(RAISED_DIGITS) if url[:1] == "#" else ""
        )
        if _MARKER.fullmatch(written.lower()):
            wanted.setdefault(unquote(url[1:]), written if written.isdecimal() else "")
    return wanted


def _starts(found: Iterable[Tag | Text], name: str = "") -> Iterator[Tag]:
    """The start tags, or those of one name."""
    return (tag for tag in found if isinstance(tag, Tag) and not tag.is_end and name in {"", tag.name})


def _is_within(ranges: Sequence[Span], at: int) -> bool:
    before = bisect_right(ranges, at, key=attrgetter("start")) - 1
    return before >= 0 and at < ranges[before].end


def _ends(found: Sequence[Tag | Text], length: int) -> dict[int, int]:
    """The ends of the elements by their starts: of two with one name the inner one ends first."""
    opened: defaultdict[str, list[int]] = defaultdict(list)
    ends: dict[int, int] = {}
    for tag in found:
        if isinstance(tag, Tag) and not tag.is_end:
            opened[tag.name].append(tag.start)
        elif isinstance(tag, Tag) and opened[tag.name]:
            ends[opened[tag.name].pop()] = tag.start
    return ends | {start: length for name in SECTIONS for start in opened[name]}


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
