"""The sentences of a block: the boundaries that sentencex finds, with its known errors corrected by the tables here."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # it ships no types

# The language of a text.


# Articles, prepositions, pronouns and auxiliaries of each language, in small letters, without those that are English
# words or parts of names ("von der", "el"). Danish stands for all of Scandinavia. Texts of other languages are split
# as English ones are.
_WORDS = {
    "de": "und das dem nicht für wird ist sich auf mit eine einen einem einer im vom zum zur wurde werden auch bei "
    "nach über sind",
    "es": "las los que una por según más está fue pero desde hasta sus también dijo",
    "it": "il gli della delle dei degli che nel nella sono è anche più",
    "da": "og det ikke på av ble blev ved och är inte från att",
}
_FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_ANY = frozenset().union(*_FUNCTION_WORDS.values())
# How much of a text is read for its language, and how many different words are enough.
_READ = 1_000
_ENOUGH = 2


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language with most function words at the head of a text; English if there are few."""
    words = _ANY.intersection(text[:_READ].split())
    if len(words) < _ENOUGH:
        return "en"
    found = {language: len(words & known) for language, known in _FUNCTION_WORDS.items()}
    most = max(found, key=found.__getitem__)
    return most if found[most] >= _ENOUGH else "en"


# Boundaries of sentencex that are inside a sentence.


OPENERS = "\"'“‘«(["
# How many characters are read on each side of a full stop.
SEARCHED = 64
# A single capital or an abbreviation of letters, before its last full stop.
LETTERS = re.compile(r"(?<![\w.])(?:[A-Z]|[A-Za-z]\.[A-Za-z](?:\.[A-Za-z])*+)\Z")
# Abbreviations before a name, a title or a day, where sentencex ends a sentence: "Ms. | Smith". Titles and forenames as
# in the Associated Press and Guardian style guides under abbreviations and titles.
_BEFORE_A_NAME = frozenset(
    "mr mrs ms mx messrs mmes dr prof rev hon gov lt col gen sgt cpl pte capt cmdr cdr cmdt adm maj brig supt insp det "
    "sen rep reps sens pres amb atty fr sr st ste ft mt pt vs v cf viz eg ie approx ca spc gens govs drs profs".split()
)
# Abbreviations before a number: "No. | 5", "Sept. | 11", "p. | 3"; before a word they may end a sentence.
_BEFORE_A_NUMBER = frozenset(
    "no nos pop p pp vol vols fig figs sec secs art arts par para paras ch chap c jan feb mar apr jun jul aug sep sept "
    "oct nov dec approx ca est tel".split()
)
# What follows a time of day in the same sentence: "5 a.m. | Tuesday", "5 p.m. | Moscow time". This pattern and others
# that few texts need are compiled on first use.
_AFTER_A_TIME = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec"
    r"|[A-Z]{2,4}T\b|ET|CT|MT|PT|GMT|UTC|BST|[A-Z]\w+ (?:standard |summer )?time\b)"
)
# Capitalised words that begin a sentence but not a name: after an initial they show that it ended one ("plan B. The").
STARTERS = (
    "The|He|She|It|They|We|I|You|This|That|These|Those|There|But|And|In|On|At|By|For|From|As|If|When|While|After|"
    "Before|However|Meanwhile|His|Her|Their|Its|Our|Many|Some|Most|No|Not|What|Who|Why|How|Where|A|An"
)
# The speaker after a question or a cry in quotation marks: "“Never!” | Mr. Hale told MPs."
_SPEAKER = (
    rf"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Prof)\.?\s+)?(?!(?:{STARTERS}|Then|Now|So|Yet)\b)"
    r"(?:[^\W\d_a-z][\w.'’-]{0,30}\s+){1,4}"
    r"(?:said|says|asked|asks|told|tells|added|wrote|writes|tweeted|posted|replied|shouted|yelled|cried|demanded|wondered)\b"
)
_SPEAKING = 160
_QUOTED = r"[?!]['\"’”»]++\s*\Z"
_CLOSERS = frozenset("'\"’”»")
# German dates: "am 3. | Mai", with months that are not spelled as in English.
_DAY = r"(?<![\w.,])(?:[12]?\d|3[01])\.\Z"
_MONTH = r"(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b"
# German ordinals, after an article or a preposition with one: "die 1. | Bauphase", but "Es waren 40. | Die Stadt".
_ORDINAL = r"(?i:\b(?:der|die|das|den|dem|des|am|im|vom|zum|zur|beim|ein(?:e[nmrs]?)?|bis)\s\d{1,3}\.\Z)"
_GERMAN_STARTS = (
    r"(?:D(?:er|ie|as|en|em|ies\w*)|Ein\w{0,2}|E[rs]|Sie|Wir|Ich|I[mn]|A[mnu]f?|Bei|Mit|Nach|Für|Und|Aber|Doch)\s"
)
# Russian initials, and abbreviations of town, street, "named after" and titles; "1799 г. | Он" ends a sentence.
_RUSSIAN = r"(?:(?<!\w)[А-ЯЁІЇЄҐ]|(?<!\w)(?<!\d\s)г|(?<!\w)(?:ул|им|просп|пл|пр|проф|акад|тов))\.\Z"
STARTS = rf"(?:{STARTERS})\s"
_LAST_WORD = re.compile(r"[^\W_]++(?:\.[^\W_]++)*+\.$")
# No word of the tables is longer; without this limit a text of one long word would take quadratic time.
_LONGEST_WORD = 16


def is_slip(text: str, end: int, language: str) -> bool:
    """Whether a boundary of sentencex is inside a sentence of a language."""
    before = text[max(end - SEARCHED, 0) : end].rstrip()
    after = text[end : end + SEARCHED].lstrip()
    if not after or not before:
        return False
    if after.lstrip(OPENERS)[:1].islower():
        return True
    if before[-1] != ".":
        start = max(end - _LONGEST_WORD, 0)
        quoted = re.search(_QUOTED, text[start:end]) if before[-1] in _CLOSERS else None
        return quoted is not None and is_asked(text, start + quoted.start(), end)
    # Most full stops follow a small Latin letter, after which none of the foreign cases applies.
    if not "a" <= before[-2:-1] <= "z" and _is_foreign(before, after, language):
        return True
    word = _LAST_WORD.search(before, max(len(before) - _LONGEST_WORD, 0))
    if word is None:
        return False
    # "Schumer, D-N.|Y., said"
    in_word = text[end - 1] == "." and text[end].isalpha() and len(word[0]) == len("N.")
    return in_word or _continues(word[0].rstrip(".").lower(), after)


def _is_foreign(before: str, after: str, language: str) -> bool:
    """Whether a full stop belongs to a German ordinal, or to a Russian initial or abbreviation."""
    if before[-2:-1].isascii():
        dated = re.search(_DAY, before) is not None and re.match(_MONTH, after) is not None
        ordinal = language == "de" and re.search(_ORDINAL, before) is not None
        return dated or (ordinal and re.match(_GERMAN_STARTS, after) is None)
    return re.search(_RUSSIAN, before) is not None


def _continues(word: str, after: str) -> bool:
    if word in {"a.m", "p.m"}:
        return re.match(_AFTER_A_TIME, after) is not None
    if after[0].isdigit():
        return word in _BEFORE_A_NUMBER
    return word in _BEFORE_A_NAME and not re.match(STARTS, after)


def is_asked(text: str, stop: int, end: int) -> bool:
    """Whether the quotation that ends here, with its last sign at `stop`, is a question or cry before its speaker."""
    return text[stop] in "?!" and re.match(_SPEAKER, text[end : end + _SPEAKING].lstrip()) is not None


# Ends of sentences that some versions of sentencex miss.


# Each pattern begins with the sign that it looks for, because that is found fastest; what is before it is checked after
# that. Patterns that few texts need are compiled on first use.
#
# A closing quotation mark after the full stop: "“It rained.” | Dogs barked".
_STOP_AND_MARK = r"""[.!?…](?<=\w.)['"’”»]++(?=\s+["'“‘«(]?[^\W\d_a-z])"""
_CLOSING_MARKS = "'\"’”»"
# A sentence in brackets ends with them: "(It rained.) | Dogs barked", but "(Inc.) Bank", "(U.S.) Bank".
_STOP_AND_BRACKET = r"[.!?](?<=[a-z]{3}.)[)\]](?=\s+[\"'“‘«(]?[^\W\d_a-z])"
# An editors' note that touches the full stop: "in 2010.[citation needed] | It cost".
_STOP_AND_NOTE = r"\.\[[^\W\d_][^\[\]\n]{0,60}\](?=\s+[\"'“‘«(]?[^\W\d_a-z])"
# A full stop before white space; none of the words that may be before it has five letters.
_STOP = re.compile(r"\.(?=\s)(?<![^\W\d_]{5}.)")
# Words that sentencex takes for abbreviations; a capital after them begins a sentence: "on 5 May. | Lee voted".
_NO_ABBREVIATIONS = tuple(f" {word}" for word in "May no ill art fig ore ark miss".split())
# Abbreviations that end a sentence if a quotation follows: "at 9 p.m. | “We left,” he said".
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
# What comes before such a number in a sentence; after an article the unit describes a name: "a 12 ft. Bengal Tiger".
_BEFORE_AMOUNT = (
    r"(?i:[^\W\d_](?<!\ba)(?<!\ban)(?<!\bthe)(?<!\bthis)(?<!\bthat)(?<!\bits)(?<!\bhis)(?<!\bher)(?<!\btheir)"
    r"[,:;]?\s+[~≈<>+−–$€£¥-]?[\d.,\u00a0\u202f]*+\Z)"
)
_MARKS = '"“‘«'
_ENDING = ".!?…\"'”’"
# How far before its end a sentence in brackets may begin.
_LONGEST_BRACKET = 1_000


def missed_ends(text: str) -> Iterator[int]:
    """The offsets of ends of sentences that sentencex may miss."""
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
    """Whether a letter or an abbreviation of letters is before a full stop, and a starter after it."""
    # Most words before a full stop have two or more letters.
    in_word = at > 1 and text[at - 2 : at].isalpha()
    if in_word or not LETTERS.search(text, max(at - SEARCHED, 0), at):
        return False
    return re.match(STARTS, text[at + 1 : at + 1 + SEARCHED].lstrip()) is not None


def _ends_with_word(text: str, at: int) -> bool:
    """Whether a word that sentencex takes for an abbreviation is before a full stop, and a new sentence after it."""
    if text[at + 1] != " ":
        return False
    if text.endswith(_NO_ABBREVIATIONS, 0, at):
        return text[at + 2 : at + 2 + SEARCHED].lstrip(OPENERS)[:1].isupper()
    return text.endswith(_BEFORE_A_MARK, 0, at) and text[at + 2 : at + 3] in _MARKS and text[at + 3 : at + 4].isupper()


def _ends_with_unit(text: str, at: int) -> bool:
    """Whether an amount at a full stop ends its sentence: words come before it, and no small letter after it."""
    start = max(at - _LONGEST_UNIT, 0)
    in_word = at > _LONGEST_SYMBOL and text[at - _LONGEST_SYMBOL - 1 : at].isalpha()
    # Each symbol ends with a letter, or with a letter and a power.
    if in_word or not any(map(str.isalpha, text[at - 2 : at])) or not _DIGIT.search(text, start, at):
        return False
    unit = re.search(_UNIT, text[start:at])
    following = text[at + 1 : at + 1 + SEARCHED]
    if not unit or not re.match(_STARTING, following):
        return False
    words = re.search(_BEFORE_AMOUNT, text[max(start + unit.start() - SEARCHED, 0) : start + unit.start()])
    return words is not None and not following.lstrip().lstrip(OPENERS)[:1].islower()


def _is_bracketed(text: str, end: int) -> bool:
    """Whether the bracket that closes at an offset was opened where a sentence may begin."""
    opened = max(text.rfind(sign, max(end - _LONGEST_BRACKET, 0), end) for sign in "([")
    before = text[max(opened - SEARCHED, 0) : max(opened, 0)].rstrip()
    return opened >= 0 and (not before or before[-1] in _ENDING)


# Sentences: the boundaries of sentencex with these corrections.


class Bounds(NamedTuple):
    """The range of a sentence in its text, without white space around it."""

    start: int
    end: int


# The number or letter of an item in a list written by hand: "1. | Taxes rose".
_NUMBERING = r"(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-z]|#\d{1,3})[.)]"
_LONGEST_NUMBERING = 7
# In Chinese and Japanese these end a sentence, whatever follows.
_FULL_WIDTH_STOP = r"[。！？｡]++[”’」』）》〉】\"']*+"
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_MAY_END = r"[\s.!?…]"
# At every full stop sentencex reads the word around it and every quotation. An endless word or a very long text would
# take quadratic time, so such a word is masked, and such a text is read in stretches.
_UNBROKEN = re.compile(r"\S{500,}+")
_STRETCH = 10_000
# Compiled for the first text that is so long.
_SEAM = r"(?<=[^\W\d_A-Z])\s+(?=[^\W\d_A-Z])"


def sentences(text: str, cited: Iterable[int] = ()) -> tuple[Bounds, ...]:
    """The sentences of one block in order, as ranges of its text; a text without a sentence end is one sentence.

    `cited` are the offsets of citation markers, which are no longer in the text. A marker after a full stop and before
    a capital ends a sentence, unless the stop belongs to an abbreviation of letters ("the U.S.[1] President").
    """
    found: list[Bounds] = []
    start = 0
    for end in [*sorted(_breaks(text).union(_cited_ends(text, cited))), len(text)]:
        first = end - len(text[start:end].lstrip())
        last = first + len(text[first:end].rstrip())
        is_first = len(found) == 1 and _is_numbering(text[found[0].start : found[0].end])
        if first < last and found and (is_first or not _LETTER_OR_DIGIT.search(text, first, last)):
            found[-1] = Bounds(found[-1].start, last)
        elif first < last:
            found.append(Bounds(first, last))
        start = end
    return tuple(found)


def _is_numbering(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBERING and re.fullmatch(_NUMBERING, text) is not None


def _cited_ends(text: str, cited: Iterable[int]) -> Iterator[int]:
    for at in cited:
        before = text[max(at - 1, 0) : at]
        if before not in {".", "!", "?", "…"}:
            continue
        after = text[at : at + SEARCHED].lstrip().lstrip(OPENERS)
        abbreviated = before == "." and LETTERS.search(text, max(at - SEARCHED, 0), at - 1)
        continues = abbreviated and not re.match(STARTS, after)
        if after[:1].isupper() and not continues:
            yield at


def _breaks(text: str) -> set[int]:
    """The offsets at which sentences end, without the end of the last one."""
    found = set() if text.isascii() else {stop.end() for stop in re.finditer(_FULL_WIDTH_STOP, text)}
    language = language_of(text)
    for start, end in _stretches(text, found):
        found.update(_proposed(text[start:end], start, language))
    kept = {end for end in found if end < len(text) and not is_slip(text, end, language)}
    return kept.union(missed_ends(text))


def _stretches(text: str, stops: Iterable[int]) -> Iterator[Bounds]:
    """A text split after full-width stops, and if it is long, between two words in small letters."""
    start = 0
    for end in [*sorted(stops), len(text)]:
        while end - start > 2 * _STRETCH:
            seam = re.compile(_SEAM).search(text, start + _STRETCH, start + 2 * _STRETCH)
            middle = seam.end() if seam else start + 2 * _STRETCH
            yield Bounds(start, middle)
            start = middle
        yield Bounds(start, end)
        start = end


def _proposed(text: str, start: int, language: str) -> list[int]:
    """The boundaries of sentencex inside a stretch of a text that starts at an offset."""
    if " " not in text and not re.search(_MAY_END, text):
        return []
    ends = [boundary["end_index"] for boundary in get_sentence_boundaries(language, _UNBROKEN.sub(_mask, text))]
    return [start + end for end in ends if end < len(text)]


def _mask(run: re.Match[str]) -> str:
    return "x" * (len(run[0]) - 1) + run[0][-1]
