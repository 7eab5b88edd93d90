"""`factspec init ARTICLE…`: draft the specs of articles, or add to them what they do not account for."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from factspec.cli.progress import progress
from factspec.language.printing import printable, printable_path
from factspec.projects.checking import processors, project_folder
from factspec.projects.drafts import Call, Outcome, draft_all, orders
from factspec.projects.projects import Projects

HELP = "draft the specs of articles"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The articles or folders, whether specs are added to, and where new ones go."""
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="articles, or folders that contain them")
    parser.add_argument("--update", action="store_true", help="add to existing specs what they do not account for")
    parser.add_argument("--output", type=Path, metavar="DIR", help="folder of new specs; default: the project's specs/")


def run(arguments: argparse.Namespace) -> int:
    """Write the specs and say what is in them; the exit code is 2 if an article has no draft, otherwise 0."""
    paths = [Path(path) for path in arguments.articles]
    call = Call(Path.cwd(), arguments.output, arguments.update)
    wanted = list(orders(paths, call, Projects(project_folder)))
    today = date.today()  # noqa: DTZ011 -- the reader's own day
    outcomes = list(_watched(draft_all(wanted, today, processors()), len(wanted)))
    for one in outcomes:
        if one.problem:
            print(f"factspec init: {printable_path(one.article)}: {printable(one.problem, 1000)}", file=sys.stderr)
    for line in _lines(outcomes, update=arguments.update):
        print(line)
    return 2 if any(one.problem for one in outcomes) else 0


def _watched(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """The outcomes, with a line of progress on a terminal."""
    shown = progress("articles")
    for count, one in enumerate(outcomes, 1):
        if shown:
            shown(count, total)
        yield one


def _lines(outcomes: Sequence[Outcome], *, update: bool) -> Iterator[str]:
    """A line for each spec, and one for all if there are several."""
    written = [one for one in outcomes if not one.problem and (one.claims or not one.updates)]
    yield from (_of_spec(one) for one in outcomes if not one.problem)
    if not outcomes:
        yield "no article here has a spec" if update else "no article here is without a spec"
    elif len(outcomes) > 1:
        claims, waivers = sum(one.claims for one in written), sum(one.waivers for one in written)
        done = "added to" if update else "written"
        yield f"{_counted(len(written), 'spec')} {done}" + (f": {_parts(claims, waivers)}" if written else "")
    if written:
        yield "next: factspec review"


def _of_spec(one: Outcome) -> str:
    added = "added " if one.updates else ""
    return f"{printable_path(one.spec)}: {added}{_parts(one.claims, one.waivers)}"


def _parts(claims: int, waivers: int) -> str:
    """The claims, which a person must approve, and the waivers, if there are any."""
    return f"{_counted(claims, 'claim')} to approve" + (f", {_counted(waivers, 'waiver')}" if waivers else "")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
