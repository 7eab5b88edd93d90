"""Names and noun phrases in tokens, as far as they can be the subject of a verb of saying.

Not a grammar of English: closed lists of prepositions and determiners, and capital letters. A quotation is one token,
with `QUOTED` for its key, so that what is quoted is never read as a subject.
"""

from collections.abc import Sequence
from typing import NamedTuple

from factspec.lexicon.persons import PARTICLES, PRONOUNS, TITLES
from factspec.text.tokens import Token

QUOTED = "\u201c\u201d"
"""The key of the token that stands for a whole quotation."""

_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "one", "another", "this", "that"])
_OF = frozenset(["of", "for", "to", "from", "with"])
_PLACING = frozenset(["in", "on", "at", "during", "after", "before", "since", "late", "early", "last", "this", "next"])
_BEFORE_OBJECTS = (
    _OF | _PLACING | frozenset(["by", "about", "against", "as", "between", "over", "under", "into", "than"])
)
_OPENERS = _BEFORE_OBJECTS | frozenset(
    ["when", "while", "though", "although", "following", "asked", "speaking", "if", "despite"]
)
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight earlier later monday's""".split()
)
_NO_NAMES = frozenset(
    """but and or so yet then there here now what why how who which that this these those it's that's i we you our my
    your if when while as not no yes both all some many most such in on at""".split()
)
_OFFICES = TITLES | frozenset(
    """ministry government office department embassy agency kremlin leader official officials aide aides adviser
    report statement company court commission bank party source sources woman man""".split()
)
_LONGEST = 7
_MOST_JOINTS = 3


class Phrase(NamedTuple):
    """A noun phrase: the half-open range of its tokens, and whether it is a name (a pronoun and an office are none)."""

    start: int
    end: int
    is_name: bool


def is_name(token: Token) -> bool:
    """Whether a token can be part of a name: a capital letter, and no word that merely begins a sentence."""
    key = token.key.lower()
    return token.text[0].isupper() and key not in _NO_NAMES | _DETERMINERS | _TIMES | PRONOUNS | _OPENERS


def name_ending(tokens: Sequence[Token], last: int) -> Phrase | None:
    """The name whose last token has this index."""
    return Phrase(_run_start(tokens, last), last + 1, is_name=True) if is_name(tokens[last]) else None


def phrase_ending(tokens: Sequence[Token], last: int) -> Phrase | None:
    """The noun phrase whose last token has this index, times and places after it passed over."""
    for _ in range(_LONGEST):
        if last < 0 or not tokens[last].text[0].isalpha():
            return None
        if tokens[last].key.lower() in PRONOUNS:
            return Phrase(last, last + 1, is_name=False)
        named = is_name(tokens[last])
        start = _run_start(tokens, last) if named else _determined(tokens, last)
        adverbial = _adverbial_start(tokens, start, last)
        if adverbial is None:
            return _with_head(tokens, start, last, named)
        last = adverbial - 1
    return None


def _run_start(tokens: Sequence[Token], last: int) -> int:
    """Where the run of capitalised words that ends here starts."""
    start = last
    while start > 0 and not tokens[start - 1].key.endswith("'s"):
        joint = start - 1
        while joint > 0 and start - joint <= _MOST_JOINTS and _joins(tokens, joint):
            joint -= 1
        if not is_name(tokens[joint]) or tokens[joint].key.endswith("'s"):
            break
        start = joint
    return start


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token can stand inside a name: a hyphen, "von", the stop of an initial or a short title."""
    if tokens[at].text == ".":
        return is_name(tokens[at - 1]) and len(tokens[at - 1].text) <= 4
    return tokens[at].text == "-" or tokens[at].key in PARTICLES


def _adverbial_start(tokens: Sequence[Token], start: int, last: int) -> int | None:
    """Where "on Tuesday" or "in Beijing" starts, if the run from `start` to `last` ends one."""
    timed = tokens[last].key.lower() in _TIMES
    first = start
    while first > 0 and tokens[first - 1].key in (_PLACING if first == start else _PLACING | {"the"}):
        first -= 1
    return first if timed or first < start else None


def _with_head(tokens: Sequence[Token], start: int, last: int, named: bool) -> Phrase:
    """The phrase that a run belongs to: "the Kremlin", "a spokesman for the Kremlin", "Xi and Putin"."""
    first = start - 1 if named and start and tokens[start - 1].key == "the" else start
    if first and tokens[first - 1].key in _OF:
        head = name_ending(tokens, first - 2) if first > 1 else None
        return Phrase(head.start if head else _determined(tokens, first - 2), last + 1, is_name=False)
    if named and first > 1 and tokens[first - 1].key == "and" and is_name(tokens[first - 2]):
        first = _run_start(tokens, first - 2)
    return Phrase(first, last + 1, is_name=named)


def _determined(tokens: Sequence[Token], last: int) -> int:
    """Where the noun phrase without a name starts that ends here: at its determiner, else at its noun."""
    for first in range(last, max(last - _LONGEST, -1), -1):
        if tokens[first].key in _DETERMINERS or tokens[first].key.endswith("'s"):
            return first
        if not _in_noun(tokens, first) or tokens[first].key in _BEFORE_OBJECTS:
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
    linked = any(token.key in _OF for token in tokens[first:end])
    names = [at for at in range(first, end) if is_name(tokens[at]) and not tokens[at].key.endswith("'s")]
    last = _apposed(tokens, end) if linked or not names else 0
    if last:
        return Phrase(first, last, is_name=True)
    if not names or linked:
        return Phrase(first, end, is_name=False)
    owner = max((at for at in range(first, end) if tokens[at].key.endswith("'s")), default=-1)
    if owner > names[-1]:  # "Ines Calder's lawyer": who speaks has no name here
        return Phrase(first, end, is_name=False)
    start = max(_run_start(tokens, names[-1]), first)
    if start > first and tokens[start - 1].key == "the":
        start -= 1
    return Phrase(start, names[-1] + 1, is_name=True)


def _apposed(tokens: Sequence[Token], comma: int) -> int:
    """Where the name behind a comma ends that says who an office is: "said its chairman, Ada Lind."; 0 for none."""
    first = comma + 1
    if first >= len(tokens) or tokens[comma].key != "," or not is_name(tokens[first]):
        return 0
    last = _run_end(tokens, first, len(tokens))
    closed = last == len(tokens) or not tokens[last].text[0].isalpha() or tokens[last].key in _PLACING | {"who"}
    return last if closed and not tokens[last - 1].key.endswith("'s") else 0


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
        return at > first and _joins(tokens, at) and _name_follows(tokens, at + 1, len(tokens))
    if key in _OF:
        return at > first and not is_name(tokens[at - 1])
    return token.text[0].isalnum() and key not in _PLACING | _TIMES | _NO_NAMES | frozenset(["who", "when", "as"])


def clause_subject(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The likely subject of the clause of which `tokens[:end]` is the beginning; the first name, else none.

    What an opening preposition governs is no subject, nor is a possessive or what follows a preposition.
    """
    at = _main_clause(tokens, end)
    office = _office(tokens, at, end)
    if office:
        return office
    while at < end:
        token = tokens[at]
        if token.key.lower() in ("he", "she", "they"):
            return Phrase(at, at + 1, is_name=False)
        if not is_name(token):
            at += 1
            continue
        last = _run_end(tokens, at, end)
        before = tokens[at - 1].key if at else ""
        if before == "the" and at > 1:
            before = tokens[at - 2].key
        if before.lower() not in _BEFORE_OBJECTS and not tokens[last - 1].key.endswith("'s"):
            return Phrase(at, last, is_name=True)
        at = last
    return None


def _main_clause(tokens: Sequence[Token], end: int) -> int:
    if end and tokens[0].key.lower() in _OPENERS:
        return next((at + 1 for at in range(end) if tokens[at].key == ","), 0)
    return 0


def _office(tokens: Sequence[Token], at: int, end: int) -> Phrase | None:
    """The office that a clause begins with ("the Chinese leader"), unless a name follows it."""
    if at >= end or tokens[at].key not in _DETERMINERS:
        return None
    for last in range(at + 1, min(at + 5, end)):
        if tokens[last].key.lower() in _OFFICES:
            named = last + 1 < end and is_name(tokens[last + 1])
            return None if named else Phrase(at, last + 1, is_name=False)
    return None


def _run_end(tokens: Sequence[Token], first: int, end: int) -> int:
    last = first + 1
    while last < end and not tokens[last - 1].key.endswith("'s"):
        if not is_name(tokens[last]) and not (_joins(tokens, last) and _name_follows(tokens, last + 1, end)):
            break
        last += 1
    return last


def _name_follows(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a name goes on here, after particles or not."""
    for index in range(at, min(at + _MOST_JOINTS, end)):
        if is_name(tokens[index]):
            return True
        if tokens[index].key not in PARTICLES:
            return False
    return False
