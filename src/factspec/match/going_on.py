"""What goes on beyond an amount or a day at an anchor's edge and makes another of it: "3 per cent | at most".

Closed over bounds, rates, comparatives and counters as news English writes them (The Cambridge Grammar of English,
sections on quantity and comparison), and over the ways to move a day by a week, month or year.
"""

import re
from collections.abc import Sequence

from factspec.amount import Amount
from factspec.fact import Fact
from factspec.lexicon.gazetteer import PEOPLES
from factspec.lexicon.quantifiers import CURRENCY_SIGNS
from factspec.text.calendar import is_year
from factspec.text.number_words import ORDINALS
from factspec.text.tokens import Token
from factspec.text.worded import WORDS

AMOUNTS = frozenset({"number", "percentage", "money", "measure", "unit", "duration"})
DAYS = frozenset({"date", "weekday", "month", "time"})
"""Kinds of fact that are an amount, and those that say when."""

REACH = 4
"""How many tokens before an edge, and behind it, are looked at."""

_PERIODS = frozenset("hour day night week fortnight month quarter year season decade".split())
_BEHIND = frozenset(
    """maximum minimum tops apiece hourly daily nightly weekly monthly quarterly yearly annually lower higher less fewer
    more further longer below upwards upward grand mil plus squared cubed + each""".split()
)
_RATES = frozenset(["a", "an", "per", "/", "each"])
# What makes "a month" a time and no rate: "5 euros a month later".
_WHEN = frozenset("later ago earlier before after since".split())
_BOUNDS = frozenset(
    tuple(pair.split())
    for pair in (
        "at most,at least,at best,at worst,or more,or less,or fewer,or so,too many,too few,too much,too little,"
        "on average,give or,rising to"
    ).split(",")
)
# These bound what stands before them only where nothing follows: "500 cars and more than 20 vans".
_AT_THE_END = frozenset(("and", word) for word in "up upwards over more counting".split())
# This does before a number alone: "5 euros up to 9 euros", but "5 per cent up to June".
_UP_TO = ("up", "to")
_PAIRS = _BOUNDS | _AT_THE_END | {_UP_TO}
# "5 euros at the most", "at the very least"
_UTMOST = frozenset("most least very best worst".split())
# Behind these bounds a time or place may follow.
_PLACING = frozenset("in on at from since by".split())
# What a counted thing may be counted by: "300 jobs a year", but "gave 300 people a meal".
_COUNTED_BY = _PERIODS | frozenset("share head person piece".split())
_BEFORE = frozenset("≥ ≤ ≈ ~ < > ± another further additional extra twice thrice approx circa".split())
# Abbreviations that stand with a stop, and words that bound with the word behind them: "upward of | 5".
_WITH_STOP = frozenset("approx c ca no nos".split())
_WITH_WORD = frozenset(
    {("upward", "of"), ("upwards", "of"), ("north", "of"), ("south", "of"), ("close", "to"), ("short", "of")}
)
# What takes away from all the number behind it: "all but | two".
_BUT = frozenset({("all", "but"), ("all", "bar"), ("nowhere", "near"), ("far", "below"), ("far", "above")})
# "month | after month"
_AGAIN = frozenset((period, period) for period in _PERIODS)
_DETERMINERS = frozenset("the its his her their these those".split())
_PART_OF = frozenset("one part parts".split())
_COMPARED = frozenset("more less fewer".split())
_MUCH = frozenset("many much few little".split())
_PERIOD = f"(?:{'|'.join(sorted(_PERIODS))})"
# The keys with which begins what makes a day another, and all of them with a space between two.
_MOVES = frozenset("bc bce BC BCE onward onwards + / - at last next week fortnight in of or the , a one".split())
_MOVING = (
    rf"(?:bce?|BCE?|onwards?|[+/-] \d+(?! [ap]\.?m)|at the (?:earliest|latest)|(?:last|next) {_PERIOD}|week|fortnight"
    rf"|in \d{{4}}|in (?:\d+|several|{'|'.join(sorted(WORDS))}) {_PERIOD}s?|of (?:next|last) {_PERIOD}"
    rf"|or (?:later|earlier|before|after)|the \d{{1,2}} (?:st|nd|rd|th)|(?:, )?(?:a|one) {_PERIOD} ago)(?= |$)"
)
_OTHER_DAY = frozenset(
    tuple(pair.split()) for pair in "of next,of last,or later,or earlier,or before,or after".split(",")
)
# Behind a part, what it is a part of: "a third | of one per cent", "a quarter | point", "half | a point".
_OF_A_POINT = r"(?:of )?(?:an? |one )?(?:percentage |basis )?(?:per cent|percent|%|points?)(?= |$)"
_PARTS = frozenset("half quarter quarters".split()) | ORDINALS.keys() | {f"{word}s" for word in ORDINALS}
_ERAS = frozenset({"bc", "bce", "BC", "BCE"})
# Units of durations, the smallest first, and what behind a second duration says by how much the first is another's.
_UNITS = "second minute hour day week fortnight month year decade century".split()
_DIFFERENCE = frozenset("ahead behind longer shorter less more before after later earlier faster slower".split())
_CENTS = frozenset("cent cents penny pence öre kopecks".split())


def may_go_on(key: str, following: str) -> bool:
    """Whether two keys behind an edge may belong to what goes on; asked first, for reading facts takes long."""
    if key in _BEHIND or key in _RATES or key in PEOPLES or key in _PERIODS or key == "every":
        return True
    if key in {"and", ",", "-"}:
        return following[:1].isdigit() or following in WORDS
    if key == "in":
        return following.isdigit() or following in WORDS
    if key == "the":
        return following.isdigit()
    if (key, following) in _OTHER_DAY:
        return True
    if key in _ERAS:
        return True
    if (key, following) == ("at", "the"):
        return True
    return key == "(" or (key, following) in _PAIRS or (key in {"last", "next"} and following in _PERIODS)


def behind(after: Sequence[Token], facts: Sequence[Fact], fact: Fact, edge: int, *, counted: bool = False) -> int:
    """How many of the tokens behind an edge belong to the fact that ends there; `facts` count tokens as `edge` does.

    With `counted` the noun that a number counts stands between the two: "300 jobs | a year".
    """
    keys = [token.key for token in after[:REACH]] + [""] * REACH
    if fact.kind in DAYS:
        return _moved(keys)
    if fact.kind not in AMOUNTS:
        return 0
    if counted:
        return _bound_of_counted(keys)
    # "14.9°C – 0.6°C above normal": a dash with spaces goes on with no number that is not the end of its range
    parted = len(after) > 1 and keys[0] == "-" and after[0].end != after[1].start
    return max(
        0 if parted else _bound(keys),
        _money(after, keys) if fact.kind == "money" else 0,
        _more(after, facts, fact, edge),
    )


def parted(last: str, following: Sequence[str]) -> int:
    """How many keys behind an edge say what the part before it is part of: "a quarter | point", "a point | and a half".

    `last` is the key before the edge.
    """
    if tuple(following[:3]) == ("and", "a", "half"):
        return 3
    found = re.match(_OF_A_POINT, " ".join(following)) if last in _PARTS else None
    return found[0].count(" ") + 1 if found else 0


def _is_bound(keys: Sequence[str]) -> bool:
    pair, following = tuple(keys[:2]), keys[2]
    ends = not following or not following[0].isalnum() or following in _PLACING
    number = following[:1].isdigit() or following[:1] in CURRENCY_SIGNS or following in WORDS
    if pair == ("at", "the"):
        return following in _UTMOST
    return pair in _BOUNDS or (pair in _AT_THE_END and ends) or (pair == _UP_TO and number)


def _bound(keys: Sequence[str]) -> int:
    rate = keys[0] in _RATES and keys[1][:1].isalpha() and keys[2] not in _WHEN
    if tuple(keys[:3:2]) in _AGAIN and keys[1] in {"after", "by", "on"}:
        return 3
    if keys[0] == "every" and keys[1] in _PERIODS:
        return 2
    if rate or _is_bound(keys) or _goes_past(keys):
        return 2
    return int(keys[0] in _BEHIND)


def _goes_past(keys: Sequence[str]) -> bool:
    """Whether a hyphen joins more to a number: "5 | -7", "5 million | -plus"."""
    return keys[0] == "-" and (keys[1][:1].isdigit() or keys[1] == "plus")


def _bound_of_counted(keys: Sequence[str]) -> int:
    if keys[0] in _RATES:
        return 2 if keys[1] in _COUNTED_BY and keys[2] not in _WHEN else int(keys[0] == "each")
    if _is_bound(keys):
        return 2
    # "300 jobs | less than a month later"
    timed = keys[1] == "than" and (keys[2] in {"a", "an", "one"} or keys[3] in _PERIODS)
    short = (keys[0], keys[1]) == ("short", "of")
    return int(short or (keys[0] in _BEHIND and not timed))


def _money(after: Sequence[Token], keys: Sequence[str]) -> int:
    at = keys[0] == "("
    if keys[at] in PEOPLES or (len(after) > at and len(keys[at]) == 3 and after[at].text.isupper()):
        return 1 + at
    return 3 if keys[0] == "and" and keys[1][:1].isdigit() and keys[2] in _CENTS else 0


def _more(after: Sequence[Token], facts: Sequence[Fact], fact: Fact, edge: int) -> int:
    """A duration that is continued: "3 hours | and 40 minutes", but "3 hours, | a minute ahead of"."""
    if fact.kind != "duration" or not after:
        return 0
    joined = edge + (after[0].key in {"and", ","})
    more = next((one for one in facts if one.kind == "duration" and one.first in {edge, joined}), None)
    if more is None or not _is_smaller(more, fact):
        return 0
    following = after[more.last - edge].key if more.last - edge < len(after) else ""
    return 0 if following in _DIFFERENCE else more.last - edge


def _is_smaller(one: Fact, other: Fact) -> bool:
    """Whether one duration is counted in a smaller unit than another; ages have none."""
    units = [fact.value.unit for fact in (one, other) if isinstance(fact.value, Amount)]
    known = len(units) == 2 and all(unit in _UNITS for unit in units)
    return not known or _UNITS.index(units[0]) < _UNITS.index(units[1])


def _moved(keys: Sequence[str]) -> int:
    """A day of another week, year, era or zone: "Tuesday | last week", "May | in 2019", "the 90s | BC", "GMT | +2"."""
    found = re.match(_MOVING, " ".join(keys)) if keys[0] in _MOVES else None
    return found[0].count(" ") + 1 if found else 0


def before(keys: Sequence[str], number: str) -> int:
    """How many of the keys right before a number bound it or make it part of another: "≥ | 5", "2 in | 5"."""
    last, earlier = keys[-1:], keys[-2:-1]
    if not last:
        return 0
    if last[0] in _BEFORE:
        return 1
    if (last[0] == "." and earlier and earlier[0] in _WITH_STOP) or tuple(keys[-2:]) in _WITH_WORD | _BUT:
        return 2
    counted = earlier and (earlier[0][:1].isdigit() or earlier[0] in WORDS)
    if last[0] in {"in", "+", "×"} and counted and not is_year(number):
        return 2
    if last[0] == "as" and keys[-3:-2] == ("as",) and earlier[0] in _MUCH:
        return 3
    if tuple(keys[-2:]) == ("out", "of") and keys[-3:-2] and (keys[-3][:1].isdigit() or keys[-3] in WORDS):
        return 3
    return _parted(keys)


def _parted(keys: Sequence[str]) -> int:
    """How many of the keys before a number make it part of it, more or less: "parts of | 12", "than the | 12"."""
    words = list(keys[:-1] if keys[-1] in _DETERMINERS else keys)
    apart = len(keys) - len(words)
    if words[-1:] == ["of"] and words[-2:-1] and words[-2] in _PART_OF:
        return 2 + apart
    return 2 + apart if apart and words[-1:] == ["than"] and words[-2:-1] and words[-2] in _COMPARED else 0
