"""The blocks in which a claim is found: the body first, then headings and captions, then titles and code."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

CLAIMS = "claims:\n  - {{id: c, {}}}\n"
SAYS, FACTS = "says: The ferry sailed on Monday", "facts: [ferry, sailed, Monday]"
WORDS = "The ferry sailed on Monday"


@pytest.mark.parametrize("claim", [SAYS, FACTS], ids=["says", "facts"])
@pytest.mark.parametrize(
    ("article", "line"),
    [
        pytest.param(f"It rained.[^a]\n\n[^a]: {WORDS}.", 3, id="a note"),
        pytest.param(f"# {WORDS}\n\nIt rained.[^a]\n\n[^a]: {WORDS}.", 5, id="a note, though a heading says it"),
        pytest.param(
            f"---\ntitle: {WORDS}\n---\n\n# {WORDS}\n\nIt rained.", 5, id="a heading, though the title says it"
        ),
        pytest.param(f"```\n{WORDS}\n```\n\n![{WORDS}](a.png) It rained.", 5, id="a caption, though code says it"),
        pytest.param(f"---\ntitle: {WORDS}\n---\n\nIt rained.", 2, id="the title"),
        pytest.param(f"It rained.\n\n    {WORDS}", 3, id="code"),
    ],
)
def test_a_claim_is_found(hold: Callable[..., Report], claim: str, article: str, line: int) -> None:
    report = hold(article, CLAIMS.format(claim), format="markdown")

    assert not [str(one) for one in report.findings if one.claim == "c"]
    assert [(one.verdict, one.line) for one in report.claims] == [("passed", line)]


@pytest.mark.parametrize("claim", [SAYS, FACTS], ids=["says", "facts"])
def test_the_title_does_not_hide_a_change_in_the_body(hold: Callable[..., Report], claim: str) -> None:
    report = hold(f"---\ntitle: {WORDS}\n---\n\nThe ferry sailed on Tuesday.", CLAIMS.format(claim), format="markdown")

    assert [one.verdict for one in report.claims] == ["changed"]


@pytest.mark.parametrize(
    ("heading", "says", "verdict"),
    [
        pytest.param("WHAT IT MEANS FOR US", "What it means for us", "passed", id="it and us"),
        pytest.param("What it means for us", "WHAT IT MEANS FOR US", "passed", id="a claim in capitals"),
        pytest.param("RATES MAY RISE IN MARCH", "Rates may rise in March", "passed", id="may and March"),
        pytest.param("WHO SENDS AIDS FOR US", "WHO sends aids for us", "passed", id="both ways"),
        pytest.param(
            "WHAT IT MEANS FOR US AND OTHERS", "What it means for us and people", "changed", id="another word"
        ),
        pytest.param("THE MILL COSTS US 5 MILLION", "The mill costs us 6 million", "changed", id="another number"),
        pytest.param("WHAT it MEANS FOR US", "What it means for us", "changed", id="not all in capitals"),
        pytest.param("What it means for US", "What it means for us", "changed", id="one word in capitals"),
    ],
)
def test_a_heading_in_capitals(hold: Callable[..., Report], heading: str, says: str, verdict: str) -> None:
    spec = f"strict: true\nclaims:\n  - {{id: c, says: {says}}}\n"
    assert hold(f"# {heading}\n\nThe mill closed.\n", spec, format="markdown").claims[0].verdict == verdict


LONGER = "Inspectors found 12 cracks in the dam on Friday, after the flood had passed it."


@pytest.mark.parametrize(
    ("title", "body", "verdict"),
    [
        pytest.param("Inspectors found twelve cracks in the dam.", LONGER, "passed", id="a title in another style"),
        pytest.param(
            "Inspectors found twelve cracks in the dam.",
            "Inspectors found 13 cracks in the dam.",
            "changed",
            id="below",
        ),
        pytest.param("Inspectors found thirteen cracks in the dam.", LONGER, "reframed", id="another number"),
    ],
)
def test_a_title_in_another_style_is_found_beside_a_longer_sentence(
    hold: Callable[..., Report], title: str, body: str, verdict: str
) -> None:
    spec = "strict: true\nclaims:\n  - {id: c, says: Inspectors found 12 cracks in the dam.}\n"
    source = f"<meta name=description content='{title}'><p>{body}</p>"
    assert hold(source, spec, format="html").claims[0].verdict == verdict


def test_a_word_that_was_dropped_is_missing_at_its_place(hold: Callable[..., Report]) -> None:
    spec = "strict: true\nclaims:\n  - {id: c, says: Ada Holm apologised on Tuesday.}\n"
    [finding] = [one for one in hold("Ada Holm apologised Tuesday.", spec).findings if one.claim == "c"]
    [difference] = finding.differences
    assert (difference.approved, finding.found[difference.start :]) == ("on", "Tuesday.")
