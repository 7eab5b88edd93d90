"""The example articles: every one has a spec, every spec is green, and a broken date is red where it stands."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from factspec.approved.parsing import parse_lock
from factspec.projects.checking import judge_all
from factspec.projects.loading import load_spec, parse_article
from factspec.rules.finding import Finding, Severity, counted_alone
from factspec.rules.run import check

ROOT = Path(__file__).parents[1]
SPECS = sorted((ROOT / "specs").glob("*.factspec.yaml"))
ARTICLES = sorted(path for path in (ROOT / "articles").iterdir() if path.is_file())
# Free of wording, so that it holds in any report of the event: what else a report says is open.
PARTIAL = {"summit-facts.factspec.yaml"}
TODAY = date(2026, 6, 1)


@pytest.mark.parametrize("spec", [pytest.param(spec, id=spec.name) for spec in SPECS])
def test_the_spec_is_green_without_a_warning(spec: Path) -> None:
    run = judge_all([spec], ROOT, today=TODAY)

    assert [str(finding) for finding in run.listed] == []
    assert run.exit_code == 0
    assert all(claim.verdict == "passed" for report in run.reports for claim in report.claims)


@pytest.mark.parametrize("spec", [pytest.param(spec, id=spec.name) for spec in SPECS if spec.name not in PARTIAL])
def test_the_spec_accounts_for_every_sentence_and_demands_it(spec: Path) -> None:
    run = judge_all([spec], ROOT, today=TODAY)

    assert load_spec(spec).strict
    assert [report.article.coverage for report in run.reports] == [100 for _ in run.reports]


@pytest.mark.parametrize(
    ("spec", "after", "sentence"),
    [
        pytest.param("ferry", "[3].", " The mayor stayed away [1].", id="text"),
        pytest.param("si-units", "[^resolution]", " The bells were sold.[^history]", id="Markdown"),
        pytest.param("summit", "[1].", " The talks ended early [1].", id="text, uncited analysis"),
        pytest.param(
            "voyager", "languages.<sup>[1]</sup>", " Its battery will last a decade.<sup>[1]</sup>", id="HTML"
        ),
    ],
)
def test_a_sentence_that_nobody_approved_is_red(tmp_path: Path, spec: str, after: str, sentence: str) -> None:
    _copy_examples_to(tmp_path)
    path = tmp_path / "specs" / f"{spec}.factspec.yaml"
    file = path.parent / load_spec(path).renditions[0].file
    before, _, rest = file.read_text(encoding="utf-8").partition(after)
    file.write_text(f"{before}{after}{sentence}{rest}", encoding="utf-8")
    place = (before.count("\n") + 1, len(before.rpartition("\n")[2]) + len(after) + 2)

    run = judge_all([path], tmp_path, today=TODAY)

    assert [(finding.rule, finding.line, finding.column) for finding in run.findings] == [("text-changed", *place)]
    assert run.exit_code == 1


@pytest.mark.parametrize(
    ("spec", "article"),
    [
        pytest.param("ferry", "ferry.txt", id="text"),
        pytest.param("ferry", "ferry-newsletter.md", id="Markdown with links, partial"),
        pytest.param("si-units", "si-units.md", id="Markdown with footnotes"),
        pytest.param("summit", "summit.txt", id="text, uncited analysis"),
        pytest.param("voyager", "voyager.html", id="HTML"),
    ],
)
def test_no_number_and_no_marker_of_the_article_can_change_unseen(spec: str, article: str) -> None:
    path = f"specs/{spec}.factspec.yaml"
    loaded = load_spec(ROOT / path, root=ROOT)
    lock = parse_lock((ROOT / path).with_suffix(".lock").read_bytes(), path)
    whole = parse_article(ROOT / "articles" / article, path=f"articles/{article}")
    source = whole.source
    # A single digit may be a name: Voyager 1 stands in many places.
    numbers = [whole.source_span(*found.span()) for found in re.finditer(r"\d{2,}", whole.text)]
    changed = [(start, end, f"{int(source[start:end]) + 1:0{end - start}}") for start, end in numbers]
    dropped = [(marker.source_start, marker.source_end, "") for marker in whole.markers]

    unseen = [
        whole.lines.place(start)
        for start, end, other in (*changed, *dropped)
        if check(
            loaded,
            parse_article(f"{source[:start]}{other}{source[end:]}".encode(), whole.format, path=whole.path),
            lock=lock,
            today=TODAY,
        ).passed
    ]

    assert len(changed) >= 6
    assert len(dropped) >= 11
    assert unseen == []


@pytest.mark.parametrize("article", [pytest.param(article, id=article.name) for article in ARTICLES])
def test_the_article_has_a_spec_of_many_claims(article: Path) -> None:
    loaded = [load_spec(spec) for spec in SPECS]
    covering = [
        spec
        for path, spec in zip(SPECS, loaded, strict=True)
        if article in {(path.parent / rendition.file).resolve() for rendition in spec.renditions}
    ]

    assert max(len(spec.claims) for spec in covering) >= 8


def test_the_facts_of_the_summit_hold_in_the_article_they_were_not_written_for(seed: Path) -> None:
    report = check(load_spec(ROOT / "specs" / "summit-facts.factspec.yaml"), parse_article(seed), today=TODAY)

    assert [str(finding) for finding in report.findings if not counted_alone(finding)] == []
    assert len(report.claims) == 12


def test_the_facts_of_the_summit_fail_there_where_one_is_not_so(seed: Path) -> None:
    spec = load_spec(ROOT / "specs" / "summit-facts.factspec.yaml")
    article = parse_article(seed.read_bytes().replace(b"on Tuesday", b"on Friday"), "text", path="seed.txt")

    report = check(spec, article, today=TODAY)

    assert [(finding.rule, finding.claim, finding.line) for finding in report.errors] == [
        ("claim-changed", "arrival", 1)
    ]


@pytest.mark.parametrize(
    ("article", "approved", "broken", "item", "place"),
    [
        pytest.param("summit.txt", "on Tuesday,", "on Wednesday,", "summit::arrival", "1:56", id="text, a weekday"),
        pytest.param(
            "summit.txt", "16 July 2001", "26 July 2001", "summit::treaty", "9:105", id="text, in a long line"
        ),
        pytest.param(
            "ferry.txt", "4 May 2026 [", "5 May 2026 [", "ferry::reopening", "3:94", id="text, below a heading"
        ),
        pytest.param(
            "ferry-newsletter.md", "May\n2026", "May\n2025", "ferry::reopening", "7:94", id="Markdown, two lines"
        ),
        pytest.param(
            "si-units.md", "November 2018**", "November 2016**", "si-units::vote", "13:52", id="Markdown, in emphasis"
        ),
        pytest.param(
            "voyager.html", "February 1990, f", "February 1991, f", "voyager::portrait", "36:9", id="HTML, an entity"
        ),
        pytest.param(
            "voyager.html", "5 March 1979", "6 March 1979", "voyager::jupiter-1", "29:29", id="HTML, a table cell"
        ),
    ],
)
def test_a_broken_date_is_red_where_it_stands(
    tmp_path: Path, article: str, approved: str, broken: str, item: str, place: str
) -> None:
    spec, claim = item.split("::")
    _copy_examples_to(tmp_path)
    file = tmp_path / "articles" / article
    text = file.read_text(encoding="utf-8")
    assert text.count(approved) == 1
    file.write_text(text.replace(approved, broken), encoding="utf-8")

    run = judge_all([tmp_path / "specs" / f"{spec}.factspec.yaml"], tmp_path, today=TODAY)

    errors = [finding for finding in run.findings if finding.severity is Severity.ERROR]
    assert [(finding.rule, finding.claim, _place(finding)) for finding in errors if finding.claim] == [
        ("claim-changed", claim, f"articles/{article}:{place}")
    ]
    assert run.exit_code == 1


def _copy_examples_to(folder: Path) -> None:
    for name in ("articles", "specs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)


def _place(finding: Finding) -> str:
    return f"{finding.path}:{finding.line}:{finding.column}"
