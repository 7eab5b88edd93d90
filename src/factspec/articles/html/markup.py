"""HTML as tags and text, each with its range, in linear time; and tables of what elements do.

The standard library's parser takes seconds for 15 kB of unclosed tags, and gives other tags on other versions of
Python. This one follows the tokenization of the HTML standard (section 13.2.5) as far as text and attributes need it.
Unlike browsers it keeps the text of an unfinished last tag.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from factspec.articles.draft import Kind
from factspec.language.places import Span

_OPEN = re.compile(r"<(?:(?P<comment>!--)|(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>\0]*+)|(?P<bogus>[!?/]))")
# Up to the end of the tag, attribute by attribute; only after `=` a value is quoted and may contain `>`.
_VALUE = r"""\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+|(?=>))"""
_REST = re.compile(rf"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:{_VALUE}|(?!\s*+=\s*+[\"'])))*+>")
_ATTRIBUTE = re.compile(r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>][^\s>]*+))?+)?+""")
_COMMENT_END = re.compile(r"--!?>")
_EMPTY_COMMENT = re.compile(r"-?>")
# Elements with content that is not markup (HTML standard, 13.2.5.2 to 13.2.5.5).
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp")
}
# Nothing ends this one.
_RAW["plaintext"] = re.compile(r"(?!)")


class Tag(NamedTuple):
    """A tag as written: its name in lower case, whether it ends an element, its range, and where its attributes are."""

    name: str
    is_end: bool
    start: int
    end: int
    attributes_start: int


class Text(NamedTuple):
    """The range of text between tags; `raw` text is that of a script, a title and their like.

    With `doubt` it is not text but a place after which browsers may read the page differently, and the reason.
    """

    start: int
    end: int
    raw: bool = False
    doubt: str = ""


def attributes(source: str, tag: Tag) -> dict[str, str]:
    """The attributes of a tag, names in lower case, entities resolved; of two with one name the first."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source, tag.attributes_start, tag.end - 1):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
    return found


def attribute_range(source: str, tag: Tag, name: str) -> Span:
    """The range of the value of the first attribute of a name, without quotes; the range of the tag if it has none."""
    for match in _ATTRIBUTE.finditer(source, tag.attributes_start, tag.end - 1):
        if match[1].lower() == name and match.lastindex and match.lastindex > 1:
            return Span(*match.span(match.lastindex))
    return Span(tag.start, tag.end)


def words_in(source: str, start: int, end: int, *, shown: bool = False) -> str:
    """The text of a range of the source without its tags, entities resolved, and the texts that its tags have.

    With `shown` only what is shown in its place: neither the title of a graphic nor addresses.
    """
    written: list[str] = []
    graphics = silent = 0
    for token in tokens(source, start, end):
        if isinstance(token, Text):
            written.append("" if token.doubt or silent else html.unescape(source[token.start : token.end]))
            continue
        step = -1 if token.is_end else not source.endswith("/>", token.start, token.end)
        graphics = max(graphics + step * (token.name == "svg"), 0)
        if shown and (token.name in {"style", "script"} or (graphics and token.name in _SILENT)):
            silent = max(silent + step, 0)
        elif not token.is_end:
            found = attributes(source, token)
            written += [f" {found[name]} " for name in (SHOWN if shown else TEXTS) if found.get(name)]
        written.append(" " if token.name in BLOCKS or token.name == "br" else "")
    return "".join(written)


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Tag | Text]:
    """The tags and texts of a range of the source in order; comments and declarations are neither."""
    return _Scan(source, len(source) if end is None else end).tokens(start)


class _Scan:
    """One pass over a source; what is learnt about the rest is kept, so that it is searched once."""

    def __init__(self, source: str, end: int) -> None:
        self.source = source
        self.end = end
        self.quotes_are_broken = False
        self.is_reported = False

    def tokens(self, start: int) -> Iterator[Tag | Text]:
        position = text_start = start
        while match := _OPEN.search(self.source, position, self.end):
            position = self._end_of(match)
            if position < 0 or (self.quotes_are_broken and not self.is_reported):
                self.is_reported = True
                yield Text(match.start(), match.end(), doubt="the tag has no end, and browsers leave out what follows")
            if position < 0:
                break
            if text_start < match.start():
                yield Text(text_start, match.start())
            text_start = position
            if match["name"]:
                tag = Tag(match["name"].lower(), bool(match["slash"]), match.start(), position, match.end())
                yield tag
                raw_end = self._raw_end(tag)
                if raw_end > position:
                    yield Text(position, raw_end, raw=True)
                    position = text_start = raw_end
        if text_start < self.end:
            yield Text(text_start, self.end)

    def _end_of(self, match: re.Match[str]) -> int:
        """The end of a tag, comment or declaration; -1 if it has none."""
        if match["comment"]:
            close = _EMPTY_COMMENT.match(self.source, match.end(), self.end)
            close = close or _COMMENT_END.search(self.source, match.end(), self.end)
            return close.end() if close else self.end
        if match["name"] and not self.quotes_are_broken:
            rest = _REST.match(self.source, match.end(), self.end)
            if rest:
                return rest.end()
            self.quotes_are_broken = True
        return self.source.find(">", match.end(), self.end) + 1 or -1

    def _raw_end(self, tag: Tag) -> int:
        pattern = None if tag.is_end else _RAW.get(tag.name)
        if pattern is None:
            return tag.end
        close = pattern.search(self.source, tag.end, self.end)
        return close.start() if close else self.end


# What elements do to text, after the HTML standard (whatwg.org) of 2025.


# Elements that begin and end a line of their own (15.3 "Non-replaced elements": blocks, list items, table parts).
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search "
    "section summary table tbody td tfoot th thead tr ul".split()
)
# Elements without content (13.1.2), and `image`, which browsers read as `img` (13.2.6.4.7).
VOID = frozenset("area base br col embed hr image img input link meta param source track wbr".split())
# What browsers with scripts never show (15.3.1 "Hidden elements"; "The noscript element").
UNSHOWN = frozenset("datalist noembed noframes noscript rp script style template title".split())
STRUCK = frozenset("del s strike".split())
# Elements that are not read, and the names by which they are counted. Some contain words that browsers show, others
# only what is shown in place of a picture.
UNREAD = {
    "applet": "object",
    "audio": "audio",
    "button": "button",
    "canvas": "canvas",
    "embed": "object",
    "iframe": "frame",
    "image": "image",
    "img": "image",
    "input": "form field",
    "math": "formula",
    "meter": "meter",
    "nav": "navigation",
    "object": "object",
    "plaintext": "plaintext",
    "progress": "meter",
    "select": "form field",
    "svg": "graphic",
    "textarea": "form field",
    "video": "video",
    "xmp": "listing",
}
# Attributes with what an element shows in its place, and all with words or addresses.
SHOWN = ("alt", "label", "placeholder", "value")
TEXTS = (*SHOWN, "title", "aria-label", "src", "data")
# Parts of a graphic that are not drawn.
_SILENT = frozenset({"title", "desc", "metadata"})
WORDED = frozenset("applet button embed iframe input math nav object plaintext select svg textarea xmp".split())
SKIPPED = UNSHOWN | STRUCK | UNREAD.keys()
# Browsers open these again in the next block if their end tag is missing (13.2.4.3 "formatting elements").
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ol", "ul", "menu", "dir"})
CODE = frozenset({"code", "kbd", "samp"})
KINDS = {
    **dict.fromkeys(HEADINGS, Kind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Kind.LIST_ITEM),
    **dict.fromkeys(("figcaption", "caption", "aside"), Kind.CAPTION),
    **dict.fromkeys(("td", "th"), Kind.CELL),
    "blockquote": Kind.QUOTATION,
}

_TABLE = frozenset({"table"})
_CELLS = frozenset({"td", "th"})
_ITEMS = frozenset({"li"})
_TERMS = frozenset({"dt", "dd"})
_PARAGRAPHS = frozenset({"p"})
# Boundaries that an end tag does not reach across (13.2.4.2 "has an element in scope").
SCOPES = frozenset({"table", "td", "th", "caption", "html", "button", "object", "template"})
# Their end tags count even across an unclosed table; otherwise the rest of the page would become part of the article.
SECTIONS = frozenset({"table", "article", "main", "body", "html"})
TABLE_PARTS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "caption"})
# Start tag: the open elements that it ends, unless one of the fences was opened since (13.1.2.4 "Optional tags").
ENDS = {
    **dict.fromkeys(BLOCKS, ((_PARAGRAPHS, SCOPES),)),
    **dict.fromkeys(HEADINGS | _PARAGRAPHS, ((_PARAGRAPHS | HEADINGS, SCOPES),)),
    "li": ((_ITEMS, LISTS | SCOPES), (_PARAGRAPHS, SCOPES)),
    **dict.fromkeys(_TERMS, ((_TERMS, frozenset({"dl"}) | SCOPES), (_PARAGRAPHS, SCOPES))),
    **dict.fromkeys(_CELLS, ((_CELLS, _TABLE),)),
    "tr": ((frozenset({"tr"}), _TABLE),),
    "option": ((frozenset({"option"}), frozenset({"select", "datalist"}) | SCOPES),),
    **dict.fromkeys(("rt", "rp"), ((frozenset({"rt", "rp"}), frozenset({"ruby"}) | SCOPES),)),
}
