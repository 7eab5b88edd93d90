"""Quoted words in a stored text: typography, gaps, brackets, line ends and hyphens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.claims.evidence.stored import StoredText, needle


def found(words: str | tuple[str, ...], text: str) -> str | None:
    span = StoredText(text=text).find(needle((words,) if isinstance(words, str) else words))
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        pytest.param("an old friend", "a new friend", id="another word"),
        pytest.param("an old friend", "an older friend", id="a longer word"),
        pytest.param("old friend", "bold friend", id="inside a word"),
        pytest.param("they don", "they don't", id="before an apostrophe"),
        pytest.param("5 million", "3.5 million", id="after a point"),
        pytest.param("3 million", "3.5 million", id="before a point"),
        pytest.param("12 boats", "1.2 boats", id="without the point"),
        pytest.param("the us team", "the US team", id="a word in capitals"),
        pytest.param("in may they", "in May they", id="a month"),
        pytest.param("long term plan", "long-term plan", id="without the hyphen"),
        pytest.param("re-sign now", "resign now", id="with a hyphen"),
        pytest.param("we go, they stay", "we go they stay", id="with a comma"),
        pytest.param("We will … go", "We will not go", id="a gap over a negation"),
        pytest.param("We will [surely] go", "We will not go", id="a bracket over a negation"),
        pytest.param("We will [not] go", "We will go", id="a negation in a bracket"),
        pytest.param("We like … the war", "We like peace. They like the war", id="a gap over a sentence's end"),
        pytest.param("go … we", "we will go", id="in another order"),
        pytest.param(("We are", "friends"), "We are old friends", id="a word between the parts"),
        pytest.param("…", "anything", id="a gap alone"),
        pytest.param("", "anything", id="nothing"),
    ],
)
def test_words_that_do_not_occur(words: str | tuple[str, ...], text: str) -> None:
    assert found(words, text) is None


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        pytest.param("an old friend", "He is an old friend.", "an old friend", id="as it is"),
        pytest.param("An old friend", "He is an old friend.", "an old friend", id="capital at the start"),
        pytest.param("old friend,", "my old friend is", "old friend", id="comma before the mark"),
        pytest.param("don't say “no”", "I don’t say 'no'.", "don’t say 'no", id="marks and apostrophes"),
        pytest.param("a 10–12 day trip", "a 10-12 day trip", "a 10-12 day trip", id="dashes"),
        pytest.param("old friend", "old\u00a0 \n friend", "old\u00a0 \n friend", id="white space"),
        pytest.param("of the community", "of the com-\nmunity", "of the com-\nmunity", id="hyphen at a line's end"),
        pytest.param("a long-term plan", "a long-\nterm plan", "a long-\nterm plan", id="hyphen that stays"),
        pytest.param("the community", "the com\u00admunity", "the com\u00admunity", id="soft hyphen"),
        pytest.param("Anglo-Saxon law", "Anglo-\n  Saxon law", "Anglo-\n  Saxon law", id="hyphen before a capital"),
        pytest.param("pre- and post-war", "pre- and post-war", "pre- and post-war", id="hanging hyphen"),
        pytest.param("the U.S. side", "for the U.S. side", "the U.S. side", id="stops in a word"),
        pytest.param("made in the U.S.", "made in the U.S. today", "made in the U.S", id="stop at the end"),
        pytest.param("We will … go", "We will surely go", "We will surely go", id="gap"),
        pytest.param("We will ... go", "We will go", "We will go", id="gap of nothing"),
        pytest.param("We will [...] go", "We will soon go", "We will soon go", id="gap in brackets"),
        pytest.param(
            "We met. … They left", "We met. He slept. They left", "We met. He slept. They left", id="sentences"
        ),
        pytest.param("We met Mr … Lee", "We met Mr. John Lee", "We met Mr. John Lee", id="gap over a title"),
        pytest.param("[The lock] is old", "It is old", "is old", id="bracket at the start"),
        pytest.param("in [this] spring", "in the early spring", "in the early spring", id="bracket"),
        pytest.param("our [dear] friend", "our friend", "our friend", id="bracket that adds"),
        pytest.param(("We are,", "old friends"), "We are; old friends", "We are; old friends", id="split"),
        pytest.param(("One.", "Two"), "“One.\n\n“Two”", "One.\n\n“Two", id="paragraphs"),
        pytest.param("朋友", "我们是朋友。", "朋友", id="no spaces between words"),
    ],
)
def test_words_that_occur(words: str | tuple[str, ...], text: str, expected: str) -> None:
    assert found(words, text) == expected


def test_the_second_place_where_the_first_is_another_word() -> None:
    assert found("old friend", "bold friend, old friend") == "old friend"


@given(
    st.lists(st.sampled_from("we the old lock is not 3.5 U.S. long-term don't Ada".split()), min_size=1, max_size=60)
)
def test_a_part_of_a_text_occurs_in_it(words: list[str]) -> None:
    middle = words[len(words) // 3 : len(words) // 3 + 9]
    assert found(" ".join(middle), " ".join(words)) is not None


@given(st.text(), st.text())
def test_any_text_is_borne(words: str, text: str) -> None:
    span = StoredText(text=text).find(needle([words]))
    assert span is None or 0 <= span.start < span.end <= len(text)


def test_a_short_word_that_is_inside_many_others_first() -> None:
    assert found("No.", "The north knows nothing. " * 10_000 + "No!") == "No"
    assert found("a b", "a" * 600 + " ab, a. B") is None
    assert found("a b", "a" * 600 + " ab, a b") == "a b"
