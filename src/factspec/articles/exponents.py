"""Raised and lowered digits beside others: `10<sup>6</sup>` is written 10⁶ and never 106."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import chain

from factspec.articles.draft import Draft, Mark, Piece, map_of
from factspec.language.places import Span

# Superscripts and subscripts of Latin-1 and of the block U+2070 (Unicode, "Superscripts and Subscripts").
_PLAIN = "0123456789+-−–"
_RAISED = dict(zip(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻", strict=True))
_LOWERED = dict(zip(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₋₋", strict=True))
_DIGIT = re.compile(r"\d")


def set_off(draft: Draft, marks: Sequence[Mark]) -> Draft:
    """A draft in which raised and lowered digits that touch other digits, and are no marker, are written as such."""
    if not (draft.raised or draft.lowered):
        return draft
    cited = {at for mark in marks for at in range(mark.start, mark.end)}
    shown = {
        at: form[draft.text[at]]
        for span, form in _spans(draft)
        if span.start not in cited and _touches(draft.text, span, cited)
        for at in range(*span)
        if draft.text[at] in form
    }
    if not shown:
        return draft
    characters = list(draft.text)
    for at, character in shown.items():
        characters[at] = character
    places = sorted(shown)
    pieces = chain.from_iterable(_parts(piece, places) for piece in draft.map.pieces)
    return draft._replace(text="".join(characters), map=map_of(pieces))


def _spans(draft: Draft) -> Iterator[tuple[Span, dict[str, str]]]:
    for raised in draft.raised:
        yield Span(raised.start, raised.end), _RAISED
    for lowered in draft.lowered:
        yield lowered, _LOWERED


def _touches(text: str, span: Span, cited: Set[int]) -> bool:
    """Whether a digit that is no marker's is directly before or after a range."""
    beside = (span.start - 1, span.end)
    return any(_DIGIT.match(text[max(at, 0) : at + 1]) is not None for at in beside if at not in cited)


def _parts(piece: Piece, places: Sequence[int]) -> Iterator[Piece]:
    """A piece parted around those characters at sorted places that are in it; each stands for its own in the source."""
    start, shift = piece.start, piece.source_start - piece.start
    inside = places[bisect_left(places, piece.start) : bisect_left(places, piece.end)]
    for at in inside if piece.verbatim else ():
        if start < at:
            yield Piece(start, at, start + shift, at + shift, verbatim=True)
        yield Piece(at, at + 1, at + shift, at + 1 + shift, verbatim=False)
        start = at + 1
    if start < piece.end:
        yield piece._replace(start=start, source_start=start + shift if piece.verbatim else piece.source_start)
