"""`factspec review`: a person at a terminal, one decision after another."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import SPEC, Desk, Typed
from tests.older_locks import as_version_1

Review = Callable[..., Typed]


@pytest.fixture
def review(desk: Desk, typed: Callable[..., Typed]) -> Review:
    desk.approve()

    def run(*answers: str | None, columns: int = 80, words: tuple[str, ...] = (), **environment: str) -> Typed:
        return typed("review", "--by", "Bo Ek", *words, answers=answers, columns=columns, **environment)

    return run


def test_nothing_to_decide(desk: Desk, review: Review) -> None:
    before = desk.lock.read_bytes()
    assert review() == Typed("specs/bridge.factspec.yaml: nothing left to decide\n", 0)
    assert (desk.spec.read_text(), desk.lock.read_bytes()) == (SPEC, before)


def test_other_words_take_one_key(desk: Desk, review: Review) -> None:
    desk.edit("cracks were found", "cracks were discovered")
    screen, code = review("a")
    assert code == 0
    assert screen.splitlines()[1] == "specs/bridge.factspec.yaml:9  1 of 1"
    assert "after 3 cracks were discovered." in " ".join(desk.spec.read_text().split())
    entry = desk.locked().approvals["closed", "../articles/bridge.txt"]
    assert entry.by == "Bo Ek"
    assert entry.contexts[0].sentence.endswith("discovered.")
    assert desk.rules() == []


def test_a_changed_fact_must_be_typed(desk: Desk, review: Review) -> None:
    desk.edit("on Monday", "on Tuesday")
    assert review("a", "\n", "a", "Monday\n", "q").code == 1
    assert desk.spec.read_text() == SPEC
    screen, code = review("a", "tuesday\n")
    assert (code, desk.rules()) == (0, [])
    assert "weekday Monday → Tuesday (claim 'closed')" in screen


def test_skipping_leaves_it_open(desk: Desk, review: Review) -> None:
    desk.edit("on Monday", "on Tuesday")
    desk.edit("two weeks", "six weeks")
    screen, code = review("s", "a", "six weeks\n")
    assert (code, desk.rules()) == (1, ["claim-changed"])
    assert "2 of 2" in screen
    assert screen.rstrip().endswith("1 skipped")


@pytest.mark.parametrize("answer", ["q", None, "\x03"], ids=["q", "end of input", "Ctrl-C"])
def test_leaving_keeps_what_was_decided(desk: Desk, review: Review, answer: str | None) -> None:
    desk.edit("cracks were found", "cracks were discovered")
    desk.edit("two weeks", "six weeks")
    screen, code = review("a", answer)
    assert (code, desk.rules()) == (1, ["claim-changed"])
    assert "Stopped. What was decided is written." in screen


@pytest.mark.parametrize("answers", [("a", None), ("a", "\x03")], ids=["end of input", "Ctrl-C"])
def test_leaving_while_typing_accepts_nothing(desk: Desk, review: Review, answers: tuple[str | None, ...]) -> None:
    desk.edit("on Monday", "on Tuesday")
    assert review(*answers).code in {1, 130}
    assert desk.spec.read_text() == SPEC


def test_a_claim_is_dropped_with_its_approval(desk: Desk, review: Review) -> None:
    desk.edit('"It will hold," said Ada Lind [2].', "")
    review("d", "n\n", "q")
    assert desk.spec.read_text() == SPEC
    assert review("d", "y\n").code == 0
    assert "hold" not in desk.spec.read_text()
    assert ("hold", "../articles/bridge.txt") not in desk.locked().approvals
    assert desk.rules() == []


def test_an_unaccounted_sentence_is_waived_with_a_reason(desk: Desk, review: Review) -> None:
    desk.edit('"It will hold,"', 'It is a pity. "It will hold,"')
    assert desk.rules() == ["uncited"]
    screen, code = review("w", "\n", "w", "our own words\n")
    assert (code, desk.rules()) == (0, [])
    assert "Why is it right as it is?" in screen
    assert "reason: our own words" in desk.spec.read_text()
    assert desk.spec.read_text().startswith(SPEC)


def test_one_sentence_is_one_decision_however_many_claims_it_has(desk: Desk, review: Review) -> None:
    desk.spec.write_text(SPEC + "  - {id: weeks, says: the repair takes two weeks}\n")
    desk.approve()
    desk.edit("Engineers said", "Engineers gladly said")
    screen, code = review("a")
    assert (code, desk.rules()) == (0, [])
    assert "the approved sentence of 'repair', 'weeks'" in screen.replace("\n", " ")


def test_an_article_that_nobody_approved_is_read_first(desk: Desk, typed: Callable[..., Typed]) -> None:
    desk.lock.write_text('{"claims": {}, "factspec-lock": 1}')
    desk.edit("cracks were found", "cracks were discovered")
    screen, code = typed("review", "--by", "Bo", answers=["r", "a", "a", "denied\n"])
    assert (code, desk.rules()) == (0, [])
    assert screen.index("section 1 of 1") < screen.index("1 of 2") < screen.index("2 of 2")


EDITORS = {
    "mend": "#!/bin/sh\nsed -i 's/on Monday/on Tuesday/' \"$1\"\n",
    "fail": "#!/bin/sh\nexit 3\n",
    "nothing": "#!/bin/sh\n",
    "break": "#!/bin/sh\nprintf 'factspec: [' > \"$1\"\n",
    "empty": '#!/bin/sh\n: > "$1"\n',
    "remove": '#!/bin/sh\nrm "$1"\n',
}


def editor(folder: Path, name: str) -> str:
    path = folder / name
    path.write_text(EDITORS[name])
    path.chmod(0o755)
    return str(path)


def test_a_spec_is_edited_by_hand(desk: Desk, review: Review, tmp_path: Path) -> None:
    desk.edit("on Monday", "on Tuesday")
    screen, code = review("e", "a", EDITOR=editor(tmp_path, "mend"), VISUAL="")
    assert (code, desk.rules()) == (0, [])
    assert "was edited after it was approved" in screen


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("fail", "ended with code 3"),
        ("nothing", "nothing was changed"),
        ("break", "factspec.yaml:1:"),
        ("empty", "the spec is empty"),
        ("remove", "does not exist"),
        ("", "no editor is known"),
        ("/nowhere/at/all", "cannot be started"),
        ("vi 'a", "has a quotation mark that is not closed"),
    ],
)
def test_an_editor_that_does_not_help(desk: Desk, review: Review, tmp_path: Path, name: str, message: str) -> None:
    desk.edit("on Monday", "on Tuesday")
    command = editor(tmp_path, name) if name in EDITORS else name
    screen, code = review("e", "q", EDITOR=command, VISUAL="")
    assert (code, desk.spec.read_text()) == (1, SPEC)
    assert message in screen.replace("\n", " ")


def test_a_file_that_changed_meanwhile_is_not_overwritten(desk: Desk, review: Review, tmp_path: Path) -> None:
    desk.edit("cracks were found", "cracks were discovered")
    script = tmp_path / "meddle"
    script.write_text(f"#!/bin/sh\nprintf '# mine\\n' >> {desk.spec}\n")
    script.chmod(0o755)
    screen, code = review("e", "a", EDITOR=str(script), VISUAL="")
    assert (code, desk.spec.read_text()) == (2, SPEC + "# mine\n")
    assert "changed by somebody else" in screen.replace("\n", " ")


def test_an_article_that_changed_meanwhile_is_looked_at_again(desk: Desk, review: Review, tmp_path: Path) -> None:
    desk.edit("cracks were found", "cracks were discovered")
    script = tmp_path / "meddle"
    script.write_text(f"#!/bin/sh\nsed -i 's/discovered/seen/' {desk.article}\n")
    script.chmod(0o755)
    screen, code = review("e", "a", "q", EDITOR=str(script), VISUAL="")
    assert (code, desk.spec.read_text()) == (1, SPEC)
    assert "an article was changed meanwhile" in screen


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("colour", ["plain", "colour"])
def test_no_line_is_wider_than_the_terminal(desk: Desk, review: Review, columns: int, colour: str) -> None:
    desk.edit("on Monday", "on the first Tuesday of a long, wet and windy month in the north of the country")
    more = {"NO_COLOR": "", "FORCE_COLOR": "1"} if colour == "colour" else {}
    screen, _ = review("q", columns=columns, **more)
    assert ("\x1b[1m" in screen) is (colour == "colour")
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m"):
        screen = screen.replace(code, "")
    assert max(map(len, screen.splitlines())) <= columns
    assert "^" in screen


def test_text_of_strangers_cannot_move_the_cursor(desk: Desk, review: Review) -> None:
    desk.edit("cracks were found", "cracks \x1b]0;x\u202ewere discovered")
    screen, _ = review("q")
    assert "\x1b" not in screen
    assert "\u202e" not in screen
    assert "\\x1b]0;x" in screen


def test_in_ci_nobody_decides(review: Review) -> None:
    screen, code = review(CI="true")
    assert code == 2
    assert "factspec accept" in screen


def test_without_a_terminal_accept_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    code, out = desk.run("review", "--by", "Ada")
    assert code == 2
    assert "factspec accept SPEC --yes" in out


def test_only_the_named_claim_is_asked_about(desk: Desk, review: Review) -> None:
    desk.edit("cracks were found", "cracks were discovered")
    desk.edit("two weeks", "six weeks")
    assert review("a", words=("specs/bridge.factspec.yaml::closed",)).code == 0
    assert desk.rules() == ["claim-changed"]


def test_a_lock_with_merge_markers_is_one_clear_error(desk: Desk, review: Review) -> None:
    desk.lock.write_text("<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n")
    screen, code = review()
    assert code == 2
    assert "specs/bridge.factspec.lock:1:1" in screen
    assert desk.rules() == ["spec-invalid"]


def test_a_new_sentence_is_approved_with_one_key(desk: Desk, review: Review) -> None:
    desk.edit('"It will hold,"', 'The toll rose to 4 crowns. "It will hold,"')
    assert review("a").code == 0
    assert desk.spec.read_text() == SPEC
    lines = [line.text for line in desk.locked().articles["../articles/bridge.txt"]]
    assert "The toll rose to 4 crowns." in lines
    assert desk.rules() == []


def test_a_dropped_fact_is_typed_as_it_was(desk: Desk, review: Review) -> None:
    desk.edit("after 3 cracks", "after cracks")
    screen, code = review("a", "3\n")
    assert (code, desk.rules()) == (0, [])
    assert "A fact is gone. To accept it, type what is no longer said: 3" in screen


def test_exchanged_names_can_be_typed(desk: Desk, review: Review) -> None:
    spec = desk.spec.read_text()
    desk.spec.write_text(f"{spec}  - id: met\n    says: Ada Lind met Bo Ek in Oslo.\n")
    desk.edit("The mayor", "Ada Lind met Bo Ek in Oslo [1]. The mayor")
    assert desk.run("approve", "--by", "Ada")[0] == 0
    desk.edit("Ada Lind met Bo Ek", "Bo Ek met Ada Lind")
    screen, code = review("a", "Bo Ek\n")
    assert (code, desk.rules()) == (0, [])
    assert "Names changed places" in screen


def test_the_whole_sentence_is_shown_for_an_approval(desk: Desk, review: Review) -> None:
    desk.spec.write_text(desk.spec.read_text() + "  - id: day\n    facts: [bridge, Monday]\n")
    screen, code = review("a")
    assert (code, desk.rules()) == (0, [])
    shown = " ".join(screen.split())
    assert "facts bridge; Monday" in shown
    assert "sentence The bridge closed on Monday after 3 cracks were found." in shown.replace("^", "")


def test_what_was_added_to_a_waived_sentence_is_asked_once(desk: Desk, review: Review) -> None:
    voice = "The old bridge has been loved."
    desk.spec.write_text(f"{desk.spec.read_text()}waivers:\n  - {{rule: uncited, at: {voice}, reason: own voice}}\n")
    desk.edit("The mayor", f"{voice} The mayor")
    assert desk.rules() == ["claim-unapproved"]
    desk.approve()
    assert desk.rules() == []
    desk.edit("been loved.", "been loved for 80 years.")
    screen, code = review("a", "80 years\n")
    assert "1 of 1" in screen
    assert "type what the article says now" in screen
    assert (code, desk.rules()) == (0, [])


def test_a_new_waiver_is_approved_with_one_key(desk: Desk, review: Review) -> None:
    desk.spec.write_text(f"{desk.spec.read_text()}waivers:\n  - {{rule: uncited, at: It is …, reason: own voice}}\n")
    desk.edit("The mayor", "It is a pity. The mayor")
    screen, code = review("a")
    shown = (
        "this waiver of uncited is not approved [claim-unapproved] now It is … sentence It is a pity. reason own voice"
    )
    assert shown in " ".join(screen.split())
    assert (code, desk.rules()) == (0, [])


def test_waivers_on_one_line_are_approved_one_by_one(desk: Desk, review: Review) -> None:
    one, other = (f"{{rule: uncited, at: {at}, reason: own voice}}" for at in ("It is a …", "It was …"))
    desk.spec.write_text(f"{desk.spec.read_text()}waivers: [{one}, {other}]\n")
    desk.edit("The mayor", "It is a pity. It was bad. The mayor")
    assert review("s", "a").code == 1
    assert list(desk.locked().waivers or {}) == [("uncited", "It was …")]
    assert review("a").code == 0
    assert desk.rules() == []


def test_a_waiver_made_here_is_approved(desk: Desk, review: Review) -> None:
    desk.spec.write_text(desk.spec.read_text().replace("sources:", "strict: true\nsources:"))
    desk.edit("The mayor", "It is a pity. The mayor")
    assert review("w", "own voice\n").code == 0
    assert list(desk.locked().waivers or {}) == [("text-changed", "It is a pity.")]
    assert desk.rules() == []


def test_a_changed_source_and_what_is_not_read_take_one_key_each(desk: Desk, review: Review) -> None:
    for path in (desk.article, desk.spec):
        path.write_text(path.read_text().replace("https://log.example/repair", "https://log.example/x"))
    desk.edit("City Log", "City News")
    screen, code = review("a", "a")
    assert "approved  source description: [2] City Log" in screen
    assert "now       source description: [2] City News" in screen
    assert "approved  https://log.example/repair" in screen
    assert (code, desk.rules()) == (0, [])


def test_another_citation_takes_one_key(desk: Desk, review: Review) -> None:
    desk.edit("is safe [1]", "is safe [2]")
    screen, code = review("a")
    assert "citation [1] → [2] (the approved sentence of 'safe') [context-changed]" in " ".join(screen.split())
    assert "sentence  The mayor denied that the bridge is safe." in screen
    assert (code, desk.rules()) == (0, [])


def test_a_citation_is_not_accepted_along_with_other_words(desk: Desk, review: Review) -> None:
    desk.edit("is safe [1]", "is sound [2]")
    screen, code = review("a", "[2]\n")
    assert "citation [1] → [2]. To accept it, type that as well:" in screen
    assert (code, desk.rules()) == (0, [])


def test_one_answer_settles_the_other_claims_of_the_sentence(desk: Desk, review: Review) -> None:
    desk.spec.write_text(desk.spec.read_text() + "  - id: denial\n    facts: [mayor, denied]\n")
    desk.approve()
    desk.edit("the bridge is safe", "the bridge is sound")
    desk.edit("said Ada Lind", "said Ada Lind on Monday")
    screen, code = review("a", "a", "Monday\n")
    assert (code, desk.rules()) == (0, [])
    assert screen.index("'safe' reworded") < screen.index("on Monday")
    assert "'denial'" not in screen


def test_a_fact_that_changed_beside_a_reworded_claim_must_be_typed(desk: Desk, review: Review) -> None:
    desk.edit("denied that the bridge is safe", "never denied that the bridge is sound")
    screen, code = review("a", "\n", "q")
    assert (code, desk.spec.read_text()) == (1, SPEC)
    assert "In a sentence that is approved too, negation added: never." in " ".join(screen.split())
    assert review("a", "never\n").code == 0
    assert desk.rules() == []


def test_a_number_is_typed_although_its_digits_are_part_of_another(desk: Desk, review: Review) -> None:
    desk.spec.write_text(f"{SPEC}  - {{id: crew, says: 40 people}}\n")
    desk.edit("[1] Port", "The ferry took 40 people and 3 dogs [1].\n\n[1] Port")
    desk.approve()
    desk.edit("40 people and 3 dogs", "45 people and 5 dogs")
    screen, code = review("a", "45\n", "5\n", "q")
    assert (code, desk.rules()) == (0, [])
    assert "number 3 → 5" in " ".join(screen.split())


def test_what_the_cited_source_says_is_beside_the_claim(desk: Desk, review: Review) -> None:
    (desk.article.parent / "wire.txt").write_text(
        "Port Wire: the bridge was closed on Tuesday after cracks were found.\n"
    )
    text = desk.spec.read_text().replace("wire.example/bridge}", "wire.example/bridge, text: ../articles/wire.txt}")
    desk.spec.write_text(text)
    desk.edit("on Monday", "on Tuesday")
    screen, _ = review("q")
    assert "source 1" in screen
    assert "closed on Tuesday after cracks were found" in " ".join(screen.split())


def test_a_sentence_under_another_heading_takes_one_key_and_one_that_changed_too_its_heading(
    desk: Desk, review: Review
) -> None:
    desk.article.write_text("Rain\n\nIt rained in May.\n\nSnow\n\nIt froze in June. It thawed in July.\n")
    wordings = ("It rained in May.", "It froze in June.", "It thawed in July.")
    claims = "".join(f"  - {{id: c{at}, says: {words}}}\n" for at, words in enumerate(wordings))
    desk.spec.write_text(f"factspec: 1\narticle: ../articles/bridge.txt\nclaims:\n{claims}")
    desk.lock.unlink()
    desk.approve()
    desk.edit("Snow\n\nIt froze in June. It thawed in July.", "It froze in June. It melted in July.")
    screen, code = review("a", "a", "\n", "a", "Rain\n")
    assert (code, desk.rules()) == (0, [])
    assert 'under another heading: "Snow" → "Rain"' in " ".join(screen.split())
    assert "sentence It froze in June." in " ".join(screen.split())
    assert "is now under another heading. To accept it, type that as well:" in " ".join(screen.split())


def test_an_edited_claim_stays_approved_in_another_rendition_by_an_older_factspec(desk: Desk, review: Review) -> None:
    (desk.article.parent / "bridge.md").write_text("## Rain\n\nIt rained in May.\n")
    desk.article.write_text("Rain\n\nIt rained in May.\n")
    files = "[../articles/bridge.txt, ../articles/bridge.md]"
    desk.spec.write_text(f"factspec: 1\narticle: {files}\nclaims:\n  - id: rain\n    says: rained in May\n")
    desk.lock.unlink(missing_ok=True)
    desk.approve()
    desk.lock.write_text(as_version_1(desk.locked(), without={"under", "cites"}))
    desk.edit("in May.", "in May. It soon rained in May again.")
    screen, code = review("a", "May\n")
    assert (code, desk.rules()) == (0, []), screen


def test_a_sentence_of_a_waiver_that_is_gone_is_removed(desk: Desk, review: Review) -> None:
    waivers = "waivers:\n  - {rule: uncited, at: ['It is a pity.', Nobody minds.], reason: known}\n"
    desk.spec.write_text(SPEC + waivers)
    desk.edit('"It will hold,"', 'It is a pity. "It will hold,"')
    review("a", "q")
    assert desk.spec.read_text() == SPEC + waivers.replace(", Nobody minds.", "")
