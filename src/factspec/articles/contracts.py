"""What a format is: the contract that each module of `factspec.articles.formats` keeps, and their registry."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Protocol

from factspec import registry
from factspec.articles.draft import Draft, Mark
from factspec.registry import Registry


class Format(Protocol):
    """One format of articles. It must have `SUFFIXES`, `STYLES` and `read`.

    The module is loaded to choose a format by a suffix; what reads it should be imported in `read` if it is large.
    """

    SUFFIXES: tuple[str, ...]
    """The endings of its files in small letters, such as `.md`."""

    STYLES: tuple[str, ...]
    """The styles of citation that are read where neither spec nor policy declares any; empty for none."""

    SELECTS: bool = False
    """Whether `select` may choose the element that holds the article."""

    @abstractmethod
    def read(self, source: str, select: str = "", /) -> Draft:
        """The draft of a decoded source. Raises `ArticleError`, also for a `select` that names no element."""


FORMATS: Registry[Format] = Registry(registry.FORMATS, Format)
"""The formats by name."""


# What a style of citation is: the contract that each module of `factspec.articles.markers` keeps; their registry.


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
