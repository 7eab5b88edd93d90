"""The numbers in markers: lists such as `1, 3` or `1-3`, repeated footnotes, remains of chat programs, and powers."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from factspec.articles.draft import Draft, Link, Mark, Piece, map_of
from factspec.language.places import Span

_DIGITS = 6
_NUMBER = rf"\d{{1,{_DIGITS}}}"
# Between the ends of a range: a hyphen, a non-breaking hyphen, a dash or a minus sign.
DASHES = r"\-\u2010-\u2014\u2212"
_ITEM = rf"{_NUMBER}(?:\s*+[{DASHES}]\s*+{_NUMBER})?+"
# A well-formed list; matched in one step for each character.
LIST = rf"{_ITEM}(?:\s*+[,;]\s*+{_ITEM})*+"

# Such a list with or without the brackets of a marker.
BRACKETED_LIST = rf"\[?\s*+(?P<body>{LIST})\s*+\]?"

RAISED_DIGITS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
"""Raised digits as plain ones, for `str.translate`."""

_RANGE = rf"({_NUMBER})\s*+[{DASHES}]\s*+({_NUMBER})"
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
# No list of sources is longer; a longer range is a typing error.
_LONGEST_RANGE = 200


class Labels(NamedTuple):
    """The ids that a list names, ranges expanded; how to write it; and what is wrong, empty if nothing is.

    `is_years` says that the list is one range of years, which is text.
    """

    ids: tuple[str, ...]
    written: str
    problem: str
    is_years: bool


@lru_cache(maxsize=1024)
def labels(body: str) -> Labels:
    """Read a list of digits, spaces, commas, semicolons and dashes, well formed or not."""
    if body.isdecimal() and len(body) <= _DIGITS:
        return Labels((body,), body, "", is_years=False)
    items = [item.strip() for item in re.split(r"[,;]", body)]
    legible = [item for item in items if re.fullmatch(_ITEM, item)]
    ids = tuple(label for item in items for label in _read(item))
    written = ", ".join(ids[:_LONGEST_RANGE])
    years = re.fullmatch(_RANGE, body.strip())
    problem = _problem(body, legible, written, is_whole=len(legible) == len(items))
    return Labels(ids, written, problem, years is not None and _are_years(years))


def _problem(body: str, items: list[str], written: str, *, is_whole: bool) -> str:
    if not body.strip():
        return "'[]' names no source; write [n] with the number of its source, or take it out"
    for item in items:
        between = re.fullmatch(_RANGE, item)
        if between and int(between[1]) >= int(between[2]):
            return f"'[{body}]' does not count up; write the range that is meant, as in [1-3]"
        if between and int(between[2]) - int(between[1]) >= _LONGEST_RANGE:
            return f"'[{body}]' spans more than {_LONGEST_RANGE} sources; write the range that is meant"
    if not is_whole:
        return f"'[{body}]' is not a list of sources; write [{written}]"
    return ""


def _read(item: str) -> tuple[str, ...]:
    return _expanded(item) if re.fullmatch(_ITEM, item) else tuple(re.findall(_NUMBER, item))


def _expanded(item: str) -> tuple[str, ...]:
    between = re.fullmatch(_RANGE, item)
    if not between:
        return (item,)
    first, last = int(between[1]), int(between[2])
    if not first < last < first + _LONGEST_RANGE:
        return (between[1], between[2])
    return tuple(str(number) for number in range(first, last + 1))


def _are_years(between: re.Match[str]) -> bool:
    first, last = between[1], between[2]
    return len(first) == len(last) == 4 and _FIRST_YEAR <= int(first) < int(last) <= _LAST_YEAR


# Further references to a footnote, which tools number `[1:1]` (markdown-it) and `[2-1]` (Obsidian).


_REPEAT = r"\[?(?P<number>\d{1,6})(?P<sign>[:-])(?P<time>\d{1,3})\]?"
_REPEATS_LONGEST = 16
# The id of a footnote; Obsidian adds a name of its own.
_FOOTNOTE = r"#(?:fn|footnote)[-:_]?{number}(?P<name>-\w+)?"


def repeats(draft: Draft) -> dict[Span, str]:
    """The raw ranges of such references, with brackets around them, each with the number of its footnote.

    A dash between numbers that count up is a range, unless the target is Obsidian's. Numbers with a colon that are
    neither raised nor in brackets are a score or a verse.
    """
    found: dict[Span, str] = {}
    for link in draft.links:
        if link.end - link.start > _REPEATS_LONGEST or not link.url.startswith("#"):
            continue
        written = re.fullmatch(_REPEAT, draft.text[link.start : link.end])
        target = re.fullmatch(_FOOTNOTE.format(number=written["number"]), link.url) if written else None
        if not written or not target:
            continue
        bracketed = draft.text[max(link.start - 1, 0) : link.end + 1] == f"[{written[0]}]"
        if written["sign"] == ":":
            repeated = bracketed or written[0].startswith("[") or _is_raised(draft, link)
        else:
            repeated = bool(target["name"]) or _counts_down(written)
        if repeated:
            found[Span(link.start - bracketed, link.end + bracketed)] = written["number"]
    return found


def _is_raised(draft: Draft, link: Link) -> bool:
    return any(raised.start <= link.start and link.end <= raised.end for raised in draft.raised)


def _counts_down(written: re.Match[str]) -> bool:
    return int(written["number"]) >= int(written["time"])


# References of chat programs that were left in a draft. They name results of a search that readers do not have.


# Each program with its form; `body` are numbers that may be those of sources.
_FORMS = (
    ("ChatGPT", r"\ue200[^\ue200\ue201\n]{0,400}\ue201|\b(?:file)?cite(?:turn\d{1,4}[a-z]{2,16}\d{1,4})+"),
    ("ChatGPT", r":contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?"),
    ("ChatGPT", r"\[oai_citation(?:_attribution)?:\d{1,4}‡[^\[\]\n]{0,200}\](?:\([^()\s]{1,400}\))?"),
    ("ChatGPT", r"\(\{\"attribution\":\{[^\n{}]{0,200}\}\}\)"),
    ("Perplexity", rf"\[{{1,2}}(?:web|attached_file|attached_image|memory|page):(?P<body>{LIST})\]{{1,2}}"),
    ("Gemini", rf"\[cite_start\]|\[{{1,2}}cite:\s?(?P<body>{LIST})\]{{1,2}}|\[span_\d{{1,4}}\]\((?:start|end)_span\)"),
    ("DeepSeek", rf"\[{{1,2}}citation:(?P<body>{LIST})\]{{1,2}}"),
)
# Each form contains one of these.
_SIGNS = (
    "\ue200",
    "citeturn",
    "oai",
    "attribut",
    "[web:",
    "[attached_",
    "[memory:",
    "[page:",
    "[cite",
    "[citation:",
    "span",
)
_LINKED = r"oai_citation(?:_attribution)?:\d{1,4}‡[^\n]{0,200}"
_SPANS = frozenset({"start_span", "end_span"})
_LEFTOVERS_LONGEST = 256


def leftovers(draft: Draft) -> Iterator[Mark]:
    """The marks for such references, in any order, each with advice."""
    if not any(sign in draft.text for sign in _SIGNS):
        return
    for program, form in _FORMS:
        for match in re.finditer(form, draft.text):
            body = match.groupdict().get("body") or ""
            ids = labels(body).ids if body else ()
            span = draft.map.span(*match.span())
            yield Mark(*match.span(), ids, *span, _advice(match[0], program))
    for link in draft.links:
        text = draft.text[link.start : min(link.end, link.start + _LEFTOVERS_LONGEST)]
        if re.fullmatch(_LINKED, text):
            yield Mark(link.start, link.end, (), link.source_start, link.source_end, _advice(text, "ChatGPT"))
        elif link.url in _SPANS:
            yield Mark(link.start, link.end, (), link.source_start, link.source_end, _advice(text, "Gemini"))


def _advice(written: str, program: str) -> str:
    shown = written.translate({0xE200: None, 0xE201: None, 0xE202: None})
    return (
        f"'{shown}' was left by {program} and is not a marker; write [n] with the number of its source, or take it out"
    )


# Raised numbers that cite nothing: powers (`10⁶`, `5 m²`, `4 km<sup>2</sup>`, `R²`) and masses (`<sup>14</sup>C`).


# After a number, a raised minus sign or the symbol of length, area, mass or speed (SI brochure, 9th ed., table 2; US
# customary) a raised number is a power.
_BASE = r"(?:[\d⁻]|(?<![^\W_])(?:[kcdmµμn]?m|ft|mi|yd|ha|kg)|/s|\d\s?in)$"
# After a year it is a citation.
_YEAR = r"(?<![\w.,])(?:1[0-9]|20)\d\d$"
# A variable, a letter or letters without a vowel after an operator, and formulas with a number that is raised by
# mistake instead of lowered. After a name or a comma those are a place ("Denver, CO").
_VARIABLE = (
    r"(?:(?<![\w’'.])(?:[α-ω]|R)|[=+−×·<>≤≥]\s?(?:[A-Za-z]|[b-df-hj-np-tv-xz]{2,3})"
    r"|(?:^|[.:;!?]\s|[(/+\d%]\s?|(?<![\w’'])(?:[a-z’'-]+|The|A)\s)(?:CO|CH|NH))$"
)
# A single lower-case letter before an operator.
_LETTER = r"(?<![\w’'.])[b-z]$"
_OPERATOR = r"\s?[=+−×·<>≤≥]"
_EXPONENT = r"[2-4²³⁴]"
# Before the symbol of an element (IUPAC) it is the mass of an isotope.
_ELEMENT = (
    r"(?:A[cglru]|B[aehikr]|C[adeflmorsu]?|D[bsy]|E[rsu]|F[elmr]?|G[ade]|H[fgo]?|I[nr]?|Kr?|L[airuv]|M[dgnot]"
    r"|N[abdeip]?|Os?|P[abdmortu]?|R[abefghnu]|S[bcegimnr]?|T[abcehilm]|Uu?|V|W|Xe|Yb?|Z[nr]|He|As|At|Am|Be|No)(?!\w)"
)
# Elements that are also words: before them may be a marker at the start of a sentence.
_WORDS = r"(?:I|In|He|As|At|Am|Be|No)(?!\w)"
_REACH = 24


def is_power(text: str, start: int, end: int) -> bool:
    """Whether a number that is raised between two offsets of a text is a power, or the mass of an isotope."""
    before = text[max(start - _REACH, 0) : start].rpartition("\n")[2]
    if re.search(_BASE, before):
        return re.search(_YEAR, before) is None
    if re.search(_VARIABLE, before) or (re.search(_LETTER, before) and re.match(_OPERATOR, text[end : end + _REACH])):
        return re.fullmatch(_EXPONENT, text[start:end].strip()) is not None
    return _is_mass(before, text[end : end + _REACH])


def _is_mass(before: str, after: str) -> bool:
    """Whether a raised number is between a space and an element; a word at the start of a sentence is not one."""
    if (before and not before[-1].isspace() and before[-1] not in "(-–/") or not re.match(_ELEMENT, after):
        return False
    within = before.rstrip()[-1:].isalnum() or before[-1:] in {"(", "-", "–", "/"}
    return within or re.match(_WORDS, after) is None


# Raised and lowered digits next to other digits: `10<sup>6</sup>` is read as 10⁶, never 106.


# Superscripts and subscripts of Latin-1 and of the block U+2070 (Unicode, "Superscripts and Subscripts").
_PLAIN = "0123456789+-−–"
_RAISED = dict(zip(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻", strict=True))
_LOWERED = dict(zip(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₋₋", strict=True))
_DIGIT = re.compile(r"\d")


def set_off(draft: Draft, marks: Sequence[Mark]) -> Draft:
    """A draft with raised and lowered digits as such signs if they touch other digits and are not markers."""
    if not (draft.raised or draft.lowered):
        return draft
    cited = {at for mark in marks for at in range(mark.start, mark.end)}
    raised = [Span(one.start, one.end) for one in draft.raised]
    shown = {**_signs(draft.text, raised, _RAISED, cited), **_signs(draft.text, draft.lowered, _LOWERED, cited)}
    if not shown:
        return draft
    characters = list(draft.text)
    for at, character in shown.items():
        characters[at] = character
    places = sorted(shown)
    pieces = chain.from_iterable(_parts(piece, places) for piece in draft.map.pieces)
    return draft._replace(text="".join(characters), map=map_of(pieces))


def _signs(text: str, spans: Sequence[Span], form: Mapping[str, str], cited: Set[int]) -> dict[int, str]:
    """The signs for the digits in raised or lowered ranges by their offsets; ranges inside others are read once."""
    shown: dict[int, str] = {}
    reached = 0
    for span in sorted(spans):
        if span.start not in cited and _touches(text, span, cited):
            inside = range(max(span.start, reached), span.end)
            shown.update((at, form[text[at]]) for at in inside if text[at] in form)
            reached = max(reached, span.end)
    return shown


def _touches(text: str, span: Span, cited: Set[int]) -> bool:
    """Whether a digit that is not in a marker is directly before or after a range."""
    beside = (span.start - 1, span.end)
    return any(_DIGIT.match(text[max(at, 0) : at + 1]) is not None for at in beside if at not in cited)


def _parts(piece: Piece, places: Sequence[int]) -> Iterator[Piece]:
    """A piece split so that each character at one of the sorted places has a piece of its own."""
    start, shift = piece.start, piece.source_start - piece.start
    inside = places[bisect_left(places, piece.start) : bisect_left(places, piece.end)]
    for at in inside if piece.verbatim else ():
        if start < at:
            yield Piece(start, at, start + shift, at + shift, verbatim=True)
        yield Piece(at, at + 1, at + shift, at + 1 + shift, verbatim=False)
        start = at + 1
    if start < piece.end:
        yield piece._replace(start=start, source_start=start + shift if piece.verbatim else piece.source_start)
