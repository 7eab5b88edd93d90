"""A quotation is not in the sources that its sentence cites.

Quotations of three words or more are checked, and shorter ones that somebody is said to have said. Typography may
differ, `…` marks omitted words and `[word]` replaced ones. If one of the cited sources has no stored text and the
others do not contain the words, the quotation is counted as unchecked and not reported.

Example: the article says '"We are very old friends," Xi said [1].', and source 1 says "We are old friends".
Fix: restore the speaker's words, or cite the source that contains them.
"""

from collections.abc import Iterator

from factspec.claims.evidence.model import Outcome
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "quotations"
SEVERITY = Severity.ERROR
WAIVABLE = True
BY_SENTENCE = True


def applies(subject: Subject) -> bool:
    """Whether a source has a stored text."""
    return any(source.text for source in subject.spec.sources)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each quotation that is in no cited source."""
    absent = (one for one in case.source_checks.quotations if one.outcome is Outcome.ABSENT)
    for number, one in enumerate(absent):
        from factspec.rules.missing_messages import quotation_missing

        yield quotation_missing(case, one, number)
