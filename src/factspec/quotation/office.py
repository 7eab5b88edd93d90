"""Who holds an office: the name to which an article gives it."""

from collections.abc import Sequence

from factspec.lexicon.persons import TITLES
from factspec.quotation.names import is_name
from factspec.quotation.phrase import Phrase, name_ending
from factspec.text.tokens import Token

# The most tokens before a name that say what its bearer is.
_BEFORE_NAME = 5


def office_of(phrase: Sequence[Token]) -> frozenset[str]:
    """What an office says of its bearer: his people or party where it names one, else the office; else nothing."""
    if len(phrase) < 2 or phrase[0].key != "the" or phrase[-1].key not in TITLES or phrase[-1].text[0].isupper():
        return frozenset()
    words = frozenset(token.key.lower() for token in phrase[1:])
    return (words - TITLES) or words


def bearer(tokens: Sequence[Token], wanted: frozenset[str]) -> Phrase | None:
    """The last name of which the words before it, or its titles, say all that is wanted."""
    for last in range(len(tokens) - 1, -1, -1):
        name = name_ending(tokens, last) if last + 1 == len(tokens) or not is_name(tokens[last + 1]) else None
        if name:
            described = tokens[_described(tokens, name.start) : _apposed(tokens, name.end)]
            said = {token.key.lower().removesuffix("'s") for token in described}
            own = {token.key.lower() for token in tokens[name.start : name.end]} - TITLES
            if wanted <= said and own - wanted:
                return name
    return None


def _described(tokens: Sequence[Token], start: int) -> int:
    """Where the office and people that stand directly before a name begin: "the Chinese leader, Xi"."""
    first = start
    while first > max(start - _BEFORE_NAME, 0):
        before = tokens[first - 1]
        comma = before.text == "," and first > 1 and tokens[first - 2].key in TITLES
        if not (comma or before.key.lower() in TITLES or is_name(before)):
            break
        first -= 1
    return first


def _apposed(tokens: Sequence[Token], end: int) -> int:
    """Where the office between commas ends that stands directly behind a name: "Xi, the Chinese leader, said"."""
    if end + 1 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].key != "the":
        return end
    last = next(
        (at for at in range(end + 2, min(end + 2 + _BEFORE_NAME, len(tokens))) if not tokens[at].text.isalpha()), 0
    )
    return last if last and tokens[last].text == "," else end
