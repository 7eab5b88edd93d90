"""One person seems to have two names in the article.

The rule reports a family name in two spellings (Zelensky, Zelenskyy) and two similar first names with one family name
(Vladimir, Vladislav). These may be two people; the rule only points at both.

Example: "President Vladimir Putin" in the first paragraph and "Vladislav Putin" in the last.
Fix: write the name in one way, or waive the rule there if these are two people.
"""

import re
from collections.abc import Iterator
from typing import Any

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "consistency"
SEVERITY = Severity.WARNING
WAIVABLE = True

# Two words that may begin with a capital. The class has few ranges and includes everything outside ASCII, so it is
# searched twice as fast as a class of all letters.
_CAPITAL = r"[^\x00-@\[-\x7f]"
_TWO_CAPITALS = re.compile(rf"{_CAPITAL}(?<!\w.)\w+ {_CAPITAL}\w+")
_SAYS = {
    "name": ("spelled in two ways", "spell the name in one way"),
    "first": ("with two first names", "correct the first name, or waive it if these are two people"),
}


def applies(subject: Subject) -> bool:
    """Whether the article contains a first and a family name."""
    return _TWO_CAPITALS.search(subject.article.text) is not None


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch, at the second name, for each pair."""
    if applies(case.subject):
        from factspec.rules.consistency.person_names import variants

        for variant in variants(case.index):
            yield _mismatch(case, variant)


def _mismatch(case: Case, variant: Any) -> Mismatch:
    here, before = case.text_of(variant.here), case.text_of(variant.before)
    differs, advice = _SAYS[variant.kind]
    line, other = (case.article.place(span.start).line for span in (variant.here, variant.before))
    return Mismatch(
        message=f"'{here}' (line {line}) and '{before}' (line {other}) may be one person, {differs}",
        start=variant.here.start,
        end=variant.here.end,
        expected=before,
        label="earlier",
        found=here,
        found_start=variant.here.start,
        advice=advice,
    )
