"""Where two sequences of units differ: the spans between their longest common runs, in bounded time."""

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Indel

from factspec.text.ends import common_ends

# Beyond this many pairs of units difflib's time grows too far, and a bit-parallel alignment takes over; beyond the
# second figure (about 40 MB of its memory) what lies between the common ends is one difference.
_FINE = 40_000
_COARSE = 300_000_000


class Stretch(NamedTuple):
    """A differing span: half-open ranges of indexes of the approved and of the found sequence, one perhaps empty."""

    first: int
    last: int
    found_first: int
    found_last: int


def stretches(approved: Sequence[Hashable], found: Sequence[Hashable]) -> list[Stretch]:
    """The differing spans of two sequences, in order."""
    head, tail = common_ends(approved, found)
    one, other = approved[head : len(approved) - tail], found[head : len(found) - tail]
    return [
        Stretch(first + head, last + head, found_first + head, found_last + head)
        for first, last, found_first, found_last in _differing(one, other)
    ]


def _differing(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int, int, int]]:
    size = len(one) * len(other)
    if size == 0 or len(one) == len(other) == 1 or size > _COARSE:
        return [(0, len(one), 0, len(other))] if one or other else []
    if size > _FINE:
        codes = Indel.opcodes(one, other)
        return _joined(
            [(code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes if code.tag != "equal"]
        )
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [code[1:] for code in matcher.get_opcodes() if code[0] != "equal"]


def _joined(spans: Sequence[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    joined: list[tuple[int, int, int, int]] = []
    for span in spans:
        if joined and joined[-1][1] == span[0] and joined[-1][3] == span[2]:
            joined[-1] = (joined[-1][0], span[1], joined[-1][2], span[3])
        else:
            joined.append(span)
    return joined
