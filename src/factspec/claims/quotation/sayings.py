"""The verbs and phrases of saying in a sentence, each with its subject."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factspec.claims.quotation.noun_phrases import (
    BEFORE_OBJECTS,
    DETERMINERS,
    QUOTED,
    Phrase,
    clause_subject,
    is_finite,
    is_name,
    name_ending,
    phrase_ending,
    phrase_starting,
)
from factspec.language.people import PRONOUNS, REFLEXIVES
from factspec.language.reporting import INVERTED, MANNERS, NAMED_BY, SAYING, Stance
from factspec.language.tokens import Token

# Verbs of saying in sentences that do not say so: "did not say", "was urged to say", "was misquoted as saying".


BE = frozenset(["was", "were", "been", "is", "are", "being", "be"])
"""The forms of "be" before a participle."""

_AUXILIARIES = frozenset(
    """has had have having always long also then later once again first recently earlier repeatedly would will did does
    do often even ever just still""".split()
)
_NEGATIONS = frozenset(["not", "never", "didn't", "doesn't", "don't", "hasn't", "haven't", "hadn't", "wouldn't"])
# What leaves open whether it was said, or denies it.
_MODALS = frozenset("should could might may must ought cannot can't couldn't shouldn't".split())
_UNTRULY = frozenset(
    """allegedly reportedly supposedly purportedly falsely wrongly mistakenly incorrectly misleadingly apparently
    seemingly""".split()
)
_MISQUOTED = frozenset("misquoted misreported misrepresented".split())
# Words before "to" and a verb of saying that mean it is not said, or not yet.
_UNDONE = frozenset(
    """refused refuses refusing declined declines declining failed urged asked expected planned plans yet have has had
    wanted wants hoped hopes supposed alleged rumoured rumored ordered about due likely unlikely reluctant unable
    pressed invited encouraged threatened threatens intends intended meant hesitated told forced herself himself
    themselves itself forgot forgets forgotten neglected omitted pretended pretends pretending thought believed
    understood""".split()
)
_NOBODY = frozenset("not neither nor either or".split())
# How many tokens of an object may be between a verb and its "as".
_LONGEST_OBJECT = 5


def is_adverbial(token: Token) -> bool:
    """Whether a token may be between a subject and its verb: an auxiliary, a negation, an adverb."""
    return token.key in _AUXILIARIES | BE | _NEGATIONS | _MODALS | REFLEXIVES or (
        token.key.endswith("ly") and token.text[0].islower()
    )


def unsaid(tokens: Sequence[Token], at: int, subject: Phrase) -> bool:
    """Whether a verb with this subject denies that it was said, is denied, or leaves it open."""
    if _is_denial(tokens[at]):
        return not _calls(tokens, at)
    before = at - 1
    while before >= 0 and is_adverbial(tokens[before]):
        before -= 1
    if leaves_open({token.key for token in tokens[before + 1 : at]}):
        return True
    if before > 0 and tokens[before].key in {"to", "as"} and _undone(tokens, before):
        return True
    return (before >= 0 and _is_denial(tokens[before])) or _is_nobody(tokens, subject)


def leaves_open(group: set[str]) -> bool:
    """Whether a verb group denies its verb or leaves it open; "could only say" does not."""
    if "only" in group:
        return False
    denied = any(key.endswith("n't") for key in group)
    return denied or not group.isdisjoint(_NEGATIONS | _MODALS | _UNTRULY) or {"would", "have"} <= group


def _undone(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before "to" or "as" mean that it was not said: "was urged to", "has yet to", "misquoted as"."""
    before = tokens[at - 1].key
    if tokens[at].key == "to":
        return before in _UNDONE
    near = [token.key for token in tokens[max(at - _LONGEST_OBJECT, 0) : at]]
    return not _MISQUOTED.isdisjoint(near) or (at > 1 and tokens[at - 2].key in _UNTRULY)


def _is_nobody(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether a subject did not say it, or may not have: "neither A nor B", "A or B", "it was not A"."""
    after = subject.end < len(tokens) and tokens[subject.end].key == "or"
    return after or (subject.start > 0 and tokens[subject.start - 1].key in _NOBODY)


def _calls(tokens: Sequence[Token], at: int) -> bool:
    """Whether the quotation is what its subject calls the thing: `dismissed it as "…"`."""
    near = [token.key for token in tokens[at + 1 : at + 2 + _LONGEST_OBJECT] if token.key not in {"a", "an", "the"}]
    return ("as", QUOTED) in pairwise(near)


def _is_denial(token: Token) -> bool:
    said = SAYING.get(token.key)
    return said is not None and said.stance is Stance.DENIES


# The subject of a verb of saying: before it, after it, or after a comma.


_COMMAS = frozenset({","})
_DASHES = frozenset({"-", "--"})
_RELATIVES = frozenset({"who", "whose"})
_FARTHEST_AGENT = 14
_LONGEST_CITED = 9
# What ends a clause after its speaker.
_STOPS = frozenset([".", ";", "?", "!"])
_AFTER_NAMES = BEFORE_OBJECTS | {"who", "whose", "when", "and"}
# What may precede a clause.
_CLAUSE_STARTS = frozenset([",", ";", "and", "but", "that", "while", QUOTED])


def subject_of(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The subject of the verb of saying at this index; None if nobody is named."""
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
        named = None if participle else _after_verb(tokens, before, at) or _before_apposition(tokens, before)
        return named or clause_subject(tokens, before)
    if key in ("who", "which", "that") and before:
        antecedent = before - 2 if tokens[before - 1].key == "," else before - 1
        return phrase_ending(tokens, antecedent) or clause_subject(tokens, before)
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
    return phrase_ending(tokens, before) or clause_subject(tokens, before)


def _after_verb(tokens: Sequence[Token], comma: int, at: int) -> Phrase | None:
    """The subject after a verb and a comma before it: "The driver escaped, said Ada Lind."."""
    said = SAYING.get(tokens[at].key)
    after = phrase_starting(tokens, at + 1) if said and said.lemma in INVERTED else None
    if not said or not after or tokens[at + 1].key in BEFORE_OBJECTS:
        return None
    if any(map(is_finite, tokens[after.start : after.end])):
        return None  # "said prices fell"
    following = tokens[after.end].key if after.end < len(tokens) else "."
    if not _is_apposition(tokens, comma):
        return after if following in _AFTER_NAMES or not following[0].isalpha() else None
    # "Ada Lind, a baker, added Bo Ek to the list", "Ada Lind, the mayor, said prices fell."
    known = after.is_name or tokens[after.start].key in DETERMINERS
    if not known or said.lemma in NAMED_BY:
        return None
    return after if following in _STOPS else None


def _is_apposition(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma closes a description of the first words of a clause: "Ada Lind, the mayor | , said"."""
    places = [place for place in range(1, comma) if tokens[place].key == ","]
    if any(is_finite(tokens[place + 1]) for place in places):
        return False  # "Bo Ek, the striker, was injured, said Ada Lind."
    return any(phrase_ending(tokens, place - 1) and _is_subject(tokens, place) for place in places)


def _is_subject(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words before a comma are the first of a clause, without a verb."""
    start = next((at + 1 for at in range(end - 1, -1, -1) if tokens[at].key in _CLAUSE_STARTS), 0)
    return not any(is_finite(token) or token.key.endswith("ed") for token in tokens[start:end])


def _quoting(tokens: Sequence[Token], before: int) -> Phrase | None:
    """The person who is quoted: "quoted Xi as saying"."""
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


_BEFORE_NOUNS = frozenset(
    ["a", "an", "the", "his", "her", "their", "its", "my", "our", "your", "this", "these", "no", "any", "of", "-", "so"]
)
# What precedes a verb in its plain form, which may also be a noun: "they report", "did not call".
_BEFORE_PLAIN = frozenset(
    """to did do does not will would could should may might can must only they we you i and or who""".split()
)
_SIGNING = frozenset(["-", "--", "("])
# What may follow a verb that is alone after a quotation, and what may be between the two.
_PARTICLES = frozenset("out on up in back".split())
_PARTING = frozenset([",", "-", "--", "\u2013", "\u2014"])
# How far after a verb that cites somebody "as saying" is looked for, in tokens, and such verbs.
_PASSED = 8
_CITING = frozenset("quoted quotes quoting cited cites citing".split())


class Saying(NamedTuple):
    """A word of saying: the index of its token, its subject, and whether it denies that it was said."""

    at: int
    subject: Phrase
    denies: bool


def sayings(tokens: Sequence[Token]) -> Iterator[Saying]:
    """Yield the words of saying that have a subject, in order; `tokens` are one sentence, each quotation one token."""
    for at in range(len(tokens)):
        verb = _is_verb(tokens, at)
        subject = subject_of(tokens, at) if verb else _of_phrase(tokens, at)
        if subject:
            yield Saying(at, subject, verb and unsaid(tokens, at, subject))


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    said = SAYING.get(tokens[at].key.lower())
    if said is None:
        return _is_alone(tokens, at)
    before = tokens[at - 1].key.lower() if at else ""
    if _passes_on(tokens, at):
        return False
    if tokens[at].text[0].isupper() and before not in ("", QUOTED, ":"):
        return False
    if said.lemma == tokens[at].key and not (before in _BEFORE_PLAIN or before.endswith(("s", "n't"))):
        return False
    if before == "would" and at + 1 < len(tokens) and tokens[at + 1].text[0].isalpha():
        return False  # "he said his party would ask the court"
    apart = before == "-" and tokens[at - 1].end < tokens[at].start
    return (apart or before not in _BEFORE_NOUNS) and not before.endswith("'s")


def _passes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb attributes the quotation to another: "quoted Bo Ek as saying"."""
    following = [token.key for token in tokens[at + 1 : at + 1 + _PASSED]]
    return tokens[at].key in _CITING and ("as", "saying") in pairwise(following)


def _is_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation with a stop at its end, a speaker and one verb are adjacent: "“…,” Ada shrugged."."""
    if tokens[at].text not in MANNERS or not at:
        return False
    particle = at + 1 < len(tokens) and tokens[at + 1].key in _PARTICLES
    subject = phrase_ending(tokens, at - 1)
    if subject and _is_somebody(tokens, subject) and _ends(tokens, at + 1 + particle):
        return _is_marked_off(tokens, subject.start)
    inverted = phrase_starting(tokens, at + 1) if _is_marked_off(tokens, at) else None
    return inverted is not None and inverted.is_name and _ends(tokens, inverted.end)


def _is_marked_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma, dash or stop separates a token from the quotation before it; otherwise it may be an object."""
    if at > 1 and tokens[at - 1].text in _PARTING:
        return tokens[at - 2].key == QUOTED
    return at > 0 and tokens[at - 1].key == QUOTED and tokens[at - 1].text != QUOTED


def _is_somebody(tokens: Sequence[Token], subject: Phrase) -> bool:
    return subject.is_name or tokens[subject.start].key.lower() in PRONOUNS


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at].text[0].isalnum()


def _of_phrase(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The speaker in "according to", "in the words of", "as … put it", a name and a colon, a dash and a name."""
    key = tokens[at].key.lower()
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    before = tokens[at - 1] if at else None
    if key == "according" and following == "to":
        return phrase_starting(tokens, at + 2)
    if key in ("words", "phrase", "description") and following == "of":
        return phrase_starting(tokens, at + 2)
    if key == "words" and before and before.key.endswith("'s") and is_name(before):
        return name_ending(tokens, at - 1)
    if key in ("put", "puts") and following == "it":
        return phrase_ending(tokens, at - 1)
    if key == ":" and following == QUOTED:
        subject = phrase_ending(tokens, at - 1)
        return subject if subject and subject.start == 0 and subject.is_name else None
    return _of_signature(tokens, at) if key in _SIGNING and (not before or before.key == QUOTED) else None


def _of_signature(tokens: Sequence[Token], at: int) -> Phrase | None:
    signed = phrase_starting(tokens, at + 1)
    ends = signed and (signed.end == len(tokens) or not tokens[signed.end].text[0].isalpha())
    return signed if signed and signed.is_name and signed.start == at + 1 and ends else None
