"""Times of day.

"5 p.m.", "5pm", "5:00 PM", "17:00" and "5 in the afternoon" agree, "noon" with "12 p.m." and "midnight" with "0:00".
Without a.m., p.m. or a part of the day, hours are those of the 24-hour clock: "5:00" is not "5 p.m.". A time zone is
part of the time ("5:00 PM EST") and is never converted.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.facts.fact import Fact, equal_values, fact_at
from factspec.facts.found import Sort
from factspec.language.number_words import SMALL, key_at
from factspec.language.tokens import COLON, Token, places

KIND = "time"
RANK = 75
SORT = Sort.CLOCK

# Time zones in news text, in capitals (IANA time zone database, "Time zone abbreviations").
_ZONES = frozenset(
    """GMT UTC BST IST CET CEST EET EEST MSK WET WEST EST EDT ET CST CDT CT MST MDT MT PST PDT PT AKST HST AST ADT NST
    JST KST SGT HKT AEST AEDT ACST AWST NZST NZDT SAST EAT WAT CAT PKT GST""".split()
)
# Those that cannot be a unit after a decimal number ("3.50 CT").
_CLEAR_ZONES = frozenset(zone for zone in _ZONES if len(zone) > 2)
_NAMED = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
_HOURS = {word: value for word, value in SMALL.items() if 1 <= value <= 12}
_HOURS_IN_FIGURES = frozenset(map(str, range(1, 13)))
# Words before an hour, with the minutes that they add to it.
_SHIFTS = {("half", "past"): 30, ("quarter", "past"): 15, ("quarter", "to"): -15}
# Words before "a quarter to 3" as a time; otherwise something may be cut by a quarter to 3.
_BEFORE_QUARTER = frozenset("at until till before after since".split())
# Parts of the day after an hour, with the words between them.
_PARTS = {"morning": "in the", "afternoon": "in the", "evening": "in the", "night": "at"}
# Words before a bare hour: "at 8 in the evening"; otherwise it is a count: "killed 8 in the evening".
_AT = frozenset("at by around about until till from before after since between to past and -".split())
_STARTS = _NAMED.keys() | _HOURS.keys()


class Time(NamedTuple):
    """A time of the 24-hour clock; `zone` is as written, or empty.

    `clock` is true if "o'clock" leaves open which half of the day it is.
    """

    hour: int
    minute: int
    second: int = 0
    zone: str = ""
    clock: bool = False


TRIGGERS = frozenset({*_NAMED, *_PARTS, "am", "pm", "AM", "PM", "o'clock", "O'CLOCK", "hrs", "past", "quarter", COLON})
TRIGGERS |= {zone.lower() for zone in _CLEAR_ZONES}


def find(tokens: Sequence[Token]) -> Iterator[Fact]:
    """The times of a text, each with its zone."""
    done = 0
    for index in places(tokens, _STARTS, digits=True):
        key = tokens[index].key
        if index < done:
            continue
        read = _named(tokens, index) if key in _STARTS else _digits(tokens, index)
        read, first = _past(tokens, index, read)
        if read is None:
            continue
        value, last = read
        zone, done = _zone(tokens, last)
        yield fact_at(tokens, first, done, KIND, value._replace(zone=zone))


def _past(tokens: Sequence[Token], index: int, read: tuple[Time, int] | None) -> tuple[tuple[Time, int] | None, int]:
    """The time of an hour with the half or quarter before it, and the index at which its words begin."""
    minutes = _SHIFTS.get((key_at(tokens, index - 2), key_at(tokens, index - 1)))
    key = tokens[index].key
    if minutes is None or (read is None and key not in _HOURS and key not in _HOURS_IN_FIGURES):
        return read, index
    value, last = read or (Time(_HOURS.get(key) or int(key), 0), index + 1)
    first = index - 2 - (key_at(tokens, index - 3) == "a")
    if value.minute or value.hour == 0 or (minutes < 0 and key_at(tokens, first - 1) not in _BEFORE_QUARTER):
        return read, index
    hour, minute = divmod(value.hour * 60 + minutes, 60)
    if hour == 0 and (read is None or value.clock):
        hour = 12
    return (value._replace(hour=hour, minute=minute, clock=False), last), first


agree = equal_values


def _digits(tokens: Sequence[Token], index: int) -> tuple[Time, int] | None:
    """The time that begins with the digits at an index, and the index after it."""
    key = tokens[index].key
    parts = key.replace(".", ":").split(":")
    if len(parts) > 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    last = index + 1
    half, end = _half(tokens, last, parts)
    if half:
        return _halved(parts, half, end)
    half = key_at(tokens, last)
    if "." in key and not (last < len(tokens) and tokens[last].text in _CLEAR_ZONES):
        return None
    if len(parts) > 1:
        return _clock(parts, last)
    if half.lower() == "o'clock" and len(key) <= 2:
        return Time(int(key), 0, clock=True), last + 1
    if half in {"noon", "midday", "midnight"} and key == "12":
        return Time(*_NAMED[half]), last + 1
    if len(key) == 4 and last < len(tokens) and tokens[last].text in {"GMT", "UTC", "hrs"}:
        return _clock([key[:2], key[2:]], last + (tokens[last].text == "hrs"))
    return _shared(tokens, index)


def _named(tokens: Sequence[Token], index: int) -> tuple[Time, int] | None:
    """A time in words: "noon", "five p.m.", "five o'clock"."""
    if tokens[index].key in _NAMED:
        return Time(*_NAMED[tokens[index].key]), index + 1
    hour = _HOURS[tokens[index].key]
    half, end = _half(tokens, index + 1, [str(hour)])
    if half:
        return _halved([str(hour)], half, end)
    return (Time(hour, 0, clock=True), index + 2) if key_at(tokens, index + 1).lower() == "o'clock" else None


def _half(tokens: Sequence[Token], at: int, parts: Sequence[str]) -> tuple[str, int]:
    """The half of the day after an hour, "am", "pm" or empty, and the index after its words."""
    key = key_at(tokens, at).lower()
    if key in {"am", "pm"}:
        return key, at + 1
    start = at + (key == "o'clock")
    last = start + (2 if key_at(tokens, start) == "in" else 1)
    part = key_at(tokens, last)
    if part not in _PARTS or " ".join(token.key for token in tokens[start:last]) != _PARTS[part]:
        return "", at
    if len(parts) == 1 and start == at and key_at(tokens, at - 2) not in _AT:
        return "", at
    half = _half_of(int(parts[0]), part)
    return (half, last + 1) if half else ("", at)


def _half_of(hour: int, part: str) -> str:
    """The half of the day of an hour with a part of the day; empty for twelve in the morning or evening."""
    if not 1 <= hour <= 12 or (hour == 12 and part in {"morning", "evening"}):
        return ""
    return "am" if part == "morning" or (part == "night" and (hour < 5 or hour == 12)) else "pm"


def _clock(parts: list[str], last: int) -> tuple[Time, int] | None:
    """Hours, minutes and seconds of the 24-hour clock, and the index after them."""
    numbers = [int(part) for part in parts]
    if len(parts[0]) > 2 or any(len(part) != 2 for part in parts[1:]):
        return None
    if numbers[0] > 24 or max(numbers[1:]) > 59:
        return None
    return Time(numbers[0], numbers[1], numbers[2] if len(numbers) == 3 else 0), last


def _halved(parts: list[str], half: str, last: int) -> tuple[Time, int] | None:
    """A time with a.m. or p.m."""
    read = _clock(parts if len(parts) > 1 else [parts[0], "00"], last)
    if read is None or not 1 <= read[0].hour <= 23:
        return None
    hour = read[0].hour
    if hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return read[0]._replace(hour=hour), last


def _shared(tokens: Sequence[Token], index: int) -> tuple[Time, int] | None:
    """The first time of a range that has a.m. or p.m. only at its end: "5-7pm", "9 to 11 a.m."."""
    joint, hour = key_at(tokens, index + 1), tokens[index].key
    following = key_at(tokens, index + 2).split(":")[0].split(".")[0]
    half, _ = _half(tokens, index + 3, [following]) if following.isdecimal() else ("", 0)
    if joint not in {"-", "to", "and"} or half not in {"am", "pm"} or not following.isdecimal() or len(hour) > 2:
        return None
    if len(following) > 2 or int(hour) % 12 >= int(following) % 12:
        return None
    return _halved([hour], half, index + 1)


def _zone(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The time zone at an index, and the index after it."""
    if at < len(tokens) and tokens[at].text in _ZONES:
        return tokens[at].text, at + 1
    following = key_at(tokens, at + 1)
    if following == "time" and key_at(tokens, at) in {"local", "eastern", "central", "pacific", "moscow", "gmt"}:
        return key_at(tokens, at), at + 2
    return "", at
