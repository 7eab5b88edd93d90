from collections.abc import Callable
from datetime import date

import pytest

from factspec.specs.model import Spec
from factspec.specs.sources import whole_date

MistakeLines = Callable[[str], list[str]]
CLAIM = "claims: [{id: a, says: b}]\n"


@pytest.mark.parametrize(
    ("text", "issued", "shown"),
    [
        pytest.param("2026-05-20", date(2026, 5, 20), "2026-05-20", id="a day"),
        pytest.param("2026-05", None, "2026-05", id="a month"),
        pytest.param("2026", None, "2026", id="a year"),
        pytest.param("2026-05-20/2026-05-22", date(2026, 5, 20), "2026-05-20/2026-05-22", id="an interval"),
        pytest.param("2026-05-20?", None, "2026-05-20?", id="a doubtful day"),
        pytest.param("{literal: 20th of May 2026}", None, "20th of May 2026", id="words"),
        pytest.param("2026-05-20/..", date(2026, 5, 20), "2026-05-20/..", id="an open end"),
        pytest.param("../2026-05-20", date(2026, 5, 20), "../2026-05-20", id="an open beginning"),
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
def test_a_date_that_does_not_exist(mistake_lines: MistakeLines, body: str, expected: str) -> None:
    (only,) = mistake_lines("+" + body)
    assert only.startswith(expected)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("{literal: 20th of May 2027}", None, id="words"),
        pytest.param("../2027", None, id="an open beginning"),
        pytest.param("-0044", None, id="before the common era"),
        pytest.param("{date-parts: [[-44, 3]]}", None, id="a month before the common era"),
        pytest.param("2027-05-20", date(2027, 5, 20), id="a day"),
        pytest.param("2027-05-20T23:30:00Z", date(2027, 5, 20), id="a time"),
        pytest.param("2027-05-20/2027-05-22", date(2027, 5, 20), id="an interval"),
        pytest.param("2027-05/..", date(2027, 4, 1), id="an open end"),
        pytest.param("2027-05", date(2027, 4, 1), id="a month"),
        pytest.param("2027-01", date(2026, 12, 1), id="January"),
        pytest.param("2027-05-XX", date(2027, 4, 1), id="a day left open"),
        pytest.param("2027", date(2027, 1, 1), id="a year"),
        pytest.param("'2027?'", date(2027, 1, 1), id="a doubtful year"),
        pytest.param("2027-05-20~", date(2027, 5, 20), id="about a day"),
        pytest.param("2027-XX-XX", date(2027, 1, 1), id="a month and a day left open"),
        pytest.param("202X", date(2020, 1, 1), id="a decade"),
        pytest.param("'0001-01'", date(1, 1, 1), id="the first month"),
        pytest.param("{raw: 2027-XX-05}", date(2027, 1, 1), id="the year of a day without a month"),
        pytest.param("2027-22", date(2027, 1, 1), id="a summer"),
        pytest.param("{date-parts: [[2027]]}", date(2027, 1, 1), id="parts of a year"),
        pytest.param("{date-parts: [[2027, 5]], circa: true}", date(2027, 4, 1), id="parts of a month"),
        pytest.param("{date-parts: [[2027, 5, 20], [2028]]}", date(2027, 5, 20), id="parts of a day"),
        pytest.param("{edtf: 2027-05-20}", date(2027, 5, 20), id="EDTF"),
        pytest.param("{raw: 2027-05-20}", date(2027, 5, 20), id="raw"),
        pytest.param("{raw: '05/21/2027'}", date(2027, 1, 1), id="the year of a raw day"),
        pytest.param("{raw: Spring 2027}", date(2027, 1, 1), id="the year of raw words"),
    ],
)
def test_the_first_day_on_which_a_source_can_have_come_out(
    load: Callable[[str], Spec], text: str, first: date | None
) -> None:
    (source,) = load(f"sources: [{{id: 1, issued: {text}}}]\n{CLAIM}").sources
    assert source.issued_from == first


_FORM = "write year-month-day, such as 2026-05-20, or 2026-05, or 2026; for words use `{literal: …}`"


@pytest.mark.parametrize(
    ("issued", "shown", "advice"),
    [
        pytest.param("20270101", "20270101", "write 2027-01-01", id="without hyphens"),
        pytest.param("2027/1/31", "2027/1/31", "write 2027-01-31", id="slashes"),
        pytest.param("2027-5-1", "2027-5-1", "write 2027-05-01", id="short numbers"),
        pytest.param("2027.05.01", "2027.05.01", "write 2027-05-01", id="stops"),
        pytest.param("20271301", "20271301", _FORM, id="no day without hyphens"),
        pytest.param("'05/21/2027'", "05/21/2027", _FORM, id="month first"),
        pytest.param("20 May 2027", "20 May 2027", _FORM, id="words"),
        pytest.param("2027-05-20/2027-05-21/2027", "2027-05-20/2027-05-21/2027", _FORM, id="three"),
        pytest.param("7", "7", _FORM, id="one digit"),
        pytest.param("99999", "99999", _FORM, id="five digits"),
        pytest.param("2027-05-20 1", "2027-05-20 1", _FORM, id="more after it"),
        pytest.param("2027??", "2027??", _FORM, id="two signs"),
        pytest.param("{raw: soon}", "soon", _FORM, id="raw without a year"),
        pytest.param("{raw: 20270101}", "20270101", "write 2027-01-01", id="raw without hyphens"),
        pytest.param("{edtf: May 2027}", "May 2027", _FORM, id="no EDTF"),
    ],
)
@pytest.mark.parametrize("variable", ["issued", "accessed"])
def test_what_cannot_be_read_as_a_date(
    mistake_lines: MistakeLines, variable: str, issued: str, shown: str, advice: str
) -> None:
    (only,) = mistake_lines(f"+sources: [{{id: 1, {variable}: {issued}}}]\n{CLAIM}")
    assert only.partition(": ")[2] == f"`{variable}` is `{shown}`, which cannot be read as a date | {advice}"


@pytest.mark.parametrize("issued", ["{season: 2}", "{circa: true, season: 1}"])
def test_a_date_mapping_without_a_date(mistake_lines: MistakeLines, issued: str) -> None:
    (only,) = mistake_lines(f"+sources: [{{id: 1, issued: {issued}}}]\n{CLAIM}")
    assert only.startswith("3:27: `issued` has no date | add `date-parts")


def test_a_whole_date_has_three_parts() -> None:
    assert [whole_date(text) for text in ("2026-05-20", "2026-5-20", "2026-05", "20260520", "")] == [
        date(2026, 5, 20),
        None,
        None,
        None,
        None,
    ]
