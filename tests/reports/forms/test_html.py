"""The page for an editor: what it shows of an article, and that nothing in it is loaded or run but its own script."""

import base64
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

import pytest

from factspec.cli.main import main
from factspec.projects.checking import Call, judge_call
from factspec.projects.verdict import Run
from factspec.reports.forms import html
from factspec.reports.shown_article import fragment
from factspec.rules.finding import Finding

VOID = {"br", "img", "input", "link", "meta", "rect"}

ARTICLE = """\
# Rain in Lund

Rain fell on Monday in Lund, and nobody minded [1]. The mayor called it "a fine rain" [2, 9].

- It was cold.
- The harbour froze [1].

| town | depth |
|---|---|
| Lund | 4 metres |

> Nobody had seen the like.

```
x = 1
```
"""
SPEC = """\
factspec: 1
article: ../articles/a.md
strict: true
sources:
  - {id: 1, title: Weather of the week, publisher: Example Wire, issued: 2026-05-20, URL: https://wire.example/rain}
  - {id: 2, title: Talks with the mayor, URL: "javascript:alert(1)", text: ../articles/2.txt}
claims:
  - {id: rain, says: "Rain fell on Tuesday in Lund", cites: [1], note: seen by Ada, tags: [weather]}
  - {id: fine, quotes: a fine rain, cites: [2]}
  - {id: frozen, says: The harbour froze., cites: [1]}
  - {id: gone, facts: [glacier, avalanche]}
forbidden:
  - {id: no-flood, says: the flood, reason: nobody has said so}
waivers:
  - {rule: uncited, at: It was cold., reason: felt by all, until: 2026-12-31}
"""


class Element:
    """An element of the page with its attributes, its text, and the elements around it."""

    def __init__(self, tag: str, attributes: dict[str, str], around: "Element | None") -> None:
        self.tag, self.attributes, self.around, self.text = tag, attributes, around, ""

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def is_in(self, other: "Element") -> bool:
        return self is other or (self.around is not None and self.around.is_in(other))


class Parsed(HTMLParser):
    """The elements of a page, which is well formed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.stack: list[Element] = []
        self.feed(page)
        self.close()
        assert not self.stack

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        element = Element(tag, {name: value or "" for name, value in attrs}, self.stack[-1] if self.stack else None)
        self.elements.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.stack:
            element.text += data

    def of(self, **wanted: str) -> list[Element]:
        """The elements with these attributes; `cls` is one of the classes."""
        cls, tag = wanted.pop("cls", ""), wanted.pop("tag", "")
        return [
            one
            for one in self.elements
            if (not cls or cls in one.classes)
            and (not tag or one.tag == tag)
            and wanted.items() <= one.attributes.items()
        ]

    def one(self, **wanted: str) -> Element:
        [element] = self.of(**wanted)
        return element


def judged(folder: Path, article: str = ARTICLE, spec: str = SPEC, **more: str) -> Run:
    files = {
        "articles/a.md": article,
        "articles/2.txt": 'The mayor spoke of "a fine rain" and of nothing else.\n',
        "specs/a.factspec.yaml": spec,
        "pyproject.toml": "[tool.factspec]\n",
        **more,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return judge_call(Call([folder / "specs"], folder, pages=True), date(2026, 6, 1))


@pytest.fixture
def page(tmp_path: Path) -> Parsed:
    return Parsed(html.render(judged(tmp_path)))


def plain(text: str) -> str:
    return " ".join(text.split())


def sentence(page: Parsed, words: str) -> Element:
    [found] = [one for one in page.of(cls="s") if words in one.text and "data-state" in one.attributes]
    return found


def panel(page: Parsed, words: str) -> Element:
    """What the page says of the sentence with these words."""
    [button] = [one for one in page.of(tag="button", cls="b") if one.is_in(sentence(page, words))]
    return page.one(id=button.attributes["aria-controls"])


# -- nothing to report


def test_a_run_of_nothing_is_a_page() -> None:
    page = Parsed(html.render(Run(())))
    assert page.one(tag="h1").text == "No article was judged"


def test_an_article_as_approved_needs_no_work(tmp_path: Path) -> None:
    spec = "factspec: 1\narticle: ../articles/a.md\nclaims: [{id: a, says: It rained.}]\n"
    page = Parsed(html.render(judged(tmp_path, "It rained.\n", spec)))
    assert page.one(tag="h1").text == "The article is as approved"
    assert page.one(cls="lede").text == "No errors. 1 of 1 claim pass."
    assert not page.of(cls="finding")
    assert not page.of(cls="open")
    assert sentence(page, "It rained.").attributes["data-state"] == "checked"


# -- the article as read


def test_every_sentence_has_its_state(page: Parsed) -> None:
    shown = [one for one in page.of(tag="span", cls="t") if one.around and "data-state" in one.around.attributes]
    assert {plain(one.text): one.around.attributes["data-state"] for one in shown if one.around} == {
        "Rain in Lund": "uncovered",
        "Rain fell on Monday in Lund, and nobody minded[1].": "wrong",
        'The mayor called it "a fine rain"[2, 9].': "wrong",
        "It was cold.": "waived",
        "The harbour froze[1].": "checked",
        "town": "uncovered",
        "depth": "uncovered",
        "Lund": "uncovered",
        "4 metres": "uncovered",
        "Nobody had seen the like.": "wrong",
        "x = 1": "uncovered",
    }


def test_a_state_is_said_in_words_too(page: Parsed) -> None:
    assert sentence(page, "It was cold.").text == "It was cold.waived"
    assert (
        sentence(page, "Rain fell").text.endswith("wrong, with a warning")
        or "wrong" in sentence(page, "Rain fell").text
    )


def test_blocks_are_what_they_were(page: Parsed) -> None:
    around = {
        tag: [
            plain(one.text)
            for one in page.of(tag="span", cls="t")
            if any(one.is_in(block) for block in page.of(tag=tag))
        ]
        for tag in ("h3", "li", "td", "blockquote", "code")
    }
    assert around == {
        "h3": ["Rain in Lund"],
        "li": ["It was cold.", "The harbour froze[1]."],
        "td": ["town", "depth", "Lund", "4 metres"],
        "blockquote": ["Nobody had seen the like."],
        "code": ["x = 1"],
    }


def test_markers_link_to_their_sources(page: Parsed) -> None:
    links = [one for one in page.of(tag="a") if one.is_in(sentence(page, "The mayor called"))]
    assert [(one.text, one.attributes["href"]) for one in links] == [("2", "#specs/a.factspec.yaml::source:2")]
    assert page.one(cls="undeclared").text == "9"
    assert "Talks with the mayor" in page.one(id="specs/a.factspec.yaml::source:2").text


def test_a_change_is_shown_at_its_sentence(page: Parsed) -> None:
    assert [one.text for one in page.of(tag="mark") if one.is_in(sentence(page, "Rain fell"))] == ["Monday"]
    shown = panel(page, "Rain fell")
    assert "open" in shown.classes
    marked = [one for one in page.of(tag="mark") if one.is_in(shown)]
    assert [(one.text, one.around and one.around.around and one.around.around.classes) for one in marked] == [
        ("Tuesday", ["was"]),
        ("Monday", ["is"]),
    ]
    assert "weekday Tuesday → Monday (claim 'rain')" in shown.text


def test_what_accounts_for_a_sentence_is_in_its_panel(page: Parsed) -> None:
    assert all(text in plain(panel(page, "Rain fell").text) for text in ("seen by Ada", "weather", "by nobody yet"))
    assert "felt by all" in panel(page, "It was cold").text
    assert "2026-12-31" in panel(page, "It was cold").text
    assert "a fine rain found in [2]" in plain(panel(page, "The mayor called").text)
    assert "No claim covers" not in panel(page, "The harbour froze").text
    assert "must cite [1]" in panel(page, "The harbour froze").text


def test_who_approved_a_claim_comes_from_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged(tmp_path)
    monkeypatch.chdir(tmp_path)
    main(["approve", "--by", "Ada Lind <ada@example.org>", "specs/a.factspec.yaml::frozen"])
    page = Parsed(html.render(judged(tmp_path)))
    shown = panel(page, "The harbour froze").text.replace("\n", "")
    assert re.search(r"approvedby Ada Lind <ada@example\.org> on \d{4}-\d\d-\d\d", shown)


def test_what_is_in_no_sentence_is_listed(page: Parsed) -> None:
    gone, forbidden = (page.one(id=f"specs/a.factspec.yaml::{one}") for one in ("gone", "no-flood"))
    assert "missing" in gone.text
    assert "not in the article" in forbidden.text
    assert [one for one in page.of(cls="finding") if "claim 'gone' is not in the article" in one.text]


def test_the_index_has_verdicts_and_coverage(page: Parsed) -> None:
    [entry] = [one for one in page.of(tag="li") if "data-article" in one.attributes]
    assert entry.attributes["data-article"] == "specs/a.factspec.yaml"
    assert "Rain in Lund" in entry.text
    assert re.search(r"\d+ errors", entry.text)
    assert "2 of 5 claims pass" in entry.text
    widths = [float(one.attributes["width"]) for one in page.of(tag="rect")]
    assert sum(widths) == pytest.approx(100, abs=0.1)


def test_totals_say_what_was_not_done(tmp_path: Path) -> None:
    loose = SPEC.replace("strict: true\n", "")
    page = Parsed(html.render(judged(tmp_path, spec=loose)._replace(incomplete="stopped by Ada")))
    totals = {one.text: other.text for one, other in zip(page.of(tag="dt"), page.of(tag="dd"), strict=False)}
    assert totals["not read"] == "1 code block"
    assert "source-unpinned" in totals["rules off"]
    assert "stopped by Ada" in page.one(cls="cut-short").text


def test_specs_that_could_not_be_judged_come_first(
    finding: Callable[..., Finding], run_with: Callable[..., Run]
) -> None:
    page = Parsed(html.render(run_with(missing=(finding(rule="spec-missing", message="no spec"),))))
    assert page.one(tag="h1").text == "Not everything was judged"
    assert "no spec" in page.one(cls="loose").text


def test_articles_that_need_work_come_first(tmp_path: Path) -> None:
    judged(tmp_path)
    fine = "factspec: 1\narticle: ../articles/b.md\nclaims: [{id: a, says: It rained.}]\n"
    (tmp_path / "articles/b.md").write_text("It rained.\n")
    (tmp_path / "specs/0.factspec.yaml").write_text(fine)
    run = judge_call(Call([tmp_path / "specs"], tmp_path, pages=True), date(2026, 6, 1))
    page = Parsed(html.render(run))
    assert page.one(tag="h1").text == "1 of 2 articles needs work"
    listed = [one.attributes["data-article"] for one in page.of(tag="li") if "data-article" in one.attributes]
    assert listed == ["specs/a.factspec.yaml", "specs/0.factspec.yaml"]
    assert ["open" in one.attributes for one in page.of(tag="details", cls="article")] == [True, False]


# -- ids and addresses


def test_ids_are_unique_and_every_link_inside_leads_to_one(page: Parsed) -> None:
    ids = Counter(one.attributes["id"] for one in page.elements if "id" in one.attributes)
    assert max(ids.values()) == 1
    inside = {one.attributes["href"][1:] for one in page.of(tag="a") if one.attributes["href"].startswith("#")}
    controlled = {one.attributes["aria-controls"] for one in page.of(tag="button", cls="b")}
    assert inside | controlled <= ids.keys()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param("specs/summit.factspec.yaml::arrival", "specs/summit.factspec.yaml::arrival", id="as it is"),
        pytest.param("a b", "a%20b", id="space"),
        pytest.param("50 %", "50%20%25", id="percent"),
        pytest.param('"><script>', "%22%3E%3Cscript%3E", id="markup"),
        pytest.param("a#b\n\u202e", "a%23b%0A%E2%80%AE", id="hash, line feed, override"),
        pytest.param("\ud800", "%ED%A0%80", id="half of a surrogate pair"),
    ],
)
def test_fragments_are_encoded(text: str, address: str) -> None:
    assert fragment(text) == address


def test_renditions_are_told_apart_as_in_pytest(tmp_path: Path) -> None:
    spec = "factspec: 1\narticle: [../articles/a.md, ../articles/b.md]\nclaims: [{id: a, says: It rained.}]\n"
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/b.md").write_text("It rained.\n")
    page = Parsed(html.render(judged(tmp_path, "It rained.\n", spec)))
    claims = [one.attributes["id"] for one in page.of(tag="details", cls="claim")]
    assert claims == ["specs/a.factspec.yaml::a@a.md", "specs/a.factspec.yaml::a@b.md"]


# -- text of strangers


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a</script><script>alert(1)</script>", None, id="the end of a script"),
        pytest.param("' onload=alert(1) x=\"", None, id="an attribute"),
        pytest.param("a <b><i x", None, id="an open tag"),
        pytest.param("{{ 7 * 7 }}{% raw %}", None, id="a template"),
        pytest.param("::error file=x::no", None, id="a command"),
        pytest.param("##[error]no", "\\x23#[error]no", id="a command anywhere"),
        pytest.param("a\x1b]8;;red", "a\\x1b]8;;red", id="an escape sequence"),
        pytest.param("a\u202eb", "a\\u202eb", id="an override"),
    ],
)
def test_text_stays_text(text: str, shown: str | None, tmp_path: Path) -> None:
    article = f"{text} is what he wrote.\n\nIt rained.\n"
    spec = "factspec: 1\narticle: ../articles/a.txt\nclaims: [{id: a, says: It rained.}]\n"
    run = judged(tmp_path, spec=spec, **{"articles/a.txt": article})
    rendered = html.render(run)
    page = Parsed(rendered)
    assert [one.tag for one in page.elements].count("script") == 1
    assert plain(sentence(page, "is what he wrote").text).startswith(shown or text)
    assert not [line for line in rendered.splitlines() if line.lstrip().startswith("::")]
    assert_inert(page)


def assert_inert(page: Parsed) -> None:
    """Nothing is loaded or run but the one script and the one style."""
    assert not [name for one in page.elements for name in one.attributes if name.startswith("on")]
    assert not [one for one in page.elements if "style" in one.attributes or "src" in one.attributes]
    hrefs = [one.attributes["href"] for one in page.elements if "href" in one.attributes]
    assert all(one.startswith(("#", "https://", "http://")) for one in hrefs)
    assert not page.of(tag="link")


def test_the_policy_of_content_allows_its_own_script_alone(page: Parsed) -> None:
    assert_inert(page)
    policy = page.one(**{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    directives = dict(one.strip().split(" ", 1) for one in policy.split(";"))
    assert directives["default-src"] == "'none'"
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        digest = base64.b64encode(sha256(page.one(tag=tag).text.encode()).digest()).decode()
        assert directives[directive] == f"'sha256-{digest}'"
    assert "unsafe" not in policy


def test_an_address_that_is_no_web_address_is_no_link(page: Parsed) -> None:
    assert "javascript:alert(1)" in page.one(id="specs/a.factspec.yaml::source:2").text
    assert not [one for one in page.of(tag="a") if "javascript" in one.attributes["href"]]


def test_a_sentence_of_a_million_characters_is_cut(tmp_path: Path) -> None:
    spec = "factspec: 1\narticle: ../articles/a.md\nclaims: [{id: a, says: It rained.}]\n"
    rendered = html.render(judged(tmp_path, f"It rained.\n\n{'word ' * 200_000}\n", spec))
    assert len(rendered) < 200_000
    assert "979,999 more characters, which are not shown here" in rendered


# -- where it comes from


def test_a_saved_verdict_is_no_page_so_the_article_is_judged_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert [main(["check", "--output", name]) for name in ("a.json", "a.html", "b.html")] == [1, 1, 1]
    first, second = (Path(name).read_text(encoding="utf-8") for name in ("a.html", "b.html"))
    assert first == second
    assert sentence(Parsed(first), "It was cold.").classes == ["s", "waived"]


@pytest.mark.parametrize("words", [(), ("-p", "xdist.plugin", "-n", "1")], ids=str)
def test_pytest_writes_the_same_page(pytester: pytest.Pytester, words: tuple[str, ...]) -> None:
    judged(pytester.path)
    assert main(["check", "--output", "a.html"]) == 1
    pytester.runpytest("specs", "--factspec-report", "b.html", *words)
    first, second = ((pytester.path / name).read_text(encoding="utf-8") for name in ("a.html", "b.html"))
    assert first == second


# -- what is installed


def test_without_jinja_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    judged(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(html, "find_spec", MappingProxyType({}).get)
    assert main(["check", "--output", "a.html"]) == 2
    message = capsys.readouterr().err
    assert message.startswith("factspec check: a report as HTML needs jinja2, which is not installed")
    assert message.endswith("`pip install 'factspec[html]'`\n")
    assert not (tmp_path / "a.html").exists()
