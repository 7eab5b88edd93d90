"""A quotation is compared with the stored texts of the sources that its sentence cites, and stands in none of them.

Judged are quotations of three words or more, and shorter ones that somebody says, claimed or not. Typography may
differ, `…` stands for words left out and `[word]` for words replaced. Where one of the cited sources has no stored
text and the others lack the words, the quotation is counted as unchecked and not reported.

Example: '"We are very old friends," Xi said [1].', and source 1 has "We are old friends".
Fix: restore the speaker's words, or cite the source that has them.
"""

from collections.abc import Iterator

from factspec.claims.evidence.model import Outcome
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "quotations"
SEVERITY = Severity.ERROR
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether a source has a stored text."""
    return any(source.text for source in subject.spec.sources)


def check(case: Case) -> Iterator[Mismatch]:
    """One mismatch a quotation that no cited source has."""
    from factspec.rules.messages import quotation_lacking

    lacking = (one for one in case.holding.quotations if one.outcome is Outcome.LACKING)
    for number, one in enumerate(lacking):
        yield quotation_lacking(case, one, number)
