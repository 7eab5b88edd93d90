"""Verbs of a clause, recognised by their form and their neighbours, and verbs that take certain objects."""

from collections.abc import Sequence

from factspec.language.function_words import FINITE, FUNCTION_WORDS
from factspec.language.inflection import IRREGULAR, verb_forms, with_s
from factspec.language.reporting import SAYINGS
from factspec.language.tokens import Token

# Verb forms: auxiliaries and pasts.


AUXILIARIES = frozenset("is are was were be has have had will would can could must shall should do does did".split())

# Pasts that are more often another word, or are spelled like the base form.
_OTHER_WORDS = frozenset("found cut put set hit led read left shut cost let spread split saw".split())
PASTS = frozenset(past for past, _ in IRREGULAR.values()) - (_OTHER_WORDS - {"led", "shut"}) - {"hurt", "had"}
"""Irregular pasts that are rarely another word."""
FINITE_VERBS = FINITE | AUXILIARIES | PASTS | SAYINGS.keys()
"""Words that are usually the finite verb of a clause."""

# Regular pasts of four letters; most other words in "ed" of that length are not pasts ("need", "seed").
SHORT_PASTS = frozenset("axed died eyed lied owed sued tied vied".split())


DETERMINERS = frozenset("the a an its his her their our this these those".split())
"""Words that begin a noun phrase."""

BEFORE_NO_VERB = (
    FUNCTION_WORDS - AUXILIARIES - frozenset("who which whose whom that i you he she it we they and".split())
)
"""Words after which a past form is an adjective or a noun: "the damaged bridge", "a rose"."""

# Regular pasts have at least five letters ("ended", not "bed"); the words below are not pasts.
_SHORTEST_PAST = 5
_NO_PASTS = frozenset("speed breed greed bleed steed indeed hundred".split())


def is_past(key: str) -> bool:
    """Whether a lower-case word looks like a past form or a regular participle."""
    regular = key.endswith("ed") and len(key) >= _SHORTEST_PAST and key not in _NO_PASTS
    return regular or key in PASTS or key in SHORT_PASTS


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a past form or an auxiliary."""
    return has_verbs_form(tokens[at].text, tokens[at].key, tokens[at - 1].key if at else "")


def has_verbs_form(text: str, key: str, before: str) -> bool:
    """`is_verb` for a word as written, its key, and the key before it or an empty text."""
    if text[0].isupper():
        return False
    if key in AUXILIARIES:
        return True
    return is_past(key) and before not in BEFORE_NO_VERB


# Verbs with things as their object: the words that "and" joins after them are nouns.


_TRADE = "buy sell export import order purchase trade supply deliver stock advertise market"
_MAKING = "make produce grow build manufacture raise breed harvest plant catch mine mill brew bake print repair"
_CARRYING = "carry transport ship bring take haul move unload load collect fetch send"
_HOLDING = "hold have own keep store contain include need lack use require possess combine cover"
_GIVING = "give offer provide serve donate distribute get receive accept fund teach study"
_DAMAGE = "damage destroy burn wreck flood hit kill injure wound steal seize lose ban attack threaten"
_DEALING = f"{_TRADE} {_MAKING} {_CARRYING} {_HOLDING} {_GIVING} {_DAMAGE}".split()
DEALING = frozenset(form for verb in _DEALING for form in verb_forms(verb)) | {"has"}
"""Their folded forms."""


# Verbs and nouns with "on" before their object: "depends on Monday", "a ban on Monday trading".


_GOVERNORS_VERBS = """depend rely focus concentrate hinge bank bet count insist agree decide settle reflect dwell
elaborate expand touch lean build draw impinge plan comment rest center centre base turn switch carry keep hold pass
log sign take put get live feed act speculate"""
_NOUNS = """report vote work talk talks ban tax book debate decision attack ruling rule law limit cap focus embargo
sanction sanctions curb view views effect impact research study restriction article essay paper film lecture speech
briefing discussion question information data detail details note reliance dependence emphasis tariff levy freeze
moratorium referendum agreement consensus negotiations news update guidance advice opinion evidence light doubt
pressure stance stand position bid poll""".split()

TAKE_ON = frozenset(form for verb in _GOVERNORS_VERBS.split() for form in verb_forms(verb)).union(
    _NOUNS, map(with_s, _NOUNS)
)
"""Words after which "on" and a day may say something other than when."""
