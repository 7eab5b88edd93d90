"""What limits approved words behind them: exceptions, and what they hang on or hold in alone."""

from collections.abc import Iterator, Sequence

from factspec.draft import Span
from factspec.lexicon import framing
from factspec.match.framing_word import Frame
from factspec.text.worded import WORDS

# What may follow the end of a clause in its sentence.
_WHEN = frozenset("on in at by for since yesterday today".split())
# How many tokens of the words' own clause are read.
_REST = 8
# What leaves a part out of what was said: "no one was hurt | except a driver".
_EXCEPT = frozenset({("except",), ("excluding",), ("apart", "from"), ("other", "than")})
# What holds in thought alone, and what hangs on something else.
_UNREAL = frozenset({("in", "theory"), ("on", "paper"), ("in", "principle")})
_HANGING = frozenset({("subject", "to"), ("on", "condition"), ("weather", "permitting"), ("health", "permitting")})
_PROVISIONALLY = frozenset("conditionally provisionally".split())
# Words for all, near the end of words of which "but one" takes one away.
_ALL = frozenset("all every any none each".split())
ALL_REACH = 3
"""How many tokens before the end of words a word for all is looked for."""


def limits(after: Sequence[str], start: int, last: Sequence[str]) -> Iterator[Frame]:
    """What takes a part away, or makes it hang on something: "except a driver", "all but one", ", suspended"."""
    counted = after[1:2] != () and (after[1] in WORDS or after[1].isdigit())
    if after[:1] == ("but",) and counted and not _ALL.isdisjoint(last):
        yield Frame("negation", _at(start, 0))
    if after[:1] == (",",) and "suspended" in after[:_REST] and _ends(after[after.index("suspended") + 1 :]):
        yield Frame("condition", _at(start, after.index("suspended")))
    for at in range(min(len(after), _REST)):
        if after[at] in {"and", "but", ";", ":", '"'} or after[at] in framing.RELATIVES:
            return
        pair = after[at : at + 2]
        if after[at : at + 1] in _EXCEPT or pair in _EXCEPT:
            yield Frame("negation", _at(start, at))
        elif pair in _UNREAL and _ends(after[at + 2 :]):
            yield Frame("doubt", Span(start + at, start + at + 2))
        elif (
            pair in _HANGING or after[at] in _PROVISIONALLY or (pair[:1] == ("pending",) and not at and pair[1:] != ())
        ):
            yield Frame("condition", _at(start, at))


def _at(start: int, position: int) -> Span:
    return Span(start + position, start + position + 1)


def _ends(following: Sequence[str]) -> bool:
    return not following or not following[0][0].isalnum() or following[0] in _WHEN
