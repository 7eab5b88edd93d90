"""Laws of the kinds with values: their facts are in order, agreement is symmetric, and no changed number agrees."""

from collections.abc import Sequence
from fractions import Fraction
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.facts.fact import Fact, shown
from factspec.facts.kinds import date, duration, measure, money, month, number, percentage, time, weekday
from factspec.language.tokens import tokenize

# Words of which facts of each kind consist.
WORDS: dict[ModuleType, str] = {
    date: """
        19 May 2026 , 5 - / 05 2026-05-19 Sept . the nineties 1990s early mid in century 19th Q3 third quarter
        of half first last week three days ago yesterday day before fiscal FY 's 31 June to between and
    """,
    duration: """
        5 five three years year old aged age months - to between and a an half hour hours days weeks decade 1.5
        of hundreds about second olds h in her forties 40 s
    """,
    measure: """
        5 five 10 6.2 km miles m kg lb pounds square metres ° C F degrees Celsius MW mW per hour / h - to
        between and million half a tonnes -5 about of hundreds in st
    """,
    money: """
        $ € £ US A C 5 five million bn m dollars euros pence p cents - to between and USD EUR CHF Rs . 3.2 won
        pounds Swiss francs about of millions
    """,
    month: """
        May may March march Sept . Jan January 5 mid - early late last in Theresa the June 's
    """,
    number: """
        five six 1,200 1.5 - to between and million bn hundred a half third 3rd times twice about minus / . 2 ,
        dozen of hundreds
    """,
    percentage: """
        5 five % per cent percent percentage point points basis bps pp pc - to between and 3.5 half a of quarter
        minus about
    """,
    time: """
        5 17:00 5.30 pm p.m. am noon midnight GMT EST 1700 o'clock local time - to and 12 hrs 99:99 7
    """,
    weekday: """
        Monday Tuesday Tues Sun Sat Wed . , May 5 last next this 's Sundays previous the fri
    """,
}
TEXTS = {
    kind: st.lists(st.sampled_from(words.split()) | st.text(max_size=4), max_size=12).map(" ".join)
    for kind, words in WORDS.items()
}
kinds = pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.KIND) for kind in WORDS])

# A kind and the words around its number.
FRAMES: dict[str, tuple[ModuleType, str]] = {
    "number": (number, "some {} were there"),
    "percentage": (percentage, "rose {}%"),
    "points": (percentage, "rose {} percentage points"),
    "dollars": (money, "paid ${} for it"),
    "euros": (money, "paid {} euros for it"),
    "millions": (money, "paid £{} million for it"),
    "kilometres": (measure, "ran {} km"),
    "degrees": (measure, "at {}°C"),
    "years": (duration, "{} years passed"),
    "age": (duration, "aged {} then"),
}
frames = pytest.mark.parametrize("kind, frame", [pytest.param(*row, id=name) for name, row in FRAMES.items()])
NUMBERS = st.integers(0, 10**7)


def _facts(kind: ModuleType, text: str) -> Sequence[Fact]:
    return list(kind.find(tokenize(text)))


@kinds
@given(data=st.data())
def test_facts_are_in_order_inside_the_tokens(kind: ModuleType, data: st.DataObject) -> None:
    tokens = tokenize(data.draw(TEXTS[kind]))
    end = 0
    for fact in kind.find(tokens):
        assert end <= fact.first < fact.last <= len(tokens)
        assert fact.kind == kind.KIND
        assert fact.shown == shown(tokens, fact.first, fact.last)
        assert kind.agree(fact, fact)
        end = fact.last


@kinds
@given(data=st.data())
def test_agreement_is_symmetric(kind: ModuleType, data: st.DataObject) -> None:
    one, other = _facts(kind, data.draw(TEXTS[kind])), _facts(kind, data.draw(TEXTS[kind]))
    for left in one:
        for right in other:
            assert kind.agree(left, right) == kind.agree(right, left)


@frames
@given(one=NUMBERS, other=NUMBERS)
def test_numbers_agree_only_if_equal(kind: ModuleType, frame: str, one: int, other: int) -> None:
    frame = frame.removeprefix("some ")
    (left,), (right,) = _facts(kind, frame.format(f"{one:,}")), _facts(kind, frame.format(other))
    assert kind.agree(left, right) == (one == other)


@frames
@given(whole=st.integers(0, 10**6), places=st.text("0123456789", min_size=1, max_size=4))
def test_zeros_after_the_decimal_point_change_nothing(kind: ModuleType, frame: str, whole: int, places: str) -> None:
    (left,) = _facts(kind, frame.format(f"{whole}.{places}"))
    (right,) = _facts(kind, frame.format(f"{whole:,}.{places}00"))
    assert kind.agree(left, right)


@frames
@given(first=st.integers(1, 9999), rise=st.integers(1, 9999))
def test_a_range_has_one_value_in_every_form(kind: ModuleType, frame: str, first: int, rise: int) -> None:
    last = first + rise
    forms = (f"{first}-{last}", f"{first}–{last}", f"{first:,} to {last:,}")
    facts = [fact for form in forms for fact in _facts(kind, frame.format(form))]
    assert len(facts) == 3
    assert kind.agree(facts[0], facts[1])
    assert kind.agree(facts[1], facts[2])


@frames
@given(value=st.integers(1, 10**6))
def test_a_sign_is_never_lost(kind: ModuleType, frame: str, value: int) -> None:
    (plain,), (minus,) = _facts(kind, frame.format(value)), _facts(kind, frame.format(f"minus {value}"))
    assert not kind.agree(plain, minus)


def _printed(thousandths: int) -> str:
    return f"{thousandths // 1000}.{thousandths % 1000:03}"


@given(thousandths=st.integers(1000, 10**7))
def test_a_conversion_agrees_if_it_is_rounded_as_printed(thousandths: int) -> None:
    metres = round(thousandths * Fraction("1.609344"))
    (miles,) = _facts(measure, f"{_printed(thousandths)} miles")
    (right,) = _facts(measure, f"{_printed(metres)} km")
    (wrong,) = _facts(measure, f"{_printed(metres + metres // 15)} km")
    assert measure.agree(miles, right)
    assert not measure.agree(miles, wrong)
