"""Who is the subject of a verb of saying: before it, behind it, or behind a comma that parts it from its clause."""

from collections.abc import Sequence
from itertools import pairwise

from factspec.lexicon.sayings import INVERTED, NAMED_BY, SAYING
from factspec.quotation.clause import clause_subject, is_finite
from factspec.quotation.names import BEFORE_OBJECTS, DETERMINERS, is_name
from factspec.quotation.phrase import QUOTED, Phrase, phrase_ending, phrase_starting
from factspec.quotation.unsaid import BE, is_adverbial
from factspec.text.tokens import Token

# Who does this to a letter speaks in it.
_AUTHORS = frozenset("wrote signed sent published posted issued".split())
# How far before a verb of saying a relative clause that ends there begins.
_RELATIVE = 6
_COMMAS = frozenset({","})
_DASHES = frozenset({"-", "--"})
_RELATIVES = frozenset({"who", "whose"})
_FARTHEST_AGENT = 14
_LONGEST_CITED = 9
# What ends a sentence, or the clause in it, behind who says it.
_STOPS = frozenset([".", ";", "?", "!"])
_BEHIND_NAMES = BEFORE_OBJECTS | {"who", "whose", "when", "and"}
# What a clause can begin behind.
_CLAUSE_STARTS = frozenset([",", ";", "and", "but", "that", "while", QUOTED])


def subject_of(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Who says what the verb at this index brings in; None where nobody is named."""
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
    return _before_verb(tokens, before, at, participle)


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


def _before_verb(tokens: Sequence[Token], before: int, at: int, participle: bool) -> Phrase | None:
    key = tokens[before].key
    if key in _DASHES:
        return _before_apposition(tokens, before, _DASHES) or phrase_ending(tokens, before)
    if key == ",":
        named = None if participle else _behind_verb(tokens, before, at) or _before_apposition(tokens, before)
        return named or clause_subject(tokens, before)
    if key in ("who", "which", "that") and before:
        antecedent = before - 2 if tokens[before - 1].key == "," else before - 1
        return _rather(tokens, phrase_ending(tokens, antecedent)) or clause_subject(tokens, before)
    quoting = _quoting(tokens, before) if key == "as" else None
    if quoting:
        return quoting
    if key in SAYING and before:
        return subject_of(tokens, before)
    blamed = phrase_ending(tokens, before - 1) if key == "for" and participle and before else None
    if blamed and (blamed.is_name or tokens[blamed.start].key in DETERMINERS) and blamed.start > 0:
        return blamed  # "attacked Bo Ek for saying"
    if key in ("and", "but", "to", "by", "for", "then", "as", "or"):
        return clause_subject(tokens, before)
    return _of_relative(tokens, before) or phrase_ending(tokens, before) or clause_subject(tokens, before)


def _behind_verb(tokens: Sequence[Token], comma: int, at: int) -> Phrase | None:
    """Who stands behind a verb that a comma parts from what was said: "The driver escaped, said Ada Lind."."""
    said = SAYING.get(tokens[at].key)
    after = phrase_starting(tokens, at + 1) if said and said.lemma in INVERTED else None
    if not said or not after or tokens[at + 1].key in BEFORE_OBJECTS or _is_about(tokens, comma):
        return None
    if any(map(is_finite, tokens[after.start : after.end])):
        return None  # "said prices fell"
    following = tokens[after.end].key if after.end < len(tokens) else "."
    if not _is_apposition(tokens, comma):
        return after if following in _BEHIND_NAMES or not following[0].isalpha() else None
    # "Ada Lind, a baker, added Bo Ek to the list", "Ada Lind, the mayor, said prices fell."
    known = after.is_name or tokens[after.start].key in DETERMINERS
    if not known or said.lemma in NAMED_BY:
        return None
    return after if following in _STOPS or (following == "," and not _resumes(tokens, after.end + 1)) else None


def _is_about(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a clause speaks of quoted words, and does not bring them in: "“…” is a line critics made up, said"."""
    return any(one.key == QUOTED and two.key in BE for one, two in pairwise(tokens[: comma + 1]))


def _is_apposition(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma closes what describes the first words of a clause: "Ada Lind, the mayor | , said"."""
    places = [place for place in range(1, comma) if tokens[place].key == ","]
    if any(is_finite(tokens[place + 1]) for place in places):
        return False  # "Bo Ek, the striker, was injured, said Ada Lind."
    return any(phrase_ending(tokens, place - 1) and _is_subject(tokens, place) for place in places)


def _is_subject(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words before a comma are a clause's first, with no verb among them."""
    start = next((at + 1 for at in range(end - 1, -1, -1) if tokens[at].key in _CLAUSE_STARTS), 0)
    return not any(is_finite(token) or token.key.endswith("ed") for token in tokens[start:end])


def _resumes(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause goes on behind what describes its subject: "said Lumo, which lost money, would close"."""
    following = next((at + 1 for at in range(first, len(tokens) - 1) if tokens[at].key == ","), 0)
    return bool(following) and tokens[following].key != QUOTED


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
    for at in range(before - 1, max(before - _LONGEST_CITED, -1), -1):
        if tokens[at].key in ("quoted", "cited", "quoting", "citing", "quotes"):
            return None if tokens[at + 1].key == "by" else phrase_starting(tokens, at + 1)
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
