"""The name that a pronoun or an office stands for: "he", "the president", "the Chinese leader"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factspec.article import Sentence
from factspec.lexicon.persons import PRONOUNS
from factspec.lexicon.sayings import SAYING
from factspec.quotation.clause import clause_subject
from factspec.quotation.names import is_name
from factspec.quotation.office import bearer, office_of
from factspec.quotation.person import is_person, may_be
from factspec.quotation.phrase import QUOTED, Phrase, is_aged
from factspec.quotation.sayings import sayings
from factspec.text.places import Span
from factspec.text.tokens import Token, tokenize

# How many sentences before its own a pronoun may reach over, where those between name nobody.
_REACH = 5
# The most characters of such a sentence that are read.
_LONGEST = 800
# What closes quoted words inside their marks, and is kept as the text of the token that stands for them.
_STOPS = ",.?!\u2026-\u2013\u2014"
# How many tokens an aside in brackets has at most.
_ASIDE = 6
# How far, in tokens, a dateline goes on behind the name of its place, and what ends it.
_DATELINE = 6
_DASHES = frozenset(["-", "\u2013", "\u2014", "--"])


# Whose the words are: "Her advice is simple:".
_OWNERS = {"his": "he", "her": "she", "their": "they"}


class Surroundings(NamedTuple):
    """The text, its sentences, and the stretches of quoted words near the place that is read, in order."""

    text: str
    sentences: Sequence[Sentence]
    quoted: Sequence[Span]

    def words(self, start: int, end: int) -> list[Token]:
        """The tokens of a stretch outside quotations, without marks, and one for each stretch of quoted words."""
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
        for token in tokenize(self.text[start:end]):
            if token.key not in ("'", '"'):
                yield token._replace(start=token.start + start, end=token.end + start)


def _stop(last: str) -> str:
    return last if last in _STOPS else ""


def _without_asides(words: list[Token]) -> list[Token]:
    """The tokens without short brackets behind a name: "the Institute (IFS) said"."""
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
    """Where a short bracket closes that has no quotation in it and more words behind it; 0 where none does."""
    for end in range(at + 1, min(at + _ASIDE, len(words) - 1)):
        if words[end].text == ")" or words[end].key == QUOTED:
            return end if words[end].text == ")" else 0
    return 0


def antecedent(
    tokens: Sequence[Token], subject: Phrase, sentence: int, around: Surroundings
) -> tuple[Phrase, Sequence[Token]] | None:
    """The name that a subject in this sentence stands for, with the tokens it counts in; None where it is itself.

    For a pronoun, and for "the 44-year-old", it is who speaks in what precedes it in its sentence, or its subject, else
    in the nearest sentence before that has one; for an office the nearest name before to which the article gives that
    office or people ("Chinese President Xi Jinping … the Chinese leader").
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
    """The parts of sentences between semicolons, the last of each first."""
    for words in sentences:
        ends = [at for at, token in enumerate(words) if token.key == ";"]
        for start, end in reversed([*pairwise([-1, *ends, len(words)])]):
            yield words[start + 1 : end]


def _sayer(words: Sequence[Token], subject: Phrase | None, pronoun: str, text: str) -> Phrase | None:
    """Who speaks last in a sentence and is not its subject: "Prices fell, said | Ada Lind | ."."""
    participles = frozenset(at for at, token in enumerate(words) if token.key in SAYING and token.key.endswith("ing"))
    said = [one for one in sayings(words) if one.subject.is_name and not one.denies and one.at not in participles]
    named = [one.subject for one in said]
    # "Bo Ek wrote the bill, said Ada Lind."
    behind = bool(said) and said[-1].at > 0 and words[said[-1].at - 1].key == "," and named[-1].start > said[-1].at
    if subject and any(_overlap(one, subject) for one in (named[-1:] if behind else named)):
        return None
    return next((one for one in reversed(named) if may_be(pronoun, words, one, text)), None)


def _overlap(one: Phrase, other: Phrase) -> bool:
    return one.start < other.end and other.start < one.end


def _subject(words: Sequence[Token]) -> Phrase | None:
    """The subject of a sentence, of what stands behind a dateline: "LONDON (Reuters) - | Ann Lee left"."""
    found = clause_subject(words, len(words))
    if found is None or found.start or words[0].key == "the":
        return found
    behind = next(
        (at + 1 for at in range(found.end, min(found.end + _DATELINE, len(words))) if _ends_dateline(words, at)), 0
    )
    rest = clause_subject(words[behind:], len(words) - behind) if behind else None
    return Phrase(rest.start + behind, rest.end + behind, rest.is_name) if rest else found


def _ends_dateline(words: Sequence[Token], at: int) -> bool:
    """Whether a dash with a space before it parts a dateline from its sentence."""
    apart = words[at - 1].end < words[at].start
    return words[at].text in _DASHES and apart


def _before(tokens: Sequence[Token], sentence: int, around: Surroundings) -> Iterator[Sequence[Token]]:
    yield tokens
    for one in around.sentences[max(sentence - _REACH, 0) : sentence][::-1]:
        yield around.words(one.start, min(one.end, one.start + _LONGEST))
