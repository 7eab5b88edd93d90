"""Regular inflections of English words: the forms that an author may mean by one of them.

Rules after Quirk et al., A Comprehensive Grammar of the English Language, sections 3.5 to 3.10 (verbs) and 5.80
(plurals): -s, -es, -ies, -d, -ed, -ied, -ing, with a dropped e and a doubled consonant. Irregular forms are not known.
"""

from functools import lru_cache

# Shorter words have endings that are none ("news", "bus", "red").
_SHORTEST = 4
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""))
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=4096)
def inflections(word: str) -> frozenset[str]:
    """The regular forms of a lower-case word, itself among them; short words and others have no other form."""
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha() and word.islower()):
        return frozenset({word})
    return frozenset({word}).union(*(_forms(base) for base in _bases(word)))


def _bases(word: str) -> set[str]:
    found = {word}
    for ending, instead in (*_ENDINGS, ("ing", "e")):
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
