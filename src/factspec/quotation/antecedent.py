"""The name that a pronoun or an office stands for: "he", "the president", "the Chinese leader"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.article import Sentence
from factspec.draft import Span
from factspec.lexicon.persons import PRONOUNS, TITLES
from factspec.quotation.clause import clause_subject
from factspec.quotation.names import is_name
from factspec.quotation.person import may_be
from factspec.quotation.phrase import QUOTED, Phrase, name_ending
from factspec.text.tokens import Token, tokenize

# How many sentences before its own a pronoun may reach over, where those between name nobody.
_REACH = 5
# The most characters of such a sentence that are read, and tokens before a name that say what its bearer is.
_LONGEST, _BEFORE_NAME = 800, 5
# How many tokens an aside in brackets has at most.
_ASIDE = 6
# How far, in tokens, a dateline goes on behind the name of its place, and what ends it.
_DATELINE = 6
_DASHES = frozenset(["-", "\u2013", "\u2014", "--"])
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
        return _without_asides(words)

    def _tokens(self, start: int, end: int) -> Iterator[Token]:
        for token in tokenize(self.text[start:end]):
            if token.key not in ("'", '"'):
                yield token._replace(start=token.start + start, end=token.end + start)


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

    For a pronoun, and for "the 44-year-old", it is the subject of what precedes it in its sentence, else of the nearest
    sentence before that has one; for an office the nearest name before to which the article gives that office or
    people ("Chinese President Xi Jinping … the Chinese leader").
    """
    wanted = _office(tokens[subject.start : subject.end])
    words_of = [token.key.lower() for token in tokens[subject.start : subject.end]]
    if not wanted and words_of[0] not in PRONOUNS and words_of[-3:] != _AGED:
        return None
    unlikely: tuple[Phrase, Sequence[Token]] | None = None
    for words in _before(tokens, subject.start, sentence, around):
        found = _bearer(words, wanted) if wanted else _subject(words)
        if found and found.is_name:
            if wanted or may_be(words_of[0], words, found, around.text):
                return found, words
            unlikely = unlikely or (found, words)
    return unlikely


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
            described = tokens[_described(tokens, name.start) : _apposed(tokens, name.end)]
            said = {token.key.lower().removesuffix("'s") for token in described}
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


def _apposed(tokens: Sequence[Token], end: int) -> int:
    """Where the office between commas ends that stands directly behind a name: "Xi, the Chinese leader, said"."""
    if end + 1 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].key != "the":
        return end
    last = next(
        (at for at in range(end + 2, min(end + 2 + _BEFORE_NAME, len(tokens))) if not tokens[at].text.isalpha()), 0
    )
    return last if last and tokens[last].text == "," else end
