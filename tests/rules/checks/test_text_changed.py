"""text-changed: in a strict spec every line of the article is as somebody approved it."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report
from factspec.specs.policy import Policy

ARTICLE = """\
# The bridge

The bridge closed on Monday [1]. It was built in 1931 and it is not safe.

Engineers said the repair takes two weeks [2]. Nobody was hurt.

- Boats run every hour.
- Buses run daily.

| Pier | Cost |
|---|---|
| North | 3 million |
| South | 4 million |

## What next

The council meets in May [1]. It may vote then.
"""
SPEC = "strict: true\nsources: [1, 2]\n"
Hold = Callable[..., Report]
Edit = tuple[str, str]


def edited(*edits: Edit) -> str:
    text = ARTICLE
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def found(hold: Hold, *edits: Edit, spec: str = SPEC, policy: Policy | None = None) -> list[str]:
    chosen = policy or Policy()
    report = hold(edited(*edits), spec, format="markdown", approved=ARTICLE, lines=True, policy=chosen)
    return [f"{one.line}:{one.column} {one.message}" for one in report.findings]


FIRST = "The bridge closed on Monday [1]. It was built in 1931 and it is not safe.\n\n"
SECOND = "Engineers said the repair takes two weeks [2]. Nobody was hurt.\n\n"


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([], id="nothing"),
        pytest.param([("two weeks", "2 weeks")], id="house style"),
        pytest.param([("it is not", "it isn't")], id="a contraction"),
        pytest.param([("It was built in", "It was\nbuilt  in")], id="wrapped otherwise"),
        pytest.param([("Nobody", "*Nobody*")], id="emphasis"),
        pytest.param([(FIRST, ""), (SECOND, f"{SECOND}{FIRST}")], id="a paragraph moved within its section"),
        pytest.param([("Monday [1].", "Monday.[1]")], id="a marker after the full stop"),
        pytest.param([("## What", "##  What")], id="space in a heading"),
    ],
)
def test_what_is_as_it_was_approved(hold: Hold, edits: list[Edit]) -> None:
    assert found(hold, *edits) == []


def test_a_spec_that_is_not_strict_says_nothing_about_text(hold: Hold) -> None:
    assert (
        found(
            hold,
            ("not safe", "safe"),
            spec="rules: {uncovered: off}\nclaims: [{id: may, says: The council meets in May.}]\n",
        )
        == []
    )


@pytest.mark.parametrize(
    ("edits", "messages"),
    [
        pytest.param(
            [("built", "sold")], ["3:41 wording built → sold (this sentence cites nothing)"], id="a changed word"
        ),
        pytest.param([("two weeks", "six weeks")], ["5:33 duration two weeks → six weeks"], id="a number"),
        pytest.param(
            [("is not safe", "is safe")],
            ["3:34 negation dropped: not (this sentence cites nothing)"],
            id="a negation",
        ),
        pytest.param(
            [("Nobody was", "It rained. Nobody was")],
            ["5:48 this sentence is new and cites nothing"],
            id="a new sentence that cites nothing",
        ),
        pytest.param(
            [("Nobody was", "It rained [1]. Nobody was")], ["5:48 this sentence is new"], id="a new sentence that cites"
        ),
        pytest.param([(" Nobody was hurt.", "")], ["5:47 an approved sentence is gone"], id="a sentence is gone"),
        pytest.param([("What next", "What then")], ["15:9 wording next → then"], id="a heading renamed"),
        pytest.param([("The council", "## Rumours\n\nThe council")], ["17:4 this heading is new"], id="a new heading"),
        pytest.param([("## What next\n\n", "")], ["13:20 an approved heading is gone"], id="a heading is gone"),
        pytest.param(
            [(" Nobody was hurt.", ""), ("May [1].", "May [1]. Nobody was hurt.")],
            ["17:31 this is now under another heading, list item or introduction"],
            id="moved to another section",
        ),
        pytest.param(
            [("- Buses", "  - Buses")],
            ["8:5 this is now under another heading, list item or introduction"],
            id="moved below a list item",
        ),
        pytest.param(
            [("Engineers said", "> Engineers said"), ("Nobody was hurt.\n", "\n\nNobody was hurt.\n")],
            ["5:3 quotation added: block quotation"],
            id="put into a block quotation",
        ),
        pytest.param([("3 million", "5 million")], ["12:11 number 3 million → 5 million"], id="one cell of a row"),
        pytest.param(
            [("North | 3 million", "West | 5 million")],
            ["12:3 wording North → West; number 3 million → 5 million"],
            id="two cells of a row",
        ),
        pytest.param([("| South", "| West | 9 |\n| South")], ["13:3 this row is new"], id="a new row"),
        pytest.param([("| South | 4 million |\n", "")], ["12:20 an approved row is gone"], id="a row is gone"),
        pytest.param(
            [("every hour", "every day")], ["7:19 unit hour → day (this list item cites nothing)"], id="a list item"
        ),
        pytest.param([("- Buses run daily.\n", "")], ["7:24 an approved list item is gone"], id="a list item is gone"),
        pytest.param([("Monday [1]", "Monday [2]")], ["3:29 citation [1] → [2]"], id="another citation"),
        pytest.param([("Monday [1]", "Monday")], ["3:29 citation [1] → no source"], id="a citation is gone"),
        pytest.param([("hurt.", "hurt [1].")], ["5:64 citation no source → [1]"], id="a new citation"),
    ],
)
def test_each_place_that_is_not_as_approved_is_one_finding(hold: Hold, edits: list[Edit], messages: list[str]) -> None:
    assert found(hold, *edits) == messages


def test_it_shows_both_sentences_and_marks_what_differs(hold: Hold) -> None:
    report = hold(edited(("1931", "1932")), SPEC, format="markdown", approved=ARTICLE, lines=True)
    [one] = report.findings
    assert (one.rule, one.severity) == ("text-changed", "error")
    assert one.expected == "It was built in 1931 and it is not safe."
    assert one.found == "It was built in 1932 and it is not safe."
    [difference] = one.differences
    assert one.expected[difference.approved_start : difference.approved_end] == "1931"
    assert one.found[difference.start : difference.end] == "1932"
    assert one.advice == "restore it, or approve it: factspec review specs/a.factspec.yaml"


CLAIMED = f"{SPEC}claims:\n  - {{id: may, facts: [council, May]}}\n  - {{id: north, facts: [3 million], within: row}}\n"


@pytest.mark.parametrize(
    ("edit", "rule"),
    [
        pytest.param(("meets in", "sits in"), "context-changed", id="around the facts of a claim"),
        pytest.param(("in May", "in June"), "claim-changed", id="a fact of a claim"),
        pytest.param(("North", "West"), "context-changed", id="another cell of its row"),
    ],
)
def test_a_claim_speaks_for_its_sentence(hold: Hold, edit: Edit, rule: str) -> None:
    report = hold(edited(edit), CLAIMED, format="markdown", approved=ARTICLE, lines=True)
    assert [one.rule for one in report.findings] == [rule]


TWO = Policy(approvals=2)
SHORT = "## Rain\n\nIt rained in May. It froze in June.\n"
ONE_CLAIM = "claims:\n  - {id: rain, says: It rained in May.}\n"


@pytest.mark.parametrize(
    ("readers", "spec", "messages"),
    [
        pytest.param(["Ada Lind", "Bo Ek"], "strict: true\n", [], id="two people"),
        pytest.param(["Ada Lind", "Bo Ek"], f"strict: true\n{ONE_CLAIM}", [], id="two people and a claim"),
        pytest.param(
            ["Ada Lind"],
            "strict: true\n",
            [
                f"{place} is approved by Ada Lind alone"
                for place in ("1 this heading", "3 this sentence", "3 this sentence")
            ],
            id="one person",
        ),
        pytest.param(
            ["Ada Lind", "Ada Lind"],
            f"strict: true\n{ONE_CLAIM}",
            [
                f"{place} is approved by Ada Lind alone"
                for place in ("1 this heading", "3 this sentence", "3 this sentence")
            ],
            id="one person twice, with a claim",
        ),
        pytest.param(
            ["Ada Lind"],
            f"rules: {{uncovered: off}}\n{ONE_CLAIM}",
            [
                f"{place} is approved by Ada Lind alone"
                for place in ("1 this heading", "3 this sentence", "3 this sentence")
            ],
            id="a spec that is not strict",
        ),
    ],
)
def test_two_people_approve_each_line(hold: Hold, readers: list[str], spec: str, messages: list[str]) -> None:
    report = hold(SHORT, spec, format="markdown", approved=SHORT, lines=True, readers=readers, policy=TWO)
    assert [f"{one.line} {one.message}" for one in report.errors] == messages


def test_one_of_two_is_enough_where_one_is_asked_for(hold: Hold) -> None:
    policy = Policy(approvals=True)
    report = hold(SHORT, "strict: true\n", format="markdown", approved=SHORT, lines=True, policy=policy)
    assert report.findings == ()
