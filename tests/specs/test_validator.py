from collections.abc import Callable

import pytest

MistakeLines = Callable[[str], list[str]]
CLAIM = "claims:\n  - id: a\n    says: Some words\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("+" + CLAIM, id="a claim"),
        pytest.param("+forbidden: [{id: a, says: b}]\n", id="a forbidden wording alone"),
        pytest.param("+waivers: [{rule: uncited, at: b, reason: c}]\n", id="a waiver alone"),
        pytest.param("+sources: [1, 01, no, null, 1.10, 2026-05-20, Xi_2]\n" + CLAIM, id="ids of every look"),
        pytest.param("+sources: [1]\n" + CLAIM + "    cites: []\n", id="no source at all"),
        pytest.param("+sources: [1]\n" + CLAIM + "    cites: ['1']\n", id="an id in quotation marks"),
        pytest.param("+sources: [{id: 1, custom: {a: [b, {c: d}]}, note: }]\n" + CLAIM, id="values of one's own"),
        pytest.param(
            "+sources: [{id: 1, author: [{family: Doe, given: Jo}, {literal: A}], page: 3}]\n" + CLAIM, id="names"
        ),
        pytest.param("+sources: [{id: 1, issued: {date-parts: [[2026, 5]]}, accessed: 2026}]\n" + CLAIM, id="dates"),
        pytest.param("+citations: none\n" + CLAIM, id="citations in words"),
        pytest.param("+citations: [numbered, links]\n" + CLAIM, id="two styles"),
        pytest.param("+citations: {style: [numbered], scope: paragraph}\n" + CLAIM, id="styles and scope"),
        pytest.param("+" + CLAIM + "    occurrence: all\n    wording: exact\n    tags: [b]\n", id="every key of says"),
        pytest.param("+claims:\n  - {id: a, quotes: b, speaker: c, occurrence: 2}\n", id="every key of quotes"),
        pytest.param("+claims:\n  - {id: a, facts: [no, 1.10], within: paragraph}\n", id="every key of facts"),
        pytest.param("+rules: {uncited: off, claim-missing: warning}\n" + CLAIM, id="severities"),
        pytest.param(
            "factspec: '1'\narticle: [b.md, {file: a.md, format: markdown, partial: true}]\n" + CLAIM,
            id="an article in full",
        ),
        pytest.param(
            "factspec: 1\narticle: [a.txt, {file: b.html, select: main, citations: none}]\n" + CLAIM, id="renditions"
        ),
        pytest.param(
            "\ufefffactspec: 1\r\narticle: a\r\nforbidden:\r\n- id: a\r\n  says: b\r\n", id="byte-order mark and CRLF"
        ),
    ],
)
def test_a_spec_in_order_is_no_mistake(mistake_lines: MistakeLines, text: str) -> None:
    assert mistake_lines(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "1:1: the spec is empty", id="empty"),
        pytest.param("# a comment\n", "1:1: the spec is empty", id="a comment alone"),
        pytest.param("~\n", "1:1: the spec is empty", id="null"),
        pytest.param("- a\n", "1:1: the spec is a list", id="a list"),
        pytest.param("some text\n", "1:1: the spec is plain text", id="text"),
        pytest.param("article: a\n" + CLAIM, "1:1: a spec needs the key `factspec`", id="no version"),
        pytest.param("factspec: 1\n" + CLAIM, "1:1: a spec needs the key `article`", id="no article"),
        pytest.param("factspec: 2\narticle: a\n" + CLAIM, "1:11: `factspec` is `2`, but should be 1", id="version 2"),
        pytest.param(
            "factspec: 1\narticle:\n" + CLAIM,
            "2:1: `article` is nothing, but should be a path",
            id="article is nothing",
        ),
        pytest.param("factspec: 1\narticle: []\n" + CLAIM, "2:1: `article` is empty", id="no rendition"),
        pytest.param(
            "factspec: 1\narticle: {format: text}\n" + CLAIM, "2:11: an article needs the key `file`", id="no file"
        ),
        pytest.param(
            "factspec: 1\narticle: {file: a, partial: yes}\n" + CLAIM, "2:29: `partial` is `yes`", id="partial: yes"
        ),
        pytest.param("+claim: []\n", "3:1: unknown key `claim` in a spec | did you mean `claims`?", id="unknown key"),
        pytest.param(
            "+" + CLAIM + "    cite: [1]\n", "6:5: unknown key `cite` in a claim | did you mean `cites`?", id="cite"
        ),
        pytest.param(
            "+" + CLAIM + "    evidence: []\n",
            "6:5: `evidence` is empty, but should be a list of evidence",
            id="evidence",
        ),
        pytest.param(
            "+sources: [1]\n" + CLAIM + "    evidence: [{source: 1}]\n",
            "7:17: a piece of evidence needs the key `quote`",
            id="evidence without a quote",
        ),
        pytest.param(
            "+sources: [1]\n" + CLAIM + "    evidence: [{source: 1, quote: a, page: 2}]\n",
            "7:38: unknown key `page` in a piece of evidence",
            id="page of evidence",
        ),
        pytest.param("+" + CLAIM + "todo: []\n", "6:1: unknown key `todo` in a spec", id="todo"),
        pytest.param(
            "+sources: [{id: 1, text: [a]}]\n" + CLAIM, "3:19: `text` is a list, but should be", id="text of a source"
        ),
        pytest.param(
            "+sources: [{id: 1, text: a, sha256: a}]\n" + CLAIM,
            "3:36: `sha256` is `a`, but should be 64 hex",
            id="sha256",
        ),
        pytest.param(
            "+sources: [{id: 1, role: main}]\n" + CLAIM, "3:25: `role` is `main`, but should be prim", id="role"
        ),
        pytest.param(
            "+sources: [{id: 1, url: a}]\n" + CLAIM, "3:19: unknown key `url` in a source", id="key in small letters"
        ),
        pytest.param(
            "+sources: refs.bib\n" + CLAIM,
            "3:10: `sources` is `refs.bib`, but should be a list of sources, or the path of a CSL-JSON file",
            id="path of sources",
        ),
        pytest.param("+sources: [{title: a}]\n" + CLAIM, "3:12: a source needs the key `id`", id="source without id"),
        pytest.param(
            "+sources: {1, 2}\n" + CLAIM, "3:1: `sources` is a mapping, but should be a list", id="list in braces"
        ),
        pytest.param("+sources: [{id: 1, role: backgroud}]\n" + CLAIM, "3:25: `role` is `backgroud`", id="role"),
        pytest.param(
            "+sources: [{id: 1, type: artikle}]\n" + CLAIM, "3:25: `type` is `artikle`, but should be a CSL", id="type"
        ),
        pytest.param(
            "+sources: [{id: 1, author: Jo}]\n" + CLAIM,
            "3:27: `author` is `Jo`, but should be a list of CSL",
            id="author",
        ),
        pytest.param(
            "+sources: [{id: 1, issued: May}]\n" + CLAIM, "3:27: `issued` is `May`, but should be a date", id="no date"
        ),
        pytest.param(
            "+sources: [{id: 1, issued: {year: 2}}]\n" + CLAIM,
            "3:28: unknown key `year` in `issued`",
            id="key of a date",
        ),
        pytest.param("+sources: ['a, b']\n" + CLAIM, "3:11: an item of `sources` is `a, b`", id="comma in an id"),
        pytest.param("+claims: x\n", "3:9: `claims` is `x`, but should be a list of claims", id="claims are text"),
        pytest.param("+claims:\n", "3:1: `claims` is nothing, but should be a list of claims", id="claims are nothing"),
        pytest.param(
            "+claims:\n  a: b\n", "3:1: `claims` is a mapping, but should be a list", id="claims are a mapping"
        ),
        pytest.param("+claims: [x]\n", "3:10: an item of `claims` is `x`, but should be a claim", id="a claim is text"),
        pytest.param("+claims:\n  - says: x\n", "4:5: a claim needs the key `id`", id="claim without id"),
        pytest.param("+claims:\n  - id: a\n", "4:5: a claim checks nothing", id="claim without words"),
        pytest.param(
            "+claims:\n  - id: a\n    sayz: x\n", "5:5: unknown key `sayz` in a claim | did you mean `says`?", id="sayz"
        ),
        pytest.param("+" + CLAIM + "    quotes: z\n", "6:5: a claim has `says` and `quotes`", id="two kinds of words"),
        pytest.param(
            "+" + CLAIM + "    speaker: Y\n",
            "6:5: `speaker` needs `quotes`, which this claim does not have",
            id="speaker of says",
        ),
        pytest.param(
            "+" + CLAIM + "    within: sentence\n",
            "6:5: `within` needs `facts`, which this claim does not have",
            id="within of says",
        ),
        pytest.param("+claims:\n  - id: a\n    says:\n", "5:5: `says` is nothing", id="says nothing"),
        pytest.param("+claims:\n  - id: a\n    says: ''\n", "5:5: `says` is empty", id="says is empty"),
        pytest.param("+claims:\n  - id: a\n    says: '  '\n", "5:11: `says` is empty", id="says white space"),
        pytest.param(
            "+claims:\n  - id: a\n    says: [x]\n", "5:5: `says` is a list, but should be text", id="says a list"
        ),
        pytest.param(
            "+claims:\n  - id: a\n    says: {x: y}\n",
            "5:5: `says` is a mapping, but should be text",
            id="says a mapping",
        ),
        pytest.param(
            "+claims:\n  - id: a\n    facts: x\n", "5:12: `facts` is `x`, but should be a list", id="facts are text"
        ),
        pytest.param("+claims:\n  - id: a\n    facts: []\n", "5:5: `facts` is empty", id="no facts"),
        pytest.param(
            "+claims:\n  - id: a\n    facts: [{valu: 5}]\n", "5:14: unknown key `valu` in a fact", id="typed fact"
        ),
        pytest.param(
            "+claims:\n  - id: a\n    facts: [he said: x]\n",
            "5:13: unknown key `he said` in a fact",
            id="colon in a fact",
        ),
        pytest.param(
            "+sources: [1]\n" + CLAIM + "    cites: 1\n",
            "7:12: `cites` is `1`, but should be a list",
            id="cites a number",
        ),
        pytest.param(
            "+sources: [1]\n" + CLAIM + "    cites: {1}\n", "7:12: `cites` is a list in braces", id="cites in braces"
        ),
        pytest.param(
            "+sources: [1]\n" + CLAIM + "    cites: {}\n", "7:5: `cites` is empty", id="cites an empty mapping"
        ),
        pytest.param(
            "+sources: [1]\n" + CLAIM + "    cites: {at_least: 0}\n", "7:23: `at_least` is `0`", id="at least none"
        ),
        pytest.param(
            "+sources: [1]\n" + CLAIM + "    cites: {atleast: 1}\n", "7:13: unknown key `atleast`", id="key of cites"
        ),
        pytest.param(
            "+" + CLAIM + "    occurrence: 0\n", "6:17: `occurrence` is `0`, but should be a whole", id="occurrence 0"
        ),
        pytest.param("+" + CLAIM + "    occurrence: 1.5\n", "6:17: `occurrence` is `1.5`", id="occurrence 1.5"),
        pytest.param(
            "+" + CLAIM + "    wording: strict\n", "6:14: `wording` is `strict`, but should be exact", id="wording"
        ),
        pytest.param("+claims: [{id: a, facts: [x], within: page}]\n", "3:38: `within` is `page`", id="within a page"),
        pytest.param(
            "+" + CLAIM + "    tags: x\n", "6:11: `tags` is `x`, but should be a list of tags", id="tags are text"
        ),
        pytest.param(
            "+forbidden: [{id: a}]\n", "3:14: a forbidden wording needs the key `says`", id="forbidden without words"
        ),
        pytest.param(
            "+waivers: [{rule: uncited, at: x}]\n", "3:12: a waiver needs the key `reason`", id="waiver without reason"
        ),
        pytest.param(
            "+waivers: [{rule: uncited, at: x, reson: y}]\n",
            "3:34: unknown key `reson` in a waiver | did you mean `reason`?",
            id="reson",
        ),
        pytest.param(
            "+waivers: [{rule: claim-missing, at: x, reason: y}]\n",
            "3:18: `claim-missing` cannot be waived | correct the article or the spec",
            id="not waivable",
        ),
        pytest.param(
            "+rules: [uncited]\n" + CLAIM, "3:1: `rules` is a list, but should be a mapping", id="rules are a list"
        ),
        pytest.param(
            "+rules: {uncited: none}\n" + CLAIM, "3:18: `uncited` is `none`, but should be error", id="severity"
        ),
        pytest.param(
            "+citations: {scope: page}\n" + CLAIM, "3:20: `scope` is `page`, but should be sentence", id="scope"
        ),
        pytest.param("+citations: {}\n" + CLAIM, "3:1: `citations` is empty", id="empty citations"),
        pytest.param("+citations: []\n" + CLAIM, "3:1: `citations` is empty", id="no style"),
        pytest.param(
            "+published: May 20\n" + CLAIM,
            "3:12: `published` is `May 20`, but should be a date",
            id="published in words",
        ),
    ],
)
def test_one_mistake_is_reported_once_at_its_place(mistake_lines: MistakeLines, text: str, expected: str) -> None:
    (only,) = mistake_lines(text)
    assert only.startswith(expected)
    assert not only.endswith("| ")


def test_several_mistakes_come_in_the_order_of_the_file(mistake_lines: MistakeLines) -> None:
    text = "claims:\n  - says: x\n    sources: [1]\n  - id: B\n    facts: []\nfactspec: 3\nrules: {uncited: loud}\n"
    places = [one.split(": ")[0] for one in mistake_lines(text)]
    assert places == ["1:1", "2:5", "3:5", "4:9", "5:5", "6:11", "7:18"]


def test_keys_missing_from_one_place_are_all_reported(mistake_lines: MistakeLines) -> None:
    assert [one.partition(": ")[2] for one in mistake_lines("published: 2026-05-20\n")] == [
        "a spec needs the key `article` | add `article: …`",
        "a spec needs the key `factspec` | add `factspec: 1`",
        "the spec has no claim, no forbidden wording and no waiver | add `claims:` with what a checker approved",
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param("cites: '[1]'", "| write `[1]` without quotation marks", id="a list in quotation marks"),
        pytest.param("cites: (1)", "| write `[1]`", id="a list in round brackets"),
        pytest.param(
            "cites: {at_least:1}", "`at_least:1` has no space after its colon | write `at_least: 1`", id="no space"
        ),
        pytest.param("cites:\n      - at_least: 1", "| write it without the `- ` before it", id="a mapping as an item"),
        pytest.param("\u00a0tags: [x]", "| it contains a no-break space", id="a space that does not break"),
        pytest.param("tags:\n      - x\n      -", "| write a value after `- `, or remove the `- `", id="an empty item"),
    ],
)
def test_the_advice_corrects_it(mistake_lines: MistakeLines, entry: str, expected: str) -> None:
    (only,) = mistake_lines(f"+sources: [1]\nclaims:\n  - id: a\n    says: x y\n    {entry}\n")
    assert expected in only, only


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param("[x, {date:2026-03-14}]", "`date:2026-03-14` has no space after its colon", id="no space"),
        pytest.param(
            "[x, {value: 1,200}]", "| put the whole text in quotation marks: `value: '1,200'`", id="a number cut"
        ),
    ],
)
def test_the_advice_corrects_a_fact(mistake_lines: MistakeLines, facts: str, expected: str) -> None:
    (only,) = mistake_lines(f"+claims:\n  - id: a\n    facts: {facts}\n")
    assert expected in only, only


def test_an_item_that_is_no_claim_is_reported_what_one_looks_like(mistake_lines: MistakeLines) -> None:
    (only,) = mistake_lines("+claims:\n  - The deficit fell\n")
    assert only.endswith("| write each of its keys on a line: `- id: …`, then `says: …`")


def test_a_weight_without_a_space(mistake_lines: MistakeLines) -> None:
    (only,) = mistake_lines("+rules: {uncited:error}\nclaims:\n  - {id: a, says: x y}\n")
    assert "`uncited:error` has no space after its colon | write `uncited: error`" in only


@pytest.mark.parametrize(
    ("body", "advice"),
    [
        pytest.param("published: 16 March 2026", "write `2026-03-16`", id="a date in words"),
        pytest.param("published: 2026-3-16", "write `2026-03-16`", id="a date without its noughts"),
        pytest.param("published: 3/4/2026", "write it as in `published: 2026-05-20`", id="a date of two readings"),
        pytest.param("forbidden: [{id: No War, says: c}]", "write `no-war`", id="an id with capitals"),
        pytest.param("forbidden: x", "write it as in `forbidden: [{id: no-alliance, ", id="a text for a list"),
    ],
)
def test_advice_shows_the_form_to_write(mistake_lines: MistakeLines, body: str, advice: str) -> None:
    (only,) = mistake_lines(f"+{body}\nclaims: [{{id: a, says: b}}]\n")
    assert only.partition(" | ")[2].startswith(advice)
