"""Names and noun phrases in tokens, as far as they can be the subject of a verb of saying.

This is not a grammar of English: it uses closed lists of prepositions and determiners, and capital letters. A quotation
is one token with the key `QUOTED`, and so is never read as a subject.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.names import ALONE
from factspec.language.people import BODIES, PARTICLES, PRONOUNS, TITLES
from factspec.language.reporting import SAYING
from factspec.language.tokens import Token
from factspec.language.verbs import FINITE_VERBS

# Runs of capitalised words that are names, and the closed lists of words that are never part of a name.


DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "one", "another", "this", "that"])
"""What begins a noun's words."""
OF = frozenset(["of", "for", "to", "from", "with"])
BESIDE = frozenset(["outside", "inside", "near", "behind", "opposite", "beside"])
"""What distinguishes somebody beside a body from it: "a man outside the ministry"."""
PLACING = frozenset(["in", "on", "at", "during", "after", "before", "since", "late", "early", "last", "this", "next"])
"""What begins a time or a place."""
BEFORE_OBJECTS = OF | PLACING | frozenset(["by", "about", "against", "as", "between", "over", "under", "into", "than"])
"""What governs a name, which is then no subject."""
OPENERS = BEFORE_OBJECTS | frozenset(
    ["when", "while", "though", "although", "following", "asked", "speaking", "if", "despite"]
)
"""What opens a part of a sentence that has a subject of its own, or none."""
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight earlier later monday's""".split()
)
"""Times that have a capital letter, or are where a name might be."""
NO_NAMES = frozenset(
    """but and or so yet then there here now what why how who which that this these those it's that's i we you our my
    your if when while as not no yes both all some many most such in on at""".split()
)
"""Words that have a capital letter at the head of a sentence and are no names."""
_MOST_JOINTS = 3


def is_name(token: Token) -> bool:
    """Whether a token can be part of a name: it has a capital letter and does not merely begin a sentence."""
    key = token.key.lower()
    return token.text[0].isupper() and key not in NO_NAMES | DETERMINERS | TIMES | PRONOUNS | OPENERS


def is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the initial of a given name, with its stop: "A. Lind"."""
    alone = len(tokens[at].text) == 1 and tokens[at].text.isupper()
    return alone and at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end


def run_start(tokens: Sequence[Token], last: int) -> int:
    """Where the run of capitalised words that ends here starts."""
    start = last
    while start > 0 and not tokens[start - 1].key.endswith("'s"):
        joint = start - 1
        while joint > 0 and start - joint <= _MOST_JOINTS and joins(tokens, joint):
            joint -= 1
        if not (is_name(tokens[joint]) or is_initial(tokens, joint)) or tokens[joint].key.endswith("'s"):
            break
        start = joint
    return start


def joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token can be inside a name: a hyphen, "von", the stop of an initial or a short title."""
    if tokens[at].text == ".":
        return is_initial(tokens, at - 1) or (is_name(tokens[at - 1]) and len(tokens[at - 1].text) <= 4)
    return tokens[at].text == "-" or tokens[at].key in PARTICLES


def run_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the name that starts here ends, before an index."""
    last = first + 1
    while last < end and not tokens[last - 1].key.endswith("'s"):
        if not is_name(tokens[last]) and not (joins(tokens, last) and name_follows(tokens, last + 1, end)):
            break
        last += 1
    return last


def name_follows(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a name continues here, with or without particles."""
    for index in range(at, min(at + _MOST_JOINTS, end)):
        if is_name(tokens[index]):
            return True
        if tokens[index].key not in PARTICLES:
            return False
    return False


QUOTED = "\u201c\u201d"
"""The key of the token of a whole quotation."""

# What opens a clause before a name and a verb, and is no preposition there.
_CLAUSES = frozenset(["after", "before", "until", "since"])
# What links a noun to a following body, or to what it is near.
_LINKING = OF | BESIDE
_LONGEST = 7
# How somebody is called by age.
_AGED = ["year", "-", "old"]
# What comes before a past office: "the late mayor".
_FORMER = frozenset(["late", "then"])


class Phrase(NamedTuple):
    """A noun phrase: the half-open range of its tokens, and whether it is a name (a pronoun and an office are not)."""

    start: int
    end: int
    is_name: bool


def name_ending(tokens: Sequence[Token], last: int) -> Phrase | None:
    """The name whose last token has this index."""
    return Phrase(run_start(tokens, last), last + 1, is_name=True) if is_name(tokens[last]) else None


def phrase_ending(tokens: Sequence[Token], last: int) -> Phrase | None:
    """The noun phrase that ends at this index, without the times and places after it."""
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
    """Where "on Tuesday" or "in Beijing" starts, if the run from `start` to `last` ends in one."""
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
    """Where the noun starts that governs what follows: "a critic of the Ministry of | Health"."""
    while first and tokens[first - 1].key in _LINKING | {"in", "at"}:
        name = name_ending(tokens, first - 2) if first > 1 else None
        first = name.start if name else _determined(tokens, first - 2)
        if name and first > 1 and tokens[first - 1].key == "the" and tokens[first - 2].key in _LINKING | {"in", "at"}:
            first -= 1
    return first


def _determined(tokens: Sequence[Token], last: int) -> int:
    """Where the noun phrase without a name that ends here starts: at its determiner, otherwise at its noun."""
    for first in range(last, max(last - _LONGEST, -1), -1):
        if tokens[first].key in DETERMINERS or tokens[first].key.endswith("'s"):
            return first
        if not _in_noun(tokens, first) or tokens[first].key in BEFORE_OBJECTS:
            break
    return max(last, 0)


def _in_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token may be inside a noun's words: letters, an age ("the 44-year-old"), a hyphen in a word."""
    if tokens[at].text == "-":
        return at > 0 and tokens[at - 1].end == tokens[at].start
    return tokens[at].text[0].isalnum()


def phrase_starting(tokens: Sequence[Token], first: int) -> Phrase | None:
    """The noun phrase that starts at this index, after `said` or `according to`."""
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
    owned = bool(names) and owner > names[-1]  # "Ines Calder's lawyer": the name is not the speaker's
    last = _phrase_apposed(tokens, end) if linked or not names or owned else 0
    if last:
        return Phrase(end + 1 if owned else first, last, is_name=True)
    if not names or linked or owned:
        return Phrase(first, end, is_name=False)
    start = max(run_start(tokens, names[-1]), first)
    if start > first and tokens[start - 1].key == "the":
        start -= 1
    return Phrase(start, names[-1] + 1, is_name=True)


def _phrase_apposed(tokens: Sequence[Token], comma: int) -> int:
    """Where the name after an office and a comma ends: "said its chairman, Ada Lind."; 0 if there is none."""
    first = comma + 1
    if first >= len(tokens) or tokens[comma].key != "," or not is_name(tokens[first]):
        return 0
    last = run_end(tokens, first, len(tokens))
    closed = last == len(tokens) or not tokens[last].text[0].isalpha() or tokens[last].key in PLACING | {"who"}
    return last if closed and not tokens[last - 1].key.endswith("'s") else 0


def _is_part(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether "of" or "for" is part of the name of a body or an office: "the Ministry of Health"."""
    following = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].key == "the")
    named = following < len(tokens) and is_name(tokens[following])
    headed = tokens[first].key == "the" or tokens[at - 1].key.lower() in TITLES | BODIES
    return tokens[at].key in ("of", "for") and named and headed


def is_aged(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a noun phrase names somebody by age, and maybe by trade or people: "the 22-year-old Estonian"."""
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


# The likely subject of a clause, if it is a name, a personal pronoun or an office.


_VERBS = FINITE_VERBS | SAYING.keys()
_OFFICES = TITLES | frozenset(
    """ministry government office department embassy agency kremlin leader official officials aide aides adviser
    report statement company court commission bank party source sources woman man""".split()
)


# How many tokens a noun may have before a name between commas, and what may follow that name.
_LONGEST_NOUN = 10
_CLOSING = frozenset([",", "of", "from", "(", "-"])


def clause_subject(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The likely subject of the clause that `tokens[:end]` begins: its first name; None if there is none.

    Words after an opening preposition, possessives, and words after any preposition are not subjects.
    """
    at = _main_clause(tokens, end)
    office = _clause_apposed(tokens, at, end) or _office(tokens, at, end)
    if office:
        return office
    while at < end:
        token = tokens[at]
        if token.key.lower() in ("he", "she", "they"):
            return Phrase(at, at + 1, is_name=False)
        if not is_name(token):
            at += 1
            continue
        last = run_end(tokens, at, end)
        if at == 0 and last == 1 and (token.key.lower() in FUNCTION_WORDS or _titled(tokens, end)):
            at = 1  # "Local resident Ada Lind": the word has its capital from beginning the sentence
            continue
        before = tokens[at - 1].key if at else ""
        if before == "the" and at > 1:
            before = tokens[at - 2].key
        if before.lower() not in BEFORE_OBJECTS and not tokens[last - 1].key.endswith("'s"):
            return Phrase(at, last, is_name=True)
        at = last
    return None


def is_finite(token: Token) -> bool:
    """Whether a token, by its form, is the verb of a clause and not part of a name or noun."""
    return token.key in _VERBS and token.text.islower() and not token.key.endswith("ing")


def _titled(tokens: Sequence[Token], end: int) -> bool:
    """Whether words in small letters, and then a name, follow the first: "Chief executive Ada Lind"."""
    following = tokens[1 : min(end, 4)]
    small = list(takewhile(lambda token: token.text.islower() and token.text.isalpha(), following))
    led = 0 < len(small) < len(following) and is_name(following[len(small)])
    return led and small[0].key not in _VERBS and not small[0].key.endswith("ed")


def _main_clause(tokens: Sequence[Token], end: int) -> int:
    if end and (tokens[0].key.lower() in OPENERS or tokens[0].key.lower().endswith("ing")):
        return next((at + 1 for at in range(end) if tokens[at].key == ","), 0)
    return 0


def _clause_apposed(tokens: Sequence[Token], at: int, end: int) -> Phrase | None:
    """The name between commas that identifies the noun before it: "Its chief executive, Ada Lind, was late"."""
    if at >= end or tokens[at].key not in DETERMINERS:
        return None
    comma = next((place for place in range(at + 1, min(at + _LONGEST_NOUN, end)) if tokens[place].key == ","), 0)
    if not comma or comma + 1 >= end or not is_name(tokens[comma + 1]) or not tokens[comma - 1].text.islower():
        return None
    inside = tokens[at + 1 : comma]
    if any((is_finite(one) and one.key not in _OFFICES) or one.key in ("and", "or") for one in inside):
        return None
    last = run_end(tokens, comma + 1, end)
    closed = last < end and tokens[last].key in _CLOSING and not tokens[last - 1].key.endswith("'s")
    return Phrase(comma + 1, last, is_name=True) if closed and last > comma + 2 else None


def _office(tokens: Sequence[Token], at: int, end: int) -> Phrase | None:
    """The office that a clause begins with ("the Chinese leader"), unless a name follows it."""
    if at >= end or tokens[at].key not in DETERMINERS:
        return None
    for last in range(at + 1, min(at + 5, end)):
        following = tokens[last + 1].text if last + 1 < end else ""
        goes_on = following.islower() and following.isalpha() and following not in _VERBS | FUNCTION_WORDS
        if tokens[last].key.lower() in _OFFICES and not (goes_on and following in _OFFICES | {"executive"}):
            after = last + 1 + (last + 1 < end and tokens[last + 1].key == ",")
            named = after < end and is_name(tokens[after])  # "the minister, Ada Lind,"
            return None if named else Phrase(at, last + 1, is_name=False)
    return None
