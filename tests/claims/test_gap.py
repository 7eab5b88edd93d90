"""What a gap of approved wording may contain, and what not."""

import pytest

from factspec.claims.quotation.words import counts
from factspec.claims.wording import hides
from factspec.language.function_words import NEVER_LEFT_OUT
from factspec.language.tokens import tokenize


@pytest.mark.parametrize(
    "between",
    [
        "the",
        "captain",
        "on Friday",
        ",",
        "to Norway and Denmark",
        ", which fell in April and March,",
        ", who was elected and sworn in last year,",
        ", while imports fell,",
        "(which had fallen)",
        "that were held up and released",
        "apples, pears and plums",
        ", who",
        "met Ana Berg and",
        "fell sharply but",
        "of the United States and Mexico",
        "of the damaged bridge and the road",
        "on May 19, 2026,",
        "in Lund, Sweden,",
        "and Bo Lind",
        "for the first time since 1998",
        ", Ana Berg,",
        "were counted in Malmö",
        "fell in May",
        ", back from Lund,",
        "after the storm",
        ", whose term has ended,",
        ", once a friend of the firm,",
        ", when it opens in May,",
        "14 games above .500",
    ],
)
def test_a_gap_leaves_out(between: str) -> None:
    assert not hides(tokenize(between))


@pytest.mark.parametrize(
    "between",
    [
        "fell and imports",
        "fell, imports",
        "fell but imports",
        "fell while imports",
        "fell in May, while the imports of coal",
        "were down and imports",
        "on May 19, 2026 fell and imports",
        ", Ana Berg, resigned and the council",
        "resigned and the council",
        "lost; the council",
        "beat Ana Berg, who",
        "thanked the rival who",
        "thanked the man who had",
        "hoped that the council",
        "and the board while the council",
        "Monday or",
        "or the council",
        "almost",
        "is believed to have",
        ", whose predecessor",
        "stayed away until Ek",
        "fell as the krona",
        "of finance's envoy",
        "excluding oil",
        ", once it is paid,",
        ", when asked,",
        ", in theory,",
        "(or so it is hoped)",
        "and, unlike it, the Louvre",
    ],
)
def test_no_gap_spans_another_clause(between: str) -> None:
    assert hides(tokenize(between))


@pytest.mark.parametrize("key", ["the", "captain", "old", "on", "friday", ","])
def test_a_gap_and_a_quotation_leave_out_alike(key: str) -> None:
    assert not hides(tokenize(key))
    assert not counts(key)


@pytest.mark.parametrize("key", sorted(NEVER_LEFT_OUT | {"isn't", "denied", "denies"}))
def test_no_gap_leaves_out(key: str) -> None:
    assert hides(tokenize(key))
    assert counts(key)


@pytest.mark.parametrize(
    ("between", "after"),
    [
        ("in Ulm", "will return"),
        ("and the Louvre", "will return"),
        ("waits for the money and", "will return"),
        ("that hopes the city pays", "will return"),
        (", which hopes the city pays,", "will return"),
        ("(it hopes the city pays)", "will return"),
        ("with the hopes the city had", "of it"),
        ("found the man", "in a lake"),
        ("agreed the sale", "for 5 million"),
    ],
)
def test_a_verb_after_a_gap_has_its_subject_before_it(between: str, after: str) -> None:
    assert not hides(tokenize(between), tokenize(after))


@pytest.mark.parametrize(
    ("between", "after"),
    [
        ("hopes the city", "will return"),
        ("thinks that it", "will return"),
        ("regrets the state", "sold"),
        ("wants the city to know it", "will return"),
        ("in Ulm waits and the one in Bonn", "will return"),
    ],
)
def test_a_verb_after_a_gap_has_its_subject_in_it(between: str, after: str) -> None:
    assert hides(tokenize(between), tokenize(after))
