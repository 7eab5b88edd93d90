"""What was approved is not what the spec says now.

A claim was edited after its approval, or the lock has an approval of a claim, an article or a section that the spec no
longer has. A note, tags and comments may change; the words, facts, citations and evidence of a claim may not. Nor may a
source that the article cites: its `URL`, its `DOI`, its stored text and its labels in the article are those that were
there when the claims were approved. Its title may change.

Example: a claim was approved with `cites: [1]`, and the spec now has `cites: [1, 2]`. Or source 1 has another `URL`.
Fix: look at the claim or the source again with `factspec review`, or take back the edit.
"""

from collections.abc import Iterator

from factspec.approved.lock import Key, KnownSource, known_source, section_key
from factspec.articles.references import same_page
from factspec.rules.case import Case, Subject
from factspec.rules.finding import Mismatch, Severity
from factspec.specs.model import Source

FAMILY = "claims"
SEVERITY = Severity.ERROR


def applies(subject: Subject) -> bool:
    """Whether there is a lock; its entries without a claim are judged with the first article of a spec."""
    return subject.lock is not None and is_first(subject)


def check(case: Case) -> Iterator[Mismatch]:
    """Yield a mismatch for each edited claim.

    With the first article also one for each changed source, and for each entry of the lock without a claim.
    """
    if case.lock is None:
        return
    for claim in (one.claim for one in case.anchored):
        approval = case.approval(claim)
        if approval and not claim.pinned:
            yield Mismatch(
                message=f"claim '{claim.id}' was edited after it was approved",
                spec_line=claim.line,
                claim=claim.id,
                expected=f"the claim that {approval.by or 'somebody'} approved on {approval.on.isoformat()}",
                found=claim.text,
                advice=f"look at it again: factspec review {case.spec.path}::{claim.id}",
            )
    if is_first(case.subject):
        yield from (one for _, one in changed_sources(case))
        for name, file in gone(case):
            yield Mismatch(
                message=f"the lock has an approval of '{name}' in {file}, {_why_gone(case, name, file)}",
                spec_line=1,
                found=entry_name(name, file),
                advice=f"remove it with factspec review {case.spec.path}, or take back the change of the spec",
            )


def _why_gone(case: Case, name: str, file: str) -> str:
    if all(one.file != file for one in case.spec.renditions):
        return "but the spec has no such article"
    is_claim = case.lock is not None and (name, file) in case.lock.approvals
    return "but the spec has no such claim" if is_claim else "but the spec waives no such section"


def entry_name(name: str, file: str) -> str:
    """An entry of a lock, as a finding about it has it."""
    return f"{name} in {file}"


def gone(case: Case) -> Iterator[Key]:
    """Yield the entries of the lock for claims, sections and articles that the spec does not have."""
    if case.lock is None:
        return
    files = {one.file for one in case.spec.renditions}
    claims = {one.id for one in case.spec.claims}
    sections = {section_key(one) for one in case.spec.waivers if one.section}
    yield from ((name, file) for name, file in case.lock.approvals if name not in claims or file not in files)
    yield from ((name, file) for name, file in case.lock.sections if name not in sections or file not in files)


def is_first(subject: Subject) -> bool:
    """Whether the article is the first of its spec, with which what concerns the spec as a whole is judged."""
    return subject.rendition == subject.spec.renditions[0]


# Sources.


_LONGEST = 100


def changed_sources(case: Case) -> Iterator[tuple[Source, Mismatch]]:
    """Yield each source that is not what it was when it was approved, with the mismatch about it."""
    known = case.lock.sources if case.lock else {}
    for source in case.spec.sources if known else ():
        before = known.get(source.id)
        now = source_now(case, source)
        differing = tuple(_differing(before, now, source)) if before and before != now else ()
        if differing:
            yield source, _changed_source(case, source, differing)


def source_now(case: Case, source: Source) -> KnownSource:
    """What a lock records of a source as it is.

    Of a stored text that is the declared hash, if there is one: whether the file has it is another rule's question.
    """
    stored = case.source_checks.stored.get(source.id)
    return known_source(source, str(source.sha256) or (stored.sha256 if stored else ""))


def _differing(before: KnownSource, now: KnownSource, source: Source) -> Iterator[tuple[str, str, str]]:
    """Yield what differs: its name, and what it was and is. A stored text that nobody recorded is not compared."""
    if same_page(before.url) != same_page(now.url):
        yield "URL", before.url, now.url
    if same_page(f"doi:{before.doi}") != same_page(f"doi:{now.doi}"):
        yield "DOI", before.doi, now.doi
    is_known = now.sha256 or not source.text  # a text that the article does not cite may not have been read
    if before.sha256 and before.sha256 != now.sha256 and is_known:
        yield "sha256 of its text", before.sha256, now.sha256
    if sorted(before.cited_as) != sorted(now.cited_as):
        yield "label", ", ".join(before.cited_as), ", ".join(now.cited_as)


def _changed_source(case: Case, source: Source, differing: tuple[tuple[str, str, str], ...]) -> Mismatch:
    words = "; ".join(f"{name} {_short(before)} → {_short(now)}" for name, before, now in differing)
    return Mismatch(
        message=f"source {source.id} was changed after it was approved: {words}",
        spec_line=source.line,
        expected="; ".join(before or "none" for _, before, _ in differing),
        found="; ".join(now or "none" for _, _, now in differing),
        advice=f"look at it again: factspec review {case.spec.path}, or take back the change",
    )


def _short(text: str) -> str:
    return (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…") or "none"
