"""`factspec init ARTICLE…`: draft the specs of articles."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from factspec.language.printing import printable, printable_path
from factspec.projects.checking import processors
from factspec.projects.drafts import Call, Outcome, draft_all, orders
from factspec.projects.projects import Projects

HELP = "draft the specs of articles"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The articles or folders, and where the specs go."""
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="articles, or folders that contain them")
    parser.add_argument(
        "--update", action="store_true", help="add to the specs that there are what they do not account for"
    )
    parser.add_argument("--output", type=Path, metavar="DIR", help="folder of the specs; default: the project's specs/")


def run(arguments: argparse.Namespace) -> int:
    """Write the specs and say what a person must settle; the exit code is 2 if an article has no draft, otherwise 0."""
    paths = [Path(one) for one in arguments.articles]
    call = Call(Path.cwd(), arguments.output, arguments.update)
    wanted = list(orders(paths, call, Projects()))
    today = date.today()  # noqa: DTZ011 -- the reader's own day
    outcomes = list(_watched(draft_all(wanted, today, processors()), len(wanted)))
    for one in outcomes:
        if one.problem:
            print(f"factspec init: {printable_path(one.article)}: {printable(one.problem, 1000)}", file=sys.stderr)
    print(_summary(outcomes))
    return 2 if any(one.problem for one in outcomes) else 0


def _watched(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """The outcomes, with a line of progress on a terminal if there are several."""
    is_watched = total > 1 and sys.stderr is not None and sys.stderr.isatty()
    for count, one in enumerate(outcomes, 1):
        if is_watched:
            print(f"\rdrafting {count} of {total}", end="" if count < total else "\n", file=sys.stderr, flush=True)
        yield one


def _summary(outcomes: list[Outcome]) -> str:
    written = [one for one in outcomes if not one.problem]
    lines = [f"{printable_path(one.spec)}: {_settled(one.claims, one.waivers)}" for one in written]
    claims, waivers = sum(one.claims for one in written), sum(one.waivers for one in written)
    if len(written) != 1:
        lines.append(f"{_counted(len(written), 'spec')} written, {_settled(claims, waivers)}")
    if written:
        lines.append("next: factspec review")
    return "\n".join(lines)


def _settled(claims: int, waivers: int) -> str:
    need = f"{_counted(waivers, 'waiver')} {'needs' if waivers == 1 else 'need'} a reason"
    return f"{_counted(claims, 'claim')} to approve, {need}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
