"""An article's text as HTML: every word of others in it is escaped, wherever it is shown."""

from typing import Any

import pytest
from markupsafe import Markup

from factspec.facts.difference import Difference
from factspec.language.places import Span
from factspec.reports.article_markup import ArticleMarkup, text
from factspec.reports.shown_article import ShownArticle, ShownClaim, ShownFinding, ShownSource
from factspec.rules.finding import ArticleResult, Finding, Report, Severity, WaiverResult
from factspec.rules.page import (
    FORBIDDEN,
    InSource,
    Page,
    PageBlock,
    PageClaim,
    PageMarker,
    PageSentence,
    PageSource,
    State,
)

HOSTILE = "<b>\"'&\x1b##[x]"
SAFE = "&lt;b&gt;&quot;&#x27;&amp;\\x1b\\x23#[x]"
LONG = len(HOSTILE)
KINDS = ("paragraph", "heading", "title", "caption", "list-item", "table-cell", "quotation", "note", "code")


def filled(kind: Any, **given: Any) -> Any:
    """A value in which every text that is not given is hostile, and every number is 1."""
    values = {str: HOSTILE, int: 1, float: 1.0, bool: False}
    return kind(**{name: values[hint] for name, hint in kind.__annotations__.items() if hint in values} | given)


SOURCE = ShownSource(HOSTILE, filled(PageSource))
SEARCHED = tuple(
    InSource(HOSTILE, sources, outcome)
    for outcome in ("found", "absent", "unchecked")
    for sources in ((), (HOSTILE,), (HOSTILE + "2",))
)
CLAIMS = tuple(
    ShownClaim(
        HOSTILE,
        filled(
            PageClaim,
            key=key,
            sentences=sentences,
            facts=facts,
            cited=(HOSTILE, HOSTILE + "2"),
            tags=(HOSTILE,),
            evidence=SEARCHED,
            values=SEARCHED,
        ),
    )
    for key in ("says", "quotes", "facts", FORBIDDEN)
    for facts in ((), ((HOSTILE, True), (HOSTILE, False)))
    for sentences in ((), (0, 1))
)
DIFFERENCE = filled(Difference, approved_start=0, approved_end=LONG, start=0, end=LONG)
FINDINGS = tuple(
    ShownFinding(HOSTILE, filled(Finding, severity=severity, differences=differences, path=path))
    for severity in (Severity.ERROR, Severity.WARNING)
    for path in (HOSTILE, f"{HOSTILE}2")
    for differences in ((), (DIFFERENCE,))
)


def shown(page: Page) -> ShownArticle:
    report = Report(HOSTILE, filled(ArticleResult, not_read=()), (), (), waivers=(filled(WaiverResult),), rules_off=())
    made: ShownArticle = filled(
        ShownArticle,
        report=report,
        page=page,
        claims=CLAIMS,
        listed=dict(enumerate(FINDINGS)),
        findings=FINDINGS,
        sources={HOSTILE: SOURCE},
    )
    return made


def page_of(kind: str, state: State) -> Page:
    """A sentence that everything is about, in its words one part plain, one left over and one changed; and two more.

    The second one is about what the first one is about, and for the third nothing accounts.
    """
    placed = tuple(number for number, one in enumerate(CLAIMS) if one.claim.sentences)
    about = {"claims": placed, "findings": tuple(range(len(FINDINGS)))}
    beside = {"quotations": tuple(range(len(SEARCHED))), "waivers": (0,)}
    ends = [3 * LONG, 4 * LONG, 5 * LONG]
    left = (Span(LONG, 2 * LONG), Span(3 * LONG, 5 * LONG))
    return Page(
        text=HOSTILE * 5,
        blocks=(PageBlock(kind, 0, ends[0], 1), PageBlock(kind, ends[0], ends[2], 1)),
        sentences=(
            PageSentence(0, ends[0], 0, state, left, **about, **beside),
            PageSentence(ends[0], ends[1], 1, state, left, **about),
            PageSentence(ends[1], ends[2], 1, state, left),
        ),
        markers=tuple(
            PageMarker(at, sentence, (HOSTILE, HOSTILE), (HOSTILE, ""), malformed)
            for at, sentence in ((LONG, 0), (ends[0], 0), (ends[1], 1))
            for malformed in ("", HOSTILE)
        ),
        claims=tuple(one.claim for one in CLAIMS),
        quotations=SEARCHED,
        sources=(),
        changed=(Span(2 * LONG, 3 * LONG),),
        apart=(),
    )


@pytest.fixture
def article() -> ShownArticle:
    return shown(page_of("paragraph", State.WRONG))


def assert_escaped(markup: Markup, times: int) -> None:
    """Nothing of a hostile text is as it was; our own markup has no apostrophe."""
    assert markup.count(SAFE) == markup.count("b&gt;") >= times
    assert not [one for one in ("<b>", "'", "\x1b", "##[") if one in markup]


def test_our_own_words_stay_as_they_are() -> None:
    assert text("Rain fell on Monday") == "Rain fell on Monday"


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_said_of_a_sentence_is_escaped(kind: str, state: State) -> None:
    assert_escaped(ArticleMarkup(shown(page_of(kind, state))).groups(), 400)


def test_the_words_of_an_article_are_marked_where_they_differ_or_are_left_over() -> None:
    page = page_of("paragraph", State.PARTLY)._replace(markers=())
    words = ArticleMarkup(shown(page)).groups().partition('<span class="t">')[2].partition("</span><button")[0]
    assert words == f'{SAFE}<span class="left">{SAFE}</span><mark>{SAFE}</mark>'


def test_a_change_over_two_sentences_is_marked_in_both() -> None:
    page = page_of("paragraph", State.CHECKED)._replace(markers=(), changed=(Span(2 * LONG, 4 * LONG),))
    read = [one.partition("</span><button")[0] for one in ArticleMarkup(shown(page)).groups().split('<span class="t">')]
    assert read[1:] == [f"{SAFE * 2}<mark>{SAFE}</mark>", f"<mark>{SAFE}</mark>", SAFE]


def test_what_a_second_sentence_is_about_too_is_described_at_the_first() -> None:
    first, second, third = (
        ArticleMarkup(shown(page_of("paragraph", State.CHECKED))).groups().split('<div class="p ')[1:]
    )
    assert (first.count("<section"), first.count("<details"), first.count("Also:")) == (9, 8, 0)
    assert (second.count("<section"), second.count("<details"), second.count("Also:")) == (0, 0, 1)
    assert second.count("<a href") == 16
    assert "<section" not in third


def test_what_is_in_no_sentence_is_escaped(article: ShownArticle) -> None:
    markup = ArticleMarkup(article)
    for finding in FINDINGS:
        assert_escaped(markup.finding(finding), 12)
    for claim in CLAIMS:
        assert_escaped(markup.claim(claim), 20)


def test_a_verdict_counts_errors_and_warnings(article: ShownArticle) -> None:
    assert ArticleMarkup(article).verdict().striptags() == "4 errors 4 warnings"
    assert ArticleMarkup(article._replace(findings=())).verdict().striptags() == "as approved"
