"""Order in time: before, after, prior to, shortly after, immediately after.

Two agree if their direction and nearness are the same: "shortly" and "soon" are equally near, "immediately" is nearer.
"before" for "after" is an `opposite`; words that changed places are an `order`.
"""

from collections.abc import Iterator, Sequence

from factspec.facts.fact import Fact, equal_values, fact_at
from factspec.language.number_words import key_at
from factspec.language.tokens import Token, index_of, phrase_table, phrases_in

KIND = "order"
RANK = 30
_WORDS = {
    "before": "before|prior to|ahead of|in advance of",
    "after": "after|subsequent to|in the wake of",
    "until": "until|till|up until",
    "since": "ever since",
}
_NEARNESS = {
    **dict.fromkeys(("shortly", "soon"), "shortly"),
    **dict.fromkeys(("immediately", "directly", "right"), "immediately"),
    **dict.fromkeys(("long", "well"), "long"),
    "just": "just",
}
_INDEX = index_of(phrase_table(_WORDS))
TRIGGERS = frozenset(_INDEX)


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The words of order, each with direction and nearness."""
    for found in phrases_in(tokens, _INDEX):
        nearness = _NEARNESS.get(key_at(tokens, found.first - 1), "")
        first = found.first - bool(nearness)
        yield fact_at(tokens, first, found.last, KIND, (found.name, nearness))


agree = equal_values


def difference(approved: Fact, found: Fact) -> str:
    """A difference in direction is that of opposites: "before", "after"."""
    return "opposite" if _direction(approved) != _direction(found) else ""


def _direction(fact: Fact) -> object:
    return fact.value[0] if isinstance(fact.value, tuple) else None
