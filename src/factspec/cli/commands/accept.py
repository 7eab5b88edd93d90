"""`factspec accept SPEC[::CLAIM]… --yes`: accept what changed, without asking."""

import argparse
import difflib
import sys
from collections.abc import Iterator, Sequence

from factspec.cli.approving import Opened, add_targets, mistakes_of, session_of
from factspec.cli.approving import refused as refused_call
from factspec.language.printing import printable, printable_path
from factspec.projects.approving import State, Unusable
from factspec.projects.locks import NotWritten
from factspec.rules.decisions import Decision
from factspec.specs.editing import Remove

HELP = "accept reworded claims, or also changed facts, without asking"

# What can be accepted without a look at each: never an approval of what nobody has seen, and nothing is dropped.
_ACCEPTED = frozenset(
    """claim-changed claim-reworded claim-reframed quote-altered citation-mismatch context-changed
    unread-changed waiver-unmatched""".split()
)
_RENUMBERED = "reference-mismatch"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The claims, and how much is accepted."""
    add_targets(parser)
    parser.add_argument("--yes", action="store_true", help="accept other words with the same facts")
    parser.add_argument("--facts", action="store_true", help="with --yes: accept changed facts and citations too")
    parser.add_argument("--renumber", action="store_true", help="accept that a list of references was renumbered")


def run(arguments: argparse.Namespace) -> int:
    """Print each change and write it; the exit code is 1 if something was not accepted, 2 if the call is wrong."""
    started = session_of(arguments, "accept")
    return started if isinstance(started, int) else max([0, *(_accept(one, arguments) for one in started)])


def _accept(opened: Opened, arguments: argparse.Namespace) -> int:
    session, before, chosen = opened
    try:
        state, accepted, refused = session.accepted_all(before, lambda one: _may(one, chosen.claims, arguments))
    except Unusable as error:  # an article was removed or broken meanwhile
        return refused_call("accept", *mistakes_of(error))
    left = [one for one in state.decisions() if _is_about(one, chosen.claims)]
    left = [one._replace(refused=one.refused or refused.get(one.name, "")) for one in left]
    print("\n".join(_report(before, state, accepted, left)))
    try:
        session.save(before, state)
    except NotWritten as error:
        print(f"factspec accept: {printable_path(before.shown)}: {printable(str(error), 300)}", file=sys.stderr)
        return 2
    return 1 if left else 0


def _is_about(decision: Decision, claims: frozenset[str]) -> bool:
    is_meant = decision.finding.rule in {*_ACCEPTED, _RENUMBERED, "claim-missing", "claim-ambiguous"}
    return is_meant and (not claims or decision.finding.claim in claims)


def _may(decision: Decision, claims: frozenset[str], arguments: argparse.Namespace) -> bool:
    """Whether a decision is accepted without asking."""
    if not _is_about(decision, claims) or decision.refused:
        return False
    if decision.finding.rule == _RENUMBERED:
        return bool(arguments.renumber)
    removes = any(isinstance(one, Remove) for one in decision.edits)
    if decision.finding.rule not in _ACCEPTED or removes:
        return False
    # Words that were added to an approved sentence may be a fact that no kind of fact knows: "partly", "former".
    states = decision.changes_facts or decision.finding.rule == "claim-reframed"
    return bool(arguments.yes) and (bool(arguments.facts) or not states)


def _report(before: State, after: State, accepted: Sequence[Decision], left: Sequence[Decision]) -> Iterator[str]:
    shown = printable_path(before.shown)
    for one in accepted:
        yield f"accepted: {_line(one)}"
    yield from _diff(before, after)
    for one in left:
        yield f"not accepted: {_line(one)}"
        if one.refused:
            yield f"  next: {printable(one.refused, 300)}"
    if left:
        yield f"  next: {_next(shown, left)}"
    if not accepted and not left:
        yield f"{shown}: nothing to accept"


def _line(decision: Decision) -> str:
    one = decision.finding
    return f"{printable_path(one.path)}:{one.line}:{one.column}: {printable(one.message, 300)} [{one.rule}]"


def _diff(before: State, after: State) -> Iterator[str]:
    """Yield the change of the spec as a unified diff, safe to print."""
    shown = printable_path(before.shown)
    old, new = (one.pair.spec.decode(errors="replace").splitlines() for one in (before, after))
    for line in difflib.unified_diff(old, new, shown, shown, n=1, lineterm=""):
        yield printable(line, 1000)


def _next(shown: str, left: Sequence[Decision]) -> str:
    if all(one.finding.rule == _RENUMBERED for one in left):
        return f"factspec accept {shown} --renumber"
    if all(one.refused for one in left):
        return f"edit the spec, or look at each with `factspec review {shown}`"
    if any(one.changes_facts or one.finding.rule == "claim-reframed" for one in left):
        return f"look at each with `factspec review {shown}`, or accept all with --yes --facts"
    return f"look at each with `factspec review {shown}`, or accept all with --yes"
