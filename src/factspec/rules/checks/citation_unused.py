"""A source of the spec is cited nowhere in the article.

Sources with `role: background`, sources from a shared file, and sources named in `evidence` need no marker.

Example: `sources` contains 4, and no marker names it.
Fix: cite the source, delete it, or give it `role: background`.
"""

from collections.abc import Iterator

from factspec.claims.citing import cited
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity

FAMILY = "citations"
SEVERITY = Severity.WARNING
SETTLED = "note"
WAIVABLE = True


def applies(subject: Subject) -> bool:
    """Whether the spec declares sources that this article should cite."""
    return bool(subject.spec.sources) and subject.rendition.styles != () and not subject.rendition.partial


def check(case: Case) -> Iterator[Mismatch]:
    """Yield one mismatch for all sources that no marker names."""
    if not applies(case.subject):
        return
    used = {*cited(case.citing.groups), *(piece.source for claim in case.spec.claims for piece in claim.evidence)}
    sources = case.spec.sources
    unused = [one for one in sources if one.id not in used and one.role != "background" and not one.file]
    if len(unused) == 1:
        yield Mismatch(
            message=f"source {unused[0].id} is cited nowhere",
            spec_line=unused[0].line,
            advice="cite it, delete it from `sources`, or give it `role: background`",
        )
    elif unused:
        yield Mismatch(
            message=f"{len(unused)} sources are cited nowhere: {', '.join([one.id for one in unused])}",
            spec_line=unused[0].line,
            advice="cite them, delete them from `sources`, or give them `role: background`",
        )
