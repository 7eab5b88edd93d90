from collections.abc import Callable

import pytest

from factspec.specs.model import Cites, Claim, Facts, Forbidden, Located, Phrase, Spec, Within

MistakeLines = Callable[[str], list[str]]
Load = Callable[[str], Spec]


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        pytest.param(
            "claims:\n  - id: a\n    says: Some words\n",
            Claim("a", 4, says=Located("Some words", 5)),
            id="says",
        ),
        pytest.param(
            "claims:\n  - says: |\n      Some\n      words\n    id: a\n    occurrence: all\n    wording: exact\n",
            Claim("a", 4, says=Located("Some\nwords", 4), occurrence=-1, exact=True),
            id="a block of text, keys in another order",
        ),
        pytest.param(
            "claims:\n  - id: a\n    quotes: good [old] friend\n    speaker: Xi Jinping\n    tags: [b, 2]\n",
            Claim("a", 4, quotes=Located("good [old] friend", 5), speaker=Located("Xi Jinping", 6), tags=("b", "2")),
            id="quotes",
        ),
        pytest.param(
            "sources: [1]\nclaims:\n- id: a\n  facts:\n    - no\n    - 1.10\n  within: paragraph\n  cites: []\n",
            Claim(
                "a",
                5,
                facts=Facts((Phrase("no", 7), Phrase("1.10", 8)), 6),
                within=Within.PARAGRAPH,
                cites=Cites(10, exactly=()),
            ),
            id="facts",
        ),
        pytest.param(
            "claims:\n  - id: a\n    says: b\n    note: >-\n      flight tracked,\n      19 May\n",
            Claim("a", 4, says=Located("b", 5), note="flight tracked, 19 May"),
            id="a note",
        ),
        pytest.param(
            "claims: [{id: a, says: … b, occurrence: 2}]\n".replace("… ", ""),
            Claim("a", 3, says=Located("b", 3), occurrence=2),
            id="in braces",
        ),
    ],
)
def test_a_claim_as_written(load: Load, body: str, claim: Claim) -> None:
    [loaded] = load(body).claims
    assert loaded == claim
    assert loaded.text.line == claim.text.line


def test_what_a_claim_reads_as(load: Load) -> None:
    facts, quotes = load("claims:\n  - {id: a, facts: [b, c]}\n  - {id: d, quotes: e}\n").claims
    assert [(one.key, one.text) for one in (facts, quotes)] == [("facts", "b … c"), ("quotes", "e")]


def test_a_forbidden_wording_as_written(load: Load) -> None:
    body = "forbidden:\n  - id: a\n    reason: legal, 2026-05-18\n    says: an alliance\n"
    [forbidden] = load(body).forbidden
    assert forbidden == Forbidden("a", 4, Located("an alliance", 6), "legal, 2026-05-18")
    assert forbidden.says.line == 6


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("claims: [{id: a, says: Some … words}]\n", id="a gap inside"),
        pytest.param("claims: [{id: a, quotes: … some words …}]\n", id="gaps around a quotation"),
        pytest.param("claims: [{id: a, says: '5'}]\n", id="a digit"),
        pytest.param("claims: [{id: a, says: 普京抵达北京}]\n", id="Chinese"),
        pytest.param("claims: [{id: a, says: 'null'}]\n", id="the word null in quotation marks"),
        pytest.param("claims: [{id: 0_-, says: b}]\n", id="an id of every kind of character"),
        pytest.param(f"claims: [{{id: {'a' * 60}, says: b}}]\n", id="an id of 60 characters"),
        pytest.param("claims: [{id: articles, says: b}]\n", id="an id that begins with a reserved one"),
        pytest.param(
            "claims:\n" + "".join(f"  - {{id: c{i}, says: {'word ' * 2000}}}\n" for i in range(3)), id="2,000 words"
        ),
        pytest.param("claims: [{id: a, says: ✓}]\n", id="a symbol alone"),
        pytest.param("claims: [{id: a, facts: ['%', §]}]\n", id="facts of symbols"),
    ],
)
def test_a_claim_in_order_is_no_mistake(mistake_lines: MistakeLines, body: str) -> None:
    assert mistake_lines("+" + body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "id: A b, says: c", "3:15: `id` is `A b`, but should be an id of small letters", id="capital and space"
        ),
        pytest.param("id: -a, says: c", "3:15: `id` is `-a`", id="dash first"),
        pytest.param(f"id: {'a' * 61}, says: c", "3:15: `id` is `aaa", id="61 characters"),
        pytest.param('id: "a\\n", says: c', "3:15: `id` is `a `", id="line feed at the end"),
        pytest.param("id: é, says: c", "3:15: `id` is `é`", id="a letter with an accent"),
        pytest.param("id: article, says: c", "3:15: the id `article` is reserved", id="article"),
        pytest.param("id: spec, says: c", "3:15: the id `spec` is reserved", id="spec"),
        pytest.param("id: a, says: … c ...", "3:24: `says` begins and ends with a gap", id="gaps at both ends"),
        pytest.param("id: a, says: …", "3:24: `says` is `…`: only gaps", id="a gap alone"),
        pytest.param("id: a, says: … ...", "3:24: `says` is `… ...`: only gaps", id="two gaps alone"),
        pytest.param(
            "id: a, says: '—?!'", "3:24: `says` is `—?!`: it has no letter, digit or symbol", id="punctuation"
        ),
        pytest.param(
            'id: a, says: "\\u200b\\u202e"', "3:24: `says` is `\\u200b\\u202e`: it has no", id="invisible text"
        ),
        pytest.param("id: a, says: null", "3:24: `says` is `null`, which YAML reads as no value", id="null"),
        pytest.param("id: a, says: ~", "3:24: `says` is `~`, which YAML reads as no value", id="tilde"),
        pytest.param("id: a, quotes: '[sic]'", "3:26: `quotes` is `[sic]`: it has no letter", id="an insertion alone"),
        pytest.param("id: a, quotes: b, speaker: '?'", "3:38: `speaker` is `?`", id="speaker of punctuation"),
        pytest.param("id: a, facts: [b, '!']", "3:29: an item of `facts` is `!`", id="fact of punctuation"),
        pytest.param(
            "id: a, facts: [null]", "3:26: an item of `facts` is `null`, which YAML reads as no", id="the fact null"
        ),
        pytest.param(
            "id: a, says: b}, {id: a, says: c", "3:33: duplicate id `a`: it is already on line 3", id="one id twice"
        ),
    ],
)
def test_a_mistake_of_a_claim(mistake_lines: MistakeLines, body: str, expected: str) -> None:
    (only,) = mistake_lines(f"+claims: [{{{body}}}]\n")
    assert only.startswith(expected)
    assert not only.endswith("| ")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("{id: a, says: c}", "4:18: duplicate id `a`: it is already on line 3", id="the id of a claim"),
        pytest.param("{id: b, says: '…'}", "4:27: `says` is `…`: only gaps", id="a gap alone"),
        pytest.param("{id: b, says: c …}", "4:27: `says` ends with a gap", id="gap last"),
        pytest.param("{id: b, says: c, reason: '-'}", "4:38: `reason` is `-`", id="reason of punctuation"),
    ],
)
def test_a_mistake_of_a_forbidden_wording(mistake_lines: MistakeLines, body: str, expected: str) -> None:
    (only,) = mistake_lines(f"+claims: [{{id: a, says: b}}]\nforbidden: [{body}]\n")
    assert only.startswith(expected)
