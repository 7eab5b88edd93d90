"""Every benign class lets its examples pass, both ways, and none of its counter-examples."""

import pytest

from factspec.comparison.compare import compare
from factspec.comparison.explanation import benign_classes
from factspec.comparison.model import Outcome

CLASSES = {module.__name__.rpartition(".")[2]: module for module in benign_classes()}
NOT_SAME = [
    pytest.param(*pair, id=f"{name}: {pair[0]}") for name, module in CLASSES.items() for pair in module.NOT_SAME
]
SAME = [pytest.param(*pair, id=f"{name}: {pair[0]}") for name, module in CLASSES.items() for pair in module.SAME]


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
    module = CLASSES[name]
    assert module.__doc__
    assert module.NAME
    assert module.PASSES.endswith(".")
    assert module.NEVER.endswith(".")
    assert module.SAME
    assert module.NOT_SAME
    assert isinstance(module.IN_QUOTATIONS, bool)


def test_no_two_classes_share_a_name() -> None:
    assert len({module.NAME for module in CLASSES.values()}) == len(CLASSES)


@pytest.mark.parametrize("name", [name for name, module in CLASSES.items() if not module.IN_QUOTATIONS])
def test_what_is_not_typography_does_not_pass_within_a_quotation(name: str) -> None:
    approved, found = CLASSES[name].SAME[0]
    assert compare(f'He said: "{approved} !"', f'He said: "{found} !"').outcome is not Outcome.SAME
