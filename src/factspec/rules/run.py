"""Hold an article against a spec: anchor the claims, run the rules, apply waivers and severities."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from factspec.articles.article import Article
from factspec.articles.contracts import MARKERS
from factspec.claims.anchored import Anchored, Verdict, in_part
from factspec.claims.citing import Citing, citing
from factspec.claims.evidence.model import SourceChecks, Stored
from factspec.claims.index import Index, index_of
from factspec.claims.kinds import says
from factspec.language.places import Span
from factspec.rules.case import Case, Subject, body_of, sentences_of
from factspec.rules.coverage import coverage
from factspec.rules.figures import article_result, claim_results, waiver_result
from factspec.rules.finding import IN_ORDER, Finding, Mismatch, Report, Severity
from factspec.rules.registry import all_rules
from factspec.rules.waivers import located, waive
from factspec.specs.model import Claim, Forbidden, Rendition, Spec
from factspec.specs.policy import Policy, with_policy

# Anchor a claim: find where it stands in an article and whether it stands there as approved.


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
    today: date | None = None,
) -> Report:
    """Hold one article against its spec; pure: no files, no clock, no environment.

    The spec's own `rules` hold as they are written: what the policy of a project does not let it relax is a mistake
    that pytest and the command line tell.

    `sources` are the stored texts of sources by their ids; what cannot be held against one is counted. Without
    `today` no waiver expires. A spec of renditions is checked once an article. Raises `ValueError` where the path of
    the article is none of several renditions.
    """
    return judge(subject_of(spec, article, policy), sources=sources or {}, today=today)


def judge(subject: Subject, *, sources: Mapping[str, Stored], today: date | None) -> Report:
    """Hold one article, as the rendition that it is, against its spec."""
    spec = subject.spec
    case = _case(subject, today, sources)
    case = case._replace(covered=coverage(case))
    severities = _severities(spec, subject.policy)
    rules = all_rules()
    first = [(rule.code, one) for rule in rules if rule.waivable for one in rule.check(case)]
    uses, left = waive(case, first)
    case = case._replace(waiver_uses=uses)
    last = [(rule.code, one) for rule in rules if not rule.waivable for one in rule.check(case)]
    findings = _stamped(case, (*left, *last), severities)
    return Report(
        spec=spec.path,
        article=article_result(case),
        findings=findings,
        claims=claim_results(case, findings),
        waivers=tuple(waiver_result(case, use) for use in uses),
        rules_off=tuple(code for code, severity in severities.items() if severity is Severity.OFF),
        stored=tuple((source, text.sha256) for source, text in case.holding.stored.items() if text.sha256),
    )


def _case(subject: Subject, today: date | None, sources: Mapping[str, Stored]) -> Case:
    index = index_of(subject.article)
    spec = subject.spec
    citing_of_article = _citing(subject)
    anchored = tuple(anchor(claim, index, spec.published) for claim in spec.claims)
    if subject.rendition.partial:
        anchored = tuple(map(in_part, anchored))
    judged = [one for one in anchored if not (subject.rendition.partial and one.verdict is Verdict.MISSING)]
    return Case(
        subject=subject,
        index=index,
        citing=citing_of_article,
        anchored=anchored,
        forbidden=_forbidden(index, spec.forbidden) if spec.forbidden else (),
        body=body_of(subject.article),
        stands=tuple([tuple([sentences_of(citing_of_article, span) for span in one.spans]) for one in anchored]),
        today=today,
        waiver_uses=located(spec, index),
        holding=_held(index, citing_of_article, judged, sources),
    )


def _forbidden(index: Index, entries: Sequence[Forbidden]) -> tuple[tuple[Forbidden, Span], ...]:
    from factspec.claims.forbidden import forbidden_in

    found = forbidden_in(index, entries)
    return tuple((entry, index.span(tokens)) for entry, tokens in found)


def _held(index: Index, citing: Citing, anchored: Sequence[Anchored], stored: Mapping[str, Stored]) -> SourceChecks:
    if not (stored or index.quotations or any(one.claim.evidence for one in anchored)):
        return SourceChecks()
    from factspec.claims.evidence.checking import check_sources

    return check_sources(index, citing, anchored, stored)


def subject_of(spec: Spec, article: Article, policy: Policy = _NO_POLICY) -> Subject:
    """An article as the rendition of a spec that it is, citing as the policy says where the spec does not."""
    return Subject(spec, article, with_policy(rendition_of(spec, article.path), policy), policy)


def families(subject: Subject) -> tuple[str, ...]:
    """The families of rules that have the article as a whole to judge; known before the rules run."""
    severities = _severities(subject.spec, subject.policy)
    judged = {
        rule.family for rule in all_rules() if severities[rule.code] is not Severity.OFF and rule.applies(subject)
    }
    return tuple(sorted(judged))


def rendition_of(spec: Spec, path: str) -> Rendition:
    """The rendition of a spec that an article is, by its path; the only or first one where that tells nothing.

    Paths may count from the project's root or from elsewhere, so that one may be the end of the other. Raises
    `ValueError` for a path that is none of several renditions.
    """
    folder = posixpath.dirname(spec.path)
    named = {one: posixpath.normpath(posixpath.join(folder, one.file)) for one in spec.renditions}
    if not path or len(named) == 1:
        return spec.renditions[0]
    written = posixpath.normpath(path.replace("\\", "/"))
    alike = [one for one, name in named.items() if _is_end(name, written) or _is_end(written, name)]
    exact = [one for one in alike if named[one] == written]
    if len(exact or alike) != 1:
        raise ValueError(f"the article {path} is none of those of {spec.path}: {', '.join(named.values())}")
    return (exact or alike)[0]


def _is_end(end: str, path: str) -> bool:
    return f"/{path}".endswith(f"/{end}")


def _citing(subject: Subject) -> Citing:
    follow = any(MARKERS[style].FOLLOWS_LINKS for style in subject.styles)
    return citing(subject.article, subject.spec, subject.rendition.scope, follow_links=follow)


def _severities(spec: Spec, policy: Policy) -> dict[str, Severity]:
    strict = {rule.code: Severity.ERROR for rule in all_rules() if rule.strict}
    chosen = {rule.code: rule.severity for rule in all_rules()} | (strict if policy.strict else {})
    chosen.update({code: Severity(severity) for code, severity in policy.rules.items()})
    chosen.update(strict if spec.strict else {})
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
            # What is in doubt warns, unless somebody has chosen what its rule weighs.
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
        spec=spec.path,
        spec_line=one.spec_line,
        claim=one.claim,
        expected=one.expected,
        found=one.found,
        cited=one.cited,
        differences=one.differences,
        advice=one.advice,
        article=article.path,
    )
