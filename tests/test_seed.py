"""The real article that the project was asked for: every sentence approved, honest edits green, changed facts red.

Its sentences are read where it stands; the edits name single words and phrases of it.
"""

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import fill

import pytest

from factspec.articles.article import Article
from factspec.language.function_words import FREE_SIGNS, FREE_WORDS
from factspec.language.tokens import Token, tokenize
from factspec.projects.loading import parse_article
from factspec.rules.finding import Report
from factspec.rules.run import check
from factspec.specs.model import Spec
from factspec.specs.parsing import parse_spec


def full_claims(article: Article) -> Spec:
    """A spec that approves each sentence of an article and what it cites."""
    claims = []
    for number, sentence in enumerate(article.sentences):
        words = article.text[sentence.start : sentence.end].replace("'", "''")
        cites = sorted({one for m in article.markers if sentence.start < m.at <= sentence.end for one in m.ids})
        claims.append(f"  - id: s{number}\n    says: '{words}'\n    cites: [{', '.join(cites)}]\n")
    head = "factspec: 1\narticle: ../articles/seed.txt\nsources: [1, 2, 3]\nclaims:\n"
    return parse_spec((head + "".join(claims)).encode(), "specs/seed.factspec.yaml")


def judged(seed: Path, edit: Callable[[str], str]) -> Report:
    text = seed.read_text(encoding="utf-8")
    spec = full_claims(parse_article(text.encode(), "text"))
    return check(spec, parse_article(edit(text).encode(), "text", path="articles/seed.txt"))


def replaced(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def rewrapped(text: str) -> str:
    return "\n\n".join(fill(block, 60, break_long_words=False, break_on_hyphens=False) for block in text.split("\n\n"))


def curled(text: str) -> str:
    return re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda text: text, id="as it stands"),
        pytest.param(curled, id="quotation marks curled"),
        pytest.param(lambda text: text.replace("U.S.", "US"), id="US for U.S."),
        pytest.param(lambda text: text.replace("[1, 2, 3]", "[1,2,3]"), id="markers without spaces"),
        pytest.param(replaced("between Moscow and Beijing", "between Beijing and Moscow"), id="order of a pair"),
        pytest.param(rewrapped, id="wrapped at 60 columns"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(lambda text: rewrapped(curled(text.replace("U.S.", "US"))), id="several at once"),
    ],
)
def test_an_honest_edit_is_green(seed: Path, edit: Callable[[str], str]) -> None:
    assert [str(finding) for finding in judged(seed, edit).errors] == []


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        pytest.param("Tuesday", "Wednesday", "weekday", id="weekday"),
        pytest.param("Vladimir Putin", "Dmitry Medvedev", "name", id="person"),
        pytest.param("Xi Jinping [1]", "Li Qiang [1]", "name", id="other person"),
        pytest.param("in Beijing on", "in Shanghai on", "name", id="place"),
        pytest.param("Donald Trump, the", "Joe Biden, the", "name", id="president"),
        pytest.param("the Kremlin seeks", "the White House seeks", "name", id="institution"),
        pytest.param("Russia-China partnership", "Russia-India partnership", "name", id="half of a pair"),
        pytest.param("Trump-Xi summit", "Biden-Xi summit", "name", id="half of another pair"),
        pytest.param("Washington and Beijing", "London and Beijing", "name", id="capital"),
        pytest.param("the two global powers", "the three global powers", "number", id="number word"),
        pytest.param("the two leaders", "the four leaders", "number", id="number word of leaders"),
        pytest.param("are not based", "are based", "negation", id="negation dropped"),
        pytest.param("has not been fully detailed", "has been fully detailed", "negation", id="other negation dropped"),
        pytest.param("might have weakened", "have weakened", "hedge", id="hedge dropped"),
        pytest.param("is expected to cover", "will cover", "hedge", id="expectation dropped"),
        pytest.param("shortly after a", "shortly before a", "opposite", id="order reversed"),
        pytest.param("immediately after Donald", "immediately before Donald", "opposite", id="other order reversed"),
        pytest.param("might have weakened", "might have strengthened", "opposite", id="direction"),
        pytest.param("stability and mutual", "instability and mutual", "negation", id="prefix"),
        pytest.param("of a third party", "of a fourth party", "number", id="ordinal"),
    ],
)
def test_a_changed_fact_is_red_and_named(seed: Path, old: str, new: str, kind: str) -> None:
    errors = [finding for finding in judged(seed, replaced(old, new)).errors if finding.claim]
    assert [finding.rule for finding in errors] == ["claim-changed"]
    kinds = {difference.kind for difference in errors[0].differences}
    assert kinds == {kind}, errors[0].differences


def test_a_denial_before_the_first_sentence_is_red(seed: Path) -> None:
    report = judged(seed, lambda text: f"The Kremlin denied reports that {text}")
    assert {finding.rule for finding in report.errors if finding.claim == "s0"} == {"claim-reframed"}


@pytest.mark.parametrize("number", range(9))
def test_a_dropped_or_changed_marker_is_red(seed: Path, number: int) -> None:
    def dropped(text: str) -> str:
        found = list(re.finditer(r" \[[\d, ]+\]", text))[number]
        return text[: found.start()] + text[found.end() :]

    rules = {finding.rule for finding in judged(seed, dropped).errors}
    assert "citation-mismatch" in rules


def strictly(seed: Path) -> tuple[str, Article, Spec]:
    """The article's source, the article, and a strict spec that approves all of it as it is."""
    text = seed.read_text(encoding="utf-8")
    article = parse_article(text.encode(), "text", path="articles/seed.txt")
    return text, article, full_claims(article)._replace(strict=True)


def test_the_article_is_green_under_a_strict_spec(seed: Path) -> None:
    _, article, spec = strictly(seed)
    assert [str(one) for one in check(spec, article).errors] == []


@pytest.mark.slow
def test_no_word_of_the_article_is_taken_out_or_followed_by_another_unseen(seed: Path) -> None:
    text, article, spec = strictly(seed)
    words = [one for one in tokenize(article.text) if one.key not in FREE_SIGNS and one.key not in FREE_WORDS]
    assert len(words) > 200
    assert [place for place in words if not _is_seen(text, article, spec, place)] == []


def _is_seen(text: str, article: Article, spec: Spec, word: Token) -> bool:
    start, end = article.source_span(word.start, word.end)
    edits = (text[:start] + text[end:], f"{text[:end]} gladly{text[end:]}")
    return all(check(spec, parse_article(one.encode(), "text", path="articles/seed.txt")).errors for one in edits)
