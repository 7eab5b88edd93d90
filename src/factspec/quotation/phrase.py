"""Names and noun phrases in tokens, as far as they can be the subject of a verb of saying.

Not a grammar of English: closed lists of prepositions and determiners, and capital letters. A quotation is one token,
with `QUOTED` for its key, so that what is quoted is never read as a subject.
"""

from collections.abc import Sequence
from typing import NamedTuple

from factspec.lexicon.gazetteer import ALONE
from factspec.lexicon.persons import BODIES, PARTICLES, PRONOUNS, TITLES
from factspec.quotation.names import (
    BEFORE_OBJECTS,
    BESIDE,
    DETERMINERS,
    NO_NAMES,
    OF,
    PLACING,
    TIMES,
    is_name,
    joins,
    name_follows,
    run_end,
    run_start,
)
from factspec.text.tokens import Token

QUOTED = "\u201c\u201d"
"""The key of the token that stands for a whole quotation."""

# What opens a clause of a name before a verb, and is no preposition there.
_CLAUSES = frozenset(["after", "before", "until", "since"])
# What links a body's name, or its neighbour's, to a noun before it.
_LINKING = OF | BESIDE
_LONGEST = 7
# How one of an age is called.
_AGED = ["year", "-", "old"]
# What an office is called that is held no more: "the late mayor".
_FORMER = frozenset(["late", "then"])


class Phrase(NamedTuple):
    """A noun phrase: the half-open range of its tokens, and whether it is a name (a pronoun and an office are none)."""

    start: int
    end: int
    is_name: bool


def name_ending(tokens: Sequence[Token], last: int) -> Phrase | None:
    """The name whose last token has this index."""
    return Phrase(run_start(tokens, last), last + 1, is_name=True) if is_name(tokens[last]) else None


def phrase_ending(tokens: Sequence[Token], last: int) -> Phrase | None:
    """The noun phrase whose last token has this index, times and places after it passed over."""
    for _ in range(_LONGEST):
        if last < 0 or not tokens[last].text[0].isalpha():
            return None
        if tokens[last].key.lower() in PRONOUNS:
            return Phrase(last, last + 1, is_name=False)
        named = is_name(tokens[last])
        start = run_start(tokens, last) if named else _determined(tokens, last)
        adverbial = _adverbial_start(tokens, start, last)
        if adverbial is None:
            return _with_head(tokens, start, last, named)
        last = adverbial - 1
    return None


def _adverbial_start(tokens: Sequence[Token], start: int, last: int) -> int | None:
    """Where "on Tuesday" or "in Beijing" starts, if the run from `start` to `last` ends one."""
    if start and tokens[start - 1].key in _CLAUSES and is_name(tokens[last]):
        return None  # "after Ada Lind said"
    timed = tokens[last].key.lower() in TIMES
    first = start
    while first > 0 and tokens[first - 1].key in (PLACING if first == start else PLACING | {"the"}):
        first -= 1
    return first if timed or first < start else None


def _with_head(tokens: Sequence[Token], start: int, last: int, named: bool) -> Phrase:
    """The phrase that a run belongs to: "the Kremlin", "a spokesman for the Kremlin", "Xi and Putin"."""
    first = start - 1 if named and start and tokens[start - 1].key == "the" else start
    head = _head_start(tokens, first)
    if head < first:
        return Phrase(head, last + 1, is_name=False)
    if is_aged(tokens, max(start - len(_AGED), 0), last + 1):
        return Phrase(_determined(tokens, start - 1), last + 1, is_name=False)
    if named and first > 1 and tokens[first - 1].key == "and" and is_name(tokens[first - 2]):
        first = run_start(tokens, first - 2)
    return Phrase(first, last + 1, is_name=named)


def _head_start(tokens: Sequence[Token], first: int) -> int:
    """Where the noun starts that others hang on before a token: "a critic of the Ministry of | Health"."""
    while first and tokens[first - 1].key in _LINKING | {"in", "at"}:
        name = name_ending(tokens, first - 2) if first > 1 else None
        first = name.start if name else _determined(tokens, first - 2)
        if name and first > 1 and tokens[first - 1].key == "the" and tokens[first - 2].key in _LINKING | {"in", "at"}:
            first -= 1
    return first


def _determined(tokens: Sequence[Token], last: int) -> int:
    """Where the noun phrase without a name starts that ends here: at its determiner, else at its noun."""
    for first in range(last, max(last - _LONGEST, -1), -1):
        if tokens[first].key in DETERMINERS or tokens[first].key.endswith("'s"):
            return first
        if not _in_noun(tokens, first) or tokens[first].key in BEFORE_OBJECTS:
            break
    return max(last, 0)


def _in_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token may stand inside a noun's words: letters, an age ("the 44-year-old"), a hyphen in a word."""
    if tokens[at].text == "-":
        return at > 0 and tokens[at - 1].end == tokens[at].start
    return tokens[at].text[0].isalnum()


def phrase_starting(tokens: Sequence[Token], first: int) -> Phrase | None:
    """The noun phrase whose first token has this index: after `said` or `according to`."""
    end = first
    while end < len(tokens) and end - first < _LONGEST + 3 and _continues(tokens, end, first):
        end += 1
    if end == first:
        return None
    linked = any(token.key in _LINKING for token in tokens[first:end])
    names = [at for at in range(first, end) if is_name(tokens[at]) and not tokens[at].key.endswith("'s")]
    if all(tokens[at].key.lower() in TITLES for at in names) or is_aged(tokens, first, end):
        names = []  # "said its MP, Alan Mott", "said the 22-year-old Estonian"
    owner = max((at for at in range(first, end) if tokens[at].key.endswith("'s")), default=-1)
    owned = bool(names) and owner > names[-1]  # "Ines Calder's lawyer": who speaks has no name in that
    last = _apposed(tokens, end) if linked or not names or owned else 0
    if last:
        return Phrase(end + 1 if owned else first, last, is_name=True)
    if not names or linked or owned:
        return Phrase(first, end, is_name=False)
    start = max(run_start(tokens, names[-1]), first)
    if start > first and tokens[start - 1].key == "the":
        start -= 1
    return Phrase(start, names[-1] + 1, is_name=True)


def _apposed(tokens: Sequence[Token], comma: int) -> int:
    """Where the name behind a comma ends that says who an office is: "said its chairman, Ada Lind."; 0 for none."""
    first = comma + 1
    if first >= len(tokens) or tokens[comma].key != "," or not is_name(tokens[first]):
        return 0
    last = run_end(tokens, first, len(tokens))
    closed = last == len(tokens) or not tokens[last].text[0].isalpha() or tokens[last].key in PLACING | {"who"}
    return last if closed and not tokens[last - 1].key.endswith("'s") else 0


def _is_part(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether "of" or "for" stands inside the name of a body or an office: "the Ministry of Health"."""
    following = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].key == "the")
    named = following < len(tokens) and is_name(tokens[following])
    headed = tokens[first].key == "the" or tokens[at - 1].key.lower() in TITLES | BODIES
    return tokens[at].key in ("of", "for") and named and headed


def is_aged(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a noun phrase calls somebody by age, and maybe by trade or people: "the 22-year-old Estonian"."""
    words = [token.key.lower() for token in tokens[first:end]]
    return words[-3:] == _AGED or (words[-4:-1] == _AGED and not (is_name(tokens[end - 1]) and words[-1] not in ALONE))


def _continues(tokens: Sequence[Token], at: int, first: int) -> bool:
    token = tokens[at]
    key = token.key.lower()
    if key in PRONOUNS:
        return at == first
    if at > first and tokens[at - 1].key.lower() in PRONOUNS:
        return False
    if token.text == "-":
        return at > first and tokens[at - 1].end == token.start
    if token.text == "." or key in PARTICLES:
        return at > first and joins(tokens, at) and name_follows(tokens, at + 1, len(tokens))
    if key in OF:
        return at > first and (not is_name(tokens[at - 1]) or _is_part(tokens, at, first))
    if key in _FORMER and at > first and tokens[at - 1].key in DETERMINERS:
        return at + 1 < len(tokens) and not is_name(tokens[at + 1])
    return token.text[0].isalnum() and key not in PLACING | TIMES | NO_NAMES | frozenset(["who", "when", "as"])
