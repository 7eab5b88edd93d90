"""Approved wording (`says`) in an article: where it stands word for word, across gaps, and where it nearly does."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from factspec.match.index import Index
from factspec.registry import load
from factspec.text.places import Span
from factspec.text.tokens import Token, keys, tokenize, typeset

GAP = "..."
_STOP = "."


@lru_cache(maxsize=256)
def segments(says: str) -> tuple[tuple[Token, ...], ...]:
    """The runs of tokens between the gaps of approved wording, without a final stop."""
    tokens = tokenize(says)
    return tuple(tokens[run.start : run.end] for run in _runs(keys(tokens)))


def _runs(wanted: Sequence[str]) -> list[Span]:
    """Where the keys of approved wording go on without a gap, in order, and without a final stop."""
    size = len(wanted)
    if wanted[-1:] == (_STOP,) and size > 1 and wanted[-2] != GAP:
        size -= 1
    if GAP not in wanted:
        return [Span(0, size)] if size else []
    edges = pairwise([-1, *(at for at in range(size) if wanted[at] == GAP), size])
    return [Span(before + 1, after) for before, after in edges if after > before + 1]


def places(index: Index, says: str) -> tuple[Span, ...]:
    """The token ranges in which approved wording stands word for word, in order; those in the body where any are."""
    found = everywhere(index, says)
    return tuple(span for span in found if index.in_body(span.start)) or found


def everywhere(index: Index, says: str) -> tuple[Span, ...]:
    """The token ranges in which approved wording stands word for word, headings and captions included."""
    as_written = index.as_written(says)
    wanted = keys(tokenize(says)) if as_written is None else index.keys(as_written)
    return tuple(_places(index, [wanted[run.start : run.end] for run in _runs(wanted)]))


def _places(index: Index, runs: Sequence[Sequence[str]]) -> Iterator[Span]:
    if not runs:
        return
    for first in index.find(runs[0]):
        last = _rest(index, first, runs[1:])
        if last is not None:
            yield Span(first.start, last)


def _rest(index: Index, first: Span, runs: Sequence[Sequence[str]]) -> int | None:
    """Where the wording that begins with `first` ends, each further run after a gap in the same sentence."""
    end = first.end
    limit = index.sentence_tokens[index.sentence_of(first.end - 1)].end
    for run in runs:
        following = next(islice(index.find(run, end, limit), 1), None) if end < limit else None
        if following is None or load("factspec.match", "gap").hides(
            index.tokens[end : following.start], index.tokens[following.start : following.end]
        ):
            return None
        end = following.end
    return end


def as_typed(index: Index, span: Span, says: str) -> bool:
    """Whether the words stand with the same capitals and spelling, typography aside (`wording: exact`)."""
    here = [token.text for token in index.tokens[span.start : span.end]]
    wanted = [token.text for run in segments(says) for token in run]
    rest = iter(here)
    return all(any(_typeset(text) == _typeset(other) for other in rest) for text in wanted)


def _typeset(text: str) -> str:
    return typeset(text) if text[0].isalnum() else ""
