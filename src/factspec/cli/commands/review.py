"""`factspec review [SPEC[::CLAIM]]…`: decide about each change and each unapproved claim, one at a time."""

import argparse
import os
from collections.abc import Collection, Iterator

from factspec.approved.lock import Context
from factspec.claims.anchored import Outcome
from factspec.claims.comparison.compare import compare
from factspec.claims.evidence.checking import nearest
from factspec.claims.pinned import context_of, row_around
from factspec.cli.approving import Opened, add_targets, mistakes_of, refused, session_of
from factspec.cli.article_reading import read_articles
from factspec.cli.editing import EditorError, by_hand
from factspec.cli.screen import Left, Screen, is_interactive
from factspec.language.printing import printable, printable_path
from factspec.language.tokens import keys, tokenize
from factspec.projects.approving import Judgement, Refused, Session, State, Unusable
from factspec.projects.locks import NotWritten
from factspec.rules.checks.context_changed import BELOW, PLACE
from factspec.rules.decisions import APPROVALS, Decision, unsettled
from factspec.rules.registry import all_rules
from factspec.specs.editing import Remove

HELP = "decide about what changed and what nobody has approved, one at a time"

_KEYS = {"a": "accept", "s": "skip", "e": "edit", "w": "waive", "d": "drop", "q": "quit"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The specs or claims to go through, and who decides."""
    add_targets(parser)


def run(arguments: argparse.Namespace) -> int:
    """Ask about each decision and write each answer at once; the exit code is 1 if something is left open."""
    if os.environ.get("CI", "").lower() not in {"", "0", "false"}:
        return refused("review", "a person decides, and CI has none: use `factspec accept` in scripts")
    if not is_interactive():
        return refused("review", "this needs a terminal: use `factspec accept SPEC --yes` without one")
    screen = Screen()
    try:
        started = session_of(arguments, "review")
        return started if isinstance(started, int) else max([0, *(_reviewed(one, screen) for one in started)])
    except Unusable as error:
        return refused("review", *mistakes_of(error))
    except Left:
        screen.line("Stopped. What was decided is written.")
        return 1


def _reviewed(opened: Opened, screen: Screen) -> int:
    """Go through the decisions about one spec; the exit code."""
    skipped: set[tuple[str, ...]] = set()
    done = 0
    try:
        read = opened.state if opened.chosen.claims else read_articles(screen, opened.session, opened.state)
    except (NotWritten, Refused) as error:
        screen.line(f"  {printable(str(error), 300)}")
        return 2
    state, waiting = _open(opened, read, skipped)
    while waiting:
        decision = waiting[0]
        _show(screen, state, decision, f"{done + 1} of {done + len(waiting)}")
        after = _decided(screen, opened.session, state, decision)
        if after is None:
            skipped.add(decision.name)
        else:
            try:
                opened.session.save(state, after)
            except NotWritten as error:
                screen.line(f"  {printable(str(error), 300)}")
                return 2
        before = len(waiting)
        state, waiting = _open(opened, after or state, skipped)
        done += max(before - len(waiting), 1)
    return _closed(screen, state, len(skipped), bool(opened.chosen.claims))


def _open(opened: Opened, state: State, skipped: Collection[tuple[str, ...]]) -> tuple[State, list[Decision]]:
    """The decisions that are open, and their state: the article is judged again when all others are settled."""
    waiting = [one for one in _chosen(opened, state) if one.name not in skipped]
    if waiting or not state.settled:
        return state, waiting
    state = opened.session.refreshed(state)
    return state, [one for one in _chosen(opened, state) if one.name not in skipped]


def _chosen(opened: Opened, state: State) -> Iterator[Decision]:
    claims = opened.chosen.claims
    return (one for one in state.decisions() if not claims or one.finding.claim in claims)


def _closed(screen: Screen, state: State, skipped: int, in_part: bool) -> int:
    shown = printable_path(state.shown)
    decided = tuple(state.decisions())
    left = [one for each in state.judgements for one in unsettled(each.report, decided)]
    screen.line(f"{shown}: {f'{skipped} skipped' if skipped else 'nothing left to decide'}")
    if left and not in_part:
        count = f"{len(left)} error{'s' if len(left) > 1 else ''}"
        screen.line(f"  {count} cannot be settled here; see them with: factspec check {shown}")
    return 1 if skipped or (left and not in_part) else 0


# One decision on the screen.


def _show(screen: Screen, state: State, decision: Decision, count: str) -> None:
    finding = decision.finding
    screen.line()
    line = f":{finding.spec_line}" if finding.spec_line else ""
    screen.dim(f"{printable_path(state.shown)}{line}  {count}")
    place = f"{printable_path(finding.path)}:{finding.line}:{finding.column}"
    screen.head(f"{place}: {finding.message} [{finding.rule}]")
    marked = [one for one in finding.differences if one.kind != "citation"]
    approved = [(one.approved_start, one.approved_end) for one in marked if one.approved_end > one.approved_start]
    screen.labelled("approved" if finding.label == "expected" else finding.label, finding.expected, approved)
    if finding.rule != "claim-unapproved" or decision.waiver >= 0:
        screen.labelled("now", finding.found, [(one.start, one.end) for one in marked])
    for label, text, marks in _seen(state, decision):
        screen.labelled(label, text, marks)
    for label, text in _waived(state, decision):
        screen.labelled(label, text)
    screen.labelled("cites", finding.cited)
    for label, text in _support(state, decision):
        screen.labelled(label, text)
    screen.labelled("note", finding.note)
    screen.labelled("accept", _removed(decision))
    screen.labelled("next", decision.refused)
    screen.line()
    screen.dim("  ".join(f"{key} {_KEYS[key]}" for key in _offered(decision)))


# Findings that do not show the sentence of a claim, and those that show the claim's part of it.
_UNSEEN = frozenset({"claim-unapproved", "approval-stale", "citation-mismatch"})
_IN_PART = frozenset({"claim-changed", "claim-reworded", "quote-altered"})
_ROW = frozenset({"context-changed"})
_Line = tuple[str, str, list[tuple[int, int]]]


def _seen(state: State, decision: Decision) -> Iterator[_Line]:
    """Yield what the lock will have of a claim, with the claim's own words marked, if the finding does not show it."""
    rule = decision.finding.rule
    if decision.claim < 0 or rule not in _UNSEEN | _IN_PART | _ROW:
        return
    case = _judgement(state, decision).case
    anchored, places = case.anchored[decision.claim], case.places[decision.claim]
    if anchored.claim.facts and rule in _UNSEEN:
        yield "facts", "; ".join(one.text for one in anchored.claim.facts), []
    for span, place in zip(anchored.spans, places, strict=True):
        context = context_of(case.index, place)
        own = " ".join(case.text_of(span).split())
        start = context.sentence.find(own)
        is_part = start >= 0 and _words(own) != _words(context.sentence)
        if rule in _ROW:
            yield _beside(decision, context, is_row=row_around(case.index, span) != span)
            continue
        if rule in _IN_PART and not is_part:
            continue
        if anchored.claim.context:
            yield "before", context.before, []
        yield "sentence", context.sentence, [(start, start + len(own))] if is_part else []
        if anchored.claim.context:
            yield "after", context.after, []
        yield "under", BELOW.join(context.under or ()) if rule in APPROVALS else "", []


def _waived(state: State, decision: Decision) -> Iterator[tuple[str, str]]:
    """Yield what a person reads of a waiver that nobody approved."""
    if decision.waiver >= 0 and decision.finding.rule == "claim-unapproved":
        waiver, case = state.spec.waivers[decision.waiver], _judgement(state, decision).case
        named = next(one.sentences[:1] for one in case.waivers if one.waiver == waiver) if len(waiver.at) == 1 else ()
        sentence = " ".join(case.article.text[slice(*case.article.sentences[named[0]][:2])].split()) if named else ""
        yield "sentence", sentence if sentence != " ".join(decision.finding.found.split()) else ""
        yield "reason", waiver.reason
        yield "until", waiver.until.isoformat() if waiver.until else ""


def _beside(decision: Decision, context: Context, *, is_row: bool) -> _Line:
    """What a finding about the sentence of a claim does not show of it."""
    if any(one.kind in {PLACE, "citation"} for one in decision.finding.differences):
        return "sentence", context.sentence, []
    # The finding has the words of the cells alone; the lock has them after the headings of their columns.
    return "row now", context.sentence if is_row else "", []


def _words(text: str) -> list[str]:
    return [key for key in keys(tokenize(text)) if key[0].isalnum()]


def _judgement(state: State, decision: Decision) -> Judgement:
    return next(one for one in state.judgements if one.file == decision.file)


def _removed(decision: Decision) -> str:
    """What accepting a decision removes, in words; empty if it removes nothing."""
    if decision.gone:
        return "removes this approval from the lock"
    removes = any(isinstance(one, Remove) for one in decision.edits)
    return "removes the waiver from the spec" if removes else ""


def _support(state: State, decision: Decision) -> Iterator[tuple[str, str]]:
    """Yield the evidence of a claim, and the passage of each cited source that is nearest to what the article says."""
    if decision.claim < 0:
        return
    judgement = _judgement(state, decision)
    anchored = judgement.case.anchored[decision.claim]
    for one in anchored.claim.evidence:
        yield f"source {one.source}"[:9], one.quote
    if anchored.claim.evidence or not anchored.spans:
        return
    sources = dict.fromkeys(one for group in judgement.case.citing.of(anchored.spans[0]) for one in group.sources)
    for source, text in judgement.case.source_checks.usable(tuple(sources)):
        if passage := nearest(judgement.case.text_of(anchored.spans[0]), [(source, text)]):
            yield f"source {source}"[:9], f"“{passage.text}”"


def _offered(decision: Decision) -> Iterator[str]:
    waivable = any(rule.code == decision.finding.rule and rule.waivable for rule in all_rules())
    for key in _KEYS:
        if key == "a" and decision.refused:
            continue
        if (key == "w" and not waivable) or (key == "d" and decision.claim < 0):
            continue
        yield key


# What a key does.


def _decided(screen: Screen, session: Session, state: State, decision: Decision) -> State | None:
    """The state after an answer, None if the decision is left open. Raises `Left`."""
    while True:
        key = screen.key("".join(_offered(decision)))
        if key == "q":
            raise Left
        if key == "s":
            return None
        try:
            after = _answered(screen, session, state, decision, key)
        except (Refused, Unusable, EditorError) as error:
            screen.line(f"  {printable(str(error), 600)}")
            continue
        if after is not None:
            return after


def _answered(screen: Screen, session: Session, state: State, decision: Decision, key: str) -> State | None:
    if key == "a":
        return session.accepted(state, decision) if _has_typed(screen, decision) else None
    if key == "e":
        return session.rewritten(state, by_hand(state.path, state.pair.spec, decision.finding.spec_line))
    if key == "d":
        answer = screen.ask(f"Remove the claim '{decision.finding.claim}' from the spec? [y/N]")
        return session.dropped(state, decision) if answer.lower() in {"y", "yes"} else None
    reason = screen.ask("Why is it right as it is?")
    return session.waived(state, decision, reason) if reason else None


def _has_typed(screen: Screen, decision: Decision) -> bool:
    """Whether somebody typed each value that changed; nobody does that without reading it."""
    for value, question in decision.typed:
        typed = screen.ask(question)
        if not typed or compare(value, typed).outcome is not Outcome.SAME:
            screen.line(f"  That is not “{printable(value, 100)}”; nothing was accepted.")
            return False
    return True
