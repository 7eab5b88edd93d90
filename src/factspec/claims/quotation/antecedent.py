"""The name that a pronoun refers to: "he", "she", "it"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factspec.articles.article import Sentence
from factspec.claims.quotation.noun_phrases import QUOTED, Phrase, clause_subject, is_name
from factspec.claims.quotation.sayings import sayings
from factspec.language.names import ALONE
from factspec.language.people import BODIES, PRONOUNS, TITLES
from factspec.language.places import Span
from factspec.language.reporting import SAYING
from factspec.language.tokens import Token, tokenize

# Whether a name can be that of a person whom the article calls "he" or "she".


# Endings of participles and adverbs at the head of a sentence: "Elected in May, she …", "Unusually, he …".
_NO_NAME_ENDINGS = ("ed", "ing", "ly")
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


def may_be(tokens: Sequence[Token], name: Phrase, text: str) -> bool:
    """Whether a pronoun can refer to a name in a text.

    It cannot if the name has an article and no title ("the Queen" has one), is a country, people or abbreviation in
    capitals, or is a word that occurs once, at the head of a sentence, and looks like a participle or plural.
    """
    words = tokens[name.start : name.end]
    if name.start and tokens[name.start - 1].key == "the":
        return words[-1].key.lower() in TITLES
    if len(words) > 1:
        return True
    key, shown = words[0].key.lower(), words[0].text
    if key in ALONE or (shown.isupper() and len(shown) > 1):
        return False
    looks = key.endswith(_NO_NAME_ENDINGS) or (key.endswith("s") and not key.endswith("ss"))
    return not (name.start == 0 and looks and text.count(shown) == 1)


# How many sentences back a pronoun may reach if those between name nobody.
_REACH = 5
# How many characters of such a sentence are read.
_LONGEST = 800
# What closes quoted words inside their marks; it is kept in the token that replaces them.
_STOPS = ",.?!\u2026-\u2013\u2014"
# How many tokens an aside in brackets has at most.
_ASIDE = 6


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
    """The name that a pronoun refers to, with the tokens that it counts in; None if the subject is not a pronoun.

    It is the speaker or subject of what precedes it in its sentence, otherwise of the nearest sentence before that has
    one.
    """
    is_pronoun = tokens[subject.start].key.lower() in PRONOUNS
    return _meant(tokens[: subject.start], sentence, around) if is_pronoun else None


def _meant(tokens: Sequence[Token], sentence: int, around: Surroundings) -> tuple[Phrase, Sequence[Token]] | None:
    unlikely: tuple[Phrase, Sequence[Token]] | None = None
    for words in _clauses(_before(tokens, sentence, around)):
        found = clause_subject(words, len(words))
        speaker = _sayer(words, found, around.text)
        if speaker and found and is_person(words, found, around.text):
            return None  # "Bo Ek was late, Ada Lind said. “…,” she added": either may be meant
        found = speaker or found
        if found and found.is_name:
            if may_be(words, found, around.text):
                return found, words
            unlikely = unlikely or (found, words)
    return unlikely


def _clauses(sentences: Iterator[Sequence[Token]]) -> Iterator[Sequence[Token]]:
    """Yield the parts of sentences between semicolons, the last of each first."""
    for words in sentences:
        ends = [at for at, token in enumerate(words) if token.key == ";"]
        for start, end in reversed([*pairwise([-1, *ends, len(words)])]):
            yield words[start + 1 : end]


def _sayer(words: Sequence[Token], subject: Phrase | None, text: str) -> Phrase | None:
    """The last speaker of a sentence who is not its subject: "Prices fell, said | Ada Lind | ."."""
    participles = frozenset(at for at, token in enumerate(words) if token.key in SAYING and token.key.endswith("ing"))
    said = [one for one in sayings(words) if one.subject.is_name and not one.denies and one.at not in participles]
    named = [one.subject for one in said]
    # "Bo Ek wrote the bill, said Ada Lind."
    after = bool(said) and said[-1].at > 0 and words[said[-1].at - 1].key == "," and named[-1].start > said[-1].at
    if subject and any(_overlap(one, subject) for one in (named[-1:] if after else named)):
        return None
    return next((one for one in reversed(named) if may_be(words, one, text)), None)


def _overlap(one: Phrase, other: Phrase) -> bool:
    return one.start < other.end and other.start < one.end


def _before(tokens: Sequence[Token], sentence: int, around: Surroundings) -> Iterator[Sequence[Token]]:
    yield tokens
    for one in around.sentences[max(sentence - _REACH, 0) : sentence][::-1]:
        yield around.words(one.start, min(one.end, one.start + _LONGEST))
