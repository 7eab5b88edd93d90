"""Whether a name found in an article is that of an approved speaker."""

from collections.abc import Sequence
from itertools import takewhile

from factspec.lexicon.persons import BODIES, GENERATIONS, TITLES
from factspec.quotation.names import BESIDE
from factspec.text.tokens import Token, tokenize

_LINKS = frozenset(["by", "for", "of", "to", "at", "from", "with", "in"]) | BESIDE
# What stands between two names, and between an office and the name of its bearer.
_BETWEEN = frozenset(["and", ","])
_FEWEST_LETTERS = 3
# How many words an office with a field has at least: "Minister of Health".
_SHORTEST_OFFICE = 3
_JOINING = frozenset("of for and".split())
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their"])


def is_same_speaker(speaker: str, found: str) -> bool:
    """Whether a found name is the speaker's: in full, the family name or the given name alone, with or without titles.

    Of "Xi and Putin" either speaks, of "the chairman, Xi" and "Xi of the party" Xi; "a spokesman for the Kremlin" is
    not the Kremlin.
    """
    tokens, others = tokenize(speaker), tokenize(found)
    if _abbreviates(tokens, others) or _abbreviates(others, tokens):
        return True
    if _BETWEEN.isdisjoint(token.key for token in tokens):
        return _is_one_of(tokens, others)
    # Of several approved names, or a name and an office, none may be missing.
    words = {token.key.lower() for token in others}
    return all(_is_one_of(part, others) or _words(part) <= words for part in _parts(tokens))


def _is_one_of(name: Sequence[Token], tokens: tuple[Token, ...]) -> bool:
    wanted = _names(name)
    return any(_agree(wanted, one) for one in _each(tokens)) or _bears_office(name, tokens)


def _bears_office(name: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether an office with a field and a name say who it is: "Minister of Health Ada Lind"."""
    office = [token.key for token in tokens[: -len(name)]]
    named = [token.key for token in tokens[-len(name) :]] == [token.key for token in name]
    if not named or len(office) < _SHORTEST_OFFICE or office[0] not in TITLES or _LINKS.isdisjoint(office):
        return False
    return office[-1] not in TITLES | _LINKS | _ARTICLES and tokens[len(office) - 1].text[0].isupper()


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """The names between "and" and commas."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.key in _BETWEEN:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _words(tokens: Sequence[Token]) -> set[str]:
    return {token.key.lower() for token in tokens} - _ARTICLES


def _abbreviates(short: tuple[Token, ...], tokens: tuple[Token, ...]) -> bool:
    """Whether a name in capitals is made of the first letters of another: "IFS", "Institute for Fiscal Studies"."""
    words = [token for token in short if token.key not in _ARTICLES]
    parts = [token for token in tokens if token.key.lower() not in _ARTICLES]
    letters = "".join(token.text[0] for token in parts if token.text[0].isupper())
    whole = all(token.text[0].isupper() or token.key in _JOINING for token in parts)
    short_enough = len(words) == 1 and len(letters) >= _FEWEST_LETTERS
    return whole and short_enough and words[0].text.removesuffix("'s") == letters


def _each(tokens: tuple[Token, ...]) -> list[frozenset[str]]:
    head = list(takewhile(lambda token: token.key not in _LINKS, tokens))
    return [_names(one) for one in (list(tokens), head, *_parts(tokens))]


def _agree(wanted: frozenset[str], found: frozenset[str]) -> bool:
    if not wanted or not found or (wanted ^ found) & (GENERATIONS | BODIES):
        return False
    if _LINKS & (wanted | found):
        return wanted - _LINKS == found - _LINKS
    return _within(wanted, found) or _within(found, wanted)


def _within(few: frozenset[str], many: frozenset[str]) -> bool:
    """Whether all words of one name stand in another; an initial stands for a word that begins with it."""
    return all(one in many or (len(one) == 1 and any(other.startswith(one) for other in many)) for one in few)


def _names(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of a name in lower case: without its titles and what stands before them, articles, possessives."""
    words = [token.key.lower().removesuffix("'s") for token in _joined(tokens) if token.key[0].isalnum()]
    owners = [at for at, token in enumerate(tokens) if token.key.endswith("'s")]
    if owners and owners[-1] + 1 < len(words) == len(tokens):
        words = words[owners[-1] + 1 :]
    if _LINKS.isdisjoint(words):
        titles = [at for at, word in enumerate(words) if word in TITLES]
        if titles and titles[-1] + 1 < len(words):
            words = words[titles[-1] + 1 :]
    return frozenset(words) - (frozenset() if _is_initial(tokens) else _ARTICLES)


def _is_initial(tokens: Sequence[Token]) -> bool:
    """Whether a name begins with one letter and its stop: "A. Lind"."""
    return len(tokens) > 1 and tokens[0].text.isupper() and len(tokens[0].text) == 1 and tokens[1].text == "."


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, those of a name with a hyphen as one: "Holm-Berg" is not Holm."""
    joined: list[Token] = []
    for token in tokens:
        if joined and joined[-1].key.endswith("-") and joined[-1].end == token.start:
            joined[-1] = joined[-1]._replace(key=joined[-1].key + token.key, end=token.end)
        elif token.key == "-" and joined and joined[-1].end == token.start:
            joined[-1] = joined[-1]._replace(key=joined[-1].key + "-", end=token.end)
        else:
            joined.append(token)
    return joined
