"""Months alone: without a day and without a year.

"September" agrees with "Sept."; "mid-May" and "early May" are not "May". "may" is not a month, nor is the May of
"Theresa May". A month with a day or a year is a `date`.
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, equal_values, fact_at
from factspec.facts.found import Sort
from factspec.language.calendar import MONTHS, MONTHS_CUT, Month, is_no_month, month_at, part_before
from factspec.language.number_words import key_at
from factspec.language.tokens import Token, places

KIND = "month"
RANK = 40
SORT = Sort.DATE
SOUGHT = False

_WHICH = frozenset({"last", "next", "this"})


TRIGGERS = frozenset({*MONTHS, *MONTHS_CUT})


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The months of a text, including those inside a date."""
    for index in places(tokens, TRIGGERS):
        found = month_at(tokens, index)
        if found and not is_no_month(tokens, index):
            part, first = part_before(tokens, index)
            which = key_at(tokens, index - 1) if key_at(tokens, index - 1) in _WHICH else ""
            first -= bool(which)
            yield fact_at(tokens, first, found[1], KIND, Month(found[0], part, which))


agree = equal_values

_NAMES = {
    number: tuple(name for name, one in (*MONTHS.items(), *MONTHS_CUT.items()) if one == number and name.isalpha())
    for number in range(1, 13)
}


def forms(fact: Fact) -> tuple[str, ...]:
    """The names of a month, in full and abbreviated."""
    return _NAMES[fact.value.number] if isinstance(fact.value, Month) else ()
