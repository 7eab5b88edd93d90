r"""The engine of the frames: patterns over the words of a sentence, and rows that say what the words they find do.

A pattern is a line of items with spaces between them:

| item | finds |
|---|---|
| `said`, `said\|says` | this word or sign, or one of these |
| `DENIAL`, `DENIAL\|not` | a word or phrase of this class of `classes.py`, or this word |
| `_`, `!X` | any word or sign; any but X |
| `X?`, `X*`, `X{0,3}` | X once or not at all; any number of times; so many times; as few as possible |
| `-X` | nothing, where X does not follow |
| `<`, `$` | nothing, at the beginning and at the end of what is read of the sentence |
| `^`, `>` | nothing, where a word follows; where a sign or the end does |
| `(`, `)` | nothing: the words between them are the ones that are shown |
| `~` | the approved words, before or after which the others are |
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from factspec.claims.frames.classes import CLASSES
from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.places import Span

CUT = "\u0000"
"""The first of some keys where words before them are not read, so that they do not begin their sentence."""

_ITEM = re.compile(r"(?P<sign>[!-]?)(?P<words>.+?)(?P<times>\?|\*|\{\d+,\d+\})?")
_PLACES = frozenset("< $ ^ >".split())
_SHOWN = frozenset("( )".split())
_MANY = 1000
_ANY = "_"
_COMMON = FUNCTION_WORDS | frozenset(', ; : - -- ( [ "'.split())


class Row(NamedTuple):
    """One frame: what it does, its pattern, and two sentences with the approved words in brackets.

    The first sentence is framed so, and may be empty; the second is not framed. `unless` names conditions in code.
    """

    does: str
    pattern: str
    unless: tuple[str, ...]
    example: str
    counter_example: str


class _Item(NamedTuple):
    """An item of a pattern that finds words: these, those with an ending, phrases; or any (but these, with `!`)."""

    sign: str
    words: frozenset[str]
    endings: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    least: int
    most: int

    def size(self, keys: Sequence[str], at: int, step: int) -> int:
        """How many of the keys it finds from an index on, or (`step` -1) up to an index; 0 for none."""
        place = at if step > 0 else at - 1
        if not 0 <= place < len(keys):
            return 0
        key = keys[place]
        if key in self.words or _ANY in self.words or (self.endings and key.endswith(self.endings)):
            return int(self.sign != "!")
        found = self._phrase(keys, at, step) if self.phrases else 0
        return found if self.sign != "!" else int(not found)

    def _phrase(self, keys: Sequence[str], at: int, step: int) -> int:
        for phrase in self.phrases:
            size = len(phrase)
            if tuple(keys[at : at + size] if step > 0 else keys[max(at - size, 0) : at]) == phrase:
                return size
        return 0


_Items = tuple[_Item | str, ...]


class Rows:
    """A table of rows, which are tried in their order on the words before or after a place."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)

    @cached_property
    def _patterns(self) -> tuple[tuple[Row, int, _Items, frozenset[str] | None], ...]:
        """Each row with the direction in which it is read from the approved words, its items and what it needs."""
        return tuple((row, 1 if row.pattern.startswith("~") else -1, *_read(row.pattern)) for row in self.rows)

    @cached_property
    def cues(self) -> frozenset[str] | None:
        """Words without any of which no row finds anything; None if some row needs none."""
        needs = [need for *_, need in self._patterns]
        return None if None in needs else frozenset().union(*(need for need in needs if need))

    @cached_property
    def last(self) -> frozenset[str]:
        """The words with which what the rows show can end."""
        last = (items[items.index(")") + 1] for _, _, items, _ in self._patterns)
        return frozenset().union(*(item.words for item in last if isinstance(item, _Item)))

    def found(self, keys: Sequence[str]) -> Iterator[tuple[Row, Span]]:
        """The rows that find something in these keys, with the shown words as a range of them."""
        present = frozenset(keys)
        if not keys or (self.cues is not None and self.cues.isdisjoint(present)):
            return
        for row, step, items, need in self._patterns:
            if need is None or not need.isdisjoint(present):
                shown = _match(_Place(items, keys, step), 0 if step > 0 else len(keys))
                if shown:
                    yield row, shown


def rows(table: str) -> Rows:
    """A table of rows: class and pattern (`unless` conditions) in one line, the examples in the next two."""
    found: list[Row] = []
    for line in table.strip().splitlines():
        sign, _, text = line.strip().partition(" ")
        if sign == "+":
            found[-1] = found[-1]._replace(example=text)
        elif sign == "-":
            found[-1] = found[-1]._replace(counter_example=text)
        else:
            pattern, _, unless = text.partition(" unless ")
            found.append(Row(sign, pattern, tuple(unless.split()), "", ""))
    return Rows(found)


def _read(pattern: str) -> tuple[_Items, frozenset[str] | None]:
    """The items of a pattern from the approved words on, and words of which some keys must have one, rare ones."""
    before, _, after = pattern.partition("~")
    items = tuple(_item(item) for item in (before.split()[::-1] or after.split()))
    sets = [
        item.words.union(phrase[-1] for phrase in item.phrases) if item.phrases else item.words
        for item in items
        if isinstance(item, _Item) and not item.sign and item.least and not item.endings and _ANY not in item.words
    ]
    return items, min(sets, key=lambda words: (not words.isdisjoint(_COMMON), len(words)), default=None)


@cache
def _item(text: str) -> _Item | str:
    match = _ITEM.fullmatch(text)
    if text in _PLACES or text in _SHOWN or match is None:
        return text
    least, most = 1, 1
    if match["times"]:
        least, most = {"?": (0, 1), "*": (0, _MANY)}.get(match["times"]) or map(int, match["times"][1:-1].split(","))
    return _Item(match["sign"], *_named(match["words"]), least, most)


@cache
def _named(names: str) -> tuple[frozenset[str], tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The words, the endings and the phrases that an item names, its classes written out."""
    named = frozenset().union(*(CLASSES.get(name, {name}) for name in names.split("|")))
    others = [word for word in named if " " in word or word[0] == "*"]
    endings = tuple(word[1:] for word in others if word[0] == "*")
    return named.difference(others), endings, tuple(tuple(word.split()) for word in others if " " in word)


class _Place(NamedTuple):
    """What is matched: items, keys, and in which direction both are read."""

    items: _Items
    keys: Sequence[str]
    step: int

    def holds(self, item: str, at: int) -> bool:
        """Whether an index is a place of this kind."""
        if item in "<$":
            return at == (0 if item == "<" else len(self.keys))
        return (at < len(self.keys) and self.keys[at][0].isalnum()) == (item == "^")


def _match(place: _Place, at: int, first: int = 0, shown: tuple[int, ...] = ()) -> Span | None:
    """The words that are shown of what the items from one on find from an index on; None if they find nothing."""
    for number in range(first, len(place.items)):
        item = place.items[number]
        if isinstance(item, _Item):
            if item.most > 1 or not item.least:
                return _repeated(place, item, at, number, shown)
            size = item.size(place.keys, at, 1 if item.sign == "-" else place.step)
            if (size > 0) == (item.sign == "-"):
                return None
            at += 0 if item.sign == "-" else size * place.step
        elif item in _SHOWN:
            shown = (*shown, at)
        elif not place.holds(item, at):
            return None
    return Span(min(shown), max(shown)) if shown else Span(at, at)


def _repeated(place: _Place, item: _Item, at: int, number: int, shown: tuple[int, ...]) -> Span | None:
    """The same where the first item is repeated, as few times as possible."""
    for times in range(item.most + 1):
        found = _match(place, at, number + 1, shown) if times >= item.least else None
        size = 0 if found else item.size(place.keys, at, place.step)
        if not size:
            return found
        at += size * place.step
    return None
