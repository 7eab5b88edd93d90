"""An article's text as HTML: every word of others in it is escaped, wherever it is shown."""

from typing import Any

import pytest
from markupsafe import Markup

from factspec.reports.article_markup import ArticleMarkup, text
from factspec.reports.shown_article import (
    Group,
    Piece,
    ShownArticle,
    ShownClaim,
    ShownFinding,
    ShownSentence,
    ShownSource,
)
from factspec.rules.finding import ArticleResult, Finding, Report, Severity, WaiverResult
from factspec.rules.page import FORBIDDEN, InSource, PageClaim, PageSource, State

HOSTILE = "<b>\"'&\x1b##[x]"
SAFE = "&lt;b&gt;&#34;&#39;&amp;\\x1b\\x23#[x]"
MARKS = ("", "changed", "left", "malformed", "cut")
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
PIECES = (*(Piece(HOSTILE, mark) for mark in MARKS), Piece(labels=((HOSTILE, HOSTILE), (HOSTILE, ""))))
CLAIMS = tuple(
    ShownClaim(
        HOSTILE,
        filled(PageClaim, key=key, facts=facts, cited=(HOSTILE,), tags=(HOSTILE,), evidence=SEARCHED, values=SEARCHED),
    )
    for key in ("says", "quotes", "facts", FORBIDDEN)
    for facts in ((), ((HOSTILE, True), (HOSTILE, False)))
)
FINDINGS = tuple(
    ShownFinding(HOSTILE, filled(Finding, severity=severity, differences=(), path=path), PIECES, PIECES)
    for severity in (Severity.ERROR, Severity.WARNING)
    for path in (HOSTILE, f"{HOSTILE}2")
)


def sentence(state: State, **given: Any) -> ShownSentence:
    every = {
        "findings": FINDINGS,
        "claims": CLAIMS,
        "elsewhere": (*CLAIMS, *FINDINGS),
        "quotations": SEARCHED,
        "waivers": (filled(WaiverResult),),
        "rules": frozenset({HOSTILE}),
        "about": frozenset({HOSTILE}),
    }
    made: ShownSentence = filled(ShownSentence, state=state, pieces=PIECES, left=(HOSTILE,), **(every | given))
    return made


@pytest.fixture
def article() -> ShownArticle:
    report = Report(HOSTILE, filled(ArticleResult, not_read=()), (), (), (), ())
    made: ShownArticle = filled(
        ShownArticle, report=report, groups=(), findings=FINDINGS, apart=(), unplaced=(), sources=(SOURCE,)
    )
    return made


def assert_escaped(markup: Markup, times: int) -> None:
    """Nothing of a hostile text is as it was; our own markup has no apostrophe."""
    assert markup.count(SAFE) == markup.count("b&gt;") >= times
    assert not [one for one in ("<b>", "'", "\x1b", "##[") if one in markup]


def test_our_own_words_stay_as_they_are() -> None:
    assert text("Rain fell on Monday") == "Rain fell on Monday"


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_said_of_a_sentence_is_escaped(kind: str, state: State, article: ShownArticle) -> None:
    full, bare = sentence(state), sentence(state, findings=(), claims=(), elsewhere=(), quotations=())
    assert_escaped(ArticleMarkup(article).group(Group(kind, (((full, bare),), ((bare,),)))), 200)


def test_what_is_in_no_sentence_is_escaped(article: ShownArticle) -> None:
    markup = ArticleMarkup(article)
    for shown in FINDINGS:
        assert_escaped(markup.finding(shown), 20)
    for claim in CLAIMS:
        assert_escaped(markup.claim(claim), 20)


def test_a_verdict_counts_errors_and_warnings(article: ShownArticle) -> None:
    assert ArticleMarkup(article).verdict().striptags() == "2 errors 2 warnings"
    assert ArticleMarkup(article._replace(findings=())).verdict().striptags() == "as approved"
