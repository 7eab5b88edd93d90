"""Approved wording that does not stand word for word: where it nearly does, and what differs there."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factspec.comparison.compare import compare_tokens
from factspec.comparison.model import Comparison, Outcome
from factspec.lexicon.light_words import LIGHT_WORDS
from factspec.lexicon.spellings import american
from factspec.match.anchored import Anchored, Verdict
from factspec.match.edges import uncut
from factspec.match.frame import frame_of, reframed
from factspec.match.gap import hides
from factspec.match.index import Index
from factspec.match.window import Window, fitted, nearest_sentence, nearest_window
from factspec.match.wording import segments
from factspec.spec.model import Claim
from factspec.text.places import Span
from factspec.text.sentences import sentences
from factspec.text.tokens import Token, keys, tokenize

_VERDICTS = {
    Outcome.SAME: Verdict.PASSED,
    Outcome.REWORDED: Verdict.REWORDED,
    Outcome.CHANGED: Verdict.CHANGED,
}
# Wording of at most so many tokens is compared even where it shares little.
_FEW = 8
# How many tokens house style may put in or take out at an edge.
_SHIFT = 3
# Of two readings the likelier is the one in which less differs, and a change is told before other words.
_LIKELY = (Outcome.SAME, Outcome.CHANGED, Outcome.REWORDED)
# Words and signs that begin a new part of a sentence, so that no noun goes on behind them.
_BEFORE_A_NOUN = frozenset(
    "of in on at by to for from with as than and or but that is are was were be been into over under after before "
    "until since when while if because".split()
) | frozenset('.;:!?(",')
_ARTICLES = frozenset({"the", "a", "an"})
_WORST = (Outcome.CHANGED, Outcome.REWORDED, Outcome.SAME)


def cut(claim: Claim, index: Index, whole: Span) -> Anchored | None:
    """What became of wording that stands word for word but for a fact that its edge cuts; None where it says the same.

    `whole` is its token range, widened by that fact.
    """
    comparison = _compared(claim, index, segments(claim.says), [whole])
    if comparison.outcome is Outcome.SAME:
        return None
    return Anchored(claim, Verdict.CHANGED, (index.span(whole),), Comparison(Outcome.CHANGED, comparison.differences))


def nearest(claim: Claim, index: Index, *, body: bool = False) -> Anchored:
    """Where a claim's wording nearly stands; differences that are all benign let it pass."""
    runs = segments(claim.says)
    wanted = tuple(key for run in runs for key in keys(run))
    several = len(sentences(claim.says)) > 1
    window = nearest_window(index, wanted, body=body, several=several)
    # A few words, each in another spelling or form, share none with those that say the same.
    if window is None or not (window.near or len(wanted) <= _FEW):
        return Anchored(claim, Verdict.MISSING, near=nearest_sentence(index, wanted))
    tokens, comparison = _best(claim, index, runs, window)
    if not window.near and comparison.outcome is not Outcome.SAME:
        return Anchored(claim, Verdict.MISSING, near=nearest_sentence(index, wanted))
    frame = frame_of(index, tokens) if comparison.outcome is Outcome.SAME else None
    if frame:
        return reframed(claim, index, tokens, frame)
    return Anchored(claim, _VERDICTS[comparison.outcome], (index.span(tokens),), comparison)


def _best(claim: Claim, index: Index, runs: Sequence[Sequence[Token]], window: Window) -> tuple[Span, Comparison]:
    """The token range in which the wording stands but for what is harmless, else the one nearest to it.

    House style writes "2", "two" and "U.S." in a word, "the United States" in three: a window of the same length as the
    wording is then too long or too short, and words beyond the wording would be taken for added ones.
    """
    lost = _words(index, window.tokens) - _words(index, window.tight)
    is_whole = lost.isdisjoint(token.key for run in runs for token in run) and _begins_alike(
        index, runs[0], window.tight
    )
    windows = (window.tokens, window.tight) if is_whole else (window.tokens,)
    held = [_held(claim, index, runs, each) for each in dict.fromkeys(windows)]
    nearest = min(held, key=lambda one: (_LIKELY.index(one[1].outcome), len(one[1].differences)))
    if nearest[1].outcome is Outcome.SAME or not _at_edges(nearest[1], [token for run in runs for token in run]):
        return nearest
    shifted = dict.fromkeys((*_shifted(index, window.tight), *_shifted(index, window.tokens)))
    others = (_held(claim, index, runs, each) for each in shifted if _begins_alike(index, runs[0], each))
    return next((one for one in others if one[1].outcome is Outcome.SAME), nearest)


def _at_edges(comparison: Comparison, wording: Sequence[Token]) -> bool:
    """Whether all that differs lies at an end of the wording, so that another window may be without it."""
    head, tail = wording[0].end, wording[-1].start
    return all(one.approved_start <= head or one.approved_end >= tail for one in comparison.differences)


def _words(index: Index, window: Span) -> set[str]:
    return set(index.keys(window)) - LIGHT_WORDS


def _begins_alike(index: Index, run: Sequence[Token], window: Span) -> bool:
    """Whether a window leaves out no word that says which one is meant: "central bank" in "Denmark's central bank"."""
    if run[0].key not in _ARTICLES or index.token_keys[window.start] in _ARTICLES:
        return True
    before = index.token_keys[window.start - 1] if window.start else "."
    first = index.sentence_tokens[index.sentence_of(window.start)].start
    return window.start == first or before in _BEFORE_A_NOUN


def _held(claim: Claim, index: Index, runs: Sequence[Sequence[Token]], window: Span) -> tuple[Span, Comparison]:
    """The token range that a window comes to, widened by the facts that it cuts, and how the wording compares."""
    stretches = list(_stretches(index, runs, window))
    return Span(stretches[0].start, stretches[-1].end), _compared(claim, index, runs, stretches)


def _shifted(index: Index, window: Span) -> Iterator[Span]:
    """A window with one edge elsewhere in its sentence."""
    first = index.sentence_tokens[index.sentence_of(window.start)].start
    last = index.sentence_tokens[index.sentence_of(window.end - 1)].end
    for far in range(1, _SHIFT + 1):
        for start, end in (
            (window.start, window.end - far),
            (window.start, window.end + far),
            (window.start + far, window.end),
            (window.start - far, window.end),
        ):
            if first <= start < end <= last:
                yield Span(start, end)


def in_another_style(index: Index, phrase: str) -> Span | None:
    """The token range at which a phrase stands but for what is harmless; None where it does not."""
    wanted = tokenize(phrase)
    if len(wanted) == 1:  # so little is near to nothing
        at = index.by_spelling.get(american(wanted[0].key), -1)
        return Span(at, at + 1) if at >= 0 else None
    window = nearest_window(index, keys(wanted)) if wanted else None
    if window is None:
        return None
    found = index.tokens[window.tokens.start : window.tokens.end]
    same = compare_tokens(wanted, found, phrase, index.article.text).outcome is Outcome.SAME
    return window.tokens if same else None


def _stretches(index: Index, runs: Sequence[Sequence[Token]], window: Span) -> Iterator[Span]:
    """The stretch of each run of the wording, in order; the outer ends are widened so that they cut no fact."""
    start = window.start
    for number, run in enumerate(runs):
        found = window if len(runs) == 1 else fitted(index, keys(run), Span(start, window.end))
        whole = found
        while (wider := uncut(index, whole)) != whole:  # "2 per cent", and then "a month"
            whole = wider
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
        tokens, behind = index.tokens[between.start : between.end], index.tokens[right.start : right.end]
        if between.end > between.start and hides(tokens, behind):
            yield compare_tokens((), tokens, "", index.article.text)
