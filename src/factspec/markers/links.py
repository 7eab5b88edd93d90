"""Numbers that are links: `[1](url)`, `[[1]](url)`, and in HTML a link whose whole text is `1` or `[1]`.

A link with other words keeps them in the article; its target is matched with the declared sources later.
"""

import re
from collections.abc import Iterator

from factspec.draft import Draft, Mark
from factspec.labels import DASHES, labels

USUAL = frozenset({"markdown", "html"})

_ITEM = rf"\d{{1,3}}(?:\s*+[{DASHES}]\s*+\d{{1,3}})?+"
_NUMBERS = rf"\s*+\[?(?P<body>{_ITEM}(?:\s*+[,;]\s*+{_ITEM})*+)\]?\s*+"
_LONGEST = 100


def find(draft: Draft) -> Iterator[Mark]:
    """The marks of this style in a draft, in order."""
    for link in draft.links:
        match = re.fullmatch(_NUMBERS, draft.text[link.start : min(link.end, link.start + _LONGEST)])
        if match:
            read = labels(match["body"])
            yield Mark(link.start, link.end, read.ids, link.source_start, link.source_end, read.problem)
