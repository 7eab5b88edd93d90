"""Anchor approved wording (`says`): where it stands word for word and whole, or where it nearly does."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factspec.draft import Span
from factspec.match.anchored import Anchored, Framing, Verdict, chosen
from factspec.match.compare import compare_tokens
from factspec.match.comparison import Comparison, Outcome
from factspec.match.edges import uncut
from factspec.match.frame import frame_of
from factspec.match.framing_word import Frame
from factspec.match.index import Index
from factspec.match.window import fitted, nearest_sentence, nearest_window
from factspec.match.wording import as_typed, hides, places, segments
from factspec.spec.model import Claim
from factspec.text.tokens import Token, keys

_VERDICTS = {
    Outcome.SAME: Verdict.PASSED,
    Outcome.REWORDED: Verdict.REWORDED,
    Outcome.CHANGED: Verdict.CHANGED,
}
# Wording of at most so many tokens is compared even where it shares little.
_FEW = 8
_WORST = (Outcome.CHANGED, Outcome.REWORDED, Outcome.SAME)


def anchor_says(claim: Claim, index: Index) -> Anchored:
    """Find approved wording in an article."""
    found = places(index, claim.says)
    if claim.exact:
        found = tuple(tokens for tokens in found if as_typed(index, tokens, claim.says))
    if not found:
        return _nearest(claim, index)
    judged = {tokens: _disturbed(claim, index, tokens) for tokens in found}
    clean = tuple(tokens for tokens, disturbed in judged.items() if disturbed is None)
    named = chosen(claim, tuple(index.span(tokens) for tokens in (found if claim.occurrence else clean or found[:1])))
    disturbed = (one for tokens, one in judged.items() if one and index.span(tokens) in named.spans)
    return next(disturbed, named) if named.verdict is Verdict.PASSED else named


def _disturbed(claim: Claim, index: Index, tokens: Span) -> Anchored | None:
    """What spoils wording that stands word for word: a fact that its edge cuts, or a frame around it."""
    whole = uncut(index, tokens)
    if whole != tokens:
        comparison = _compared(claim, index, segments(claim.says), [whole])
        if comparison.outcome is not Outcome.SAME:
            changed = Comparison(Outcome.CHANGED, comparison.differences)
            return Anchored(claim, Verdict.CHANGED, (index.span(whole),), changed)
    frame = frame_of(index, tokens)
    return _reframed(claim, index, tokens, frame) if frame else None


def _reframed(claim: Claim, index: Index, tokens: Span, frame: Frame) -> Anchored:
    framing = Framing(frame.does, index.span(frame.tokens))
    return Anchored(claim, Verdict.REFRAMED, (index.span(tokens),), framing=framing)


def _nearest(claim: Claim, index: Index) -> Anchored:
    """Where a claim's wording nearly stands; differences that are all benign let it pass."""
    runs = segments(claim.says)
    wanted = tuple(key for run in runs for key in keys(run))
    window = nearest_window(index, wanted)
    # A few words, each in another spelling or form, share none with those that say the same.
    if window is None or not (window.near or len(wanted) <= _FEW):
        return Anchored(claim, Verdict.MISSING, near=nearest_sentence(index, wanted))
    stretches = list(_stretches(index, runs, window.tokens))
    tokens = Span(stretches[0].start, stretches[-1].end)
    comparison = _compared(claim, index, runs, stretches)
    if not window.near and comparison.outcome is not Outcome.SAME:
        return Anchored(claim, Verdict.MISSING, near=nearest_sentence(index, wanted))
    frame = frame_of(index, tokens) if comparison.outcome is Outcome.SAME else None
    if frame:
        return _reframed(claim, index, tokens, frame)
    return Anchored(claim, _VERDICTS[comparison.outcome], (index.span(tokens),), comparison)


def _stretches(index: Index, runs: Sequence[Sequence[Token]], window: Span) -> Iterator[Span]:
    """The stretch of each run of the wording, in order; the outer ends are widened so that they cut no fact."""
    start = window.start
    for number, run in enumerate(runs):
        found = window if len(runs) == 1 else fitted(index, keys(run), Span(start, window.end))
        whole = uncut(index, found)
        first = whole.start if number == 0 else found.start
        last = whole.end if number == len(runs) - 1 else found.end
        yield Span(first, last)
        start = min(last, window.end - 1)


def _compared(claim: Claim, index: Index, runs: Sequence[Sequence[Token]], stretches: Sequence[Span]) -> Comparison:
    """All runs against their stretches, and what the gaps between them must not hide."""
    if len(stretches) < len(runs):
        runs = [[token for run in runs for token in run]]
    text = index.article.text
    compared = [
        compare_tokens(run, index.tokens[stretch.start : stretch.end], claim.says, text)
        for run, stretch in zip(runs, stretches, strict=True)
    ]
    compared += list(_hidden(index, stretches))
    outcome = min((one.outcome for one in compared), key=_WORST.index)
    differences = sorted((one for each in compared for one in each.differences), key=lambda one: (one.start, one.end))
    if claim.exact and outcome is Outcome.SAME:
        outcome = Outcome.REWORDED
    return Comparison(outcome, tuple(differences))


def _hidden(index: Index, stretches: Sequence[Span]) -> Iterator[Comparison]:
    """The gaps that hold what no gap spans, each as words that were added."""
    for left, right in pairwise(stretches):
        between = Span(left.end, right.start)
        if between.end > between.start and hides(index.keys(between)):
            yield compare_tokens((), index.tokens[between.start : between.end], "", index.article.text)
