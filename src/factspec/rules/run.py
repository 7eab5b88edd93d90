"""Check an article against a spec: anchor the claims, run the rules, apply waivers and severities."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from factspec.approved.lock import EMPTY, Lock, Note, Signature, digest_of, signatures
from factspec.articles.article import Article
from factspec.articles.contracts import MARKERS
from factspec.articles.draft import PICTURE, RECORDED, Kind
from factspec.claims.anchored import Anchored, Verdict, in_part
from factspec.claims.citing import Citing, cited, citing
from factspec.claims.evidence.model import Outcome, SourceChecks, Stored
from factspec.claims.index import Index, index_of
from factspec.claims.kinds import says
from factspec.language.places import Span
from factspec.rules.approved_text import ApprovedText, approved_text, note_of
from factspec.rules.case import (
    BODY,
    Case,
    Settled,
    Status,
    Subject,
    WaiverPlace,
    body_of,
    located,
    percentage,
    renumbered_labels,
    sentences_of,
    unread_links,
    waive,
    waived,
)
from factspec.rules.coverage import Found, coverage
from factspec.rules.finding import (
    IN_ORDER,
    ArticleResult,
    ClaimResult,
    Finding,
    Mismatch,
    Report,
    Severity,
    WaiverResult,
)
from factspec.rules.registry import all_rules, default_severities
from factspec.specs.model import Claim, Forbidden, Rendition, Spec
from factspec.specs.policy import Policy, with_policy

# The figures of a report: what became of each claim and waiver, and how much of the article was judged.


def article_result(case: Case, *, reads_code: bool) -> ArticleResult:
    """The figures of an article; `reads_code` if words of code must be covered."""
    article = case.article
    claimed = {number for places in case.places for place in places for number in place}
    covered = tuple(case.covered_in(BODY))
    statuses = [one.status for one in covered]
    return ArticleResult(
        path=article.path,
        sha256=article.sha256,
        sentences=len(case.body),
        with_claim=sum(map(claimed.__contains__, case.body)),
        cited=sum([bool(case.citing.reaching(number)) for number in case.body]),
        markers=len(article.markers),
        covered=statuses.count(Status.COVERED),
        partly=statuses.count(Status.PARTLY),
        waived=statuses.count(Status.WAIVED),
        uncovered=statuses.count(Status.UNCOVERED),
        coverage=percentage(covered),
        not_read=_not_read(case, reads_code=reads_code),
        title=_title(article),
        published=case.spec.published.isoformat() if case.spec.published else "",
        **_source_figures(case),
    )


def _title(article: Article) -> str:
    """The heading above the first paragraph, otherwise the title of the file, otherwise the first heading."""
    shown = [block for block in article.blocks if block.kind is not Kind.TITLE]
    titles = [block for block in article.blocks if block.kind is Kind.TITLE]
    headings = [block for block in shown if block.kind is Kind.HEADING]
    found = (headings if headings[:1] == shown[:1] else [*titles, *headings])[:1]
    return "".join(article.text[block.start : block.end] for block in found)


def _not_read(case: Case, *, reads_code: bool) -> tuple[tuple[str, int], ...]:
    """What was left out of the article, with its code and the targets of its links, unless something looks at them.

    An image whose text is read is left out of the figures.
    """
    article = case.article
    kinds = Counter(one.kind for one in article.unread if one.kind not in {PICTURE, *RECORDED})
    kinds["link target"] += sum(1 for _ in unread_links(case))
    if not reads_code:
        kinds["code block"] += sum(block.kind is Kind.CODE for block in article.blocks)
    return tuple(sorted((kind, count) for kind, count in kinds.items() if count))


def _source_figures(case: Case) -> dict[str, int]:
    """Count the quotations, pieces of evidence and facts found in a source, and those that could not be checked."""
    outcomes = {
        "quotations": [one.outcome for one in case.source_checks.quotations],
        "evidence": [one.outcome for one in case.source_checks.evidence],
        "facts": [one.outcome for one in case.source_checks.facts],
    }
    return {
        f"{what}_{outcome.value}": came.count(outcome)
        for what, came in outcomes.items()
        for outcome in (Outcome.FOUND, Outcome.UNCHECKED)
    }


def claim_results(case: Case, findings: Sequence[Finding]) -> tuple[ClaimResult, ...]:
    """The verdict and place of each claim and each forbidden wording, in the spec's order."""
    failed = {finding.claim for finding in findings if finding.severity is Severity.ERROR and finding.claim}
    return (*_claims(case, failed), *_forbidden_results(case, failed))


def _claims(case: Case, failed: set[str]) -> Iterator[ClaimResult]:
    article, spec, partial = case.article, case.spec.path, case.rendition.partial
    for anchored in case.anchored:
        if partial and anchored.verdict is Verdict.MISSING:
            continue
        span = anchored.spans[0] if anchored.spans else None
        line, column = article.place(span.start) if span else (0, 0)
        yield ClaimResult(
            id=anchored.claim.id,
            spec=spec,
            verdict=_verdict(anchored, failed),
            path=article.path,
            line=line,
            column=column,
            cites=cited(case.citing.of(span)) if span else (),
            note=anchored.claim.note,
            **_approval(case, anchored.claim.id),
        )


def _approval(case: Case, claim: str) -> dict[str, str]:
    """Who approved a claim in this article and when, as its lock has it."""
    lock = case.subject.lock
    one = lock.approvals.get((claim, case.rendition.file)) if lock else None
    return {"approved_by": one.by, "approved_on": one.on.isoformat()} if one else {}


def _verdict(anchored: Anchored, failed: set[str]) -> str:
    if anchored.verdict is Verdict.PASSED and anchored.claim.id in failed:
        return Verdict.FAILED.value
    return anchored.verdict.value


def _forbidden_results(case: Case, failed: set[str]) -> Iterator[ClaimResult]:
    first = {entry.id: span for entry, span in reversed(case.forbidden) if not entry.file}
    for entry in case.spec.forbidden:
        span = first.get(entry.id)
        line, column = case.article.place(span.start) if span else (0, 0)
        verdict = Verdict.FAILED if entry.id in failed else Verdict.PASSED
        yield ClaimResult(entry.id, case.spec.path, verdict.value, case.article.path, line, column)


def waiver_result(case: Case, place: WaiverPlace, taken: int, signature: Signature | None) -> WaiverResult:
    """What a place of a waiver took, where its sentence is, and who approved it."""
    waiver = place.waiver
    at = case.article.sentences[place.sentences[0]].start if place.sentences and not waiver.article else -1
    line, column = case.article.place(at) if at >= 0 else (0, 0)
    return WaiverResult(
        rule=waiver.rule,
        at=place.shown,
        reason=waiver.reason,
        until=waiver.until.isoformat() if waiver.until else "",
        spec=case.spec.path,
        spec_line=waiver.line,
        taken=taken,
        line=line,
        column=column,
        approved_by=signature.by if signature else "",
        approved_on=signature.on.isoformat() if signature else "",
    )


# Anchoring: find where a claim occurs in an article, and whether it occurs as approved.


def anchor(claim: Claim, index: Index, published: date | None = None) -> Anchored:
    """Find a claim of any kind in an article; relative days count from the day of publication."""
    if claim.says:
        return says.anchor(claim, index, published)
    if claim.quotes:
        from factspec.claims.kinds import quotes

        return quotes.anchor(claim, index, published)
    from factspec.claims.kinds import facts

    return facts.anchor(claim, index, published)


_NO_POLICY = Policy()


def check(
    spec: Spec,
    article: Article,
    *,
    policy: Policy = _NO_POLICY,
    sources: Mapping[str, Stored] | None = None,
    lock: Lock | None = None,
    today: date | None = None,
) -> Report:
    """Check one article against its spec. Pure: no files, no clock, no environment.

    The spec's own `rules` apply as written. If the policy of a project does not let a spec relax a rule, pytest and
    the command line report that as a mistake of the spec.

    `sources` are the stored texts of sources by their ids; what cannot be compared with one is counted. `lock` is
    what a person approved, if the spec has a lock. Without `today` no waiver expires and no claim is due. A spec with
    renditions is checked once for each article. Raises `ValueError` if the spec has several renditions and the
    article's path is not one of them.
    """
    subject = subject_of(spec, article, policy)._replace(lock=lock)
    return judge(subject, sources=sources or {}, today=today)


def judge(subject: Subject, *, sources: Mapping[str, Stored], today: date | None) -> Report:
    """Check one article, as the rendition that it is, against its spec."""
    return report_on(case_of(subject, sources=sources, today=today))


def report_on(case: Case) -> Report:
    """What the rules find in a case."""
    subject, spec = case.subject, case.spec
    chosen = severities(spec, subject.policy)
    found = [(rule.code, one) for rule in all_rules() for one in rule.check(case)]
    taken, waived_left = waive(case, found)
    left, known = settle(case, waived_left)
    settled = Settled(case, taken)
    reviewed = [(rule.code, one) for rule in all_rules() for one in rule.review(settled)]
    findings = _stamped(case, (*left, *reviewed), chosen)
    signed = signatures(case.lock or EMPTY, [place.waiver for place in case.waivers])
    off = tuple(code for code, severity in chosen.items() if severity is Severity.OFF)
    return Report(
        spec=spec.path,
        article=article_result(case, reads_code=chosen["uncovered"] is Severity.ERROR),
        findings=findings,
        claims=claim_results(case, findings),
        waivers=tuple(map(partial(waiver_result, case), case.waivers, taken, signed)),
        rules_off=off,
        stored=tuple((source, text.sha256) for source, text in case.source_checks.stored.items() if text.sha256),
        families=families(subject),
        settled=_stamped(case, known, chosen),
    )


def settle(
    case: Case, found: Sequence[tuple[str, Mismatch]]
) -> tuple[list[tuple[str, Mismatch]], list[tuple[str, Mismatch]]]:
    """The mismatches, given with their rules, that are open, and those that an approval of the article has settled."""
    notes = (case.lock.notes if case.lock else {}).get(case.rendition.file, {})
    if not notes:
        return list(found), []
    left: list[tuple[str, Mismatch]] = []
    known: list[tuple[str, Mismatch]] = []
    settling = {rule.code for rule in all_rules() if rule.settled == "note"}
    for code, one in found:
        is_known = code in settling and note_of(code, one) in notes
        (known if is_known else left).append((code, one))
    return left, known


def notes_now(case: Case) -> tuple[Note, ...]:
    """What a lock records of the findings that approving the article settles, in order."""
    whole = {place.waiver.rule for place in case.waivers if place.waiver.article}
    found = [(rule.code, one) for rule in all_rules() if rule.settled == "note" for one in rule.check(case)]
    _, left = waive(case, found)
    taken = [(rule.code, one) for rule in all_rules() if rule.code in whole for one in rule.check(case)]
    in_no_sentence = [(code, one) for code, one in taken if one.start < 0 and not one.claim]
    return tuple(dict.fromkeys(note_of(code, one) for code, one in (*left, *in_no_sentence)))


def case_of(subject: Subject, *, sources: Mapping[str, Stored], today: date | None) -> Case:
    """One article and its spec, with every claim looked up, before the rules run."""
    index = index_of(subject.article)
    spec = subject.spec
    citing_of_article = _citing(subject)
    claims = spec.claims
    if subject.lock:
        claims = tuple([claim._replace(pinned=_is_pinned(claim, subject.lock, subject.rendition)) for claim in claims])
    anchored = tuple([anchored_in(subject, index, claim) for claim in claims])
    judged = [one for one in anchored if not (subject.rendition.partial and one.verdict is Verdict.MISSING)]
    source_checks = _source_checks(index, citing_of_article, judged, sources)
    text = _approved_text(subject, index, citing_of_article)
    waivers = located(spec, index, subject.lock, subject.rendition.file, text)
    return Case(
        subject=subject,
        index=index,
        citing=citing_of_article,
        anchored=anchored,
        forbidden=_forbidden_in_article(index, subject.forbidden),
        body=body_of(subject.article),
        places=tuple([tuple([sentences_of(citing_of_article, span) for span in one.spans]) for one in anchored]),
        waivers=waivers,
        covered=coverage(
            Found(
                index,
                anchored,
                source_checks.checked_quotations,
                settled_in(subject.article, waivers, today),
                text.settled if text else frozenset(),
            )
        ),
        today=today,
        source_checks=source_checks,
        text=text,
    )


def _approved_text(subject: Subject, index: Index, citing: Citing) -> ApprovedText | None:
    """The approved text beside that of an article; None if no lock has it."""
    lines = subject.lock.articles.get(subject.rendition.file) if subject.lock else None
    if lines is None:
        return None
    labels = renumbered_labels(subject.article, subject.spec)
    return approved_text(index, citing, lines, labels, subject.policy.approvals)


def settled_in(article: Article, waivers: Sequence[WaiverPlace], today: date | None) -> frozenset[int]:
    """The indexes of the sentences that a waiver accounts for: of each rule only those that the rule reports."""
    kinds = [article.blocks[one.block].kind for one in article.sentences] if waivers else []
    return frozenset(
        number
        for rule in all_rules()
        if rule.settles
        for number in waived(waivers, {rule.code}, today)
        if kinds[number] in rule.settles
    )


def anchored_in(subject: Subject, index: Index, claim: Claim) -> Anchored:
    """Where an article says a claim."""
    strict = subject.spec.strict or subject.policy.strict
    found = anchor(claim._replace(strict=True) if strict else claim, index, subject.spec.published)
    return in_part(found) if subject.rendition.partial else found


def _is_pinned(claim: Claim, lock: Lock, rendition: Rendition) -> bool:
    """Whether a lock has the sentence of a claim as the spec has the claim."""
    approval = lock.approvals.get((claim.id, rendition.file))
    return approval is not None and approval.digest == digest_of(claim)


def _forbidden_in_article(index: Index, entries: Sequence[Forbidden]) -> tuple[tuple[Forbidden, Span], ...]:
    if not entries:
        return ()
    from factspec.claims.forbidden import forbidden_in

    found = forbidden_in(index, entries)
    return tuple((entry, index.span(tokens)) for entry, tokens in found)


def _source_checks(
    index: Index, citing: Citing, anchored: Sequence[Anchored], stored: Mapping[str, Stored]
) -> SourceChecks:
    if not (stored or index.quotations or any(one.claim.evidence for one in anchored)):
        return SourceChecks()
    from factspec.claims.evidence.checking import check_sources

    return check_sources(index, citing, anchored, stored)


def subject_of(spec: Spec, article: Article, policy: Policy = _NO_POLICY) -> Subject:
    """An article as one rendition of a spec; the policy fills in the style of citation if the spec names none."""
    return Subject(spec, article, with_policy(rendition_of(spec, article.path), policy), policy)


def families(subject: Subject) -> tuple[str, ...]:
    """The families of rules that have the article as a whole to judge; known before the rules run."""
    chosen = severities(subject.spec, subject.policy)
    judged = {rule.family for rule in all_rules() if chosen[rule.code] is not Severity.OFF and rule.applies(subject)}
    return tuple(sorted(judged))


def rendition_of(spec: Spec, path: str) -> Rendition:
    """The rendition of a spec that an article is, by its path; the first one if there is no path or no choice.

    Paths may be relative to the project's root or to another folder, so one may be the end of the other. Raises
    `ValueError` if there are several renditions and the path is not one of them.
    """
    folder = posixpath.dirname(spec.path)
    named = {one: posixpath.normpath(posixpath.join(folder, one.file)) for one in spec.renditions}
    if not path or len(named) == 1:
        return spec.renditions[0]
    written = posixpath.normpath(path.replace("\\", "/"))
    alike = [one for one, name in named.items() if _is_end(name, written) or _is_end(written, name)]
    exact = [one for one in alike if named[one] == written]
    if len(exact or alike) != 1:
        raise ValueError(f"the article {path} is not one of those of {spec.path}: {', '.join(named.values())}")
    return (exact or alike)[0]


def _is_end(end: str, path: str) -> bool:
    return f"/{path}".endswith(f"/{end}")


def _citing(subject: Subject) -> Citing:
    follow = any(MARKERS[style].FOLLOWS_LINKS for style in subject.styles)
    return citing(subject.article, subject.spec, subject.rendition.scope, follow_links=follow)


def severities(spec: Spec, policy: Policy) -> dict[str, Severity]:
    """The severity of each rule for a spec."""
    defaults = default_severities(strict=policy.strict, approvals=bool(policy.approvals))
    chosen = {code: Severity(severity) for code, severity in (defaults | dict(policy.rules)).items()}
    if spec.strict:
        chosen.update({rule.code: Severity.ERROR for rule in all_rules() if rule.strict})
    chosen.update({setting.rule: Severity(setting.severity) for setting in spec.rules})
    return chosen


def _stamped(
    case: Case, found: Iterable[tuple[str, Mismatch]], severities: Mapping[str, Severity]
) -> tuple[Finding, ...]:
    families = {rule.code: rule.family for rule in all_rules()}
    chosen = {*case.subject.policy.rules, *(setting.rule for setting in case.spec.rules)}
    notes = {claim.id: claim.note for claim in case.spec.claims if claim.note}
    findings = []
    for code, one in found:
        severity = severities[code]
        if severity is not Severity.OFF:
            # A doubtful finding is a warning, unless somebody has chosen the severity of its rule.
            doubted = one.doubt and code not in chosen
            stamped = _stamp(case, code, families[code], Severity.WARNING if doubted else severity, one)
            findings.append(stamped._replace(note=notes[one.claim]) if one.claim in notes else stamped)
    findings.sort(key=IN_ORDER)
    return tuple(findings)


def _stamp(case: Case, code: str, family: str, severity: Severity, one: Mismatch) -> Finding:
    """A mismatch with its rule, severity and places in lines and columns."""
    spec, article = case.spec, case.article
    start, end = one.source_start, one.source_end
    if start < 0 <= one.start:
        start, end = article.source_span(one.start, one.end)
    in_article = start >= 0
    line, column = article.lines.place(start) if in_article else (one.file_line or one.spec_line or 1, 1)
    end_line, end_column = article.lines.place(end) if in_article else (line, column)
    return Finding(
        rule=code,
        family=family,
        severity=severity,
        message=one.message,
        path=article.path if in_article else one.file or spec.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        spec=one.file if in_article and one.file else spec.path,
        spec_line=one.spec_line,
        claim=one.claim,
        expected=one.expected,
        found=one.found,
        cited=one.cited,
        differences=one.differences,
        advice=one.advice,
        article=article.path,
        label=one.label,
    )
