"""One change between two articles, and an article as it is read for them."""

from functools import cached_property
from typing import NamedTuple

from factspec.articles.article import Article
from factspec.articles.draft import Kind
from factspec.claims.index import index_of
from factspec.claims.sentence_alignment import Unit, units_of
from factspec.language.places import Place, Span

WORDING = "wording"
"""The kind of a change of words in which no fact was recognised."""

_WHOLE = {
    Kind.HEADING: "heading",
    Kind.TITLE: "title",
    Kind.CAPTION: "caption",
    Kind.CELL: "row",
    Kind.CODE: "code",
}
WHOLES = frozenset({"sentence", *_WHOLE.values()})
"""The kinds of a change that added, removed or moved something as a whole."""


class Change(NamedTuple):
    """One change between two articles.

    `kind` is a kind of fact, `citation`, `reference`, `link`, `quotation`, `speaker`, `wording`, or what a frame does,
    such as `condition`; for what was added, removed or moved as a whole it is one of `WHOLES`. `old` and `new` are the
    words of each article, one of them empty for what was added or removed. The places are those of the words in each
    file, or where they are missing; None in the file that has nothing at all of it.
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


class Side:
    """One of the two articles: its index, and its sentences and rows as units."""

    def __init__(self, article: Article) -> None:
        """Read the article."""
        self.article = article
        self.index = index_of(article)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The sentences of the article and the rows of its tables, in order."""
        return units_of(self.index)

    def sentences(self, units: Span) -> Span:
        """The half-open range of sentences of a range of units."""
        return Span(self.units[units.start].sentences.start, self.units[units.end - 1].sentences.end)

    def span(self, units: Span) -> Span:
        """The range of `Article.text` of a range of units."""
        first, last = self.sentences(units)
        return Span(self.article.sentences[first].start, self.article.sentences[last - 1].end)

    def tokens(self, sentences: Span) -> Span:
        """The token range of a range of sentences."""
        found = self.index.sentence_tokens
        return Span(found[sentences.start].start, found[sentences.end - 1].end)

    def whole(self, unit: int) -> tuple[str, str, Place]:
        """What a unit is, such as a row, its words and its place; a bar divides the cells of a row."""
        article, first, last = self.article, *self.units[unit].sentences
        texts = (article.text[one.start : one.end] for one in article.sentences[first:last])
        return (
            _WHOLE.get(self.units[unit].kind, "sentence"),
            " | ".join(texts),
            article.place(article.sentences[first].start),
        )
