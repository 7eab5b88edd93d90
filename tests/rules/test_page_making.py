"""The page of an article: the state of each sentence, and where its claims and findings are."""

from textwrap import dedent

import pytest

from factspec.projects.loading import parse_article
from factspec.rules.page import Page, PageSentence
from factspec.rules.page_making import page_of
from factspec.rules.run import case_of, report_on, subject_of
from factspec.specs.parsing import parse_spec
from factspec.specs.policy import Policy

_QUIET = Policy(rules={"uncited": "off"})


def page(article: str, spec: str, format: str = "text") -> Page:
    loaded = parse_spec(f"factspec: 1\narticle: a.txt\n{dedent(spec)}".encode(), "a.factspec.yaml")
    subject = subject_of(loaded, parse_article(article.encode(), format, path="a.txt"), _QUIET)
    case = case_of(subject, sources={}, today=None)
    return page_of(case, report_on(case))


def sentence(made: Page, words: str) -> PageSentence:
    [found] = [one for one in made.sentences if words in made.text[one.start : one.end]]
    return found


RAIN = "sources: [1, 2]\nclaims: [{id: rain, says: Rain fell on Tuesday in Lund, cites: [1]}]\n"


@pytest.mark.parametrize(
    ("article", "spec", "state"),
    [
        pytest.param("Rain fell on Tuesday in Lund [1].", RAIN, "checked", id="as approved"),
        pytest.param("Rain fell on Tuesday in Lund, and again [1].", RAIN, "partly covered", id="more words"),
        pytest.param("It is cold in Lund.", "claims: [{id: a, says: Snow}]", "uncovered", id="no claim"),
        pytest.param("Rain fell on Monday in Lund [1].", RAIN, "wrong", id="another weekday"),
        pytest.param("Rain fell on Tuesday in Lund [2].", RAIN, "wrong", id="another source"),
        pytest.param(
            "It is cold in Lund.",
            "claims: [{id: a, says: Snow}]\nwaivers: [{rule: uncovered, at: It is cold in Lund., reason: so}]",
            "waived",
            id="waived",
        ),
        pytest.param(
            "It is cold in Lund.", "strict: true\nclaims: [{id: a, says: Snow}]", "uncovered", id="no claim, strict"
        ),
        pytest.param(
            "The flood came to Lund.",
            "claims: [{id: a, says: Snow}]\nforbidden: [{id: b, says: the flood}]",
            "wrong",
            id="forbidden wording",
        ),
    ],
)
def test_the_state_of_a_sentence(article: str, spec: str, state: str) -> None:
    assert sentence(page(article, spec), "Lund").state == state


def test_code_is_not_read_if_the_rule_is_off() -> None:
    article, spec = "Rain.\n\n```\nx = 1\n```\n", "claims: [{id: a, says: Rain.}]\n"
    assert sentence(page(article, spec, "markdown"), "x = 1").state == "uncovered"
    off = f"{spec}rules: {{uncovered: off}}\n"
    assert sentence(page(article, off, "markdown"), "x = 1").state == "not read"


def test_all_words_that_differ_are_marked() -> None:
    made = page("Rain fell on Monday in Ystad [1].", RAIN)
    assert [made.text[start:end] for start, end in made.changed] == ["Monday", "Ystad"]


def test_a_finding_is_where_its_words_or_its_marker_are() -> None:
    made = page("It is cold. Rain fell on Tuesday in Lund [2]. It is wet [7].", RAIN)
    assert [len(one.findings) for one in made.sentences] == [0, 1, 1]
    strict = page("It is cold. Rain fell on Tuesday in Lund [2]. It is wet [7].", f"strict: true\n{RAIN}")
    assert [len(one.findings) for one in strict.sentences] == [1, 1, 2]


@pytest.mark.parametrize(
    ("spec", "apart"),
    [
        pytest.param("claims: [{id: a, says: It is cold.}]\n", 0, id="nothing"),
        pytest.param("claims: [{id: a, says: Glaciers melt}]\n", 1, id="a missing claim"),
        pytest.param("sources: [1]\nclaims: [{id: a, says: It is cold.}]\n", 1, id="an unused source"),
    ],
)
def test_what_is_about_no_sentence_is_apart(spec: str, apart: int) -> None:
    made = page("It is cold.", spec)
    assert len(made.apart) == apart
    if apart:
        assert not {one for each in made.sentences for one in each.findings} & set(made.apart)


def test_a_finding_in_a_list_of_sources_is_apart() -> None:
    spec = (
        "sources: [{id: 1, URL: https://wire.example/a}]\n"
        "claims: [{id: a, says: It is cold, cites: [1]}]\nrules: {citation-unused: off}\n"
    )
    made = page("It is cold [1].\n\nSources\n\n[1] https://wire.example/b\n", spec)
    assert made.apart
    assert sentence(made, "cold").state == "checked"


def test_a_claim_over_two_sentences_is_in_both() -> None:
    spec = "claims: [{id: a, says: It is cold. Rain fell.}]\n"
    made = page("It is cold. Rain fell. So what.", spec)
    assert [one.claims for one in made.sentences] == [(0,), (0,), ()]
    assert made.claims[0].sentences == (0, 1)


def test_many_waivers_of_one_section_are_one_for_each_rule() -> None:
    waiver = "  - {rule: uncovered, at: {section: Views}, reason: hers}\n"
    made = page("# Views\n\nA. B. C.\n", f"claims: [{{id: a, says: Snow}}]\nwaivers:\n{waiver * 50}", "markdown")
    assert {len(one.waivers) for one in made.sentences[1:]} == {1}


def test_cells_know_their_rows() -> None:
    made = page("| a | b |\n|---|---|\n| c | d |\n", "claims: [{id: a, says: Snow}]\n", "markdown")
    assert [(made.text[one.start : one.end], one.row) for one in made.blocks] == [
        ("a", 1),
        ("b", 1),
        ("c", 2),
        ("d", 2),
    ]
