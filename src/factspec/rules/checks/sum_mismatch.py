"""Parts do not add up to their whole.

Shares in one sentence that divides a whole (votes, seats, "the rest") may exceed 100 per cent only by rounding. A
total is checked if its parts follow it after a colon, after a dash or in brackets.

Example: "1,200 people: 700 men and 400 women", which makes 1,100.
Fix: correct the wrong number, or say what else the whole contains.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from factspec.language.numerals import may_divide, may_total
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "consistency"
SEVERITY = Severity.WARNING
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the article contains two percentages, or a number of people that parts may follow."""
    text = subject.article.text
    return may_divide(text) or may_total(text)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each set of numbers that does not add up."""
    if not applies(case.subject):
        return
    from factspec.rules.consistency.shares import excessive, unequal

    text = case.article.text
    if may_divide(text):
        for found in excessive(case.index):
            yield _mismatch(case, found, f"{' + '.join(found.parts)} is {_written(found.total)}%, more than the whole")
    if may_total(text):
        for found in unequal(case.index):
            parts = " + ".join(found.parts)
            yield _mismatch(case, found, f"{parts} is {_written(found.total)}, not {_written(found.whole)}")


def _mismatch(case: Case, found: Any, message: str) -> Mismatch:
    return Mismatch(
        message=message,
        start=found.span.start,
        end=found.span.end,
        found=case.text_of(found.span),
        found_start=found.span.start,
        advice="correct the number that is wrong, or say what else is part of the whole",
    )


def _written(value: Fraction) -> str:
    return f"{int(value):,}" if value == int(value) else f"{float(value):g}"
