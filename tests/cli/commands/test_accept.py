"""`factspec accept`: what is accepted without asking, and what it writes."""

import pytest
from tests.cli.conftest import SPEC, Desk
from tests.older_locks import as_version_1

from factspec.approved.lock import without


def spec_after(desk: Desk) -> str:
    return desk.spec.read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _approved(desk: Desk) -> None:
    desk.approve()


def accept(desk: Desk, *words: str) -> tuple[int, str]:
    return desk.run("accept", "--by", "Ada", *words)


def test_without_a_change_nothing_is_written(desk: Desk) -> None:
    before = desk.lock.read_bytes()
    assert accept(desk, "--yes", "--facts") == (0, "specs/bridge.factspec.yaml: nothing to accept\n")
    assert (spec_after(desk), desk.lock.read_bytes()) == (SPEC, before)


def test_without_yes_nothing_is_accepted(desk: Desk) -> None:
    desk.edit("cracks were found", "cracks were discovered")
    code, out = accept(desk)
    assert (code, spec_after(desk)) == (1, SPEC)
    assert "not accepted: articles/bridge.txt:1:49" in out
    assert "--yes" in out


REWORDED = ("cracks were found", "cracks were discovered")
FACT = ("on Monday", "on Tuesday")
CITED = ("found [1]", "found [1, 2]")
SENTENCE = ("Engineers said", "Some engineers said")
DENIED = "denied that the bridge is safe"
QUOTED = ("It will hold", "It will not hold")


@pytest.mark.parametrize(
    ("edit", "words", "code"),
    [
        pytest.param(REWORDED, ["--yes"], 0, id="other words"),
        pytest.param(FACT, ["--yes"], 1, id="a fact without --facts"),
        pytest.param(FACT, ["--facts"], 1, id="--facts without --yes"),
        pytest.param(FACT, ["--yes", "--facts"], 0, id="a fact"),
        pytest.param(CITED, ["--yes"], 1, id="citations without --facts"),
        pytest.param(CITED, ["--yes", "--facts"], 0, id="citations"),
        pytest.param(QUOTED, ["--yes"], 1, id="a quotation without --facts"),
        pytest.param(QUOTED, ["--yes", "--facts"], 0, id="a quotation"),
        pytest.param(("bridge closed", "bridge partly closed"), ["--yes"], 1, id="an added word without --facts"),
        pytest.param(("bridge closed", "bridge partly closed"), ["--yes", "--facts"], 0, id="an added word"),
        pytest.param(("two weeks", "six weeks"), ["--yes", "--facts"], 0, id="a listed fact"),
        pytest.param(("said the repair", "said soberly the repair"), ["--yes"], 0, id="a sentence"),
        pytest.param(("denied", "never denied"), ["--yes"], 1, id="a denial without --facts"),
        pytest.param((DENIED, f"never {DENIED[:-4]}sound"), ["--yes"], 1, id="a denial beside a reworded claim"),
        pytest.param((DENIED, f"never {DENIED[:-4]}sound"), ["--yes", "--facts"], 0, id="both, with --facts"),
        pytest.param(("denied", "never denied"), ["--yes", "--facts"], 0, id="a denial"),
    ],
)
def test_what_is_accepted_is_green_and_the_second_time_changes_nothing(
    desk: Desk, edit: tuple[str, str], words: list[str], code: int
) -> None:
    desk.edit(*edit)
    assert desk.rules() != []
    assert accept(desk, *words)[0] == code
    assert (desk.rules() == []) is (code == 0)
    before = spec_after(desk), desk.lock.read_bytes()
    accept(desk, *words)
    assert (spec_after(desk), desk.lock.read_bytes()) == before


def test_every_other_byte_of_the_spec_stays(desk: Desk) -> None:
    desk.edit(*FACT)
    desk.edit(*CITED)
    code, out = accept(desk, "--yes", "--facts")
    assert code == 0
    assert "-      The bridge closed on Monday\n" in out
    assert "+    cites: [1, 2]    # the wire alone\n" in out
    changed = spec_after(desk).splitlines()
    assert [line for line in SPEC.splitlines() if line not in changed] == [
        "      The bridge closed on Monday",
        "    cites: [1]    # the wire alone",
    ]


def test_only_the_named_claim_is_accepted(desk: Desk) -> None:
    desk.edit(*REWORDED)
    desk.edit("two weeks", "six weeks")
    assert accept(desk, "specs/bridge.factspec.yaml::closed", "--yes", "--facts")[0] == 0
    assert desk.rules() == ["claim-changed"]


def test_a_claim_that_is_gone_is_never_dropped(desk: Desk) -> None:
    desk.edit('"It will hold," said Ada Lind [2].', "")
    code, out = accept(desk, "--yes", "--facts")
    assert (code, spec_after(desk)) == (1, SPEC)
    assert "drop the claim, or edit it" in out


def test_an_unknown_source_is_not_accepted(desk: Desk) -> None:
    desk.edit("found [1]", "found [7]")
    code, out = accept(desk, "--yes", "--facts")
    assert (code, spec_after(desk)) == (1, SPEC)
    assert "declare the source 7 first" in out


def test_a_renumbered_list_of_references(desk: Desk) -> None:
    text = desk.article.read_text().replace("[1]", "[x]").replace("[2]", "[1]").replace("[x]", "[2]")
    desk.article.write_text(text)
    assert accept(desk, "--yes", "--facts")[0] == 1
    assert accept(desk, "--renumber")[0] == 0
    assert "{id: 1, URL: https://wire.example/bridge, cited_as: 2}" in spec_after(desk)
    assert desk.rules() == []


def test_a_renumbered_list_is_one_decision_with_a_lock_too(desk: Desk) -> None:
    desk.approve()
    text = desk.article.read_text().replace("[1]", "[x]").replace("[2]", "[1]").replace("[x]", "[2]")
    desk.article.write_text(text)
    assert accept(desk, "--renumber")[0] == 0
    assert desk.rules() == []


def test_the_mode_of_the_files_stays(desk: Desk) -> None:
    desk.spec.chmod(0o640)
    desk.edit(*REWORDED)
    accept(desk, "--yes")
    assert desk.spec.stat().st_mode & 0o777 == 0o640
    assert not [path for path in desk.spec.parent.iterdir() if "tmp" in path.name or "pending" in path.name]


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_line_ends_and_a_byte_order_mark_stay(desk: Desk, line_end: str, mark: str) -> None:
    desk.spec.write_bytes((mark + SPEC.replace("\n", line_end)).encode())
    desk.edit(*REWORDED)
    assert accept(desk, "--yes")[0] == 0
    data = desk.spec.read_bytes()
    assert data.startswith(mark.encode() + b"factspec: 1" + line_end.encode())
    assert data.count(b"\n") == data.count(line_end.encode())
    assert desk.rules() == []


def test_a_spec_that_is_a_link_is_refused(desk: Desk) -> None:
    real = desk.spec.with_name("real.factspec.yaml")
    desk.spec.rename(real)
    desk.spec.symlink_to(real.name)
    desk.edit(*REWORDED)
    code, out = desk.run("accept", "--by", "Ada", "--yes", "specs/bridge.factspec.yaml")
    assert (code, real.read_text()) == (2, SPEC)
    assert "is a link" in out


def test_each_fact_that_one_value_replaces_is_written(desk: Desk) -> None:
    desk.spec.write_text(
        f"{desk.spec.read_text()}  - id: opened\n    facts: [Bo Ek, 240 pupils, 12 teachers, {{date: 2026-03-05}}]\n"
    )
    desk.edit("The mayor", "Bo Ek opened the school on 5 March 2026 with 240 pupils and 12 teachers [1]. The mayor")
    desk.approve()
    desk.edit("5 March 2026 with 240 pupils and 12", "6 March 2026 with 250 pupils and 13")
    assert desk.run("accept", "specs/bridge.factspec.yaml", "--yes", "--by", "Ada")[0] == 1
    assert desk.run("accept", "specs/bridge.factspec.yaml", "--yes", "--facts", "--by", "Ada")[0] == 0
    assert "facts: [Bo Ek, 250 pupils, 13 teachers, {date: 2026-03-06}]" in desk.spec.read_text()
    assert desk.rules() == []


@pytest.mark.parametrize(
    ("now", "advice"),
    [
        pytest.param("with some pupils", "no single value replaces 240 pupils", id="none"),
        pytest.param("with 250 pupils, later 260 pupils", "no single value replaces 240 pupils", id="two"),
    ],
)
def test_a_fact_without_one_new_value_is_left(desk: Desk, now: str, advice: str) -> None:
    desk.spec.write_text(f"{desk.spec.read_text()}  - id: opened\n    facts: [Bo Ek, 240 pupils]\n")
    desk.edit("The mayor", "Bo Ek opened the school with 240 pupils [1]. The mayor")
    desk.approve()
    desk.edit("with 240 pupils", now)
    before = desk.spec.read_bytes()
    code, out = desk.run("accept", "specs/bridge.factspec.yaml", "--yes", "--facts", "--by", "Ada")
    assert (code, desk.spec.read_bytes()) == (1, before)
    assert advice in out
    assert "--facts" not in out


def test_a_rule_about_citations_is_not_replaced(desk: Desk) -> None:
    desk.spec.write_text(desk.spec.read_text().replace("cites: [2]", "cites: {all_of: [2], at_least: 1}"))
    desk.approve()
    desk.edit("two weeks [2]", "two weeks [1]")
    before = desk.spec.read_bytes()
    code, out = desk.run("accept", "specs/bridge.factspec.yaml", "--yes", "--facts", "--by", "Ada")
    assert (code, desk.spec.read_bytes()) == (1, before)
    assert "edit `cites`" in out


def test_a_sentence_that_is_gone_is_a_changed_fact(desk: Desk) -> None:
    desk.spec.write_text(f"{desk.spec.read_text()}  - id: shut\n    says: It is shut in June.\n    occurrence: all\n")
    desk.edit("The mayor", "It is shut in June [1]. The mayor")
    desk.edit("[1] Port", "It is shut in June [1].\n\n[1] Port")
    desk.approve()
    desk.edit("It is shut in June [1].\n\n[1] Port", "It is shut in July [1].\n\n[1] Port")
    assert desk.run("accept", "specs/bridge.factspec.yaml", "--yes", "--by", "Ada")[0] == 1
    assert "context-changed" in desk.rules()
    assert desk.run("accept", "specs/bridge.factspec.yaml", "--yes", "--facts", "--by", "Ada")[0] == 0


@pytest.mark.parametrize(
    ("claims", "unlocked", "edits"),
    [
        pytest.param(
            "  - {id: open, says: is open daily, occurrence: all}\n  - {id: rain, says: Rain fell and the pier}\n",
            "",
            [("Rain fell", "Rain came"), ("12 tests", "15 tests")],
            id="in another sentence of a claim beside it",
        ),
        pytest.param(
            "  - {id: open, says: is open daily, occurrence: all}\n  - {id: rain, says: Rain fell and the pier}\n",
            "",
            [("Rain fell", "Rain came"), ("The mayor said it is open daily after 12 tests.", "")],
            id="another sentence of a claim beside it is gone",
        ),
        pytest.param(
            "  - {id: tests, says: after 12 tests}\n  - {id: said, says: The mayor said it}\n",
            "said",
            [("mayor said it", "mayor added it"), ("is open", "is not open")],
            id="around a claim that nobody had approved",
        ),
        pytest.param(
            "  - {id: said, says: The mayor said it, context: paragraph}\n",
            "",
            [("mayor said it", "mayor added it"), ("9 boats", "8 boats")],
            id="in a neighbour that is approved too",
        ),
    ],
)
def test_a_fact_that_changed_where_another_change_is_accepted(
    desk: Desk, claims: str, unlocked: str, edits: list[tuple[str, str]]
) -> None:
    desk.spec.write_text(f"{SPEC}{claims}")
    desk.edit(
        "[1] Port",
        "Rain fell and the pier is open daily [1].\n\n"
        "There were 9 boats [1]. The mayor said it is open daily after 12 tests. [1]\n\n[1] Port",
    )
    desk.approve()
    if unlocked:
        desk.write_lock(without(desk.locked(), [(unlocked, "../articles/bridge.txt")]))
    for old, new in edits:
        desk.edit(old, new)
    assert accept(desk, "--yes")[0] == 1
    assert accept(desk, "--yes", "--facts")[0] == 0


def test_words_citations_and_sentence_of_one_claim_are_accepted_together(desk: Desk) -> None:
    desk.spec.write_text(
        desk.spec.read_text().replace("says: 'the bridge is safe'", "says: bridge is safe\n    cites: [1]")
    )
    desk.approve()
    desk.edit("the bridge is safe [1]", "the bridge is safe [2] today")
    assert desk.run("accept", "specs/bridge.factspec.yaml", "--yes", "--facts", "--by", "Ada")[0] == 0
    assert desk.rules() == []


def test_words_that_no_spec_can_have_are_not_written(desk: Desk) -> None:
    article = desk.article.with_suffix(".md")
    article.write_text("The pier shut on Monday.\n")
    desk.spec.write_text(
        "factspec: 1\narticle: ../articles/bridge.md\nclaims:\n  - {id: shut, says: The pier shut on Monday.}\n"
    )
    desk.lock.unlink()
    desk.approve()
    article.write_text("The pier was shut as in `[1]` on Monday.\n")
    before = desk.spec.read_bytes(), desk.locked().articles
    code, out = accept(desk, "--yes", "--facts")
    assert (code, desk.spec.read_bytes(), desk.locked().articles) == (1, *before)
    assert "the spec would have a mistake: `says` contains the marker `[1]`" in out


SECTIONED = """\
Rain

It rained in May.

Snow

It froze in June. It thawed in July.
"""


@pytest.fixture
def sections(desk: Desk) -> Desk:
    """A project with an article in two sections, whose sentences and second heading are approved."""
    desk.article.write_text(SECTIONED)
    claims = {
        "rain": "It rained in May.",
        "snow": "Snow",
        "frost": "It froze in June.",
        "thaw": "It thawed in July.",
    }
    written = "".join(f"  - {{id: {name}, says: {words}}}\n" for name, words in claims.items())
    desk.spec.write_text(f"factspec: 1\narticle: ../articles/bridge.txt\nclaims:\n{written}")
    desk.lock.unlink()
    desk.approve()
    return desk


def test_a_heading_that_was_renamed_is_accepted_with_what_is_under_it(sections: Desk) -> None:
    sections.edit("Snow", "Snow and ice")
    assert sections.rules() == ["context-changed"]
    assert accept(sections, "--yes")[0] == 0
    assert sections.rules() == []
    places = sections.locked().approvals["thaw", "../articles/bridge.txt"].contexts
    assert [one.under for one in places] == [("Snow and ice",)]


def test_a_sentence_that_changed_too_is_not_accepted_with_its_heading(sections: Desk) -> None:
    sections.edit("Snow", "Snow and ice")
    sections.edit("thawed in July", "thawed soon in July")
    assert accept(sections, "--yes", "specs/bridge.factspec.yaml::snow")[0] == 0
    assert sections.rules() == ["claim-reframed"]


def test_a_sentence_under_another_heading_needs_facts(sections: Desk) -> None:
    sections.edit(" It thawed in July.", "")
    sections.edit("May.", "May. It thawed in July.")
    code, out = accept(sections, "--yes")
    assert (code, sections.rules()) == (1, ["context-changed"])
    assert "accept all with --yes --facts" in out
    assert accept(sections, "--yes", "--facts")[0] == 0
    assert sections.rules() == []


def test_what_moved_and_changed_needs_facts(sections: Desk) -> None:
    sections.edit(" It thawed in July.", "")
    sections.edit("May.", "May. It melted in July.")
    assert accept(sections, "--yes")[0] == 1
    assert accept(sections, "--yes", "--facts")[0] == 0
    assert sections.rules() == []


def test_the_approvals_of_an_older_factspec_are_completed_by_the_next_one(sections: Desk) -> None:
    sections.lock.write_text(as_version_1(sections.locked(), without={"under", "cites"}))
    sections.edit("Snow", "Sun")
    assert sections.rules() == ["claim-missing"]
    sections.edit("Sun", "Snow")
    _, out = sections.run("approve", "--by", "Bo")
    assert out.startswith("specs/bridge.factspec.yaml: 5 sentences and 4 claims approved\n")
    sections.edit("June.", "June.\n\nSun\n\n")
    assert sections.rules() == ["context-changed"]


@pytest.mark.parametrize(
    ("found", "at"),
    [
        pytest.param("It is a pity. Nobody minds.", "['It is a pity.', Nobody minds.]", id="as it was"),
        pytest.param("It is a pity.", "['It is a pity.', Nobody minds.]", id="one is gone: a look decides"),
        pytest.param(
            "It is a pity. Nobody minds it.", "['It is a pity.', Nobody minds it.]", id="a sentence has grown"
        ),
    ],
)
def test_each_sentence_of_a_waiver_is_settled(desk: Desk, found: str, at: str) -> None:
    waiver = "  - {rule: uncited, at: ['It is a pity.', Nobody minds.], reason: known}\n"
    desk.spec.write_text(f"{SPEC}waivers:\n{waiver}")
    desk.edit('"It will hold,"', 'It is a pity. Nobody minds. "It will hold,"')
    desk.approve()
    desk.edit("It is a pity. Nobody minds.", found)
    accept(desk, "--yes", "--facts")
    assert spec_after(desk) == f"{SPEC}waivers:\n{waiver}".replace("['It is a pity.', Nobody minds.]", at)
