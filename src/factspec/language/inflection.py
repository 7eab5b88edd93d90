"""Inflection of English verbs and nouns: the forms of a known verb, and the forms that any word may have by rule."""

from collections.abc import Iterator
from functools import lru_cache

_VOWELS = frozenset("aeiou")

_IRREGULAR = """arise arose arisen|awake awoke awoken|become became become|begin began begun|bend bent bent
bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought
build built built|buy bought bought|catch caught caught|choose chose chosen|cling clung clung|come came come
creep crept crept|deal dealt dealt|dig dug dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten
fall fell fallen|feed fed fed|fight fought fought|flee fled fled|fly flew flown|forbid forbade forbidden
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone
grind ground ground|grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hold held held|keep kept kept
kneel knelt knelt|know knew known|lay laid laid|lead led led|learn learnt learnt|leave left left|lend lent lent
lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid
prove proved proven|quit quit quit|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said
see saw seen|sell sold sold|send sent sent|shake shook shaken|shine shone shone|shoot shot shot|show showed shown
shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid
speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split|spring sprang sprung
stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck|swear swore sworn
sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn
tell told told|think thought thought|throw threw thrown|understand understood understood|wake woke woken
wear wore worn|weep wept wept|win won won|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|write wrote written|beat beat beaten|cut cut cut|find found found|hit hit hit
hurt hurt hurt|let let let|put put put|repay repaid repaid|set set set|undershoot undershot undershot
overestimate overestimated overestimated|have had had"""
IRREGULAR: dict[str, tuple[str, str]] = {
    base: (past, participle)
    for base, past, participle in (verb.split() for verb in _IRREGULAR.replace("\n", "|").split("|"))
}
"""The past and the participle of each irregular verb; its other forms are regular."""

_PARTICIPLES = frozenset(form for forms in IRREGULAR.values() for form in forms) | {"read"}
_BASES = {past: base for base, (past, _) in IRREGULAR.items()}
# Verbs of several syllables that double their last consonant as verbs of one syllable do.
_DOUBLED = frozenset("admit permit omit deter rebut acquit prefer refer quip forbid begin forget deadpan".split())


def with_s(word: str) -> str:
    """The plural of a noun or the third person of a verb, by rule."""
    if word.endswith(("s", "x", "z", "ch", "sh")) or word == "go":
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in _VOWELS else f"{word}s"


def with_ending(word: str, ending: str) -> str:
    """A word with an ending that begins with a vowel: "plan" with "ed" is "planned"."""
    if word.endswith("ee"):
        return word + (ending[1:] if ending[0] == "e" else ending)
    if word.endswith("e"):
        return word[:-1] + ending
    if word.endswith("y") and word[-2:-1] not in _VOWELS and ending[0] == "e":
        return f"{word[:-1]}i{ending}"
    return word + (word[-1] if _doubles(word) else "") + ending


def _doubles(word: str) -> bool:
    if len(word) < 3 or word[-1] in _VOWELS or word[-1] in "wxy" or word[-2] not in _VOWELS:
        return False
    return word in _DOUBLED or (word[-3] not in _VOWELS and sum(map(_VOWELS.__contains__, word)) == 1)


def finite_forms(verb: str) -> Iterator[str]:
    """The base form of a verb, its third person and its past; "label" has two pasts."""
    yield from (verb, with_s(verb))
    if verb in IRREGULAR:
        yield IRREGULAR[verb][0]
        return
    yield with_ending(verb, "ed")
    if verb.endswith("bel"):
        yield f"{verb}led"


def verb_forms(verb: str) -> Iterator[str]:
    """All forms of a verb."""
    yield from finite_forms(verb)
    yield from IRREGULAR.get(verb, ())[1:]
    yield "dying" if verb == "die" else f"{verb}ing" if verb.endswith("ie") else with_ending(verb, "ing")
    if verb.endswith("bel"):
        yield f"{verb}ling"


def is_participle(word: str) -> bool:
    """Whether a lower-case word may be a past participle, by its look."""
    return word.endswith("ed") or word in _PARTICIPLES


# The last letters of shorter words are not endings ("bus", "red").
_SHORTEST = 4
_ENDINGS = (
    *(("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", "")),
    ("ing", "e"),
)


@lru_cache(maxsize=4096)
def inflections(word: str) -> frozenset[str]:
    """A lower-case word and the forms that it may have by rule; a short word has no other form."""
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha() and word.islower()):
        return frozenset({word})
    return frozenset({word}).union(*(_forms(base) for base in _bases(word)))


def are_forms_of_one(word: str, other: str) -> bool:
    """Whether two words are equal or forms of one verb or noun: "paid" and "pay", "closed" and "closes"."""
    one, two = _BASES.get(word, word), _BASES.get(other, other)
    return one in inflections(two) or two in inflections(one)


def _bases(word: str) -> set[str]:
    found = {word}
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST - 1:
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
