"""A word mixes letters of different scripts that look alike, or is written in letters that are none of its script.

Such a word reads like another one to people and not to search: "𝐧𝐨𝐭" in letters of formulas is not the word "not".
Units and formulas (μm, ΔT, 𝑥) and Latin words of full width are fine.

Example: "Рutin" with a Cyrillic "Р" reads like "Putin" and is another word.
Fix: type the word again, or waive the rule there if both scripts are intended.
"""

import re
from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "text"
SEVERITY = Severity.WARNING
SETTLED = "note"
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the article has letters that look like Latin ones."""
    text = subject.article.text
    if text.isascii():
        return False
    from factspec.language.scripts import OTHER, STYLED

    return re.search(OTHER, text) is not None or re.search(STYLED, text) is not None


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each word of two scripts or of letters that only look like its own."""
    if not applies(case.subject):
        return
    from factspec.language.scripts import mixed_words

    text = case.article.text
    for odd in mixed_words(text):
        word = text[odd.start : odd.end]
        yield Mismatch(
            message=f"'{word}' {odd.reason}",
            start=odd.start,
            end=odd.end,
            found=word,
            found_start=odd.start,
            advice="type the word anew in one script",
        )
