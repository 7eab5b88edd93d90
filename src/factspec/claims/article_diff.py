"""What changed between two articles: facts, citations, quotations and whole sentences; honest edits are left out.

Sentences that correspond are compared as approved wording is compared with what is found for it.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from factspec.articles.article import Article
from factspec.articles.draft import Kind
from factspec.claims.anchored import Comparison, Outcome
from factspec.claims.article_change import WORDING, WORDS, Change
from factspec.claims.article_units import Side
from factspec.claims.citation_diff import Pair, citation_changes, reference_changes
from factspec.claims.comparison.compare import compare_tokens
from factspec.claims.exchanged_words import states_otherwise
from factspec.claims.sentence_alignment import Alignment, aligned, alike
from factspec.facts.difference import Difference
from factspec.language.function_words import LIGHT_WORDS, OPENING_WORDS
from factspec.language.places import Span
from factspec.language.spelling import american


def article_diff(old: Article, new: Article) -> tuple[Change, ...]:
    """The changes between two articles, in the order of the new one.

    What was removed is listed after what was before it in the old one. Changed references come last.
    """
    one, other = Side(old), Side(new)
    known: _Known = {}
    alignment = aligned(one.units, other.units, lambda at, there: _is_same(one, other, at, there, known))
    found = _compared(one, other, alignment, known)
    placed: list[tuple[float, Change]] = []
    placed += [(pair.units.new.start, change) for pair in found.pairs for change in _of_pair(one, other, pair)]
    pairs = {Pair(one.sentences(pair.units.old), other.sentences(pair.units.new)): pair.units for pair in found.pairs}
    placed += [(pairs[pair].new.start, change) for pair, change in citation_changes(one, other, tuple(pairs))]
    placed += [(at, _moved(one, other, Pair(units, Span(at, at + 1)))) for units, at in _torn(one, other, found)]
    placed += [(at, _whole(other, at, is_new=True)) for at in found.added]
    placed += [(at, _whole(one, gone, is_new=False)) for gone, at in _missed(found)]
    placed.sort(key=lambda each: each[0])
    return (*(change for _, change in placed), *reference_changes(old, new))


def _whole(side: Side, unit: int, *, is_new: bool) -> Change:
    what, words, place = side.whole(unit)
    return Change(what, "", words, None, place) if is_new else Change(what, words, "", place, None)


# Which units correspond, after some were joined and others parted.


class _Compared(NamedTuple):
    """Ranges of units that correspond, and how their words compare."""

    units: Pair
    comparison: Comparison


class _Found(NamedTuple):
    """The pairs in the order of the new article, and the units without a counterpart, in order."""

    pairs: tuple[_Compared, ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]


_SAME = Comparison(Outcome.SAME)
_Known = dict[Pair, Comparison]


def _is_same(one: Side, other: Side, at: int, there: int, known: _Known) -> bool:
    """Whether two units differ in house style alone; their comparison is kept."""
    comparison = known[_pair(at, there)] = _comparison(one, other, _pair(at, there))
    return comparison.outcome is Outcome.SAME


def _compared(one: Side, other: Side, alignment: Alignment, known: _Known) -> _Found:
    removed, added = set(alignment.removed), set(alignment.added)
    pairs = [_Compared(_pair(*units), _SAME) for units in alignment.same]
    for units in (_pair(*each) for each in alignment.similar):
        comparison = known.get(units) or _comparison(one, other, units)
        pair = _joined(one, other, _Compared(units, comparison), removed, added)
        if _is_another(one, other, pair):
            removed.update(range(*pair.units.old))
            added.update(range(*pair.units.new))
        else:
            pairs.append(pair)
    pairs.sort(key=lambda pair: pair.units.new)
    return _Found(tuple(pairs), tuple(sorted(removed)), tuple(sorted(added)))


def _pair(old: int, new: int) -> Pair:
    return Pair(Span(old, old + 1), Span(new, new + 1))


def _comparison(one: Side, other: Side, units: Pair) -> Comparison:
    """How the words of two ranges of units compare; rows with as many cells are compared cell by cell."""
    mine, theirs = one.sentences(units.old), other.sentences(units.new)
    if one.units[units.old.start].kind is Kind.CELL and mine.end - mine.start == theirs.end - theirs.start:
        cells = zip(range(*mine), range(*theirs), strict=True)
        found = [_of_sentences(one, other, Span(at, at + 1), Span(there, there + 1)) for at, there in cells]
        worst = max((each.outcome for each in found), key=list(Outcome).index)
        return Comparison(worst, tuple(difference for each in found for difference in each.differences))
    return _of_sentences(one, other, mine, theirs)


def _of_sentences(one: Side, other: Side, mine: Span, theirs: Span) -> Comparison:
    first, last = one.tokens(mine)
    there, end = other.tokens(theirs)
    return compare_tokens(
        one.index.tokens[first:last], other.index.tokens[there:end], one.article.text, other.article.text
    )


# So many sentences may become one.
_MOST = 4


def _joined(one: Side, other: Side, pair: _Compared, removed: set[int], added: set[int]) -> _Compared:
    """The pair with neighbours that have no counterpart, as long as more is alike: a sentence that was split in two."""
    for _ in range(_MOST):
        wider = [_Compared(units, _comparison(one, other, units)) for units in _wider(one, other, pair, removed, added)]
        nearest = max(wider, key=lambda each: _alike(one, other, each), default=pair)
        if _alike(one, other, nearest) <= _alike(one, other, pair):
            break
        pair = nearest
        removed.difference_update(range(*pair.units.old))
        added.difference_update(range(*pair.units.new))
    return pair


def _wider(one: Side, other: Side, pair: _Compared, removed: set[int], added: set[int]) -> Iterator[Pair]:
    if pair.comparison.outcome is Outcome.SAME:
        return
    (first, last), (there, end) = pair.units
    if first - 1 in removed and _in_one_block(one, first - 1, first):
        yield Pair(Span(first - 1, last), pair.units.new)
    if last in removed and _in_one_block(one, last - 1, last):
        yield Pair(Span(first, last + 1), pair.units.new)
    if there - 1 in added and _in_one_block(other, there - 1, there):
        yield Pair(pair.units.old, Span(there - 1, end))
    if end in added and _in_one_block(other, end - 1, end):
        yield Pair(pair.units.old, Span(there, end + 1))


def _in_one_block(side: Side, unit: int, following: int) -> bool:
    blocks = [side.article.sentences[side.units[at].sentences.start].block for at in (unit, following)]
    return blocks[0] == blocks[1]


def _alike(one: Side, other: Side, pair: _Compared) -> float:
    (first, last), (there, end) = pair.units
    return alike(one.units[first:last], other.units[there:end])


# A sentence that shares a smaller part of its content words is another one, although no fact differs, unless only one
# word does. Of public edits without a recognised fact, this is so for none of 403 honest ones and 41 of 706 others.
_RECOGNISABLE = 0.6


def _is_another(one: Side, other: Side, pair: _Compared) -> bool:
    if pair.comparison.outcome is not Outcome.REWORDED or one.units[pair.units.old.start].kind is Kind.CELL:
        return False
    mine, theirs = _content(one, pair.units.old), _content(other, pair.units.new)
    is_one_word = len(mine - theirs) < 2 or len(theirs - mine) < 2
    return not is_one_word and 2 * len(mine & theirs) < _RECOGNISABLE * (len(mine) + len(theirs))


def _content(side: Side, units: Span) -> set[str]:
    """The content words of units, in American spelling."""
    found = side.index.keys(side.tokens(side.sentences(units)))
    return {american(key) for key in found if key[0].isalnum() and key not in LIGHT_WORDS}


def _missed(found: _Found) -> Iterator[tuple[int, float]]:
    """Yield each removed unit with its place among the new ones: after the counterpart of the nearest before it."""
    after = {pair.units.old.end - 1: pair.units.new.end - 1 for pair in found.pairs}
    ends = sorted(after)
    for gone in found.removed:
        before = bisect_left(ends, gone)
        yield gone, after[ends[before - 1]] + 0.5 if before else -0.5


# Sentences that refer to what is before them, and have something else before them now.


_REFERRING = frozenset("it they he she this that these those both neither such his her its their".split())


def _torn(one: Side, other: Side, found: _Found) -> Iterator[tuple[Span, int]]:
    """Yield the units that moved away from what they refer to: "It was denied" after another sentence of a paragraph.

    If the sentence before was removed or a new one was put between, that is a change of its own.
    """
    now = {at: pair.units.new.end - 1 for pair in found.pairs for at in range(*pair.units.old)}
    then = {there: at for at, there in now.items()}
    for pair in found.pairs:
        at, there = pair.units.old.start, pair.units.new.start
        if now.get(at - 1) == there - 1 or not _refers(other, there):
            continue
        was = now.get(at - 1) is not None and _in_one_block(one, at - 1, at)
        if was or (then.get(there - 1) is not None and _in_one_block(other, there - 1, there)):
            yield pair.units.old, there


def _refers(side: Side, unit: int) -> bool:
    """Whether a sentence begins with a word that refers back, after a word that may open any sentence."""
    keys = side.units[unit].lines[0].split()
    first = next((key for key in keys if key not in OPENING_WORDS and key[0].isalnum()), "")
    return first in _REFERRING and side.units[unit].kind is not Kind.CELL


def _moved(one: Side, other: Side, units: Pair) -> Change:
    _, was, place = one.whole(units.old.start)
    what, words, new_place = other.whole(units.new.start)
    return Change(what, was, words, place, new_place)


# The changes of one pair.


def _of_pair(one: Side, other: Side, pair: _Compared) -> Iterator[Change]:
    mine, theirs = one.span(pair.units.old), other.span(pair.units.new)
    if pair.comparison.outcome is Outcome.SAME:
        if quoted := _set_as_quotation(one, other, pair.units):
            yield quoted
        return
    differences = pair.comparison.differences
    explained: frozenset[Difference] = frozenset()
    if one.index.quotations or other.index.quotations:
        from factspec.claims.quotation_diff import quotation_diff  # few articles need it, and speakers load slowly

        changes, explained = quotation_diff(one, other, mine, theirs, differences)
        yield from changes
    for difference in differences:
        if difference not in explained:
            kind = _kind(one, other, pair.units, difference)
            places = one.article.place(difference.approved_start), other.article.place(difference.start)
            yield Change(kind, difference.approved, difference.found, *places)


def _kind(one: Side, other: Side, units: Pair, difference: Difference) -> str:
    """The kind of a difference; a whole cell of a table that changed, or a question, is more than another wording."""
    if difference.kind == WORDING and ("?" in difference.approved) is not ("?" in difference.found):
        return "question"
    if difference.kind != WORDING:
        return difference.kind
    if one.units[units.old.start].kind is not Kind.CELL:
        return WORDS if states_otherwise(difference.approved, difference.found, *_beside(one, difference)) else WORDING
    was, now = _cells(one, units.old), _cells(other, units.new)
    is_cell = {difference.approved, difference.found} <= {"", *was, *now}
    return "cell" if is_cell else WORDING


def _beside(side: Side, difference: Difference) -> tuple[str, str]:
    """The key before the old words of a difference, and the word after them."""
    first, last = side.index.tokens_in(Span(difference.approved_start, difference.approved_end))
    texts = side.index.tokens.texts
    return side.index.token_keys[first - 1] if first else "", texts[last] if last < len(texts) else ""


def _cells(side: Side, units: Span) -> tuple[str, ...]:
    """The texts of the cells of a row."""
    first, last = side.sentences(units)
    return tuple(side.article.text[one.start : one.end] for one in side.article.sentences[first:last])


def _set_as_quotation(one: Side, other: Side, units: Pair) -> Change | None:
    """The change of a sentence without quotation marks that is in a quoted block in one article alone."""
    was, now = _quoted_words(one, units.old), _quoted_words(other, units.new)
    if bool(was) == bool(now):
        return None
    places = (side.article.place(side.span(each).start) for side, each in zip((one, other), units, strict=True))
    return Change("quotation", was, now, *places)


def _quoted_words(side: Side, units: Span) -> str:
    """The words of units in a quoted block; empty for others."""
    start, end = side.span(units)
    return side.article.text[start:end] if side.units[units.start].kind is Kind.QUOTATION else ""
