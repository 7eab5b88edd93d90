"""What is looked up in a long article is what a search through all of it finds."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.claims import forbidden, nearest
from factspec.claims import index as indexes
from factspec.claims.anchored import Outcome
from factspec.claims.comparison.compare import compare, harmless_classes
from factspec.claims.comparison.model import Harmless
from factspec.claims.forbidden import forbidden_in, spellings, words_that_stay
from factspec.claims.index import Index, index_of
from factspec.claims.kinds import says
from factspec.claims.near_values import near_values
from factspec.claims.nearest import nearest_sentences
from factspec.facts.found import agree, facts_in
from factspec.language.places import Span
from factspec.language.spelling import american
from factspec.language.tokens import keys, tokenize
from factspec.projects.loading import parse_article
from factspec.specs.model import Claim, Forbidden, Located

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


_BODY = st.sampled_from("the mill harbour closed bought two 2 rose Ada Monday Tuesday not and , . . . was".split())


@given(st.lists(_BODY, min_size=2, max_size=9), st.lists(_BODY, min_size=4, max_size=40))
def test_the_body_says_otherwise_than_a_heading_as_a_search_of_all_of_it_finds(
    heading: list[str], body: list[str]
) -> None:
    words = " ".join(one for one in heading if one.isalnum())
    if not words:
        return
    text = f"# {words}\n\n{' '.join(body).replace(' .', '.').replace(' ,', ',')}\n"
    index = index_of(parse_article(text.encode(), "markdown", path="a.md"))
    claim = Claim("c", 1, says=Located(words))
    usual = says.anchor(claim, index, None)
    with pytest.MonkeyPatch.context() as patch:
        every = [at for at, tokens in enumerate(index.sentence_tokens) if index.in_body(tokens.start)]
        patch.setattr(nearest, "in_body_near", lambda *_: every)
        assert says.anchor(claim, index, None) == usual


@pytest.mark.parametrize("kind", harmless_classes(), ids=lambda kind: kind.name)
def test_words_that_stay_are_in_whatever_says_the_same(kind: Harmless) -> None:
    for pair in kind.same:
        for one, other in (pair, pair[::-1], [text.lower() for text in pair]):
            if compare(one, other).outcome is Outcome.SAME:
                there = set(spellings(keys(tokenize(other))))
                assert there.issuperset(map(american, words_that_stay(tokenize(one))))


_SAID = st.sampled_from([text for kind in harmless_classes() for pair in kind.same for text in pair])


@given(st.lists(_SAID, min_size=1, max_size=2), st.lists(_SAID, min_size=1, max_size=12), st.sampled_from([". ", " "]))
def test_forbidden_wording_is_found_where_a_search_of_all_sentences_finds_it(
    wanted: list[str], written: list[str], end: str
) -> None:
    index = _index(f"{end.join(written)}.")
    entry = Forbidden("f", 1, says=Located(" ".join(wanted)))
    usual = list(forbidden_in(index, [entry]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forbidden, "MANY", 0)
        assert list(forbidden_in(index, [entry])) == usual


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
