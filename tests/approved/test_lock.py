"""The lock as values."""

from datetime import date

import pytest

from factspec.approved.lock import EMPTY, Approval, Context, waiver_key, with_approvals, without
from factspec.specs.model import Waiver

ONE = Approval("Ada Lind", date(2026, 5, 20), "0123456789abcdef", (Context("It rained."),))


def test_entries_are_added_and_removed() -> None:
    lock = with_approvals(EMPTY, {("rain", "a.txt"): ONE, ("dry", "a.txt"): ONE}, {})
    assert without(lock, [("rain", "a.txt")]) == EMPTY._replace(approvals={("dry", "a.txt"): ONE})


WAIVERS = [
    Waiver("uncited", ("It is wide.",), "known", 0),
    Waiver("uncited", ("It is wide.",), "known", 0, occurrence=2),
    Waiver("uncited", ("It is wide.",), "known", 0, occurrence=-1),
    Waiver("uncited", ("It is wide.", "So?"), "known", 0),
    Waiver("uncited", ("It is wide. So?", "So?"), "known", 0),
    Waiver("uncited", ("article",), "known", 0),
    Waiver("uncited", (), "known", 0, section="It is wide."),
    Waiver("uncited", (), "known", 0, article=True),
    Waiver("uncovered", (), "known", 0, article=True),
]


def test_waivers_of_other_places_have_other_names() -> None:
    assert len(set(map(waiver_key, WAIVERS))) == len(WAIVERS)


@pytest.mark.parametrize("waiver", WAIVERS)
def test_a_reason_and_a_day_are_no_part_of_the_name_of_a_waiver(waiver: Waiver) -> None:
    assert waiver_key(waiver) == waiver_key(waiver._replace(reason="told", line=7, until=date(2026, 5, 20)))
