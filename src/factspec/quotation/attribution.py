"""To whom an article gives the words of a quotation: the nearest verb of saying, and who is its subject."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from factspec.article import Sentence
from factspec.quotation.antecedent import Surroundings, antecedent
from factspec.quotation.attributed import Attribution
from factspec.quotation.sayings import Saying, sayings
from factspec.quotation.speaker import is_same_speaker
from factspec.text.places import Span
from factspec.text.quotation import Quotation
from factspec.text.quotations import quotations as read_quotations
from factspec.text.tokens import Token

# How far from a quotation its speaker is looked for, in characters, so that a sentence without an end costs no more.
_REACH = 800
# What it costs, in characters, that a verb stands in the sentence before or after.
_BEFORE, _AFTER = 2_000, 4_000
_CLOSING = "\"'\u201d\u2019\u00bb\u203a "
# How many quotations before a stretch are looked at for one that reaches into it.
_LOOK_BACK = 40


class _Stretch(NamedTuple):
    """A stretch of text that is searched, the index of its first sentence, and what its distance costs."""

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
    """Who is said to have said a quotation, by the nearest word of saying first.

    `quotation_start` and `quotation_end` are its range with its marks. Verbs in its own sentences come before those
    in the sentence before, and these before those in the sentence after; where it fills its block, the blocks before
    and after are its neighbours. `quotations` are all of the text, so that what others are quoted with is not taken
    for the article's own words; without them the surroundings are read again.
    """
    if not sentences:
        return ()
    own = Span(quotation_start, quotation_end)
    stretches = _stretches(own, sentences, text)
    around = Surroundings(text, sentences, _quoted_near(own, stretches, text, quotations))
    found = [
        (stretch.cost + _distance(own, tokens[saying.at]), _attribution(saying, tokens, stretch.sentence, around))
        for stretch in stretches
        for tokens in (around.words(stretch.start, stretch.end),)
        for saying in sayings(tokens)
        # "“…” The water board disputes the figures." speaks of something else.
        if not (saying.denies and stretch.cost == _AFTER)
    ]
    return tuple(attribution for _, attribution in sorted(found, key=lambda pair: pair[0]))


def speaks(speaker: str, attributions: Sequence[Attribution]) -> bool:
    """Whether the nearest attribution names this speaker, in full or by one name, whatever the title.

    Who "denied calling him" so, or "did not say" it, is not its speaker.
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
    """The words that are quoted near a quotation, but for those of a quotation that holds it; in order."""
    start = min(stretch.start for stretch in stretches)
    end = max(stretch.end for stretch in stretches)
    if quotations:
        low = bisect_left(quotations, start, key=lambda one: one.start)
        high = bisect_left(quotations, end, key=lambda one: one.start)
        near: Sequence[Quotation] = quotations[max(low - _LOOK_BACK, 0) : high]
    else:
        near = read_quotations(text, [(start, end)])
    holding = [one for one in near if one.start < own.start and one.end > own.end]
    parts = [Span(*part) for one in near if one not in holding for part in one.parts]
    if not any(part.start < own.end and own.start < part.end for part in parts):
        parts.append(own)
    return tuple(sorted(parts))


def _attribution(saying: Saying, tokens: Sequence[Token], sentence: int, around: Surroundings) -> Attribution:
    phrase, words = antecedent(tokens, saying.subject, sentence, around) or (saying.subject, tokens)
    start, end = words[phrase.start].start, words[phrase.end - 1].end
    return Attribution(around.text[start:end], start, end, tokens[saying.at].text, saying.denies)
