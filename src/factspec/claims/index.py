"""An article as a sequence of token keys, in which wording is looked up by plain string search."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Any

from factspec.articles.article import Article, Cell
from factspec.articles.draft import Kind
from factspec.claims.sharing import places_of_words
from factspec.facts.fact import Fact
from factspec.facts.found import facts_in
from factspec.language.places import FAMILIES, Quotation, Reach, Span
from factspec.language.tokens import Tokens, tokens_of

# Blocks in which a claim is looked for first: a headline or a caption repeats what the body says.
BODY = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.CELL, Kind.NOTE})
# Blocks in which it is looked for last: the title of the page repeats the headline.
_BESIDE = frozenset({Kind.TITLE, Kind.CODE})

_COMMONEST = frozenset("the of and to in that a is was for on with as it by at from be he".split())
_ONE_IN = 7
# In so many characters wording is looked up by its rarest word, if that occurs once in so many others on average.
_LONG = 100_000
_RARE = 50
# The characters of a list item that what is nested in it is known by.
LONGEST_LABEL = 300
# A word whose key is itself.
_PLAIN = re.compile(r"\b[a-z0-9]{2,}\b", re.ASCII)


class Index:
    """The tokens of an article, and their keys as one string.

    `tokens` are those of `Article.text` in order, `token_keys` their keys. `line` contains the keys, each between two
    spaces, with a line feed at every end of a block; `offsets` are where the keys begin in it. `sentence_tokens` are
    the half-open token ranges of the article's sentences.
    """

    def __init__(
        self, article: Article, tokens: Tokens, line: str, offsets: Sequence[int], sentence_tokens: tuple[Span, ...]
    ) -> None:
        """Keep what `index_of` has read."""
        self.article = article
        self.tokens = tokens
        self.token_keys = tokens.keys
        self.line = line
        self.offsets = offsets
        self.sentence_tokens = sentence_tokens

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [tokens.start for tokens in self.sentence_tokens] or [0]

    @cached_property
    def sentence_lines(self) -> tuple[str, ...]:
        """The keys of each sentence as one string."""
        return tuple(" ".join(self.keys(tokens)) for tokens in self.sentence_tokens)

    @cached_property
    def _facts_by_sentence(self) -> dict[int, tuple[Fact, ...]]:
        return {}

    def facts_of(self, number: int) -> tuple[Fact, ...]:
        """The facts of a sentence, read once; their ranges count tokens of the sentence."""
        if number not in self._facts_by_sentence:
            first, last = self.sentence_tokens[number]
            self._facts_by_sentence[number] = facts_in(self.tokens[first:last])
        return self._facts_by_sentence[number]

    @cached_property
    def facts(self) -> tuple[tuple[Fact, Span], ...]:
        """The facts of all sentences in order, each with its token range."""
        return tuple(
            (fact, Span(tokens.start + fact.first, tokens.start + fact.last))
            for number, tokens in enumerate(self.sentence_tokens)
            for fact in self.facts_of(number)
        )

    @cached_property
    def facts_by_kind(self) -> dict[str, dict[object, list[tuple[Fact, Span]]]]:
        """The facts of all sentences with their token ranges, in order, by kind and value."""
        found: dict[str, dict[object, list[tuple[Fact, Span]]]] = {}
        for fact, span in self.facts:
            found.setdefault(fact.kind, {}).setdefault(fact.value, []).append((fact, span))
        return found

    @cached_property
    def by_spelling(self) -> dict[str, int]:
        """The first token of each word, by its American spelling."""
        from factspec.language.spelling import american

        found: dict[str, int] = {}
        for at, key in enumerate(self.token_keys):
            if key.isalpha():
                found.setdefault(american(key), at)
        return found

    @cached_property
    def places_of_phrases(self) -> dict[str, tuple[Span, ...]]:
        """The places of listed phrases that have been looked up; claims often share one."""
        return {}

    @cached_property
    def dated(self) -> dict[date | None, tuple[list[tuple[Fact, Span]], dict[date, list[int]]]]:
        """The dates of all sentences, and which of them name a day, as far as they have been read."""
        return {}

    @cached_property
    def values_by_size(self) -> dict[str, Any]:
        """The values of a kind by their size, as far as they have been looked up."""
        return {}

    @cached_property
    def places_of_keys(self) -> dict[str, list[int]]:
        """The tokens with each key, in order; read only of long articles."""
        found: dict[str, list[int]] = {}
        for at, key in enumerate(self.token_keys):
            found.setdefault(key, []).append(at)
        return found

    @cached_property
    def sentences_with(self) -> dict[str, list[int]]:
        """The sentences with each key, in order; read only of long articles."""
        return places_of_words(map(self.keys, self.sentence_tokens))

    @cached_property
    def _quoted_ranges(self) -> Reach:
        return Reach((one.start, one.end) for one in self.quotations)

    def quotation_around(self, span: Span) -> Quotation | None:
        """The outermost quotation that contains a range of `Article.text`, its marks included; None if none does."""
        number = self._quoted_ranges.first(span.start, span.end)
        return self.quotations[number] if number >= 0 else None

    @cached_property
    def other_marks(self) -> dict[int, int]:
        """Where the other mark of a quotation is, by the offset of either; blocks without marks have none."""
        found = {}
        for one in sorted(self.quotations, key=lambda one: (one.start, -one.end)):
            if self.article.text[one.start] in FAMILIES:
                found[one.start], found[one.end - 1] = one.end - 1, one.start
        return found

    @cached_property
    def quotable(self) -> Any:
        """The words between quotation marks and all words, in which quotations are looked up."""
        from factspec.claims.quotation.words import Quotable

        return Quotable(self.article.text, self.quotations, self.block_ranges)

    @cached_property
    def places_of_facts(self) -> dict[Hashable, dict[int, list[Span]]]:
        """The places of listed facts by sentence or block, as far as they have been looked up."""
        return {}

    @cached_property
    def _paths(self) -> dict[int, tuple[str, ...]]:
        return {-1: ()}

    def path(self, block: int) -> tuple[str, ...]:
        """The words of what a block is under, from the top: headings, the line before its list, the items around it."""
        at = self.article.above[block]
        if at not in self._paths:
            self._paths[at] = (*self.path(at), self._label(at))
        return self._paths[at]

    def label_above(self, block: int, number: int) -> int:
        """The block whose words are a label of a path, counted from the top, of a block."""
        above = [block]
        while above[-1] >= 0:
            above.append(self.article.above[above[-1]])
        return above[-2 - number]

    def _label(self, block: int) -> str:
        """The words of a block that others are under; of a paragraph before a list, its last sentence."""
        article = self.article
        kind, start, end = article.blocks[block]
        if kind is Kind.PARAGRAPH:
            start = article.sentences[bisect_right(article.sentences, block, key=attrgetter("block")) - 1].start
        return " ".join(article.text[start:end].split())[:LONGEST_LABEL]

    @cached_property
    def headings_of_cells(self) -> frozenset[Span | None]:
        """The ranges of `Article.text` of the headings of columns."""
        return frozenset(cell.heading for cell in self.article.cells)

    @cached_property
    def cells(self) -> dict[int, Cell]:
        """The cells of tables by their blocks, without the headings of columns."""
        blocks, headings = self.article.blocks, self.headings_of_cells
        return {cell.block: cell for cell in self.article.cells if blocks[cell.block][1:] not in headings}

    @cached_property
    def rows(self) -> dict[int, list[Cell]]:
        """The cells of each row of a table, by the number of the row."""
        found: dict[int, list[Cell]] = {}
        for cell in self.article.cells:
            found.setdefault(cell.row, []).append(cell)
        return found

    @cached_property
    def rows_of_blocks(self) -> dict[int, int]:
        """The number of the row of each block in a table."""
        return {cell.block: cell.row for cell in self.article.cells}

    @cached_property
    def headings_of_rows(self) -> dict[int, list[Span]]:
        """The headings of the columns of each row."""
        found: dict[int, list[Span]] = {}
        for cell in self.cells.values():
            if cell.heading:
                found.setdefault(cell.row, []).append(cell.heading)
        return found

    @cached_property
    def block_ranges(self) -> tuple[Span, ...]:
        """The ranges of `Article.text` of the blocks."""
        return tuple(Span(block.start, block.end) for block in self.article.blocks)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The article's quotations; blocks that are quotations as a whole count."""
        quoted = [(block.start, block.end) for block in self.article.blocks if block.kind is Kind.QUOTATION]
        if not quoted and not any(mark in self.article.text for mark in FAMILIES):
            return ()
        from factspec.language.quotation_marks import quotations

        found: tuple[Quotation, ...] = quotations(self.article.text, self.block_ranges, quoted)
        return found

    def keys(self, tokens: Span) -> tuple[str, ...]:
        """The keys of a token range."""
        return self.token_keys[tokens.start : tokens.end]

    def find(self, wanted: Sequence[str], first: int = 0, last: int | None = None) -> Iterator[Span]:
        """Yield the token ranges, in order, in which these keys follow one another within one block."""
        if not wanted:
            return
        needle = f" {' '.join(wanted)} "
        stop = len(self.line) if last is None or last >= len(self.tokens) else self.offsets[last]
        start = self.offsets[first] - 1 if first < len(self.tokens) else stop
        if stop - start > _LONG:
            rarest = min(range(len(wanted)), key=lambda word: len(self.places_of_keys.get(wanted[word], ())))
            known = self.places_of_keys.get(wanted[rarest], [])
            if len(known) * _RARE < stop - start:
                for token in (at - rarest for at in known[bisect_left(known, first + rarest) :]):
                    if self.line.startswith(needle, self.offsets[token] - 1, stop):
                        yield Span(token, token + len(wanted))
                return
        at = self.line.find(needle, start, stop)
        while at >= 0:
            token = bisect_left(self.offsets, at + 1)
            yield Span(token, token + len(wanted))
            at = self.line.find(needle, at + 1, stop)

    def span(self, tokens: Span) -> Span:
        """The range of `Article.text` that a token range covers."""
        return Span(self.tokens.starts[tokens.start], self.tokens.ends[tokens.end - 1])

    def tokens_in(self, span: Span) -> Span:
        """The token range that a range of `Article.text` covers, also in part."""
        first = bisect_right(self.tokens.ends, span.start)
        return Span(first, max(first, bisect_left(self.tokens.starts, span.end)))

    def as_written(self, text: str) -> Span | None:
        """The first token range of a text that the article contains letter for letter; None if there is none."""
        at = self._text_at(text)
        if at < 0 or not text:
            return None
        first, last = bisect_left(self.tokens.starts, at), bisect_left(self.tokens.ends, at + len(text)) + 1
        whole = first < last <= len(self.tokens) and self.span(Span(first, last)) == (at, at + len(text))
        return Span(first, last) if whole else None

    def _text_at(self, text: str) -> int:
        """Where a text first is in the article; -1 if it is nowhere."""
        article = self.article.text
        places = self.places_of_keys if len(article) > _LONG else {}
        words = [(places.get(word[0], []), word.start()) for word in _PLAIN.finditer(text)] if places else []
        known, before = min(words, key=lambda word: len(word[0]), default=([], 0))
        if not words or len(known) * _RARE > len(article):
            return article.find(text)
        starts = (self.tokens.starts[at] - before for at in known)
        return next((at for at in starts if at >= 0 and article.startswith(text, at)), -1)

    def sentence_of(self, token: int) -> int:
        """The index of the sentence that contains a token."""
        return bisect_right(self._sentence_starts, token, 1) - 1

    @cached_property
    def has_more_than_body(self) -> bool:
        """Whether the article has blocks outside the body, such as headings."""
        return any(block.kind not in BODY for block in self.article.blocks)

    def rank(self, token: int) -> int:
        """How early a claim is looked for in the block of a token: 0 in the body, 2 in titles and code, 1 elsewhere."""
        article = self.article
        kind = article.blocks[article.sentences[self.sentence_of(token)].block].kind
        return 0 if kind in BODY else 1 + (kind in _BESIDE)

    def in_body(self, token: int) -> bool:
        """Whether a token is in a paragraph, list item, cell or note."""
        return self.rank(token) == 0


def index_of(article: Article) -> Index:
    """The index of an article; one pass over its text."""
    tokens = tokens_of(article.text)
    starts = tokens.starts
    spaced = list(tokens.keys)
    for end in {bisect_left(starts, block.end) for block in article.blocks}:
        if end:
            spaced[end - 1] += " \n"
    return Index(
        article=article,
        tokens=tokens,
        line=f" {' '.join(spaced)} ",
        offsets=list(accumulate([len(key) + 1 for key in spaced], initial=1))[:-1],
        sentence_tokens=tuple(
            [Span(bisect_left(starts, start), bisect_left(starts, end)) for start, end, *_ in article.sentences]
        ),
    )
