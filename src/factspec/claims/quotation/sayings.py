"""The verbs and phrases of saying in a sentence, each with its subject."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factspec.claims.quotation.noun_phrases import (
    BEFORE_OBJECTS,
    DETERMINERS,
    PLACING,
    QUOTED,
    Phrase,
    clause_subject,
    is_finite,
    is_name,
    name_ending,
    phrase_ending,
    phrase_starting,
)
from factspec.language.inflection import is_participle
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
# Nouns for a statement that someone makes: "rumours that …".
_SAY_SO_NOUNS = frozenset(
    "claim claims allegation allegations accusation accusations assertion assertions rumour rumours rumor rumors "
    "suggestion suggestions speculation suspicion suspicions fear fears hope hopes belief theory charge charges "
    "prediction predictions threat threats promise promises warnings expectation expectations".split()
)
# What is said in play or for show, and how many tokens before it are passed over.
_PLAY = frozenset("deepfake satirical parody spoof doctored".split())
_SHOWN = 3
_MIMICKING = frozenset("mocking imitating impersonating mimicking parodying paraphrasing".split())
_PLAYED = 8
# Verbs that ask somebody to say it, and how many tokens before "to" they may be.
_BIDS = frozenset("asked asks urged urges told tells ordered orders begged begs advised invited encouraged".split())
_BIDDING = 4
_NAMING = frozenset("called calls calling described describes dismissed rejected labelled labeled".split())
# How many tokens of an object may be between a verb and its "as".
_LONGEST_OBJECT = 5
# Verbs whose object is the listener, and verbs whose object is the topic.
_TELLING = frozenset("tell ask warn".split())
_ABOUT = frozenset("comment remark apologise apologize speak respond reply refer".split())
_TOWARDS = frozenset(["to", "by"])
_SO = (["it"], ["so"], ["this"], ["that"])
_ASKING = frozenset("what when where why how whether if who which".split())
_PERFECT = frozenset("had has have having".split())
# Verbs of hearing or reading a quotation, verbs of judging it, and nouns for it.
_TAKEN = frozenset("read heard seen overheard shouted".split())
_JUDGING = frozenset("criticise criticize condemn denounce decry praise welcome hail".split())
_WORDS = frozenset("slogan phrase words word term expression motto chant banner sign label".split())
# Nouns for words that somebody says or writes, what may begin them, and how many tokens they have at most.
_WORDINGS = _WORDS | frozenset(
    """words lines line sentence sentences phrases terms remark remarks comment comments quote quotation statement
    message sentiment claim thing things following""".split()
)
_POINTING = frozenset("these those such".split())
_LONGEST_WORDING = 6
_NOBODY = frozenset("not neither nor either or".split())
# Verbs of playing another: "posing as Nora Pell", "an actor playing Nora Pell".
_PLAYING = frozenset("playing impersonating imitating mimicking portraying parodying".split())
_POSING = frozenset("posing masquerading dressed disguised".split())


def is_adverbial(token: Token) -> bool:
    """Whether a token may be between a subject and its verb: an auxiliary, a negation, an adverb."""
    return token.key in _AUXILIARIES | BE | _NEGATIONS | _MODALS | REFLEXIVES or (
        token.key.endswith("ly") and token.text[0].islower()
    )


def unsaid(tokens: Sequence[Token], at: int, subject: Phrase) -> bool:
    """Whether a verb with this subject denies it, is denied, or does not say that it was said.

    A denial beside the quotation introduces it: `Xi denied: "…"`.
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
    """Whether the words after a verb and its subject make fun of it: ", mocking the owner", "in a deepfake video"."""
    following = [token.key for token in tokens[first : first + _PLAYED]]
    if QUOTED in following:
        following = following[: following.index(QUOTED)]
    if following[:1] == [","]:
        return not _MIMICKING.isdisjoint(following[1:2])
    shown = following[1 : 1 + _SHOWN] if following[:1] in (["in"], ["for"]) else []
    return not _PLAY.isdisjoint(shown)


def _calls_a_claim(tokens: Sequence[Token], at: int) -> bool:
    """Whether the quotation is a claim that a verb gives a name to: "called the claim that “…” a joke"."""
    following = [token.key for token in tokens[at + 1 : at + 1 + _PLAYED]]
    named = any(one in _SAY_SO_NOUNS and two == "that" for one, two in pairwise(following))
    return named and QUOTED in following and tokens[at].key in _NAMING


def _passes_over(tokens: Sequence[Token], at: int) -> bool:
    """Whether the quotation is another's: a slogan that is condemned, what was read, what somebody is asked."""
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
    """Whether a verb has another object than what a colon brings in: `refused to call it a defeat: "…"`.

    The listener, time and place are not objects, and neither is a noun for the words: `did not tell the court: "…"`,
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
    """Whether a verb's object, up to a colon, is a noun for the words after it: "the words in court:"."""
    if tokens[0].key not in DETERMINERS | _POINTING:
        return False
    ends = PLACING | _TOWARDS | {":"}
    return any(one.key in _WORDINGS and two.key in ends for one, two in pairwise(tokens[:_LONGEST_WORDING]))


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


def _bids(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb before "to" asks somebody else to say it: "asked Bo Ek to say"."""
    near = [token.key for token in tokens[max(at - _BIDDING, 0) : at]]
    return tokens[at].key == "to" and not _BIDS.isdisjoint(near[:-1])


def _is_nobody(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether a subject did not say it, or may not have: "neither A nor B", "A or B", "is not what A said"."""
    before = [token.key for token in tokens[max(subject.start - 2, 0) : subject.start]]
    if subject.end < len(tokens) and tokens[subject.end].key == "or":
        return True
    if not before:
        return False
    if before[-1] in _PLAYING or (before[-1] == "as" and before[0] in _POSING):
        return True
    return before[-1] in _NOBODY or (before[-1] == "what" and before[0] in _NEGATIONS)


def _introduces(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb introduces the words of its subject, by a colon or comma, or after them."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else "."
    if following in (":", ","):
        return True
    return not following[0].isalpha() and any(token.key == QUOTED for token in tokens[max(at - 4, 0) : at])


def _calls(tokens: Sequence[Token], at: int) -> bool:
    """Whether the quotation is what its subject calls the thing: `dismissed it as "…"`."""
    near = [token.key for token in tokens[at + 1 : at + 2 + _LONGEST_OBJECT] if token.key not in {"a", "an", "the"}]
    return ("as", QUOTED) in pairwise(near)


def _is_denial(token: Token) -> bool:
    said = SAYING.get(token.key)
    return said is not None and said.stance is Stance.DENIES


# The subject of a verb of saying: before it, after it, or after a comma.


# Verbs whose subject speaks in a letter.
_AUTHORS = frozenset("wrote signed sent published posted issued".split())
# How far before a verb of saying a relative clause that ends there may begin.
_RELATIVE = 6
_COMMAS = frozenset({","})
_DASHES = frozenset({"-", "--"})
_RELATIVES = frozenset({"who", "whose"})
_FARTHEST_AGENT = 14
_LONGEST_CITED = 9
# What ends a sentence or clause after its speaker.
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


def _after_verb(tokens: Sequence[Token], comma: int, at: int) -> Phrase | None:
    """The subject after a verb and a comma before it: "The driver escaped, said Ada Lind."."""
    said = SAYING.get(tokens[at].key)
    after = phrase_starting(tokens, at + 1) if said and said.lemma in INVERTED else None
    if not said or not after or tokens[at + 1].key in BEFORE_OBJECTS or _is_about(tokens, comma):
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
    return after if following in _STOPS or (following == "," and not _resumes(tokens, after.end + 1)) else None


def _is_about(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a clause is about quoted words and does not introduce them: "“…” is a line critics made up, said"."""
    return any(one.key == QUOTED and two.key in BE for one, two in pairwise(tokens[: comma + 1]))


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


def _resumes(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause continues after the description of its subject: "said Lumo, which lost money, would close"."""
    following = next((at + 1 for at in range(first, len(tokens) - 1) if tokens[at].key == ","), 0)
    return bool(following) and tokens[following].key != QUOTED


def _of_relative(tokens: Sequence[Token], before: int) -> Phrase | None:
    """What a relative clause that ends at a token describes: "the man who sued Ada Lind"."""
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
    """The subject, or the one that is meant instead: "it was Bo Ek, not Ada Lind, who said"."""
    start = subject.start if subject else 0
    instead = start > 2 and tokens[start - 1].key == "not" and tokens[start - 2].key == ","
    return (phrase_ending(tokens, start - 3) if instead else None) or subject


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
# What follows "speak" if it introduces words.
_SPOKEN_OF = frozenset("of about to on in at after before when up out with by from through first last".split())
# What may follow a verb that is alone after a quotation, what makes another verb of it ("shrugged off Bo Ek"),
# and what may be between it and the marks.
_PARTICLES = frozenset("out on up in back".split())
_TURNING = _PARTICLES | {"off", "down", "away", "over"}
_PARTING = frozenset([",", "-", "--", "\u2013", "\u2014"])
# Owners of the words, and nouns for words.
_OWNERS = frozenset(["his", "her", "their"])
_UTTERANCES = frozenset(
    """advice answer reply response reaction verdict message explanation conclusion view motto plea warning comment
    prediction theory assessment""".split()
)
# Verbs before a colon that introduce words, besides forms of "be": "puts it differently:".
_LEADING = frozenset("puts put disagrees disagreed agrees agreed goes went begins began continues continued".split())
_LEAD = 4
# After "be": participles for a mood, which describe a speaker, and words that begin an object.
_FEELINGS = frozenset(
    """delighted pleased disappointed unimpressed surprised shocked thrilled relieved convinced amused worried concerned
    determined frustrated annoyed stunned horrified devastated excited resigned unmoved unconcerned undaunted
    lost fed reserved measured guarded forthright unequivocal""".split()
)
_OBJECTS = frozenset("a an the this that these those".split())
# How far after a verb another verb of saying is looked for, in tokens, and verbs that cite another.
_PASSED = 8
_CITING = frozenset("quoted quotes quoting cited cites citing".split())
# Verbs whose passive subject listens.
_HEARD = frozenset("told informed assured warned asked".split())


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
        if verb and not subject and tokens[at].key in _HEARD and QUOTED in [one.key for one in tokens[at + 1 : at + 3]]:
            listener = clause_subject(tokens, at) or Phrase(at, at + 1, is_name=False)
            yield Saying(at, listener, denies=True)  # "Ada Lind was told “…”"
        if subject:
            yield Saying(at, subject, verb and unsaid(tokens, at, subject))


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    said = SAYING.get(tokens[at].key.lower())
    if said is None:
        return _uses_words(tokens, at) or _is_alone(tokens, at)
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
        return False  # "he said his party would ask the court"
    apart = before == "-" and tokens[at - 1].end < tokens[at].start
    return (apart or before not in _BEFORE_NOUNS) and not before.endswith("'s")


def _passes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb attributes the quotation to another: "quoted Bo Ek as saying", "said Bo Ek had said"."""
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
    """Whether somebody "used the phrase …", or a phrase is one that somebody "used"."""
    if tokens[at].key not in ("used", "uses", "using"):
        return False
    near = (*tokens[max(at - 4, 0) : at], *tokens[at + 1 : at + 4])
    return any(token.key in ("word", "words", "phrase", "term", "expression") for token in near)


def _is_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation with a stop at its end, a speaker and one verb are adjacent: "“…,” Ada shrugged."."""
    if tokens[at].text not in MANNERS or not at:
        return False
    particle = at + 1 < len(tokens) and tokens[at + 1].key in _PARTICLES
    subject = phrase_ending(tokens, at - 1)
    if subject and _is_somebody(tokens, subject) and _ends(tokens, at + 1 + particle):
        return _is_marked_off(tokens, subject.start)
    inverted = phrase_starting(tokens, at + 1) if _is_marked_off(tokens, at) else None
    if inverted is None or not inverted.is_name or tokens[at + 1].key in _TURNING:
        return False
    return _ends(tokens, inverted.end)


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
        if subject and subject.start == 0 and subject.is_name:
            return subject
        utterer = _utterer(tokens, at)
        if utterer:
            return utterer
        # "Xi was blunt:", if no verb before it names a speaker
        return None if any(_is_verb(tokens, before) for before in range(at)) else _opening(tokens, at)
    return _of_signature(tokens, at) if key in _SIGNING and (not before or before.key == QUOTED) else None


def _utterer(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The owner of an answer, advice or verdict before a colon: "Her advice is simple:", "Ada Lind's verdict:"."""
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
    """The name or pronoun that begins a clause before a colon."""
    subject = clause_subject(tokens, end)
    if not subject or subject.start or leaves_open({token.key for token in tokens[subject.end : end]}):
        return None
    leads = next((at for at in range(end - 1, max(end - _LEAD, 0) - 1, -1) if _may_lead(tokens, at, end)), -1)
    others = any(is_name(token) for token in tokens[subject.end : end])
    return subject if leads >= 0 and not others else None


def _may_lead(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a verb introduces words: "puts it differently", "was blunt"; not "was sent a text"."""
    if tokens[at].key not in BE:
        return tokens[at].key in _LEADING
    rest = [token.key for token in tokens[at + 1 : end]]
    state = next((key for key in rest if not key.endswith("ly")), "")
    passive = is_participle(state)
    return (not passive or state in _FEELINGS) and _OBJECTS.isdisjoint(rest)


def _of_signature(tokens: Sequence[Token], at: int) -> Phrase | None:
    signed = phrase_starting(tokens, at + 1)
    ends = signed and (signed.end == len(tokens) or not tokens[signed.end].text[0].isalpha())
    return signed if signed and signed.is_name and signed.start == at + 1 and ends else None
