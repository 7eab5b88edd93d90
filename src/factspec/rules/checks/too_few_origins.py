"""A claim cites fewer independent origins than it needs.

Sources with the same `origin` are copies of one story and count once. A source without `origin` counts by itself.

Example: `cites: {origins: 2}`, and [1] and [2] are two outlets that printed the same agency report.
Fix: cite a source of another origin.
"""

from collections.abc import Iterator

from factspec.claims.anchored import Verdict
from factspec.claims.citing import bracketed, cited
from factspec.facts.difference import Difference
from factspec.rules.case import Case
from factspec.rules.finding import Mismatch, Severity

FAMILY = "citations"
SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each place of a claim whose cited sources have too few origins."""
    origins = {source.id: source.origin or source.id for source in case.spec.sources}
    for anchored in case.anchored:
        cites = anchored.claim.cites
        if cites is None or not cites.origins or anchored.verdict in {Verdict.MISSING, Verdict.AMBIGUOUS}:
            continue
        for span in anchored.spans:
            groups = case.citing.of(span)
            found = cited(groups)
            different = sorted({origins.get(source, source) for source in found})
            if len(different) < cites.origins:
                yield Mismatch(
                    message=f"claim '{anchored.claim.id}' rests on {len(different)} of {cites.origins} origins",
                    start=span.end,
                    end=span.end,
                    source_start=groups[0].source_start if groups else -1,
                    source_end=groups[-1].source_end if groups else -1,
                    spec_line=cites.line,
                    claim=anchored.claim.id,
                    expected=f"{cites.origins} sources of different origin",
                    found=f"{bracketed(found)} of {', '.join(different)}" if different else "no source",
                    differences=(Difference("citation", "", bracketed(found), 0, 0, 0, 0),),
                    advice="cite a source of another origin",
                )
