"""The words of the table of opposites in all their inflections, each with the lines it stands in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from factspec.lexicon.opposites import ADJECTIVES, IRREGULAR, NOUNS, OTHERS, VERBS

_VOWELS = frozenset("aeiou")
# Two-syllable verbs stressed on the last syllable, which double the consonant as words of one syllable do.
_DOUBLED = frozenset("admit permit omit deter rebut acquit prefer outlaw".split()) - {"outlaw"}


def _doubles(word: str) -> bool:
    if len(word) < 3 or word[-1] in _VOWELS or word[-1] in "wxy" or word[-2] not in _VOWELS:
        return False
    return word in _DOUBLED or (word[-3] not in _VOWELS and sum(letter in _VOWELS for letter in word) == 1)


def with_s(word: str) -> str:
    """A noun's plural or a verb's third person, by rule."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _stem(word: str, ending: str) -> str:
    if word.endswith("ee") and ending[0] == "e":
        return word + ending[1:]
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + ending
    if word.endswith("y") and word[-2:-1] not in _VOWELS and ending[0] == "e":
        return word[:-1] + "i" + ending
    return word + (word[-1] if _doubles(word) else "") + ending


_PAST = {line.split()[0]: tuple(line.split()[1:]) for line in IRREGULAR.strip().splitlines()}


def _verb(word: str) -> Iterator[str]:
    progressive = "dying" if word == "die" else _stem(word, "ing") if not word.endswith("ie") else word + "ing"
    yield from (word, with_s(word), progressive)
    yield from _PAST.get(word, (_stem(word, "ed"),))


_PLURALS = {"man": "men", "woman": "women", "child": "children", "wife": "wives", "life": "lives", "lady": "ladies"}


def _noun(word: str) -> Iterator[str]:
    yield word
    plural = _PLURALS.get(word) or (word[:-3] + "men" if word.endswith("man") else with_s(word))
    yield plural


def _adjective(word: str) -> Iterator[str]:
    yield word
    if len(word) <= 7 and not word.endswith(("er", "est", "ed", "ing", "al", "ior", "ic", "ous")):
        yield _stem(word, "er")
        yield _stem(word, "est")


def _plain(word: str) -> Iterator[str]:
    yield word


def _sides(lines: str) -> Iterator[tuple[Iterable[str], Iterable[str]]]:
    for line in lines.strip().splitlines():
        left, right = line.split(" | ")
        yield left.split(), right.split()


@cache
def forms() -> dict[str, tuple[tuple[int, int], ...]]:
    """Each form with the lines it stands in and the side of each line, 0 or 1; made when it is first asked for."""
    places: defaultdict[str, dict[tuple[int, int], None]] = defaultdict(dict)
    number = 0
    for table, inflected in ((VERBS, _verb), (NOUNS, _noun), (ADJECTIVES, _adjective), (OTHERS, _plain)):
        for sides in _sides(table):
            number += 1
            for side, words in enumerate(sides):
                for form in (form for word in words for form in inflected(word)):
                    places[form][number, side] = None
    return {form: tuple(found) for form, found in places.items()}


def opposed(approved: str, found: str) -> bool:
    """Whether two words stand on two sides of one line and on one side of none."""
    lines = dict(forms().get(approved, ()))
    shared = [(side, lines[line]) for line, side in forms().get(found, ()) if line in lines]
    return bool(shared) and all(one != other for one, other in shared)
