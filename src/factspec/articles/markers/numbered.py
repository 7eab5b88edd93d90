"""Numbers in square brackets: `[1]`, `[1, 3]`, `[1; 3]`, `[1-3]`, and raised ones as in an HTML `<sup>`.

`[sic]`, `[…]`, `[10 people]`, years and the empty box of a task are text. Broken ones are read as far as possible, each
with advice on what to write instead: `[1, ]`, `[3-1]`, `[1,, 2]`, `[1`, `[]`, `[1, p. 3]`, `[1 and 2]`, `【1】`,
`[1†source]`. `[1]–[3]` is a range.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from factspec.articles.draft import Draft, Kind, Mark, Raised
from factspec.articles.labels import BRACKETED_LIST, DASHES, LIST, RAISED_DIGITS, Labels, is_power, labels, repeats
from factspec.language.places import Span

READS_RAISED = True

# Rare patterns, each with signs of which a text must have one; they are compiled on first use.
_TWICE_BRACKETED = rf"\[\[(?P<body>{LIST})\]\]", ("[[",)
_BETWEEN = (
    rf"\[(?P<first>\d{{1,6}})\][{DASHES}]\[(?P<last>\d{{1,6}})\]",
    tuple(f"]{dash}[" for dash in "-\u2010\u2011\u2012\u2013\u2014\u2212"),
)
# A list with a full stop, or with a place in its last source, which should be in the reference. Words for places are
# the locators of CSL 1.0.2 and their abbreviations, with those of German.
_PLACE = (
    r"(?:§{1,2}|¶{1,2}|(?:(?i:pp?|pages?|para(?:graph)?s?|ch|chap(?:ter)?s?|sec(?:tion)?s?|figs?|figures?|tab|tables?"
    r"|arts?|articles?|vols?|volumes?|nn?|notes?|lines?|app|appendix|parts?|pts?|cols?|columns?|verses?|fols?|folios?)"
    r"|S|Seiten?|Rn|Abs|Kap|Abb|Bd)\b\.?)\s?\d[\d\s,"
)
_WITH_PLACE = rf"\[(?P<body>{LIST})(?:\s?\.|\s?[,:;]\s?{_PLACE}{DASHES}]*+f{{0,2}}\.?)\]", ("[",)
# Two lists joined by a sign or word of another script or of prose; a colon and words only after a known number.
_JOINED = (
    rf"\[(?P<body>{LIST})\s?(?P<sign>[、，،；]|(?:,\s)?(?:and|&|see also|und|et|y|:)\s)\s?(?P<more>{LIST})\]",
    ("[",),
)
_CERTAIN = frozenset("、，،；")
# Only digits and the signs of a list: a marker, well formed or not. A lone space is a task box, a sign before the first
# digit makes a negative number, and seven digits are a date or a telephone number.
_MEANT = re.compile(r"\[(?=[^\[\]\n]*+\])(?![^\[\]\n]*\d{7})(?P<body>[\s,;]*+\d[\d\s,;" + DASHES + r"]*+|)\]")
_YEAR = r"1\d{3}|20\d{2}|2100"
_OPEN = re.compile(r"\[[^\[\]\n]*+(?:[\[\n]|\Z)")
_UNCLOSED = rf"\[(?={LIST}(?P<rest>[^\[\]\n]*+)(?:\[|\n|\Z))(?P<body>{LIST})", ("[",)
# What tools leave in drafts: full-width brackets, and `1†source` or `4:2†source`, numbers of a search's own results.
_TOOL = r"\d{1,6}(?::\d{1,6})?†[^\[\]【】［］\n]{0,200}"
_FOREIGN = rf"【(?P<cjk>{LIST}|{_TOOL})】|［(?P<wide>{LIST}|{_TOOL})］|\[(?P<tool>{_TOOL})\]", tuple("【［†")
_RAISED = rf"{BRACKETED_LIST}(?P<comma>[,;]?)"
# What a raised link may have around its number: "(1)", "1.", "1)".
_LONGEST_LINK = 100
_AROUND_LINK = "().\u00a0 "


def find(draft: Draft) -> Iterator[Mark]:
    """The marks of this style in a draft, in any order; some may overlap."""
    yield from _bracketed(draft)
    yield from _foreign(draft)
    yield from _raised(draft)


def _bracketed(draft: Draft) -> Iterator[Mark]:
    again: dict[Span, str] = repeats(draft) if draft.links else {}
    meant = list(_MEANT.finditer(draft.text))
    listed = {reference.id for reference in draft.references if reference.id.isdecimal()}
    for match in meant:
        read = labels(match["body"])
        if match.span() not in again and not _is_text(draft, match, read, listed):
            yield _mark(draft, match, read.ids, read.problem)
    for match in _found(_BETWEEN, draft.text):
        read = labels(f"{match['first']}-{match['last']}")
        yield _mark(draft, match, read.ids, read.problem)
    if len(meant) < draft.text.count("["):
        yield from _unusual(draft)


def _is_text(draft: Draft, match: re.Match[str], read: Labels, listed: set[str]) -> bool:
    """Whether brackets are no marker: an open task, a range of years, or a number that no numbered reference has.

    Such a number is a year, or it is in a note: judgments are cited so, "Moss v Lee [2014] 3 AB 1, [114]".
    """
    if read.is_years:
        return True
    block = draft.blocks[bisect_right(draft.blocks, match.start(), key=attrgetter("start")) - 1]
    if not read.ids:
        return block.kind is Kind.LIST_ITEM and block.start == match.start()
    is_doubtful = block.kind is Kind.NOTE or re.fullmatch(_YEAR, match["body"])
    return bool(listed and is_doubtful and listed.isdisjoint(read.ids))


def _unusual(draft: Draft) -> Iterator[Mark]:
    """Marks for brackets that contain more than a list or are not closed: `[[1]]`, `[1, p. 3]`, `[1 and 2]`, `[1`."""
    for match in _found(_TWICE_BRACKETED, draft.text):
        read = labels(match["body"])
        yield _mark(draft, match, read.ids, read.problem)
    for match in _found(_WITH_PLACE, draft.text):
        read = labels(match["body"])
        yield _mark(draft, match, read.ids, f"'{match[0]}' is not a list of sources; write [{read.written}]")
    yield from _joined(draft)
    for match in _found(_UNCLOSED, draft.text) if _OPEN.search(draft.text) else ():
        read = labels(match["body"])
        advice = f"'{match[0]}' has no closing bracket; write [{read.written}]"
        yield _mark(draft, match, read.ids, advice)


def _joined(draft: Draft) -> Iterator[Mark]:
    """Lists of sources in one pair of brackets that are joined in a wrong way."""
    found = list(_found(_JOINED, draft.text))
    known = _known(draft) if found else set()
    for match in found:
        first, more = labels(match["body"]), labels(match["more"])
        if match["sign"].strip() in _CERTAIN or known.issuperset(first.ids):
            # After a colon is a place in the source.
            ids = first.ids if ":" in match["sign"] else (*first.ids, *more.ids)
            yield _mark(draft, match, ids, f"'{match[0]}' is not a list of sources; write [{', '.join(ids)}]")


def _known(draft: Draft) -> set[str]:
    """The numbers of the article's references, and those in its well-formed markers."""
    found = {reference.id for reference in draft.references}
    for match in re.finditer(rf"\[({LIST})\]", draft.text):
        read = labels(match[1])
        found.update(() if read.problem else read.ids)
    return found


def _found(rare: tuple[str, tuple[str, ...]], text: str) -> Iterator[re.Match[str]]:
    """The matches of a rare pattern, looked for only if the text has one of its signs."""
    pattern, signs = rare
    return re.finditer(pattern, text) if any(sign in text for sign in signs) else iter(())


def _foreign(draft: Draft) -> Iterator[Mark]:
    for match in _found(_FOREIGN, draft.text):
        body = match["cjk"] or match["wide"] or match["tool"]
        ids = labels(re.split("[:†]", body, maxsplit=1)[0]).ids
        meant = "[n] with the number of its source" if "†" in match[0] else f"[{', '.join(ids)}]"
        yield _mark(draft, match, ids, f"'{match[0]}' is not a marker that a reader can follow; write {meant}")


def _raised(draft: Draft) -> Iterator[Mark]:
    before: Raised | None = None
    starts = {raised.start for raised in draft.raised}
    again: dict[Span, str] = repeats(draft) if draft.raised else {}
    for raised in draft.raised:
        number = again.get(Span(raised.start, raised.end))
        if number:
            yield Mark(raised.start, raised.end, (number,), raised.source_start, raised.source_end)
            continue
        match = _raised_list(draft, raised)
        beside = before is not None and before.end == raised.start
        if match and (raised.linked or beside or not _is_power(draft, raised)):
            following = draft.text[raised.end : raised.end + 1] == " "
            is_followed = raised.end + following in starts
            read = labels(match["body"] + ("" if is_followed else match["comma"]))
            span = (raised.source_start, raised.source_end)
            yield Mark(raised.start, raised.end, read.ids, *span, read.problem)
        before = raised


def _raised_list(draft: Draft, raised: Raised) -> re.Match[str] | None:
    """The list of numbers that raised text is; in a link the digits may be raised signs, or have a stop after them."""
    text = draft.text[raised.start : raised.end].strip()
    if raised.linked and len(text) <= _LONGEST_LINK:
        text = text.strip(_AROUND_LINK).translate(RAISED_DIGITS)
    return re.fullmatch(_RAISED, text)


def _is_power(draft: Draft, raised: Raised) -> bool:
    return bool(is_power(draft.text, raised.start, raised.end))


def _mark(draft: Draft, match: re.Match[str], ids: tuple[str, ...], problem: str) -> Mark:
    start, end = match.span()
    return Mark(start, end, ids, *draft.map.span(start, end), problem)
