"""Every key of a spec and of the policy, one row each.

The decoder of specs, the schema for editors and the tables of keys in the documentation are made from this table. To
add a key, add a row and run `make keys`. `title` always says what is expected, in words that fit after "should be".
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Text(NamedTuple):
    """One text, number or word.

    `pattern` must be found in it, as in JSON Schema. `words` are all allowed words; `values` are their forms that an
    editor does not read as text, such as `false` for `off`. `names` is the field of `Vocabulary` with allowed names,
    used only in the schema for editors, and `beside` are further allowed words. `numbers` are keywords of JSON Schema
    for values that an editor reads as numbers. `types` are the types that an editor may read it as, all those of
    single values if it is empty. `editors_pattern` replaces `pattern` in an editor if only code can say what is wrong.
    """

    title: str
    pattern: str = ""
    words: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()
    names: str = ""
    beside: tuple[str, ...] = ()
    numbers: Mapping[str, Any] = _NOTHING
    types: tuple[str, ...] = ()
    editors_pattern: str = ""
    name: str = ""


class Many(NamedTuple):
    """A list of at least `least` items, and at most `most` unless that is 0."""

    title: str
    item: "Kind"
    least: int = 0
    most: int = 0
    name: str = ""


class Keyed(NamedTuple):
    """A mapping with some of the given keys, at least `least` of them, and all that are `required`.

    It must have exactly one of the keys `one_of`. `needs` maps a key to another that it needs. An `open` mapping may
    have other keys too. `values` is the kind of every value, in a mapping with keys that are not known here. `name` is
    the name of the definition in the schema and of the table in the documentation.
    """

    title: str
    keys: "Mapping[str, Key]"
    required: tuple[str, ...] = ()
    least: int = 0
    one_of: tuple[str, ...] = ()
    needs: Mapping[str, str] = _NOTHING
    open: bool = False
    values: Text | None = None
    name: str = ""


class Choice(NamedTuple):
    """A list or a mapping of one kind, or something of another kind."""

    title: str
    first: Many | Keyed
    otherwise: "Kind"
    name: str = ""


Kind: TypeAlias = Text | Many | Keyed | Choice


class Key(NamedTuple):
    """A key: the kind of its value, its meaning in a sentence or two of Markdown, and an example value in YAML."""

    name: str
    kind: Kind
    meaning: str
    example: str = ""
    required: bool = False


def _mapping(title: str, *rows: Key, **more: Any) -> Keyed:
    return Keyed(title, {row.name: row for row in rows}, tuple(row.name for row in rows if row.required), **more)


# What a value can be.

# fmt: off
_PROSE = Text("text", r"\S")
_LINE = Text("text on one line", r"^(?=.*\S)[^\n\r]+$")
_PATH = Text("a path relative to the spec", _LINE.pattern)
_LABEL = Text("a source id", r"^[^\s\[\],;]+( [^\s\[\],;]+)*$")
_LABELS = Many("a list of source ids", _LABEL, least=1)
_CLAIM_ID = Text(
    "an id of small letters, digits, `-` and `_`, at most 60, beginning with a letter or digit",
    r"^[a-z0-9][a-z0-9_-]{0,59}$",
)
_DATE = Text(
    "a date such as 2026-05-20",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    types=("string",),
    editors_pattern="^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
)
_WHOLE = {"minimum": 1, "multipleOf": 1}
_COUNT = Text("a whole number from 1", "^[1-9][0-9]{0,5}$", numbers=_WHOLE)
_OCCURRENCE = Text("a whole number from 1, or `all`", "^([1-9][0-9]{0,5}|all)$", numbers=_WHOLE)
_SEVERITY = Text("error, warning or off", words=("error", "warning", "off"), values=(False,), name="severity")
_SCOPE = Text("sentence, paragraph or claims", words=("sentence", "paragraph", "claims"))
_STYLE = Text("a citation style", "^[a-z][a-z0-9-]*$", names="styles")
_ELEMENT = Text(
    "one element, by its tag, .class, #id or tag.class", r"^\s*(?=\S)([a-zA-Z][\w-]*)?([.#][^\s.#]+)?\s*$"
)
_SWITCH = Text("true or false", words=("true", "false"), values=(True, False))
_STYLES = Many("a list of citation styles", _STYLE, least=1)
_TEXTS = Many("a list of texts", _LINE)

# The mappings, from the inner to the outer ones.

_CITATIONS_TITLE = "none, a citation style, a list of styles, or a mapping of `style` and `scope`"
CITATIONS = Choice(
    _CITATIONS_TITLE,
    _mapping(
        _CITATIONS_TITLE,
        Key("style", Choice("a citation style or a list of them", _STYLES, _STYLE),
            "one of `numbered`, `footnote`, `superscript`, `pandoc`, `links`, or a list of them",
            "[numbered, links]"),
        Key("scope", _SCOPE,
            "how far a citation reaches. `sentence` (the default): to the end of its sentence; `paragraph`: to "
            "the end of its paragraph; `claims`: to the end of its sentence, and only sentences with a claim need "
            "one, for articles in which other notes explain", "paragraph"),
        least=1, name="citations",
    ),
    Choice("a citation style or a list of them", _STYLES, _STYLE._replace(beside=("none",))),
    name="citations-or-none",
)

_ARTICLE = Choice(
    "a path or a mapping with `file`",
    _mapping(
        "an article",
        Key("file", _PATH, "the path, relative to the spec", "../articles/ferry.html", required=True),
        Key("format", _LINE._replace(names="formats"),
            "`text`, `markdown` or `html`, if the suffix does not say it", "html"),
        Key("select", _ELEMENT,
            "HTML: a CSS selector of the element with the article, such as `main` or `#story`", "main"),
        Key("citations", CITATIONS,
            "how this rendition cites, if it differs from the spec's `citations`", "{style: footnote}"),
        Key("partial", _SWITCH,
            "`true`: this rendition tells only part of the story, so a missing claim is not a finding there; at least "
            "one rendition must tell the whole story", "true"),
        name="article",
    ),
    _PATH,
)
_ARTICLES = Choice(
    "a path, a mapping with `file`, or a list of these", Many("a list of articles", _ARTICLE, least=1), _ARTICLE
)

_CSL_TEXT = Text("text", name="csl-text")
_CSL_NAME_PARTS = (
    "family given dropping-particle non-dropping-particle suffix comma-suffix static-ordering literal parse-names"
)
_CSL_NAMES = Many(
    "a list of CSL names such as `[{family: Doe, given: Jo}]`",
    _mapping(
        "a CSL name",
        *(Key(part, _CSL_TEXT, f"CSL name part: {part.replace('-', ' ')}") for part in _CSL_NAME_PARTS.split()),
        name="csl-name",
    ),
    name="csl-names",
)
_CSL_NUMBERS = Many("a list of year, month, day", Text("a whole number", "^-?[0-9]{1,4}$"), least=1, most=3)
_CSL_DATE = Choice(
    "a date such as 2026-05-20 or 2026-05, or a mapping such as `{date-parts: [[2026, 5, 20]]}`",
    _mapping(
        "a CSL date",
        Key("date-parts", Many("one list of year, month, day, or two", _CSL_NUMBERS, least=1, most=2),
            "CSL date-parts; two lists are a range", "[[2026, 5, 20]]"),
        Key("season", _CSL_TEXT, "CSL: the season"),
        Key("circa", _CSL_TEXT, "CSL: about this date"),
        Key("literal", _CSL_TEXT, "CSL: the date in words"),
        Key("raw", _CSL_TEXT, "CSL: the date as found"),
        Key("edtf", _CSL_TEXT, "CSL: the date in EDTF"),
        least=1, name="csl-date-mapping",
    ),
    Text("a date such as 2026-05-20 or 2026-05, or a CSL date mapping", "[0-9]"),
    name="csl-date",
)
_CSL_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage"
)
# The variables of CSL-JSON 1.0.2 (csl-data.json): names, dates (appendix IV, and `container`), and texts.
_AUTHORS = (
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author "
    "performer producer recipient reviewed-author script-writer series-creator translator"
)
_DATES = "accessed available-date container event-date issued original-date submitted"
_TEXT_VARIABLES = (
    "DOI ISAN ISBN ISCI ISMN ISRC ISSN ISWC PMCID PMID URL abstract annote archive archive-place "
    "archive_collection archive_location authority call-number chapter-number citation-key citation-label "
    "citation-number collection-number collection-title container-title container-title-short dimensions division "
    "edition event event-place event-title first-reference-note-number genre issue journalAbbreviation "
    "jurisdiction keyword language locator medium note number number-of-pages number-of-volumes "
    "original-publisher original-publisher-place original-title page page-first part part-title printing publisher "
    "publisher-place references reviewed-genre reviewed-title scale section shortTitle source status supplement "
    "title title-short translated-title translated-title-short version volume volume-title volume-title-short "
    "year-suffix"
)
# What the variables that sources have most often mean, with an example.
_CSL_MEANINGS = {
    "author": ("who wrote it", "[{family: Doe, given: Jo}]"),
    "accessed": ("the day it was read", "2026-05-21"),
    "issued": ("the day it was published: a date, or CSL's `date-parts`, `raw` or `literal`", "2026-05-20"),
    "DOI": ("its digital object identifier; the article's own reference must give it", "10.1000/182"),
    "URL": ("its address on the web; the article's own reference must lead there", "https://coast.example/ferry"),
    "container-title": ("the newspaper, journal or site it is in", "Coast Daily"),
    "language": ("its language", "en"),
    "note": ("anything else to keep about it", "read in the library"),
    "publisher": ("who published it", "Coast Daily"),
    "title": ("the title as printed", "The ferry sails again"),
}
DATES = frozenset(_DATES.split())
"""The CSL variables that are dates."""

_OWN = (
    Key("cited_as", Choice("a source id or a list of them", _LABELS, _LABEL),
        "the article's labels for this source, if they differ from its id", "[1, 5]"),
    Key("origin", _LINE,
        "who the words come from; sources of one origin are not independent of each other. Without it, a source is its "
        "own origin", "tideline-wire"),
    Key("role", Text("primary, secondary or background", words=("primary", "secondary", "background")),
        "`primary`: somebody who was there or decided; `secondary`: somebody who reports it; `background`: read for "
        "the article, and need not be cited", "primary"),
    Key("text", _LINE,
        "the path of a stored copy, relative to the spec: text (`.txt`), Markdown (`.md`), HTML (`.html`) or PDF "
        "(`.pdf`)", "../articles/sources/3.txt"),
    Key("sha256", Text("64 hexadecimal digits", "^[0-9a-fA-F]{64}$"),
        "the SHA-256 of that file's bytes, which pins it",
        "950df0d4f615c2c153eace7a9ac33045f370d8e8dc8bc8a02dede663692bdb29"),
)
OWN = frozenset(key.name for key in _OWN)
"""Keys of a source that are factspec's own; every other one but `id` is a CSL-JSON 1.0.2 variable."""
_CSL = (
    Key("type", Text("a CSL type", words=tuple(_CSL_TYPES.split())), "CSL's type of the source", "article-newspaper"),
    Key("categories", _TEXTS, "CSL variable: categories"),
    *(
        Key(one, kind, *_CSL_MEANINGS.get(one, (f"CSL {what}: {one.replace('-', ' ').replace('_', ' ')}", "")))
        for what, kind, names in (
            ("names", _CSL_NAMES, _AUTHORS), ("date", _CSL_DATE, _DATES), ("variable", _CSL_TEXT, _TEXT_VARIABLES)
        )
        for one in names.split()
    ),
)
_CUSTOM = Key("custom", _mapping("a mapping", open=True), "CSL variable: values of your own")
_SOURCE_ID = Key("id", _LABEL, "the name that claims use, read as text: `1` and `01` are two ids", "1", required=True)
_SOURCE = Choice(
    "a source id or a mapping with `id`",
    _mapping("a source", _SOURCE_ID, *_OWN, _CUSTOM, *_CSL, name="source"),
    _LABEL,
)
_SOURCES = Choice(
    "a list of sources, or the path of a CSL-JSON file",
    Many("a list of sources", _SOURCE),
    Text(
        "a list of sources, or the path of a CSL-JSON file such as `../sources.json`",
        r"\.json$",
        types=("string",),
    ),
)
_ADDED = _mapping("factspec's part of a source", *_OWN)
CSL_ITEMS = Many(
    "a list of CSL items",
    _mapping(
        "a source",
        _SOURCE_ID,
        _CSL[0]._replace(required=True),
        _CUSTOM._replace(kind=_mapping("a mapping", Key("factspec", _ADDED, "what factspec adds"), open=True)),
        *_CSL[1:],
        name="csl-item",
    ),
)
"""The content of a CSL-JSON file of sources, by CSL's own rules: items have a type, and our keys are in `custom`."""

_CITES_TITLE = "a list of source ids such as `[1, 2]`, or a mapping such as `{all_of: [1]}`"
_CITES = Choice(
    _CITES_TITLE,
    Many("a list of source ids", _LABEL),
    _mapping(
        _CITES_TITLE,
        Key("all_of", _LABELS, "every one of these must be cited", "[1]"),
        Key("any_of", _LABELS, "at least one of these must be cited", "[2, 3]"),
        Key("none_of", _LABELS, "none of these may be cited", "[4]"),
        Key("at_least", _COUNT, "how many different sources must be cited", "2"),
        Key("origins", _COUNT,
            "how many different origins the cited sources must have; otherwise it is `too-few-origins`", "2"),
        least=1, name="cites",
    ),
)
_EVIDENCE = _mapping(
    "a piece of evidence",
    Key("source", _LABEL, "the id of a source that the claim may cite", "3", required=True),
    Key("quote", _PROSE,
        "words of its stored text; `…` is a gap", '"It will reopen on Monday"', required=True),
    name="evidence",
)
_FACT = Choice(
    "a phrase, or a mapping such as `{value: 5%}`, `{date: 2026-05-19}`, `{name: Xi Jinping}` or `{any_of: [a, b]}`",
    _mapping(
        "a fact",
        Key("value", _LINE, "one number, with its unit or currency if it has one", "US$400bn"),
        Key("tolerance", _LINE,
            "with `value`: how far the article's number may be off, as a percentage or a number", "5%"),
        Key("date", _DATE,
            "a day; the article may write it in any form, also relative to `published`", "2026-05-19"),
        Key("name", _LINE, "a name as it must be in the article", "Xi Jinping"),
        Key("aliases", Many("a list of names such as `[Xi, President Xi]`", _LINE, least=1),
            "with `name`: a list of other accepted forms", "[Xi, President Xi]"),
        Key("any_of", Many("a list of phrases", _LINE, least=1),
            "a list of phrases, one of which must be there", "[signed, agreed]"),
        least=1, name="fact",
    ),
    Text("a phrase", r"\S"),
)
CONTENTS = ("says", "quotes", "facts")
"""The keys for what a claim checks; it has exactly one of them."""
_CLAIM = _mapping(
    "a claim",
    Key("id", _CLAIM_ID, "names the claim in every message and in `pytest -k`", "gas-deal", required=True),
    Key("says", _PROSE,
        "approved wording. With a closing mark it is a whole sentence, to which nothing may be added; without one, or "
        "with `…` at one end, it is part of a sentence. Inside, `…` is a gap within the sentence, which contains no "
        "negation, hedge, denial or other clause", "The ferry … sailed again on Monday"),
    Key("quotes", _PROSE,
        "words that must be between quotation marks; `…` is a gap, `[word]` an insertion", "long-time good friend"),
    Key("facts", Many("a list of phrases", _FACT, least=1),
        "a list of phrases, values, days and names that must be together; in a strict spec in this order, unless the "
        "claim is approved",
        "[Gazprom, {value: US$400bn}]"),
    Key("speaker", _LINE,
        "with `quotes`: the person, by full or family name, to whom the sentence or a neighbouring one gives the "
        "words", "Xi Jinping"),
    Key("cites", _CITES,
        "the sources that must be cited: a list means exactly these, a mapping says more", "[1, 3]"),
    Key("evidence", Many('a list of evidence such as `[{source: 1, quote: "…"}]`', _EVIDENCE, least=1),
        "passages of stored sources that support the claim, word for word",
        '[{source: 3, quote: "It will reopen on Monday"}]'),
    Key("occurrence", _OCCURRENCE,
        "with `says` or `quotes`, if the words occur in several places: which one, counted from 1, or `all` of them",
        "2"),
    Key("within", Text("sentence, paragraph or row", words=("sentence", "paragraph", "row")),
        "with `facts`: `sentence` (the default), `paragraph`, or `row` for a table row and the headings of its columns",
        "paragraph"),
    Key("wording", Text("exact", words=("exact",)),
        "with `says`, `exact`: only typography (quotation marks, dashes, spaces, line breaks) may differ", "exact"),
    Key("note", _PROSE, "the checker's own words; shown in failures and reports", "flight tracked, 19 May"),
    Key("recheck", _DATE,
        "the day from which the claim is to be looked at again, because offices, prices and versions age: "
        "`claim-due`, a warning", "2026-12-31"),
    Key("context", Text("paragraph", words=("paragraph",)),
        "`paragraph`: in a lock, the sentences before and after are approved with the claim's own", "paragraph"),
    Key("tags", Many("a list of tags", _LINE), "words for `pytest -k`", "[energy]"),
    one_of=CONTENTS,
    needs={"speaker": "quotes", "within": "facts"},
    name="claim",
)
_FORBIDDEN = _mapping(
    "a forbidden wording",
    Key("id", _CLAIM_ID, "an id like that of a claim; no claim may have the same", "no-alliance", required=True),
    Key("says", _PROSE,
        "wording that must not be in the article or in its notes and list of sources, whatever its hyphens, "
        "quotation marks and spelling, without citation markers", "military alliance", required=True),
    Key("reason", _PROSE, "why; shown with the finding", "legal, 2026-05-18"),
    name="forbidden",
)
_AT_TITLE = "the words of a sentence, a list of them, `article`, or a mapping with `section`"
_AT = Choice(
    _AT_TITLE,
    _mapping(
        "a section",
        Key("section", _LINE, "the heading as in the article", "Analysis", required=True),
        name="section",
    ),
    Choice(_AT_TITLE, Many("a list of sentences", _PROSE, least=1), _PROSE),
)
_WAIVER = _mapping(
    "a waiver",
    Key("rule", Text("a rule that can be waived", names="waivable"),
        "the rule that is waived", "uncited", required=True),
    Key("at", _AT,
        "the whole sentence as in the article, or a part with `…` where it is cut; or a list of these; or `{section: "
        "Heading}` for every sentence under a heading; or `article` for all that the rule reports, except about claims",
        "Children under 12 do not pay.", required=True),
    Key("reason", _PROSE, "why the exception is right", "the writer's own analysis", required=True),
    Key("until", _DATE,
        "the last day of the waiver; after it, the waiver itself is a finding, `waiver-expired`",
        "2026-12-31"),
    Key("occurrence", _OCCURRENCE, "if the words occur in several sentences: which one, or `all`", "all"),
    name="waiver",
)

SPEC = _mapping(
    "a spec",
    Key("factspec", Text("1", words=("1",), values=(1,)), "the version of this language", "1", required=True),
    Key("article", _ARTICLES,
        "the article, or a list of renditions", "../articles/summit.txt", required=True),
    Key("published", _DATE,
        'the day of publication: "on Tuesday" and "yesterday" count from it, and a source issued later is a '
        'warning', "2026-05-20"),
    Key("citations", CITATIONS,
        "how the article cites; without it the usual styles of its format are read", "numbered"),
    Key("strict", _SWITCH,
        "`true`: every word of the running text must be accounted for by a claim, a checked quotation or a waiver; any "
        "other word is an error", "true"),
    Key("sources", _SOURCES,
        "what may be cited: ids, mappings, or the path of a CSL-JSON file that specs share", "[1, 2]"),
    Key("claims", Many("a list of claims", _CLAIM),
        "what the article must say", "[{id: gas, says: The gas flows.}]"),
    Key("forbidden", Many("a list of forbidden wordings", _FORBIDDEN),
        "what it must not say", "[{id: no-alliance, says: military alliance}]"),
    Key("waivers", Many("a list of waivers", _WAIVER),
        "named exceptions, each for one rule in one or more places",
        "[{rule: uncited, at: Children do not pay, reason: common knowledge}]"),
    Key("rules", _mapping("a mapping of rules to severities", values=_SEVERITY),
        "the severity of rules: `error`, `warning` or `off`", "{name-variant: error}"),
    name="spec",
)
"""A whole spec."""

# The policy, in TOML; policy.py checks its values by their kinds.

GLOBS = Many("a list of globs", Text("a glob"))
RULE_NAMES = Many("a list of rules", Text("a rule"))
SEVERITIES = _mapping("a table of rules and severities", values=_SEVERITY)
PERCENTAGE = Text("a whole number from 0 to 100")
SWITCH = Text("true or false")
APPROVERS = Text("true, false, 1 or 2")
FORBIDDEN = Many("a list of texts and forbidden wordings", _FORBIDDEN)
POLICY = _mapping(
    "[tool.factspec]",
    Key("articles", GLOBS,
        "globs of the articles that need a spec. An article that no spec covers is `spec-missing`. A glob that matches "
        "no file is a mistake in the policy, unless other globs match and it only waits for the first file of its "
        "format, such as `*.html`", '["articles/*.md"]'),
    Key("specs", GLOBS,
        "globs of the specs that `factspec check` without a path checks, and that count for `spec-missing`. The "
        "default is all specs below `specs/`. A glob that matches no spec although there are specs elsewhere is a "
        "mistake in the policy", '["specs/*.factspec.yaml"]'),
    Key("citations", CITATIONS,
        "the citation styles and scope of every article, unless its spec sets them",
        '{style = "numbered", scope = "sentence"}'),
    Key("rules", SEVERITIES,
        "the severity of rules in every spec: `error`, `warning` or `off`", '{uncited = "error"}'),
    Key("strict", SWITCH,
        "`true`: every spec is strict, as with its key `strict`", "true"),
    Key("approvals", APPROVERS,
        "`true` or `1`: every claim and waiver must be approved in the lock of its spec; one that is not is an error, "
        "`claim-unapproved`. `2`: two different people must have approved each line of the article", "true"),
    Key("coverage", PERCENTAGE,
        "the percentage of an article's sentences that must be covered or waived, a whole number up to 100; an "
        "article below it is `coverage-below`", "90"),
    Key("forbidden", FORBIDDEN,
        "wording that no article may have, as the key `forbidden` of a spec: texts, or tables with `id`, `says` and "
        "`reason`. A spec can neither waive nor replace an entry, whatever ids it uses itself",
        '["military alliance"]'),
    Key("specs_may_relax", RULE_NAMES,
        "the rules that a spec may make looser than the policy or the rule's default; all other rules may only be made "
        "stricter", '["uncited"]'),
    name="policy",
)
"""The table `[tool.factspec]` of pyproject.toml."""

# fmt: on


def _named(kind: Kind) -> dict[str, Keyed]:
    """The named mappings in a kind, by name."""
    match kind:
        case Many():
            return _named(kind.item)
        case Choice():
            return _named(kind.first) | _named(kind.otherwise)
        case Keyed():
            inner = {name: one for key in kind.keys.values() for name, one in _named(key.kind).items()}
            return {kind.name: kind, **inner} if kind.name else inner
    return {}


NAMED: Mapping[str, Keyed] = {**_named(SPEC), **_named(CSL_ITEMS), **_named(POLICY)}
"""Every named mapping of this table, by name."""


@cache
def item_keys() -> Mapping[str, frozenset[str]]:
    """The keys of an item of each list in a spec, by the key of the list."""
    kinds = {name: row.kind.first if isinstance(row.kind, Choice) else row.kind for name, row in SPEC.keys.items()}
    return {name: frozenset(_first(kind).keys) for name, kind in kinds.items() if isinstance(kind, Many)}


def _first(kind: Kind) -> Keyed:
    return next(iter(_named(kind).values()))
