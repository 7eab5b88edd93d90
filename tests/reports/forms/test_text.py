"""The text report: what a finding looks like."""

from textwrap import dedent

import pytest

from factspec.facts.difference import Difference
from factspec.projects.verdict import Judged, Run
from factspec.reports.forms.text import block, brief, folded, headline, render, show
from factspec.rules.finding import Finding, Severity


def finding(**changes: object) -> Finding:
    values: dict[str, object] = {
        "rule": "claim-changed",
        "family": "claims",
        "severity": Severity.ERROR,
        "message": "claim 'rain' changed",
        "path": "articles/a.txt",
        "line": 1,
        "column": 14,
        "end_line": 1,
        "end_column": 20,
        "spec": "specs/a.factspec.yaml",
        "spec_line": 5,
    }
    return Finding(**(values | changes))  # type: ignore[arg-type]


def text_of(one: Finding) -> str:
    return "\n".join(block(one)) + "\n"


def test_a_finding_without_more_is_a_line_and_the_place_in_the_spec() -> None:
    assert text_of(finding(spec_line=0)) == "articles/a.txt:1:14: claim 'rain' changed [claim-changed]\n"


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        pytest.param("", "", id="none"),
        pytest.param("flight tracked", "  note      flight tracked\n", id="one line"),
        pytest.param("one\n::error::two\x1b[31m", "  note      one ::error::two\\x1b[31m\n", id="hostile"),
    ],
)
def test_the_note_of_a_claim_is_shown_after_its_place_in_the_spec(note: str, shown: str) -> None:
    lines = text_of(finding(note=note, advice="correct the day")).partition("\n")[2]
    assert lines == f"  spec      specs/a.factspec.yaml:5\n{shown}  next      correct the day\n"


SAID, FOUND = "Rain fell on Tuesday in Lund", "Rain fell on Monday in Lund"


@pytest.mark.parametrize(
    ("expected", "found", "difference", "lines"),
    [
        pytest.param(
            SAID,
            FOUND,
            Difference("weekday", "Tuesday", "Monday", 13, 20, 13, 19),
            """\
              expected  Rain fell on Tuesday in Lund
                                     ^^^^^^^
              found     Rain fell on Monday in Lund
                                     ^^^^^^
            """,
            id="exchanged",
        ),
        pytest.param(
            "Rain fell",
            "Rain hardly fell",
            Difference("wording", "", "hardly", 5, 5, 5, 11),
            """\
              expected  Rain fell
              found     Rain hardly fell
                             ^^^^^^
            """,
            id="added: nothing approved to underline",
        ),
        pytest.param(
            "Rain hardly fell",
            "Rain fell",
            Difference("wording", "hardly", "", 5, 11, 5, 5),
            """\
              expected  Rain hardly fell
                             ^^^^^^
              found     Rain fell
                             ^
            """,
            id="dropped: a caret where it is lacking",
        ),
        pytest.param(
            SAID,
            FOUND,
            Difference("citation", "[1]", "[2]", 0, 3, 0, 3),
            """\
              expected  Rain fell on Tuesday in Lund
              found     Rain fell on Monday in Lund
            """,
            id="of citations: none",
        ),
    ],
)
def test_marks(expected: str, found: str, difference: Difference, lines: str) -> None:
    shown = text_of(finding(expected=expected, found=found, differences=(difference,), spec_line=0))
    assert shown.partition("\n")[2] == _indented(lines)


def _indented(lines: str) -> str:
    return "".join(f"  {line}\n" for line in dedent(lines).splitlines())


def test_all_parts_in_their_order() -> None:
    difference = Difference("weekday", "Tuesday", "Monday", 13, 20, 13, 19)
    one = finding(expected=SAID, found=FOUND, cited="[1], as required", differences=(difference,), advice="mend it")
    assert text_of(one) == dedent(
        """\
        articles/a.txt:1:14: claim 'rain' changed [claim-changed]
          expected  Rain fell on Tuesday in Lund
                                 ^^^^^^^
          found     Rain fell on Monday in Lund
                                 ^^^^^^
          cited     [1], as required
          spec      specs/a.factspec.yaml:5
          next      mend it
        """
    )


def test_long_texts_are_shown_around_what_was_added() -> None:
    before, after = "word " * 400, "tail " * 400
    difference = Difference("negation", "", "not", 2000, 2000, 2000, 2003)
    one = finding(expected=before + after, found=f"{before}not {after}", differences=(difference,))
    lines = text_of(one).splitlines()
    assert all(len(line) < 300 for line in lines)
    assert "word tail" in lines[1]
    assert lines[2][lines[3].index("^") :].startswith("not tail")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        pytest.param({}, "articles/a.txt:1:14: claim 'rain' changed [claim-changed]", id="error"),
        pytest.param(
            {"severity": Severity.WARNING},
            "articles/a.txt:1:14: warning: claim 'rain' changed [claim-changed]",
            id="warning",
        ),
        pytest.param(
            {"message": "x" * 5000},
            f"articles/a.txt:1:14: {'x' * 599}… [claim-changed]",
            id="the rule is never cut off",
        ),
        pytest.param(
            {"path": "::error::.txt"}, "./::error::.txt:1:14: claim 'rain' changed [claim-changed]", id="command"
        ),
        pytest.param({"path": "\n::a"}, "./ ::a:1:14: claim 'rain' changed [claim-changed]", id="command on a line"),
        pytest.param({"path": "a\x1b.txt"}, "a\\x1b.txt:1:14: claim 'rain' changed [claim-changed]", id="control"),
    ],
)
def test_headline(changes: dict[str, object], line: str) -> None:
    assert headline(finding(**changes)) == line


def test_findings_are_parted_from_figures() -> None:
    run = Run((Judged("specs/a.factspec.yaml", findings=(finding(spec_line=0),)),))
    assert render(run).startswith("articles/a.txt:1:14: claim 'rain' changed [claim-changed]\n\narticles: 0\n")


@pytest.mark.parametrize("width", [10, 40, 60, 100])
def test_texts_are_cut_to_the_width_with_the_carets_under_the_changed_words(width: int) -> None:
    before, after = "word " * 40, " tail" * 40
    difference = Difference("weekday", "Tuesday", "Monday", 200, 207, 200, 206)
    one = finding(expected=f"{before}Tuesday{after}", found=f"{before}Monday{after}", differences=(difference,))
    lines = list(block(one, width))[1:5]
    assert all(len(line) <= max(width, 44) for line in lines)
    at = [line.index("^") for line in (lines[1], lines[3])]
    assert (lines[0][at[0] :].startswith("Tuesday"), lines[2][at[1] :].startswith("Monday")) == (True, True)


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        pytest.param({}, False, id="no terminal"),
        pytest.param({"FORCE_COLOR": "1"}, True, id="forced"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="forbidden"),
    ],
)
def test_colour(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coloured: bool) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    run = Run((Judged("specs/a.factspec.yaml", findings=(finding(spec_line=0),)),))
    assert show(run).startswith("\x1b[1marticles" if coloured else "articles")
    assert render(run).startswith("articles")


def test_each_finding_on_a_line_and_nothing_more() -> None:
    assert brief(Run(())) == ""
    run = Run((Judged("specs/a.factspec.yaml", findings=(finding(), finding(severity=Severity.WARNING))),))
    assert brief(run) == (
        "articles/a.txt:1:14: claim 'rain' changed [claim-changed]\n"
        "articles/a.txt:1:14: warning: claim 'rain' changed [claim-changed]\n"
    )


def test_an_incomplete_run_says_so_on_the_last_line() -> None:
    run = Run((), incomplete="stopped by\n::error::Ada")
    assert [form(run).splitlines()[-1] for form in (render, show, brief)] == 3 * ["incomplete: stopped by ::error::Ada"]


def test_without_findings_there_are_figures_alone() -> None:
    assert render(Run(())) == (
        "articles: 0\nclaims: 0 checked, 0 failed\nsentences: 0, 0 with a claim, 0 without\n"
        "citations: 0 markers, 0 of 0 sentences cited\nwaivers: 0 in force, 0 findings waived\n"
    )


@pytest.mark.parametrize(
    ("specs", "lines"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(["", "", "", "", "", ""], ["0", "1", "2", "3", "4", "5"], id="other findings"),
        pytest.param(["a"] * 4, ["0", "1", "2", "3"], id="no line is saved"),
        pytest.param(
            ["a", "a", "", "a", "b", "a", "", "a"],
            ["0", "1", "2", "3", "4", "a: … and 2 more claims are not approved: factspec review a", "6"],
            id="a draft",
        ),
    ],
)
def test_a_draft_with_many_claims_is_a_few_lines(specs: list[str], lines: list[str]) -> None:
    assert list(folded([(spec, str(number)) for number, spec in enumerate(specs)])) == lines
