"""`compare`: what stays the same, what is reworded, what is changed and how the change is named."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.growth import SQUARE, growth

from factspec.claims.anchored import Outcome
from factspec.claims.comparison.compare import compare, compare_tokens
from factspec.facts.found import facts_in
from factspec.language.tokens import tokenize

SAME = [
    pytest.param("", "", id="nothing"),
    pytest.param("The ferry sank.", "The ferry sank.", id="equal"),
    pytest.param("The  ferry\nsank", "the ferry sank.", id="spaces, case and stop"),
    pytest.param(
        "It isn't 5% of U.S. labour", "It is not five per cent of US labor", id="four classes in one sentence"
    ),
    pytest.param("On May 4, 2026 it fell 5 km", "On 4 May 2026 it fell five kilometres", id="values of several words"),
    pytest.param("Peace between Norland and Sudland holds", "Peace between Sudland and Norland holds", id="A and B"),
    pytest.param("The 7-year-old girl", "The seven-year-old girl", id="an age"),
    pytest.param("国际社会 grew", "国际社会  grew", id="unspaced script"),
    pytest.param("שלום to all", "שלום to  all", id="right to left"),
    pytest.param("caf\u00e9 owners", "cafe\u0301 owners", id="combining marks"),
]
REWORDED = [
    pytest.param("Sales grew", "Sales rose", id="one direction"),
    pytest.param("About 40 came", "Roughly 40 came", id="approximators agree"),
    pytest.param("She said it", "She stated it", id="verbs of saying agree"),
    pytest.param("Ada Marsh left", "Marsh left", id="family name alone"),
    pytest.param("for mutual benefit", "on mutual benefit", id="a preposition"),
    pytest.param("The hall may close", "The hall might close", id="modals agree"),
    pytest.param("In 1987 the club moved", "The club moved in 1987", id="a date moved"),
    pytest.param("a meteor fell", "a meteoroid fell", id="a near word"),
    pytest.param("The minister visits Oslo", "The minister visited Oslo", id="tense"),
    pytest.param("The soldier left", "The soldiers left", id="plural"),
    pytest.param("it was recieved", "it was received", id="spelling mistake corrected"),
    pytest.param("He left, and she stayed", "He left and she stayed", id="comma of a clause"),
    pytest.param("He said “it is so”", "He said “it's so”", id="within a quotation"),
    pytest.param("it cost from $3 to $5", "it cost between $3 and $5", id="a range in other words"),
]
CHANGED = [
    pytest.param("on Tuesday", "on Friday", "weekday", "Tuesday", "Friday", id="weekday"),
    pytest.param("a 40-page report", "a 41-page report", "number", "40", "41", id="number"),
    pytest.param("It was so", "It was not so", "negation", "", "not", id="negation added"),
    pytest.param("It did not end", "It did end", "negation", "not", "", id="negation dropped"),
    pytest.param("a legal bid", "an illegal bid", "negation", "legal", "illegal", id="negating prefix"),
    pytest.param("Sales rose", "Sales fell", "opposite", "rose", "fell", id="direction"),
    pytest.param("She said it", "She denied it", "attribution", "said", "denied", id="denial"),
    pytest.param(
        "Norland beat Sudland", "Sudland beat Norland", "name", "Norland … Sudland", "Sudland … Norland", id="names"
    ),
    pytest.param(
        "Then Norland easily beat Sudland",
        "Then Sudland narrowly beat Norland",
        "name",
        "Norland … Sudland",
        "Sudland … Norland",
        id="names among other words",
    ),
    pytest.param("the dog bit the man", "the man bit the dog", "order", "dog … man", "man … dog", id="words exchanged"),
    pytest.param(
        "from 5 to 7 goals, 3 to 9", "from 5 to 7 goals, 9 to 3", "number", "3 to 9", "9 to 3", id="ends of a range"
    ),
    pytest.param("It will end", "It may end", "hedge", "", "may", id="hedge for will"),
    pytest.param("All left", "Most left", "quantifier", "All", "Most", id="quantifier"),
    pytest.param("A few left", "Few left", "quantifier", "A few", "Few", id="a few"),
    pytest.param("at least 5 left", "5 left", "quantifier", "at least", "", id="bound dropped"),
    pytest.param("Ed Hall left", "Ed Hall Jr. left", "name", "Ed Hall", "Ed Hall Jr", id="another person"),
    pytest.param("It cost $5m", "It cost £5m", "money", "$5m", "£5m", id="currency"),
    pytest.param("a 5 km walk", "a 5 mile walk", "unit", "5 km", "5 mile", id="unit with its number"),
    pytest.param("within miles", "within metres", "unit", "miles", "metres", id="bare unit"),
    pytest.param("up 5%", "up 5 percentage points", "percentage", "5%", "5 percentage points", id="points"),
    pytest.param(
        "shortly after it", "shortly before it", "opposite", "shortly after", "shortly before", id="order in time"
    ),
    pytest.param("He did say it was not", "He did not say it was", "negation", "", "not", id="a negation moved"),
    pytest.param("for US teams", "for us teams", "name", "US", "", id="a name in lower case"),
    pytest.param("it took six weeks", "it took six months", "duration", "six weeks", "six months", id="duration"),
    pytest.param("All ten came", "All but ten came", "quantifier", "All", "All but", id="all but"),
    pytest.param("has a little time", "has little time", "quantifier", "a little", "little", id="a little"),
    pytest.param("Lt. Gov. Ada Marsh", "Gov. Ada Marsh", "name", "Lt. Gov", "Gov", id="one title of two"),
    pytest.param(
        "The grey herons drove the gulls",
        "The gray gulls drove the herons",
        "order",
        "herons … gulls",
        "gulls … herons",
        id="words exchanged beside a spelling",
    ),
    pytest.param("It was praised", "It was blamed", "opposite", "praised", "blamed", id="contrary verbs"),
    pytest.param("the former mayor", "the current mayor", "opposite", "former", "current", id="contrary status"),
    pytest.param("its first visit", "its last visit", "opposite", "first", "last", id="a contrary ordinal"),
]


@pytest.mark.parametrize("approved, found", SAME)
def test_the_same(approved: str, found: str) -> None:
    assert compare(approved, found).outcome is Outcome.SAME
    assert compare(found, approved).differences == ()


@pytest.mark.parametrize("approved, found", REWORDED)
def test_reworded(approved: str, found: str) -> None:
    for comparison in (compare(approved, found), compare(found, approved)):
        assert comparison.outcome is Outcome.REWORDED
        assert {difference.kind for difference in comparison.differences} == {"wording"}


@pytest.mark.parametrize("approved, found, kind, one, other", CHANGED)
def test_changed_with_kind_and_both_values(approved: str, found: str, kind: str, one: str, other: str) -> None:
    comparison = compare(approved, found)
    assert comparison.outcome is Outcome.CHANGED
    assert (kind, one, other) in [difference[:3] for difference in comparison.differences]


@pytest.mark.parametrize("approved, found, kind, one, other", CHANGED)
def test_changed_the_other_way_round_too(approved: str, found: str, kind: str, one: str, other: str) -> None:
    differences = compare(found, approved).differences
    assert (kind, other, one) in [difference[:3] for difference in differences]


def test_offsets_are_of_each_text() -> None:
    approved, found = "It began  on Tuesday", "It began on a Friday"
    difference = compare(approved, found).differences[0]
    assert approved[difference.approved_start : difference.approved_end] == "Tuesday"
    assert found[difference.start : difference.end] == "Friday"


def test_offsets_of_an_insertion_are_empty_on_the_approved_side() -> None:
    difference = compare("It was so", "It was not so").differences[0]
    assert (difference.approved_start, difference.approved_end) == (6, 6)
    assert (difference.start, difference.end) == (7, 10)


def test_tokens_at_hand_keep_their_own_offsets() -> None:
    article = "Intro. The ferry sank on Friday. End."
    tokens = tuple(token for token in tokenize(article) if 7 <= token.start < 32)
    approved = "The ferry sank on Tuesday."
    difference = compare_tokens(tokenize(approved), tokens, approved, article).differences[0]
    assert article[difference.start : difference.end] == "Friday"


def test_several_differences_are_in_the_order_of_the_found_text() -> None:
    kinds = [
        each.kind for each in compare("Ada said 5 ships sank on Tuesday", "Bea said 6 ships sank on Friday").differences
    ]
    assert kinds == ["name", "number", "weekday"]


def test_facts_of_all_kinds_do_not_overlap() -> None:
    facts = facts_in(tokenize("At least 5 million euros may not reach South Korea before Tuesday, 4 May 2027"))
    assert all(left.last <= right.first for left, right in pairwise(facts))
    assert {"quantifier", "money", "hedge", "negation", "name", "order"} <= {fact.kind for fact in facts}


WORDS = st.lists(
    st.sampled_from(
        "the a an not isn't is no 5 five $5m U.S. US and or , . \" ' - — may May said Oslo Rome rose fell that "
        "before few at least half million % of colour color 3 km 4 May 2026 e - mail email 1e999 ٣ 国 🙂 é".split(" ")
    ),
    max_size=14,
).map(" ".join)


@given(WORDS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert compare(text, text + "  ").outcome is Outcome.SAME


@given(WORDS, WORDS)
@example("it isn't", "it is not")
def test_sameness_does_not_depend_on_the_side(approved: str, found: str) -> None:
    there, back = compare(approved, found), compare(found, approved)
    assert (there.outcome is Outcome.SAME) == (back.outcome is Outcome.SAME)


@given(st.one_of(WORDS, st.text(max_size=60)), st.one_of(WORDS, st.text(max_size=60)))
def test_every_difference_lies_within_its_text(approved: str, found: str) -> None:
    for difference in compare(approved, found).differences:
        assert 0 <= difference.approved_start <= difference.approved_end <= len(approved)
        assert 0 <= difference.start <= difference.end <= len(found)
        assert difference.approved or difference.found


@given(WORDS, WORDS)
def test_another_weekday_never_passes(before: str, after: str) -> None:
    assert compare(f"{before} on Tuesday {after}", f"{before} on Friday {after}").outcome is not Outcome.SAME


HUGE = {
    "a long claim in a very long sentence": lambda count: ("w0 " * count, "w1 w0 " * 5 * count),
    "facts everywhere": lambda count: ("Ada Marsh 5 " * count, "Marsh Ada 6 " * 8 * count),
    "one word": lambda count: ("a", "b " * count),
    "numbers of many digits": lambda count: ("9" * count + " ships", "8" * count + " ships"),
    "quotation marks": lambda count: ('"' * count + "a", '"' * count + "b"),
    "one word again and again": lambda count: ("and " * count, "and a " * count),
    "marks, emoji and bidi controls": lambda count: ("e\u0301" * count, "\u202e🙂 " * count),
}


def compared(build: Callable[[int], tuple[str, str]], count: int) -> Callable[[], object]:
    """The call that compares two huge texts."""
    return partial(compare, *build(count))


@pytest.mark.parametrize("build", HUGE.values(), ids=HUGE)
def test_work_is_bounded(build: Callable[[int], tuple[str, str]]) -> None:
    assert compare(*build(400)).outcome is not Outcome.SAME
    assert growth(partial(compared, build), 100) < SQUARE


def test_a_name_that_grows_on_both_sides_of_a_word() -> None:
    result = compare("Monetary", "U.S. Monetary IMF")
    assert result.outcome is Outcome.CHANGED
    assert [(one.kind, one.found) for one in result.differences] == [("name", "U.S. Monetary IMF")]
