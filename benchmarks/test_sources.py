"""Quotations compared with stored sources, with pytest-benchmark; each bound is in `extra_info`."""

import random
from itertools import accumulate
from typing import Any

import pytest

from benchmarks.projects import sentences
from factspec.claims.evidence.stored import StoredText
from factspec.projects.loading import parse_article
from factspec.projects.stored_texts import source_text
from factspec.rules.run import check
from factspec.specs.parsing import parse_spec

_SOURCES = 20
_WORDS = 50_000
_QUOTATIONS = 1_000
_IDS = ", ".join(map(str, range(1, _SOURCES + 1)))
_SPEC = f"factspec: 1\narticle: a.txt\nsources: [{_IDS}]\nclaims: [{{id: c, says: word word}}]\n"


def _vocabulary(chance: random.Random) -> list[str]:
    return ["".join(chance.choices("aeionrstlcdmup", k=chance.choice((2, 3, 4, 5, 6, 7, 8)))) for _ in range(8_000)]


def _texts(chance: random.Random) -> list[list[str]]:
    """The words of the sources, as frequent as words are in English: by Zipf's law."""
    words, weights = _vocabulary(chance), list(accumulate(1 / (rank + 3) for rank in range(8_000)))
    return [chance.choices(words, cum_weights=weights, k=_WORDS) for _ in range(_SOURCES)]


@pytest.mark.parametrize(
    ("altered", "bound"),
    [
        pytest.param(0, "2 s", id="all in a source"),
        pytest.param(20, "2 s", id="one in fifty in none"),
    ],
)
def test_1000_quotations_against_20_sources(benchmark: Any, altered: int, bound: str) -> None:
    benchmark.extra_info["bound"] = bound
    chance = random.Random(1)
    texts = _texts(chance)
    lines = []
    for number in range(_QUOTATIONS):
        source = texts[number % _SOURCES]
        at = chance.randrange(_WORDS - 20)
        words = source[at : at + 12]
        if number < altered:
            words[5] = "zeppelin"
        lines.append(f'"{" ".join(words)}," Ada Holm said [1-{_SOURCES}].')
    article = parse_article("\n\n".join(lines).encode(), "text", path="articles/a.txt")
    spec = parse_spec(_SPEC.encode(), "specs/a.factspec.yaml")

    def held() -> Any:
        stored = {str(number): StoredText(text=" ".join(words)) for number, words in enumerate(texts, 1)}
        return check(spec, article, sources=stored)

    report = benchmark.pedantic(held, rounds=3)
    assert report.article.quotations_found == _QUOTATIONS - altered
    assert sum(finding.rule == "quote-not-in-source" for finding in report.findings) == altered


def test_a_source_of_20_megabytes(benchmark: Any) -> None:
    benchmark.extra_info["bound"] = "10 s"
    text = "\n".join(sentences(10_000, 3))
    data = (text * (20_000_000 // len(text))).encode()
    stored = benchmark.pedantic(source_text, (data, "a.txt"), rounds=1)
    assert not stored.problem
