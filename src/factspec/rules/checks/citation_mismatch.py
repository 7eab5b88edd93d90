"""A claim does not cite the sources that its `cites` asks for.

A claim's markers are those inside its words and the first group after them in the same sentence. If there is neither,
the nearest group before them in that sentence counts.

Example: the spec has `cites: [1]`, and the article says "The bridge reopened on Monday [2]."
Fix: cite what the spec asks for, or change `cites` if the other source was checked.
"""

from collections.abc import Iterator, Sequence

from factspec.claims.anchored import Anchored, Verdict
from factspec.claims.citing import Group, bracketed, cited
from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.rules.case import Case, renumbered
from factspec.rules.finding import Mismatch, Severity
from factspec.rules.messages import citation_faults, or_review, required

FAMILY = "citations"
SEVERITY = Severity.ERROR
# The place of these claims is open, so nothing can be said about their markers.
_OPEN = (Verdict.MISSING, Verdict.AMBIGUOUS)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each place of a claim whose markers are not what `cites` asks for."""
    new = renumbered(case)
    for anchored in case.anchored:
        cites = anchored.claim.cites
        if cites is None or anchored.verdict in _OPEN:
            continue
        for span in anchored.spans:
            groups = case.citing.of(span)
            found = cited(groups)
            meant = [new.get(label, label) for label in found]
            faults = () if found == cites.exactly and not new else tuple(citation_faults(cites, meant))
            if faults:
                yield _mismatch(case, anchored, span, groups, "; ".join(faults))


def _mismatch(case: Case, anchored: Anchored, span: Span, groups: Sequence[Group], faults: str) -> Mismatch:
    claim, cites = anchored.claim, anchored.claim.cites
    found = bracketed(cited(groups))
    return Mismatch(
        message=f"claim '{claim.id}' {faults}",
        start=span.end,
        end=span.end,
        source_start=groups[0].source_start if groups else -1,
        source_end=groups[-1].source_end if groups else -1,
        spec_line=cites.line if cites else 0,
        claim=claim.id,
        expected=required(cites) if cites else "",
        found=found,
        differences=(Difference("citation", required(cites) if cites else "", found, 0, 0, 0, len(found)),),
        advice=or_review(case, "cite what the spec asks for", claim.id),
    )
