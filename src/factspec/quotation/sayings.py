"""The verbs of saying in a sentence, each with its subject."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factspec.lexicon.manners import MANNERS
from factspec.lexicon.pasts import PASTS
from factspec.lexicon.persons import PRONOUNS
from factspec.lexicon.sayings import SAYING
from factspec.quotation.clause import clause_subject
from factspec.quotation.names import is_name
from factspec.quotation.phrase import QUOTED, Phrase, name_ending, phrase_ending, phrase_starting
from factspec.quotation.subjects import subject_of
from factspec.quotation.unsaid import BE, leaves_open, unsaid
from factspec.text.tokens import Token

_BEFORE_NOUNS = frozenset(
    ["a", "an", "the", "his", "her", "their", "its", "my", "our", "your", "this", "these", "no", "any", "of", "-", "so"]
)
# What a verb follows in its plain form, which many a noun has too: "they report", "did not call".
_BEFORE_PLAIN = frozenset(
    """to did do does not will would could should may might can must only they we you i and or who""".split()
)
_SIGNING = frozenset(["-", "--", "("])
# What stands behind "speak" where it brings in words.
_SPOKEN_OF = frozenset("of about to on in at after before when up out with by from through first last".split())
# What may go with a verb that stands alone behind a quotation, what makes another verb of it ("shrugged off Bo Ek"),
# and what may part it from the marks.
_PARTICLES = frozenset("out on up in back".split())
_TURNING = _PARTICLES | {"off", "down", "away", "over"}
_PARTING = frozenset([",", "-", "--", "\u2013", "\u2014"])
# Whose words a noun for them brings in, and these nouns.
_OWNERS = frozenset(["his", "her", "their"])
_UTTERANCES = frozenset(
    """advice answer reply response reaction verdict message explanation conclusion view motto plea warning comment
    prediction theory assessment""".split()
)
# What leads up to a colon and the words behind it, beside forms of "be": "puts it differently:".
_LEADING = frozenset("puts put disagrees disagreed agrees agreed goes went begins began continues continued".split())
_LEAD = 4
# Behind "be": participles that are no pasts, those that tell of a mood and so of who speaks, and what begins an object.
_PARTICIPLES = frozenset("given shown known seen written read drawn taken".split())
_FEELINGS = frozenset(
    """delighted pleased disappointed unimpressed surprised shocked thrilled relieved convinced amused worried concerned
    determined frustrated annoyed stunned horrified devastated excited resigned unmoved unconcerned undaunted
    lost fed reserved measured guarded forthright unequivocal""".split()
)
_OBJECTS = frozenset("a an the this that these those".split())
# How many tokens behind a verb somebody else's saying is looked for, and verbs that cite another.
_PASSED = 8
_CITING = frozenset("quoted quotes quoting cited cites citing".split())
# To whom this is done, somebody else speaks.
_HEARD = frozenset("told informed assured warned asked".split())


class Saying(NamedTuple):
    """A word of saying: the index of its token, who says it, and whether it says that it was not so."""

    at: int
    subject: Phrase
    denies: bool


def sayings(tokens: Sequence[Token]) -> Iterator[Saying]:
    """The words of saying that have a subject, in order; `tokens` are those of one sentence, quotations one each."""
    for at in range(len(tokens)):
        verb = _is_verb(tokens, at)
        subject = subject_of(tokens, at) if verb else _of_phrase(tokens, at)
        if verb and not subject and tokens[at].key in _HEARD and QUOTED in [one.key for one in tokens[at + 1 : at + 3]]:
            told = clause_subject(tokens, at) or Phrase(at, at + 1, is_name=False)
            yield Saying(at, told, denies=True)  # "Ada Lind was told “…”"
        if subject:
            yield Saying(at, subject, verb and unsaid(tokens, at, subject))


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    said = SAYING.get(tokens[at].key.lower())
    if said is None:
        return _uses_words(tokens, at) or _stands_apart(tokens, at)
    if said.lemma == "speak" and at + 1 < len(tokens) and tokens[at + 1].text[0].isalpha():
        return tokens[at + 1].key in _SPOKEN_OF or tokens[at + 1].key.endswith(
            "ly"
        )  # "speaks for the union", "spoke under a banner"
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
    cites = tokens[at].key in _CITING
    if cites and [token.key for token in following[:2]] == ["as", "saying"]:
        return True  # "was quoted as saying by the Post"
    if not following or not is_name(following[0]):
        return False
    end = next((place for place, token in enumerate(following) if not is_name(token)), len(following))
    rest = [token.key for token in following[end:]]
    if cites:
        return rest[:1] == ["as"] and rest[1:2] != [] and (rest[1] in SAYING or rest[1] == "having")
    rest = rest[1:] if rest[:1] in (["had"], ["has"]) else []
    return rest[:1] != [] and rest[0] in SAYING and (len(rest) == 1 or not rest[1][0].isalpha())


def _uses_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody "used the phrase …", or a phrase is the one that somebody "used"."""
    if tokens[at].key not in ("used", "uses", "using"):
        return False
    near = (*tokens[max(at - 4, 0) : at], *tokens[at + 1 : at + 4])
    return any(token.key in ("word", "words", "phrase", "term", "expression") for token in near)


def _stands_apart(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation that closes with a stop, who says it and one verb stand together: "“…,” Ada shrugged."."""
    if tokens[at].text not in MANNERS or not at:
        return False
    particle = at + 1 < len(tokens) and tokens[at + 1].key in _PARTICLES
    subject = phrase_ending(tokens, at - 1)
    if subject and _is_somebody(tokens, subject) and _ends(tokens, at + 1 + particle):
        return _is_marked_off(tokens, subject.start)
    behind = phrase_starting(tokens, at + 1) if _is_marked_off(tokens, at) else None
    if behind is None or not behind.is_name or tokens[at + 1].key in _TURNING:
        return False
    return _ends(tokens, behind.end)


def _is_marked_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma, dash or stop parts a token from the quotation before it; else the marks may hold an object."""
    if at > 1 and tokens[at - 1].text in _PARTING:
        return tokens[at - 2].key == QUOTED
    return at > 0 and tokens[at - 1].key == QUOTED and tokens[at - 1].text != QUOTED


def _is_somebody(tokens: Sequence[Token], subject: Phrase) -> bool:
    return subject.is_name or tokens[subject.start].key.lower() in PRONOUNS


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at].text[0].isalnum()


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
    if key in ("put", "puts") and following == "it":
        return phrase_ending(tokens, at - 1)
    if key == ":" and following == QUOTED:
        subject = phrase_ending(tokens, at - 1)
        if subject and subject.start == 0 and subject.is_name:
            return subject
        utterer = _utterer(tokens, at)
        if utterer:
            return utterer
        # "Xi was blunt:", where no verb before it says who speaks
        return None if any(_is_verb(tokens, before) for before in range(at)) else _opening(tokens, at)
    return _of_signature(tokens, at) if key in _SIGNING and (not before or before.key == QUOTED) else None


def _utterer(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Whose answer, advice or verdict a colon brings in: "Her advice is simple:", "Ada Lind's verdict:"."""
    owner = next(
        (at for at in range(min(end, _LEAD)) if tokens[at].key in _OWNERS or tokens[at].key.endswith("'s")), -1
    )
    if owner < 0 or owner + 1 >= end or tokens[owner + 1].key not in _UTTERANCES:
        return None
    rest = tokens[owner + 2 : end]
    if leaves_open({token.key for token in rest}):
        return None  # "Her answer was not:"
    if rest and not (rest[0].key in BE and len(rest) <= _LEAD and all(token.text.islower() for token in rest)):
        return None
    if tokens[owner].key in _OWNERS:
        return Phrase(owner, owner + 1, is_name=False) if owner == 0 else None
    name = name_ending(tokens, owner)
    return name if name and name.start == 0 else None


def _opening(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The name or pronoun with which a clause begins that leads up to a colon."""
    subject = clause_subject(tokens, end)
    if not subject or subject.start or leaves_open({token.key for token in tokens[subject.end : end]}):
        return None
    leads = next((at for at in range(end - 1, max(end - _LEAD, 0) - 1, -1) if _may_lead(tokens, at, end)), -1)
    others = any(is_name(token) for token in tokens[subject.end : end])
    return subject if leads >= 0 and not others else None


def _may_lead(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a verb leads up to words: "puts it differently", "was blunt"; not "was sent a text"."""
    if tokens[at].key not in BE:
        return tokens[at].key in _LEADING
    rest = [token.key for token in tokens[at + 1 : end]]
    state = next((key for key in rest if not key.endswith("ly")), "")
    passive = state.endswith("ed") or state in PASTS | _PARTICIPLES
    return (not passive or state in _FEELINGS) and _OBJECTS.isdisjoint(rest)


def _of_signature(tokens: Sequence[Token], at: int) -> Phrase | None:
    signed = phrase_starting(tokens, at + 1)
    ends = signed and (signed.end == len(tokens) or not tokens[signed.end].text[0].isalpha())
    return signed if signed and signed.is_name and signed.start == at + 1 and ends else None
