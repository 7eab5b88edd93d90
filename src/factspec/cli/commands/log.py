"""`factspec log [SPEC[::CLAIM]]…`: who approved which claims and waivers, in order of time."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from factspec.cli.approving import refused
from factspec.language.printing import printable, printable_path
from factspec.projects.approving import Selected, selected
from factspec.projects.locks import read_lock
from factspec.projects.paths import read_spec, shown_path
from factspec.projects.projects import Projects
from factspec.specs.model import SpecError

HELP = "list who approved which claims and waivers, in order of time"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The specs or claims."""
    parser.add_argument("targets", nargs="*", metavar="SPEC[::CLAIM]", help="specs, or claims of one; default: specs/")


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each approval; the exit code is 2 if a lock cannot be read or a claim is not there."""
    projects = Projects()
    chosen, mistakes = selected(arguments.targets, Path.cwd(), projects)
    if mistakes:
        return refused("log", *mistakes)
    try:
        rows = sorted(row for one in chosen for row in _rows(one, projects))
        mistakes = tuple(line for one in chosen for line in _unknown(one, projects))
    except SpecError as error:
        return refused("log", *(f"{one}: {one.advice}" if one.advice else str(one) for one in error.mistakes))
    if mistakes:
        return refused("log", *mistakes)
    print("\n".join(f"{day.isoformat()}  {what}  {by}" for day, what, by in rows) or _none(chosen))
    return 0


def _unknown(chosen: Selected, projects: Projects) -> Iterator[str]:
    """Yield a mistake for each named claim that neither the lock nor the spec has; raises `SpecError`."""
    root = projects.of(chosen.path).root
    lock = read_lock(chosen.path, root).lock
    named = chosen.claims - {claim for claim, _ in (lock.approvals if lock else ())}
    if not named:
        return
    from factspec.specs.parsing import parse_spec

    shown = shown_path(chosen.path, root)
    known = {one.id for one in parse_spec(read_spec(chosen.path, root), shown).claims}
    for claim in sorted(named - known):
        yield f"{printable_path(shown)} has no claim '{printable(claim, 60)}', and its lock has no approval of it"


def _none(chosen: Sequence[Selected]) -> str:
    named = sorted({claim for one in chosen for claim in one.claims})
    names = ", ".join(f"'{printable(one, 60)}'" for one in named)
    return f"the lock has no approval of {names}" if named else "nothing is approved yet"


def _rows(chosen: Selected, projects: Projects) -> Iterator[tuple[date, str, str]]:
    root = projects.of(chosen.path).root
    lock = read_lock(chosen.path, root).lock
    spec = printable_path(shown_path(chosen.path, root))
    several = len({file for _, file in lock.approvals}) > 1 if lock else False
    for (claim, file), one in lock.approvals.items() if lock else ():
        if not chosen.claims or claim in chosen.claims:
            article = f" in {printable_path(file)}" if several else ""
            yield one.on, f"{spec}::{printable(claim, 60)}{article}", printable(one.by or "nobody named", 200)
    waivers = (lock.waivers or {}) if lock and not chosen.claims else {}
    for (rule, at), signature in waivers.items():
        what = f"{spec}  waiver of {printable(rule, 60)}: {printable(at, 100)}"
        yield signature.on, what, printable(signature.by or "nobody named", 200)
