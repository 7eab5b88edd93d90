"""Which of many texts share the rarer words with given ones: the candidates for the nearest, without reading all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

MANY = 400
"""Of more texts than these only those that share rarer words are considered."""

# How many places of the rarest words are looked at.
_LOOKED_AT = 2000


def places_of_words(texts: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """The numbers of the texts that contain each word, in order."""
    found: dict[str, list[int]] = {}
    for number, words in enumerate(texts):
        for word in set(words):
            found.setdefault(word, []).append(number)
    return found


def that_may_have(places: Mapping[str, Sequence[int]], weights: Mapping[str, float], share: float) -> set[int]:
    """The numbers of all texts that have words of this share of the weight, and of some others.

    They have one of the rarest words: the common ones alone do not weigh enough.
    """
    found: set[int] = set()
    left, least = sum(weights.values()), share * sum(weights.values())
    for word in sorted(weights, key=lambda word: (len(places.get(word, ())), word)):
        if left < least:
            break
        found.update(places.get(word, ()))
        left -= weights[word]
    return found


def sharing(places: Mapping[str, Sequence[int]], wanted: Iterable[str], most: int = 200) -> list[int]:
    """The numbers, in order, of at most so many texts that share most of the rarer words with these.

    `places` are those of words. A text that shares only common words may be left out.
    """
    words = sorted((word for word in set(wanted) if word in places), key=lambda word: (len(places[word]), word))
    shared: Counter[int] = Counter()
    looked_at = 0
    for word in words:
        looked_at += len(places[word])
        if shared and looked_at > _LOOKED_AT:
            break
        shared.update(places[word][:_LOOKED_AT])
    return sorted(number for number, _ in shared.most_common(most))
