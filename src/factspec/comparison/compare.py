"""Approved wording against found wording: same, reworded or changed, and what differs.

A difference is a change until every differing word is explained by a benign class (`factspec.comparison.benign`). Of
what is left, a fact that differs, appears or vanishes makes the wording changed; other words make it reworded.
"""

from collections.abc import Sequence
from itertools import pairwise

from factspec.comparison.alignment import Stretch, stretches
from factspec.comparison.diagnosis import diagnosed
from factspec.comparison.explanation import explained, trimmed
from factspec.comparison.model import Comparison, Outcome
from factspec.comparison.quoting import quoted_tokens
from factspec.comparison.sides import Side, side_of
from factspec.comparison.units import PADDING, Unit, units_of
from factspec.comparison.widening import widened
from factspec.facts_found import read_facts
from factspec.text.ends import common_ends
from factspec.text.tokens import Token, keys, tokenize

_SAME = Comparison(Outcome.SAME)
# How many common tokens beside the first and the last difference are read with it, so that no fact is cut.
_MARGIN = 8
# A word that says of all before it in which order it is meant; where it stands the texts are read whole.
_FAR = "respectively"
# Differences with at most this many equal units between them are also tried as one ("A and B" for "B and A").
_NEAR = 6


def compare(approved: str, found: str) -> Comparison:
    """How a found wording compares with the approved one; offsets of differences count characters of each text."""
    if approved == found:
        return _SAME
    return compare_tokens(tokenize(approved), tokenize(found), approved, found)


def compare_tokens(
    approved: Sequence[Token], found: Sequence[Token], approved_text: str, found_text: str
) -> Comparison:
    """`compare` for tokens at hand; offsets of differences are the tokens' own, of the texts they were read from."""
    approved_keys, found_keys = keys(approved), keys(found)
    if approved_keys == found_keys:
        return _SAME
    head, tail = common_ends(approved_keys, found_keys)
    start, stop = max(head - _MARGIN, 0), max(tail - _MARGIN, 0)
    if _FAR in approved_keys:
        start = stop = 0
    one = _side(approved, start, len(approved) - stop, approved_text, marked=_marked(approved_keys))
    other = _side(found, start, len(found) - stop, found_text, marked=_marked(found_keys))
    spans = stretches([unit.key for unit in one.units[:-PADDING]], [unit.key for unit in other.units[:-PADDING]])
    left = _unexplained(one.units, other.units, spans)
    if not left:
        return _SAME
    harmless = [span for span in spans if span not in left]
    parts = [trimmed(one.units, other.units, span) for span in left]
    harmless += [part for before, _, behind in parts for part in (before, behind) if part.first < part.last]
    left = [span for _, span, _ in parts]
    left = widened(left, harmless, (one.units, one.facts), (other.units, other.facts))
    differences = diagnosed(one, other, left, harmless)
    changed = any(difference.kind != "wording" for difference in differences)
    return Comparison(Outcome.CHANGED if changed else Outcome.REWORDED, differences)


def _marked(keys_of_text: Sequence[str]) -> bool:
    return '"' in keys_of_text or "'" in keys_of_text


def _side(tokens: Sequence[Token], first: int, last: int, text: str, *, marked: bool) -> Side:
    window = tuple(tokens[first:last])
    facts = read_facts(window)
    quoted = quoted_tokens(tokens)[first:last] if marked else (False,) * (last - first)
    return side_of(window, facts, units_of(window, facts, quoted), text)


def _unexplained(one: Sequence[Unit], other: Sequence[Unit], spans: list[Stretch]) -> list[Stretch]:
    open_spans = [place for place, span in enumerate(spans) if not explained(one, other, span)]
    settled: set[int] = set()
    for place in open_spans:
        if place in settled:
            continue
        for first, last in ((place - 1, place), (place, place + 1), (place, place + 2), (place - 1, place + 1)):
            if first >= 0 and last < len(spans) and _explained_together(one, other, spans[first : last + 1]):
                settled.update(range(first, last + 1))
                break
    return [spans[place] for place in open_spans if place not in settled]


def _explained_together(one: Sequence[Unit], other: Sequence[Unit], spans: Sequence[Stretch]) -> bool:
    if any(right.first - left.last > _NEAR for left, right in pairwise(spans)):
        return False
    return explained(one, other, Stretch(spans[0].first, spans[-1].last, spans[0].found_first, spans[-1].found_last))
