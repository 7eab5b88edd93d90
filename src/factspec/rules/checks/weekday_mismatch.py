"""The weekday does not match the date beside it.

A date without a year is taken to be the one nearest to `published`; without `published` it is not checked. Dates before
1927 are not checked, because they may belong to the Julian calendar.

Example: "Tuesday, May 20, 2026", which is a Wednesday.
Fix: correct the weekday or the date.
"""

from collections.abc import Iterator
from typing import Any

from factspec.facts.difference import Difference
from factspec.language.calendar import WEEKDAY
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "consistency"
SEVERITY = Severity.WARNING
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the article names a weekday."""
    return WEEKDAY.search(subject.article.text) is not None


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each weekday that does not match its date."""
    if applies(case.subject):
        from factspec.rules.consistency.dated_weekdays import mismatched

        for dated in mismatched(case.index, case.spec.published):
            yield _mismatch(case, dated)


def _mismatch(case: Case, dated: Any) -> Mismatch:
    found = case.text_of(dated.span)
    at = max(found.find(dated.weekday), 0)
    without_year = str(dated.day.year) not in found
    return Mismatch(
        message=f"'{found}' does not fit: {dated.day.isoformat()} is a {dated.name}",
        start=dated.span.start,
        end=dated.span.end,
        expected=f"{dated.name}, {dated.day.isoformat()}",
        found=found,
        found_start=dated.span.start,
        differences=(
            Difference("weekday", dated.name, dated.weekday, 0, len(dated.name), at, at + len(dated.weekday)),
        ),
        advice="correct the weekday or the date" + (", or name the year that is meant" if without_year else ""),
    )
