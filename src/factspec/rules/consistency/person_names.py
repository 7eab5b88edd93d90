"""The persons that an article names, and names of one person that differ in spelling or first name.

A heuristic over capitals: a first and a family name, titles before them, and the family name alone. Two people of one
family, or with like names, look the same.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factspec.articles.draft import Kind
from factspec.claims.index import Index
from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.names import ALONE
from factspec.language.people import TITLES
from factspec.language.places import Span

_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
# Words that end the name of a body, a place or a thing, not a person's: closed over institutions and places.
_NO_FAMILY = frozenset(
    """court house party council committee commission bank street road avenue park river lake sea ocean island islands
    university college school institute museum church cathedral bridge tower square city county state states union
    league association company group times post news journal agency office ministry department army navy force forces
    act law bill treaty agreement accord summit games cup day week world airport station center centre hall hotel
    hospital building dam valley mountain mountains bay coast peninsula province district region foundation fund
    society club team union federation republic kingdom war prize award service authority assembly parliament senate
    congress board trust railway line ocean gulf strait canal desert forest north south east west""".split()
)
# Blocks in which every word may have a capital, or that are not prose.
_NO_BODY = frozenset({Kind.HEADING, Kind.TITLE, Kind.CODE})
_SHORTEST = 5
_LIKE = 4
# Letters that transliteration and house style write in several ways (ISO 9, BGN/PCGN, German umlauts).
_FOLDS = (
    ("yy", "y"), ("iy", "y"), ("ij", "y"), ("ii", "y"), ("ey", "y"), ("ei", "y"), ("tsch", "ch"), ("tch", "ch"),
    ("sch", "sh"), ("ph", "f"), ("kh", "h"), ("ks", "x"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"),
    ("j", "y"), ("w", "v"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1")


class Mention(NamedTuple):
    """A person as named in one place: folded names (`first` may be empty) and the token range.

    `opens` if it is one word at the start of a sentence, which may be no name.
    """

    first: str
    family: str
    tokens: Span
    opens: bool = False


class Variant(NamedTuple):
    """Two mentions that may be of one person, as ranges of `Article.text`, and what differs: name or first."""

    kind: str
    before: Span
    here: Span


def variants(index: Index) -> Iterator[Variant]:
    """The names that are written or given in two ways; each pair once, at the first place of the second one."""
    mentions = list(_mentions(index))
    full = [mention for mention in mentions if mention.first]
    known = {folded(mention.family) for mention in full}
    mentions = [mention for mention in mentions if not mention.opens or folded(mention.family) in known]
    if not full:
        return
    yield from _spellings(index, mentions)
    by_family: dict[str, dict[str, Mention]] = {}
    for mention in full:
        by_family.setdefault(mention.family, {}).setdefault(mention.first, mention)
    for firsts in by_family.values():
        for one, other in _pairs(list(firsts.values())):
            together = index.sentence_of(one.tokens.start) == index.sentence_of(other.tokens.start)
            if not together and _alike(one.first, other.first):
                yield _variant(index, "first", one, other)


def _pairs(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each mention with the ones before it; of many namesakes only neighbours, so that time stays linear."""
    if len(mentions) > 20:
        yield from pairwise(mentions)
        return
    for at, other in enumerate(mentions):
        for one in mentions[:at]:
            yield one, other


def _variant(index: Index, kind: str, one: Mention, other: Mention) -> Variant:
    return Variant(kind, index.span(one.tokens), index.span(other.tokens))


def _spellings(index: Index, mentions: Sequence[Mention]) -> Iterator[Variant]:
    families = {mention.family for mention in mentions if mention.first}
    known = {folded(family): family for family in families}
    spelled: dict[str, dict[str, Mention]] = {}
    for mention in mentions:
        if len(mention.family) >= _SHORTEST and folded(mention.family) in known:
            spelled.setdefault(folded(mention.family), {}).setdefault(mention.family, mention)
    firsts: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.first:
            firsts.setdefault(mention.family, set()).add(folded(mention.first))
    for forms in spelled.values():
        for one, other in pairwise(forms.values()):
            # First names distinguish two persons.
            mine, theirs = firsts.get(one.family), firsts.get(other.family)
            if not mine or not theirs or not mine.isdisjoint(theirs):
                yield _variant(index, "name", one, other)


def _mentions(index: Index) -> Iterator[Mention]:
    """The mentions of persons in order; headings, in which every word may have a capital, are left out."""
    keys = index.token_keys
    for run in _runs(index):
        first = run.start
        while first < run.end and _word(keys[first]) in TITLES:
            first += 1
        words = [_word(key) for key in keys[first : run.end]]
        if not 1 <= len(words) <= 3 or not _personal(words) or len(words[-1]) < 3:
            continue
        before = keys[run.start - 1] if run.start else ""
        if len(words) > 1 and first == run.start and before in {"the", "a", "an", "of"}:
            continue
        opens = run.start == 0 or before in {".", "!", "?", ":", '"', "'", "-"}
        given = words[0] if len(words) > 1 else ""
        lone = len(words) == 1 and opens and first == run.start
        yield Mention(given, words[-1], Span(first, run.end), lone)


def _personal(words: Sequence[str]) -> bool:
    return not any(
        word in ALONE or word in _TIMES or word in _NO_FAMILY or word in FUNCTION_WORDS or word in TITLES
        for word in words
    )


def _word(key: str) -> str:
    return key.removesuffix("'s").lower()


def _runs(index: Index) -> Iterator[Span]:
    """The runs of capitalised words with one space between, in body text."""
    keys = index.token_keys
    capitals = [at for at, text in enumerate(index.tokens.texts) if text[0].isupper() and not text.isupper()]
    start = end = -1
    for at in [*capitals, len(keys)]:
        if at == end and at < len(keys) and _follows(index, at):
            end = at + 1
            continue
        if 0 <= start < end and _in_body(index, start):
            yield Span(start, end)
        start, end = at, at + 1
        if at < len(keys) and keys[at] in FUNCTION_WORDS:
            start = end


def _follows(index: Index, at: int) -> bool:
    end, start = index.tokens.ends[at - 1], index.tokens.starts[at]
    return start == end + 1 and index.article.text[end] == " " and not index.token_keys[at - 1].endswith("'s")


def _in_body(index: Index, token: int) -> bool:
    article = index.article
    return article.blocks[article.sentences[index.sentence_of(token)].block].kind not in _NO_BODY


@lru_cache(maxsize=2048)
def folded(name: str) -> str:
    """A name in lower case without the letters that transliteration and house style write in several ways."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
    for written, one in _FOLDS:
        plain = plain.replace(written, one)
    plain = _DOUBLED.sub(r"\1", plain)
    return plain[:-1] + "y" if plain.endswith("i") else plain


def _alike(one: str, other: str) -> bool:
    """Whether two first names may be slips for one another; "Dan" and "Daniel", or "Mario" and "Maria", are not."""
    if one[0] != other[0] or one.startswith(other) or other.startswith(one):
        return False
    if folded(one) == folded(other):
        return True
    if one[:-1] == other[:-1] or min(len(one), len(other)) < _SHORTEST:
        return False
    return one[:_LIKE] == other[:_LIKE] or _distance(one, other) <= 1


def _distance(one: str, other: str) -> int:
    """How many letters must be changed, put in or left out to make one word of another; 2 if it is more than one."""
    from rapidfuzz.distance.Levenshtein import distance

    return int(distance(one, other, score_cutoff=1))
