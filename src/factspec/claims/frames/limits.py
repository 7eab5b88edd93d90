"""What limits approved words behind them: exceptions, and what they hang on or hold in alone."""

from collections.abc import Iterator, Sequence

from factspec.claims.frames.frame import WHEN, Frame, ends, one_token
from factspec.language import framing_words
from factspec.language.calendar import MONTHS, WEEKDAYS
from factspec.language.number_words import WORDS
from factspec.language.places import Span

# How many tokens of the words' own clause are read.
_REST = 8
# What leaves a part out of what was said: "no one was hurt | except a driver".
_EXCEPT = frozenset({("except",), ("excluding",), ("apart", "from"), ("other", "than")})
# What holds in thought or in part alone, and what hangs on something else.
_PARTLY = tuple(
    tuple(words.split())
    for words in (
        "in theory,on paper,in principle,in part,in parts,in places,in name only,in name,in all but name,"
        "for the most part,up to a point"
    ).split(",")
)
_PARTLY_ONLY = frozenset({"only"})
_PARTLY_BEGINS = frozenset(words[0] for words in _PARTLY) | _PARTLY_ONLY
_HANGING = frozenset({("subject", "to"), ("on", "condition"), ("weather", "permitting"), ("health", "permitting")})
_PROVISIONALLY = frozenset("conditionally provisionally".split())
# "only in" before one of these says where alone it holds, before others when or how: "only in Latin".
_PARTS = frozenset("the some a few certain parts two three".split())
_TIMES = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | frozenset(
        """end last final first second third early late past spring summer autumn winter morning afternoon evening night
        day days week weeks month months year years hour hours minute minutes""".split()
    )
)
LIMITING = (
    {max(words, key=len) for words in (*_EXCEPT, *_PARTLY, *_HANGING)}
    | _PARTLY_ONLY
    | _PROVISIONALLY
    | {"but", "suspended", "pending"}
)
"""Without one of these nothing is limited."""
# Before these a part is one of several reasons: "in part, because the press watched".
_REASONS = frozenset((key,) for key in "because due thanks owing".split())
# How many tokens behind "only" are read for the place.
_PLACE = 4
# Words for all, near the end of words of which "but one" takes one away.
_ALL = frozenset("all every any none each".split())
ALL_REACH = 3
"""How many tokens before the end of words a word for all is looked for."""


def limits(after: Sequence[str], start: int, last: Sequence[str]) -> Iterator[Frame]:
    """What takes a part away, or makes it hang on something: "except a driver", "all but one", ", suspended"."""
    counted = after[1:2] != () and (after[1] in WORDS or after[1].isdigit())
    if after[:1] == ("but",) and counted and not _ALL.isdisjoint(last):
        yield Frame("negation", one_token(start, 0))
    if after[:1] == (",",) and "suspended" in after[:_REST] and ends(after[after.index("suspended") + 1 :], WHEN):
        yield Frame("condition", one_token(start, after.index("suspended")))
    conceded = 1 if after[:1] == ("but",) else 2 if after[:2] == (",", "but") else 0
    yield from _conceding(after, start, conceded) if conceded else _in_the_clause(after, start)


def _conceding(after: Sequence[str], start: int, first: int) -> Iterator[Frame]:
    """What is left of it behind a "but": ", but only on paper"."""
    first += after[first : first + 1] == ("only",)
    if length := _partly(after, first):
        yield Frame("doubt", Span(start + first, start + first + length))


def _in_the_clause(after: Sequence[str], start: int) -> Iterator[Frame]:
    for at in range(min(len(after), _REST)):
        if after[at] in {"and", "but", ";", ":", '"'} or after[at] in framing_words.RELATIVES:
            return
        pair = after[at : at + 2]
        if after[at : at + 1] in _EXCEPT or pair in _EXCEPT:
            yield Frame("negation", one_token(start, at))
        elif length := _partly(after, at):
            yield Frame("doubt", Span(start + at, start + at + length))
        elif (
            pair in _HANGING or after[at] in _PROVISIONALLY or (pair[:1] == ("pending",) and not at and pair[1:] != ())
        ):
            yield Frame("condition", one_token(start, at))


def _partly(after: Sequence[str], at: int) -> int:
    """How many tokens say that it holds in thought or in part alone: "on paper", "only in the north"; 0 for none."""
    if at >= len(after) or after[at] not in _PARTLY_BEGINS:
        return 0
    length = next((len(words) for words in _PARTLY if after[at : at + len(words)] == words), 0)
    following = after[at + length :]
    if length and ends(following, WHEN) and following[1:2] not in _REASONS:
        return length
    place = after[at + 1 : at + 1 + _PLACE]
    only = after[at : at + 1] == ("only",) and place[:1] == ("in",) and place[1:] != ()
    timed = any(key in _TIMES or key[0].isdigit() or key.endswith("ing") for key in place)
    return 2 if only and not timed and place[1] in _PARTS else 0
