"""Someone's say-so behind approved words: ", officials said", ", said Ada Lind", ", according to the bank"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factspec.lexicon import framing
from factspec.lexicon.occupations import OCCUPATIONS
from factspec.lexicon.persons import TITLES
from factspec.lexicon.sayings import SAYINGS
from factspec.lexicon.speakers import ENDINGS, SPEAKERS
from factspec.match.framing_word import WHEN, Frame, ends, negates, one_token
from factspec.match.verbs import DETERMINERS, is_verb
from factspec.text.places import Span
from factspec.text.tokens import Token, keys
from factspec.text.worded import WORDS

# How many tokens a clause such as ", the bank said" may have before its verb, or behind ", said".
_TAIL = 8
# Behind a comma these begin what was so all the same: ", though it did not say why".
_CONCEDING = frozenset("though although".split())
_PRONOUNS = frozenset("it he she they".split())
_PLANS = frozenset("plan plans schedule tradition custom".split())
# Before a verb of saying these make a noun of it: "the loss of posts".
_BEFORE_NOUN = frozenset("to of with in no".split())
# What compares with what was said elsewhere: ", more than analysts had forecast".
_COMPARING = frozenset("than as what nobody".split())
# Whose hearing is somebody's say-so; others hear a noise.
_HEARERS = frozenset("court jury jurors inquest inquiry tribunal hearing committee panel judges magistrates".split())
_ACCOUNTS = (("account",), ("accounts",), ("reckoning",), ("telling",))
_ARTICLES = (("a",), ("an",))
# Nouns for what was done, which a plan is not.
_ACTS = framing.DECISIONS - {"plan", "plans"}
# How soon behind its article such a noun stands.
_NEAR = 3
_SAYING = frozenset("said says say".split())
# Behind these more is told of who speaks: ", said Ada Lind | of the union".
_GOES_ON = frozenset("of at from for who whose in on to as with and".split())
# What is said and says nothing: "said the same", "said a prayer and left".
_SAID = frozenset("same opposite prayer prayers word words lot few following thing things".split())
# Verbs of saying that take whom or what they tell of as their object: "told Bo Ek", "reported the driver".
_TAKING_OBJECTS = frozenset("tell tells told report reports reported describe describes described".split())


def say_so(tokens: Sequence[Token], start: int) -> Iterator[Frame]:
    """A clause that gives the words before it to someone, its comma or dash the first of `tokens`, at `start`."""
    after = keys(tokens)
    clause = after[2:] if after[1:2] == ("even",) else after[1:]
    conceded = clause[:1] != () and clause[0] in _CONCEDING and clause[1:2] != () and clause[1] in _PRONOUNS
    if after[:1] not in ((",",), ("-",), ("--",)) or conceded:
        return
    if after[1:3] == ("according", "to"):
        if after[3:4] == () or after[3] not in _PLANS or not ends(after[4:], WHEN):
            yield Frame("say-so", Span(start + 1, start + 3))
    elif _inverted(tokens) or _is_statement(after) or _by_account(after[1:]):
        yield Frame("say-so", one_token(start, 1))
    elif not _judges_act(after):
        yield from _given(after, start)


def _is_statement(after: Sequence[str]) -> bool:
    """Whether the words are called somebody's: ", a claim that unions contest", ", a story he said he made up"."""
    noun = after[2] if after[1:2] in _ARTICLES and after[2:3] != () else ""
    said = any(SAYINGS.get(key) in {"say", "claim"} for key in after[3 : 3 + _TAIL])
    return noun in framing.STATEMENTS and (noun in framing.SAY_SO_NOUNS or said)


def _by_account(keys: Sequence[str]) -> bool:
    """Whether words behind a comma name whose account it is: "in the words of its chairman", "by its own account"."""
    if keys[:4] == ("in", "the", "words", "of"):
        return True
    own = keys[2:3] == ("own",)
    return keys[:1] == ("by",) and (own or keys[1:2] == ("all",)) and keys[2 + own : 3 + own] in _ACCOUNTS


def _judges_act(after: Sequence[str]) -> bool:
    """Whether somebody judges what was done: ", a move that analysts said was overdue"; not that it was, or will be."""
    done = after[1:2] in _ARTICLES and not _ACTS.isdisjoint(after[2 : 2 + _NEAR])
    turned = (
        {"possible", "likely"}
        | framing.FUTURE
        | framing.MODAL
        | framing.DOUBT
        | framing.FALSITY
        | framing.DENIAL
        | framing.UNDONE
    )
    return done and turned.isdisjoint(after) and not any(map(negates, after)) and ("made", "up") not in pairwise(after)


def _given(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A verb behind its subject: ", officials said", ", unions fear"."""
    for position in range(1, min(len(after), _TAIL)):
        if after[position] in framing.RELATIVES or after[position] == ",":
            return
        if _only_thinks(after, position):
            yield Frame("doubt", one_token(start, position))
            return
        if _gives(after, position):
            untrue = after[position - 1] in framing.FALSITY
            yield Frame("denial" if untrue else "say-so", one_token(start, position - untrue))
            return


def _inverted(tokens: Sequence[Token]) -> bool:
    """Whether behind a comma a verb of saying stands before its subject, which ends the clause: ", said Ada Lind"."""
    if len(tokens) < 3 or SAYINGS.get(tokens[1].key) not in {"say", "claim"} or tokens[1].key in _TAKING_OBJECTS:
        return False
    speaker = tokens[2 : 2 + _subject(tokens[2 : 2 + _TAIL])]
    if not speaker or any(is_verb(speaker, at) for at in range(len(speaker))):
        return False
    plain = tokens[1].key in _SAYING
    if speaker[0].key in DETERMINERS:
        known = speaker[0].key not in {"a", "an"}
        return plain and len(speaker) > 1 and (_speaks(speaker[-1].key) or (known and speaker[-1].key not in _SAID))
    named = all(one.text[0].isupper() for one in speaker)
    if not named and not (_speaks(speaker[-1].key) if plain else speaker[-1].key in SPEAKERS):
        return False
    # "claimed Hale as its base", "claimed Hale, and left"
    return plain or _ends_clause(tokens[2 + len(speaker) :])


def _ends_clause(behind: Sequence[Token]) -> bool:
    return not behind or not (behind[0].text[0].isalnum() or (behind[1:] and behind[1].key == "and"))


def _subject(tokens: Sequence[Token]) -> int:
    """How many tokens a speaker's noun or name has, before what goes on or ends it."""
    ends = (at for at, one in enumerate(tokens) if one.key in _GOES_ON or not (one.text[0].isalnum() or one.key == "-"))
    return next(ends, len(tokens))


def _speaks(key: str) -> bool:
    """Whether a word is a noun for those who speak."""
    return key in SPEAKERS | OCCUPATIONS | TITLES or key.endswith(ENDINGS)


def _gives(after: Sequence[str], position: int) -> bool:
    """Whether a word is a verb of saying with a subject before it: no noun ("nine posts")."""
    said = SAYINGS.get(after[position]) in {"say", "claim", "suggest", "think"} and not _describes(after, position)
    before = after[position - 1]
    noun = before in _BEFORE_NOUN | DETERMINERS or (before in WORDS - {"a", "one"} and after[position].endswith("s"))
    if after[position] in framing.HEARSAY:
        heard = not after[position].startswith("hear") or before in _HEARERS
        return heard and position > 1 and ends(after[position + 1 :], WHEN) and not _describes(after, position)
    demanded = before == "then" and not after[position].endswith(("ed", "aid", "old"))
    named = position > 1 and not (noun or demanded)
    return said and named and after[position + 1 : position + 2] not in (("of",), ("to",))


def _only_thinks(after: Sequence[str], position: int) -> bool:
    """Whether a verb behind a comma only thinks so: ", unions fear", ", it seems"; "less than forecast" compares."""
    key = after[position]
    thinks = key in framing.HOPING or (after[1:2] == ("it",) and key in framing.OPEN)
    return thinks and position > 1 and ends(after[position + 1 :], WHEN)


def _describes(after: Sequence[str], position: int) -> bool:
    """Whether a verb of saying stands in what describes the words before: ", the highest the firm has reported"."""
    nouns = sum(key in DETERMINERS for key in after[1:position])
    return nouns > 1 or after[position].endswith("ing") or not _COMPARING.isdisjoint(after[1:position])
