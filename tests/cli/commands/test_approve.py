"""`factspec approve`: what is written into the lock, and what is not."""

from collections.abc import Callable

import pytest
from tests.cli.conftest import Desk, Typed
from tests.older_locks import as_version_1


def names(desk: Desk) -> set[str]:
    return {claim for claim, _ in desk.locked().approvals} if desk.lock.exists() else set()


def test_claims_that_stand_are_approved_and_one_under_a_denial_is_not(desk: Desk) -> None:
    code, out = desk.run("approve", "--by", "Ada Lind")
    assert (code, names(desk)) == (1, {"closed", "repair", "hold"})
    assert "3 claims approved" in out
    assert "not approved: safe: its sentence has the attribution denied; look, then use --yes" in out


WAIVER = "waivers:\n  - {rule: uncited, at: It is old., reason: own voice}\n"


def test_waivers_are_approved_with_the_spec_and_not_with_a_claim(desk: Desk) -> None:
    desk.spec.write_text(desk.spec.read_text() + WAIVER)
    desk.edit("The mayor", "It is old. The mayor")
    desk.run("approve", "specs/bridge.factspec.yaml::repair", "--by", "Ada")
    assert desk.locked().waivers == {}
    code, out = desk.run("approve", "--yes", "--by", "Ada")
    assert (code, out.splitlines(keepends=True)[0]) == (
        0,
        "specs/bridge.factspec.yaml: 5 sentences, 3 claims and 1 waiver approved\n",
    )
    assert ((desk.locked().waivers or {})["uncited", "It is old."].by, desk.rules()) == ("Ada", [])
    desk.spec.write_text(desk.spec.read_text().replace(WAIVER, WAIVER.replace("old", "new")))
    assert "claim-unapproved" in desk.rules()


def test_a_source_is_approved_as_it_is_now(desk: Desk) -> None:
    desk.approve()
    for path in (desk.article, desk.spec):
        path.write_text(path.read_text().replace("https://log.example/repair", "https://log.example/x"))
    assert desk.rules() == ["approval-stale"]
    assert desk.run("approve", "--by", "Ada") == (0, "specs/bridge.factspec.yaml: 1 source approved\n")
    assert (desk.locked().sources["2"].url, desk.rules()) == ("https://log.example/x", [])


def test_what_is_not_read_is_recorded_once_and_not_approved_along(desk: Desk) -> None:
    desk.approve()
    before = desk.lock.read_bytes()
    desk.edit("City Log", "City Log, which lies,")
    assert desk.rules() == ["unread-changed"]
    code, out = desk.run("approve", "--yes", "--by", "Ada")
    assert (code, desk.lock.read_bytes()) == (1, before)
    assert "not approved: what factspec does not read has changed: 1 source description [unread-changed]" in out
    desk.edit("takes two weeks", "takes about two weeks")
    desk.run("accept", "--yes", "--by", "Ada", "specs/bridge.factspec.yaml::repair")
    assert "unread-changed" in desk.rules()


def test_what_the_lock_of_an_older_factspec_does_not_have_is_recorded(desk: Desk) -> None:
    desk.spec.write_text(desk.spec.read_text() + WAIVER)
    desk.edit("The mayor", "It is old. The mayor")
    desk.approve()
    now = desk.locked()
    desk.lock.write_text(as_version_1(now, without={"cites"}))
    desk.edit("City Log", "City Log, which lies,")
    assert desk.rules() == []
    assert desk.run("approve", "--yes", "--by", "Bo")[0] == 0
    after = desk.locked()
    assert (after.waivers or {})["uncited", "It is old."].by == "Bo"
    assert (after.sources, after.unread.keys()) == (now.sources, now.unread.keys())
    assert desk.rules() == []


def test_what_a_person_saw_is_settled_and_counted(desk: Desk) -> None:
    desk.spec.write_text(desk.spec.read_text().replace("sources:", "sources:\n  - {id: 3, URL: https://log.example/3}"))
    assert desk.rules() == ["claim-reframed", "citation-unused"]
    desk.approve()
    assert desk.rules() == []
    assert "settled: 1 note seen when the article was approved" in desk.run("check", "--no-cache")[1]
    desk.spec.write_text(desk.spec.read_text().replace("sources:", "sources:\n  - {id: 4, URL: https://log.example/4}"))
    assert desk.rules() == ["citation-unused"]


def test_the_second_time_nothing_is_written(desk: Desk) -> None:
    desk.approve()
    before = desk.lock.read_bytes(), desk.lock.stat().st_mtime_ns
    assert desk.run("approve", "--by", "Bo Ek") == (0, "specs/bridge.factspec.yaml: nothing new to approve\n")
    assert (desk.lock.read_bytes(), desk.lock.stat().st_mtime_ns) == before


def test_with_yes_and_the_frame_in_the_lock_the_spec_is_green(desk: Desk) -> None:
    desk.approve()
    assert names(desk) == {"closed", "repair", "safe", "hold"}
    assert desk.rules() == []


def test_a_name_that_is_not_utf8(desk: Desk) -> None:
    code, _ = desk.run("approve", "--yes", "--by", "J\udce9rg")
    assert (code, desk.rules()) == (0, [])


def test_the_lock_says_who_when_and_in_what_sentence(desk: Desk) -> None:
    desk.run("approve", "specs/bridge.factspec.yaml::repair", "--by", "Ada Lind <ada@example.org>")
    entry = desk.locked().approvals["repair", "../articles/bridge.txt"]
    assert entry.by == "Ada Lind <ada@example.org>"
    assert [one.sentence for one in entry.contexts] == ["Engineers said the repair takes two weeks."]
    assert names(desk) == {"repair"}


def test_a_claim_that_fails_is_not_approved(desk: Desk) -> None:
    desk.edit("on Monday", "on Tuesday")
    code, out = desk.run("approve", "--yes", "--by", "Ada")
    assert (code, names(desk)) == (1, {"repair", "safe", "hold"})
    assert "not approved: closed: weekday Monday → Tuesday (claim 'closed') [claim-changed]" in out


def test_a_changed_sentence_is_not_approved_along(desk: Desk) -> None:
    desk.approve()
    desk.edit("takes two weeks", "takes two weeks at most")
    before = desk.lock.read_bytes()
    assert desk.run("approve", "--yes", "--by", "Ada")[0] == 1
    assert desk.lock.read_bytes() == before


@pytest.mark.parametrize(("answer", "approved"), [("y\n", True), ("n\n", False), ("\n", False), (None, False)])
def test_in_a_terminal_it_asks(desk: Desk, typed: Callable[..., Typed], answer: str | None, approved: bool) -> None:
    screen, code = typed("approve", "--by", "Ada", answers=[answer])
    assert "bridge.factspec.yaml::safe: its sentence has the attribution denied" in screen
    assert ("safe" in names(desk), code) == (approved, 0 if approved else 1)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["specs/bridge.factspec.yaml::gone"], "has no claim 'gone'", id="no such claim"),
        pytest.param(["specs/gone.factspec.yaml"], "no such file", id="no such spec"),
        pytest.param(["articles/bridge.txt"], "this is not a spec", id="an article"),
    ],
)
def test_a_wrong_call(desk: Desk, words: list[str], message: str) -> None:
    code, out = desk.run("approve", "--by", "Ada", *words)
    assert (code, message in out, desk.lock.exists()) == (2, True, False)


def test_nobody_approves_without_a_name(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    code, out = desk.run("approve")
    assert (code, desk.lock.exists()) == (2, False)
    assert "--by NAME" in out


def test_a_spec_with_a_mistake_is_not_approved(desk: Desk) -> None:
    desk.spec.write_text(desk.spec.read_text().replace("says", "sais"))
    code, out = desk.run("approve", "--by", "Ada")
    assert code == 2
    assert "specs/bridge.factspec.yaml:9:5: unknown key `sais` in a claim [spec-invalid]: did you mean `says`?" in out


def test_a_section_is_recorded_so_that_later_additions_are_not_waived(desk: Desk) -> None:
    desk.article.write_text("Notes\n=====\n\nIt is wide. It is old.\n")
    (desk.article.parent / "bridge.md").write_text("## Notes\n\nIt is wide. It is old.\n")
    desk.spec.write_text(
        "factspec: 1\narticle: ../articles/bridge.md\nstrict: true\nsources: [1]\n"
        "waivers:\n  - {rule: uncited, at: {section: Notes}, reason: ours}\n"
        "  - {rule: uncovered, at: Notes, reason: a title}\n"
    )
    assert desk.run("approve", "--by", "Ada")[0] == 0
    assert desk.rules() == []
    (desk.article.parent / "bridge.md").write_text("## Notes\n\nIt is wide. It is old. It fell down in May.\n")
    assert desk.rules() == ["text-changed"]


def test_a_sentence_that_is_new_in_a_waived_section_is_not_waived(desk: Desk) -> None:
    article = desk.article.parent / "bridge.md"
    article.write_text("## Notes\n\nIt is wide. It is old.\n\n## Facts\n\nIt is shut [1].\n")
    desk.spec.write_text(
        "factspec: 1\narticle: ../articles/bridge.md\nsources: [1]\n"
        "waivers:\n  - {rule: uncited, at: {section: Notes}, reason: ours}\n"
        "rules: {uncovered: off}\n"
    )
    (desk.article.parents[1] / "pyproject.toml").write_text('[tool.factspec]\nspecs_may_relax = ["uncovered"]\n')
    assert desk.run("approve", "--by", "Ada")[0] == 0
    assert desk.rules() == []
    article.write_text("## Notes\n\nIt is wide. It is old. It is open.\n\n## Facts\n\nIt is shut [1].\n")
    assert desk.rules() == ["uncited"]


def test_an_article_with_a_new_path_keeps_what_was_recorded_as_not_read(desk: Desk) -> None:
    desk.approve()
    desk.edit("City Log", "City Log, which lies,")
    moved = desk.article.with_name("span.txt")
    desk.article.rename(moved)
    desk.spec.write_text(desk.spec.read_text().replace(desk.article.name, moved.name))
    desk.run("approve", "--yes", "--by", "Ada")
    assert "unread-changed" in desk.rules()
