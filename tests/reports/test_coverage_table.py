"""The table of articles: those that are not wholly covered, or all."""

from factspec.reports.summary import coverage_table
from factspec.rules.finding import ArticleResult


def row(path: str, coverage: int, spec: str = "specs/a.factspec.yaml") -> tuple[str, ArticleResult]:
    article = ArticleResult(path, "", sentences=2, with_claim=1, cited=1, markers=1, coverage=coverage)
    return spec, article


def test_no_article_no_line() -> None:
    assert not list(coverage_table([]))


def test_covered_articles_are_counted() -> None:
    assert list(coverage_table([row("a.txt", 100), row("b.txt", 100)])) == ["coverage: 100 % in 2 of 2 articles"]


def test_articles_below_are_listed_and_the_others_counted() -> None:
    header, line, rest = coverage_table([row("a.txt", 100), row("b.txt", 50)])
    assert (header.split()[0], line.split()[0], rest) == ("article", "b.txt", "coverage: 100 % in 1 of 2 articles")


def test_all_are_listed_when_asked_for() -> None:
    assert [line.split()[0] for line in coverage_table([row("a.txt", 100), row("b.txt", 50)], every=True)] == [
        "article",
        "a.txt",
        "b.txt",
    ]


def test_of_two_specs_of_one_article_each_is_named() -> None:
    _, line, _ = coverage_table([row("a.txt", 50), row("a.txt", 100, "specs/b.factspec.yaml")])
    assert "a.txt (specs/a.factspec.yaml)" in line
