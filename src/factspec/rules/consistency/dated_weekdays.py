"""Weekdays written beside a date, and whether the date falls on them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from factspec.claims.index import Index
from factspec.facts.fact import Fact
from factspec.facts.found import facts_in, resolve
from factspec.language.calendar import MONTHS, MONTHS_CUT, WEEKDAY, WEEKDAYS, WEEKDAYS_CUT, Weekday, When, is_year
from factspec.language.number_words import ORDINALS, key_at
from factspec.language.places import Span
from factspec.language.tokens import Token

_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
# What may come between a weekday and its date, on either side of the date.
_BETWEEN = frozenset([",", "(", "the", "-", ".", "a", "which", "was", "is"])
# What joins weekdays that share one date, which is then no single one's; "Monday to Thursday, 19 May" dates Thursday.
_SHARING = frozenset(["-", "through", "&", "/", ","])
_LISTING = frozenset(["and", "or", "to", "-", "through", "until", "till", "&", "/", ","])
_PASSED = _BETWEEN | {"last", "previous", "this", "next", "coming", "following", "of"}
_REACH = 9
_NEAR = 40
_DIGIT = re.compile(r"\d")
_WIDEST = 2
# The last change to the Gregorian calendar in Europe was Turkey's, in 1927: older dates may be of the Julian one.
_GREGORIAN = 1927
# A day without a year this far from the day of writing may be of another year.
_SURE = 60
# How many tokens before a date, in its block, and after it, in its sentence, may name the year that it is of.
_CONTEXT = 120
_AHEAD = 40


class Dated(NamedTuple):
    """A weekday beside a date that is another weekday.

    `span` is a range of `Article.text` that includes both; `weekday` is as written, `day` the date, `name` its weekday.
    """

    span: Span
    weekday: str
    day: date
    name: str


class _Named(NamedTuple):
    """The day that a date names, the token that it begins with, and the day of writing."""

    day: date
    place: int
    published: date | None


def mismatched(index: Index, published: date | None) -> Iterator[Dated]:
    """The weekdays that do not fit the date beside them; a date without a year needs the day of writing."""
    done = 0
    for place in _places(index):
        if place < done:
            continue
        first = max(place - _REACH, 0)
        window = index.tokens[first : place + _REACH + 1]
        pair = _pair(window, facts_in(window), place - first)
        if pair is None:
            continue
        weekday, dated = pair
        done = first + max(weekday.last, dated.last)
        day = resolve(dated, published)
        if day is not None and not _fits(index, weekday, dated, _Named(day, first + dated.first, published)):
            tokens = Span(first + min(weekday.first, dated.first), done)
            yield Dated(index.span(tokens), weekday.shown, day, _NAMES[day.weekday()])


def _places(index: Index) -> Iterator[int]:
    """The tokens that name a weekday with a digit near."""
    text, tokens = index.article.text, index.tokens
    for match in WEEKDAY.finditer(text):
        at = match.start()
        if _DIGIT.search(text, max(at - _NEAR, 0), at + _NEAR):
            place = bisect_left(tokens.starts, at)
            key = tokens.keys[place] if place < len(tokens) and tokens.starts[place] == at else ""
            if (key in WEEKDAYS or key in WEEKDAYS_CUT) and _date_beside(tokens.keys, place):
                yield place


def _date_beside(keys: Sequence[str], place: int) -> bool:
    """Whether the words beside a weekday can be part of a date, seen without reading the date."""
    for step in (1, -1):
        at = place + step
        while 0 <= at < len(keys) and abs(at - place) <= _WIDEST + 2 and keys[at] in _PASSED:
            at += step
        if 0 <= at < len(keys) and _dates(keys[at]):
            return True
    return False


def _dates(key: str) -> bool:
    return key[0].isdigit() or key in MONTHS or key in MONTHS_CUT or key in ORDINALS or key.endswith("th")


def _pair(window: Sequence[Token], facts: Sequence[Fact], place: int) -> tuple[Fact, Fact] | None:
    """The weekday at a place of a window of tokens and the one day beside it, if there is one."""
    at = next((number for number, fact in enumerate(facts) if fact.first <= place < fact.last), None)
    if at is None:
        return None
    weekday, named = facts[at], facts[at].value
    if not isinstance(named, Weekday) or named.every:
        return None
    before = facts[at - 1] if at else None
    after = facts[at + 1] if at + 1 < len(facts) else None
    if before and isinstance(before.value, Weekday) and _joined(window, before, weekday, _SHARING):
        return None
    if after and isinstance(after.value, Weekday) and _joined(window, weekday, after, _SHARING):
        return None
    if after and _is_day(after) and _joined(window, weekday, after, _BETWEEN):
        return None if _goes_on(window, after) else (weekday, after)
    if before and _is_day(before) and _joined(window, before, weekday, _BETWEEN - {"-"}):
        return weekday, before
    return None


def _joined(window: Sequence[Token], one: Fact, other: Fact, words: frozenset[str]) -> bool:
    between = [token.key for token in window[one.last : other.first]]
    return len(between) <= _WIDEST + 1 and all(key in words for key in between)


def _is_day(fact: Fact) -> bool:
    value = fact.value
    return isinstance(value, When) and value.unit == "day" and value.until == (0, 0, 0)


def _goes_on(window: Sequence[Token], fact: Fact) -> bool:
    """Whether a date is the first of several: "18 and 19 May", "May 18 and 19"."""
    following = key_at(window, fact.last + 1)
    return key_at(window, fact.last) in _LISTING - {","} and following[:1].isdecimal()


def _fits(index: Index, weekday: Fact, dated: Fact, named: _Named) -> bool:
    """Whether a weekday is that of the day beside it, or the day cannot be known."""
    value, wanted = dated.value, weekday.value
    if not isinstance(value, When) or not isinstance(wanted, Weekday) or named.day.isoweekday() == wanted.number:
        return True
    if value.year:
        return value.year < _GREGORIAN
    return _speaks_of_another_year(index, named) or _fits_a_year_away(wanted.number, named)


def _speaks_of_another_year(index: Index, named: _Named) -> bool:
    """Whether another year comes shortly before a date, or in what follows it in its sentence."""
    sentences, number = index.article.sentences, index.sentence_of(named.place)
    block = index.article.blocks[sentences[number].block]
    end = min(index.sentence_tokens[number].end, named.place + _AHEAD)
    near = index.tokens[max(named.place - _CONTEXT, 0) : end]
    years = {token.key for token in near if token.start >= block.start and is_year(token.key)}
    return bool(years - {str(named.day.year)})


def _fits_a_year_away(number: int, named: _Named) -> bool:
    """Whether a day far from that of writing falls on the weekday in the year before or after."""
    if named.published is None or abs(named.day - named.published).days <= _SURE:
        return False
    month, day = named.day.month, named.day.day
    years = [year for year in (named.day.year - 1, named.day.year + 1) if (month, day) != (2, 29) or year % 4 == 0]
    return any(date(year, month, day).isoweekday() == number for year in years)
