"""A run as one page for an editor: an index of articles, and each article as it was read, every sentence by its state.

The page needs no network. Whatever is quoted is escaped by the template, and a policy of content in the page allows
its own script and style alone, by their hashes.
"""

import base64
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from factspec.projects.uncollected import uncollected
from factspec.projects.verdict import Run
from factspec.reports.shown_article import ShownArticle, counted, shown_articles
from factspec.reports.summary import figure_lines
from factspec.rules.finding import Finding, Severity
from factspec.rules.page import State

SUFFIXES = (".html", ".htm")
PAGES = True

_WEB = re.compile(r"https?://", re.IGNORECASE)


@uncollected()
def render(run: Run) -> str:
    """The page, in which no line begins a command to a CI runner."""
    from factspec.reports.article_markup import ArticleMarkup

    template = _template()
    style, script = _own("report.css"), _own("report.js")
    articles = shown_articles(run)
    loose = [*(finding for one in run.judged for finding in one.findings), *run.missing]
    text: str = template.render(
        style=style,
        script=script,
        security=_security(style, script),
        articles=list(map(ArticleMarkup, articles)),
        loose=loose,
        headline=_headline(run, articles, loose),
        lede=_lede(run, articles),
        incomplete=run.incomplete,
        figures=list(_figures(run)),
        rules=sorted(Counter(one.finding.rule for article in articles for one in article.findings).items()),
        states=list(State),
    )
    return text


def missing() -> str:
    """What to install if jinja2 is not there."""
    if find_spec("jinja2"):
        return ""
    what = "a report as HTML needs jinja2, which is not installed: install factspec with the extra `html`"
    return f"{what}, as in `pip install 'factspec[html]'`"


def _template() -> Any:
    """The template, in which every text is made printable and then escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    from factspec.reports.article_markup import text

    def safe(value: object) -> object:
        return Markup(text(value)) if isinstance(value, str) and not isinstance(value, Markup) else value  # noqa: S704

    environment = Environment(
        autoescape=True,
        finalize=safe,
        loader=PackageLoader("factspec.reports"),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.tests["web"] = lambda url: bool(_WEB.match(url))
    environment.filters |= {"own": Markup, "counted": counted}
    return environment.get_template("report.html")


def _own(name: str) -> str:
    return files("factspec.reports").joinpath("templates", name).read_text(encoding="utf-8")


def _security(style: str, script: str) -> str:
    """The policy of content: nothing is loaded, and nothing runs but this style and this script."""
    hashes = (base64.b64encode(sha256(one.encode()).digest()).decode() for one in (style, script))
    style_hash, script_hash = (f"'sha256-{one}'" for one in hashes)
    allowed = f"style-src {style_hash}; script-src {script_hash}; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


# What the page says of the whole run.


def _headline(run: Run, articles: Sequence[ShownArticle], loose: Sequence[Finding]) -> str:
    """The news."""
    failing = sum(one.errors > 0 for one in articles)
    if failing:
        need = "needs" if failing == 1 else "need"
        return "The article needs work" if len(articles) == 1 else f"{failing} of {len(articles)} articles {need} work"
    if run.incomplete or any(one.severity is Severity.ERROR for one in loose):
        return "Not everything was judged"
    if not articles:
        return "No article was judged"
    return "The article is as approved" if len(articles) == 1 else f"All {len(articles)} articles are as approved"


def _lede(run: Run, articles: Sequence[ShownArticle]) -> str:
    severities = Counter(one.severity for one in run.listed)
    errors, warnings = severities[Severity.ERROR], severities[Severity.WARNING]
    claims = sum(len(one.report.claims) for one in articles)
    passed = claims - sum(one.failed for one in articles)
    found = counted(errors, "error") if errors else "No errors"
    also = f" and {counted(warnings, 'warning')}" if warnings else ""
    return f"{found}{also}. {passed} of {counted(claims, 'claim')} pass."


def _figures(run: Run) -> Iterator[tuple[str, str]]:
    """The lines of the summary, each as its name and the rest; the table of coverage is the index."""
    for line in figure_lines(run._replace(incomplete="")):
        name, _, rest = line.partition(": ")
        if rest and not line.startswith(" "):
            yield name, rest
