"""Laws of the whole way from bytes to verdicts."""

import random
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.articles.article import ArticleError
from factspec.projects.loading import parse_article
from factspec.rules.finding import Report
from factspec.rules.run import check
from factspec.specs.model import Spec, SpecError
from factspec.specs.parsing import parse_spec

WORDS = "The lock keeper said on Friday that forty barges had passed and “none” was lost in May 2026".split()
FORMATS = ("text", "markdown", "html")

SENTENCES = [
    "The lock at Ketta reopened on Friday after nine weeks of work",
    "It cost 2.4 million crowns, a third of it from the province",
    "“We are glad,” the keeper Ada Holm said",
    "Forty barges passed on the first day, and none had to wait",
    "The keeper’s house was not part of the plan",
]
SPEC = """\
factspec: 1
article: ../articles/a.{suffix}
sources: [{sources}]
claims:
{claims}"""
CLAIMS = [
    "  - {id: reopened, says: The lock at Ketta reopened on Friday, cites: [1]}\n",
    '  - {id: cost, says: "It cost 2.4 million crowns", cites: {any_of: [1, 2]}}\n',
    '  - {id: glad, quotes: "We are glad", speaker: Ada Holm, cites: [3]}\n',
    "  - {id: barges, facts: [Forty barges, first day], cites: [2]}\n",
    "  - {id: wrong, says: The keeper's house was part of the plan}\n",
    "  - {id: absent, says: A zeppelin landed at midnight on the airfield}\n",
]
CITED = ["[1]", "[2]", "[3]", "[2]", "[1]"]


def loaded(claims: list[str], sources: str = "1, 2, 3", suffix: str = "txt") -> Spec:
    return parse_spec(
        SPEC.format(suffix=suffix, sources=sources, claims="".join(claims)).encode(), "specs/a.factspec.yaml"
    )


def verdicts(report: Report) -> dict[str, str]:
    return {claim.id: claim.verdict for claim in report.claims}


def found(report: Report) -> list[tuple[str, str]]:
    return sorted((finding.rule, finding.claim) for finding in report.findings)


def paragraphs(join: str = " ") -> list[str]:
    cited = [f"{words} {marker}." for words, marker in zip(SENTENCES, CITED, strict=True)]
    return [join.join(cited[:2]), join.join(cited[2:])]


def as_text(lines: list[str]) -> bytes:
    return "\n\n".join(lines).encode()


EXPECTED = {
    "reopened": "passed",
    "cost": "passed",
    "glad": "passed",
    "barges": "passed",
    "wrong": "changed",
    "absent": "missing",
}


@cache
def unchanged() -> Report:
    """What is found in the article as it is, with claims and sources in their own order."""
    return check(loaded(CLAIMS), parse_article(as_text(paragraphs()), "text", path="articles/a.txt"))


def test_the_verdicts_that_the_laws_keep() -> None:
    assert verdicts(unchanged()) == EXPECTED


@given(st.binary(max_size=400), st.sampled_from(FORMATS))
def test_any_bytes_are_an_article_or_an_error(data: bytes, name: str) -> None:
    try:
        article = parse_article(data, name)
    except ArticleError:
        return
    assert isinstance(check(loaded(CLAIMS), article), Report)


@given(
    st.lists(
        st.sampled_from([*WORDS, "[1]", "[2, 3]", "[1,", "]", ".", "\n\n", "“", '"', "<b>", "&amp;", "#", "*"]),
        max_size=60,
    )
)
def test_any_words_are_judged(words: list[str]) -> None:
    for name in FORMATS:
        try:
            article = parse_article(" ".join(words).encode(), name)
        except ArticleError:
            continue
        check(loaded(CLAIMS), article)


@given(st.text(max_size=200))
def test_any_text_is_a_claim_or_a_mistake(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    try:
        spec = loaded([f"  - {{id: c, says: {quoted}}}\n"])
    except SpecError:
        return
    check(spec, parse_article(as_text(paragraphs()), "text"))


@given(st.permutations(CLAIMS), st.permutations(["1", "2", "3"]))
def test_order_changes_no_verdict(claims: list[str], sources: list[str]) -> None:
    article = parse_article(as_text(paragraphs()), "text", path="articles/a.txt")
    report = check(loaded(claims, ", ".join(sources)), article)
    assert verdicts(report) == EXPECTED
    assert found(report) == found(unchanged())


def straight(text: str) -> str:
    return text.translate(str.maketrans("“”’", '""\''))


@given(st.integers(20, 90), st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from([" ", "\u00a0"]))
def test_house_style_changes_no_verdict(width: int, straighten: bool, end: str, space: str) -> None:
    text = "\n\n".join("\n".join(wrapped(line, width)) for line in paragraphs())
    text = (straight(text) if straighten else text).replace(" crowns", f"{space}crowns").replace("\n", end)
    report = check(loaded(CLAIMS), parse_article(text.encode(), "text", path="articles/a.txt"))
    assert verdicts(report) == EXPECTED


def wrapped(line: str, width: int) -> list[str]:
    lines = [""]
    for word in line.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.mark.parametrize("seed", range(5))
def test_the_format_changes_no_verdict(seed: int) -> None:
    chance = random.Random(seed)
    lines = paragraphs()
    chance.shuffle(lines)
    html = "".join(f"<p>{line.replace('[', '<sup>[').replace(']', ']</sup>')}</p>\n" for line in lines)
    written: dict[str, tuple[str, bytes]] = {
        "text": ("txt", as_text(lines)),
        "markdown": ("md", as_text([line.replace("Friday", "*Friday*") for line in lines])),
        "html": ("html", f"<article>{html.replace('Friday', '<em>Friday</em>')}</article>".encode()),
    }
    reports = {
        name: check(loaded(CLAIMS, suffix=suffix), parse_article(data, name, path=f"articles/a.{suffix}"))
        for name, (suffix, data) in written.items()
    }
    assert all(verdicts(report) == EXPECTED for report in reports.values())
    assert found(reports["text"]) == found(reports["markdown"]) == found(reports["html"])


@pytest.mark.parametrize(
    ("edit", "red"),
    [
        pytest.param(lambda text: text.replace("Friday", "Thursday"), "reopened", id="weekday"),
        pytest.param(lambda text: text.replace("2.4", "2.5"), "cost", id="number"),
        pytest.param(lambda text: text.replace("million", "billion"), "cost", id="magnitude"),
        pytest.param(lambda text: text.replace("glad", "sad"), "glad", id="quotation"),
        pytest.param(lambda text: text.replace("Ada Holm", "Ada Lind"), "glad", id="speaker"),
        pytest.param(lambda text: text.replace("Forty", "Fourteen"), "barges", id="fact"),
    ],
)
def test_a_changed_fact_never_passes(edit: Callable[[str], str], red: str) -> None:
    text = edit(as_text(paragraphs()).decode())
    report = check(loaded(CLAIMS), parse_article(text.encode(), "text", path="articles/a.txt"))
    assert {claim for claim, verdict in verdicts(report).items() if verdict != EXPECTED[claim]} == {red}
