"""The page may show its text otherwise than it is read.

A style sheet, a style attribute or an element could hide, show, generate or move words of the article. What a browser
makes of it is not worked out: whatever is not on the list of harmless declarations is reported at its line. Sheets that
the page links to are not read but counted.

Example: `.note { text-transform: uppercase; position: absolute }` in a sheet, for an element of the article.
Fix: take the declaration out, move it to elements outside the article, or look at the page and turn the rule off.
"""

from collections.abc import Iterator

from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "text"
SEVERITY = Severity.WARNING
SETTLED = "note"
WAIVABLE = True
STRICT = True


def applies(subject: Subject) -> bool:
    """Whether the page has styling that is in doubt."""
    return bool(subject.article.stylings)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each declaration and each element in doubt."""
    for start, end, doubt in case.article.stylings:
        yield Mismatch(
            message=doubt,
            source_start=start,
            source_end=end,
            found=case.article.source[start:end],
            advice="remove it, or look at the page: factspec does not work out what it does",
        )
