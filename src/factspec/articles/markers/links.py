"""Numbers that are links: `[1](url)`, `[[1]](url)`, and in HTML a link that is `1`, `[1]` or, into the page, `¹`.

Two of them with a dash between are a range: the numbers between are cited too. The text of other links stays in the
article; their targets are matched with the declared sources later.
"""

import re
from collections.abc import Iterator

from factspec.articles.draft import Draft, Mark
from factspec.articles.labels import DASHES, RAISED_DIGITS, labels, repeats
from factspec.language.places import Span

FOLLOWS_LINKS = True

_ITEM = rf"\d{{1,3}}(?:\s*+[{DASHES}]\s*+\d{{1,3}})?+"
_NUMBERS = rf"\s*+\[?(?P<body>{_ITEM}(?:\s*+[,;]\s*+{_ITEM})*+)\]?\s*+"
_LONGEST = 100
_BETWEEN = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")


def find(draft: Draft) -> Iterator[Mark]:
    """The marks of this style in a draft, in any order; a range is added to the marks of its ends."""
    before: Mark | None = None
    again: dict[Span, str] = repeats(draft)
    for place, number in again.items():
        yield Mark(*place, (number,), *draft.map.span(*place))
    for link in draft.links:
        text = draft.text[link.start : min(link.end, link.start + _LONGEST)]
        match = re.fullmatch(_NUMBERS, text.translate(RAISED_DIGITS) if link.url.startswith("#") else text)
        if match and Span(link.start, link.end) not in again:
            read = labels(match["body"])
            mark = Mark(link.start, link.end, read.ids, link.source_start, link.source_end, read.problem)
            yield mark
            if before and before.end + 1 == mark.start and draft.text[before.end] in _BETWEEN:
                read = labels(f"{before.ids[-1]}-{mark.ids[0]}")
                span = (before.source_start, mark.source_end)
                yield Mark(before.start, mark.end, (*before.ids[:-1], *read.ids, *mark.ids[1:]), *span, read.problem)
            before = mark
