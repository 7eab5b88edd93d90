"""Pairs written by an author who knew none of the rules (`tests/pairs`), and how each kind does beside the bench.

The `development` pairs were read while the rules were mended, the `holdout` ones were not.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

_FOLDER = Path(__file__).resolve().parents[1] / "tests" / "pairs"

# The kinds of the bench that hold changes of a kind of these pairs.
BENCH_KINDS = {
    "number": ("number", "number_word", "magnitude", "cardinals", "ordinals"),
    "money": ("currency",),
    "date": ("year",),
    "month": ("month",),
    "weekday": ("weekday",),
    "unit": ("unit",),
    "negation": ("negation_added", "negation_removed"),
    "quantifier": ("quantifier",),
    "hedge": ("hedge_added", "hedge_removed"),
    "opposite": ("direction", "antonyms", "time"),
    "attribution": ("attribution",),
    "name": ("names_exchanged", "countries", "nationalities"),
}


class Row(NamedTuple):
    """One pair: the outcome that its author expects, and the kind of its difference."""

    id: str
    approved: str
    found: str
    outcome: str
    kind: str


def rows(part: str) -> Iterator[Row]:
    """The pairs of `development` or `holdout`."""
    for path in sorted((_FOLDER / part).glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield Row(row["id"], row["approved"], row["found"], row["outcome"], row["kind"])
