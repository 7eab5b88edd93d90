"""One change between two articles; this module imports little, so that what prints one loads quickly."""

from typing import NamedTuple

from factspec.language.places import Place

WORDING = "wording"
"""The kind of a change of words in which no fact was recognised."""

WORDS = "words"
"""The kind of a change of one noun to another, or of several words that were added or removed."""

WHOLES = frozenset({"sentence", "heading", "title", "caption", "row", "code"})
"""The kinds of a change that added, removed or moved something as a whole."""


class Change(NamedTuple):
    """One change between two articles.

    `kind` is a kind of fact, `citation`, `reference`, `link`, `quotation`, `speaker`, `cell`, `words` or
    `wording`; for what was added, removed or moved as a whole it is one of `WHOLES`. `old` and
    `new` are the words of each article, one of them empty for what was added or removed. The places are those of the
    words in each file, or where they are missing; None in the file that has nothing at all of it.
    """

    kind: str
    old: str
    new: str
    old_place: Place | None
    new_place: Place | None

    @property
    def counts(self) -> bool:
        """Whether what the article states changed, and not only how it says it."""
        return self.kind != WORDING
