"""A word mixes letters of different scripts that look alike, or contains invisible characters.

Both hide what a text says from search and from readers. Controls that reverse the direction of writing are reported
where no text runs from right to left. Soft hyphens, joiners in scripts that need them, and emoji are fine.

Example: "Рutin" with a Cyrillic "Р" reads like "Putin" and is another word.
Fix: type the word again, or waive the rule there if both scripts are intended.
"""

from collections.abc import Iterator
from typing import Any

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "text"
SEVERITY = Severity.WARNING
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the article has letters of another script or invisible characters."""
    text = subject.article.text
    if text.isascii() and text.replace("\n", "").isprintable():
        return False
    from factspec.language.scripts import has_foreign

    return has_foreign(text)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each word of two scripts and for each invisible character."""
    if not applies(case.subject):
        return
    from factspec.language.scripts import mixed_words, unseen

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
