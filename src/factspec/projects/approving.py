"""Approving what changed: a spec with its lock and its articles as they are, and what they become by a decision."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factspec.approved.lock import (
    EMPTY,
    Approval,
    Key,
    Lock,
    Signature,
    digest_of,
    with_approvals,
    with_signatures,
    without,
)
from factspec.approved.lock_text import written
from factspec.approved.parsing import joined
from factspec.claims.anchored import Verdict
from factspec.language.printing import printable
from factspec.projects.globs import find_specs
from factspec.projects.judging import Prepared, open_pair
from factspec.projects.locks import Locked, Pair, finish, read_pair, write_pair
from factspec.projects.paths import real_path
from factspec.projects.projects import Projects
from factspec.projects.unfindable import unfindable
from factspec.rules.approving import (
    approved_in,
    approved_now,
    completed,
    frame_over,
    pinned_now,
    relabelled,
    renewed,
    with_notes,
    with_sources,
    with_text,
    without_line,
)
from factspec.rules.case import Case
from factspec.rules.checks.approval_stale import changed_sources
from factspec.rules.checks.claim_unapproved import is_asked
from factspec.rules.checks.context_changed import PLACE
from factspec.rules.checks.text_changed import moved_along
from factspec.rules.checks.unread_changed import unread_now
from factspec.rules.decisions import APPROVALS, Decision, decisions
from factspec.rules.drafting import waiver_for
from factspec.rules.finding import Finding, Report
from factspec.rules.run import case_of, report_on
from factspec.specs.editing import Edit, Insert, Remove, edited
from factspec.specs.entries import waiver_value
from factspec.specs.model import Claim, Spec, SpecError
from factspec.specs.names import nearest
from factspec.specs.parsing import parse_spec
from factspec.specs.spans import EditError

# Accepting one thing can bring up another in the same claim: first its words, then its citations, then its sentence.
_ROUNDS = 5
_RENUMBERED = "reference-mismatch"


class Judgement(NamedTuple):
    """An article of a spec, with what was found in it."""

    prepared: Prepared
    case: Case
    report: Report

    @property
    def file(self) -> str:
        """The article's path as the spec writes it."""
        return self.prepared.rendition.file


class State(NamedTuple):
    """A spec and its lock as bytes, and the judgement on each of its articles.

    `settled` are the names of decisions that were accepted since the articles were judged, and `locked` the lock since
    then: to judge a long article again for each of a hundred decisions would take minutes. `earlier` are those of
    judgements before.
    """

    path: Path
    shown: str
    pair: Pair
    judgements: tuple[Judgement, ...]
    settled: frozenset[tuple[str, ...]] = frozenset()
    earlier: frozenset[tuple[str, ...]] = frozenset()
    locked: Lock | None = None

    @property
    def spec(self) -> Spec:
        """The spec."""
        return self.judgements[0].prepared.spec

    @property
    def lock(self) -> Lock | None:
        """The lock, None if the spec has none."""
        return self.locked or self.judgements[0].prepared.locked.lock

    def decisions(self) -> Iterator[Decision]:
        """Yield what is to be decided, article by article."""
        for judgement in self.judgements:
            found = decisions(judgement.case, judgement.report)
            yield from (one for one in found if one.name not in self.settled)


class Unusable(Exception):  # noqa: N818 -- the noun says what it is
    """A spec whose articles cannot be judged, with the findings that say why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep the findings."""
        super().__init__("\n".join(map(str, findings)))
        self.findings = tuple(findings)


class Refused(Exception):  # noqa: N818 -- the noun says what it is
    """A decision that was not carried out; the text says why."""


class Approver(NamedTuple):
    """Who approves, and on which day."""

    by: str
    on: date


# Judging a spec as it is, and as a decision makes it.


class Session:
    """The specs of one run of a command that approves; each is read when its turn comes."""

    def __init__(self, projects: Projects, approver: Approver) -> None:
        """Approve in somebody's name."""
        self._projects = projects
        self.approver = approver

    def root(self, path: Path) -> Path:
        """The root of the project that a spec is in."""
        return self._projects.of(path).root

    def read(self, path: Path) -> Pair:
        """A spec and its lock as they are on disk; raises `NotWritten` if they cannot be read.

        What was interrupted is finished first, and a lock with merge markers becomes one lock.
        """
        root = self.root(path)
        finish(path, root)
        pair = read_pair(path, root)
        if pair.lock and (lock := joined(pair.lock)):
            write_pair(path, root, pair, pair._replace(lock=lock))
            return pair._replace(lock=lock)
        return pair

    def open(self, path: Path) -> State:
        """A spec as it is on disk, judged; raises `Unusable` if it has mistakes, and `NotWritten`."""
        return self.judged(path, self.read(path))

    def judged(self, path: Path, pair: Pair) -> State:
        """A spec with this content, judged; raises `Unusable`."""
        project = self._projects.of(path)
        opened = open_pair(path, pair, self._projects, today=self.approver.on)
        if findings := (*project.findings, *opened.findings):
            raise Unusable(findings)
        return State(path, opened.path, pair, tuple(map(_judgement, opened.prepared)))

    def save(self, before: State, after: State) -> None:
        """Write what a decision changed; raises `NotWritten`."""
        write_pair(before.path, self.root(before.path), before.pair, after.pair)

    # What a decision does.

    def accepted(self, state: State, decision: Decision) -> State:
        """The state after a decision was accepted; raises `Refused` if it cannot be, or would settle nothing."""
        if decision.refused:
            raise Refused(decision.refused)
        if at_once := self._accepted_at_once(state, decision):
            return at_once
        before = state.lock or EMPTY
        changed = self._edited(state, decision.edits) if decision.edits else state
        made = self._made(changed, decision, before)
        lock = with_approvals(without(self._with_sentences(changed, decision, before), decision.gone), made, {})
        after = self._recorded(changed, decision, lock)
        if after != before:
            changed = self._locked(changed, after)
        _require_settled(changed, decision)
        return changed

    def _recorded(self, state: State, decision: Decision, lock: Lock) -> Lock:
        """A lock with the waiver, the sources and the unread parts that a decision approves."""
        if decision.waiver >= 0 and is_asked(state.judgements[0].prepared.subject):
            lock = with_signatures(lock, [state.spec.waivers[decision.waiver]], Signature(*self.approver))
        if decision.sources:
            lock = with_sources(lock, _judgement_of(state, decision).case, decision.sources)
        if decision.unread:
            lock = lock._replace(unread={**lock.unread, decision.file: unread_now(_judgement_of(state, decision).case)})
        return relabelled(lock, state.spec) if decision.finding.rule == _RENUMBERED else lock

    def _accepted_at_once(self, state: State, decision: Decision) -> State | None:
        """The state after a decision about claims, without judging the article again; None if that is necessary."""
        if decision.name in state.earlier or not decision.pins or (decision.edits and len(state.judgements) > 1):
            return None
        data, claims = state.pair.spec, state.spec.claims
        if decision.edits or state.settled:  # what was settled may have edited the claim too
            data, claims = self._claims_after(state, decision.edits)
        if data.count(b"\n") != state.pair.spec.count(b"\n"):
            return None  # the lines of the spec that other decisions show have moved
        case = _judgement_of(state, decision).case
        by, on = self.approver
        pinned = tuple(one for one in claims if one.id in decision.pins)
        spec = state.spec._replace(claims=pinned, waivers=(), forbidden=())
        if any(unfindable(spec, case.rendition, case.article, case.subject.policy)):
            return None  # the spec would have a mistake
        made = pinned_now(case, pinned, by=by, on=on)
        if made is None:
            return None
        lock = with_text(state.lock or EMPTY, case, _sentences(case, decision.pins), Signature(by, on))
        lock = self._completed(state, with_approvals(lock, made, {}))
        approvals = (one for one in state.decisions() if one.finding.rule in APPROVALS and one.file == decision.file)
        names = {one.name for one in approvals if one.finding.claim in decision.pins}
        return state._replace(
            pair=Pair(data, written(lock)), locked=lock, settled=state.settled | {decision.name} | names
        )

    def _claims_after(self, state: State, edits: Iterable[Edit]) -> tuple[bytes, tuple[Claim, ...]]:
        """A spec after some edits, and its claims; raises `Refused`."""
        try:
            data = edited(state.pair.spec, edits)
            return data, parse_spec(data, path=state.shown).claims
        except EditError as error:
            raise Refused(f"the spec cannot be edited by itself: {error.message}") from error
        except SpecError as error:
            raise Refused(f"the spec would have a mistake: {error.mistakes[0].message}") from error

    def refreshed(self, state: State) -> State:
        """The state judged again after decisions that were accepted without that; raises `Unusable`."""
        if not state.settled:
            return state
        return self.judged(state.path, state.pair)._replace(earlier=state.earlier | state.settled)

    def accepted_all(
        self, state: State, may: Callable[[Decision], bool]
    ) -> tuple[State, tuple[Decision, ...], Mapping[tuple[str, ...], str]]:
        """The state after every decision was accepted that may be, these, and why others were not, by their names.

        What comes up when a decision is accepted is decided too.
        """
        done: list[Decision] = []
        refused: dict[tuple[str, ...], str] = {}
        for _ in range(_ROUNDS):
            passed_by = {*refused, *(one.name for one in done)}
            waiting = [one for one in state.decisions() if may(one) and one.name not in passed_by]
            for one in waiting:
                try:
                    state = self.accepted(state, one)
                    done.append(one)
                except Refused as error:
                    refused[one.name] = str(error)
            state = self.refreshed(state)
            if not waiting:
                break
        return state, tuple(done), refused

    def _made(self, state: State, decision: Decision, earlier: Lock) -> dict[Key, Approval]:
        """The approvals that a decision makes: in its article, and in others whose sentences are still the same."""
        made: dict[Key, Approval] = {}
        for one in state.judgements:
            if one.file == decision.file:
                made |= self._approved(one, decision.pins)
            elif decision.edits:
                made |= renewed(one.case, decision.pins, earlier)
        return made

    def _approved(self, one: Judgement, claims: Collection[str]) -> dict[Key, Approval]:
        """The approvals of claims in an article as it is; it is looked at again if one of them was found otherwise."""
        found = {each.claim.id for each in one.case.anchored if each.verdict is Verdict.PASSED}
        if found.issuperset(claims):
            return approved_in(one.case, claims, Signature(*self.approver))
        sources = one.prepared.sources.of(one.prepared.spec, one.prepared.article)
        by, on = self.approver
        return approved_now(one.prepared.subject, claims, by=by, on=on, sources=sources)

    def waived(self, state: State, decision: Decision, reason: str) -> State:
        """The state after a waiver was added for what a decision is about; raises `Refused`."""
        case = _judgement_of(state, decision).case
        waiver = waiver_for(case, decision.sentence, decision.finding.rule, reason)
        if waiver is None:
            raise Refused("no waiver can name this place; edit the article or the spec")
        changed = self._edited(state, [Insert(("waivers",), None, waiver_value(waiver))])
        new = decision._replace(waiver=len(changed.spec.waivers) - 1)
        after = self._recorded(changed, new, state.lock or EMPTY)
        if after != (state.lock or EMPTY):
            changed = self._locked(changed, after)
        _require_settled(changed, decision)
        return changed

    def dropped(self, state: State, decision: Decision) -> State:
        """The state without the claim of a decision, and without its approvals; raises `Refused`."""
        changed = self._edited(state, [Remove(("claims", decision.claim))])
        name = decision.finding.claim
        keys = [key for key in (state.lock or EMPTY).approvals if key[0] == name]
        return self._locked(changed, without(state.lock or EMPTY, keys)) if keys else changed

    def approved(self, state: State, claims: Mapping[str, Collection[str]], *, whole: bool = False) -> State:
        """The state after these claims were approved as they are, by the path of the article as the spec writes it.

        The articles are not judged again: nothing that has changed is shown. With `whole` the rest is
        approved too: the articles, the waivers of the spec and the sources that were changed.
        """
        made: dict[Key, Approval] = {}
        for one in state.judgements:
            made |= self._approved(one, claims.get(one.file, ()))
        lock = with_approvals(state.lock or EMPTY, made, {})
        if whole:
            lock = self._with_articles(state, lock)
            case = state.judgements[0].case
            lock = with_signatures(lock, state.spec.waivers, Signature(*self.approver))
            lock = with_sources(lock, case, {source.id for source, _ in changed_sources(case)})
        if state.lock is None and lock == EMPTY:
            return state
        lock = self._completed(state, lock)
        return state._replace(pair=state.pair._replace(lock=written(lock)), locked=lock)

    def approved_sentences(self, state: State, file: str, sentences: Collection[int]) -> State:
        """The state after somebody read these sentences of an article, by their indexes, and approved them.

        Claims in them are approved too, unless they fail. With the last sentence the rest is approved as it is: what
        rules say about the text, the waivers and the sources.
        """
        one = next(each for each in state.judgements if each.file == file)
        case, by = one.case, Signature(*self.approver)
        wrong = {each.claim for each in one.report.errors if each.claim and each.rule not in APPROVALS}
        failing, chosen = set(_sentences(case, wrong)), set(sentences)
        claims = {
            anchored.claim.id
            for anchored, places in zip(case.anchored, case.places, strict=True)
            if places and anchored.claim.id not in wrong and all(chosen.issuperset(place) for place in places)
        }
        lock = with_text(state.lock or EMPTY, case, chosen - failing, by)
        lock = with_approvals(lock, self._approved(one, claims), {})
        changed = self._locked(state, lock)
        after = next(each for each in changed.judgements if each.file == file).case
        is_whole = after.text is not None and after.text.settled.issuperset(
            number for number in range(len(after.article.sentences)) if number not in failing
        )
        if not is_whole:
            return changed
        lock = with_notes(changed.lock or EMPTY, after, by)
        return self._locked(changed, with_signatures(lock, changed.spec.waivers, by))

    def _with_articles(self, state: State, lock: Lock) -> Lock:
        """A lock with the articles as they are, without the sentences of claims that fail."""
        by = Signature(*self.approver)
        files = {one.file for one in state.judgements}
        lock = lock._replace(
            articles={file: lines for file, lines in lock.articles.items() if file in files},
            notes={file: notes for file, notes in lock.notes.items() if file in files},
        )
        for one in state.judgements:
            failing = set(_failing(one))
            sentences = [at for at in range(len(one.case.article.sentences)) if at not in failing]
            lock = with_notes(with_text(lock, one.case, sentences, by), one.case, by)
        return lock

    def _with_sentences(self, state: State, decision: Decision, lock: Lock) -> Lock:
        """A lock with the sentences of the claims that a decision approves, or the sentence that it is about."""
        case = _judgement_of(state, decision).case
        if decision.dropped:
            return without_line(lock, decision.file, decision.dropped)
        sentences = {decision.sentence} if decision.sentence >= 0 else set(_sentences(case, decision.pins))
        if any(one.kind == PLACE for one in decision.finding.differences) and decision.sentence >= 0:
            sentences.update(moved_along(case, decision.sentence))
        return with_text(lock, case, sentences, Signature(*self.approver)) if sentences else lock

    def rewritten(self, state: State, data: bytes) -> State:
        """The state after somebody edited the spec by hand; raises `Unusable`."""
        return self.judged(state.path, state.pair._replace(spec=data))

    def _edited(self, state: State, edits: Iterable[Edit]) -> State:
        try:
            data = edited(state.pair.spec, edits)
            return self._rejudged(state, state.pair._replace(spec=data))
        except EditError as error:
            raise Refused(f"the spec cannot be edited by itself: {error.message}") from error
        except Unusable as error:
            raise Refused(f"the spec would have a mistake: {error.findings[0].message}") from error

    def _locked(self, state: State, lock: Lock) -> State:
        lock = self._completed(state, lock)
        data = written(lock)
        if data == state.pair.lock:
            return state
        # The articles are those that somebody saw, whatever became of the files.
        locked = Locked(lock, sha256(data).hexdigest())
        judgements = (_judgement(one.prepared._replace(locked=locked)) for one in state.judgements)
        return state._replace(pair=state.pair._replace(lock=data), judgements=tuple(judgements), locked=None)

    def _completed(self, state: State, lock: Lock) -> Lock:
        """A lock with what nobody recorded yet."""
        return completed(lock, [one.case for one in state.judgements], Signature(*self.approver))

    def _rejudged(self, state: State, pair: Pair) -> State:
        """The state with another spec or lock, of the same articles; raises `Refused` if these have changed."""
        changed = self.judged(state.path, pair)
        if [one.case.article.sha256 for one in changed.judgements] != [
            one.case.article.sha256 for one in state.judgements
        ]:
            raise Refused("an article was changed meanwhile; run the command again")
        return changed


def _judgement(prepared: Prepared) -> Judgement:
    sources = prepared.sources.of(prepared.spec, prepared.article)
    case = case_of(prepared.subject, sources=sources, today=prepared.today)
    return Judgement(prepared, case, report_on(case))


def _judgement_of(state: State, decision: Decision) -> Judgement:
    return next(one for one in state.judgements if one.file == decision.file)


def _sentences(case: Case, claims: Collection[str]) -> Iterator[int]:
    """Yield the indexes of the sentences that claims are in."""
    for anchored, places in zip(case.anchored, case.places, strict=True):
        if anchored.claim.id in claims:
            for place in places:
                yield from _with_neighbours(case, place) if anchored.claim.context else place


def _with_neighbours(case: Case, place: range) -> Iterator[int]:
    """Yield the indexes of some sentences, and of those before and after them in the same block."""
    sentences = case.article.sentences
    block = sentences[place[0]].block
    beside = range(max(place[0] - 1, 0), min(place[-1] + 2, len(sentences)))
    yield from (number for number in beside if number in place or sentences[number].block == block)


def _failing(one: Judgement) -> Iterator[int]:
    """Yield the indexes of the sentences in which a claim has an error of its own."""
    wrong = {each.claim for each in one.report.errors if each.claim and each.rule not in APPROVALS}
    return _sentences(one.case, wrong)


def _require_settled(state: State, decision: Decision) -> None:
    """Raise `Refused` if what was decided is found again."""
    if any(one.name == decision.name for one in state.decisions()):
        raise Refused("this would settle nothing: the same is found again; edit the spec")


# The claims that a person names.


class Selected(NamedTuple):
    """A spec, and the ids of those of its claims that were named; all if there are none."""

    path: Path
    claims: frozenset[str]


def selected(targets: Sequence[str], start: Path, projects: Projects) -> tuple[tuple[Selected, ...], tuple[str, ...]]:
    """The specs and claims that `SPEC[::CLAIM]` names, and what is wrong with the naming.

    Without targets these are the specs of the policy of the project that `start` is in.
    """
    names = [target.partition("::")[::2] for target in targets]
    paths = [Path(path) for path, _ in names]
    project = projects.of(paths[0] if paths else start)
    if not paths:
        found = find_specs((), project.root, project.policy)
        return tuple(Selected(path, frozenset()) for path in found.specs), found.mistakes
    by_path: dict[Path, list[str]] = {}
    mistakes: list[str] = []
    for path, (_, claim) in zip(paths, names, strict=True):
        found = find_specs([path], project.root, project.policy)
        mistakes.extend(found.mistakes)
        for spec in found.specs:
            by_path.setdefault(spec, []).append(claim)
    chosen = (Selected(path, frozenset(claims) if all(claims) else frozenset()) for path, claims in by_path.items())
    return tuple(chosen), tuple(mistakes)


def states_of(article: Path, projects: Projects, today: date) -> tuple[Judgement, ...]:
    """The judgement on an article by each spec of its project that names it; raises `Unusable` and `NotWritten`."""
    project = projects.of(article)
    session = Session(projects, Approver("", today))
    file = real_path(article)
    found = []
    for path in find_specs((), project.root, project.policy).specs:
        if file in {real_path(path.parent / one) for one in projects.articles_named(path)}:
            state = session.judged(path, read_pair(path, project.root))
            found += [one for one in state.judgements if real_path(path.parent / one.file) == file]
    return tuple(found)


def unknown_claims(state: State, chosen: Selected) -> Iterator[str]:
    """Yield a mistake for each named claim that the spec does not have."""
    known = {one.id for one in state.spec.claims}
    for name in sorted(chosen.claims - known):
        meant = nearest(name, known)
        hint = f": did you mean {meant}?" if meant else ""
        yield f"{printable(state.shown)} has no claim '{printable(name, 60)}'{hint}"


# Approving claims as they are.


class Candidate(NamedTuple):
    """A claim in an article that can be approved: what is around it, and whether it has errors of its own."""

    claim: str
    file: str
    frame: str
    errors: tuple[Finding, ...]


def unapproved(state: State, chosen: Selected) -> Iterator[Candidate]:
    """Yield each chosen claim that is not approved as it is: without an approval, edited since, or in an old lock."""
    for one in state.judgements:
        for anchored in one.case.anchored:
            claim = anchored.claim
            is_absent = one.prepared.rendition.partial and anchored.verdict is Verdict.MISSING
            if (not chosen.claims or claim.id in chosen.claims) and not is_absent:
                frame = frame_over(one.case, anchored)
                errors = tuple(_own_errors(one.report, claim.id, framed=bool(frame)))
                approval = one.case.approval(claim)
                if errors or not approval or approval.digest != digest_of(claim) or not approval.is_complete(claim):
                    yield Candidate(claim.id, one.file, frame, errors)


def _own_errors(report: Report, claim: str, *, framed: bool) -> Iterator[Finding]:
    """Yield the errors of a claim, except that it is not approved, or that a frame is around it."""
    passed_by = {*APPROVALS, *(["claim-reframed"] if framed else [])}
    return (one for one in report.errors if one.claim == claim and one.rule not in passed_by)
