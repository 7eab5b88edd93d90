"""Words of a code block are not covered by a claim or a waiver.

This rule is off unless `rules` turns it on, also in strict specs.

Example: a block of sample output is part of the story, and somebody changes a figure in it.
Fix: approve it as a claim, or waive `uncovered-code` there with a reason.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.coverage import left_over
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.OFF
WAIVABLE = True
_KINDS = frozenset({"code"})
SETTLES = _KINDS


def applies(subject: Subject) -> bool:
    """Whether the article has code blocks."""
    return any(block.kind in _KINDS for block in subject.article.blocks)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each line of code with words that nothing accounts for."""
    yield from left_over(case, "uncovered-code", _KINDS, "line of code")
