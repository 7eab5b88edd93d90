"""What a style of citation is: the contract that each module of `factspec.articles.markers` keeps; their registry."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Protocol

from factspec import registry
from factspec.articles.draft import Draft, Mark
from factspec.registry import Registry


class MarkerStyle(Protocol):
    """One style of citation. It must have `find`. It is read where a format names it among its usual ones, or where
    a spec or a policy declares it.
    """

    FOLLOWS_LINKS: bool = False
    """Whether a link with words of the article cites the source that it leads to."""

    READS_RAISED: bool = False
    """Whether a raised number is a marker, so that one in another form looks like a marker that was lost."""

    @abstractmethod
    def find(self, draft: Draft, /) -> Iterable[Mark]:
        """The marks of the style in a draft, in no order; where some overlap, the earliest and then longest is kept."""


MARKERS: Registry[MarkerStyle] = Registry(registry.MARKERS, MarkerStyle)
"""The styles of citation by name."""
