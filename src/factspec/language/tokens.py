"""The tokens of a text: words, numbers and signs, each with the folded key it is compared by, and how to find them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache, partial
from itertools import accumulate
from typing import NamedTuple, overload

# Scripts without spaces between words: each of their letters is a token.


# Burmese, Thai and Lao, Khmer, kana, Han with its extensions and compatibility forms.
_RANGES = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
FIRST = _RANGES[0][0]
"""The first of these letters; most characters of texts are below it."""
# These letters as a character class, which takes two milliseconds to compile.
LETTERS = "".join(f"{first}-{last}" for first, last in _RANGES)


def is_unspaced(character: str) -> bool:
    """Whether a character is a letter of a script without spaces between words."""
    return any(first <= character <= last for first, last in _RANGES)


class Token(NamedTuple):
    """One word, number or sign of a text.

    `text` is as written and `key` is what is compared; `start` and `end` are offsets in code points.
    """

    text: str
    key: str
    start: int
    end: int


# Characters that belong to the letter before them: combining marks, soft hyphen, zero-width joiners, word joiner. No
# class has more than two ranges beyond Latin-1, because compiling it would take as long as all the rest.
_MARKS = r"[\u00ad\u0300-\u036f]|[\u200c\u200d\u2060]"
# A character is neither such a mark nor an invisible mark of direction or order.
_SEEN = r"(?<![\u00ad\u0300-\u036f])(?<![\u200b-\u200f\u202a-\u202e])(?<![\u2060\u2066-\u2069])(?<!\ufeff)"


def _pattern(letter: str, *, alone: str = "") -> re.Pattern[str]:
    """The pattern of a token and, as a second group, the space after it.

    `letter` matches a letter of a word; `alone` is an alternative for letters that are each a token.
    """
    return re.compile(
        rf"""
        ( [A-Za-z]++(?=[ ,\n])                             # most words, found at once
        | (?:[A-Za-z]\.){{2,}}(?:[A-Za-z](?![^\W_]))?        # U.S.  U.S.A  a.m.
        | \d+(?:[.,:\u00a0]\d+|[\u202f\u2009]\d+)*           # 1,200  3.5  19:30  1 200 with a no-break space
        {alone}
        | {letter}(?:{letter}|{_MARKS}|'(?={letter})|[\u2019\u02bc](?={letter}))*  # word  isn't  O’Brien
        | \.\.\.+ | \u2026 | --+
        | \S{_SEEN} )
        ([ ]?)
        """,
        re.VERBOSE,
    )


_TOKEN = _pattern(r"[^\W\d_]")

_SIGNS = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4\u2039\u203a", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
}
_FOLDED_SIGNS = str.maketrans({**_SIGNS, **dict.fromkeys(map(chr, (0xAD, 0x200C, 0x200D, 0x2060)), None)})

# Words that are another word in lower case, so their case is kept: abbreviations in capitals, months, peoples and
# places that spell a common English word.
_CAPITALS_DIFFER = frozenset({"us", "it", "who", "aids"})
_TITLE_DIFFERS = frozenset({"may", "march", "august", "turkey", "china", "polish", "job", "lent"})
# Units that case distinguishes (SI brochure, 9th ed., tables 7 and 8; IEC 80000-13).
_CASE_IS_MEANING = frozenset({"mw", "mwh", "mb", "gb", "kb", "tb", "mv", "ma", "mhz", "mpa"})

# Makes a token from a row of its fields, without a call into Python code.
_new_token = partial(tuple.__new__, Token)
# The keys of longer words are not cached.
_LONG = 64


def typeset(word: str) -> str:
    """A word with its typography unified: NFC, one form of apostrophe and dash, no soft hyphen; its case is kept."""
    return word if word.isascii() else unicodedata.normalize("NFC", word.translate(_FOLDED_SIGNS))


@lru_cache(maxsize=8192)
def fold_word(word: str) -> str:
    """The key of a word or sign: NFC, one form of quote and dash, no soft hyphen, lower case if that is safe."""
    if not word[0].isalnum():
        return "..." if word[:3] == "..." or word == "\u2026" else _SIGNS.get(word[0], word[0])
    word = typeset(word)
    if word[:1].isalpha() and "." in word:
        word = word.replace(".", "")
        return word if word.isupper() else word.lower()
    lower = word.lower()
    if lower == word:
        return word
    if lower in _CASE_IS_MEANING:
        return word
    if lower in _CAPITALS_DIFFER:
        return word if word.isupper() and len(word) > 1 else lower
    return word if lower in _TITLE_DIFFERS else lower


class Tokens(Sequence[Token]):
    """The tokens of a long text in order, as columns of their fields; each `Token` is made on demand."""

    __slots__ = ("ends", "keys", "starts", "texts")

    def __init__(self, texts: Sequence[str], keys: tuple[str, ...], starts: Sequence[int], ends: Sequence[int]) -> None:
        """Keep the columns, which are equally long."""
        self.texts = texts
        self.keys = keys
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...

    def __getitem__(self, at: int | slice) -> Token | tuple[Token, ...]:
        """One token, or those of a range."""
        if isinstance(at, slice):
            return tuple(
                map(_new_token, zip(self.texts[at], self.keys[at], self.starts[at], self.ends[at], strict=True))
            )
        return _new_token((self.texts[at], self.keys[at], self.starts[at], self.ends[at]))


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order; white space, zero-width and bidi controls are not tokens."""
    return tokens_of(text)[:]


def tokens_of(text: str) -> Tokens:
    """`tokenize` for a long text, of which few tokens are used."""
    # The pieces are skipped text, a token and its space, again and again. No step runs Python code for each token.
    pieces = _pattern_for(text).split(text)
    words = pieces[1::3]
    ends = list(accumulate(map(len, pieces)))
    fold = fold_word if max(map(len, words), default=0) < _LONG else _fold_any
    return Tokens(words, tuple(map(fold, words)), ends[:-1:3], ends[1::3])


def _fold_any(word: str) -> str:
    return fold_word(word) if len(word) < _LONG else fold_word.__wrapped__(word)


def _pattern_for(text: str) -> re.Pattern[str]:
    if text.isascii():
        return _TOKEN
    return _with_unspaced() if any(map(is_unspaced, [sign for sign in set(text) if sign >= FIRST])) else _TOKEN


@cache
def _with_unspaced() -> re.Pattern[str]:
    return _pattern(rf"(?:[^\W\d_{LETTERS}])", alone=f"| [{LETTERS}]")


def keys(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The folded keys of tokens."""
    return tuple([token[1] for token in tokens])


# Tokens for several readers: the keys that each of them looks for are found once.


DIGIT = "0"
"""In `IndexedTokens.present`: any key that begins with a digit or a fraction."""

CONTRACTED = "n't"
"""In `IndexedTokens.present`: any contracted "not"."""

COLON = ":"
"""In `IndexedTokens.present`: any key with a colon in it."""


class IndexedTokens(tuple[Token, ...]):  # noqa: SLOT001 (a tuple's subclass can have no slots but empty ones)
    """Tokens in order, with an index of keys for readers that each look for some of them.

    `hits` are the indexes and keys of the tokens that a reader watches or that are not plain words. `present` are
    these keys, with `DIGIT`, `CONTRACTED` and `COLON` if such a key is among them. `memory` keeps what one reader
    found for the next one.
    """

    hits: list[tuple[int, str]]
    present: frozenset[str]
    memory: dict[str, object]


def index_tokens(tokens: Iterable[Token], watched: Set[str]) -> IndexedTokens:
    """Index tokens by the watched keys, which their readers look up by `places`."""
    indexed = IndexedTokens(tokens)
    indexed.hits = [(at, token[1]) for at, token in enumerate(indexed) if token[1] in watched or not token[1].isalpha()]
    present = {key for _, key in indexed.hits}
    for key in [key for key in present if not key.isalpha()]:
        if key[0].isnumeric():
            present.add(DIGIT)
        if key.endswith(CONTRACTED):
            present.add(CONTRACTED)
        if COLON in key:
            present.add(COLON)
    indexed.present = frozenset(present)
    indexed.memory = {}
    return indexed


def places(tokens: Sequence[Token], table: Mapping[str, object] | Set[str], *, digits: bool = False) -> list[int]:
    """The indexes, in order, of the tokens with a key in a table; with `digits` also of those that begin with one."""
    hits = tokens.hits if isinstance(tokens, IndexedTokens) else [(at, token[1]) for at, token in enumerate(tokens)]
    if digits:
        return [at for at, key in hits if key in table or key[0].isnumeric()]
    return [at for at, key in hits if key in table]


# Phrases of a table found in tokens.


class PhraseMatch(NamedTuple):
    """The name of a phrase in its table and its half-open range of token indexes."""

    name: str
    first: int
    last: int


PhraseIndex = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def phrase_table(rows: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """The name of each phrase, as keys of tokens; a row has a name and its phrases, separated by bars."""
    return {tuple(phrase.split()): name for name, phrases in rows.items() for phrase in phrases.split("|")}


def index_of(table: Mapping[tuple[str, ...], str]) -> PhraseIndex:
    """A table of phrases by their first key, the longest phrase first."""
    index: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for phrase, name in table.items():
        index[phrase[0]].append((phrase, name))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in index.items()}


def phrases_in(tokens: Sequence[Token], index: PhraseIndex) -> Iterator[PhraseMatch]:
    """The longest phrase of the index at each place where one begins; two may overlap."""
    for first in places(tokens, index):
        rows = index[tokens[first].key]
        ahead = tuple([token.key for token in tokens[first : first + len(rows[0][0])]])
        for phrase, name in rows:
            if ahead[: len(phrase)] == phrase:
                yield PhraseMatch(name, first, first + len(phrase))
                break


def common_ends(approved: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[int, int]:
    """How many elements two sequences share at the head, and how many of the rest at the tail."""
    limit = min(len(approved), len(found))
    head = 0
    while head < limit and approved[head] == found[head]:
        head += 1
    limit -= head
    tail = 0
    while tail < limit and approved[-1 - tail] == found[-1 - tail]:
        tail += 1
    return head, tail
