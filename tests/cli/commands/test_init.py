"""`factspec init`: a spec is drafted and never overwritten."""

from tests.cli.conftest import Desk


def test_a_spec_that_is_there_is_not_overwritten(desk: Desk) -> None:
    before = desk.spec.read_bytes()
    assert desk.run("init", "articles/bridge.txt")[0] == 2
    assert desk.spec.read_bytes() == before
