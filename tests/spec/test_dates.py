from collections.abc import Callable
from datetime import date

import pytest

from factspec.spec.dates import whole_date
from factspec.spec.model import Spec

Told = Callable[[str], list[str]]
CLAIM = "claims: [{id: a, says: b}]\n"


@pytest.mark.parametrize(
    ("text", "issued", "shown"),
    [
        pytest.param("2026-05-20", date(2026, 5, 20), "2026-05-20", id="a day"),
        pytest.param("2026-05", None, "2026-05", id="a month"),
        pytest.param("2026", None, "2026", id="a year"),
        pytest.param("2026-05-20/2026-05-22", date(2026, 5, 20), "2026-05-20/2026-05-22", id="an interval"),
        pytest.param("2026-05-20?", None, "2026-05-20?", id="a doubtful day"),
        pytest.param("20th of May 2026", None, "20th of May 2026", id="words"),
        pytest.param("{date-parts: [[2026, 5, 20]]}", date(2026, 5, 20), "2026-05-20", id="parts"),
        pytest.param("{date-parts: [['2026', '05']]}", None, "2026-05", id="parts of a month"),
        pytest.param("{date-parts: [[-44, 3, 15]]}", None, "-044-03-15", id="before the common era"),
        pytest.param(
            "{date-parts: [[2026, 5, 1], [2026, 5, 3]]}", date(2026, 5, 1), "2026-05-01/2026-05-03", id="two parts"
        ),
        pytest.param("{raw: 2026-05-20}", date(2026, 5, 20), "2026-05-20", id="raw"),
        pytest.param("{literal: spring 2026, circa: true}", None, "spring 2026", id="literal"),
    ],
)
def test_the_date_of_a_source(load: Callable[[str], Spec], text: str, issued: date | None, shown: str) -> None:
    (source,) = load(f"sources: [{{id: 1, issued: {text}}}]\n{CLAIM}").sources
    assert (source.issued, source.csl["issued"]) == (issued, shown)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            f"published: 2026-02-30\n{CLAIM}", "3:12: `published` is `2026-02-30`, a date that does not", id="published"
        ),
        pytest.param(f"published: 2025-02-29\n{CLAIM}", "3:12: `published` is `2025-02-29`", id="no leap year"),
        pytest.param(f"published: 0000-01-01\n{CLAIM}", "3:12: `published` is `0000-01-01`", id="year 0"),
        pytest.param(
            f"published: '2026-05-20\u0660'\n{CLAIM}", "3:12: `published` is `2026-05-20", id="another script's digit"
        ),
        pytest.param(
            "waivers: [{rule: uncited, at: b, reason: c, until: 2026-09-31}]\n",
            "3:52: `until` is `2026-09-31`",
            id="until",
        ),
        pytest.param(
            "waivers: [{rule: uncited, at: b, reason: c, until: soon}]\n", "3:52: `until` is `soon`", id="until no date"
        ),
        pytest.param(f"sources: [{{id: 1, issued: 2026-13}}]\n{CLAIM}", "3:27: `issued` is `2026-13`", id="month 13"),
        pytest.param(
            f"sources: [{{id: 1, accessed: 2026-02-30}}]\n{CLAIM}", "3:29: `accessed` is `2026-02-30`", id="accessed"
        ),
        pytest.param(
            f"sources: [{{id: 1, issued: 2026-05-01/2026-05-32}}]\n{CLAIM}",
            "3:27: `issued` is `2026-05-32`",
            id="interval",
        ),
        pytest.param(
            f"sources: [{{id: 1, issued: {{raw: 2026-02-30}}}}]\n{CLAIM}", "3:33: `issued` is `2026-02-30`", id="raw"
        ),
        pytest.param(
            f"sources: [{{id: 1, issued: {{date-parts: [[2026, 2, 30]]}}}}]\n{CLAIM}",
            "3:41: `issued` is `2026-2-30`",
            id="parts",
        ),
        pytest.param(
            f"sources: [{{id: 1, issued: {{date-parts: [[2026, May]]}}}}]\n{CLAIM}",
            "3:48: an item of `date-parts` is `May`",
            id="a month's name",
        ),
    ],
)
def test_a_date_that_does_not_exist(told: Told, body: str, expected: str) -> None:
    (only,) = told("+" + body)
    assert only.startswith(expected)


def test_a_whole_date_has_three_parts() -> None:
    assert [whole_date(text) for text in ("2026-05-20", "2026-5-20", "2026-05", "20260520", "")] == [
        date(2026, 5, 20),
        None,
        None,
        None,
        None,
    ]
