"""The engine by itself, with pytest-benchmark: comparing, anchoring, and how time grows with text and claims.

Each benchmark carries its bound in `extra_info`, in milliseconds where it is one; nothing fails here.
"""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from benchmarks.projects import article, sentences, spec
from factspec.claims.comparison.compare import compare
from factspec.claims.index import index_of
from factspec.projects.loading import parse_article
from factspec.rules.run import anchor, check
from factspec.specs.parsing import parse_spec

Benchmark = Callable[..., Any]

_LEFT = (
    "The harbour board said on Tuesday that it had set aside 2.4 million crowns for the repair of the old northern "
    "lock, which has been closed to barges since the middle of last March"
)
_RIGHT = _LEFT.replace("Tuesday", "Thursday").replace("closed to", "shut for")
_NUMBERS = count(100)


def _unseen() -> tuple[tuple[str, str], dict[str, Any]]:
    """A pair of sentences that no cache has seen."""
    number = str(next(_NUMBERS))
    return (_LEFT.replace("2.4", number), _RIGHT.replace("2.4", number)), {}


def _changed(lines: list[str]) -> list[str]:
    return [line.replace("under file", "under the file").replace("ed ", "ing ", 1) for line in lines]


def test_compare_equal_sentences(benchmark: Any) -> None:
    benchmark.extra_info["bound"] = "20 µs"
    benchmark(compare, _LEFT, _LEFT)


def test_compare_differing_sentences_at_first_sight(benchmark: Any) -> None:
    benchmark.extra_info["bound"] = "300 µs"
    benchmark.pedantic(compare, setup=_unseen, rounds=1000)


@pytest.mark.parametrize(
    ("change", "bound"),
    [pytest.param(list, "5 ms", id="as approved"), pytest.param(_changed, "25 ms", id="all changed")],
)
def test_anchor_30_claims(benchmark: Any, change: Callable[[list[str]], list[str]], bound: str) -> None:
    benchmark.extra_info["bound"] = bound
    lines = sentences(46, 1)
    claims = parse_spec(spec("a", lines, 30).encode(), "specs/a.factspec.yaml").claims
    parsed = parse_article(article(change(lines)).encode(), "text")
    benchmark(lambda: [anchor(claim, index) for index in [index_of(parsed)] for claim in claims])


@pytest.mark.benchmark(group="growth: the largest is at most 12 times the one before")
@pytest.mark.parametrize(
    ("words", "claims"),
    [
        pytest.param(46, 20, id="1,000 words"),
        pytest.param(460, 20, id="10,000 words"),
        pytest.param(4600, 20, id="100,000 words"),
        pytest.param(1000, 100, id="100 claims"),
        pytest.param(1000, 1000, id="1,000 claims"),
    ],
)
def test_check(benchmark: Any, words: int, claims: int) -> None:
    lines = sentences(words, 2)
    loaded = parse_spec(spec("a", lines, claims).encode(), "specs/a.factspec.yaml")
    data = article(lines).encode()
    benchmark.pedantic(
        lambda: check(loaded, parse_article(data, "text", path="articles/a.txt")), rounds=3, warmup_rounds=1
    )
