"""What a format is: the contract that each module of `factspec.articles.formats` keeps, and their registry."""

from abc import abstractmethod
from typing import Protocol

from factspec import registry
from factspec.articles.draft import Draft
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
