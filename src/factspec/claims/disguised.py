"""An article's words as a reader sees them: without what nobody sees, and in the letters that they look like."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from factspec.language.invisible import invisible_in, is_invisible
from factspec.language.places import Span
from factspec.language.scripts import LOOKALIKES
from factspec.language.tokens import Token, tokenize

_LETTERS = re.compile(f"[{''.join(map(chr, LOOKALIKES))}]")


def looks(text: str) -> str:
    """A text as it looks: "pilot" without the zero-width space in it, or the Cyrillic letter."""
    seen = text.translate(dict.fromkeys(map(ord, invisible_in(text))))
    return seen.translate(LOOKALIKES) if _LETTERS.search(seen) else seen


def tokens_as_they_look(text: str) -> tuple[Token, ...]:
    """The tokens of a text as it looks, each with the offsets at which it stands; none where it hides nothing."""
    plain = looks(text)
    if plain == text:
        return ()
    offsets = [at for at, character in enumerate(text) if not is_invisible(character)]
    return tuple(one._replace(start=offsets[one.start], end=offsets[one.end - 1] + 1) for one in tokenize(plain))


def where(tokens: Sequence[Token], start: int, end: int) -> Span:
    """The range of an article's tokens that hold what stands between two offsets."""
    place = attrgetter("start")
    return Span(bisect_right(tokens, start, key=place) - 1, bisect_left(tokens, end, key=place))
