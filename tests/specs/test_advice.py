"""One slip in a spec is one mistake at its line, and what its advice says to write is taken by the loader."""

from collections.abc import Callable

import pytest

MistakeLines = Callable[[str], list[str]]
SPEC = """\
factspec: 1
article: ../articles/a.txt
published: 2026-05-20
sources:
  - {id: 2, title: Tides}
  - id: 3
    title: Council paper
claims:
  - id: built
    says: The wall was built in 1931
    cites: [3]
  - id: unhurt
    says: Nobody was hurt
    cites: [2, 3]
  - id: heard
    quotes: We heard it
    speaker: Greta Holm
    cites: {all_of: [2], at_least: 2}
    evidence: [{source: 2, quote: We heard it}]
  - id: cost
    facts: [Gazprom, {value: 5%}]
    cites: [2]
forbidden:
  - id: alliance
    says: military alliance
waivers:
  - {rule: uncited, at: Nobody was hurt, reason: the firefighters were there}
rules: {uncited: error}
"""


def test_the_spec_without_a_slip_loads(mistake_lines: MistakeLines) -> None:
    assert mistake_lines(SPEC) == []


def row(right: str, wrong: str, place: str, advice: str, mended: str = "", *, id: str) -> object:
    """The right text, the wrong text written instead, and the text that results from the advice."""
    return pytest.param(right, wrong, place, advice, mended or right, id=id)


_DASHES = [
    row("  - id: unhurt", "    id: unhurt", "12:5", "write `  - id: unhurt`", id="a dash is missing"),
    row("  - id: 3\n", "    id: 3\n", "6:5", "`", "  - id: 3\n", id="a dash is missing below one in braces"),
    row("  - id: built", "  - id built", "9:5", "write `- id: built`", id="no colon in an item"),
    row("  - id: built", "  - built", "9:5", "write `- id: built`", id="no key in an item"),
    row("  - id: built", "  * id: built", "9:3", "write `- id: built`", id="an asterisk for a dash"),
    row("  - id: built", "  • id: built", "9:3", "write `- id: built`", id="a bullet for a dash"),
    row("  - id: built", "  -\tid: built", "9:3", "write `- id: built`", id="a tab after the dash"),
    row("[2, 3]", "\n      - 2\n      -3", "16:7", "write `- 3`", "\n      - 2\n      - 3", id="no space after a dash"),
]
_QUOTATION_MARKS = [
    row(
        "Nobody was hurt\n",
        '"Nobody was hurt", the fire service said\n',
        "13:28",
        """`says: '"Nobody was hurt", the fire service said'`""",
        """'"Nobody was hurt", the fire service said'\n""",
        id="a comma after a quotation",
    ),
    row(
        "quotes: We heard it",
        """quotes: "It's", before it fell""",
        "16:19",
        """`quotes: '"It''s", before it fell'`""",
        """quotes: '"It''s", before it fell'""",
        id="an apostrophe in it",
    ),
    row(
        "Nobody was hurt\n",
        "'Nobody's hurt'\n",
        "13:19",
        """`says: Nobody's hurt`""",
        "Nobody's hurt\n",
        id="an apostrophe",
    ),
    row("[3]\n", "[3],\n", "11:15", "remove it", id="a comma after a list"),
    row("[2, 3]", "[2], [3]", "14:15", "write `cites: [2, 3]`", id="two lists for one"),
    row("[2, 3]", "[2][3]", "14:15", "write `cites: [2, 3]`", id="markers for a list"),
    row("[2, 3]", "[2,,3]", "14:15", "remove one of them", "[2,3]", id="two commas"),
]
_LISTS = [
    row("published: 2026-05-20", "published: [2026-05-20]", "3:1", "write `published: 2026-05-20`", id="a date"),
    row("2026-05-20", "\n  - 2026-05-20", "3:1", "write `published: 2026-05-20`", id="a date below a dash"),
    row("[3]\n", "[[3]]\n", "11:13", "write `3` without brackets around it", id="an id in a list in a list"),
    row("speaker: Greta Holm", "speaker: [Greta Holm]", "17:5", "write `speaker: Greta Holm`;", id="a speaker"),
    row("id: built", "id: [built]", "9:5", "write `id: built`", id="an id"),
    row("at_least: 2", "at_least: [2]", "18:26", "write `at_least: 2`", id="a number"),
    row("says: Nobody", "says:\n      - Nobody", "13:5", "write `says: Nobody was hurt`", id="wording below a dash"),
    row(
        "[{source: 2, quote: We heard it}]",
        "{source: 2, quote: We heard it}",
        "19:5",
        "put it in brackets: `evidence: [{source: 2, quote: We heard it}]`",
        id="evidence in braces",
    ),
    row(
        "[Gazprom, {value: 5%}]", "{value: 5%}", "21:5", "`facts: [{value: 5%}]`", "[{value: 5%}]", id="facts in braces"
    ),
    row(
        "{all_of: [2], at_least: 2}",
        "[all_of: [2], at_least: 2]",
        "18:13",
        "write `cites: {all_of: [2], at_least: 2}`",
        id="brackets for braces",
    ),
    row(
        "{all_of: [2], at_least: 2}",
        "[{all_of: [2], at_least: 2}]",
        "18:13",
        "write `cites: {all_of: [2], at_least: 2}`",
        id="brackets around braces",
    ),
    row(
        "{all_of: [2], at_least: 2}",
        "\n      - all_of: [2]\n      - at_least: 2",
        "19:9",
        "write its keys without the `- ` before each",
        "\n      all_of: [2]\n      at_least: 2",
        id="dashes before keys",
    ),
    row("rules: {uncited: error}", "rules: uncited: error", "28:8", "write `rules: {uncited: error}`", id="no braces"),
    row("{uncited: error}", "uncited", "28:8", "write `{uncited: error}`", id="a rule without a weight"),
]
_IDS = [
    row("[2, 3]", "[2; 3]", "14:13", "write `2, 3`", id="semicolon"),
    row("[2, 3]", "[2 3]", "14:13", "write `2, 3`", id="space"),
    row("[2, 3]", "[2-3]", "14:13", "write `2, 3`", id="range"),
    row("[2, 3]", "[2 and 3]", "14:13", "write `2, 3`", id="and"),
    row("[2, 3]", "[2 & 3]", "14:13", "write `2, 3`", id="ampersand"),
    row("[3]\n", "[“3”]\n", "11:13", "write `3`", id="typographic quotation marks"),
    row("[3]\n", "-3\n", "11:12", "write `[3]`", id="dash without a space"),
    row("[2, 3]", "2 and 3", "14:12", "write `[2, 3]`", id="no brackets"),
    row("[2, 3]", "none", "14:12", "write `[]` for a claim without citations", "[]", id="none"),
    row("[2, 3]", "[none]", "14:13", "write `cites: []`", "[]", id="none in brackets"),
    row("[2, 3]", "~", "14:12", "write `[]` for a claim without citations", "[]", id="tilde"),
    row(
        "published", "citations: off\npublished", "3:12", "did you mean `none`?", "published", id="off for no citations"
    ),
    row(
        "published",
        "citations: None\npublished",
        "3:12",
        "did you mean `none`?",
        "published",
        id="None for no citations",
    ),
]
_KEYS = [
    row(
        "    cites: [2]\nf",
        "cites: [2]\nf",
        "22:1",
        "indent it by 4 spaces",
        id="the last key of a claim at the margin",
    ),
    row("    cites: [2, 3]", "cites: [2, 3]", "14:1", "indent it by 4 spaces", id="a key of a claim at the margin"),
    row("forbidden:", "  forbidden:", "23:3", "move it to the start of the line", id="a key of the spec indented"),
    row(
        "forbidden:\n  - id: alliance\n    says: m",
        "    forbidden:\n      - id: alliance\n        says: m",
        "23:5",
        "move it to the start of the line",
        "forbidden:\n      - id: alliance\n        says: m",
        id="indented further",
    ),
    row(
        "- id: 3\n    title: Council paper",
        "- 3: Council paper",
        "6:5",
        "write `{id: 3, title: Council paper}`",
        "- {id: 3, title: Council paper}",
        id="a title after an id",
    ),
    row(
        "  - {id: 2, title: Tides}\n  - id: 3\n    title: Council paper",
        "  2: Tides\n  3: Council paper",
        "4:1",
        "write `sources: [{id: 2, title: Tides}, {id: 3, title: Council paper}]`",
        "  [{id: 2, title: Tides}, {id: 3, title: Council paper}]",
        id="titles after ids",
    ),
    row(
        "article: ../articles/a.txt",
        "article: {path: ../articles/a.txt}",
        "2:11",
        "`path` is called `file` here",
        "article: {file: ../articles/a.txt}",
        id="path",
    ),
    row("at: Nobody", "sentence: Nobody", "27:21", "`sentence` is called `at` here", id="sentence"),
    row("says: military", "quotes: military", "25:5", "`quotes` is called `says` here", id="quotes"),
    row("says: Nobody", "text: Nobody", "13:5", "write `says`, or", id="text of a claim"),
    row("quotes: We", "text: We", "16:5", "write `quotes` instead of `text`", id="text of a quotation"),
    row(
        "  - id: built\n    says: The wall was built in 1931\n    cites: [3]",
        "  - {id: a, says: In 1931, it was, too}",
        "9:28",
        "`says: 'In 1931, it was, too'`",
        "  - {id: a, says: 'In 1931, it was, too'}",
        id="a comma in braces",
    ),
    row("title: Tides", "title: US$1,200", "5:25", "`title: 'US$1,200'`", "title: 'US$1,200'", id="a number in braces"),
    row("published:", "title: x\npublished:", "3:1", "a spec has `factspec`, `article`", id="no key that is there"),
]

_PAGE = "article: {file: a.html, select: main}"
_ELEMENTS = [
    row("../articles/a.txt", '{file: a.html, select: "main > p"}', "2:33", "such as `main`", _PAGE[9:], id="a child"),
    row(
        "../articles/a.txt",
        "{file: a.html, select: .a.b}",
        "2:33",
        "such as `.a`",
        "{file: a.html, select: .a}",
        id="ab",
    ),
    row("../articles/a.txt", '{file: a.html, select: "article, p"}', "2:33", "such as `article`", _PAGE[9:], id="two"),
    row("../articles/a.txt", '{file: a.html, select: "*"}', "2:33", "such as `main`", _PAGE[9:], id="any"),
    row("../articles/a.txt", '{file: a.html, select: "[id]"}', "2:33", "such as `main`", _PAGE[9:], id="an attribute"),
    row("../articles/a.txt", "{file: a.txt, select: main}", "2:24", "remove `select`", "a.txt", id="no page"),
    row("../articles/a.txt", "{file: a.MD, select: main}", "2:23", "remove `select`", "a.MD", id="Markdown"),
]


@pytest.mark.parametrize(
    ("right", "wrong", "place", "advice", "mended"), [*_DASHES, *_QUOTATION_MARKS, *_LISTS, *_IDS, *_KEYS, *_ELEMENTS]
)
def test_one_slip_is_one_mistake_and_its_advice_corrects_it(
    mistake_lines: MistakeLines, right: str, wrong: str, place: str, advice: str, mended: str
) -> None:
    assert right in SPEC
    (only,) = mistake_lines(SPEC.replace(right, wrong, 1))
    assert only.startswith(f"{place}: "), only
    assert advice in only.partition(" | ")[2], only
    assert mistake_lines(SPEC.replace(right, mended, 1)) == []


def test_what_follows_a_missing_dash_is_judged_as_an_item_of_its_own(mistake_lines: MistakeLines) -> None:
    slip = SPEC.replace("  - id: unhurt", "    id: unhurt").replace("says: Nobody", "sais: Nobody")
    assert [one.partition(" | ")[0] for one in mistake_lines(slip)] == [
        "12:5: a new item of the list begins here, but its `-` is missing: the item above has `id` already",
        "13:5: unknown key `sais` in a claim",
    ]


@pytest.mark.parametrize("mark", ['"', "'"])
def test_a_quotation_mark_that_the_next_text_seems_to_close(mistake_lines: MistakeLines, mark: str) -> None:
    later = SPEC.replace("says: Nobody was hurt", f"says: {mark}Nobody was hurt{mark}")
    (only,) = mistake_lines(
        later.replace("says: The wall was built in 1931", f"says: {mark}The wall was built in 1931")
    )
    assert only.startswith(
        "10:11: the spec is not YAML: a quotation mark is opened here and never closed | close it on"
    )


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        pytest.param("<<<<<<< HEAD\n    cites: [3]\n=======\n    cites: [2]\n>>>>>>> x: y\n", "11:1", id="all of it"),
        pytest.param("    cites: [3]\n=======\n", "12:1", id="the middle"),
        pytest.param("    cites: [3]\n>>>>>>> theirs\n", "12:1", id="the end"),
    ],
)
def test_a_merge_that_nobody_resolved(mistake_lines: MistakeLines, lines: str, place: str) -> None:
    (only,) = mistake_lines(SPEC.replace("    cites: [3]\n", lines, 1))
    assert only.startswith(f"{place}: there is an unresolved merge here: `")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("  - {id: a, says: x y, tags: [b]}\n  - {id: b, says: x z}\n", id="items in braces"),
        pytest.param('  - id: a\n    says: "x: y, z"\n    cites: []\n', id="signs in quotation marks"),
        pytest.param('  - id: a\n    says: "x\n\n      id: y"\n', id="a key within quotation marks"),
        pytest.param("  - id: a\n    says: |\n      <<<<<<< x\n      =======\n", id="marks of a merge in a text"),
        pytest.param("  - id: a\n    facts: [a, {value: 5%}, {any_of: [b, c]}]\n", id="facts"),
    ],
)
def test_what_is_no_slip(mistake_lines: MistakeLines, text: str) -> None:
    assert mistake_lines(f"+claims:\n{text}") == []


@pytest.mark.parametrize("select", ["main", "'#story'", ".a", "div.story-text", "my-story", '" main "'])
def test_elements_that_can_be_chosen(mistake_lines: MistakeLines, select: str) -> None:
    assert mistake_lines(SPEC.replace("../articles/a.txt", f"{{file: a.html, select: {select}}}")) == []


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        pytest.param("{file: ../a.json}", "write `sources: ../a.json`", id="a file"),
        pytest.param("{id: 2, title: x}", "put it in brackets: `sources: [{id: 2, title: x}]`", id="one source"),
    ],
)
def test_a_mapping_for_sources(mistake_lines: MistakeLines, written: str, advice: str) -> None:
    (only,) = mistake_lines(f"+sources: {written}\nclaims: [{{id: a, says: b}}]\n")
    assert only.endswith(f" | {advice}")


def test_a_file_of_sources_in_a_list(mistake_lines: MistakeLines) -> None:
    sources = "  - {id: 2, title: Tides}\n  - id: 3\n    title: Council paper\n"
    (only,) = mistake_lines(SPEC.replace(f"sources:\n{sources}", "sources: [../sources.json]\n"))
    assert only.startswith("4:11: `../sources.json` is a file of sources, not a source")
    assert "write `sources: ../sources.json` instead of the list" in only


@pytest.mark.parametrize(
    ("key", "advice"),
    [
        pytest.param("factspec", "write `text` beside `id`, without `custom`", id="as in CSL-JSON"),
        pytest.param("factspek", "write `text` and what belongs to it beside `id`", id="misspelled"),
    ],
)
def test_what_factspec_adds_to_a_source_belongs_beside_its_id(
    mistake_lines: MistakeLines, key: str, advice: str
) -> None:
    (only,) = mistake_lines(SPEC.replace("title: Tides", f"custom: {{{key}: {{text: a.txt}}}}"))
    assert only.endswith(f" | {advice}")


def test_custom_values_of_others_are_theirs(mistake_lines: MistakeLines) -> None:
    assert mistake_lines(SPEC.replace("title: Tides", "custom: {text: a, facts: b, spec: c}")) == []
