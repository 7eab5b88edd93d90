"""One of two articles that are compared: its index, and its sentences and the rows of its tables as units."""

from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from factspec.articles.article import Article
from factspec.articles.draft import Kind
from factspec.claims.index import Index, index_of
from factspec.language.places import Place, Span


class Unit(NamedTuple):
    """A sentence, or a row of a table, which is nothing without its other cells.

    `sentences` is a half-open range of indexes of `Article.sentences`; `lines` are the folded words of each of them,
    without a stop at the end. `kind` is that of its block.
    """

    sentences: Span
    lines: tuple[str, ...]
    kind: Kind


def units_of(index: Index) -> tuple[Unit, ...]:
    """The units of an article, in order."""
    article = index.article
    rows = {cell.block: cell.row for cell in article.cells}

    def unit(at: int) -> tuple[int, int]:
        row = rows.get(article.sentences[at].block, 0)
        return (row, 0) if row else (0, at + 1)

    found = []
    for _, numbers in groupby(range(len(article.sentences)), key=unit):
        first, *others = numbers
        last = others[-1] if others else first
        lines = tuple(line.removesuffix(" .") for line in index.sentence_lines[first : last + 1])
        found.append(Unit(Span(first, last + 1), lines, article.blocks[article.sentences[first].block].kind))
    return tuple(found)


_WHOLE = {
    Kind.HEADING: "heading",
    Kind.TITLE: "title",
    Kind.CAPTION: "caption",
    Kind.CELL: "row",
    Kind.CODE: "code",
}


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
