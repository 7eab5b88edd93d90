"""quote-not-in-source, and quotations that nobody says: every quotation of an article, claimed or not."""

from collections.abc import Callable

import pytest

from factspec.claims.evidence.stored import StoredText
from factspec.rules.finding import Finding, Report

STORED = StoredText(
    text='Transcript. "We are old friends, and we will not go. The lock is deep," said Ada Holm of Lock Street.'
)
SPEC = (
    "sources: [{id: 1, text: a.txt}, 2]\nrules: {citation-unused: off, uncited: off}\n"
    "forbidden: [{id: f, says: zeppelin}]\n"
)


def held(hold: Callable[..., Report], article: str, spec: str = SPEC, format: str = "text") -> Report:
    return hold(article, spec, format=format, sources={"1": STORED})


def found(report: Report, rule: str = "quote-not-in-source") -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("article", "checked"),
    [
        pytest.param("Ada Holm spoke [1].", (0, 0), id="no quotation"),
        pytest.param('The "green" plan is here [1].', (0, 0), id="scare quote"),
        pytest.param('She read "Old Times" [1].', (0, 0), id="title of two words"),
        pytest.param('Ada Holm said nothing of the "axis" on Monday [1].', (0, 0), id="a word that she does not say"),
        pytest.param('"We are old friends," Ada Holm said [1].', (1, 0), id="word for word"),
        pytest.param('"We are," Ada Holm said, "old friends" [1].', (1, 0), id="split"),
        pytest.param('"We are ... friends," Ada Holm said [1].', (1, 0), id="gap"),
        pytest.param('"We [two] are old friends," Ada Holm said [1].', (1, 0), id="bracket"),
        pytest.param("‘We are old friends,’ Ada Holm said [1].", (1, 0), id="single marks"),
        pytest.param("«We are old friends», Ada Holm said [1].", (1, 0), id="angles"),
        pytest.param('"It is deep water," Ada Holm said [2].', (0, 1), id="its source has no text"),
        pytest.param('"It is deep water," Ada Holm said [1, 2].', (0, 1), id="another source has none"),
        pytest.param('"We are old friends," Ada Holm said [1, 2].', (1, 0), id="in one of two"),
        pytest.param('"It is deep water," Ada Holm said.', (0, 1), id="no source is cited"),
        pytest.param('"It is deep water," Ada Holm said [7].', (0, 1), id="source unknown"),
        pytest.param("She said this: \"They said 'we are old friends' too\" [2].", (0, 1), id="nested"),
        pytest.param("“We are old friends.\n\n“The lock is deep,” Ada Holm said [2].", (0, 1), id="two paragraphs"),
        pytest.param("The boats' owners and the captains' wives don't agree [1].", (0, 0), id="apostrophes"),
    ],
)
def test_no_false_alarm(hold: Callable[..., Report], article: str, checked: tuple[int, int]) -> None:
    report = held(hold, article)
    assert not found(report)
    assert (report.article.quotations_found, report.article.quotations_unchecked) == checked


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param('"We are very old friends," Ada Holm said [1].', "We are very old friends,", id="a word added"),
        pytest.param('"We will … go," Ada Holm said [1].', "We will … go,", id="a gap over not"),
        pytest.param('"Nonsense," Ada Holm said [1].', "Nonsense,", id="one word that somebody says"),
        pytest.param('Ada Holm said "never" on Monday [1].', "never", id="one word right after the verb"),
        pytest.param('He called it "a lock of gold and glass" [1].', "a lock of gold and glass", id="without a verb"),
        pytest.param("As Ada Holm put it:\n\n> It is a shallow lock.\n\nThe end.", "", id="block, no citation"),
    ],
)
def test_not_in_its_source(hold: Callable[..., Report], article: str, words: str) -> None:
    findings = found(held(hold, article, format="markdown"))
    assert [(one.severity, one.found) for one in findings] == ([("error", words)] if words else [])


def test_a_block_quotation_is_cited_by_the_sentence_that_leads_to_it(hold: Callable[..., Report]) -> None:
    article = "As Ada Holm put it [1]:\n\n> It is a shallow lock.\n\nThe end [2]."
    assert [one.found for one in found(held(hold, article, format="markdown"))] == ["It is a shallow lock."]


def test_the_nearest_passage_and_its_difference_are_shown(hold: Callable[..., Report]) -> None:
    [finding] = found(held(hold, 'Ada Holm said "we will go" [1].'))
    assert finding.message == "the quotation is not in [1], which its sentence cites"
    assert (finding.expected, finding.claim) == ("we will not go", "")
    assert [(one.approved, one.found) for one in finding.differences] == [("not", "")]


def test_a_claimed_quotation_is_the_claims(hold: Callable[..., Report]) -> None:
    spec = SPEC + "claims: [{id: q, quotes: We are very old friends, cites: [1]}]\n"
    [finding] = found(held(hold, '"We are very old friends," Ada Holm said [1].', spec))
    assert finding.claim == "q"


def test_where_an_article_cites_in_words_any_source_will_do(hold: Callable[..., Report]) -> None:
    report = held(hold, '"We are old friends," Ada Holm said. "It is nice," she said.', "citations: none\n" + SPEC)
    assert not found(report)
    assert (report.article.quotations_found, report.article.quotations_unchecked) == (1, 1)
