"""The place nearest to approved wording that is not in the article word for word, and the differences there."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from factspec.claims.anchored import ADDED, Anchored, Comparison, Framing, Outcome, Verdict
from factspec.claims.comparison.compare import compare_tokens
from factspec.claims.cut_facts import uncut
from factspec.claims.index import Index
from factspec.claims.other_words import other_words
from factspec.claims.sharing import MANY, sharing, that_may_have
from factspec.claims.wording import hides, is_whole, segments, sentences_around
from factspec.facts.difference import Difference
from factspec.language.function_words import LIGHT_WORDS, OPENING_WORDS
from factspec.language.places import Span
from factspec.language.printing import printable
from factspec.language.sentences import sentences
from factspec.language.spelling import american
from factspec.language.tokens import Token, keys, tokenize
from factspec.specs.model import Claim

_LIGHT = 0.25
# The share of the claim, by weight, that a sentence needs to be near it.
_NEAR = 0.5
# The share that it needs to be shown for a missing claim.
_WORTH_SHOWING = 0.25
# The share that a neighbouring sentence must add to be part of the window.
_WORTH_A_NEIGHBOUR = 0.3
# A sentence with a lower score of rapidfuzz (0 to 100) is not considered.
_CUTOFF = 40
# Above this many cells only runs of equal words are aligned: a bound on time.
_CELLS = 400_000


# The score of each step of an alignment, in words: a shared word, a replaced one, a lost one, an added one.
_SHARED, _REPLACED, _LOST, _PUT_IN = 2.0, -0.5, -0.6, -0.3
_OTHER_CLASS = -1.0


class Window(NamedTuple):
    """A token range, the share of the wording found in it, and the range from the first shared word to the last."""

    tokens: Span
    share: float
    tight: Span

    @property
    def near(self) -> bool:
        """Whether it shares enough of the wording to be near."""
        return self.share >= _NEAR


def nearest_sentences(
    index: Index, wanted: Sequence[str], count: int = 3, *, quick: bool = False, among: Iterable[int] | None = None
) -> tuple[int, ...]:
    """The indexes of the sentences, or of those `among` them, that share most words with these keys.

    With `quick` only those sentences of a long article are considered that share its rarer words: enough to show one,
    and where a sentence that is not found is a finding.
    """
    lines: Sequence[str] | dict[int, str] = index.sentence_lines
    if quick and len(lines) > MANY:
        among = sharing(index.sentences_with, wanted)
    if among is not None:
        lines = {number: index.sentence_lines[number] for number in among}
    found = process.extract(" ".join(wanted), lines, scorer=fuzz.token_set_ratio, limit=count, score_cutoff=_CUTOFF)
    return tuple(number for _, _, number in found)


def nearest_sentence(index: Index, wanted: Sequence[str]) -> Span | None:
    """The range of `Article.text` of the sentence that shares most words with these keys; None if it shares few."""
    for number in nearest_sentences(index, wanted, 1, quick=True):
        if _share(wanted, index.keys(index.sentence_tokens[number])) >= _WORTH_SHOWING:
            sentence = index.article.sentences[number]
            return Span(sentence.start, sentence.end)
    return None


def nearest_window(
    index: Index,
    wanted: Sequence[str],
    *,
    several: bool = False,
    quick: bool = False,
    among: Iterable[int] | None = None,
) -> Window | None:
    """The token range, in one to three adjacent sentences, nearest to these keys; None if none shares any.

    A neighbour is included if it contains a good part of the wording, or one word of wording that has `several`
    sentences. For `quick` and `among` see `nearest_sentences`.
    """
    best: Window | None = None
    for number in nearest_sentences(index, wanted, quick=quick, among=among):
        window = _window_at(index, number, wanted, several=several)
        if best is None or window.share > best.share:
            best = window
    return best


def _window_at(index: Index, number: int, wanted: Sequence[str], *, several: bool) -> Window:
    """The window in a sentence, or over neighbours of it that each add enough.

    A sentence that is as long as wording of one sentence can contain all of it.
    """
    own = index.sentence_tokens[number]
    best = _align(index, wanted, own)
    if own.end - own.start >= len(wanted) and not several:
        return best
    least = 1 / _total(wanted) if several else _WORTH_A_NEIGHBOUR
    for first, last in _with_neighbours(index, number):
        stretch = Span(index.sentence_tokens[first].start, index.sentence_tokens[last].end)
        share = _share(wanted, index.keys(stretch))
        alone = (_share(wanted, index.keys(index.sentence_tokens[one])) for one in range(first, last + 1))
        if share - max(best.share, *alone) >= least:
            wider = _align(index, wanted, stretch)
            best = wider if wider.share - best.share >= least else best
    return best


def fitted(index: Index, wanted: Sequence[str], stretch: Span, *, runs: int = 1) -> Span:
    """The part of a token range that fits these keys best; they are one of so many `runs` that are fitted there."""
    return _align(index, wanted, stretch, runs=runs).tokens


def _with_neighbours(index: Index, number: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of a sentence and the next in its block, the one before, and both."""
    sentences = index.article.sentences
    beside = {
        other: 0 <= other < len(sentences) and sentences[other].block == sentences[number].block
        for other in (number - 1, number + 1)
    }
    for first, last in ((number, number + 1), (number - 1, number), (number - 1, number + 1)):
        if all(beside.get(other, True) for other in (first, last)):
            yield first, last


def _align(index: Index, wanted: Sequence[str], stretch: Span, *, runs: int = 1) -> Window:
    found = index.keys(stretch)
    large = len(wanted) * len(found) * runs > _CELLS
    tight = _by_runs(wanted, found) if large else _by_words(wanted, found)
    local = tight if large else _as_long(wanted, found, tight)
    share = _share(wanted, found[local.start : local.end])
    return Window(_moved(local, stretch.start), share, _moved(tight, stretch.start))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _as_long(wanted: Sequence[str], found: Sequence[str], local: Span) -> Span:
    """The range, or one as long as the wording or the sentence, whichever has more of the wording's words.

    An alignment ends at the last shared word, and so loses words that changed places at an end: "A and B" for "B and
    A".
    """
    whole = Span(0, len(found) - (bool(found) and found[-1] == "."))
    size = len(wanted)
    others = (Span(local.start, local.start + size), Span(local.end - size, local.end), whole)
    possible = [local, *(span for span in others if 0 <= span.start < span.end <= len(found))]
    words = set(wanted)

    def strange(span: Span) -> tuple[float, int]:
        there = set(found[span.start : span.end])
        return sum(map(_weight, words - there)), len(there - words)

    return min(possible, key=strange)


def _weight(key: str) -> float:
    return _LIGHT if key in LIGHT_WORDS or not key[0].isalnum() else 1.0


def _share(wanted: Sequence[str], found: Sequence[str]) -> float:
    there = set(found)
    weights = [(_weight(key), key in there) for key in wanted]
    total = sum(weight for weight, _ in weights)
    return sum(weight for weight, shared in weights if shared) / total if total else 0.0


def _total(wanted: Sequence[str]) -> float:
    return sum(map(_weight, wanted)) or 1.0


def _by_runs(wanted: Sequence[str], found: Sequence[str]) -> Span:
    blocks = [step for step in Indel.opcodes(wanted, found) if step.tag == "equal"]
    return Span(blocks[0].dest_start, blocks[-1].dest_end) if blocks else Span(0, len(found))


def _by_words(wanted: Sequence[str], found: Sequence[str]) -> Span:
    """Align all of `wanted` with a part of `found` (Needleman-Wunsch with free ends of `found`)."""
    row = [(0.0, start) for start in range(len(found) + 1)]
    for key in wanted:
        row = _next_row(row, key, found)
    end = max(range(len(row)), key=lambda column: (row[column][0], -column))
    start = row[end][1]
    return Span(start, end) if end > start else Span(0, len(found))


def _next_row(row: list[tuple[float, int]], key: str, found: Sequence[str]) -> list[tuple[float, int]]:
    earns = _SHARED * _weight(key)
    word = key[0].isalnum()
    score, start = row[0]
    score += _LOST
    following = [(score, start)]
    for column, other in enumerate(found):
        before, before_start = row[column]
        step = before + (earns if other == key else _REPLACED if other[0].isalnum() is word else _OTHER_CLASS)
        score += _PUT_IN
        if step >= score:
            score, start = step, before_start
        above, above_start = row[column + 1]
        if above + _LOST > score:
            score, start = above + _LOST, above_start
        following.append((score, start))
    return following


# The comparison of approved wording with the place nearest to it.


_VERDICTS = {
    Outcome.SAME: Verdict.PASSED,
    Outcome.REWORDED: Verdict.REWORDED,
    Outcome.CHANGED: Verdict.CHANGED,
}
# Wording of at most so many tokens is compared even if it shares little.
_FEW = 8
# With so many differences a sentence may be another one, unless it shares this part of the content words.
_MANY = 4
_RECOGNISABLE = 0.75
# How many tokens house style may add or remove at an edge.
_SHIFT = 3
# The reading with fewer differences is likelier, and a changed fact is likelier than other words.
_LIKELY = (Outcome.SAME, Outcome.CHANGED, Outcome.REWORDED)
# Words and signs that begin a new part of a sentence, so no noun continues after them.
_BEFORE_A_NOUN = frozenset(
    "of in on at by to for from with as than and or but that is are was were be been into over under after before "
    "until since when while if because".split()
) | frozenset('.;:!?(",')
_ARTICLES = frozenset({"the", "a", "an"})
# Words that the harmless classes "that" and "on a day" drop and add; a strict spec allows neither.
_DROPPABLE = frozenset({"that", "on"})
_WORST = (Outcome.CHANGED, Outcome.REWORDED, Outcome.SAME)


def cut(claim: Claim, index: Index, whole: Span) -> Anchored | None:
    """The result for wording found word for word with a fact that its edge cuts; None if the whole fact says the same.

    `whole` is its token range, widened by that fact.
    """
    comparison = _compared(claim, index, segments(claim.says), [whole])
    if comparison.outcome is Outcome.SAME:
        return None
    return Anchored(claim, Verdict.CHANGED, (index.span(whole),), Comparison(Outcome.CHANGED, comparison.differences))


def nearest(claim: Claim, index: Index, *, body: bool = False) -> Anchored:
    """The place most like a claim's wording, and what differs there; a claim passes if all differences are harmless."""
    found = _nearest(claim, index, body=body)
    return found if found.verdict is Verdict.PASSED else found._replace(reason=_hint(claim.says, index.article.text))


def in_body_near(index: Index, wanted: Sequence[str]) -> Iterator[int]:
    """Yield the sentences of the body that, with their neighbours, have enough of some wording to be near it."""
    weights = {key: count * _weight(key) for key, count in Counter(wanted).items()}
    places, tokens = index.sentences_with, index.sentence_tokens
    heavy = Counter(chain.from_iterable(places.get(key, ()) for key in wanted if _weight(key) > _LIGHT))
    least = _NEAR * sum(weights.values()) - sum(weight for key, weight in weights.items() if _weight(key) == _LIGHT)
    touched = that_may_have(places, weights, _NEAR)
    for number in sorted({one + by for one in touched for by in (-1, 0, 1) if 0 <= one + by < len(tokens)}):
        if sum([heavy.get(number + by, 0) for by in (-1, 0, 1)]) >= least and index.in_body(tokens[number].start):
            around = Span(tokens[max(number - 1, 0)].start, tokens[min(number + 1, len(tokens) - 1)].end)
            if _share(wanted, index.keys(around)) >= _NEAR:
                yield number


def _nearest(claim: Claim, index: Index, *, body: bool) -> Anchored:
    runs = segments(claim.says)
    wanted = tuple(key for run in runs for key in keys(run))
    several = len(sentences(claim.says)) > 1
    # What the body says otherwise than a heading must be found; a claim that is not found is a finding anyway.
    among = list(in_body_near(index, wanted)) if body else None
    if body and not among:
        return Anchored(claim, Verdict.MISSING)
    window = nearest_window(index, wanted, several=several, quick=not body, among=among)
    # A few words that are all in another spelling or form share none with the approved ones.
    if window is None or not (window.near or len(wanted) <= _FEW):
        return Anchored(claim, Verdict.MISSING, near=nearest_sentence(index, wanted))
    return _in_place(claim, index, window)


def passing(claim: Claim, index: Index) -> Anchored | None:
    """The result in another sentence than the nearest one, if all differences are harmless there; otherwise None.

    A longer sentence may share more words with the wording than the one that says the same in another style.
    """
    wanted = tuple(key for run in segments(claim.says) for key in keys(run))
    several = len(sentences(claim.says)) > 1
    for number in nearest_sentences(index, wanted, quick=True):
        found = _in_place(claim, index, _window_at(index, number, wanted, several=several))
        if found.verdict is Verdict.PASSED:
            return found
    return None


def _in_place(claim: Claim, index: Index, window: Window) -> Anchored:
    """The result of comparing the wording with a window and the sentences around it."""
    runs = segments(claim.says)
    wanted = tuple(key for run in runs for key in keys(run))
    tokens, comparison = _best(claim, index, runs, window)
    if not window.near and comparison.outcome is not Outcome.SAME:
        return Anchored(claim, Verdict.MISSING, near=nearest_sentence(index, wanted))
    if is_whole(claim.says):
        found = compared_whole(claim, index, tokens)
    else:
        found = Anchored(claim, _VERDICTS[comparison.outcome], (index.span(tokens),), comparison)
        if comparison.outcome is not Outcome.CHANGED and (framing := other_words(claim, index, [tokens])):
            found = Anchored(claim, Verdict.REFRAMED, found.spans, framing=framing)
    if not _is_its_own(index, wanted, found):
        return Anchored(claim, Verdict.MISSING, near=nearest_sentence(index, wanted))
    return found


def _is_its_own(index: Index, wanted: Sequence[str], found: Anchored) -> bool:
    """Whether a sentence is recognisably the approved one: few differences, or few for the words that it shares."""
    many = len(found.comparison.differences) if found.comparison else 0
    if many < _MANY:
        return True
    there = set(map(american, index.keys(index.tokens_in(found.spans[0]))))
    content = [key for key in wanted if key[0].isalnum() and key not in LIGHT_WORDS]
    shared = sum(american(key) in there for key in content)
    return shared >= 1.5 * many or shared >= max(_RECOGNISABLE * len(content), many)


def compared_whole(claim: Claim, index: Index, tokens: Span) -> Anchored:
    """The comparison of a whole sentence with the sentences that a token range reaches into.

    A claim with additions alone is reframed, unless a fact was added between the approved words.
    """
    full = sentences_around(index, tokens)
    around = _without_opening(index, claim, full)
    runs = segments(claim.says)
    stretches = list(_stretches(index, runs, tokens))
    stretches[0] = Span(around.start, stretches[0].end)
    stretches[-1] = Span(stretches[-1].start, around.end)
    comparison = _compared(claim, index, runs, stretches)
    inner = index.span(tokens)
    outside = [one for one in comparison.differences if one.end <= inner.start or inner.end <= one.start]
    only_added = all(not one.approved for one in comparison.differences)
    plain = all(one.kind == "wording" for one in comparison.differences if one not in outside)
    if comparison.outcome is Outcome.SAME or not (only_added and plain):
        return Anchored(claim, _VERDICTS[comparison.outcome], (index.span(full),), comparison)
    first = comparison.differences[0]
    framing = Framing(ADDED, Span(first.start, first.end))
    return Anchored(claim, Verdict.REFRAMED, (index.span(full),), comparison, framing)


def _without_opening(index: Index, claim: Claim, around: Span) -> Span:
    """Sentences without the sign at their end, and without a word that may open the first of them."""
    wanted = keys(tokenize(claim.says))
    start, end = around
    if index.token_keys[start] in OPENING_WORDS and index.token_keys[start] not in wanted[:1]:
        start += 1 + (start + 1 < end and index.token_keys[start + 1] == ",")
    if index.token_keys[end - 1] == "." and end - 1 > start:
        end -= 1
    return Span(start, end)


def _best(claim: Claim, index: Index, runs: Sequence[Sequence[Token]], window: Window) -> tuple[Span, Comparison]:
    """The token range that equals the wording apart from harmless differences; otherwise the nearest one.

    House style writes "2" or "two", and "U.S." or "the United States": a window as long as the wording is then too long
    or too short, and words beyond the wording would count as added.
    """
    lost = _words(index, window.tokens) - _words(index, window.tight)
    is_whole = lost.isdisjoint(token.key for run in runs for token in run) and _begins_alike(
        index, runs[0], window.tight
    )
    windows = (window.tokens, window.tight) if is_whole else (window.tokens,)
    compared = [_in_window(claim, index, runs, each) for each in dict.fromkeys(windows)]
    nearest = min(compared, key=lambda one: (_LIKELY.index(one[1].outcome), len(one[1].differences)))
    if nearest[1].outcome is Outcome.SAME or not _at_edges(nearest[1], [token for run in runs for token in run]):
        return nearest
    shifted = dict.fromkeys((*_shifted(index, window.tight), *_shifted(index, window.tokens)))
    others = (_in_window(claim, index, runs, each) for each in shifted if _begins_alike(index, runs[0], each))
    return next((one for one in others if one[1].outcome is Outcome.SAME), nearest)


def _at_edges(comparison: Comparison, wording: Sequence[Token]) -> bool:
    """Whether all differences are at an end of the wording, so another window may be without them."""
    head, tail = wording[0].end, wording[-1].start
    return all(one.approved_start <= head or one.approved_end >= tail for one in comparison.differences)


def _words(index: Index, window: Span) -> set[str]:
    return set(index.keys(window)) - LIGHT_WORDS


def _begins_alike(index: Index, run: Sequence[Token], window: Span) -> bool:
    """Whether a window omits no word that identifies its noun: "central bank" in "Denmark's central bank"."""
    if run[0].key not in _ARTICLES or index.token_keys[window.start] in _ARTICLES:
        return True
    before = index.token_keys[window.start - 1] if window.start else "."
    first = index.sentence_tokens[index.sentence_of(window.start)].start
    return window.start == first or before in _BEFORE_A_NOUN


def _in_window(claim: Claim, index: Index, runs: Sequence[Sequence[Token]], window: Span) -> tuple[Span, Comparison]:
    """The token range of a window, widened by the facts that it cuts, and the comparison of the wording with it."""
    stretches = list(_stretches(index, runs, window))
    return Span(stretches[0].start, stretches[-1].end), _compared(claim, index, runs, stretches)


def _shifted(index: Index, window: Span) -> Iterator[Span]:
    """Yield the window with one edge moved within its sentence."""
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
    """The token range of a phrase with harmless differences alone; None if there is none."""
    wanted = tokenize(phrase)
    if len(wanted) == 1:  # one word is too little for a window
        at = index.by_spelling.get(american(wanted[0].key), -1)
        return Span(at, at + 1) if at >= 0 else None
    window = nearest_window(index, keys(wanted), quick=True) if wanted else None
    if window is None:
        return None
    found = index.tokens[window.tokens.start : window.tokens.end]
    same = compare_tokens(wanted, found, phrase, index.article.text).outcome is Outcome.SAME
    return window.tokens if same else None


def _stretches(index: Index, runs: Sequence[Sequence[Token]], window: Span) -> Iterator[Span]:
    """Yield the range of each run of the wording, in order; the outer ends are widened so they cut no fact."""
    start = window.start
    for number, run in enumerate(runs):
        found = window if len(runs) == 1 else fitted(index, keys(run), Span(start, window.end), runs=len(runs))
        whole = found
        while (wider := uncut(index, whole)) != whole:  # "2 per cent", and then "a month"
            whole = wider
        first = whole.start if number == 0 else found.start
        last = whole.end if number == len(runs) - 1 else found.end
        yield Span(first, last)
        start = min(last, window.end - 1)


def _compared(claim: Claim, index: Index, runs: Sequence[Sequence[Token]], stretches: Sequence[Span]) -> Comparison:
    """The comparison of all runs with their ranges, and of the gaps between them."""
    if len(stretches) < len(runs):
        runs = [[token for run in runs for token in run]]
    text = index.article.text
    found = [_as_cased(index, stretch, run) for run, stretch in zip(runs, stretches, strict=True)]
    if _in_capitals(claim.says):
        runs = [_recased(run, there) for run, there in zip(runs, found, strict=True)]
    compared = [compare_tokens(run, there, claim.says, text) for run, there in zip(runs, found, strict=True)]
    compared += list(_hidden(index, stretches))
    outcome = min((one.outcome for one in compared), key=_WORST.index)
    differences = sorted((one for each in compared for one in each.differences), key=lambda one: (one.start, one.end))
    if claim.exact and outcome is Outcome.SAME:
        outcome = Outcome.REWORDED
    if claim.strict and outcome is Outcome.SAME:
        differences = [one for run, there in zip(runs, found, strict=True) for one in words_more_or_less(run, there)]
        outcome = Outcome.REWORDED if differences else Outcome.SAME
    return Comparison(outcome, tuple(differences))


# A text entirely in capitals leaves open whether it has "it" or "IT", "may" or "May": it is read as the other one.


def _in_capitals(text: str) -> bool:
    return text.isupper() and " " in text.strip()


def _as_cased(index: Index, stretch: Span, approved: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a range; those of a sentence in capitals are written as the approved wording has them."""
    tokens = index.tokens[stretch.start : stretch.end]
    if not any(token.text.isupper() for token in tokens[:1]):
        return tokens
    start, end, *_ = index.article.sentences[index.sentence_of(stretch.start)]
    return _recased(tokens, approved) if _in_capitals(index.article.text[start:end]) else tokens


def _recased(tokens: Sequence[Token], others: Sequence[Token]) -> tuple[Token, ...]:
    """Tokens in capitals as another text writes them, if it writes them in one way."""
    written: dict[str, set[tuple[str, str]]] = {}
    for text, key, *_ in others:
        written.setdefault(text.lower(), set()).add((text, key))
    cased = []
    for token in tokens:
        ways = written.get(token.text.lower(), set())
        text, key = next(iter(ways)) if len(ways) == 1 else token[:2]
        cased.append(token._replace(text=text, key=key))
    return tuple(cased)


def words_more_or_less(approved: Sequence[Token], found: Sequence[Token]) -> Iterator[Difference]:
    """Yield the words that house style drops or adds, and those written twice, if one text has more of them.

    Each has the place in the other text where it is missing.
    """
    one, other = _droppable(approved), _droppable(found)
    for key in dict.fromkeys([*one, *other]):
        mine, theirs = one.get(key, []), other.get(key, [])
        if len(mine) > len(theirs):
            gone, at = _missing(mine, approved, found)
            yield Difference("wording", gone.text, "", gone.start, gone.end, at, at)
        elif len(mine) < len(theirs):
            new, at = _missing(theirs, found, approved)
            yield Difference("wording", "", new.text, at, at, new.start, new.end)


def _missing(words: Sequence[Token], one: Sequence[Token], other: Sequence[Token]) -> tuple[Token, int]:
    """The last of some words of a text that another text does not have at its place, and the offset of that place."""
    steps = Indel.opcodes([token.key for token in one], [token.key for token in other])
    for step in reversed(list(steps)):
        gone = [token for token in one[step.src_start : step.src_end] if token in words]
        if step.tag == "delete" and gone:
            return gone[-1], other[step.dest_start].start if step.dest_start < len(other) else other[-1].end
    return words[-1], other[0].start


def _droppable(tokens: Sequence[Token]) -> dict[str, list[Token]]:
    found: dict[str, list[Token]] = {}
    for before, token in zip((None, *tokens), tokens, strict=False):
        if token.key in _DROPPABLE:
            found.setdefault(token.key, []).append(token)
        if before and before.key == token.key and token.key[0].isalnum():
            found.setdefault(f"{token.key} {token.key}", []).append(token)
    return found


def _hidden(index: Index, stretches: Sequence[Span]) -> Iterator[Comparison]:
    """Yield the words in gaps that no gap may contain, as added."""
    for left, right in pairwise(stretches):
        between = Span(left.end, right.start)
        tokens, after = index.tokens[between.start : between.end], index.tokens[right.start : right.end]
        if between.end > between.start and hides(tokens, after):
            yield compare_tokens((), tokens, "", index.article.text)


# What `says` contains that is not in the visible text of an article.


# A pair of marks around the whole wording.
_MARKS = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u2018": "\u2019", "'": "'", "\u00ab": "\u00bb"}
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]+);"  # <b>, &amp;
    r"|!?\[[^\[\]]+\]\([^()\s]+\)"  # [text](address)
    r"|(?<![\w*])(\*{1,3}|~~|`+)(?=\S)[^*`~]+(?<=\S)\1(?![\w*])"  # **bold**, ~~struck~~, `code`
    r"|(?<!\w)(_{1,2})(?=\S)[^_]+(?<=\S)\2(?!\w)"  # _emphasis_
)
_MARKER = re.compile(r"\[\^?\d+(?:[,\u2013-] ?\d+)*\]|\[\^[\w-]+\]|\[@[\w:.-]+\]")


def _hint(says: str, visible: str) -> str:
    """What to remove from approved wording that was not found in the visible text; empty if there is nothing."""
    text = says.strip()
    inside = text[1:-1]
    if len(text) > 2 and _MARKS.get(text[0]) == text[-1] and text[0] not in inside and text[-1] not in inside:
        return f"`says` is in quotation marks; remove {text[0]} and {text[-1]}, or use `quotes` for a quotation"
    if (found := _MARKUP.search(text)) and found[0] not in visible:
        return f"`says` has markup, which no reader sees: {printable(found[0], 40)}; write the words alone"
    if (found := _MARKER.search(text)) and found[0] not in visible:
        return f"`says` has a marker, which is not article text: {printable(found[0], 40)}; remove it and use `cites`"
    return ""
