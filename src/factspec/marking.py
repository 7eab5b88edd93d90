"""The markers of a draft: every wanted style is asked, overlaps are settled, neighbours are grouped."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from factspec.draft import Draft, Mark
from factspec.leftovers import leftovers
from factspec.registry import load, names

_PACKAGE = "factspec.markers"


@lru_cache
def styles() -> tuple[str, ...]:
    """The names of all styles, sorted."""
    return names(_PACKAGE)


@lru_cache
def usual_styles(name: str) -> tuple[str, ...]:
    """The styles that are read in a format without being declared."""
    return tuple(style for style in styles() if name in load(_PACKAGE, style).USUAL)


def marks(draft: Draft, wanted: Collection[str]) -> list[Mark]:
    """The marks of the wanted styles in order, without overlap: the earliest, of those the longest, then widest.

    So `[[1]](url)` is one mark, though the numbers in it are one as well. Nothing in code is a mark. With any
    style, what chat programs leave is a broken one.
    """
    found = [mark for style in wanted for mark in load(_PACKAGE, style).find(draft)]
    found += leftovers(draft) if wanted else ()
    found.sort(key=lambda mark: (mark.start, -mark.end, mark.source_start - mark.source_end))
    apart = list(_apart(draft, found))
    return list(_with_urls(draft, apart)) if draft.links else apart


def _with_urls(draft: Draft, found: Iterable[Mark]) -> Iterator[Mark]:
    """The marks, each with the target of the one link that stands in it."""
    links = sorted(draft.links)
    for mark in found:
        first = bisect_left(links, mark.start, key=attrgetter("start"))
        inside = links[first : bisect_left(links, mark.end, key=attrgetter("start"))]
        yield mark._replace(url=inside[0].url) if len(inside) == 1 and inside[0].end <= mark.end else mark


def _apart(draft: Draft, found: Sequence[Mark]) -> Iterator[Mark]:
    end = -1
    for mark in found:
        if mark.start >= end and not (draft.code and _in_code(draft, mark)):
            yield mark
            end = mark.end


def _in_code(draft: Draft, mark: Mark) -> bool:
    index = bisect_right(draft.code, mark.start, key=attrgetter("start")) - 1
    before = index >= 0 and draft.code[index].end > mark.start
    return before or (index + 1 < len(draft.code) and draft.code[index + 1].start < mark.end)


_SPACES = r"[ \u00a0\u202f]*+"
_JOINING = rf"(?P<closed>{_SPACES}\))?{_SPACES}(?:,? ?and|[,;&])?{_SPACES}(?(closed)\({_SPACES}(?:see )?)"
# No joining is longer.
_LONGEST_JOINING = 32


def grouped(text: str, found: Iterable[Mark]) -> list[list[Mark]]:
    """Marks with nothing between them but white space and what joins: `[1][2]`, `[1], [2]`, `([1]) ([2])`."""
    groups: list[list[Mark]] = []
    for mark in found:
        end = groups[-1][-1].end if groups else -1
        if 0 <= mark.start - end <= _LONGEST_JOINING and groups and re.fullmatch(_JOINING, text[end : mark.start]):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups
