"""Articles with their citations in the vocabulary of schema.org."""

import json
from collections.abc import Callable

import pytest

from factspec.projects.verdict import DeclaredSource, Run
from factspec.reports.forms.jsonld import render


def graph(run: Run) -> list[dict[str, object]]:
    whole = json.loads(render(run))
    assert whole["@context"] == "https://schema.org"
    nodes = whole["@graph"]
    assert isinstance(nodes, list)
    return nodes


def test_an_article_has_its_headline_its_day_and_what_it_cites(run_with: Callable[..., Run]) -> None:
    [article] = graph(run_with())
    assert article == {
        "@type": "NewsArticle",
        "identifier": "articles/a.txt",
        "headline": "Rain in Lund",
        "datePublished": "2026-05-20",
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Rain in Lund",
                "publisher": {"@type": "Organization", "name": "Rain in Lund"},
            },
            {"@type": "CreativeWork", "name": "Wire", "url": "https://wire.example/a", "datePublished": "2026-05"},
        ],
    }


@pytest.mark.parametrize(
    ("values", "citation"),
    [
        pytest.param({}, [], id="an id alone says nothing"),
        pytest.param({"url": "javascript:alert(1)"}, [], id="no address of the web"),
        pytest.param({"title": "A", "issued": "spring 2026"}, [{"name": "A"}], id="no date"),
        pytest.param({"title": "A", "role": "background"}, [], id="background"),
        pytest.param(
            {"url": "HTTPS://a.example"}, [{"name": "HTTPS://a.example", "url": "HTTPS://a.example"}], id="url"
        ),
    ],
)
def test_a_source(values: dict[str, str], citation: list[dict[str, str]], run_with: Callable[..., Run]) -> None:
    source = DeclaredSource("1", 2, "", "", False, "", "", ("1",))._replace(**values)  # type: ignore[arg-type]
    run = run_with(text="")
    run = run._replace(judged=(run.judged[0]._replace(sources=(source,)),))
    [article] = graph(run)
    assert "headline" not in article
    assert article.get("citation", []) == [{"@type": "CreativeWork"} | one for one in citation]


def test_it_may_be_put_into_a_page(run_with: Callable[..., Run]) -> None:
    assert "<" not in render(run_with(text="</script><!-- a"))
    assert graph(run_with(text="</script><!-- a"))[0]["headline"] == "</script><!-- a"
