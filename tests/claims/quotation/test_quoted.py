"""Approved quotation words in an article: same, unmarked, altered or missing, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.claims.quotation.model import Quoted, QuoteMatch
from factspec.claims.quotation.words import Quotable, find_quoted
from factspec.language.quotation_marks import quotations

SAME = [
    pytest.param("long-time good friend", "a “long-time good friend” of his", "long-time good friend", id="curly"),
    pytest.param("long-time good friend", 'a "long-time good friend" of his', "long-time good friend", id="straight"),
    pytest.param("long-time good friend", "a ‘long-time good friend’ of his", "long-time good friend", id="single"),
    pytest.param("long-time good friend", "« long-time good friend »", "long-time good friend", id="angles"),
    pytest.param("long-time good friend", "“long‑time good friend”", "long‑time good friend", id="no-break-hyphen"),
    pytest.param(
        "long-time good friend", "“long-time\u00a0good friend”", "long-time\u00a0good friend", id="no-break-space"
    ),
    pytest.param("long-time good friend", "“Long-time good friend”", "Long-time good friend", id="first-letter"),
    pytest.param("May we meet", "“may we meet”", "may we meet", id="first-letter-of-a-word-with-two-senses"),
    pytest.param("don't go", "“don’t go”", "don’t go", id="apostrophe-curled"),
    pytest.param("good friend", "“a long-time good friend of ours”", "good friend", id="stretch-of-a-longer-one"),
    pytest.param("We are friends", "“We are friends,” he said.", "We are friends", id="comma-before-mark"),
    pytest.param("We are friends.", "“We are friends,” he said.", "We are friends", id="stop-became-comma"),
    pytest.param("We are friends,", "“We are friends.”", "We are friends", id="comma-became-stop"),
    pytest.param("We are friends.", "“We are friends”.", "We are friends", id="stop-outside"),
    pytest.param("We are friends.", "“We are friends. And more.”", "We are friends", id="stop-inside"),
    pytest.param("“We are friends”", "“We are friends”", "We are friends", id="marks-in-the-spec"),
    pytest.param(
        "We are old friends", "“We are,” he said, “old friends.”", "We are,” he said, “old friends", id="split"
    ),
    pytest.param(
        "We are, old friends", "“We are,” he said, “old friends.”", "We are,” he said, “old friends", id="split-comma"
    ),
    pytest.param("One. Two", "“One.\n“Two,” he said.", "One.\n“Two", id="over-paragraphs"),
    pytest.param("he said 'go' twice", "“he said ‘go’ twice”", "he said ‘go’ twice", id="nested-inside"),
    pytest.param("we go", "“he said ‘we go’ twice”", "we go", id="nested"),
    pytest.param("We … friends", "“We are very old friends”", "We are very old friends", id="gap"),
    pytest.param("We ... friends", "“We are friends”", "We are friends", id="gap-of-dots"),
    pytest.param("We […] friends", "“We are friends”", "We are friends", id="gap-in-brackets"),
    pytest.param("We … are friends", "“We are friends”", "We are friends", id="gap-of-nothing"),
    pytest.param("We … friends", "“We are … friends”", "We are … friends", id="gap-over-gap"),
    pytest.param("… good friend …", "“a good friend”", "good friend", id="gaps-at-the-ends"),
    pytest.param(
        "We met Mr Xi … today",
        "“We met Mr Xi and Mr. Lee today”",
        "We met Mr Xi and Mr. Lee today",
        id="gap-over-title",
    ),
    pytest.param("our [Chinese] friend", "“our friend”", "our friend", id="insertion-in-spec"),
    pytest.param("our [Chinese] friend", "“our old friend”", "our old friend", id="replacement-in-spec"),
    pytest.param("our [Chinese] friend", "“our [Chinese] friend”", "our [Chinese] friend", id="insertion-in-both"),
    pytest.param("our friend", "“our [Chinese] friend”", "our [Chinese] friend", id="insertion-in-article"),
    pytest.param(
        "He is our old friend", "“[Putin] is our old friend”", "[Putin] is our old friend", id="replacement-in-article"
    ),
    pytest.param("our friend", "“our [sic] friend”", "our [sic] friend", id="sic"),
    pytest.param("朋友", "他说「我们是朋友」。", "朋友", id="chinese"),
    pytest.param("мы друзья", "Он сказал: «Мы друзья».", "Мы друзья", id="russian"),
    pytest.param("We are", "> We are friends.", "We are", id="block-quotation"),
    pytest.param("friend", "a “friend", "friend", id="unclosed"),
    pytest.param(
        "we are our dear old friends", "“we are our [old] friends”", "we are our [old] friends", id="bracket-for-two"
    ),
]

OTHERWISE = [
    pytest.param("good friend", "a good friend", QuoteMatch.UNMARKED, "good friend", "", "", id="without-marks"),
    pytest.param("good friend", "“A good” friend", QuoteMatch.UNMARKED, "good” friend", "", "", id="marks-end-inside"),
    pytest.param("we go", "“we” and “go”, we go", QuoteMatch.UNMARKED, "we go", "", "", id="marks-elsewhere"),
    pytest.param("good friend", "“great friend”", QuoteMatch.ALTERED, "great friend", "good", "great", id="other-word"),
    pytest.param(
        "long-time good friend",
        "“long time good friend”",
        QuoteMatch.ALTERED,
        "long time good friend",
        "-",
        "",
        id="hyphen",
    ),
    pytest.param(
        "a colour of hope", "“a color of hope”", QuoteMatch.ALTERED, "a color of hope", "colour", "color", id="spelling"
    ),
    pytest.param(
        "we do not go", "“we don't go”", QuoteMatch.ALTERED, "we don't go", "do not", "don't", id="contraction"
    ),
    pytest.param("five years on", "“5 years on”", QuoteMatch.ALTERED, "5 years on", "five", "5", id="number"),
    pytest.param(
        "we are friends", "“we are not friends”", QuoteMatch.ALTERED, "we are not friends", "", "not", id="negated"
    ),
    pytest.param(
        "we are good friends", "“we are friends”", QuoteMatch.ALTERED, "we are friends", "good", "", id="word-left-out"
    ),
    pytest.param(
        "we are good friends",
        "“we are … friends”",
        QuoteMatch.ALTERED,
        "we are … friends",
        "good",
        "…",
        id="article-leaves-out",
    ),
    pytest.param(
        "we are friends.",
        "“we are friends of war”",
        QuoteMatch.ALTERED,
        "we are friends of",
        ".",
        "of",
        id="goes-on-past-the-stop",
    ),
    pytest.param(
        "ironclad", "an “iron-clad” bond", QuoteMatch.ALTERED, "iron-clad", "ironclad", "iron-clad", id="one-word"
    ),
    pytest.param(
        "old good friend",
        "an “old great friend” here",
        QuoteMatch.ALTERED,
        "old great friend",
        "good",
        "great",
        id="inner-word",
    ),
    pytest.param(
        "he has died", "he had died", QuoteMatch.ALTERED, "he had died", "has", "had", id="altered-without-marks"
    ),
    pytest.param(
        "We … friends",
        "“We are not friends”",
        QuoteMatch.ALTERED,
        "We are not friends",
        "…",
        "are not",
        id="gap-over-negation",
    ),
    pytest.param(
        "We … friends",
        "“We deny being friends”",
        QuoteMatch.ALTERED,
        "We deny being friends",
        "…",
        "deny being",
        id="gap-over-denial",
    ),
    pytest.param(
        "We … old friends",
        "“We are. They are old friends”",
        QuoteMatch.ALTERED,
        None,
        None,
        None,
        id="gap-over-sentence-end",
    ),
    pytest.param(
        "We … old friends", "“We are” not “old friends”", QuoteMatch.ALTERED, None, None, None, id="gap-over-marks"
    ),
    pytest.param("our friend", "“[our friend]”", QuoteMatch.MISSING, "", "", "", id="bracket-alone"),
    pytest.param(
        "we are our old friends",
        "“we are our [old] enemies”",
        QuoteMatch.ALTERED,
        None,
        None,
        None,
        id="word-after-a-bracket",
    ),
    pytest.param(
        "we will accept war",
        "“we will [not] accept war”",
        QuoteMatch.ALTERED,
        None,
        None,
        None,
        id="negation-in-a-bracket",
    ),
    pytest.param(
        "we will never accept war",
        "“we will [always] accept war”",
        QuoteMatch.ALTERED,
        None,
        None,
        None,
        id="bracket-for-a-negation",
    ),
    pytest.param(
        "We … friends",
        "“We are not, as the papers have it all of this long week, friends”",
        QuoteMatch.ALTERED,
        None,
        None,
        None,
        id="long-gap-over-negation",
    ),
    pytest.param(
        "good friend", "“the price of gas rose” on Tuesday", QuoteMatch.MISSING, "", "", "", id="nothing-near"
    ),
    pytest.param("good friend", "", QuoteMatch.MISSING, "", "", "", id="empty-article"),
    pytest.param("…", "“a good friend”", QuoteMatch.MISSING, "", "", "", id="gap-alone"),
    pytest.param("", "“a good friend”", QuoteMatch.MISSING, "", "", "", id="no-words"),
    pytest.param(
        "US troops left",
        "“us troops left”",
        QuoteMatch.ALTERED,
        "us troops left",
        "US",
        "us",
        id="case-that-is-meaning",
    ),
]


def _find(words: str, lines: str) -> tuple[Quoted, str]:
    text = lines.replace("> ", "")
    blocks, quoted, at = [], [], 0
    for line in lines.split("\n"):
        blocks.append((at, at + len(line.removeprefix("> "))))
        quoted += blocks[-1:] if line.startswith("> ") else []
        at = blocks[-1][1] + 1
    found = find_quoted(words, Quotable(text, quotations(text, blocks, quoted), blocks))
    return found, text[found.start : found.end] if found.start >= 0 else ""


@pytest.mark.parametrize("words, lines, anchor", SAME)
def test_words_found_word_for_word(words: str, lines: str, anchor: str) -> None:
    found, stands = _find(words, lines)
    assert (found.match, stands, found.differences) == (QuoteMatch.SAME, anchor, ())


@pytest.mark.parametrize("words, lines, match, anchor, approved, changed", OTHERWISE)
def test_words_that_do_not(
    words: str, lines: str, match: QuoteMatch, anchor: str | None, approved: str | None, changed: str | None
) -> None:
    found, stands = _find(words, lines)
    assert found.match is match
    if anchor is not None:
        differs = found.differences[0] if found.differences else None
        assert (stands, differs.approved if differs else "", differs.found if differs else "") == (
            anchor,
            approved,
            changed,
        )


def test_all_places_are_given_in_order() -> None:
    found, _ = _find("good friend", "a “good friend”, a good friend, “my good friend’s good friend”")
    assert [place.start for place in found.places] == [3, 50]


def test_nested_words_have_one_place() -> None:
    found, _ = _find("good friend", "“he said ‘good friend’ twice”")
    assert [place.start for place in found.places] == [10]


def test_differences_count_in_both_texts() -> None:
    words, lines = "a good friend of ours", "so “a great friend of yours” then"
    found, stands = _find(words, lines)
    assert [words[one.approved_start : one.approved_end] for one in found.differences] == ["good", "ours"]
    assert [stands[one.start : one.end] for one in found.differences] == ["great", "yours"]


TEXTS = st.text(st.sampled_from("aA bB.,…[]\n\"'“”‘’-") | st.characters(), max_size=50)


@given(TEXTS, TEXTS)
def test_any_words_in_any_text_have_places_in_range(words: str, text: str) -> None:
    found, _ = _find(words, text)
    assert (found.start == -1) is (found.match is QuoteMatch.MISSING)
    assert all(0 <= place.start < place.end <= len(text) for place in found.places)
    assert list(found.places[:1]) == ([] if found.start < 0 else [(found.start, found.end)])


WORDS = st.lists(
    st.sampled_from(["we", "are", "not", "old", "friends", "don't", "2026", "long-time"]), min_size=2, max_size=8
)


@given(WORDS)
def test_quoted_words_are_found_whatever_the_typography(words: list[str]) -> None:
    written = " ".join(words)
    for quoted in (f'"{written}"', f"“{written.replace(chr(39), '’')}”", "“" + "\n".join(words) + ",”"):
        text = f"He said {quoted} there."
        found = find_quoted(written, Quotable(text, quotations(text, [(0, len(text))]), [(0, len(text))]))
        assert found.match is QuoteMatch.SAME


@given(WORDS, st.data())
def test_a_word_replaced_is_never_the_same(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    written = " ".join("enemies" if number == at else word for number, word in enumerate(words))
    text = f"He said “{written}” there."
    found = find_quoted(" ".join(words), Quotable(text, quotations(text, [(0, len(text))]), [(0, len(text))]))
    assert found.match in (QuoteMatch.ALTERED, QuoteMatch.MISSING)
