"""The sentence that a lock has for a claim, and whether the article still says exactly that.

The sentences are compared as approved wording is, so house style passes; no word may come, go or change place.
"""

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple, TypeVar

from factspec.approved.lock import Context
from factspec.articles.article import Cell
from factspec.articles.draft import Kind
from factspec.claims.anchored import Outcome
from factspec.claims.index import Index
from factspec.claims.sharing import places_of_words, sharing
from factspec.facts.difference import Difference
from factspec.facts.found import read_facts
from factspec.language.function_words import OPENING_WORDS
from factspec.language.places import Span
from factspec.language.tokens import Token, keys, tokenize

BLOCK_QUOTATION = "block quotation"
"""What a difference names if a sentence is now in a block quotation, or no longer."""

# With how many approved texts a place is compared.
_COMPARED = 8
BETWEEN = " | "
"""What is between the cells of a row in a lock."""
# The approved text of a place, and whether it is in a block quotation.
_Text = tuple[str, bool]
_Item = TypeVar("_Item")


class Changed(NamedTuple):
    """A place of a claim whose sentence is not the approved one.

    `sentences` are the indexes of the sentences that were compared, and `span` is their range of `Article.text`; both
    are empty if the claim is not in this sentence any more, but still in others. `approved` is the approved text. The
    differences count characters of it and of `Article.text`; those of a row have the place of their cell.
    """

    sentences: range
    span: Span
    approved: str
    differences: tuple[Difference, ...]


class Moved(NamedTuple):
    """A place of a claim that is not under the headings, introduction or list items that it was approved under.

    `sentences` are the indexes of its sentences. `approved` and `found` are the two paths from the top. They begin with
    `begin` labels that are the same, and end with `end` of them; what is between differs.
    """

    sentences: range
    approved: tuple[str, ...]
    found: tuple[str, ...]
    begin: int
    end: int

    @property
    def before(self) -> tuple[str, ...]:
        """The approved labels that differ."""
        return self.approved[self.begin : len(self.approved) - self.end]

    @property
    def now(self) -> tuple[str, ...]:
        """The labels that replace them."""
        return self.found[self.begin : len(self.found) - self.end]


def moved(index: Index, places: Sequence[range], approved: Sequence[Context]) -> Iterator[Moved]:
    """Yield each place of a claim, given by its sentences, that is under something else than its approved context.

    What an older lock does not say is not compared.
    """
    sentences = index.article.sentences
    for number, context in paired(index, places, approved):
        place = places[number]
        found = index.path(sentences[place[0]].block)
        if context.under is not None and context.under != found:
            begin = _alike(context.under, found)
            end = _alike(context.under[begin:][::-1], found[begin:][::-1])
            if begin + end < max(len(context.under), len(found)):
                yield Moved(place, context.under, found, begin, end)


# What makes a place of a claim the same as an approved one: the first of these that fits.
_SAME: tuple[Callable[[Context], Hashable], ...] = (
    lambda one: (one.sentence, one.under),
    lambda one: one.sentence,
    lambda _: "",
)


def paired(index: Index, places: Sequence[range], approved: Sequence[Context]) -> Iterator[tuple[int, Context]]:
    """Yield the number of each place of a claim, with the approved context that is most like it, if one is left."""
    if len(places) == len(approved) == 1:
        yield 0, approved[0]
        return
    waiting = [(number, context_of(index, place)) for number, place in enumerate(places)]
    left = list(enumerate(approved))
    for same in _SAME:
        known: dict[Hashable, deque[tuple[int, Context]]] = {}
        for number, one in left:
            known.setdefault(same(one), deque()).append((number, one))
        unlike = []
        for place_number, context in waiting:
            fitting = known.get(same(context))
            if fitting:
                yield place_number, fitting.popleft()[1]
            else:
                unlike.append((place_number, context))
        waiting, left = unlike, sorted(chain.from_iterable(known.values()))


def _alike(approved: Sequence[str], found: Sequence[str]) -> int:
    """With how many labels that are the same two paths begin."""
    pairs = enumerate(zip(approved, found, strict=False))
    return next((at for at, pair in pairs if not _is_label(*pair)), min(len(approved), len(found)))


@lru_cache(maxsize=1024)
def _is_label(approved: str, found: str) -> bool:
    return approved == found or not differences(approved, found)


def context_of(index: Index, sentences: range) -> Context:
    """The sentences with these indexes, and their neighbours in the same block, as a lock has them."""
    article = index.article
    first, last = article.sentences[sentences[0]], article.sentences[sentences[-1]]
    under = index.path(first.block)
    if row := row_text(index, sentences):
        return Context(row, under=under)
    before, after = sentences[0] - 1, sentences[-1] + 1
    return Context(
        sentence=_flat(article.text[first.start : last.end]),
        before=_neighbour(index, before, first.block),
        after=_neighbour(index, after, last.block),
        quoted=article.blocks[first.block].kind is Kind.QUOTATION,
        under=under,
    )


def _neighbour(index: Index, number: int, block: int) -> str:
    article = index.article
    if not 0 <= number < len(article.sentences) or article.sentences[number].block != block:
        return ""
    return _flat(article.text[slice(*article.sentences[number][:2])])


def _flat(text: str) -> str:
    return " ".join(text.split())


def row_text(index: Index, sentences: range) -> str:
    """The row of a table that sentences are in, each cell after the heading of its column; empty outside tables."""
    article = index.article
    blocks = (article.sentences[one].block for one in sentences)
    return BETWEEN.join(_cell(index, cell) for cell in _cells(index, blocks))


def _cells(index: Index, blocks: Iterable[int]) -> list[Cell]:
    """The cells of the rows that some blocks are in, in order."""
    rows = dict.fromkeys(index.rows_of_blocks.get(block, 0) for block in blocks)
    return [cell for row in rows for cell in index.rows.get(row, ())]


def row_around(index: Index, span: Span) -> Span:
    """The range of `Article.text` of the table rows that a range is in; outside tables, the range itself."""
    tokens = index.tokens_in(span)
    sentences = (index.sentence_of(at) for at in (tokens.start, max(tokens.start, tokens.end - 1)))
    blocks = index.article.blocks
    cells = _cells(index, [index.article.sentences[one].block for one in sentences])
    return Span(blocks[cells[0].block].start, blocks[cells[-1].block].end) if cells else span


def _cell(index: Index, cell: Cell) -> str:
    article = index.article
    text = _flat(article.text[slice(*article.blocks[cell.block][1:])])
    return f"{_flat(article.text[slice(*cell.heading)])}: {text}" if cell.heading else text


def changed(
    index: Index, places: Sequence[range], approved: Sequence[Context], *, neighbours: bool
) -> Iterator[Changed]:
    """Yield each place of a claim, given by its sentences, that none of the approved contexts has.

    The order of the places does not count, because whole paragraphs may move. `neighbours` compares the sentences
    before and after too.
    """
    if len(places) == len(approved) == 1 and not neighbours and _is_exact(index, places[0], approved[0]):
        return
    left = [(_joined(one, neighbours=neighbours), one.quoted) for one in approved]
    contexts = [context_of(index, place) for place in places]
    there = [(_joined(one, neighbours=neighbours), one.quoted) for one in contexts]
    # Most are as they were letter for letter, wherever they are now; to compare words takes a thousand times as long.
    exact = Counter(left) & Counter(there)
    left = _without(left, exact, lambda one: one)
    others = _without(list(zip(places, there, strict=True)), exact, lambda one: one[1])
    same = _same_texts(left, [found for _, found in others])
    left = _without(left, Counter(same.values()), lambda one: one)
    others = [one for number, one in enumerate(others) if number not in same]
    for number, (place, found) in enumerate(others):
        before = left[number] if number < len(left) else ("", found[1])
        yield _requoted(_changed(index, place, before[0], found[0], neighbours=neighbours), before[1], found[1])
    for gone, _ in left[len(others) :]:
        yield Changed(range(0), Span(0, 0), gone, (Difference("wording", gone, "", 0, len(gone), 0, 0),))


def _same_texts(approved: Sequence[_Text], found: Sequence[_Text]) -> dict[int, _Text]:
    """The approved text that says the same as a found one, by the number of the found one, as far as there is one.

    A text is compared with the one of the same rank and with a few that share most of its rarer words: many places
    with many approved texts would take the square of the time.
    """
    left = Counter(approved)
    known = list(left)
    with_word = places_of_words(_words(text) for text, _ in known)
    same = {}
    for number, one in enumerate(found):
        near = sharing(with_word, _words(one[0]), _COMPARED) if len(known) > _COMPARED else range(len(known))
        candidates = dict.fromkeys((*approved[number : number + 1], *(known[at] for at in near)))
        fitting = next((each for each in candidates if left[each] and _is_same(each, one)), None)
        if fitting is not None:
            same[number] = fitting
            left[fitting] -= 1
    return same


def _words(text: str) -> set[str]:
    """The words of a text, and its facts, which house style writes in other words."""
    tokens = tokenize(text)
    return {*keys(tokens), *(f"{one.kind} {one.value}" for one in read_facts(tokens))}


def _is_exact(index: Index, place: range, approved: Context) -> bool:
    """Whether sentences outside tables are letter for letter the approved ones; most are."""
    article = index.article
    first, last = article.sentences[place[0]], article.sentences[place[-1]]
    kind = article.blocks[first.block].kind
    is_quoted = kind is Kind.QUOTATION
    same = approved.quoted == is_quoted and approved.sentence == _flat(article.text[first.start : last.end])
    return same and kind is not Kind.CELL


def _without(items: Iterable[_Item], gone: Mapping[_Text, int], text: Callable[[_Item], _Text]) -> list[_Item]:
    """The items without the first ones that have these texts."""
    left = Counter(gone)
    kept = []
    for one in items:
        if left[text(one)]:
            left[text(one)] -= 1
        else:
            kept.append(one)
    return kept


def _is_same(approved: tuple[str, bool], found: tuple[str, bool]) -> bool:
    return approved[1] == found[1] and not differences(approved[0], found[0])


def _requoted(one: Changed, before: bool, now: bool) -> Changed:
    """A changed place whose differences name the block quotation that it came into or out of."""
    if before == now:
        return one
    start = one.span.start
    texts = ("", BLOCK_QUOTATION) if now else (BLOCK_QUOTATION, "")
    return one._replace(differences=(Difference("quotation", *texts, 0, 0, start, start), *one.differences))


def _joined(context: Context, *, neighbours: bool) -> str:
    return " ".join(filter(None, (context.before, context.sentence, context.after) if neighbours else context[:1]))


def differences(approved: str, found: str) -> tuple[Difference, ...]:
    """What differs between two sentences, none if all is house style; offsets count characters of the two."""
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
    if cells := _cells(index, [article.sentences[one].block for one in place]):
        whole = Span(article.blocks[cells[0].block].start, article.blocks[cells[-1].block].end)
        return Changed(place, whole, approved, tuple(_in_cells(index, cells, approved, found)))
    tokens = index.tokens_in(span)
    there = index.tokens[tokens.start : tokens.end]
    return Changed(place, span, approved, _comparison(tokenize(approved), there, approved, article.text))


def _in_cells(index: Index, cells: Sequence[Cell], approved: str, found: str) -> Iterator[Difference]:
    """Yield what differs in a row, each at its cell; if it has more or fewer cells than approved, at the first."""
    blocks = [index.article.blocks[cell.block] for cell in cells]
    pairs = list(zip(approved.split(BETWEEN), map(partial(_cell, index), cells), blocks, strict=False))
    if len(cells) != approved.count(BETWEEN) + 1:
        pairs = [(approved, found, blocks[0])]
    before = 0
    for expected, there, block in pairs:
        for one in differences(expected, there) if expected != there else ():
            start, end = before + one.approved_start, before + one.approved_end
            yield one._replace(approved_start=start, approved_end=end, start=block.start, end=block.end)
        before += len(expected) + len(BETWEEN)


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
