"""Articles with their citations as JSON-LD, in the vocabulary of schema.org, for the pages that publish them."""

import re
from collections.abc import Iterator
from typing import Any

from factspec.projects.verdict import DeclaredSource, Judged, Run
from factspec.reports.machine_text import json_text
from factspec.rules.finding import ArticleResult

SUFFIXES = (".jsonld",)

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_WEB = re.compile(r"https?://", re.IGNORECASE)
# A source that no article cites.
_BACKGROUND = "background"


def render(run: Run) -> str:
    """A graph with a `NewsArticle` for each article; it may be put into a `script` element of a page as it is."""
    articles = (_article(report.article, one) for one in run.judged for report in one.reports)
    graph = {"@context": "https://schema.org", "@graph": [*_incomplete(run), *articles]}
    return json_text(graph, 4).replace("<", "\\u003c")


def _incomplete(run: Run) -> Iterator[dict[str, Any]]:
    if run.incomplete:
        yield {"@type": "Report", "name": "factspec", "creativeWorkStatus": f"incomplete: {run.incomplete}"}


def _article(article: ArticleResult, judged: Judged) -> dict[str, Any]:
    known = {
        "headline": article.title,
        "datePublished": article.published,
        "citation": [one for source in judged.sources if source.role != _BACKGROUND for one in _citation(source)],
    }
    return {"@type": "NewsArticle", "identifier": article.path} | {key: value for key, value in known.items() if value}


def _citation(source: DeclaredSource) -> Iterator[dict[str, Any]]:
    """The source, unless the spec says nothing about it but its id."""
    url = source.url if _WEB.match(source.url) else ""
    if source.title or url:
        known = {
            "name": source.title or url,
            "url": url,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "datePublished": source.issued if _DAY.fullmatch(source.issued) else "",
        }
        yield {"@type": "CreativeWork"} | {key: value for key, value in known.items() if value}
