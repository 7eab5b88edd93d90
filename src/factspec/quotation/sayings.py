"""The verbs of saying in a sentence, each with its subject."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.lexicon.sayings import SAYING
from factspec.quotation.clause import clause_subject
from factspec.quotation.names import is_name
from factspec.quotation.phrase import QUOTED, Phrase, name_ending, phrase_ending, phrase_starting
from factspec.quotation.unsaid import BE, is_adverbial, unsaid
from factspec.text.tokens import Token

_BEFORE_NOUNS = frozenset(
    ["a", "an", "the", "his", "her", "their", "its", "my", "our", "your", "this", "these", "no", "any", "of", "-", "so"]
)
# What a verb follows in its plain form, which many a noun has too: "they report", "did not call".
_BEFORE_PLAIN = frozenset(
    """to did do does not will would could should may might can must only they we you i and or who""".split()
)
_SIGNING = frozenset(["-", "--", "("])
# What leads up to a colon and the words behind it, beside forms of "be": "puts it differently:".
_LEADING = frozenset("puts put disagrees disagreed agrees agreed goes went begins began continues continued".split())
_LEAD = 4
# How many tokens behind a verb somebody else's saying is looked for, and verbs that cite another.
_PASSED = 8
_CITING = frozenset("quoted quotes quoting cited cites citing".split())
# Who does this to a letter speaks in it; to whom this is done, somebody else speaks.
_AUTHORS = frozenset("wrote signed sent published posted issued".split())
_HEARD = frozenset("told informed assured warned asked".split())
# How far before a verb of saying a relative clause that ends there begins.
_RELATIVE = 6
_COMMAS = frozenset({","})
_DASHES = frozenset({"-", "--"})
_RELATIVES = frozenset({"who", "whose"})
_FARTHEST_AGENT = 14
_LONGEST_SIGNATURE = 9


class Saying(NamedTuple):
    """A word of saying: the index of its token, who says it, and whether it says that it was not so."""

    at: int
    subject: Phrase
    denies: bool


def sayings(tokens: Sequence[Token]) -> Iterator[Saying]:
    """The words of saying that have a subject, in order; `tokens` are those of one sentence, quotations one each."""
    for at in range(len(tokens)):
        verb = _is_verb(tokens, at)
        subject = _of_verb(tokens, at) if verb else _of_phrase(tokens, at)
        if verb and not subject and tokens[at].key in _HEARD and QUOTED in [one.key for one in tokens[at + 1 : at + 3]]:
            told = clause_subject(tokens, at) or Phrase(at, at + 1, is_name=False)
            yield Saying(at, told, denies=True)  # "Ada Lind was told “…”"
        if subject:
            yield Saying(at, subject, verb and unsaid(tokens, at, subject))


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    said = SAYING.get(tokens[at].key.lower())
    if said is None:
        return _uses_words(tokens, at)
    before = tokens[at - 1].key.lower() if at else ""
    if _passes_on(tokens, at):
        return False
    if tokens[at].text[0].isupper() and before not in ("", QUOTED, ":"):
        return False
    if said.lemma == tokens[at].key and not (before in _BEFORE_PLAIN or before.endswith(("s", "n't"))):
        return False
    if before == "would" and at + 1 < len(tokens) and tokens[at + 1].text[0].isalpha():
        return False  # what was said would be asked: "he said his party would ask the court"
    apart = before == "-" and tokens[at - 1].end < tokens[at].start
    return (apart or before not in _BEFORE_NOUNS) and not before.endswith("'s")


def _passes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb gives what is quoted to another: "quoted Bo Ek as saying", "said Bo Ek had said"."""
    following = tokens[at + 1 : at + 1 + _PASSED]
    if not following or not is_name(following[0]):
        return False
    end = next((place for place, token in enumerate(following) if not is_name(token)), len(following))
    rest = [token.key for token in following[end:]]
    if tokens[at].key in _CITING:
        return rest[:1] == ["as"] and rest[1:2] != [] and (rest[1] in SAYING or rest[1] == "having")
    rest = rest[1:] if rest[:1] in (["had"], ["has"]) else []
    return rest[:1] != [] and rest[0] in SAYING and (len(rest) == 1 or not rest[1][0].isalpha())


def _uses_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody "used the phrase …", or a phrase is the one that somebody "used"."""
    if tokens[at].key not in ("used", "uses", "using"):
        return False
    near = (*tokens[max(at - 4, 0) : at], *tokens[at + 1 : at + 4])
    return any(token.key in ("word", "words", "phrase", "term", "expression") for token in near)


def _of_phrase(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Who speaks by "according to", "in the words of", "as … put it", a name and a colon, a dash and a name."""
    key = tokens[at].key.lower()
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    before = tokens[at - 1] if at else None
    if key == "according" and following == "to":
        return phrase_starting(tokens, at + 2)
    if key in ("words", "phrase", "description") and following == "of":
        return phrase_starting(tokens, at + 2)
    if key == "words" and before and before.key.endswith("'s") and is_name(before):
        return name_ending(tokens, at - 1)
    if key == "put" and following == "it":
        return phrase_ending(tokens, at - 1)
    if key == ":" and following == QUOTED:
        subject = phrase_ending(tokens, at - 1)
        if subject and subject.start == 0 and subject.is_name:
            return subject
        # "Xi was blunt:", where no verb before it says who speaks
        return None if any(_is_verb(tokens, before) for before in range(at)) else _opening(tokens, at)
    return _of_signature(tokens, at) if key in _SIGNING and (not before or before.key == QUOTED) else None


def _opening(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The name or pronoun with which a clause begins that leads up to a colon."""
    subject = clause_subject(tokens, end)
    leads = any(token.key in BE or token.key in _LEADING for token in tokens[max(end - _LEAD, 0) : end])
    others = any(is_name(token) for token in tokens[subject.end : end]) if subject else True
    return subject if subject and subject.start == 0 and leads and not others else None


def _of_signature(tokens: Sequence[Token], at: int) -> Phrase | None:
    signed = phrase_starting(tokens, at + 1)
    ends = signed and (signed.end == len(tokens) or not tokens[signed.end].text[0].isalpha())
    return signed if signed and signed.is_name and signed.start == at + 1 and ends else None


def _of_verb(tokens: Sequence[Token], at: int) -> Phrase | None:
    before = at - 1
    passive = False
    while before >= 0 and is_adverbial(tokens[before]):
        passive = passive or tokens[before].key in BE
        before -= 1
    participle = tokens[at].key.endswith("ing")
    if passive and not participle:
        return _agent(tokens, at)
    if before < 0 or _follows_quotation(tokens, before):
        return (
            clause_subject(tokens, at) if participle else phrase_starting(tokens, at + 1) or clause_subject(tokens, at)
        )
    return _before_verb(tokens, before, participle)


def _follows_quotation(tokens: Sequence[Token], before: int) -> bool:
    if tokens[before].key == QUOTED:
        return True
    return tokens[before].key in (",", "-", "--") and before > 0 and tokens[before - 1].key == QUOTED


def _agent(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Who follows "by" after a passive verb."""
    for index in range(at + 1, min(at + _FARTHEST_AGENT, len(tokens))):
        if tokens[index].key == "by":
            return phrase_starting(tokens, index + 1)
    return None


def _before_verb(tokens: Sequence[Token], before: int, participle: bool) -> Phrase | None:
    key = tokens[before].key
    if key in _DASHES:
        return _before_apposition(tokens, before, _DASHES) or phrase_ending(tokens, before)
    if key == ",":
        return (None if participle else _before_apposition(tokens, before)) or clause_subject(tokens, before)
    if key in ("who", "which", "that") and before:
        antecedent = before - 2 if tokens[before - 1].key == "," else before - 1
        return _rather(tokens, phrase_ending(tokens, antecedent)) or clause_subject(tokens, before)
    quoting = _quoting(tokens, before) if key == "as" else None
    if quoting:
        return quoting
    if key in SAYING and before:
        return _of_verb(tokens, before)
    if key in ("and", "but", "to", "by", "for", "then", "as", "or"):
        return clause_subject(tokens, before)
    return _of_relative(tokens, before) or phrase_ending(tokens, before) or clause_subject(tokens, before)


def _of_relative(tokens: Sequence[Token], before: int) -> Phrase | None:
    """Whom or what a relative clause describes that ends at a token: "the man who sued Ada Lind"."""
    if tokens[before].key in _AUTHORS:
        return None  # "the letter that Ada Lind wrote"
    for at in range(before - 1, max(before - 1 - _RELATIVE, 0), -1):
        key = tokens[at].key
        if key == "that" and all(is_name(token) or token.key == "the" for token in tokens[at + 1 : before + 1]):
            return None  # "no doubt that Ada Lind said"
        if key in ("who", "that", "which") and tokens[at - 1].text[0].isalpha() and tokens[at - 1].key not in SAYING:
            return phrase_ending(tokens, at - 1)
        if not tokens[at].text[0].isalpha() or key in SAYING:
            return None
    return None


def _rather(tokens: Sequence[Token], subject: Phrase | None) -> Phrase | None:
    """A subject, or the one that it is not: "it was Bo Ek, not Ada Lind, who said"."""
    start = subject.start if subject else 0
    instead = start > 2 and tokens[start - 1].key == "not" and tokens[start - 2].key == ","
    return (phrase_ending(tokens, start - 3) if instead else None) or subject


def _quoting(tokens: Sequence[Token], before: int) -> Phrase | None:
    """Who is quoted: "quoted Xi as saying"."""
    for at in range(before - 1, max(before - _LONGEST_SIGNATURE, -1), -1):
        if tokens[at].key in ("quoted", "cited", "quoting", "citing", "quotes"):
            return phrase_starting(tokens, at + 1)
    return None


def _before_apposition(tokens: Sequence[Token], end: int, signs: frozenset[str] = _COMMAS) -> Phrase | None:
    """The name before a parenthesis between two signs: "Xi Jinping, China's president, said"."""
    places = [at for at in range(end) if tokens[at].key in signs]
    # "Hale, whose firm, Acme, makes pumps, said"
    relative = [at for at in places if tokens[at + 1].key in _RELATIVES]
    for at in (*relative, *reversed(places)):
        subject = phrase_ending(tokens, at - 1)
        described = subject and is_name(tokens[at - 1]) and not any(map(is_name, tokens[at + 1 : end]))
        if subject and (subject.is_name or described):
            return subject
    return phrase_ending(tokens, end - 1) if signs is _COMMAS else None
