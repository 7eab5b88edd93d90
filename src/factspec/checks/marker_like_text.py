"""The article's text is compared with the look of a citation: what looks like one, and is no marker, cites nothing.

Notes such as "[citation needed]", "(Source 2)" in words, a number glued to a word, and a raised digit where markers
stand in brackets. Names with a number (CO2, G7, MH17), abbreviations ("No.1") and powers (m²) are fine.

Example: "built on trust.1" was "built on trust [1]." before its brackets were lost.
Fix: write the marker as `[1]`, or put a space before a number that is part of the sentence.
"""

import re
from collections.abc import Iterator

from factspec import registry
from factspec.case import Case, Subject
from factspec.finding import Mismatch, Severity

FAMILY = "text"
SEVERITY = Severity.WARNING
# Brackets, raised digits, and digits behind a word and at most two signs: else there is nothing to look for. The
# first class of signs is made far sooner, for they stand in one block.
_SIGNS = "[(¹²³⁰⁴⁵⁶⁷⁸⁹"
_BETWEEN_OF_ASCII, _BETWEEN = '[.,;:!?")]', '[.,;:!?"”’)]'


def applies(subject: Subject) -> bool:
    """Whether the article has text that looks like a marker."""
    text = subject.article.text
    return bool(_may_hold(text) and registry.load("factspec.text", "marker_like").may_hold(text))


def _may_hold(text: str) -> bool:
    sign = _BETWEEN_OF_ASCII if text.isascii() else _BETWEEN
    glued = rf"[0-9](?:(?<=[^\W\d_].)|(?<=[^\W\d_]{sign}.)|(?<=[^\W\d_]{sign}{sign}.))"
    return any(sign in text for sign in _SIGNS) or re.search(glued, text) is not None


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a stretch that looks like a marker."""
    text = case.article.text
    styles = case.rendition.styles
    if not _may_hold(text):
        return
    for found in registry.load("factspec.text", "marker_like").marker_like(
        text, raised=styles is None or "numbered" in styles
    ):
        yield Mismatch(
            message=found.what,
            start=found.start,
            end=found.end,
            found=text[found.start : found.end],
            found_start=found.start,
            advice="write the marker as `[1]`, or mend the words if no source is meant",
        )
