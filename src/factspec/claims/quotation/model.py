"""The results for an approved quotation: how it occurs in an article, and to whom the article attributes it."""

from enum import StrEnum
from typing import NamedTuple

from factspec.facts.difference import Difference
from factspec.language.places import Span


class Attribution(NamedTuple):
    """A person or body to whom the article attributes a quotation.

    `name` is as in the article, `start` and `end` count characters of the text. For a pronoun they are those of the
    name that it refers to, if it was found. `verb` is the word or sign of saying. `denies` is true if the verb says
    that it was not said.
    """

    name: str
    start: int
    end: int
    verb: str
    denies: bool = False


class QuoteMatch(StrEnum):
    """How approved quotation words occur in an article."""

    SAME = "same"
    UNMARKED = "unmarked"
    ALTERED = "altered"
    MISSING = "missing"


class Quoted(NamedTuple):
    """Where and how approved quotation words occur.

    `start` and `end` count characters of the text, from the first word to the last, without marks; -1 if the words
    are missing. `places` are all places at which they occur, the first of them first; for altered words it is the one
    place. `differences` count characters of the approved words and of `text[start:end]`.
    """

    match: QuoteMatch
    start: int = -1
    end: int = -1
    places: tuple[Span, ...] = ()
    differences: tuple[Difference, ...] = ()
