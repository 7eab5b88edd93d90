"""`python -m benchmarks.growth`: how processor time grows with hostile texts, which tests only count the calls of.

Each line has the milliseconds for a size and for twice the size, and their ratio: about 2 where time grows with the
text, 4 where it grows with the square. What takes less than two milliseconds is left out: its ratio says nothing.
"""

from collections.abc import Iterator
from functools import partial
from time import process_time

from tests.articles.test_reading import HOSTILE, read
from tests.claims.comparison.test_compare import HUGE, compared
from tests.claims.test_hostile_work import BUILD, checked
from tests.facts.test_work_of_values import FIND, found
from tests.facts.test_work_of_values import UNITS as VALUES
from tests.growth import Work
from tests.language.test_numerals import UNITS, numerals_of
from tests.rules.checks.test_style_unread import PARTS, SHEETS, page_of, sheet_of
from tests.specs.test_editing import many_edits

_ROUNDS = 3


def main() -> None:
    """Print a line for each text, those that grow most first."""
    rows = sorted(((_timed(work, size), name) for name, work, size in _works()), key=_ratio, reverse=True)
    for (once, twice), name in rows:
        if once < 0.002:
            continue
        print(f"{name:<60}{once * 1000:8.1f} ms{twice * 1000:8.1f} ms{twice / once:6.2f} x")


def _ratio(row: tuple[tuple[float, float], str]) -> float:
    (once, twice), _ = row
    return twice / once


def _works() -> Iterator[tuple[str, Work, int]]:
    yield "edits of a spec", many_edits, 1000
    yield from ((f"check: {build.__name__.strip('_')}", partial(checked, build), 4 * BUILD[build]) for build in BUILD)
    yield from ((f"compare: {name}", partial(compared, HUGE[name]), 1000) for name in HUGE)
    for one in ("text", "markdown", "html"):
        yield from ((f"{one}: {name}", partial(read, HOSTILE[name], one), 10_000) for name in HOSTILE)
    yield from ((f"page: {name}", partial(page_of, PARTS[name]), 5000) for name in PARTS)
    yield from ((f"style sheet: {css}", partial(sheet_of, css), 20_000) for css in SHEETS)
    yield from ((f"numerals: {unit}", partial(numerals_of, unit), 5000) for unit in UNITS)
    for kind in FIND:
        yield from ((f"{kind}: {name}", partial(found, kind, VALUES[name]), 1000) for name in VALUES)


def _timed(work: Work, size: int) -> tuple[float, float]:
    """The least seconds of some rounds for a size and for twice the size."""
    return min(_seconds(work, size) for _ in range(_ROUNDS)), min(_seconds(work, 2 * size) for _ in range(_ROUNDS))


def _seconds(work: Work, size: int) -> float:
    do = work(size)
    begun = process_time()
    do()
    return process_time() - begun


if __name__ == "__main__":
    main()
