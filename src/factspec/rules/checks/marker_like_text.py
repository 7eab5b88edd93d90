"""Something looks like a citation but is not one.

These are notes such as "[citation needed]", words such as "(Source 2)", a number attached to a word, and a raised digit
in an article that writes its markers in brackets. Names with a number (CO2, G7, MH17), abbreviations ("No.1") and
powers (m²) are fine. So is a number directly after a word ("bzip2"), unless it is the label of a source that nothing
cites and the word is also there without it.

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
SETTLED = "note"
WAIVABLE = True
# Without a bracket, a raised digit, or a digit after a word and at most two signs there is nothing to look for. The
# first class is compiled far faster, because its signs are in one block of Unicode.
_SIGNS = "[(¹²³⁰⁴⁵⁶⁷⁸⁹"
_BETWEEN_OF_ASCII, _BETWEEN = '[.,;:!?")]', '[.,;:!?"”’)]'


def applies(subject: Subject) -> bool:
    """Whether the article has text that looks like a marker."""
    return next(_found(subject), None) is not None


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each place that looks like a marker."""
    yield from _found(case.subject)


def _found(subject: Subject) -> Iterator[Mismatch]:
    article = subject.article
    text = article.text
    if not _may_contain(text):
        return
    from factspec.articles.marker_like import marker_like

    labels = {label for source in subject.spec.sources for label in source.cited_as or (source.id,)}
    labels |= {reference.id for reference in article.references}
    cited = {label for marker in article.markers for label in marker.ids}
    raised = any(MARKERS[style].READS_RAISED for style in subject.styles)
    for start, end, what in marker_like(text, raised=raised, uncited=labels - cited):
        yield Mismatch(
            message=what,
            start=start,
            end=end,
            found=text[start:end],
            found_start=start,
            advice="write the marker as `[1]`, or correct the words if no source is meant",
        )


def _may_contain(text: str) -> bool:
    sign = _BETWEEN_OF_ASCII if text.isascii() else _BETWEEN
    glued = rf"[0-9](?:(?<=[^\W\d_].)|(?<=[^\W\d_]{sign}.)|(?<=[^\W\d_]{sign}{sign}.))"
    return any(sign in text for sign in _SIGNS) or re.search(glued, text) is not None
