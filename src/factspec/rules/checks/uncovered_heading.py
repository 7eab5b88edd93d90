"""Words of a heading, title, caption or alternative text are not covered by a claim or a waiver.

A heading that repeats an approved claim word for word, and says nothing else, is covered by that claim.

Example: the heading "Minister cleared" is approved, and somebody changes it to "Minister cleared, for now".
Fix: approve it as a claim, or waive `uncovered-heading` there with a reason.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.coverage import left_over
from factspec.rules.finding import Mismatch, Severity

FAMILY = "coverage"
SEVERITY = Severity.WARNING
WAIVABLE = True
STRICT = True
_KINDS = frozenset({"heading", "caption", "title"})
SETTLES = _KINDS


def applies(subject: Subject) -> bool:
    """Whether the article has headings, titles or captions."""
    return any(block.kind in _KINDS for block in subject.article.blocks)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each heading with words that nothing accounts for."""
    yield from left_over(case, "uncovered-heading", _KINDS, "heading")
