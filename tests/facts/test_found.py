"""Facts of all kinds together: skipping kinds by their triggers never loses a fact."""

import json
from itertools import islice
from pathlib import Path

import pytest
import yaml

from factspec.facts.found import kinds, read_facts
from factspec.language.tokens import index_tokens, tokenize

TESTS = Path(__file__).parents[1]
_NOTHING: frozenset[str] = frozenset()
LINES = [
    "",
    "At 5 p.m. GMT on 3 May it fell 1/2 °C, €5m or 5 000 lb; the '90s didn't: 17:00, U.S. AIDS, 40-year-olds, 3½ km.",
    "Half a million pounds, 50p, A$5, 500 basis points and 5pc in Q3 FY2026, aged 45, noon, 5 o'clock in her forties.",
    *(
        row["found"]
        for path in sorted(TESTS.glob("pairs/development/*.yaml"))
        for row in yaml.safe_load(path.read_text("utf-8"))
    ),
    *(
        json.loads(line)["edited_text"]
        for line in (TESTS / "claims/comparison/pairs/factual.jsonl").read_text("utf-8").splitlines()
    ),
]


@pytest.mark.parametrize("kind", kinds())
def test_a_text_without_the_triggers_of_a_kind_has_no_fact_of_it(kind: str) -> None:
    module = kinds()[kind]
    triggers = module.TRIGGERS
    for line in LINES:
        tokens = tokenize(line)
        if triggers.isdisjoint(index_tokens(tokens, triggers).present):
            assert not triggers or not list(module.find(tokens)), line


@pytest.mark.parametrize("kind", kinds())
def test_indexed_tokens_have_the_same_facts(kind: str) -> None:
    module = kinds()[kind]
    triggers = _NOTHING.union(*(each.TRIGGERS for each in kinds().values()))
    for line in LINES:
        tokens = tokenize(line)
        if kind != "opposite":
            assert list(module.find(index_tokens(tokens, triggers | {"a", "an"}))) == list(module.find(tokens)), line


def test_a_long_text_is_read_too() -> None:
    facts = read_facts(tokenize("It fell 5 km on Tuesday. " * 2000))
    assert [fact.kind for fact in islice(facts, 2)] == ["measure", "weekday"]
    assert len(facts) == 4000
