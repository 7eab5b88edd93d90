"""The contracts of formats and marker styles, and their registries."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Protocol

from factspec import registry
from factspec.articles.draft import Draft, Mark
from factspec.registry import Registry


class Format(Protocol):
    """One format of articles. It must have `SUFFIXES`, `STYLES` and `read`.

    The module is loaded to choose a format by its suffix. If its reader is large, import the reader in `read`.
    """

    SUFFIXES: tuple[str, ...]
    """The suffixes of its files in lower case, such as `.md`."""

    STYLES: tuple[str, ...]
    """The citation styles that are read if neither spec nor policy declares any."""

    SELECTS: bool = False
    """Whether `select` may choose the element that holds the article."""

    @abstractmethod
    def read(self, source: str, select: str = "", /) -> Draft:
        """The draft of a decoded source. Raises `ArticleError`, also if `select` does not match an element."""


FORMATS: Registry[Format] = Registry(registry.FORMATS, Format)
"""The formats by name."""


# The contract of marker styles.


class MarkerStyle(Protocol):
    """One style of citation. It must have `find`.

    It is read if it is one of the usual styles of the format, or if a spec or a policy declares it.
    """

    FOLLOWS_LINKS: bool = False
    """Whether a link around article text cites the source at its target."""

    READS_RAISED: bool = False
    """Whether a raised number is a marker; if not, raised numbers are reported as text that looks like one."""

    @abstractmethod
    def find(self, draft: Draft, /) -> Iterable[Mark]:
        """The marks of the style in a draft, in any order. If some overlap, the earliest, then the longest, is kept."""


MARKERS: Registry[MarkerStyle] = Registry(registry.MARKERS, MarkerStyle)
"""The styles of citation by name."""
