"""The sentence that a lock has for a claim, and whether the article still says exactly that.

The sentences are compared as approved wording is, so house style passes; no word may come, go or change place.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.claims.anchored import Outcome
from factspec.claims.index import Index
from factspec.facts.difference import Difference
from factspec.language.function_words import OPENING_WORDS
from factspec.language.places import Span
from factspec.language.tokens import Token, keys, tokenize
from factspec.specs.lock import Context

# Between the cells of a row.
_BETWEEN = " | "


class Changed(NamedTuple):
    """A place of a claim whose sentence is not the approved one.

    `sentences` are the indexes of the sentences that were compared, and `span` is their range of `Article.text`; both
    are empty if the claim is not in this sentence any more, but still in others. `approved` is the approved text. The
    differences count characters of it and of `Article.text`; those of a row, which is compared as a text put together
    from its cells, have no place.
    """

    sentences: range
    span: Span
    approved: str
    differences: tuple[Difference, ...]


def context_of(index: Index, sentences: range) -> Context:
    """The sentences with these indexes, and their neighbours in the same block, as a lock has them."""
    article = index.article
    first, last = article.sentences[sentences[0]], article.sentences[sentences[-1]]
    if row := _row(index, sentences):
        return Context(row)
    before, after = sentences[0] - 1, sentences[-1] + 1
    return Context(
        sentence=_flat(article.text[first.start : last.end]),
        before=_neighbour(index, before, first.block),
        after=_neighbour(index, after, last.block),
    )


def _neighbour(index: Index, number: int, block: int) -> str:
    article = index.article
    if not 0 <= number < len(article.sentences) or article.sentences[number].block != block:
        return ""
    return _flat(article.text[slice(*article.sentences[number][:2])])


def _flat(text: str) -> str:
    return " ".join(text.split())


def _row(index: Index, sentences: range) -> str:
    """The row of a table that sentences are in, each cell after the heading of its column; empty outside tables."""
    article = index.article
    rows = dict.fromkeys(index.rows_of_blocks.get(article.sentences[one].block, 0) for one in sentences)
    cells = [cell for row in rows for cell in index.rows.get(row, ())]
    return _BETWEEN.join(_cell(index, cell.block, cell.heading) for cell in cells)


def _cell(index: Index, block: int, heading: Span | None) -> str:
    article = index.article
    text = _flat(article.text[slice(*article.blocks[block][1:])])
    return f"{_flat(article.text[slice(*heading)])}: {text}" if heading else text


def changed(
    index: Index, places: Sequence[range], approved: Sequence[Context], *, neighbours: bool
) -> Iterator[Changed]:
    """Yield each place of a claim, given by its sentences, that none of the approved contexts has.

    The order of the places does not count, because whole paragraphs may move. `neighbours` compares the sentences
    before and after too.
    """
    left = [_joined(one, neighbours=neighbours) for one in approved]
    others = []
    for place in places:
        found = _joined(context_of(index, place), neighbours=neighbours)
        same = next((one for one in left if one == found or not _differences(one, found)), None)
        if same is not None:
            left.remove(same)
        else:
            others.append((place, found))
    for place, found in others:
        yield _changed(index, place, left.pop(0) if left else "", found, neighbours=neighbours)
    for gone in left:
        yield Changed(range(0), Span(0, 0), gone, (Difference("wording", gone, "", 0, len(gone), 0, 0),))


def _joined(context: Context, *, neighbours: bool) -> str:
    return " ".join(filter(None, (context.before, context.sentence, context.after) if neighbours else context[:1]))


def _differences(approved: str, found: str) -> tuple[Difference, ...]:
    return _comparison(tokenize(approved), tokenize(found), approved, found)


def _changed(index: Index, place: range, approved: str, found: str, *, neighbours: bool) -> Changed:
    """What differs at a place, with the places of the differences in the article."""
    article = index.article
    block = article.sentences[place[0]].block
    if neighbours:
        beside = range(max(place[0] - 1, 0), min(place[-1] + 2, len(article.sentences)))
        within = [one for one in beside if article.sentences[one].block == block or one in place]
        place = range(within[0], within[-1] + 1)
    span = Span(article.sentences[place[0]].start, article.sentences[place[-1]].end)
    if index.rows_of_blocks.get(block):
        placeless = (one._replace(start=0, end=0) for one in _differences(approved, found))
        return Changed(place, span, approved, tuple(placeless))
    tokens = index.tokens_in(span)
    there = index.tokens[tokens.start : tokens.end]
    return Changed(place, span, approved, _comparison(tokenize(approved), there, approved, article.text))


def _comparison(
    approved: Sequence[Token], found: Sequence[Token], approved_text: str, found_text: str
) -> tuple[Difference, ...]:
    """What differs between two sentences, none if all is house style; a word that opens the found one is free."""
    from factspec.claims.comparison.compare import compare_tokens
    from factspec.claims.nearest import words_more_or_less

    there = _unopened(found, keys(approved)[:1])
    comparison = compare_tokens(approved, there, approved_text, found_text)
    if comparison.outcome is Outcome.SAME:
        return tuple(words_more_or_less(approved, there)) if approved and there else ()
    return comparison.differences


def _unopened(found: Sequence[Token], first: tuple[str, ...]) -> Sequence[Token]:
    """Tokens without a word that may open a sentence, unless the approved sentence opens with it."""
    if not found or found[0].key not in OPENING_WORDS or first == (found[0].key,):
        return found
    return found[2:] if len(found) > 1 and found[1].key == "," else found[1:]
