"""unread-changed: what is not read is as it was when somebody approved it."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report
from factspec.specs.policy import Policy

TEXT = """\
The pier closed on Monday [1]. The [ferry](https://ferry.example/lines) sailed on Tuesday [2].

![](pier.png)

```
pier = 7
```

## Sources

1. Port Wire, "Pier closed". https://wire.example/pier
2. City Log. https://log.example/ferry
"""
PAGE = """\
<p>The pier closed on Monday <a href="#s1">[1]</a>. It is old <a href="#s1">[1]</a>.</p>
<button>Buy</button>
<script>a()</script>
<h2>Sources</h2>
<ol><li id="s1">Port Wire <a href="https://wire.example/pier">report</a></li></ol>
"""
SPEC = """\
sources:
  - {id: 1, URL: https://wire.example/pier}
  - {id: 2, URL: https://log.example/ferry}
claims:
  - {id: pier, says: The pier closed on Monday.}
"""
Hold = Callable[..., Report]


def found(hold: Hold, old: str, new: str, *, format: str = "markdown") -> list[tuple[int, str, str, str]]:
    article = PAGE if format == "html" else TEXT
    assert old in article
    report = hold(article.replace(old, new), SPEC, format=format, approved=article, whole=True)
    return [(one.line, one.message, one.expected, one.found) for one in report.findings if one.rule == "unread-changed"]


@pytest.mark.parametrize(
    ("old", "new", "format"),
    [
        pytest.param("The", "The", "markdown", id="nothing"),
        pytest.param("It is old", "It is new", "html", id="words that are read"),
        pytest.param('"Pier closed"', "“Pier closed”", "markdown", id="typography"),
        pytest.param("ferry.example/lines", "ferry.example/lines?utm_source=x", "markdown", id="what tracks readers"),
        pytest.param("<button>Buy", "<button>\n  Buy", "html", id="white space"),
        pytest.param("a()", "b()", "html", id="what a script does"),
        pytest.param("It is old <a", 'It is old <a href="#s1">[1]</a> and tall <a', "html", id="another marker"),
        pytest.param(
            "![](pier.png)\n\n```\npier = 7\n```", "```\npier = 7\n```\n\n![](pier.png)", "markdown", id="moved"
        ),
    ],
)
def test_what_is_no_change(hold: Hold, old: str, new: str, format: str) -> None:
    assert found(hold, old, new, format=format) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        pytest.param("City Log.", "City Log, which lies.", 13, "1 source description", id="words of a source"),
        pytest.param("https://log.example/ferry", "report 14", 13, "1 source description", id="address gone"),
        pytest.param("/ferry\n", "/ferry https://log.example/x\n", 13, "1 source description", id="another address"),
        pytest.param("\n1. Port", "\n1. He stole it. Port", 12, "1 source description", id="words before a source"),
        pytest.param("2. City", "2. Port News\n3. City", 13, "2 source descriptions", id="another source"),
        pytest.param("2. City Log. https://log.example/ferry\n", "", 1, "1 source description", id="a source is gone"),
        pytest.param("ferry.example/lines", "ferry.example/x", 1, "1 link target", id="target of a link"),
        pytest.param("pier.png", "fire.png", 3, "1 image without text", id="image"),
        pytest.param("pier = 7", "pier = 8", 5, "1 code block", id="code"),
    ],
)
def test_what_changed_in_markdown(hold: Hold, old: str, new: str, line: int, what: str) -> None:
    [(at, message, _, _)] = found(hold, old, new)
    assert message == f"what factspec does not read has changed: {what}"
    assert abs(at - line) <= 1


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        pytest.param("Buy", "The mayor lied", 2, "1 button", id="button"),
        pytest.param("<script>a()</script>", "<script>a()</script><script></script>", 3, "1 script", id="a script"),
        pytest.param('Monday <a href="#s1">', 'Monday <a href="#s2">', 1, "1 marker target", id="a marker's link"),
        pytest.param('Monday <a href="#', 'Monday <a href="lies.html#', 1, "1 marker target", id="another page"),
        pytest.param("Port Wire", "Port News", 5, "1 source description", id="words of a source"),
    ],
)
def test_what_changed_in_a_page(hold: Hold, old: str, new: str, line: int, what: str) -> None:
    [(at, message, _, _)] = found(hold, old, new, format="html")
    assert (at, message) == (line, f"what factspec does not read has changed: {what}")


def test_the_old_and_the_new_text_are_shown(hold: Hold) -> None:
    [(_, _, expected, now)] = found(hold, "Buy", "The mayor lied", format="html")
    assert (expected, now) == ("button: Buy", "button: The mayor lied")
    [(_, _, expected, now)] = found(hold, "2. City Log. https://log.example/ferry\n", "")
    assert (expected, now) == ("source description: [2] City Log. → https://log.example/ferry", "nothing")


def test_a_long_text_is_cut_and_its_end_still_counts(hold: Hold) -> None:
    before = PAGE.replace("Buy", "Buy " * 2000)
    report = hold(before.replace("</button>", "!</button>"), SPEC, format="html", approved=before, whole=True)
    [finding] = [one for one in report.findings if one.rule == "unread-changed"]
    assert len(finding.expected) < 1100
    assert "characters, sha256" in finding.expected


def test_what_an_older_lock_does_not_have_is_not_compared(hold: Hold) -> None:
    report = hold(PAGE.replace("Buy", "Sell"), SPEC, format="html", approved=PAGE)
    assert "unread-changed" not in {one.rule for one in report.findings}


def test_the_address_of_a_declared_source_is_the_concern_of_another_rule(hold: Hold) -> None:
    article = "The pier closed on Monday [1].\n\n[1] https://wire.example/pier\n"
    report = hold(article.replace("/pier", "/fire"), SPEC, approved=article, whole=True)
    assert {one.rule for one in report.findings} == {"reference-mismatch", "citation-unused"}


def test_a_renumbered_list_is_one_finding(hold: Hold) -> None:
    article = "The pier closed on Monday [1]. It is old [2].\n\n[1] Wire https://wire.example/pier\n"
    article += "[2] Log https://log.example/ferry\n"
    now = article.replace("[1]", "[x]").replace("[2]", "[1]").replace("[x]", "[2]")
    report = hold(now, SPEC, approved=article, whole=True)
    assert [one.rule for one in report.findings] == ["reference-mismatch"]


@pytest.mark.parametrize(("strict", "severity"), [("", "warning"), ("strict: true\n", "error")])
def test_it_is_an_error_where_nothing_may_be_added(hold: Hold, strict: str, severity: str) -> None:
    report = hold(TEXT.replace("Port", "New Port"), strict + SPEC, format="markdown", approved=TEXT, whole=True)
    assert [one.severity for one in report.findings if one.rule == "unread-changed"] == [severity]


ENTRY = "It is old [1].\n\n## Sources\n\n1. [Report](https://wire.example/a), [archived](https://old.example/a)\n"


@pytest.mark.parametrize(
    ("old", "new", "spec", "is_found"),
    [
        pytest.param("It is old", "It is new", "{id: 1, URL: https://wire.example/a}", False, id="nothing"),
        pytest.param("", "", "{id: 1, title: Report}", False, id="the spec names no address any more"),
        pytest.param("https://old", "https://new", "{id: 1, URL: https://wire.example/a}", True, id="second link"),
        pytest.param(
            "[Report](https://wire.example/a), [archived](https://old.example/a)",
            "[Report](https://old.example/a), [archived](https://wire.example/a)",
            "{id: 1, URL: https://wire.example/a}",
            True,
            id="links changed places",
        ),
    ],
)
def test_every_link_of_an_entry_is_compared(hold: Hold, old: str, new: str, spec: str, is_found: bool) -> None:
    approved = hold(
        ENTRY, f"sources: [{spec}]\nclaims: [{{id: old, says: It is}}]\n", format="markdown", approved=ENTRY, whole=True
    )
    assert "unread-changed" not in {one.rule for one in approved.findings}
    report = hold(
        ENTRY.replace(old, new),
        f"sources: [{spec}]\nclaims: [{{id: old, says: It is}}]\n",
        format="markdown",
        approved=ENTRY,
        whole=True,
    )
    assert ("unread-changed" in {one.rule for one in report.findings}) is is_found


def test_the_address_is_compared_if_no_other_rule_does(hold: Hold) -> None:
    spec = "sources: [{id: 1, URL: https://wire.example/a}]\nclaims: [{id: old, says: It is}]\n"
    spec += "rules: {reference-mismatch: off}\n"
    report = hold(
        ENTRY.replace("wire.example", "evil.example"),
        spec,
        policy=Policy(specs_may_relax=("reference-mismatch",)),
        format="markdown",
        approved=ENTRY,
        whole=True,
    )
    assert "unread-changed" in {one.rule for one in report.findings}


def test_a_marker_of_a_source_without_an_address_leads_where_it_did(hold: Hold) -> None:
    page = (
        '<p id="p">The pier closed on Monday <a href="#s1">[1]</a>.</p><ol><li id="s1">[1] Port Wire, 4 May</li></ol>'
    )
    report = hold(
        page.replace('"#s1"', '"#p"'),
        "sources: [{id: 1, title: Port Wire}]\nclaims: [{id: pier, says: The pier closed on Monday.}]\n",
        format="html",
        approved=page,
        whole=True,
    )
    assert "unread-changed" in {one.rule for one in report.findings}


PICTURES = {
    "markdown": "The pier closed on Monday [1].\n\n[![The pier](pier.png?v=1)](https://pier.example/)\n",
    "html": """\
<p>The pier closed on Monday [1].</p>
<picture><source srcset="pier.webp 1x, large.webp 2x"><img src="pier.png?v=1" alt="The pier"></picture>
<a href="https://pier.example/"><img src="plan.png"></a>
<map name="plan"><area href="https://gate.example/" alt="The gate"></map>
""",
}


@pytest.mark.parametrize(
    ("format", "old", "new", "what"),
    [
        pytest.param("markdown", "?v=1", "?v=2", [], id="another version, Markdown"),
        pytest.param("html", "?v=1", "?v=2", [], id="another version, HTML"),
        pytest.param("markdown", "pier.png", "fire.png", ["1 picture"], id="photo, Markdown"),
        pytest.param("html", "pier.png", "fire.png", ["1 picture"], id="photo, HTML"),
        pytest.param("html", "pier.webp", "fire.webp", ["1 picture"], id="choice of files"),
        pytest.param("html", "plan.png", "fire.png", ["1 image without text"], id="image without text"),
        pytest.param("markdown", "//pier.", "//evil.", ["1 link target"], id="link around an image, Markdown"),
        pytest.param("html", "//pier.", "//evil.", ["1 link target"], id="link around an image, HTML"),
        pytest.param("html", "//gate.", "//evil.", ["1 link target"], id="area"),
        pytest.param("html", "The gate", "The mayor lied", ["1 screen-reader label"], id="words of an area"),
    ],
)
def test_pictures_and_the_links_on_them(hold: Hold, format: str, old: str, new: str, what: list[str]) -> None:
    approved = PICTURES[format]
    report = hold(approved.replace(old, new), SPEC, format=format, approved=approved, whole=True)
    found = [one.message for one in report.findings if one.rule == "unread-changed"]
    assert found == [f"what factspec does not read has changed: {one}" for one in what]


def test_a_picture_whose_text_is_read_does_not_count_as_not_read(hold: Hold) -> None:
    not_read = hold(PICTURES["html"], SPEC, format="html").article.not_read
    assert not_read == (("image without text", 1), ("link target", 2), ("screen-reader label", 1))


def test_a_link_in_a_note_is_a_link_of_the_text(hold: Hold) -> None:
    article = (
        "The pier closed on Monday [1]. It is old.[^n]\n\n[^n]: See [the plan](plan.pdf).\n\n[1]: https://w.example/a\n"
    )
    spec = "sources: [1]\nclaims: [{id: pier, says: The pier closed on Monday.}]\n"
    report = hold(article.replace("plan.pdf", "lies.pdf"), spec, format="markdown", approved=article, whole=True)
    [finding] = [one for one in report.findings if one.rule == "unread-changed"]
    assert (finding.line, finding.expected, finding.found) == (3, "link target: plan.pdf", "link target: lies.pdf")
