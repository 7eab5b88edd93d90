"""Where a listed value stands in an article: equal, at its printed precision or within its tolerance.

What bounds a listed value ("at least 400 jobs") must bound it in the article too; "about", "exactly" and "all" do not.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from factspec.amount import Amount
from factspec.fact import Fact
from factspec.facts_found import VALUE_KINDS, agree, facts_in
from factspec.lexicon.quantifiers import BOUNDS, NUMBER_BOUNDS, QUANTIFIERS
from factspec.match.edges import uncut
from factspec.match.index import Index
from factspec.match.verbs import DETERMINERS
from factspec.registry import load
from factspec.spec.model import Value
from factspec.text.numerals import agrees_at_precision
from factspec.text.places import Span
from factspec.text.tokens import keys, tokenize

# What leaves a number what it is, or is part of its value.
_NO_BOUNDS = frozenset({"", "about", "exactly", "only", "all"})


def values(index: Index, fact: Value) -> Iterator[Span]:
    """The token ranges at which a listed value stands, with what bounds it where the listed one is bounded."""
    for wanted in _valued(fact.text):
        yield from _places(index, fact, wanted)


def _places(index: Index, fact: Value, wanted: Fact) -> Iterator[Span]:
    said = keys(tokenize(fact.text))
    bound, rest = _bound(said[: wanted.first]), _rate(said[wanted.last :])
    if wanted.kind == "number" and not bound:
        yield from _ages(index, wanted)
    for written in index.facts_by_kind.get(wanted.kind, {}).values():
        if not _near(wanted, written[0][0], fact.tolerance):
            continue
        for _, span in written:
            counted = Span(span.start, span.end + len(rest))
            if _rate(index.keys(Span(span.end, counted.end))) != rest:
                continue
            bounded = _bounded(index, counted, bound)
            if bounded:
                yield bounded


def _ages(index: Index, wanted: Fact) -> Iterator[Span]:
    """The ages of this number: "died aged 91" for 91."""
    value = wanted.value
    if not isinstance(value, Amount):
        return
    for age, written in index.facts_by_kind.get("duration", {}).items():
        if isinstance(age, Amount) and age.unit == "age" and not age.about and age.numbers == value.numbers:
            yield from (span for _, span in written)


def _rate(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words behind a number, in one form where they begin a rate: "a month", "per month"."""
    return ("per", *words[1:]) if words[:1] in (("a",), ("an",)) else words


def _bounded(index: Index, span: Span, bound: str) -> Span | None:
    """A number with what bounds it, where that is what bounds the listed one ("at least"); else None."""
    whole = with_count(index, span)
    if whole.end != span.end or _bound(index.keys(Span(whole.start, span.start))) != bound:
        return None
    return whole if bound else span


def with_count(index: Index, span: Span) -> Span:
    """Listed words with what counts or bounds them, and with what does so of that: "not | all | 340"."""
    whole = uncut(index, span, names=False)
    return whole if whole.start == span.start else Span(uncut(index, whole).start, whole.end)


def _bound(before: tuple[str, ...]) -> str:
    """What the words before a number bound it by; empty where they leave it as it is, or are part of its value."""
    named = quantified(before)
    return "" if named in _NO_BOUNDS else named


def quantified(words: tuple[str, ...]) -> str:
    """The class of quantifier or bound that words before a number are, or the words themselves: "all of the"."""
    while words and words[-1] in DETERMINERS:
        words = words[:-1]
    return next((table[words] for table in (NUMBER_BOUNDS, BOUNDS, QUANTIFIERS) if words in table), " ".join(words))


@lru_cache(maxsize=4096)
def _valued(text: str) -> tuple[Fact, ...]:
    """The one fact that a value is, of the kind with most to say about it; four digits are a number and a year."""
    tokens = tokenize(text)
    found = tuple(fact for fact in facts_in(tokens) if fact.kind in VALUE_KINDS)[:1]
    bare = text.isdecimal() and found and found[0].kind == "date"
    return (*found, *load("factspec.facts", "number").find(tokens)) if bare else found


def _near(wanted: Fact, other: Fact, tolerance: str) -> bool:
    """Whether the article's number is the wanted one: equal, at its printed precision, or within the tolerance."""
    if agree(wanted, other):
        return True
    ours, theirs = wanted.value, other.value
    if not (isinstance(ours, Amount) and isinstance(theirs, Amount) and ours.unit == theirs.unit):
        return False
    one, stated = ours.numbers[0], theirs.numbers[0]
    if len(ours.numbers) > 1 or len(theirs.numbers) > 1 or isinstance(one.value, str) or isinstance(stated.value, str):
        return False
    if not tolerance:
        return agrees_at_precision(stated, one.value, theirs.about)
    return abs(Fraction(stated.value) - Fraction(one.value)) <= _margin(tolerance, Fraction(one.value))


def _margin(tolerance: str, value: Fraction) -> Fraction:
    number = Fraction(tolerance.rstrip("% "))
    return abs(value) * number / 100 if tolerance.endswith("%") else number
