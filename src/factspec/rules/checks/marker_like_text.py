"""Something looks like a citation but is not one.

These are notes such as "[citation needed]", words such as "(Source 2)", a number attached to a word, and a raised digit
in an article that writes its markers in brackets. Names with a number (CO2, G7, MH17), abbreviations ("No.1") and
powers (m²) are fine.

Example: "built on trust.1" was "built on trust [1]." before its brackets were lost.
Fix: write the marker as `[1]`, or put a space before a number that is part of the sentence.
"""

import re
from collections.abc import Iterator

from factspec.articles.contracts import MARKERS
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "text"
SEVERITY = Severity.WARNING
SETTLED = True
WAIVABLE = True
# Without a bracket, a raised digit, or a digit after a word and at most two signs there is nothing to look for. The
# first class is compiled far faster, because its signs are in one block of Unicode.
_SIGNS = "[(¹²³⁰⁴⁵⁶⁷⁸⁹"
_BETWEEN_OF_ASCII, _BETWEEN = '[.,;:!?")]', '[.,;:!?"”’)]'


def applies(subject: Subject) -> bool:
    """Whether the article has text that looks like a marker."""
    text = subject.article.text
    if not _may_contain(text):
        return False
    from factspec.articles.marker_like import may_hold

    return may_hold(text)


def _may_contain(text: str) -> bool:
    sign = _BETWEEN_OF_ASCII if text.isascii() else _BETWEEN
    glued = rf"[0-9](?:(?<=[^\W\d_].)|(?<=[^\W\d_]{sign}.)|(?<=[^\W\d_]{sign}{sign}.))"
    return any(sign in text for sign in _SIGNS) or re.search(glued, text) is not None


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each place that looks like a marker."""
    text = case.article.text
    if not _may_contain(text):
        return
    from factspec.articles.marker_like import marker_like

    raised = any(MARKERS[style].READS_RAISED for style in case.subject.styles)
    for found in marker_like(text, raised=raised):
        yield Mismatch(
            message=found.what,
            start=found.start,
            end=found.end,
            found=text[found.start : found.end],
            found_start=found.start,
            advice="write the marker as `[1]`, or correct the words if no source is meant",
        )
