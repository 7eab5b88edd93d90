"""An article's words as a reader sees them: without what nobody sees, and in the letters that they look like."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from factspec.language.places import Span
from factspec.language.scripts import LOOKALIKES, UNSEEN
from factspec.language.tokens import Token, tokenize

_UNSEEN = re.compile(UNSEEN)
_LETTERS = re.compile(f"[{''.join(map(chr, LOOKALIKES))}]")


def looks(text: str) -> str:
    """A text as it looks: "pilot" without the zero-width space in it, or the Cyrillic letter."""
    seen = _UNSEEN.sub("", text)
    return seen.translate(LOOKALIKES) if _LETTERS.search(seen) else seen


def tokens_as_they_look(text: str) -> tuple[Token, ...]:
    """The tokens of a text as it looks, each with the offsets at which it stands; none where it hides nothing."""
    plain = looks(text)
    if plain == text:
        return ()
    unseen = {match.start() for match in _UNSEEN.finditer(text)}
    offsets = [at for at in range(len(text)) if at not in unseen] if unseen else range(len(text))
    return tuple(one._replace(start=offsets[one.start], end=offsets[one.end - 1] + 1) for one in tokenize(plain))


def where(tokens: Sequence[Token], start: int, end: int) -> Span:
    """The range of an article's tokens that hold what stands between two offsets."""
    place = attrgetter("start")
    return Span(bisect_right(tokens, start, key=place) - 1, bisect_left(tokens, end, key=place))
