"""Text of strangers in every form of report: none of it becomes markup, a command or an escape sequence."""

import json
import re
import unicodedata
from collections.abc import Callable
from functools import partial
from itertools import chain
from xml.etree import ElementTree as ET

import pytest
from tests.growth import SQUARE, growth

from factspec.facts.difference import Difference
from factspec.projects.verdict import Run
from factspec.reports.summary import FORMS
from factspec.rules.finding import Finding

HOSTILE = {
    "the end of a script": "a</script><script>alert(1)</script>",
    "a comment of HTML": "a<!--<script>",
    "an attribute": "\"' onload=alert(1) x='\"",
    "a command of GitHub": "\n::error file=x::no\n::stop-commands::x",
    "a command at the start": "::error::no",
    "a command of other runners": "##[error]no ##vso[task] ##teamcity[x]",
    "escapes of a terminal": "\x1b[31mred\x1b]8;;x\x07\x9b2J",
    "a right-to-left override": "a\u202eb\u2066c\u200b",
    "control characters": "a\0b\x08c\x7fd\u0085e\u2028f\ufffeg",
    "half of a surrogate pair": "a\ud800b\udfffc",
    "the end of a CDATA section": "a]]>b&c<d>",
    "Markdown": "```\n# a\n[x](javascript:alert(1)) <b> | `` ` ```````",
    "a link in SARIF": "[x](1) {0} \\[y](2)",
    "percent signs": "100%0A::error::%25",
    "a long line": "word " * 20_000,
}
# Forms that quote the words of a text as they are, because nothing reads markup in them.
_PLAIN = {"text", "github", "markdown"}
_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_OURS = re.compile(r"::(error|warning) (file=[^:]*,title=[^:]*|title=\w+)::")


def reads(form: str, text: str) -> object:
    """What a program reads of a report."""
    if form in ("json", "sarif", "gitlab", "jsonld"):
        assert text.isascii()
        return json.loads(text)
    return ET.fromstring(text.encode()) if form == "junit" else text


def hostile_run(text: str, finding: Callable[..., Finding], run_with: Callable[..., Run]) -> Run:
    end = len(text)
    difference = Difference("wording", text, text, 0, end, 0, end)
    about = {"message": text, "expected": text, "found": text, "differences": (difference,)}
    quoting = {"cited": text, "advice": text, "note": text}
    one = finding(**about, **quoting, path=text[:300])
    other = finding(rule="uncited", family="citations", claim="", article=text[:300], spec=text[:300], **quoting)
    return run_with(one, other, text=text, path=text[:300], missing=(one,), of_spec=(other,), incomplete=text)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_it_stays_text(form: str, text: str, finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    run = hostile_run(text, finding, run_with)
    for shown in (FORMS[form].render(run), FORMS[form].show(run)):
        assert reads(form, shown) is not None
        shown.encode()
        assert not [
            one for one in set(shown) if one != "\n" and unicodedata.category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        ]
        assert not re.search(r"##\w*\[", shown)
        commands = [line for line in shown.splitlines() if line.lstrip().startswith("::")]
        assert all(form == "github" and _OURS.match(line) for line in commands)
        assert form in _PLAIN or "</script><script>" not in shown or form in ("json", "sarif", "gitlab")


@pytest.mark.parametrize("form", FORMS)
def test_work_grows_with_the_text(form: str, finding: Callable[..., Finding], run_with: Callable[..., Run]) -> None:
    def work(count: int) -> Callable[[], object]:
        return partial(FORMS[form].render, hostile_run("word " * count, finding, run_with))

    assert growth(work, 1000) < SQUARE


@pytest.mark.parametrize("form", FORMS)
def test_an_incomplete_run_says_so(form: str, run_with: Callable[..., Run]) -> None:
    complete, incomplete = (FORMS[form].render(run_with(incomplete=why)) for why in ("", "stopped by Ada"))
    assert "stopped by Ada" in incomplete
    assert not re.search(r"incomplete(?!\": \"\",)", complete)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_run_gives_the_same_report(
    form: str, finding: Callable[..., Finding], run_with: Callable[..., Run]
) -> None:
    assert FORMS[form].render(run_with(finding())) == FORMS[form].render(run_with(finding()))


def test_every_suffix_is_that_of_one_form_that_may_be_guessed() -> None:
    suffixes = list(chain.from_iterable(FORMS[name].SUFFIXES for name in FORMS if FORMS[name].GUESSED))
    assert len(set(suffixes)) == len(suffixes)
    assert all(one.startswith(".") and one == one.lower() for one in suffixes)
