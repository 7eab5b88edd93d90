"""What HTML elements do to a text: tables, after the HTML standard (whatwg.org) of 2025."""

from factspec.draft import Kind

# Elements that begin and end a line of their own (15.3 "Non-replaced elements": blocks, list items, table parts).
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search "
    "section summary table tbody td tfoot th thead tr ul".split()
)
# Elements without content (13.1.2).
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Programs, templates, controls, navigation and graphics: not the article, or not shown as text; and what is struck out.
SKIPPED = frozenset(
    "audio button canvas datalist del iframe nav noembed noframes noscript object rp s script select strike style svg "
    "template textarea title video xmp".split()
)
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
# Their end tags are believed even across an unclosed table, lest the rest of the page become part of the article.
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
}
