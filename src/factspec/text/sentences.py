"""The sentences of a block: sentencex's boundaries, and its known slips mended by the tables here."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # it ships no types


class Bounds(NamedTuple):
    """The range of a sentence in its text, white space around it left out."""

    start: int
    end: int


# Abbreviations that a name, a title or a day follows, never a new sentence: (slip of sentencex) "Ms. | Smith".
# Titles and forenames as in the Associated Press and Guardian style guides' entries on abbreviations and titles.
_BEFORE_A_NAME = frozenset(
    "mr mrs ms mx messrs mmes dr prof rev hon gov lt col gen sgt cpl pte capt cmdr cdr cmdt adm maj brig supt insp det "
    "sen rep reps sens pres amb atty fr sr st ste ft mt pt vs v cf viz eg ie approx ca spc gens govs drs profs".split()
)
# Abbreviations that a number follows: "No. | 5", "Sept. | 11", "p. | 3"; before a word they may end a sentence.
_BEFORE_A_NUMBER = frozenset(
    "no nos pop p pp vol vols fig figs sec secs art arts par para paras ch chap c jan feb mar apr jun jul aug sep sept "
    "oct nov dec approx ca est tel".split()
)
# What follows the time of day in the same sentence: "5 a.m. | Tuesday", "5 p.m. | Moscow time". Like other
# patterns that few texts need, it is compiled when one does.
_AFTER_A_TIME = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec"
    r"|[A-Z]{2,4}T\b|ET|CT|MT|PT|GMT|UTC|BST|[A-Z]\w+ (?:standard |summer )?time\b)"
)
# Words in capitals that begin a sentence and no name: after an initial they show that it ended one ("plan B. The").
_STARTERS = (
    "The|He|She|It|They|We|I|You|This|That|These|Those|There|But|And|In|On|At|By|For|From|As|If|When|While|After|"
    "Before|However|Meanwhile|His|Her|Their|Its|Our|Many|Some|Most|No|Not|What|Who|Why|How|Where|A|An"
)
# After a question or a cry within quotation marks its speaker may follow: "“Never!” Mr. Hale | told MPs."
_SPEAKER = (
    rf"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Prof)\.?\s+)?(?!(?:{_STARTERS}|Then|Now|So|Yet)\b)"
    r"(?:[^\W\d_a-z][\w.'’-]{0,30}\s+){1,4}"
    r"(?:said|says|asked|asks|told|tells|added|wrote|writes|tweeted|posted|replied|shouted|yelled|cried|demanded|wondered)\b"
)
# Boundaries that sentencex, in some versions, misses: a closing quotation mark after the stop; a single capital or an
# abbreviation of letters before a word that begins a sentence. Each pattern begins with the sign that is looked for,
# which is found at once; what stands before it is looked at afterwards.
_STOP_AND_MARK = re.compile(r"""[.!?…](?<=\w.)['"’”»]++(?=\s+["'“‘«(]?[^\W\d_a-z])""")
# A sentence in brackets ends with them: "(It rained.) | Dogs barked", but "(Inc.) Bank", "(U.S.) Bank".
_STOP_AND_BRACKET = re.compile(r"[.!?](?<=[a-z]{3}.)[)\]](?=\s+[\"'“‘«(]?[^\W\d_a-z])")
# A note of editors that hangs on the stop: "in 2010.[citation needed] | It cost".
_STOP_AND_NOTE = re.compile(r"\.\[[^\W\d_][^\[\]\n]{0,60}\](?=\s+[\"'“‘«(]?[^\W\d_a-z])")
_SPEAKING = 160
_QUOTED = re.compile(r"[?!]['\"’”»]++\s*\Z")
# A number or letter of a list that was written by hand: "1. | Taxes rose".
_NUMBERING = re.compile(r"(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-z]|#\d{1,3})[.)]")
_BEFORE_STARTER = re.compile(rf"\.(?=\s+(?:{_STARTERS})\s)")
_LETTERS = re.compile(r"(?<![\w.])(?:[A-Z]|[A-Za-z]\.[A-Za-z](?:\.[A-Za-z])*+)\Z")
# Words that sentencex takes for abbreviations, and a capital after which begins a sentence: "on 5 May. | Lee voted".
_NO_ABBREVIATIONS = tuple(f" {word}. " for word in "May no ill art fig ore ark miss".split())
# Abbreviations that end a sentence where a quotation begins behind them: "at 9 p.m. | “We left,” he said".
_BEFORE_A_MARK = tuple(f" {word}. " for word in "p.m a.m Inc Ltd Corp Co St".split())
_MARKS = '"“‘«'
_STARTS = rf"(?:{_STARTERS})\s"
# In Chinese and Japanese these end a sentence, whatever follows.
_FULL_WIDTH_STOP = r"[。！？｡]++[”’」』）》〉】\"']*+"
_MAY_END = re.compile(r"\s|[.!?…]")
# sentencex looks from every stop at the word around it and at every quotation, so that an endless word, or a very long
# text, would cost the square of its length: the one is masked, the other read in stretches.
_UNBROKEN = re.compile(r"\S{500,}+")
_STRETCH = 10_000
_SEAM = re.compile(r"(?<=[^\W\d_A-Z])\s+(?=[^\W\d_A-Z])")
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?$")
# No word of the tables is longer; looking further back would make a text of one long word quadratic.
_LONGEST_WORD = 16
_OPENERS = "\"'“‘«(["
_SEARCHED = 64
_ENDING = ".!?…\"'”’"
# How far before its end a sentence in brackets may begin.
_LONGEST_BRACKET = 1_000


def sentences(text: str, cited: Iterable[int] = ()) -> tuple[Bounds, ...]:
    """The sentences of one block in order, as ranges of its text; a text without a sentence end is one sentence.

    `cited` are the offsets at which markers stood: one behind a stop and before a capital ends a sentence, whatever
    abbreviation the stop may belong to but one of letters ("the U.S.[1] President").
    """
    found: list[Bounds] = []
    start = 0
    for end in [*sorted({*_breaks(text), *_cited_ends(text, cited)}), len(text)]:
        first, last = _trimmed(text, start, end)
        is_first = len(found) == 1 and _NUMBERING.fullmatch(text[found[0].start : found[0].end])
        if first < last and found and (is_first or not any(map(str.isalnum, text[first:last]))):
            found[-1] = Bounds(found[-1].start, last)
        elif first < last:
            found.append(Bounds(first, last))
        start = end
    return tuple(found)


def _cited_ends(text: str, cited: Iterable[int]) -> Iterator[int]:
    for at in cited:
        before, after = text[max(at - 1, 0) : at], text[at : at + _SEARCHED].lstrip().lstrip(_OPENERS)
        abbreviated = before == "." and _LETTERS.search(text, max(at - _SEARCHED, 0), at - 1)
        goes_on = abbreviated and not re.match(_STARTS, after)
        if before in {".", "!", "?", "…"} and after[:1].isupper() and not goes_on:
            yield at


def _breaks(text: str) -> list[int]:
    """The offsets at which sentences end, the last one's end left out."""
    found = set() if text.isascii() else {stop.end() for stop in re.finditer(_FULL_WIDTH_STOP, text)}
    for start, end in _stretches(text, found):
        found.update(_proposed(text[start:end], start))
    kept = {end for end in found if end < len(text) and not _is_slip(text, end)}
    return sorted(kept.union(_missed(text)))


def _missed(text: str) -> Iterator[int]:
    yield from (end.end() for end in _STOP_AND_MARK.finditer(text) if not _is_asked(text, end.start(), end.end()))
    if ".)" in text or ".]" in text or "?)" in text or "!)" in text:
        yield from (match.end() for match in _STOP_AND_BRACKET.finditer(text) if _is_bracketed(text, match.end()))
    if ".[" in text:
        yield from (match.end() for match in _STOP_AND_NOTE.finditer(text))
    yield from _missed_stops(text)


def _missed_stops(text: str) -> Iterator[int]:
    for stop in _BEFORE_STARTER.finditer(text):
        at = stop.start()
        # Most words before a stop have two letters and more.
        in_word = at > 1 and text[at - 2 : at].isalpha()
        if not in_word and _LETTERS.search(text, max(at - _SEARCHED, 0), at):
            yield stop.end()
    for end in _ends(text, _NO_ABBREVIATIONS):
        if text[end : end + _SEARCHED].lstrip(_OPENERS)[:1].isupper():
            yield end - 1
    for end in _ends(text, _BEFORE_A_MARK):
        if text[end : end + 1] in _MARKS and text[end + 1 : end + 2].isupper():
            yield end - 1


def _is_asked(text: str, stop: int, end: int) -> bool:
    """Whether the quotation that ends here, its last sign at `stop`, is a question or a cry and its speaker follows."""
    return text[stop] in "?!" and re.match(_SPEAKER, text[end : end + _SPEAKING].lstrip()) is not None


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
    before = text[max(opened - _SEARCHED, 0) : max(opened, 0)].rstrip()
    return opened >= 0 and (not before or before[-1] in _ENDING)


def _stretches(text: str, stops: Iterable[int]) -> Iterator[Bounds]:
    """A text parted after full-width stops, and where it is long, between two words of small letters."""
    start = 0
    for end in [*sorted(stops), len(text)]:
        while end - start > 2 * _STRETCH:
            seam = _SEAM.search(text, start + _STRETCH, start + 2 * _STRETCH)
            middle = seam.end() if seam else start + 2 * _STRETCH
            yield Bounds(start, middle)
            start = middle
        yield Bounds(start, end)
        start = end


def _proposed(text: str, start: int) -> Iterator[int]:
    """The boundaries of sentencex inside a stretch of a text, counted from an offset on."""
    if _MAY_END.search(text):
        for boundary in get_sentence_boundaries("en", _UNBROKEN.sub(_mask, text)):
            if boundary["end_index"] < len(text):
                yield start + int(boundary["end_index"])


def _mask(run: re.Match[str]) -> str:
    return "x" * (len(run[0]) - 1) + run[0][-1]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_slip(text: str, end: int) -> bool:
    """Whether a proposed boundary stands inside a sentence."""
    before = text[max(end - _SEARCHED, 0) : end].rstrip()
    after = text[end : end + _SEARCHED].lstrip()
    if not after or not before:
        return False
    if after.lstrip(_OPENERS)[:1].islower():
        return True
    quoted = _QUOTED.search(text, max(end - _LONGEST_WORD, 0), end)
    if quoted and _is_asked(text, quoted.start(), end):
        return True
    word = _LAST_WORD.search(before, max(len(before) - _LONGEST_WORD, 0))
    if word is None or before[-1] != ".":
        return False
    # "Schumer, D-N.|Y., said"
    in_word = text[end - 1] == "." and text[end].isalpha() and len(word[0]) == len("N.")
    return in_word or _goes_on(word[0].rstrip(".").lower(), after)


def _goes_on(word: str, after: str) -> bool:
    if word in {"a.m", "p.m"}:
        return re.match(_AFTER_A_TIME, after) is not None
    if after[0].isdigit():
        return word in _BEFORE_A_NUMBER
    return word in _BEFORE_A_NAME and not re.match(_STARTS, after)
