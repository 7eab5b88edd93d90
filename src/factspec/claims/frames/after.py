"""Frames that stand behind approved words, in the rest of their sentence."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factspec.claims.frames.frame import SIGHT, WHEN, Frame, ends, negates, one_token
from factspec.claims.index import Index
from factspec.language import framing_words
from factspec.language.number_words import WORDS
from factspec.language.people import ENDINGS, OCCUPATIONS, SPEAKERS, TITLES
from factspec.language.places import Span
from factspec.language.reporting import SAYINGS
from factspec.language.tokens import Token, keys
from factspec.language.verbs import AUXILIARIES, DETERMINERS, PASTS, is_verb

# How many tokens a clause such as ", the bank said" may have before its verb.
_TAIL = 8
# How many tokens of the anchor's own clause may stand between it and what is said of it.
_REST = 8
# How near behind an anchor a condition stands that has no comma before it.
_NEAR = 3
# How soon behind the noun or the article a verdict in apposition stands: ", a claim since withdrawn".
_APPOSITION = 4
_BE = frozenset("is was are were be been being has have had proved proves turned out to later since".split())
_WHEN_SAID = frozenset("on in at yesterday today again later".split())
_OPENING = (",", "-", "--", "(", "[")
# Words by which what stands before them is judged.
_JUDGING = framing_words.DOUBT | framing_words.FALSITY | framing_words.DENIAL
_FRAMING = (
    framing_words.UNTRUE
    | framing_words.HEARSAY
    | {"words", "account", "accounts", "telling", "reckoning"}
    | _JUDGING
    | framing_words.UNDONE
    | framing_words.HOPING
    | framing_words.OPEN
    | SAYINGS.keys()
    | {"if", "unless", "or", "according", "not"}
)
# "many, if not all", "the wording, if not the decision": what may be more, or is left out, is no condition.
_MUCH = DETERMINERS | WORDS | frozenset("all most many much more quite entirely always".split())
_NOTHING = frozenset("no nobody nothing none neither few".split())
# Without one of these nothing behind words frames them; behind most stand none.
_CUES = _FRAMING | _NOTHING | {'"'}
# What "no" and "few" stand with and deny nothing.
_NO_LONGER = frozenset({"longer", "more"})
_NO_DENIAL = frozenset("later earlier sooner more less fewer longer doubt matter small".split())


def frames_after(index: Index, anchor: Span, *, governed: bool) -> Iterator[Frame]:
    """Frames behind an anchor in its sentence; `governed` where its clause hangs on "that" or "whether"."""
    sentence = index.sentence_tokens[index.sentence_of(anchor.end - 1)]
    after = index.keys(Span(anchor.end, min(sentence.end, anchor.end + SIGHT)))
    if after and index.token_keys[sentence.end - 1] == "?":
        yield Frame("question", Span(sentence.end - 1, sentence.end))
    if _CUES.isdisjoint(after):
        return
    yield from _of_nothing(after, anchor.end)
    if after[:1] == ('"',):
        yield from _verdict(after[1:], anchor.end + 1)
    if _FRAMING.isdisjoint(after):
        return
    yield from _condition(after, anchor.end)
    rest = _rest(after)
    if (
        _ends_in_relative(index.keys(Span(max(anchor.start - 1, sentence.start), anchor.end)))
        and after[rest : rest + 1] == (",",)
        and _is_verb(after[rest + 1 : rest + 2])
    ):
        return  # behind the comma the clause goes on that the relative one stands in
    yield from _verdict(after, anchor.end)
    if rest:
        yield from _verdict(after[rest:], anchor.end + rest)
    clause = index.tokens[anchor.end + rest : anchor.end + len(after)]
    yield from say_so(clause, anchor.end + rest)
    if governed:
        yield from _of_the_clause(after, anchor.end)


def _ends_in_relative(keys: Sequence[str]) -> bool:
    """Whether words, with the one before them, end in a relative clause: "The mayor, who is on a visit to Oman | ,"."""
    pronoun = next((at for at in range(len(keys) - 1, -1, -1) if keys[at] in {"who", "which", ","}), 0)
    return keys[pronoun] in {"who", "which"}


def _is_verb(keys: Sequence[str]) -> bool:
    """Whether a key is a verb in the past or an auxiliary, and so follows its subject."""
    return keys != () and (keys[0] in PASTS | AUXILIARIES | SAYINGS.keys() or keys[0].endswith("ed"))


def _rest(after: Sequence[str]) -> int:
    """How many tokens of the anchor's own clause follow it, before a comma or dash; 0 where none is near."""
    for position, key in enumerate(after[: _REST + 1]):
        if key in _OPENING:
            return position
        if key in framing_words.BOUNDARIES or key in framing_words.RELATIVES:
            return 0
    return 0


def _of_nothing(after: Sequence[str], start: int) -> Iterator[Frame]:
    """An object that is none: "The police arrested | no suspects", "found him guilty | of nothing"."""
    at = int(after[:1] != () and after[0] in {"of", "on", "in", "for", "to", "at"})
    following = (*after[at + 1 : at + 3], "", "")
    ends = following[0] in _NO_LONGER and not following[1][:1].isalnum()  # "no longer than", but "no longer."
    if after[at : at + 1] and after[at] in _NOTHING and (ends or following[0] not in _NO_DENIAL):
        yield Frame("negation", one_token(start, at))


def _condition(after: Sequence[str], start: int) -> Iterator[Frame]:
    for position, key in enumerate(after):
        earlier = after[position - 1] if position else ""
        if key in {"and", "but", ";"}:
            return
        following = after[position + 1 : position + 3]
        if following[:1] == ("only",) or (following[:1] == ("not",) and following[1:] != () and following[1] in _MUCH):
            continue
        if key in {"if", "unless"} and (earlier in {"", ","} or position < _NEAR) and earlier not in {"even", "as"}:
            yield Frame("condition", one_token(start, position))


def _verdict(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A verdict on the claim: ", a claim since withdrawn", ", which the ministry denied", ", allegedly"."""
    if after[:3] == (",", "or", "so"):
        yield Frame("doubt", Span(start + 1, start + 3))
    yield from _beside(after, start)
    for position, key in enumerate(after):
        ends = position + 1 == len(after) or not after[position + 1][0].isalnum()
        if key in framing_words.DOUBT and key.endswith("ly") and after[:position] in ((), (",",)) and ends:
            yield Frame("doubt", one_token(start, position))
        if key == "lied" or (key == "absurd" and not framing_words.DECISIONS.isdisjoint(after[:position])):
            continue  # what somebody did, or thinks of an act
        if (key in framing_words.FALSITY or key in framing_words.DENIAL or key in framing_words.UNDONE) and _judges(
            after, position
        ):
            yield Frame("denial", one_token(start, position))


def _beside(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A verdict right behind the claim: ", which is not true", "(this is disputed)", "(false)", ": not true"."""
    if (
        after[:2] == (",", "which")
        and any(map(negates, after[:_TAIL]))
        and not framing_words.TRUTH.isdisjoint(after[:_TAIL])
    ):
        yield Frame("denial", Span(start + 1, start + 2))
    beside = after[:1] in (("(",), ("[",)) or (
        after[:1] in ((":",), ("-",), ("--",)) and _framing_after_ends_clause(after[2:])
    )
    if beside and after[1:2] and (after[1] in _JUDGING or after[1] == "not"):
        yield Frame("denial", one_token(start, 1))


def _framing_after_ends_clause(following: Sequence[str]) -> bool:
    return not following or not following[0][0].isalnum()


def _judges(after: Sequence[str], position: int) -> bool:
    """Whether a word that denies or calls untrue speaks of the words before `after`."""
    earlier, following = after[:position], after[position + 1 :]
    if _points_back(following) and framing_words.SUBORDINATORS.isdisjoint(earlier):
        return True
    if earlier and set(earlier) <= _BE | {"a"}:
        return True
    if earlier[:2] == (",", "which"):
        return earlier[-1] in _BE or (position > 2 and ends(following, WHEN))
    if earlier[:1] in ((",",), ("-",), ("(",)) and earlier[1:2] in (("a",), ("an",), ("something",), ("which",)):
        named = any(
            key in framing_words.POINTING_NOUNS or key in framing_words.SAY_SO_NOUNS for key in earlier[2:_APPOSITION]
        )
        acts = len(earlier) > 4 and (
            earlier[2] in framing_words.DECISIONS or earlier[2] in framing_words.POINTING_NOUNS
        )
        relative = acts and earlier[3] in {"that", "which"} and set(earlier[4:]) <= _BE
        late = relative or (earlier[-1] in {"since", "later", "now"} and position <= _APPOSITION + 1)
        return named or earlier[1] in {"something", "which"} or position < _APPOSITION or late
    return (
        after[:1] == (",",)
        and ({",", "and"} | framing_words.SUBORDINATORS).isdisjoint(earlier[1:])
        and 1 < position < _TAIL
        and (not following or not following[0][0].isalnum())
    )


def _points_back(keys: Sequence[str]) -> bool:
    """Whether these keys begin with an object that points at what was said: "this.", "it", "the claim"."""
    if not keys:
        return False
    if keys[0] in framing_words.BACK_POINTERS:
        when = len(keys) > 1 and (keys[1] in _WHEN_SAID or keys[1].endswith("ly"))
        return len(keys) == 1 or not keys[1][0].isalnum() or when
    return keys[0] == "the" and keys[1:2] != () and keys[1] in framing_words.STATEMENTS


def _of_the_clause(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A verdict on a clause with "that", behind the rest of it: "reports that … | in May were false"."""
    for position, key in enumerate(after[:_REST]):
        if key in framing_words.BOUNDARIES or key in framing_words.RELATIVES:
            return
        verb = after[max(position - 1, 0)] if after[max(position - 1, 0)] != "a" else after[max(position - 2, 0)]
        if (
            position
            and (key in framing_words.FALSITY | framing_words.UNTRUE or key in framing_words.DENIAL)
            and verb in _BE
        ):
            yield Frame("denial", one_token(start, position))


# Someone's say-so behind approved words: ", officials said", ", said Ada Lind", ", according to the bank".


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
_ACTS = framing_words.DECISIONS - {"plan", "plans"}
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
    return noun in framing_words.STATEMENTS and (noun in framing_words.SAY_SO_NOUNS or said)


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
        | framing_words.FUTURE
        | framing_words.MODAL
        | framing_words.DOUBT
        | framing_words.FALSITY
        | framing_words.DENIAL
        | framing_words.UNDONE
    )
    return done and turned.isdisjoint(after) and not any(map(negates, after)) and ("made", "up") not in pairwise(after)


def _given(after: Sequence[str], start: int) -> Iterator[Frame]:
    """A verb behind its subject: ", officials said", ", unions fear"."""
    for position in range(1, min(len(after), _TAIL)):
        if after[position] in framing_words.RELATIVES or after[position] == ",":
            return
        if _only_thinks(after, position):
            yield Frame("doubt", one_token(start, position))
            return
        if _gives(after, position):
            untrue = after[position - 1] in framing_words.FALSITY
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
    return plain or _framing_say_so_ends_clause(tokens[2 + len(speaker) :])


def _framing_say_so_ends_clause(behind: Sequence[Token]) -> bool:
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
    if after[position] in framing_words.HEARSAY:
        heard = not after[position].startswith("hear") or before in _HEARERS
        return heard and position > 1 and ends(after[position + 1 :], WHEN) and not _describes(after, position)
    demanded = before == "then" and not after[position].endswith(("ed", "aid", "old"))
    named = position > 1 and not (noun or demanded)
    return said and named and after[position + 1 : position + 2] not in (("of",), ("to",))


def _only_thinks(after: Sequence[str], position: int) -> bool:
    """Whether a verb behind a comma only thinks so: ", unions fear", ", it seems"; "less than forecast" compares."""
    key = after[position]
    thinks = key in framing_words.HOPING or (after[1:2] == ("it",) and key in framing_words.OPEN)
    return thinks and position > 1 and ends(after[position + 1 :], WHEN)


def _describes(after: Sequence[str], position: int) -> bool:
    """Whether a verb of saying stands in what describes the words before: ", the highest the firm has reported"."""
    nouns = sum(key in DETERMINERS for key in after[1:position])
    return nouns > 1 or after[position].endswith("ing") or not _COMPARING.isdisjoint(after[1:position])
