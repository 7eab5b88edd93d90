"""Which words of a clause are its verb, told by their form and by what stands beside them."""

from collections.abc import Sequence
from functools import lru_cache

from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.number_words import WORDS
from factspec.language.tokens import Token

# Verb forms that can only be a clause's verb: auxiliaries and irregular pasts.


AUXILIARIES = frozenset("is are was were be has have had will would can could must shall should do does did".split())

PASTS = frozenset(
    "arose awoke became began bent bit bled blew broke brought built bought caught chose clung came crept dealt dug "
    "drew drank drove ate fell fed fought fled flew forbade forgot forgave froze got gave went ground grew hung heard "
    "hid held kept knelt knew laid led learnt lent lay lit lost made meant met paid proved quit rode rang rose ran "
    "said sold sent shook shone shot showed shrank shut sang sank sat slept slid spoke sped spent spun sprang stood "
    "stole stuck stung struck swore swept swam swung took taught tore told thought threw understood woke wore wept "
    "won withdrew withstood wrote beat".split()
)

# Regular pasts of four letters, which are shorter than most words in "ed" that are none ("need", "seed").
SHORT_PASTS = frozenset("axed died eyed lied owed sued tied vied".split())


DETERMINERS = frozenset("the a an its his her their our this these those".split())
"""What begins a noun's words."""

# Words after which a past form is an adjective or a noun: "the damaged bridge", "a rose".
_BEFORE_NO_VERB = (
    FUNCTION_WORDS - AUXILIARIES - frozenset("who which whose whom that i you he she it we they and".split())
)
# Past forms by rule are as long as this: "ended", not "bed".
_VERBS_SHORTEST = 5
# Pasts that are commoner as another word, or are spelled as the base form.
_VERBS_VERBS = frozenset("found cut put set hit led read left shut cost let spread split saw".split())
# What follows a verb in the present more often than a plural: "the deal needs | the", "costs | 5".
_BEHIND_VERB = frozenset("the a an its his her their our this no more less people it them him us".split())
# Verbs in the present that are spelled like no plural.
_PRESENT = frozenset(
    """takes makes gives goes comes gets brings keeps begins becomes includes contains requires allows receives provides
    remains applies expires depends continues""".split()
)


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a past form or an auxiliary."""
    return has_verbs_form(tokens[at].text, tokens[at].key, tokens[at - 1].key if at else "")


def has_verbs_form(text: str, key: str, before: str) -> bool:
    """`is_verb` for a word as written, its key and the key before it, which is empty where none is."""
    if text[0].isupper():
        return False
    if key in AUXILIARIES:
        return True
    past = key in PASTS or key in SHORT_PASTS or (key.endswith("ed") and len(key) >= _VERBS_SHORTEST)
    return past and before not in _BEFORE_NO_VERB


def has_verb(tokens: Sequence[Token]) -> bool:
    """Whether a verb stands among words, behind the first and before the last of them."""
    return any(is_verb(tokens, at) or _is_present(tokens, at) for at in range(1, len(tokens) - 1))


def _is_present(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb in the present, or may be one and has an object behind it: "costs | 5"."""
    key = tokens[at].key
    if key in _PRESENT:
        return True
    if not key.islower() or not (key in _VERBS_VERBS or (key.endswith("s") and not key.endswith("ss"))):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (following.key in _BEHIND_VERB | WORDS or following.text[0].isdigit())


# Regular inflections of English words: the forms that an author may mean by one of them.


# Shorter words have endings that are none ("news", "bus", "red").
_INFLECTION_SHORTEST = 4
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""))
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=4096)
def inflections(word: str) -> frozenset[str]:
    """The regular forms of a lower-case word, itself among them; short words and others have no other form."""
    if len(word) < _INFLECTION_SHORTEST or not (word.isascii() and word.isalpha() and word.islower()):
        return frozenset({word})
    return frozenset({word}).union(*(_forms(base) for base in _bases(word)))


def _bases(word: str) -> set[str]:
    found = {word}
    for ending, instead in (*_ENDINGS, ("ing", "e")):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _INFLECTION_SHORTEST - 1:
            found.add(stem + instead)
            if not instead and ending != "s" and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
                found.add(stem[:-1])
    return found


def _forms(base: str) -> set[str]:
    if base.endswith("e"):
        return {base, f"{base}s", f"{base}d", f"{base[:-1]}ing"}
    if base.endswith("y") and base[-2] not in _VOWELS:
        return {base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"}
    doubled = base + base[-1] if base[-1] not in _VOWELS else base
    return {base, f"{base}s", f"{base}es", f"{base}ed", f"{base}ing", f"{doubled}ed", f"{doubled}ing"}


# Verbs that take things as their object, so that what is joined by "and" behind them are nouns.


_TRADE = "buy sell export import order purchase trade supply deliver stock advertise market"
_MAKING = "make produce grow build manufacture raise breed harvest plant catch mine mill brew bake print repair"
_CARRYING = "carry transport ship bring take haul move unload load collect fetch send"
_HOLDING = "hold have own keep store contain include need lack use require possess combine cover"
_GIVING = "give offer provide serve donate distribute get receive accept fund teach study"
_DAMAGE = "damage destroy burn wreck flood hit kill injure wound steal seize lose ban attack threaten"
_DOUBLED = frozenset({"ship", "ban", "hit", "get", "stock"}) - {"stock"}
_DEALING_IRREGULAR = (
    "has had having bought sold made grew grown built bred caught brought took taken sent held kept gave given got "
    "taught stole stolen lost"
)


def _inflected(verb: str) -> tuple[str, ...]:
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return (verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    stem = verb.removesuffix("e") + (verb[-1] if verb in _DOUBLED else "")
    return (verb, f"{verb}es" if verb.endswith(("ch", "sh")) else f"{verb}s", f"{stem}ed", f"{stem}ing")


DEALING = frozenset(
    form
    for verb in f"{_TRADE} {_MAKING} {_CARRYING} {_HOLDING} {_GIVING} {_DAMAGE}".split()
    for form in _inflected(verb)
).union(_DEALING_IRREGULAR.split())
"""Their forms, folded."""


# Verbs and nouns that take "on" for what they are about: "depends on Monday", "a ban on Monday trading".


_GOVERNORS_VERBS = """depend rely focus concentrate hinge bank bet count insist agree decide settle reflect dwell
elaborate expand touch lean build draw impinge plan comment rest center centre base turn switch carry keep hold pass
log sign take put get live feed act speculate""".split()
_GOVERNORS_IRREGULAR = (
    "built drew kept held took got carried relied planned planning putting getting betting centred".split()
)
_NOUNS = """report vote work talk talks ban tax book debate decision attack ruling rule law limit cap focus embargo
sanction sanctions curb view views effect impact research study restriction article essay paper film lecture speech
briefing discussion question information data detail details note reliance dependence emphasis tariff levy freeze
moratorium referendum agreement consensus negotiations news update guidance advice opinion evidence light doubt
pressure stance stand position bid poll""".split()

TAKE_ON = frozenset(
    [verb + ending for verb in _GOVERNORS_VERBS for ending in ("", "s", "ed", "ing")]
    + [verb.removesuffix("e") + ending for verb in _GOVERNORS_VERBS for ending in ("ed", "ing")]
    + [noun + ending for noun in _NOUNS for ending in ("", "s")]
    + _GOVERNORS_IRREGULAR
)
"""Words behind which "on" and a day may say no time; some forms made by rule are no words."""
