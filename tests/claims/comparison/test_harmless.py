"""Each class of harmless differences lets its examples pass, both ways, and none of its counter-examples."""

import pytest

from factspec.claims.anchored import Outcome
from factspec.claims.comparison.compare import compare, harmless_classes

CLASSES = {row.name: row for row in harmless_classes()}
NOT_SAME = [pytest.param(*pair, id=f"{name}: {pair[0]}") for name, row in CLASSES.items() for pair in row.not_same]
SAME = [pytest.param(*pair, id=f"{name}: {pair[0]}") for name, row in CLASSES.items() for pair in row.same]


@pytest.mark.parametrize("approved, found", NOT_SAME)
def test_what_a_class_must_not_let_pass(approved: str, found: str) -> None:
    assert compare(approved, found).outcome is not Outcome.SAME
    assert compare(found, approved).outcome is not Outcome.SAME


@pytest.mark.parametrize("approved, found", SAME)
def test_what_a_class_lets_pass(approved: str, found: str) -> None:
    assert compare(approved, found).outcome is Outcome.SAME
    assert compare(found, approved).outcome is Outcome.SAME


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_is_documented_for_users(name: str) -> None:
    row = CLASSES[name]
    assert row.name
    assert row.passes.endswith(".")
    assert row.never.endswith(".")
    assert row.same
    assert row.not_same


def test_no_two_classes_share_a_name() -> None:
    assert len({row.name for row in CLASSES.values()}) == len(CLASSES)


@pytest.mark.parametrize("name", [name for name, row in CLASSES.items() if not row.in_quotations])
def test_what_is_not_typography_does_not_pass_within_a_quotation(name: str) -> None:
    approved, found = CLASSES[name].same[0]
    assert compare(f'He said: "{approved} !"', f'He said: "{found} !"').outcome is not Outcome.SAME
