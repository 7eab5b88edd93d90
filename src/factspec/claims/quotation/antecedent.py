"""The name that a pronoun or an office refers to: "he", "the president", "the Chinese leader"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factspec.articles.article import Sentence
from factspec.claims.quotation.noun_phrases import QUOTED, Phrase, clause_subject, is_aged, is_name, name_ending
from factspec.claims.quotation.sayings import sayings
from factspec.language.names import ALONE
from factspec.language.people import BODIES, ONLY_PERSONS, PRONOUNS, TITLES
from factspec.language.places import Span
from factspec.language.reporting import SAYING
from factspec.language.tokens import Token, tokenize

# The bearer of an office: the name to which an article gives it.


# How many tokens before a name may describe its bearer.
_BEFORE_NAME = 5


def office_of(phrase: Sequence[Token]) -> frozenset[str]:
    """What an office says of its bearer: the people or party it names, otherwise the office; empty for no office."""
    if len(phrase) < 2 or phrase[0].key != "the" or phrase[-1].key not in TITLES or phrase[-1].text[0].isupper():
        return frozenset()
    words = frozenset(token.key.lower() for token in phrase[1:])
    return (words - TITLES) or words


def bearer(tokens: Sequence[Token], wanted: frozenset[str]) -> Phrase | None:
    """The last name that is described, by the words around it or its titles, with all that is wanted."""
    for last in range(len(tokens) - 1, -1, -1):
        name = name_ending(tokens, last) if last + 1 == len(tokens) or not is_name(tokens[last + 1]) else None
        if name:
            described = tokens[_described(tokens, name.start) : _apposed(tokens, name.end)]
            said = {token.key.lower().removesuffix("'s") for token in described}
            own = {token.key.lower() for token in tokens[name.start : name.end]} - TITLES
            if wanted <= said and own - wanted:
                return name
    return None


def _described(tokens: Sequence[Token], start: int) -> int:
    """Where the office and people directly before a name begin: "the Chinese leader, Xi"."""
    first = start
    while first > max(start - _BEFORE_NAME, 0):
        before = tokens[first - 1]
        comma = before.text == "," and first > 1 and tokens[first - 2].key in TITLES
        if not (comma or before.key.lower() in TITLES or is_name(before)):
            break
        first -= 1
    return first


def _apposed(tokens: Sequence[Token], end: int) -> int:
    """Where the office between commas directly after a name ends: "Xi, the Chinese leader, said"."""
    if end + 1 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].key != "the":
        return end
    last = next(
        (at for at in range(end + 2, min(end + 2 + _BEFORE_NAME, len(tokens))) if not tokens[at].text.isalpha()), 0
    )
    return last if last and tokens[last].text == "," else end


# Whether a name can be that of a person whom the article calls "he" or "she".


# Forms of address and kin, by the pronoun that they go with.
_OF_HER = frozenset(
    "mrs ms miss lady dame queen princess duchess baroness madame wife mother daughter sister widow aunt niece "
    "grandmother girlfriend chairwoman spokeswoman actress".split()
)
_OF_HIM = frozenset(
    "mr sir lord king prince duke baron monsieur husband father son brother widower uncle nephew grandfather boyfriend "
    "chairman spokesman actor".split()
)
_OTHERS = {"she": _OF_HIM, "he": _OF_HER}
# Endings of participles and adverbs at the head of a sentence: "Elected in May, she …", "Unusually, he …".
_NO_NAME_ENDINGS = ("ed", "ing", "ly")
_NO_NAMES = frozenset("born aged jan feb mar apr jun jul aug sep sept oct nov dec".split())
_KIN = 3


# What is between a name and the age after it, or a clause about its bearer: "Bo Ek, 43,", "Bo Ek, who".
_AFTER_NAME = (",", "(")
_OLDEST = 120
# How many characters of the next sentence are read for its first word.
_NEXT = 8
# How far before a family name the full name may be, in characters.
_WITHIN = 20_000


def is_person(tokens: Sequence[Token], name: Phrase, text: str) -> bool:
    """Whether a name in a text looks like a person's: two words or more, a title, or a longer name elsewhere.

    A name with an article, that of a body or country, and one in capitals are not persons.
    """
    words = tokens[name.start : name.end]
    last = words[-1].key.removesuffix("'s")
    if not name.is_name or last in BODIES or last in ALONE or (words[-1].text.isupper() and len(last) > 1):
        return False
    if name.start and tokens[name.start - 1].key == "the":
        return False
    titled = any(token.key.lower() in TITLES for token in (*tokens[max(name.start - 1, 0) : name.start], *words[:-1]))
    longer = rf"(?<![.!?:] )\b[A-Z][a-z]{{1,30}} {re.escape(words[-1].text)}\b"
    start = tokens[name.start].start
    return len(words) > 1 or titled or re.search(longer, text[max(start - _WITHIN, 0) : start]) is not None


def _is_certainly(tokens: Sequence[Token], name: Phrase) -> bool:
    """Whether the words beside a name fit persons alone: a title, an age, "who", "resigned"."""
    before = tokens[max(name.start - 1, 0) : name.end]
    after = tokens[name.end : name.end + 2]
    if any(token.key.lower() in TITLES for token in before[:-1]) or any(one.key in ONLY_PERSONS for one in after[:1]):
        return True
    if len(after) < len(_AFTER_NAME) or after[0].text not in _AFTER_NAME:
        return False
    age = after[1].key
    return age in ("who", "aged") or (age.isdecimal() and int(age) <= _OLDEST)


def may_be(pronoun: str, tokens: Sequence[Token], name: Phrase, text: str) -> bool:
    """Whether a pronoun can refer to a name in a text.

    It cannot if the name has an article and no title ("the Queen" has one), is a country, people or abbreviation in
    capitals, or is a word that occurs once, at the head of a sentence, and looks like a participle or plural.
    """
    words = tokens[name.start : name.end]
    before = {token.key.lower() for token in tokens[max(name.start - _KIN, 0) : name.end]}
    if pronoun == "it" and (_is_certainly(tokens, name) or _goes_on_as_person(tokens, name, text)):
        return False
    if not _OTHERS.get(pronoun, frozenset()).isdisjoint(before):
        return False
    if name.start and tokens[name.start - 1].key == "the":
        return words[-1].key.lower() in TITLES
    if len(words) > 1:
        return True
    key, shown = words[0].key.lower(), words[0].text
    if key in ALONE or key in _NO_NAMES or (shown.isupper() and len(shown) > 1):
        return False
    looks = key.endswith(_NO_NAME_ENDINGS) or (key.endswith("s") and not key.endswith("ss"))
    return not (name.start == 0 and looks and text.count(shown) == 1)


def _goes_on_as_person(tokens: Sequence[Token], name: Phrase, text: str) -> bool:
    """Whether the next sentence begins with "he" or "she", and that of the name names nobody else."""
    others = any(is_name(token) for token in tokens[name.end :])
    following = text[tokens[-1].end : tokens[-1].end + _NEXT].split()
    return not others and following[:1] != [] and following[0] in ("He", "She")


# How many sentences back a pronoun may reach if those between name nobody.
_REACH = 5
# How many characters of such a sentence are read.
_LONGEST = 800
# What closes quoted words inside their marks; it is kept in the token that replaces them.
_STOPS = ",.?!\u2026-\u2013\u2014"
# How many tokens an aside in brackets has at most.
_ASIDE = 6
# How many tokens a dateline may have after the name of its place, and what ends it.
_DATELINE = 6
_DASHES = frozenset(["-", "\u2013", "\u2014", "--"])


# Possessives by their pronouns: "Her advice is simple:".
_OWNERS = {"his": "he", "her": "she", "their": "they"}


class Surroundings(NamedTuple):
    """The text, its sentences, and the ranges of quoted words near the place that is read, in order."""

    text: str
    sentences: Sequence[Sentence]
    quoted: Sequence[Span]

    def words(self, start: int, end: int) -> list[Token]:
        """The tokens of a range without quotation marks; quoted words are one token each."""
        words: list[Token] = []
        at = start
        for part in self.quoted:
            if part.end <= at or part.start >= end:
                continue
            words.extend(self._tokens(at, part.start))
            last = min(part.end, end)
            words.append(Token(QUOTED + _stop(self.text[last - 1]), QUOTED, max(part.start, at), last))
            at = part.end
        words.extend(self._tokens(at, end))
        return _without_asides(words)

    def _tokens(self, start: int, end: int) -> Iterator[Token]:
        for token in _between(self.text[start:end]):
            yield token._replace(start=token.start + start, end=token.end + start)


@lru_cache(maxsize=1024)
def _between(text: str) -> tuple[Token, ...]:
    """The tokens of the words between quoted ones, without marks; the words near several quotations are read once."""
    return tuple([token for token in tokenize(text) if token.key not in ("'", '"')])


def _stop(last: str) -> str:
    return last if last in _STOPS else ""


def _without_asides(words: list[Token]) -> list[Token]:
    """The tokens without short brackets after a name: "the Institute (IFS) said"."""
    kept: list[Token] = []
    at = 0
    while at < len(words):
        aside = words[at].text == "(" and bool(kept) and is_name(kept[-1])
        closing = _closing(words, at) if aside else 0
        if not closing:
            kept.append(words[at])
        at = max(closing, at) + 1
    return kept


def _closing(words: Sequence[Token], at: int) -> int:
    """Where a short bracket closes that contains no quotation and is followed by words; 0 if it does not."""
    for end in range(at + 1, min(at + _ASIDE, len(words) - 1)):
        if words[end].text == ")" or words[end].key == QUOTED:
            return end if words[end].text == ")" else 0
    return 0


def antecedent(
    tokens: Sequence[Token], subject: Phrase, sentence: int, around: Surroundings
) -> tuple[Phrase, Sequence[Token]] | None:
    """The name that a subject refers to, with the tokens that it counts in; None if the subject is itself a name.

    For a pronoun, and for "the 44-year-old", it is the speaker or subject of what precedes it in its sentence,
    otherwise of the nearest sentence before that has one. For an office it is the nearest name before to which the
    article gives that office or people ("Chinese President Xi Jinping … the Chinese leader").
    """
    aged = is_aged(tokens, subject.start, subject.end)
    wanted = frozenset() if aged else office_of(tokens[subject.start : subject.end])
    key = tokens[subject.start].key.lower()
    pronoun = _OWNERS.get(key, key) if subject.end == subject.start + 1 else key
    if wanted:
        return _holder(tokens[: subject.start], wanted, sentence, around)
    return _meant(tokens[: subject.start], pronoun, sentence, around) if aged or pronoun in PRONOUNS else None


def _holder(
    tokens: Sequence[Token], office: frozenset[str], sentence: int, around: Surroundings
) -> tuple[Phrase, Sequence[Token]] | None:
    for words in _before(tokens, sentence, around):
        found = bearer(words, office)
        if found:
            return found, words
    return None


def _meant(
    tokens: Sequence[Token], pronoun: str, sentence: int, around: Surroundings
) -> tuple[Phrase, Sequence[Token]] | None:
    unlikely: tuple[Phrase, Sequence[Token]] | None = None
    for words in _clauses(_before(tokens, sentence, around)):
        found = _subject(words)
        speaker = _sayer(words, found, pronoun, around.text)
        if speaker and found and is_person(words, found, around.text):
            return None  # "Bo Ek was late, Ada Lind said. “…,” she added": either may be meant
        found = speaker or found
        if found and found.is_name:
            if may_be(pronoun, words, found, around.text):
                return found, words
            unlikely = unlikely or (None if pronoun == "it" else (found, words))
    return unlikely


def _clauses(sentences: Iterator[Sequence[Token]]) -> Iterator[Sequence[Token]]:
    """Yield the parts of sentences between semicolons, the last of each first."""
    for words in sentences:
        ends = [at for at, token in enumerate(words) if token.key == ";"]
        for start, end in reversed([*pairwise([-1, *ends, len(words)])]):
            yield words[start + 1 : end]


def _sayer(words: Sequence[Token], subject: Phrase | None, pronoun: str, text: str) -> Phrase | None:
    """The last speaker of a sentence who is not its subject: "Prices fell, said | Ada Lind | ."."""
    participles = frozenset(at for at, token in enumerate(words) if token.key in SAYING and token.key.endswith("ing"))
    said = [one for one in sayings(words) if one.subject.is_name and not one.denies and one.at not in participles]
    named = [one.subject for one in said]
    # "Bo Ek wrote the bill, said Ada Lind."
    after = bool(said) and said[-1].at > 0 and words[said[-1].at - 1].key == "," and named[-1].start > said[-1].at
    if subject and any(_overlap(one, subject) for one in (named[-1:] if after else named)):
        return None
    return next((one for one in reversed(named) if may_be(pronoun, words, one, text)), None)


def _overlap(one: Phrase, other: Phrase) -> bool:
    return one.start < other.end and other.start < one.end


def _subject(words: Sequence[Token]) -> Phrase | None:
    """The subject of a sentence, after its dateline: "LONDON (Reuters) - | Ann Lee left"."""
    found = clause_subject(words, len(words))
    if found is None or found.start or words[0].key == "the":
        return found
    after = next(
        (at + 1 for at in range(found.end, min(found.end + _DATELINE, len(words))) if _ends_dateline(words, at)), 0
    )
    rest = clause_subject(words[after:], len(words) - after) if after else None
    return Phrase(rest.start + after, rest.end + after, rest.is_name) if rest else found


def _ends_dateline(words: Sequence[Token], at: int) -> bool:
    """Whether the token is a dash with a space before it, which ends a dateline."""
    apart = words[at - 1].end < words[at].start
    return words[at].text in _DASHES and apart


def _before(tokens: Sequence[Token], sentence: int, around: Surroundings) -> Iterator[Sequence[Token]]:
    yield tokens
    for one in around.sentences[max(sentence - _REACH, 0) : sentence][::-1]:
        yield around.words(one.start, min(one.end, one.start + _LONGEST))
