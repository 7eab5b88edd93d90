"""Ends of sentences that sentencex, in some versions, misses."""

import re
from collections.abc import Iterable, Iterator

from factspec.text.sentence_slips import LETTERS, OPENERS, SEARCHED, STARTERS, is_asked

# Boundaries that sentencex, in some versions, misses: a closing quotation mark after the stop; a single capital or an
# abbreviation of letters before a word that begins a sentence. Each pattern begins with the sign that is looked for,
# which is found at once; what stands before it is looked at afterwards.
_STOP_AND_MARK = re.compile(r"""[.!?…](?<=\w.)['"’”»]++(?=\s+["'“‘«(]?[^\W\d_a-z])""")
# A sentence in brackets ends with them: "(It rained.) | Dogs barked", but "(Inc.) Bank", "(U.S.) Bank".
_STOP_AND_BRACKET = re.compile(r"[.!?](?<=[a-z]{3}.)[)\]](?=\s+[\"'“‘«(]?[^\W\d_a-z])")
# A note of editors that hangs on the stop: "in 2010.[citation needed] | It cost".
_STOP_AND_NOTE = re.compile(r"\.\[[^\W\d_][^\[\]\n]{0,60}\](?=\s+[\"'“‘«(]?[^\W\d_a-z])")
_BEFORE_STARTER = re.compile(rf"\.(?=\s+(?:{STARTERS})\s)")
# Words that sentencex takes for abbreviations, and a capital after which begins a sentence: "on 5 May. | Lee voted".
_NO_ABBREVIATIONS = tuple(f" {word}. " for word in "May no ill art fig ore ark miss".split())
# Abbreviations that end a sentence where a quotation begins behind them: "at 9 p.m. | “We left,” he said".
_BEFORE_A_MARK = tuple(f" {word}. " for word in "p.m a.m Inc Ltd Corp Co St".split())
# A number with the symbol of its unit (SI brochure, 9th ed., tables 2, 4, 5 and 8; US customary): "is 40 m. | Crews".
_UNIT_STOP = re.compile(
    r"\d[ \u00a0\u202f]?(?:(?:sq|cu|square|cubic)\.?[ \u00a0])?"
    r"(?:[kcmnµμ]?m|[km]?g|[mc]?l|[kMG]?Wh|°[CF]|ft|yd|mi|oz|lbs?|t|pp|min|sec|hrs?|h|s)(?:/[hs])?[23²³]?"
    r"\.(?=\s+[\"'“‘«(]?[^\W\d_a-z])"
)
# What stands before such a number in a sentence; behind an article the unit describes a name: "a 12 ft. Bengal Tiger".
_BEFORE_AMOUNT = re.compile(
    r"[^\W\d_](?<!\ba)(?<!\ban)(?<!\bthe)(?<!\bthis)(?<!\bthat)(?<!\bits)(?<!\bhis)(?<!\bher)(?<!\btheir)"
    r"[,:;]?\s+[~≈<>+−–$€£¥-]?[\d.,\u00a0\u202f]*+\Z",
    re.IGNORECASE,
)
_MARKS = '"“‘«'
_ENDING = ".!?…\"'”’"
# How far before its end a sentence in brackets may begin.
_LONGEST_BRACKET = 1_000


def missed_ends(text: str) -> Iterator[int]:
    """The offsets at which sentences of a text end though sentencex does not say so."""
    yield from (end.end() for end in _STOP_AND_MARK.finditer(text) if not is_asked(text, end.start(), end.end()))
    if ".)" in text or ".]" in text or "?)" in text or "!)" in text:
        yield from (match.end() for match in _STOP_AND_BRACKET.finditer(text) if _is_bracketed(text, match.end()))
    if ".[" in text:
        yield from (match.end() for match in _STOP_AND_NOTE.finditer(text))
    yield from _missed_stops(text)
    yield from (unit.end() for unit in _UNIT_STOP.finditer(text) if _ends_with_unit(text, unit))


def _missed_stops(text: str) -> Iterator[int]:
    for stop in _BEFORE_STARTER.finditer(text):
        at = stop.start()
        # Most words before a stop have two letters and more.
        in_word = at > 1 and text[at - 2 : at].isalpha()
        if not in_word and LETTERS.search(text, max(at - SEARCHED, 0), at):
            yield stop.end()
    for end in _ends(text, _NO_ABBREVIATIONS):
        if text[end : end + SEARCHED].lstrip(OPENERS)[:1].isupper():
            yield end - 1
    for end in _ends(text, _BEFORE_A_MARK):
        if text[end : end + 1] in _MARKS and text[end + 1 : end + 2].isupper():
            yield end - 1


def _ends_with_unit(text: str, unit: re.Match[str]) -> bool:
    """Whether an amount at a stop ends its sentence: words stand before it, and no small letter behind."""
    told = _BEFORE_AMOUNT.search(text[max(unit.start() - SEARCHED, 0) : unit.start()])
    following = text[unit.end() : unit.end() + SEARCHED].lstrip().lstrip(OPENERS)
    return told is not None and not following[:1].islower()


def _ends(text: str, words: Iterable[str]) -> Iterator[int]:
    """Where words end in a text."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at + len(word)
            at = text.find(word, at + len(word))


def _is_bracketed(text: str, end: int) -> bool:
    """Whether the bracket that closes at an offset opened where a sentence may begin."""
    opened = max(text.rfind(sign, max(end - _LONGEST_BRACKET, 0), end) for sign in "([")
    before = text[max(opened - SEARCHED, 0) : max(opened, 0)].rstrip()
    return opened >= 0 and (not before or before[-1] in _ENDING)
