"""What is looked up in a long article is what a search through all of it finds."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.claims import index as indexes
from factspec.claims import nearest
from factspec.claims.index import Index, index_of
from factspec.claims.near_values import near_values
from factspec.claims.nearest import nearest_sentences
from factspec.facts.found import agree, facts_in
from factspec.language.places import Span
from factspec.language.tokens import keys, tokenize
from factspec.projects.loading import parse_article

_WORDS = st.sampled_from(["mill", "harbour", "closed", "bought", "the", "Ada", ".\n\n", "…", "2"])
_NUMBERS = st.one_of(
    st.integers(0, 40).map(str),
    st.decimals(0, 30, places=1).map(str),
    st.sampled_from(
        ["about 20", "2 million", "1.9 million", "about 2,000,000", "1/2", "5 km", "5000 m", "3 miles", "3%"]
    ),
)


def _index(text: str) -> Index:
    return index_of(parse_article(text.encode(), "text", path="a.txt"))


@given(st.lists(_WORDS, min_size=1, max_size=40), st.lists(_WORDS, min_size=1, max_size=3), st.integers(0, 9))
def test_words_are_found_by_the_rarest_of_them(words: list[str], wanted: list[str], first: int) -> None:
    text, sought = " ".join(["It", *words]), keys(tokenize(" ".join(wanted)))
    plain = _index(text)
    usual = [list(plain.find(sought, first, last)) for last in (None, 12)], plain.as_written(" ".join(wanted))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexes, "_LONG", 0)
        patch.setattr(indexes, "_RARE", 0)
        long = _index(text)
        assert (
            [list(long.find(sought, first, last)) for last in (None, 12)],
            long.as_written(" ".join(wanted)),
        ) == usual


@given(st.lists(_NUMBERS, min_size=1, max_size=12), _NUMBERS, st.sampled_from([0, 1, 5]))
def test_every_value_that_agrees_is_among_the_near_ones(written: list[str], listed: str, margin: int) -> None:
    index = _index(" ".join(f"They sold {one} then." for one in written))
    for wanted in facts_in(tokenize(listed)):
        near = [places[0][0] for places in near_values(index, wanted, Fraction(margin))]
        others = [fact for fact, _ in index.facts if fact.kind == wanted.kind and fact not in near]
        assert not [fact.shown for fact in others if agree(wanted, fact)]


def test_far_values_are_left_out() -> None:
    index = _index("They sold 12 boats, 14 boats and 900 boats.")
    [wanted] = facts_in(tokenize("14.2"))
    assert [index.span(places[0][1]) for places in near_values(index, wanted)] == [Span(20, 22)]


def test_the_nearest_sentence_of_a_long_article(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["Ada", "Bo", "Cy", "Dag", "Eva"]
    index = _index(" ".join(f"Then {one} sold the {two} mill." for one in names for two in names))
    monkeypatch.setattr(nearest, "MANY", 3)
    wanted = keys(tokenize("Later Cy bought the Dag mill"))
    assert nearest_sentences(index, wanted, 1, quick=True) == nearest_sentences(index, wanted, 1) == (13,)
