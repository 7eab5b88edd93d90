"""approval-stale: the spec is not what was approved."""

from collections.abc import Callable
from datetime import date

import pytest

from factspec.approved.lock import Key, Lock
from factspec.articles.article import Article
from factspec.projects.loading import parse_article
from factspec.rules.approving import approved_now
from factspec.rules.finding import Finding, Report
from factspec.rules.run import check, subject_of
from factspec.specs.model import Spec
from factspec.specs.parsing import parse_spec

ARTICLE = "The pier closed on Monday [1]. The ferry sailed on Tuesday [1].\n"
SPEC = """\
factspec: 1
article: a.txt
sources: [1, 2]
claims:
  - id: pier
    says: The pier closed on Monday.
    cites: [1]
"""


def spec_of(text: str) -> Spec:
    return parse_spec(text.encode(), "a.factspec.yaml")


def article() -> Article:
    return parse_article(ARTICLE.encode(), "text", path="a.txt")


@pytest.fixture
def after() -> Callable[..., list[Finding]]:
    """The findings about approvals after a spec was edited, with further keys in its lock."""

    def findings(text: str, *further: Key) -> list[Finding]:
        approved = approved_now(subject_of(spec_of(SPEC), article()), {"pier"}, by="Ada", on=date(2026, 5, 20))
        [one] = approved.values()
        lock = Lock(approved | dict.fromkeys(further, one), {})
        report = check(spec_of(text), article(), lock=lock)
        return [one for one in report.findings if one.rule == "approval-stale"]

    return findings


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SPEC, id="nothing"),
        pytest.param(SPEC + "    note: seen in the log\n    tags: [port]\n", id="note and tags"),
        pytest.param(SPEC.replace("The pier closed on Monday.", '"The pier closed\n      on Monday."'), id="folded"),
        pytest.param(SPEC.replace("claims:", "# checked\n\nclaims:"), id="comment"),
        pytest.param(SPEC + "  - {id: ferry, says: The ferry sailed on Tuesday.}\n", id="another claim"),
        pytest.param(SPEC + "    recheck: 2030-01-01\n", id="a later day"),
    ],
)
def test_what_may_change(after: Callable[..., list[Finding]], text: str) -> None:
    assert after(text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("closed on Monday.", "closed on Tuesday.", id="words"),
        pytest.param("closed on Monday.", "closed on Monday", id="the closing mark"),
        pytest.param("cites: [1]", "cites: [1, 2]", id="citations"),
        pytest.param("    cites: [1]\n", "", id="no citations"),
        pytest.param("cites: [1]", "cites: [1]\n    wording: exact", id="how it is compared"),
    ],
)
def test_an_edited_claim(after: Callable[..., list[Finding]], old: str, new: str) -> None:
    [finding] = after(SPEC.replace(old, new))
    assert (finding.claim, finding.message) == ("pier", "claim 'pier' was edited after it was approved")
    assert finding.expected == "the claim that Ada approved on 2026-05-20"


def test_an_entry_without_a_claim_or_an_article(after: Callable[..., list[Finding]]) -> None:
    found = after(SPEC, ("gone", "a.txt"), ("pier", "b.txt"))
    assert [one.message for one in found] == [
        "the lock has an approval of 'gone' in a.txt, but the spec has no such claim",
        "the lock has an approval of 'pier' in b.txt, but the spec has no such article",
    ]


ONE, OTHER = "a" * 64, "b" * 64
SOURCED = f"""\
sources:
  - id: 1
    URL: https://wire.example/pier
    DOI: 10.1000/x
    title: Pier
    text: 1.txt
    sha256: {ONE}
  - {{id: 2, URL: https://log.example/ferry}}
claims:
  - {{id: pier, says: The pier closed on Monday.}}
"""


def sources(hold: Callable[..., Report], spec: str, *, whole: bool = True) -> list[str]:
    report = hold(ARTICLE, spec, approved=ARTICLE, was=SOURCED, whole=whole)
    return [one.message for one in report.findings if one.rule == "approval-stale"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Pier", "Pier", id="nothing"),
        pytest.param("title: Pier", "title: “The pier”", id="title"),
        pytest.param("https://wire", "http://www.wire", id="form of the address"),
        pytest.param("10.1000/x", "10.1000/X", id="form of the DOI"),
        pytest.param("title: Pier", "cited_as: 1", id="the label that it has anyway"),
        pytest.param("title: Pier", "origin: wire", id="origin"),
        pytest.param("log.example", "other.example", id="a source that the article does not cite"),
    ],
)
def test_what_may_change_in_a_source(hold: Callable[..., Report], old: str, new: str) -> None:
    assert old in SOURCED
    assert sources(hold, SOURCED.replace(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param("wire.example", "evil.example", "URL https://wire.example/pier → https://evil.exa", id="address"),
        pytest.param("    URL: https://wire.example/pier\n", "", "URL https://wire.example/pier → none", id="no URL"),
        pytest.param("10.1000/x", "10.1000/y", "DOI 10.1000/x → 10.1000/y", id="DOI"),
        pytest.param(ONE, OTHER, f"sha256 of its text {ONE} → {OTHER}", id="stored text"),
        pytest.param(
            f"    text: 1.txt\n    sha256: {ONE}\n", "", f"sha256 of its text {ONE} → none", id="no stored text"
        ),
        pytest.param("title: Pier", "cited_as: [1, 3]", "label 1 → 1, 3", id="labels"),
    ],
)
def test_a_changed_source(hold: Callable[..., Report], old: str, new: str, words: str) -> None:
    assert old in SOURCED
    [message] = sources(hold, SOURCED.replace(old, new))
    assert message.startswith(f"source 1 was changed after it was approved: {words}")
    assert sources(hold, SOURCED.replace(old, new), whole=False) == []  # the lock of an older factspec
