"""The letters of a word are compared with one another: Latin ones stand beside Cyrillic or Greek ones that look alike.

Invisible characters inside a word, and controls that turn the direction of writing where no text runs from right to
left, are reported too: both hide what a text says from a search and from a reader. Soft hyphens, joiners in scripts
that need them and emoji sequences are fine.

Example: "Рutin" with a Cyrillic "Р" reads like "Putin" and is another word.
Fix: type the word anew; where both scripts are meant, waive it with a reason.
"""

from collections.abc import Iterator
from typing import Any

from factspec.language.scripts import has_foreign, mixed_words, unseen
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "text"
SEVERITY = Severity.WARNING
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the article has letters of another script or invisible characters."""
    return has_foreign(subject.article.text)


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a word of two scripts, and one an invisible character."""
    if not applies(case.subject):
        return
    text = case.article.text
    for odd in mixed_words(text):
        word = text[odd.start : odd.end]
        yield _mismatch(case, odd, f"'{word}' mixes {odd.reason}", "type the word anew in one script")
    for odd in unseen(text):
        yield _mismatch(case, odd, f"an invisible character: {odd.reason}", "delete the character")


def _mismatch(case: Case, odd: Any, message: str, advice: str) -> Mismatch:
    return Mismatch(
        message=message,
        start=odd.start,
        end=odd.end,
        found=case.article.text[odd.start : odd.end],
        found_start=odd.start,
        advice=advice,
    )
