"""Frames before a colon or an opening mark: "Untrue: …", "The union said: …", "The mayor denies the following: …"."""

from collections.abc import Iterator, Sequence

from factspec.lexicon import framing
from factspec.lexicon.sayings import SAYINGS
from factspec.match.framing_word import Frame, governing, negates, one_token
from factspec.text.places import Span

# How near before an anchor a colon or a dash stands, in tokens: "Untrue: the mighty old | mill".
_OWN = 10
# "denies | this:", "claims | the following:", "denied | one thing:"
_ALL_THAT_FOLLOWS = frozenset("that this the following one thing things".split())
_DOING = frozenset("do done".split())


def of_colon(before: Sequence[str], start: int) -> Iterator[Frame]:
    """What stands before a colon or an opening mark: "Untrue: …", "The union said: …", 'The union said, "…'."""
    last = len(before) - 1
    while last > 0 and len(before) - last < _OWN and before[last] not in framing.BOUNDARIES:
        last -= 1
    if before[last] != ":":
        last = len(before) - 1
    quoted = before[last] == '"'
    last -= quoted
    dashed = before[last] == "-" and last < _OWN
    if last < 1 or not (before[last] == ":" or dashed or (quoted and (before[last] == "," or before[last] in SAYINGS))):
        return
    untrue = (position for position in range(last) if before[position] in framing.UNTRUE)
    headed = before[last] in {":", "-"}
    if headed and (position := next(untrue, -1)) >= 0:
        yield Frame("denial", one_token(start, position))
    elif headed and any(map(negates, before[:last])) and not framing.TRUTH.isdisjoint(before[:last]):
        yield Frame("denial", Span(start, start + last))
    elif not dashed:
        yield from announced(before[: last + 1], start)


def announced(before: Sequence[str], start: int) -> Iterator[Frame]:
    """What a verb or noun does to all that follows a colon: "The union said:", "denies the following:"."""
    said = len(before) - 1 - (before[-1] in {":", ","})
    while said > 0 and before[said] in _ALL_THAT_FOLLOWS:
        said -= 1
    does = governing(before, said)
    undone = before[said] in _DOING and any(map(negates, before[max(said - 2, 0) : said]))
    if undone or does in {"say-so", "doubt", "denial"} or (does == "negation" and not negates(before[said])):
        yield Frame(does or "negation", one_token(start, said))
