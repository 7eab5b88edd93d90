"""Ends of sentences that sentencex, in some versions, misses."""

import re
from collections.abc import Iterator

from factspec.text.sentence_slips import LETTERS, OPENERS, SEARCHED, STARTS, is_asked

# Boundaries that sentencex, in some versions, misses: a closing quotation mark after the stop; a single capital or an
# abbreviation of letters before a word that begins a sentence. Each pattern begins with the sign that is looked for,
# which is found at once; what stands before it is looked at afterwards. Those that few texts need are compiled when
# one does.
_STOP_AND_MARK = r"""[.!?…](?<=\w.)['"’”»]++(?=\s+["'“‘«(]?[^\W\d_a-z])"""
_CLOSING_MARKS = "'\"’”»"
# A sentence in brackets ends with them: "(It rained.) | Dogs barked", but "(Inc.) Bank", "(U.S.) Bank".
_STOP_AND_BRACKET = r"[.!?](?<=[a-z]{3}.)[)\]](?=\s+[\"'“‘«(]?[^\W\d_a-z])"
# A note of editors that hangs on the stop: "in 2010.[citation needed] | It cost".
_STOP_AND_NOTE = r"\.\[[^\W\d_][^\[\]\n]{0,60}\](?=\s+[\"'“‘«(]?[^\W\d_a-z])"
# A stop before white space; none of the words that are looked at behind it has five letters.
_STOP = re.compile(r"\.(?=\s)(?<![^\W\d_]{5}.)")
# Words that sentencex takes for abbreviations, and a capital after which begins a sentence: "on 5 May. | Lee voted".
_NO_ABBREVIATIONS = tuple(f" {word}" for word in "May no ill art fig ore ark miss".split())
# Abbreviations that end a sentence where a quotation begins behind them: "at 9 p.m. | “We left,” he said".
_BEFORE_A_MARK = tuple(f" {word}" for word in "p.m a.m Inc Ltd Corp Co St".split())
# A number with the symbol of its unit (SI brochure, 9th ed., tables 2, 4, 5 and 8; US customary): "is 40 m. | Crews".
_UNIT = (
    r"\d[ \u00a0\u202f]?(?:(?:sq|cu|square|cubic)\.?[ \u00a0])?"
    r"(?:[kcmnµμ]?m|[km]?g|[mc]?l|[kMG]?Wh|°[CF]|ft|yd|mi|oz|lbs?|t|pp|min|sec|hrs?|h|s)(?:/[hs])?[23²³]?\Z"
)
_LONGEST_UNIT = 16
_LONGEST_SYMBOL = 3
_DIGIT = re.compile(r"\d")
_STARTING = r"\s+[\"'“‘«(]?[^\W\d_a-z]"
# What stands before such a number in a sentence; behind an article the unit describes a name: "a 12 ft. Bengal Tiger".
_BEFORE_AMOUNT = (
    r"(?i:[^\W\d_](?<!\ba)(?<!\ban)(?<!\bthe)(?<!\bthis)(?<!\bthat)(?<!\bits)(?<!\bhis)(?<!\bher)(?<!\btheir)"
    r"[,:;]?\s+[~≈<>+−–$€£¥-]?[\d.,\u00a0\u202f]*+\Z)"
)
_MARKS = '"“‘«'
_ENDING = ".!?…\"'”’"
# How far before its end a sentence in brackets may begin.
_LONGEST_BRACKET = 1_000


def missed_ends(text: str) -> Iterator[int]:
    """The offsets at which sentences of a text end though sentencex does not say so."""
    if any(mark in text for mark in _CLOSING_MARKS):
        ends = re.finditer(_STOP_AND_MARK, text)
        yield from (end.end() for end in ends if not is_asked(text, end.start(), end.end()))
    if ")" in text or "]" in text:
        yield from (match.end() for match in re.finditer(_STOP_AND_BRACKET, text) if _is_bracketed(text, match.end()))
    if "]" in text:
        yield from (match.end() for match in re.finditer(_STOP_AND_NOTE, text))
    for stop in _STOP.finditer(text):
        at = stop.start()
        if _ends_with_letter(text, at) or _ends_with_word(text, at) or _ends_with_unit(text, at):
            yield at + 1


def _ends_with_letter(text: str, at: int) -> bool:
    """Whether a letter or an abbreviation of letters stands before a stop, and a starter behind it."""
    # Most words before a stop have two letters and more.
    in_word = at > 1 and text[at - 2 : at].isalpha()
    if in_word or not LETTERS.search(text, max(at - SEARCHED, 0), at):
        return False
    return re.match(STARTS, text[at + 1 : at + 1 + SEARCHED].lstrip()) is not None


def _ends_with_word(text: str, at: int) -> bool:
    """Whether a word stands before a stop that sentencex takes for an abbreviation, and a sentence begins behind it."""
    if text[at + 1] != " ":
        return False
    if text.endswith(_NO_ABBREVIATIONS, 0, at):
        return text[at + 2 : at + 2 + SEARCHED].lstrip(OPENERS)[:1].isupper()
    return text.endswith(_BEFORE_A_MARK, 0, at) and text[at + 2 : at + 3] in _MARKS and text[at + 3 : at + 4].isupper()


def _ends_with_unit(text: str, at: int) -> bool:
    """Whether an amount at a stop ends its sentence: words stand before it, and no small letter behind."""
    start = max(at - _LONGEST_UNIT, 0)
    in_word = at > _LONGEST_SYMBOL and text[at - _LONGEST_SYMBOL - 1 : at].isalpha()
    # Each symbol ends with a letter, or with one and a power.
    if in_word or not any(map(str.isalpha, text[at - 2 : at])) or not _DIGIT.search(text, start, at):
        return False
    unit = re.search(_UNIT, text[start:at])
    following = text[at + 1 : at + 1 + SEARCHED]
    if not unit or not re.match(_STARTING, following):
        return False
    told = re.search(_BEFORE_AMOUNT, text[max(start + unit.start() - SEARCHED, 0) : start + unit.start()])
    return told is not None and not following.lstrip().lstrip(OPENERS)[:1].islower()


def _is_bracketed(text: str, end: int) -> bool:
    """Whether the bracket that closes at an offset opened where a sentence may begin."""
    opened = max(text.rfind(sign, max(end - _LONGEST_BRACKET, 0), end) for sign in "([")
    before = text[max(opened - SEARCHED, 0) : max(opened, 0)].rstrip()
    return opened >= 0 and (not before or before[-1] in _ENDING)
