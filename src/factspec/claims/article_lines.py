"""An article as lines, as a lock has them, and how they correspond to the lines that were approved."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from factspec.approved.lock import Cite, Line
from factspec.articles.draft import Kind
from factspec.claims.article_units import Unit
from factspec.claims.citing import Citing, Group
from factspec.claims.index import LONGEST_LABEL, Index
from factspec.claims.pinned import BETWEEN, differences, row_text
from factspec.claims.sentence_alignment import Alignment, aligned
from factspec.language.places import Span
from factspec.language.tokens import keys, tokenize


class FoundLine(NamedTuple):
    """A line of an article, not approved by anybody, and the indexes of its sentences: of a row those of all cells."""

    line: Line
    sentences: range


def found_lines(index: Index, citing: Citing, labels: Mapping[str, str]) -> tuple[FoundLine, ...]:
    """The lines of an article, in order; `labels` are the renumbered ones, each with the source that it means."""
    article = index.article
    rows = index.rows_of_blocks

    def unit(at: int) -> tuple[int, int]:
        row = rows.get(article.sentences[at].block, 0)
        return (row, 0) if row else (0, at + 1)

    found, block = [], -1
    for _, numbers in groupby(range(len(article.sentences)), key=unit):
        own = list(numbers)
        sentences = range(own[0], own[-1] + 1)
        first = article.sentences[own[0]]
        kind = article.blocks[first.block].kind
        groups = [group for at in sentences for group in citing.in_sentence(at)]
        is_row = first.block in rows
        text = row_text(index, sentences) if is_row else " ".join(article.text[first.start : first.end].split())
        cites = tuple(_cite(article.text, first.start, text, one, labels, is_row=is_row) for one in groups)
        begins = is_row or first.block != block
        found.append(FoundLine(Line(kind, text, begins, index.path(first.block), cites), sentences))
        block = -1 if is_row else first.block
    return tuple(found)


def _cite(article: str, start: int, text: str, group: Group, labels: Mapping[str, str], *, is_row: bool) -> Cite:
    """A group of markers in a line; in a row it is at the end."""
    at = len(text) if is_row else min(len(" ".join(article[start : group.at].split())), len(text))
    return Cite(at, tuple(labels.get(one, one) for one in group.sources))


class Correspondence(NamedTuple):
    """How the lines of an article correspond to the approved ones.

    `same` has, for the number of each found line that says what an approved one says, the number of that one; `changed`
    has the same for lines of similar wording. `removed` are the approved lines without a counterpart, and `added` the
    found ones.
    """

    same: Mapping[int, int]
    changed: Mapping[int, int]
    removed: tuple[int, ...]
    added: tuple[int, ...]


def correspondence(approved: Sequence[Line], found: Sequence[Line]) -> Correspondence:
    """How the lines of an article correspond to the approved ones; those that differ in house style are the same."""
    if [one.words for one in approved] == [one.words for one in found]:
        same = {at: at for at in range(len(found))}
        return Correspondence(same, {}, (), ())
    alignment = aligned(
        [_unit(at, one) for at, one in enumerate(approved)],
        [_unit(at, one) for at, one in enumerate(found)],
        _says_the_same(approved, found),
    )
    is_same = _says_the_same(approved, found)
    pairs = {
        there: at for at, there in alignment.same if approved[at].words == found[there].words or is_same(at, there)
    }
    pairs |= dict(_repeated(approved, found, pairs))
    pairs |= dict(_short(approved, found, alignment))
    others = {there: at for at, there in (*alignment.same, *alignment.similar) if there not in pairs}
    others |= dict(_renamed_headings(approved, found, {**pairs, **others}))
    paired = {*pairs.values(), *others.values()}
    removed = tuple(at for at in alignment.removed if at not in paired)
    added = tuple(number for number in alignment.added if number not in pairs and number not in others)
    return Correspondence(pairs, others, removed, added)


def _short(approved: Sequence[Line], found: Sequence[Line], alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Yield the pairs of the lines that the alignment finds too short to look for, and that are under the same."""
    left: dict[tuple[object, ...], list[int]] = {}
    for at in reversed(alignment.removed):
        left.setdefault((approved[at].words, approved[at].under), []).append(at)
    for number in alignment.added:
        if there := left.get((found[number].words, found[number].under)):
            yield number, there.pop()


def _repeated(approved: Sequence[Line], found: Sequence[Line], pairs: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of the lines that occur more than once; those under the same correspond first."""
    groups: dict[tuple[bool, str], list[int]] = {}
    for number in sorted(pairs):
        if approved[pairs[number]].words == found[number].words:
            groups.setdefault(found[number].words, []).append(number)
    for numbers in groups.values():
        left = sorted(pairs[number] for number in numbers) if len(numbers) > 1 else []
        by_place: dict[tuple[str, ...], list[int]] = {}
        for at in reversed(left):
            by_place.setdefault(approved[at].under, []).append(at)
        there = {one: by_place[found[one].under].pop() for one in numbers if by_place.get(found[one].under)}
        others = [one for one in numbers if one not in there] if left else []
        yield from there.items()
        yield from zip(others, sorted(at for places in by_place.values() for at in places), strict=True)


def _renamed_headings(
    approved: Sequence[Line], found: Sequence[Line], pairs: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the found headings, and the approved ones, that share no words but are above the same line."""
    taken = frozenset(pairs.values())
    for number, at in pairs.items():
        one, other = number - 1, at - 1
        if min(one, other) < 0 or one in pairs or other in taken:
            continue
        if found[one].kind is approved[other].kind is Kind.HEADING:
            yield one, other


def _says_the_same(approved: Sequence[Line], found: Sequence[Line]) -> Callable[[int, int], bool]:
    def same(at: int, there: int) -> bool:
        one, other = approved[at], found[there]
        quoted = (one.kind is Kind.QUOTATION) is (other.kind is Kind.QUOTATION)
        return quoted and (one.text == other.text or not differences(one.text, other.text))

    return same


def _unit(at: int, line: Line) -> Unit:
    texts = line.text.split(BETWEEN) if line.kind is Kind.CELL else [line.text]
    return Unit(Span(at, at + 1), tuple(map(_folded, texts)), line.kind)


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return " ".join(keys(tokenize(text))).removesuffix(" .")


def lines_of_sentences(found: Sequence[FoundLine]) -> dict[int, int]:
    """The number of the line that each sentence is in."""
    return {at: number for number, one in enumerate(found) for at in one.sentences}


# Approving some lines of an article.


def with_lines(
    approved: Sequence[Line], found: Sequence[FoundLine], chosen: Callable[[int], bool], sign: Callable[[Line], Line]
) -> tuple[Line, ...]:
    """The approved lines after those found lines that are `chosen`, by their numbers, were approved as they are.

    A line that has not changed keeps its words and those who approved it; if it is chosen, somebody more has. A changed
    line that is not chosen stays as it was approved, where it was. `sign` adds the signature of who approves.
    """
    lines = [one.line for one in found]
    pairs = correspondence(approved, lines)
    kept = list(_kept(pairs, chosen))
    renamed = frozenset(_renamed(approved, lines, pairs, chosen))
    made: list[Line] = []
    last = -1  # the number of the found line that the last one made is
    for number, line in enumerate(lines):
        made += [approved[at]._replace(begins=True) for before, at in kept if before == number]
        begins = line.begins or not (made and last == number - 1)
        if number in pairs.same:
            old = approved[pairs.same[number]]._replace(begins=begins)
            is_renamed = ({*old.under} ^ {*line.under}) <= renamed
            made.append(
                sign(_placed(old, line)) if chosen(number) else old._replace(under=line.under) if is_renamed else old
            )
        elif chosen(number):
            made.append(sign(line._replace(begins=begins)))
        elif number in pairs.changed:
            made.append(approved[pairs.changed[number]]._replace(begins=begins))
        else:
            continue
        last = number
    made += [approved[at]._replace(begins=True) for before, at in kept if before == len(lines)]
    return tuple(made)


def _placed(old: Line, line: Line) -> Line:
    """An approved line where it is now; one that cites something else has to be approved by everybody again."""
    cites = tuple(one._replace(at=min(one.at, len(old.text))) for one in line.cites)
    is_same = sources_of(old) == sources_of(line)
    return old._replace(under=line.under, cites=cites, signatures=old.signatures if is_same else ())


def sources_of(line: Line) -> list[frozenset[str]]:
    """What each group of markers in a line cites."""
    return [frozenset(one.ids) for one in line.cites]


def _renamed(
    approved: Sequence[Line], found: Sequence[Line], pairs: Correspondence, chosen: Callable[[int], bool]
) -> Iterator[str]:
    """Yield the old and the new texts of the chosen lines that changed, as the lines below them have them."""
    for number in filter(chosen, (*pairs.changed, *pairs.added)):
        yield found[number].text[:LONGEST_LABEL]
        if number in pairs.changed:
            yield approved[pairs.changed[number]].text[:LONGEST_LABEL]


def _kept(pairs: Correspondence, chosen: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Yield each approved line that is gone from the article and stays in the lock, after the number of the found line
    before which it belongs; it goes if the lines around it are chosen, because a person saw them without it.
    """
    there = {at: number for number, at in (*pairs.same.items(), *pairs.changed.items())}
    places = sorted(there)
    for at in pairs.removed:
        before = bisect_left(places, at)
        beside = [there[one] for one in places[max(before - 1, 0) : before + 1]]
        if not all(map(chosen, beside)):
            yield there[places[before - 1]] + 1 if before else 0, at
