"""What each item contributes to the reports of a run; it travels as JSON, under xdist from another process."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pytest

from factspec.projects.verdict import Judged, Run, restored
from factspec.rules.finding import Finding

OF_THE_SPEC = -1
"""The number of what is about a spec, and about none of its articles."""


class RunPart(NamedTuple):
    """A part of a run.

    `file` is the spec's, or that of findings which belong to no spec. `article` is the number of the article, of
    `articles` that the spec has, that `judged` is about; it is empty if there are only findings that belong to no spec.
    `deselected` counts the items that were left out of the run.
    """

    file: str
    article: int = OF_THE_SPEC
    articles: int = 0
    judged: tuple[Judged, ...] = ()
    missing: tuple[Finding, ...] = ()
    deselected: int = 0


_DESELECTED = pytest.StashKey[int]()


def leave_out(items: Sequence[pytest.Item]) -> None:
    """Count the items of specs among those that are left out of a run."""
    stash = items[0].config.stash
    stash[_DESELECTED] = stash.get(_DESELECTED, 0) + sum(hasattr(item, "factspec_part") for item in items)


def written(part: RunPart, config: pytest.Config) -> str:
    """A part as JSON, with what is known of the run in this process."""
    return json.dumps(part._replace(deselected=config.stash.get(_DESELECTED, 0)), separators=(",", ":"))


def read(data: str) -> RunPart:
    """The part that was written so."""
    return restored(RunPart, json.loads(data))


def unjudged(parts: Iterable[RunPart]) -> Iterator[str]:
    """The paths of the specs of which an article was not judged, although another was, or the spec has mistakes."""
    left: dict[str, set[int]] = {}
    for part in parts:
        for one in part.judged:
            left.setdefault(one.path, set(range(part.articles))).discard(part.article)
    yield from (path for path, articles in left.items() if articles)


def run_of(parts: Iterable[RunPart], incomplete: str) -> Run:
    """The run that these are parts of; specs are in the order of their files."""
    judged: dict[str, dict[int, Judged]] = {}
    missing: dict[Finding, None] = {}
    for part in parts:
        missing.update(dict.fromkeys(part.missing))
        for one in part.judged:
            judged.setdefault(part.file, {})[part.article] = one
    specs = tuple(_together(articles) for _, articles in sorted(judged.items()))
    return Run(specs, tuple(sorted(missing)), incomplete=incomplete)


def _together(articles: dict[int, Judged]) -> Judged:
    """A spec with the reports of all its articles, in their order."""
    every = [one for _, one in sorted(articles.items())]
    return every[0]._replace(
        reports=tuple(report for one in every for report in one.reports),
        findings=tuple(finding for one in every for finding in one.findings),
        cached=all(one.cached for one in every),
    )
