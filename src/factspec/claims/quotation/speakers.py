"""The attributions of a quotation: the nearest verbs of saying, and their subjects."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from factspec.articles.article import Sentence
from factspec.claims.quotation.antecedent import Surroundings, antecedent
from factspec.claims.quotation.model import Attribution
from factspec.claims.quotation.noun_phrases import BESIDE
from factspec.claims.quotation.sayings import Saying, sayings
from factspec.language.people import BODIES, GENERATIONS, TITLES
from factspec.language.places import Quotation, Span
from factspec.language.quotation_marks import quotations as read_quotations
from factspec.language.tokens import Token, tokenize

# Whether a name in an article is that of an approved speaker.


_LINKS = frozenset(["by", "for", "of", "to", "at", "from", "with", "in"]) | BESIDE
# What may be between two names, and between an office and the name of its bearer.
_BETWEEN = frozenset(["and", ","])
_FEWEST_LETTERS = 3
# How many words an office with a field has at least: "Minister of Health".
_SHORTEST_OFFICE = 3
_JOINING = frozenset("of for and".split())
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their"])


def is_same_speaker(speaker: str, found: str) -> bool:
    """Whether a found name is the speaker's: in full, the family name or the given name alone, with or without titles.

    Either speaks in "Xi and Putin", and Xi speaks in "the chairman, Xi" and "Xi of the party"; "a spokesman for the
    Kremlin" is not the Kremlin.
    """
    tokens, others = tokenize(speaker), tokenize(found)
    if _abbreviates(tokens, others) or _abbreviates(others, tokens):
        return True
    if _BETWEEN.isdisjoint(token.key for token in tokens):
        return _is_one_of(tokens, others)
    # If several names, or a name and an office, are approved, none may be missing.
    words = {token.key.lower() for token in others}
    return all(_is_one_of(part, others) or _words(part) <= words for part in _parts(tokens))


def _is_one_of(name: Sequence[Token], tokens: tuple[Token, ...]) -> bool:
    wanted = _names(name)
    return any(_agree(wanted, one) for one in _each(tokens)) or _bears_office(name, tokens)


def _bears_office(name: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether an office with a field precedes the name of its bearer: "Minister of Health Ada Lind"."""
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
    """Whether a name in capitals consists of the first letters of another: "IFS", "Institute for Fiscal Studies"."""
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
    """Whether all words of one name are in another; an initial matches a word that begins with it."""
    return all(one in many or (len(one) == 1 and any(other.startswith(one) for other in many)) for one in few)


def _names(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of a name in lower case, without titles and what precedes them, articles and possessives."""
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
    """Whether a name begins with one letter and a stop: "A. Lind"."""
    return len(tokens) > 1 and tokens[0].text.isupper() and len(tokens[0].text) == 1 and tokens[1].text == "."


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, a name with a hyphen as one: "Holm-Berg" is not Holm."""
    joined: list[Token] = []
    for token in tokens:
        if joined and joined[-1].key.endswith("-") and joined[-1].end == token.start:
            joined[-1] = joined[-1]._replace(key=joined[-1].key + token.key, end=token.end)
        elif token.key == "-" and joined and joined[-1].end == token.start:
            joined[-1] = joined[-1]._replace(key=joined[-1].key + "-", end=token.end)
        else:
            joined.append(token)
    return joined


# How far from a quotation its speaker is looked for, in characters: a bound for sentences without an end.
_REACH = 800
# The penalty, in characters, for a verb in the sentence before or after.
_BEFORE, _AFTER = 2_000, 4_000
_CLOSING = "\"'\u201d\u2019\u00bb\u203a "
# How many earlier quotations are checked for one that reaches into a range.
_LOOK_BACK = 40


class _Stretch(NamedTuple):
    """A range of text that is searched, the index of its first sentence, and the penalty for its distance."""

    start: int
    end: int
    sentence: int
    cost: int


def attributed_to(
    quotation_start: int,
    quotation_end: int,
    sentences: Sequence[Sentence],
    text: str,
    quotations: Sequence[Quotation] = (),
) -> tuple[Attribution, ...]:
    """The attributions of a quotation, that of the nearest word of saying first.

    `quotation_start` and `quotation_end` are its range with its marks. Verbs in its own sentences come first, then
    those in the sentence before, then those in the sentence after. If it fills its block, the blocks before and after
    are its neighbours. `quotations` are all of the text: other quoted words are not the article's own. Without them
    they are read again.
    """
    found = [
        (distance, _attribution(*read))
        for distance, read in _said(quotation_start, quotation_end, sentences, text, quotations)
    ]
    return tuple(attribution for _, attribution in sorted(found, key=lambda pair: pair[0]))


def said_with(
    quotation_start: int,
    quotation_end: int,
    sentences: Sequence[Sentence],
    text: str,
    quotations: Sequence[Quotation],
) -> frozenset[str]:
    """The verbs of the attributions of a quotation; who is meant by their subjects is not looked for."""
    found = _said(quotation_start, quotation_end, sentences, text, quotations)
    return frozenset(tokens[saying.at].text for _, (saying, tokens, *_) in found)


def _said(
    start: int, end: int, sentences: Sequence[Sentence], text: str, quotations: Sequence[Quotation]
) -> Iterator[tuple[int, tuple[Saying, Sequence[Token], int, Surroundings]]]:
    """Yield what is needed to read each attribution of a quotation, with its distance."""
    if not sentences:
        return
    own = Span(start, end)
    stretches = _stretches(own, sentences, text)
    around = Surroundings(text, sentences, _quoted_near(own, stretches, text, quotations))
    for stretch in stretches:
        tokens = around.words(stretch.start, stretch.end)
        for saying in sayings(tokens):
            # "“…” The water board disputes the figures." is about something else.
            if not (saying.denies and stretch.cost == _AFTER):
                yield stretch.cost + _distance(own, tokens[saying.at]), (saying, tokens, stretch.sentence, around)


def speaks(speaker: str, attributions: Sequence[Attribution]) -> bool:
    """Whether the nearest attribution names this speaker, in full or by one name, whatever the title.

    Somebody who "denied calling him" so, or "did not say" it, is not its speaker.
    """
    return bool(attributions) and not attributions[0].denies and is_same_speaker(speaker, attributions[0].name)


def _stretches(own: Span, sentences: Sequence[Sentence], text: str) -> list[_Stretch]:
    first = max(bisect_right(sentences, own.start, key=lambda one: one.start) - 1, 0)
    last = max(bisect_left(sentences, own.end, key=lambda one: one.start) - 1, first)
    start = max(min(sentences[first].start, own.start), own.start - _REACH)
    end = min(max(sentences[last].end, own.end), own.end + _REACH)
    alone = not _has_words(text[start : own.start] + " " + text[own.end : end])
    found = [_Stretch(start, end, first, 0)]
    if first and (sentences[first - 1].block == sentences[first].block or alone):
        before = sentences[first - 1]
        found.append(_Stretch(max(before.start, before.end - _REACH), before.end, first - 1, _BEFORE))
    if last + 1 < len(sentences) and (sentences[last + 1].block == sentences[last].block or alone):
        after = sentences[last + 1]
        goes_on = _goes_on(text, own.end, after.start) and after.block == sentences[last].block
        cut = min(after.end, after.start + _REACH)
        found.append(_Stretch(after.start, cut, last + 1, 0 if goes_on else _AFTER))
    return found


def _goes_on(text: str, end: int, after: int) -> bool:
    """Whether the sentence after belongs to the quotation: "Are we friends?" Xi asked; a signature after a dash."""
    asked = text[max(end - 3, 0) : end].rstrip(_CLOSING)[-1:] in ("?", "!", "\u2026")
    signed = text[after : after + 1] in ("\u2014", "\u2013", "-")
    return not text[end:after].strip() and (asked or signed)


def _has_words(words: str) -> bool:
    return any(character.isalnum() for character in words)


def _distance(own: Span, token: Token) -> int:
    return max(own.start - token.end, token.start - own.end, 0)


def _quoted_near(
    own: Span, stretches: Sequence[_Stretch], text: str, quotations: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The ranges of quoted words near a quotation, in order, without those of a quotation that contains it."""
    start = min(stretch.start for stretch in stretches)
    end = max(stretch.end for stretch in stretches)
    if quotations:
        low = bisect_left(quotations, start, key=lambda one: one.start)
        high = bisect_left(quotations, end, key=lambda one: one.start)
        near: Sequence[Quotation] = quotations[max(low - _LOOK_BACK, 0) : high]
    else:
        near = read_quotations(text, [(start, end)])
    outer = [one for one in near if one.start < own.start and one.end > own.end]
    parts = [Span(*part) for one in near if one not in outer for part in one.parts]
    if not any(part.start < own.end and own.start < part.end for part in parts):
        parts.append(own)
    return tuple(sorted(parts))


def _attribution(saying: Saying, tokens: Sequence[Token], sentence: int, around: Surroundings) -> Attribution:
    phrase, words = antecedent(tokens, saying.subject, sentence, around) or (saying.subject, tokens)
    start, end = words[phrase.start].start, words[phrase.end - 1].end
    return Attribution(around.text[start:end], start, end, tokens[saying.at].text, saying.denies)
