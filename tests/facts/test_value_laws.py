"""Laws of all kinds that hold a number: a changed number never agrees, another form of the same one always does."""

from collections.abc import Sequence
from fractions import Fraction
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.facts.fact import Fact
from factspec.facts.kinds import duration, measure, money, number, percentage
from factspec.language.tokens import tokenize

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


@frames
@given(one=NUMBERS, other=NUMBERS)
def test_numbers_agree_only_if_equal(kind: ModuleType, frame: str, one: int, other: int) -> None:
    frame = frame.removeprefix("some ")
    (left,), (right,) = _facts(kind, frame.format(f"{one:,}")), _facts(kind, frame.format(other))
    assert kind.agree(left, right) == (one == other)


@frames
@given(whole=st.integers(0, 10**6), places=st.text("0123456789", min_size=1, max_size=4))
def test_noughts_after_the_point_change_nothing(kind: ModuleType, frame: str, whole: int, places: str) -> None:
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
def test_a_conversion_agrees_where_it_is_rounded_as_printed(thousandths: int) -> None:
    metres = round(thousandths * Fraction("1.609344"))
    (miles,) = _facts(measure, f"{_printed(thousandths)} miles")
    (right,) = _facts(measure, f"{_printed(metres)} km")
    (wrong,) = _facts(measure, f"{_printed(metres + metres // 15)} km")
    assert measure.agree(miles, right)
    assert not measure.agree(miles, wrong)
