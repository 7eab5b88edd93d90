"""`factspec log`: approvals in order of time."""

from datetime import date

from tests.cli.conftest import Desk

from factspec.approved.lock import without

SAFE = ("safe", "../articles/bridge.txt")


def test_nothing_is_approved_yet(desk: Desk) -> None:
    assert desk.run("log") == (0, "nothing is approved yet\n")


def test_in_order_of_time(desk: Desk) -> None:
    desk.approve()
    approvals = dict(desk.locked().approvals)
    approvals[SAFE] = approvals[SAFE]._replace(on=date(2020, 2, 3), by="Bo Ek")
    desk.write_lock(desk.locked()._replace(approvals=approvals))
    code, out = desk.run("log")
    lines = out.splitlines()
    assert (code, len(lines)) == (0, 4)
    assert lines[0] == "2020-02-03  specs/bridge.factspec.yaml::safe  Bo Ek"
    assert desk.run("log", "specs/bridge.factspec.yaml::safe")[1] == f"{lines[0]}\n"


def test_waivers(desk: Desk) -> None:
    desk.spec.write_text(desk.spec.read_text() + "waivers:\n  - {rule: uncited, at: It is a pity., reason: ours}\n")
    desk.edit('"It will hold,"', 'It is a pity. "It will hold,"')
    desk.approve()
    lines = desk.run("log")[1].splitlines()
    assert len(lines) == 5
    assert lines[0].endswith("specs/bridge.factspec.yaml  waiver of uncited: It is a pity.  Ada")


def test_a_broken_lock(desk: Desk) -> None:
    desk.lock.write_text("{")
    code, out = desk.run("log")
    assert code == 2
    assert "specs/bridge.factspec.lock:1:1: the lock is not JSON" in out


def test_a_claim_without_an_approval(desk: Desk) -> None:
    desk.approve()
    desk.write_lock(without(desk.locked(), [SAFE]))
    assert desk.run("log", "specs/bridge.factspec.yaml::safe") == (0, "the lock has no approval of 'safe'\n")


def test_a_claim_that_is_nowhere(desk: Desk) -> None:
    desk.approve()
    code, out = desk.run("log", "specs/bridge.factspec.yaml::nope")
    assert (code, out) == (
        2,
        "factspec log: specs/bridge.factspec.yaml has no claim 'nope', and its lock has no approval of it\n",
    )
