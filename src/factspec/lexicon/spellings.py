"""One spelling for a word that British and American English spell differently."""

from collections.abc import Callable
from functools import lru_cache

from factspec.lexicon.spelling import (
    ALWAYS_ISE,
    ENSE_STEMS,
    ISE_ONLY,
    L_STEMS,
    NOT_VARIANTS,
    OGUE_STEMS,
    OUR_STEMS,
    RE_STEMS,
    STEMS,
    WORDS,
)

_AMERICAN = {
    british: american
    for british, american in (line.split() for line in WORDS.strip().splitlines())
    if british not in NOT_VARIANTS
}
_AE = tuple((british, american) for british, american in (line.split() for line in STEMS.strip().splitlines()))
_ISE_ENDINGS = ("e", "ed", "es", "er", "ers", "ing", "ation", "ations", "ational", "able", "ement")
_OGUE_ENDINGS = {"ue": "", "ues": "s", "ued": "ed", "uing": "ing", "uer": "er", "uers": "ers"}
# No word of the tables is as long.
_LONG = 64
_YSE_ENDINGS = ("e", "ed", "es", "er", "ers", "ing")


def american(word: str) -> str:
    """The American spelling of a folded word, or the word itself where both spell it alike."""
    return _american(word) if len(word) < _LONG else word


@lru_cache(maxsize=8192)
def _american(word: str) -> str:
    stem, apostrophe, suffix = word.partition("'")
    if not stem.isascii() or len(stem) < 3:
        return word
    for rule in _RULES:
        stem = rule(stem)
    return stem + apostrophe + suffix


def _listed(word: str) -> str:
    return _AMERICAN.get(word, word)


def _our(word: str) -> str:
    place = word.find("our", 1)
    return word[: place + 1] + word[place + 2 :] if place > 0 and _bare(word[:place]) in OUR_STEMS else word


def _bare(stem: str) -> str:
    for prefix in ("un", "dis", "mis", "multi", "bi", "tri"):
        if stem.startswith(prefix) and stem[len(prefix) :] in OUR_STEMS:
            return stem[len(prefix) :]
    return stem


def _centre(word: str) -> str:
    for ending, length in (("re", 2), ("res", 3), ("red", 3)):
        if word.endswith(ending) and word[:-length] in RE_STEMS:
            return word[:-length] + "er" + ending[2:]
    return word[:-4] + "ering" if word.endswith("ring") and word[:-4] in {"cent", "manoeuv"} else word


def _ise(word: str) -> str:
    if len(word) < 6 or word in ISE_ONLY or "is" not in word:
        return word
    place = word.rfind("is", 2)
    if place < 2 or word[:place] in ALWAYS_ISE or word[place + 2 :] not in _ISE_ENDINGS:
        return word
    return word[: place + 1] + "z" + word[place + 2 :]


def _yse(word: str) -> str:
    place = word.rfind("lys")
    return word[: place + 2] + "z" + word[place + 3 :] if place > 0 and word[place + 3 :] in _YSE_ENDINGS else word


def _doubled(word: str) -> str:
    place = word.rfind("ll")
    if place < 3 or word[place + 2 :] not in {"ed", "ing", "er", "ers", "ings", "ation", "ations", "or", "ors", "ous"}:
        return word
    return word[: place + 1] + word[place + 2 :] if word[: place + 1] in L_STEMS else word


def _ogue(word: str) -> str:
    stem, ending = word.rpartition("og")[0], word.rpartition("og")[2]
    return stem + "og" + _OGUE_ENDINGS[ending] if stem in OGUE_STEMS and ending in _OGUE_ENDINGS else word


def _ence(word: str) -> str:
    for ending, length in (("ence", 4), ("ences", 5), ("enceless", 8)):
        if word.endswith(ending) and word[:-length] in ENSE_STEMS:
            return word[:-length] + "ense" + ending[4:]
    return word


def _ae(word: str) -> str:
    for british, spelled in _AE:
        if word.startswith(british):
            return spelled + word[len(british) :]
    return word


_RULES: tuple[Callable[[str], str], ...] = (_listed, _our, _centre, _ise, _yse, _doubled, _ogue, _ence, _ae)
