"""One slip of a spec's author is one mistake: what follows from it is not reported too."""

from collections.abc import Callable

import pytest

from factspec.specs.keys import NAMED, OWN, SPEC
from factspec.specs.names import nearest

MistakeLines = Callable[[str], list[str]]
USES = (
    "claims:\n  - {id: a, says: b c, cites: [1]}\n  - id: b\n    says: d\n"
    "    cites: {all_of: [1], any_of: [2], at_least: 2, origins: 2}\n    evidence: [{source: 1, quote: x y}]\n"
)


def test_no_key_of_the_language_is_taken_for_another_that_is_misspelled() -> None:
    assert [key for key in SPEC.keys if nearest(key, ("sources",))] == ["sources"]
    assert [key for key in NAMED["source"].keys if key not in OWN and nearest(key, OWN) == "text"] == []


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param("sources: [1, 2]\n", 0, id="all is well"),
        pytest.param("sources: [1, 3]\n", 1, id="a source that is not declared"),
        pytest.param("sources: [{id: 1, titel: x}, {id: 3}]\n", 2, id="and a source with another slip"),
        pytest.param("", 4, id="no sources at all"),
    ],
)
def test_each_source_that_is_not_declared_is_reported(mistake_lines: MistakeLines, body: str, count: int) -> None:
    uses = USES.replace(", at_least: 2, origins: 2", "")
    assert len(mistake_lines(f"+{body}{uses}")) == count


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        pytest.param("source: [1, 2]", "unknown key `source` in a spec | did you mean `sources`?", id="source"),
        pytest.param("Sources: [1, 2]", "unknown key `Sources` in a spec | did you mean `sources`?", id="a capital"),
        pytest.param("sources: {1: x, 2: y}", "`sources` is a mapping, but should be a list", id="a mapping"),
        pytest.param("sources: 1, 2", "`sources` is `1, 2`, but should be a list", id="text"),
        pytest.param("sources:", "`sources` is nothing, but should be a list", id="nothing"),
        pytest.param(
            "sources: [[1, 2]]", "an item of `sources` is a list, but should be a source id", id="a list in it"
        ),
        pytest.param("sources: [{1, 2}]", "a source is a list in braces | write a list in brackets", id="braces"),
        pytest.param("sources: [{idd: 1}, 2]", "unknown key `idd` in a source | did you mean `id`?", id="idd"),
        pytest.param("sources: [{title: x}, 2]", "a source needs the key `id` | add `id", id="no id"),
        pytest.param(
            "sources: [{id: [1]}, 2]", "`id` is a list, but should be a source id", id="an id of a wrong kind"
        ),
        pytest.param("sources: ['', 2]", "an item of `sources` is empty, but should be", id="an empty id"),
    ],
)
def test_uses_of_sources_that_cannot_be_read_are_not_judged(
    mistake_lines: MistakeLines, sources: str, expected: str
) -> None:
    (only,) = mistake_lines(f"+{sources}\n{USES}")
    assert only.partition(": ")[2].startswith(expected)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param(
            "quote: b, speaker: Ada Berg", "unknown key `quote` in a claim | did you mean `quotes`?", id="quote"
        ),
        pytest.param(
            "fact: [b], within: paragraph", "unknown key `fact` in a claim | did you mean `facts`?", id="fact"
        ),
        pytest.param(
            "facts: [{valu: 5, tolerance: 5%}]", "unknown key `valu` in a fact | did you mean `value`?", id="value"
        ),
        pytest.param(
            "facts: [{nam: Xi Ji, aliases: [Xi]}]", "unknown key `nam` in a fact | did you mean `name`?", id="name"
        ),
        pytest.param("SAYS: b", "unknown key `SAYS` in a claim | did you mean `says`?", id="capitals"),
        pytest.param(
            "says: b, CITES: []", "unknown key `CITES` in a claim | did you mean `cites`?", id="no other slip"
        ),
        pytest.param(
            "says: b, speaker: Ada Berg", "`speaker` needs `quotes`, which this claim does not have", id="no quotes"
        ),
        pytest.param("facts: [{date: 2026-05-20, tolerance: 5%}]", "`tolerance` needs `value`", id="no value"),
    ],
)
def test_a_misspelled_key_of_a_claim_is_one_mistake(mistake_lines: MistakeLines, claim: str, expected: str) -> None:
    (only,) = mistake_lines(f"+claims:\n  - {{id: a, {claim}}}\n")
    assert only.partition(": ")[2].startswith(expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("tex: a.txt", "unknown key `tex` in a source | did you mean `text`?", id="misspelled"),
        pytest.param("TEXT: a.txt", "unknown key `TEXT` in a source | did you mean `text`?", id="capitals"),
        pytest.param("title: a.txt", "`sha256` needs `text`", id="another key"),
    ],
)
def test_a_hash_without_its_text_is_one_mistake(mistake_lines: MistakeLines, source: str, expected: str) -> None:
    (only,) = mistake_lines(f"+sources: [{{id: 1, {source}, sha256: {64 * 'a'}}}]\nclaims: [{{id: a, says: b}}]\n")
    assert only.partition(": ")[2].startswith(expected)


@pytest.mark.parametrize(
    ("text", "key", "meant"),
    [
        pytest.param("FACTSPEC: 1\narticle: a\nclaims: [{id: a, says: b}]\n", "FACTSPEC", "factspec", id="factspec"),
        pytest.param("factspec: 1\nARTICLE: a\nclaims: [{id: a, says: b}]\n", "ARTICLE", "article", id="article"),
        pytest.param("factspec: 1\narticle: {FILE: a}\nclaims: [{id: a, says: b}]\n", "FILE", "file", id="file"),
        pytest.param("+CLAIMS: [{id: a, says: b}]\n", "CLAIMS", "claims", id="claims"),
        pytest.param("+claims: [{ID: a, says: b}]\n", "ID", "id", id="id"),
        pytest.param("+forbidden: [{id: a, SAYS: b}]\n", "SAYS", "says", id="says"),
        pytest.param("+waivers: [{RULE: uncited, at: b, reason: c}]\n", "RULE", "rule", id="rule"),
        pytest.param(
            "+sources: [{id: 1, ISSUED: 2026}]\nclaims: [{id: a, says: b}]\n", "ISSUED", "issued", id="issued"
        ),
        pytest.param("+sources: [{id: 1, issn: 1}]\nclaims: [{id: a, says: b}]\n", "issn", "ISSN", id="ISSN"),
    ],
)
def test_a_key_in_capitals_is_one_mistake(mistake_lines: MistakeLines, text: str, key: str, meant: str) -> None:
    (only,) = mistake_lines(text)
    assert f"unknown key `{key}` in " in only
    assert only.endswith(f" | did you mean `{meant}`?")
