"""Verbs of saying that do not tell that it was said: "did not say", "was urged to say", "was misquoted as saying"."""

from collections.abc import Sequence
from itertools import pairwise

from factspec.lexicon.framing import SAY_SO_NOUNS
from factspec.lexicon.persons import REFLEXIVES
from factspec.lexicon.sayings import SAYING, Stance
from factspec.quotation.clause import is_finite
from factspec.quotation.names import DETERMINERS, PLACING
from factspec.quotation.phrase import QUOTED, Phrase
from factspec.text.tokens import Token

BE = frozenset(["was", "were", "been", "is", "are", "being", "be"])
"""The forms of "be" that stand before a participle."""

_AUXILIARIES = frozenset(
    """has had have having always long also then later once again first recently earlier repeatedly would will did does
    do often even ever just still""".split()
)
_NEGATIONS = frozenset(["not", "never", "didn't", "doesn't", "don't", "hasn't", "haven't", "hadn't", "wouldn't"])
# What leaves open whether it was said, or says that it was not.
_MODALS = frozenset("should could might may must ought cannot can't couldn't shouldn't".split())
_UNTRULY = frozenset(
    """allegedly reportedly supposedly purportedly falsely wrongly mistakenly incorrectly misleadingly apparently
    seemingly""".split()
)
_MISQUOTED = frozenset("misquoted misreported misrepresented".split())
# Before "to" and a verb of saying: what is not yet, or not, said.
_UNDONE = frozenset(
    """refused refuses refusing declined declines declining failed urged asked expected planned plans yet have has had
    wanted wants hoped hopes supposed alleged rumoured rumored ordered about due likely unlikely reluctant unable
    pressed invited encouraged threatened threatens intends intended meant hesitated told forced herself himself
    themselves itself forgot forgets forgotten neglected omitted pretended pretends pretending thought believed
    understood""".split()
)
# What somebody says in play, or what only shows him saying it; and how many tokens on that stands.
_PLAY = frozenset("deepfake satirical parody spoof doctored".split())
_SHOWN = 3
_MIMICKING = frozenset("mocking imitating impersonating mimicking parodying paraphrasing".split())
_PLAYED = 8
# Verbs by which somebody is to say it, and how many tokens before "to" they stand.
_BIDS = frozenset("asked asks urged urges told tells ordered orders begged begs advised invited encouraged".split())
_BIDDING = 4
_NAMING = frozenset("called calls calling described describes dismissed rejected labelled labeled".split())
# How many tokens of an object stand between a verb and its "as".
_LONGEST_OBJECT = 5
# Verbs that take the one who is told, and verbs that take what is spoken of.
_TELLING = frozenset("tell ask warn".split())
_ABOUT = frozenset("comment remark apologise apologize speak respond reply refer".split())
_TOWARDS = frozenset(["to", "by"])
_SO = (["it"], ["so"], ["this"], ["that"])
_ASKING = frozenset("what when where why how whether if who which".split())
_PERFECT = frozenset("had has have having".split())
# Who hears or reads what is quoted; who judges it, and what that is called.
_TAKEN = frozenset("read heard seen overheard shouted".split())
_JUDGING = frozenset("criticise criticize condemn denounce decry praise welcome hail".split())
_WORDS = frozenset("slogan phrase words word term expression motto chant banner sign label".split())
# Nouns for words that somebody says or writes, what else may begin them, and how many tokens on they end.
_WORDINGS = _WORDS | frozenset(
    """words lines line sentence sentences phrases terms remark remarks comment comments quote quotation statement
    message sentiment claim thing things following""".split()
)
_POINTING = frozenset("these those such".split())
_LONGEST_WORDING = 6
_NOBODY = frozenset("not neither nor either or".split())
# Who plays another: "posing as Nora Pell", "an actor playing Nora Pell".
_PLAYING = frozenset("playing impersonating imitating mimicking portraying parodying".split())
_POSING = frozenset("posing masquerading dressed disguised".split())


def is_adverbial(token: Token) -> bool:
    """Whether a token may stand between a subject and its verb: an auxiliary, a negation, an adverb."""
    return token.key in _AUXILIARIES | BE | _NEGATIONS | _MODALS | REFLEXIVES or (
        token.key.endswith("ly") and token.text[0].islower()
    )


def unsaid(tokens: Sequence[Token], at: int, subject: Phrase) -> bool:
    """Whether a verb with this subject denies, is denied, or does not say that it was said.

    One that denies and stands beside the quotation introduces it: `Xi denied: "…"`.
    """
    if _is_denial(tokens[at]):
        return not (_introduces(tokens, at) or _calls(tokens, at))
    if _mimics(tokens, max(at + 1, subject.end)) or _calls_a_claim(tokens, at) or _passes_over(tokens, at):
        return True
    if _leads_on(tokens, at):
        return False
    before = at - 1
    while before >= 0 and is_adverbial(tokens[before]):
        before -= 1
    if leaves_open({token.key for token in tokens[before + 1 : at]}):
        return True
    if before > 0 and tokens[before].key in {"to", "as"} and (_undone(tokens, before) or _bids(tokens, before)):
        return True
    return (before >= 0 and _is_denial(tokens[before])) or _is_nobody(tokens, subject)


def _mimics(tokens: Sequence[Token], first: int) -> bool:
    """Whether what follows a verb and its subject makes play of it: ", mocking the owner", "in a deepfake video"."""
    following = [token.key for token in tokens[first : first + _PLAYED]]
    if QUOTED in following:
        following = following[: following.index(QUOTED)]
    if following[:1] == [","]:
        return not _MIMICKING.isdisjoint(following[1:2])
    shown = following[1 : 1 + _SHOWN] if following[:1] in (["in"], ["for"]) else []
    return not _PLAY.isdisjoint(shown)


def _calls_a_claim(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is quoted is a claim that a verb gives a name to: "called the claim that “…” a joke"."""
    following = [token.key for token in tokens[at + 1 : at + 1 + _PLAYED]]
    named = any(one in SAY_SO_NOUNS and two == "that" for one, two in pairwise(following))
    return named and QUOTED in following and tokens[at].key in _NAMING


def _passes_over(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is quoted is of another: a slogan that is condemned, what was read, what somebody is asked."""
    end = next((place for place in range(at + 1, len(tokens)) if tokens[place].key == QUOTED), 0)
    between = [token.key for token in tokens[at + 1 : end]]
    lemma = SAYING[tokens[at].key].lemma if tokens[at].key in SAYING else ""
    if lemma == "tell" and [token.key for token in tokens[at + 1 : at + 3]][:1] in (["nobody"], ["no"]):
        return True
    if not between:
        return False
    if between[-1] == ":":
        return lemma == "quote" or (lemma == "ask" and (",", "who") in pairwise(between))
    perfect = between[-2:]
    taken = len(perfect) > 1 and perfect[0] in _PERFECT and perfect[1] in _TAKEN
    return taken or (lemma in _JUDGING and between[-1] in _WORDS)


def _leads_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb takes something else than what a colon brings in: `refused to call it a defeat: "…"`.

    Whom it is said to, when and where is nothing else, nor is a noun for the words: `did not tell the court: "…"`,
    `did not say the words: "…"`.
    """
    colon = next((place for place in range(at + 1, len(tokens) - 1) if tokens[place].key == ":"), 0)
    if colon <= at + 1 or tokens[colon + 1].key != QUOTED:
        return False
    taken = tokens[at + 1 : colon]
    if _is_wording(tokens[at + 1 : colon + 1]):
        return False
    if any(is_finite(token) or token.key in _ASKING for token in taken):
        return True
    lemma = SAYING[tokens[at].key].lemma if tokens[at].key in SAYING else ""
    placed = taken[0].key in PLACING | _TOWARDS or [token.key for token in taken] in _SO
    return lemma in _ABOUT or not (placed or lemma in _TELLING)


def _is_wording(tokens: Sequence[Token]) -> bool:
    """Whether what a verb takes, up to a colon, is a noun for the words behind it: "the words in court:"."""
    if tokens[0].key not in DETERMINERS | _POINTING:
        return False
    ends = PLACING | _TOWARDS | {":"}
    return any(one.key in _WORDINGS and two.key in ends for one, two in pairwise(tokens[:_LONGEST_WORDING]))


def leaves_open(group: set[str]) -> bool:
    """Whether the words of a verb group deny its verb or leave it open; who "could only say" it did."""
    if "only" in group:
        return False
    denied = any(key.endswith("n't") for key in group)
    return denied or not group.isdisjoint(_NEGATIONS | _MODALS | _UNTRULY) or {"would", "have"} <= group


def _undone(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before "to" or "as" leaves it unsaid: "was urged to", "has yet to", "misquoted as"."""
    before = tokens[at - 1].key
    if tokens[at].key == "to":
        return before in _UNDONE
    near = [token.key for token in tokens[max(at - _LONGEST_OBJECT, 0) : at]]
    return not _MISQUOTED.isdisjoint(near) or (at > 1 and tokens[at - 2].key in _UNTRULY)


def _bids(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb before "to" bids somebody else to say it: "asked Bo Ek to say"."""
    near = [token.key for token in tokens[max(at - _BIDDING, 0) : at]]
    return tokens[at].key == "to" and not _BIDS.isdisjoint(near[:-1])


def _is_nobody(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether a subject is one that did not, or may not have: "neither A nor B", "A or B", "is not what A said"."""
    before = [token.key for token in tokens[max(subject.start - 2, 0) : subject.start]]
    if subject.end < len(tokens) and tokens[subject.end].key == "or":
        return True
    if not before:
        return False
    if before[-1] in _PLAYING or (before[-1] == "as" and before[0] in _POSING):
        return True
    return before[-1] in _NOBODY or (before[-1] == "what" and before[0] in _NEGATIONS)


def _introduces(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb brings in the words of its subject, by a colon or comma, or after them."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else "."
    if following in (":", ","):
        return True
    return not following[0].isalpha() and any(token.key == QUOTED for token in tokens[max(at - 4, 0) : at])


def _calls(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is quoted is what its subject calls the thing he turns down: `dismissed it as "…"`."""
    near = [token.key for token in tokens[at + 1 : at + 2 + _LONGEST_OBJECT] if token.key not in {"a", "an", "the"}]
    return ("as", QUOTED) in pairwise(near)


def _is_denial(token: Token) -> bool:
    said = SAYING.get(token.key)
    return said is not None and said.stance is Stance.DENIES
