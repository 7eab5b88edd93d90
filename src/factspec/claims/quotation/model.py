"""How an approved quotation stands in an article, and to whom the article gives it: results alone, no reading."""

from enum import StrEnum
from typing import NamedTuple

from factspec.facts.difference import Difference
from factspec.language.places import Span


class Attribution(NamedTuple):
    """One who is said to have said it.

    `name` is as the article has it, `start` and `end` count characters of the text; for a pronoun they are those of
    the name it stands for, or its own where it stands for none. `verb` is the word or sign of saying. `denies` is
    true where the verb says that it was not so.
    """

    name: str
    start: int
    end: int
    verb: str
    denies: bool = False


class QuoteMatch(StrEnum):
    """How approved quotation words stand in an article."""

    SAME = "same"
    UNMARKED = "unmarked"
    ALTERED = "altered"
    MISSING = "missing"


class Quoted(NamedTuple):
    """Where approved quotation words stand, and how.

    `start` and `end` count characters of the text: the anchor, from the first word to the last, without marks; -1
    where they are missing. `places` are all places where they stand, the anchor first, and of words that are altered
    the anchor alone. `differences` count in the approved words and in `text[start:end]`.
    """

    match: QuoteMatch
    start: int = -1
    end: int = -1
    places: tuple[Span, ...] = ()
    differences: tuple[Difference, ...] = ()
