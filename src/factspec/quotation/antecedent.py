"""The name that a pronoun or an office stands for: "he", "the president", "the Chinese leader"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.article import Sentence
from factspec.draft import Span
from factspec.lexicon.persons import PRONOUNS, TITLES
from factspec.quotation.clause import clause_subject
from factspec.quotation.names import is_name
from factspec.quotation.phrase import QUOTED, Phrase, name_ending
from factspec.text.tokens import Token, tokenize

# How many sentences before its own a pronoun may reach over, where those between name nobody.
_REACH = 5
# The most characters of such a sentence that are read, and tokens before a name that say what its bearer is.
_LONGEST, _BEFORE_NAME = 800, 5
# How one of an age ends: "the 44-year-old".
_AGED = ["year", "-", "old"]


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
            words.append(Token(QUOTED, QUOTED, max(part.start, at), min(part.end, end)))
            at = part.end
        words.extend(self._tokens(at, end))
        return words

    def _tokens(self, start: int, end: int) -> Iterator[Token]:
        for token in tokenize(self.text[start:end]):
            if token.key not in ("'", '"'):
                yield token._replace(start=token.start + start, end=token.end + start)


def antecedent(
    tokens: Sequence[Token], subject: Phrase, sentence: int, around: Surroundings
) -> tuple[Phrase, Sequence[Token]] | None:
    """The name that a subject in this sentence stands for, with the tokens it counts in; None where it is itself.

    For a pronoun, and for "the 44-year-old", it is the subject of what precedes it in its sentence, else of the nearest
    sentence before that has one; for an office the nearest name before to which the article gives that office or
    people ("Chinese President Xi Jinping … the Chinese leader").
    """
    wanted = _office(tokens[subject.start : subject.end])
    words_of = [token.key.lower() for token in tokens[subject.start : subject.end]]
    if not wanted and words_of[0] not in PRONOUNS and words_of[-3:] != _AGED:
        return None
    for words in _before(tokens, subject.start, sentence, around):
        found = _bearer(words, wanted) if wanted else clause_subject(words, len(words))
        if found and found.is_name:
            return found, words
    return None


def _before(tokens: Sequence[Token], end: int, sentence: int, around: Surroundings) -> Iterator[Sequence[Token]]:
    yield tokens[:end]
    for one in around.sentences[max(sentence - _REACH, 0) : sentence][::-1]:
        yield around.words(one.start, min(one.end, one.start + _LONGEST))


def _office(phrase: Sequence[Token]) -> frozenset[str]:
    """What an office says of its bearer: his people or party where it names one, else the office; else nothing."""
    if len(phrase) < 2 or phrase[0].key != "the" or phrase[-1].key not in TITLES or phrase[-1].text[0].isupper():
        return frozenset()
    words = frozenset(token.key.lower() for token in phrase[1:])
    return (words - TITLES) or words


def _bearer(tokens: Sequence[Token], wanted: frozenset[str]) -> Phrase | None:
    """The last name of which the words before it, or its titles, say all that is wanted."""
    for last in range(len(tokens) - 1, -1, -1):
        name = name_ending(tokens, last) if last + 1 == len(tokens) or not is_name(tokens[last + 1]) else None
        if name:
            said = {token.key.lower().removesuffix("'s") for token in tokens[_described(tokens, name.start) : name.end]}
            own = {token.key.lower() for token in tokens[name.start : name.end]} - TITLES
            if wanted <= said and own - wanted:
                return name
    return None


def _described(tokens: Sequence[Token], start: int) -> int:
    """Where the office and people that stand directly before a name begin: "the Chinese leader, Xi"."""
    first = start
    while first > max(start - _BEFORE_NAME, 0):
        before = tokens[first - 1]
        comma = before.text == "," and first > 1 and tokens[first - 2].key in TITLES
        if not (comma or before.key.lower() in TITLES or is_name(before)):
            break
        first -= 1
    return first
