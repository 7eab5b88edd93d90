"""`factspec approve [SPEC[::CLAIM]]…`: approve claims and waivers as they are now."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from factspec.cli.approving import Opened, add_targets, mistakes_of, refused, session_of
from factspec.language.printing import printable, printable_path
from factspec.projects.approving import Candidate, State, Unusable, unapproved
from factspec.projects.locks import NotWritten
from factspec.rules.checks import unread_changed
from factspec.rules.finding import Mismatch
from factspec.rules.registry import all_rules

# So many places of what an approval settled are printed for each rule.
_SHOWN = 5
HELP = "record in the lock that articles were read, and claims and waivers checked, as they are"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The claims, and who approves them."""
    add_targets(parser)
    parser.add_argument("--yes", action="store_true", help="approve claims that their sentence may turn too")


def run(arguments: argparse.Namespace) -> int:
    """Write the approvals; the exit code is 1 if a claim cannot be approved as it is, 2 if the call is wrong."""
    started = session_of(arguments, "approve")
    return started if isinstance(started, int) else max([0, *(_approve(one, arguments) for one in started)])


def _approve(opened: Opened, arguments: argparse.Namespace) -> int:
    session, state, chosen = opened
    found = list(unapproved(state, chosen))
    wrong = [one for one in found if one.errors]
    framed = [one for one in found if one.frame and not one.errors]
    agreed = framed if arguments.yes else [one for one in framed if _agrees(state, one)]
    approved = [*(one for one in found if not one.errors and not one.frame), *agreed]
    by_file: dict[str, list[str]] = {}
    for one in approved:
        by_file.setdefault(one.file, []).append(one.claim)
    try:
        after = session.approved(state, by_file, whole=not chosen.claims)
        session.save(state, after)
    except Unusable as error:  # an article was removed or broken meanwhile
        return refused("approve", *mistakes_of(error))
    except NotWritten as error:
        print(f"factspec approve: {printable_path(state.shown)}: {printable(str(error), 300)}", file=sys.stderr)
        return 2
    left = [one for one in framed if one not in agreed]
    unread = [] if chosen.claims else _unread(after)
    print(
        "\n".join(
            [
                _summary(state, after, approved),
                *(() if chosen.claims else _settled(state, wrong)),
                *_open(state, wrong, left, unread),
            ]
        )
    )
    return 1 if wrong or left or unread else 0


def _agrees(state: State, one: Candidate) -> bool:
    """Ask whether a claim is right although its sentence may turn it; without a terminal it is not approved."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    print(f"{printable_path(state.shown)}::{one.claim}: its sentence has the {printable(one.frame, 200)}")
    try:
        return input("Approve it all the same? [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError:
        print()
        return False


def _summary(before: State, after: State, approved: Sequence[Candidate]) -> str:
    counts = {
        "sentence": _newly_signed(before, after),
        "claim": len(approved),
        "waiver": _newly(before, after, "waivers"),
        "source": _newly(before, after, "sources"),
    }
    parts = [f"{count} {noun}{'s' if count > 1 else ''}" for noun, count in counts.items() if count]
    *others, last = parts or [""]
    done = f"{', '.join(others)} and {last}" if others else last
    return f"{printable_path(before.shown)}: {f'{done} approved' if done else 'nothing new to approve'}"


def _newly_signed(before: State, after: State) -> int:
    """How many lines of the articles somebody approved who had not."""
    was, now = (
        Counter(line for lines in (one.lock.articles if one.lock else {}).values() for line in lines)
        for one in (before, after)
    )
    return (now - was).total()


def _settled(state: State, wrong: Sequence[Candidate]) -> Iterator[str]:
    """Yield a line for each rule whose findings the approval has settled, with their places."""
    settling = {rule.code for rule in all_rules() if rule.settled}
    failing = {line for one in wrong for line in _lines_of(one)}
    found: dict[str, list[str]] = {}
    for one in (one for each in state.judgements for one in each.report.findings):
        if one.rule in settling and not one.claim and (one.path, one.line) not in failing:
            found.setdefault(one.rule, []).append(f"{printable_path(one.path)}:{one.line}:{one.column}")
    for rule, places in sorted(found.items()):
        further = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        yield f"  settled: {len(places)} {rule}: {', '.join(places[:_SHOWN])}{further}"


def _lines_of(one: Candidate) -> Iterator[tuple[str, int]]:
    """Yield the lines of the article on which a claim has errors: their sentences were not approved."""
    yield from ((error.path, line) for error in one.errors for line in range(error.line, error.end_line + 1))


def _newly(before: State, after: State, part: str) -> int:
    """How many waivers are approved now, or sources otherwise than before; what nobody recorded was no question."""
    was, now = (getattr(one.lock, part, None) or {} for one in (before, after))
    return sum(was.get(name) != value for name, value in now.items() if name in was or part == "waivers")


def _unread(after: State) -> list[Mismatch]:
    """What changed in an article that is not read: this is never approved along with claims."""
    subjects = ((one.case, one.case.subject._replace(lock=after.lock)) for one in after.judgements)
    return [one for case, subject in subjects for one in unread_changed.check(case._replace(subject=subject))]


def _open(
    state: State, wrong: Sequence[Candidate], left: Sequence[Candidate], unread: Sequence[Mismatch]
) -> Iterator[str]:
    for one in wrong:
        yield f"  not approved: {one.claim}: {printable(one.errors[0].message, 300)} [{one.errors[0].rule}]"
    for one in left:
        yield f"  not approved: {one.claim}: its sentence has the {printable(one.frame, 200)}; look, then use --yes"
    for finding in unread:
        yield f"  not approved: {printable(finding.message, 300)} [unread-changed]"
    if wrong or unread:
        yield f"  next: factspec review {printable_path(state.shown)}"
