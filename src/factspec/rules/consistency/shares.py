"""Shares of one whole, and a total with its parts: sets of numbers that must add up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factspec.claims.index import Index
from factspec.facts.fact import Amount, Fact
from factspec.facts.found import facts_in
from factspec.language.framing_words import BY_HOW_MUCH, DIVIDING, OVERLAPPING, PERSONS
from factspec.language.number_words import key_at
from factspec.language.numerals import numerals
from factspec.language.places import Span
from factspec.language.tokens import Token

_WHOLE = 100
_MANY = 60
_SIGNS = frozenset(["%", "percent", "cent"])
_OPENINGS = frozenset([":", "(", "-"])


class Sum(NamedTuple):
    """Numbers that do not add up: their range of `Article.text`, as shown, their sum and what it should be."""

    span: Span
    parts: tuple[str, ...]
    total: Fraction
    whole: Fraction


def excessive(index: Index) -> Iterator[Sum]:
    """Sentences whose shares of one whole are more than all of it."""
    signs = Counter(index.sentence_of(at) for at, key in enumerate(index.token_keys) if key in _SIGNS)
    for number, count in signs.items():
        tokens = index.sentence_tokens[number]
        if count < 2 or tokens.end - tokens.start > 4 * _MANY:
            continue
        window = index.tokens[tokens.start : tokens.end]
        found = _shares(window)
        total = sum((_value(fact) for fact in found), Fraction(0))
        if found and total > _WHOLE + _rounding(found) and not _has_own_total(found, total):
            span = index.span(Span(tokens.start + found[0].first, tokens.start + found[-1].last))
            yield Sum(span, tuple(fact.shown for fact in found), total, Fraction(_WHOLE))


def _has_own_total(found: Sequence[Fact], total: Fraction) -> bool:
    """Whether one of the shares is the sum of the others: "68.8%: 27.01%, 19.12%, 12.63% and 10.08%"."""
    return len(found) > 2 and any(abs(2 * _value(fact) - total) <= _rounding(found) for fact in found)


def _shares(window: Sequence[Token]) -> list[Fact]:
    """The percentages of a sentence if they divide one whole, otherwise none."""
    keys = [token.key for token in window]
    if not DIVIDING.intersection(keys) or OVERLAPPING.intersection(keys):
        return []
    found = [fact for fact in facts_in(window) if fact.kind == "percentage"]
    if len(found) < 2 or not all(_is_share(window, fact) for fact in found):
        return []
    wholes = {
        key_at(window, fact.last + 1 + (key_at(window, fact.last + 1) in {"the", "all", "its"}))
        for fact in found
        if key_at(window, fact.last) == "of"
    }
    return found if len(wholes) <= 1 else []


def _is_share(window: Sequence[Token], fact: Fact) -> bool:
    amount = fact.value
    if not isinstance(amount, Amount) or amount.unit != "%" or len(amount.numbers) != 1:
        return False
    value = amount.numbers[0].value
    if isinstance(value, str) or not 0 < value < _WHOLE:
        return False
    near = {token.key for token in window[max(fact.first - 2, 0) : fact.first]}
    return not near & BY_HOW_MUCH and key_at(window, fact.last) not in BY_HOW_MUCH


def _value(fact: Fact) -> Fraction:
    amount = fact.value
    value = amount.numbers[0].value if isinstance(amount, Amount) else 0
    return Fraction(0) if isinstance(value, str) else Fraction(value)


def _rounding(found: Sequence[Fact]) -> Fraction:
    """By how much rounded shares of a whole may exceed it: half of each one's last place."""
    sizes = (fact.value.numbers[0].size for fact in found if isinstance(fact.value, Amount))
    return sum((Fraction(size) / 2 for size in sizes), Fraction(0))


class _Count(NamedTuple):
    value: Fraction
    noun: str
    first: int
    last: int


def unequal(index: Index) -> Iterator[Sum]:
    """Totals whose parts, as listed right after them, add up to something else."""
    for tokens in index.sentence_tokens:
        window = index.tokens[tokens.start : tokens.end]
        if len(window) > _MANY:
            continue
        for at in [at for at, token in enumerate(window) if token.key in _OPENINGS]:
            found = _total(window, at)
            if found is not None:
                total, parts = found
                whole = index.span(Span(tokens.start + total.first, tokens.start + parts[-1].last))
                shown = tuple(_shown(index, tokens.start, part) for part in parts)
                yield Sum(whole, shown, sum((part.value for part in parts), Fraction(0)), total.value)
                break


def _shown(index: Index, start: int, part: _Count) -> str:
    span = index.span(Span(start + part.first, start + part.last))
    return index.article.text[span.start : span.end]


def _total(window: Sequence[Token], opening: int) -> tuple[_Count, list[_Count]] | None:
    """The total before an opening and the parts after it, if they are of one kind and do not add up."""
    counts = _counts(window)
    before = [count for count in counts if count.last <= opening]
    if not before or before[-1].last < opening - 1 or before[-1].noun not in PERSONS:
        return None
    total = before[-1]
    end = _closing(window, opening)
    parts = [count for count in counts if opening < count.first < end]
    if not 2 <= len(parts) <= 8 or parts[0].first != opening + 1 or not _lists(window, parts, end):
        return None
    return None if sum(part.value for part in parts) == total.value else (total, parts)


def _closing(window: Sequence[Token], opening: int) -> int:
    sign = {"(": ")", "-": "-"}.get(window[opening].key, ".")
    return next((at for at in range(opening + 1, len(window)) if window[at].key in {sign, ";", "."}), len(window))


def _lists(window: Sequence[Token], parts: Sequence[_Count], end: int) -> bool:
    """Whether parts all count persons, are listed with "and" before the last, and nothing follows."""
    if any(part.noun not in PERSONS for part in parts) or parts[-1].last < end - 1:
        return False
    gaps = [[token.key for token in window[one.last : other.first]] for one, other in pairwise(parts)]
    return all(gap == [","] for gap in gaps[:-1]) and gaps[-1] in (["and"], [",", "and"])


def _counts(window: Sequence[Token]) -> list[_Count]:
    """The exact numbers of a sentence, each with the noun that it counts, at most two words on."""
    found = []
    for numeral in numerals(window):
        if isinstance(numeral.value, str) or numeral.form != "cardinal" or _is_vague(window, numeral.first):
            continue
        for at in range(numeral.last, min(numeral.last + 3, len(window))):
            if window[at].key in PERSONS:
                found.append(_Count(Fraction(numeral.value), window[at].key, numeral.first, at + 1))
                break
            if not window[at].key.isalpha():
                break
    return found


def _is_vague(window: Sequence[Token], first: int) -> bool:
    return bool({token.key for token in window[max(first - 2, 0) : first]} & OVERLAPPING)
