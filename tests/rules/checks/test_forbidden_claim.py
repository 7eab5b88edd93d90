"""forbidden-claim: wording that the article must not have, in whatever form."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from factspec.projects.checking import judge_all, project_folder
from factspec.projects.loading import parse_article
from factspec.rules.checks.forbidden_claim import applies
from factspec.rules.finding import Report
from factspec.rules.run import families, subject_of
from factspec.specs.parsing import parse_spec
from factspec.specs.policy import Policy, parse_policy

ARTICLE = "Ferry service resumes\n\nThe ferry returned to Port Lund on Monday after twelve days in dock [1].\n"


@pytest.mark.parametrize(
    ("says", "article", "found"),
    [
        pytest.param("military alliance", "A paramilitary alliance.", [], id="part of a word"),
        pytest.param("military alliance", "The military, alliance and all.", [], id="a comma between"),
        pytest.param("military alliance", "The military - alliance and all.", [], id="a dash between"),
        pytest.param("military alliance", "Of the military\n\nalliance of two.", [], id="in two blocks"),
        pytest.param("not able", "There is no table.", [], id="the same letters in other words"),
        pytest.param("the new", "The news of the newest.", [], id="no plural"),
        pytest.param("cover-up", "They cover upon, and covered-up.", [], id="other endings"),
        pytest.param("cover-up", "They cover up, no cover-ups.", ["cover up", "cover-ups"], id="a hyphen less"),
        pytest.param("toll-free", "A toll-free's toll-frees.", ["toll-free's", "toll-frees"], id="two more forms"),
        pytest.param("military ally", "Military allies’ men.", ["Military allies"], id="a plural in -ies"),
        pytest.param("coverup", "It is a cover-up’s end.", ["cover-up’s"], id="a possessive compound"),
        pytest.param("cover-up", "It is a coverup.", ["coverup"], id="in one word"),
        pytest.param("coverup", "It is a cover-up.", ["cover-up"], id="a hyphen more"),
        pytest.param("military alliance", "A military-alliance.", ["military-alliance"], id="a compound"),
        pytest.param("military alliance", "A “military” alliance.", ["military” alliance"], id="quotation marks"),
        pytest.param("red colour", "The Red Color, a red colour.", ["Red Color", "red colour"], id="spelling"),
        pytest.param("red … colour", "A red and bright colour.", ["red and bright colour"], id="a gap"),
    ],
)
def test_forbidden_wording_does_not_hide(
    hold: Callable[..., Report], says: str, article: str, found: list[str]
) -> None:
    report = hold(article, f"forbidden:\n  - {{id: f, says: {says}}}\n")
    assert [one.found for one in report.findings if one.rule == "forbidden-claim"] == found


def test_forbidden_wording_is_found_in_headings_too(hold: Callable[..., Report]) -> None:
    spec = "forbidden:\n  - {id: f, says: ferry service, reason: house style}\n  - {id: g, says: free of charge}\n"
    report = hold(ARTICLE, spec)
    [finding] = report.findings
    assert (finding.rule, finding.claim, finding.line, finding.found) == ("forbidden-claim", "f", 1, "Ferry service")
    assert [claim.verdict for claim in report.claims] == ["failed", "passed"]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        pytest.param("Sources\n\n[1] Holt keeps its licence, https://a.example", [], id="another title"),
        pytest.param("Sources\n\n[1] Holt has lost. Its licence, https://a.example", [], id="a stop between"),
        pytest.param("Sources\n\n[1] Holt has lost its licence, https://a.example", [5], id="a title"),
        pytest.param("Sources\n\n[1] Wire, https://a.example\n[2] Holt lost its li\u200bcence", [6], id="in disguise"),
    ],
)
def test_forbidden_wording_in_the_list_of_sources(hold: Callable[..., Report], source: str, lines: list[int]) -> None:
    spec = "forbidden:\n  - {id: f, says: lost its licence}\n"
    report = hold(f"It rained [1].\n\n{source}\n", spec)
    assert [one.line for one in report.findings if one.rule == "forbidden-claim"] == lines
    assert [claim.verdict for claim in report.claims] == ["failed" if lines else "passed"]


HOUSE = b"""\
[tool.factspec]
rules = {uncovered = "off"}
forbidden = [
    {id = "no-alliance", says = "military alliance", reason = "legal"},
    "free of charge",
]
"""


def house() -> Policy:
    return parse_policy(HOUSE)


def test_what_the_policy_forbids_is_in_no_article(hold: Callable[..., Report]) -> None:
    spec = "forbidden: [{id: no-alliance, says: snow}]\n"
    assert hold("Rain and a military parade.\n", spec, policy=house()).findings == ()
    report = hold("Snow fell.\n\nA military-alliance is free of charge.\n", spec, policy=house())
    assert [(one.line, one.claim, one.spec, one.spec_line, one.message) for one in report.findings] == [
        (1, "no-alliance", "specs/a.factspec.yaml", 3, "forbidden wording 'no-alliance' is in the article"),
        (3, "", "pyproject.toml", 4, "forbidden wording 'no-alliance' is in the article (legal)"),
        (3, "", "pyproject.toml", 5, "forbidden wording 'free-of-charge' is in the article"),
    ]
    assert [(one.id, one.verdict, one.line) for one in report.claims] == [("no-alliance", "failed", 1)]


def test_an_entry_of_the_policy_is_not_the_one_of_the_spec_with_its_id(hold: Callable[..., Report]) -> None:
    report = hold("A military alliance.\n", "forbidden: [{id: no-alliance, says: snow}]\n", policy=house())
    assert [(one.id, one.verdict, one.line) for one in report.claims] == [("no-alliance", "passed", 0)]
    assert [one.spec for one in report.findings] == ["pyproject.toml"]


def test_what_the_policy_forbids_has_an_item() -> None:
    spec = parse_spec(b"factspec: 1\narticle: a.txt\nforbidden: [{id: f, says: snow}]\n", "a.factspec.yaml")
    article = parse_article(b"It rained.\n", "text", path="a.txt")
    assert not applies(subject_of(spec, article))
    assert applies(subject_of(spec, article, house()))
    assert "claims" in families(subject_of(spec, article, house()))


def test_what_the_policy_forbids_is_in_no_list_of_sources(hold: Callable[..., Report]) -> None:
    article = "It rained [1].\n\nSources\n\n[1] A military alliance, https://a.example\n"
    report = hold(article, "claims: [{id: a, says: It rained}]\n", policy=house())
    assert [one.line for one in report.findings if one.rule == "forbidden-claim"] == [5]


def test_a_change_of_what_is_forbidden_is_seen_in_spite_of_saved_verdicts(tmp_path: Path) -> None:
    files = {"articles/a.txt": "Rain fell.\n", "specs/a.factspec.yaml": "factspec: 1\narticle: ../articles/a.txt\n"}
    files["specs/a.factspec.yaml"] += "claims: [{id: rain, says: Rain fell.}]\n"
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)

    def rules(policy: str) -> list[str]:
        (tmp_path / "pyproject.toml").write_text(policy)
        run = judge_all([], tmp_path, today=date(2026, 5, 20), folder_of=project_folder)
        return [one.rule for one in run.findings]

    assert rules("[tool.factspec]\n") == rules("[tool.factspec]\n") == []
    assert rules("[tool.factspec]\nforbidden = ['rain']\n") == ["forbidden-claim"]
    assert rules("[tool.factspec]\nforbidden = ['rains']\n") == []
