"""marker-like-text: what looks like a citation and is none."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

CLAIM = "claims: [{id: c, facts: [harbour]}]\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("CO2 and H2O rose, NO2 fell.", id="formulas"),
        pytest.param("The G7 and the G20 met; F16 and MH17.", id="names in capitals"),
        pytest.param("A B2B firm sells an iPhone15 and a Model3.", id="products"),
        pytest.param("COVID19, mp3, h264, python3, html5 and sha256 in bech32", id="terms with a number"),
        pytest.param("He packed it with bzip2. Nobody else did.", id="a source that is cited"),
        pytest.param("The shipyard3 is old.", id="a word that is there with its number alone"),
        pytest.param("The harbour7 is old.", id="a number without a source"),
        pytest.param("See page2.html, example.com/a1 and a@b.c1.", id="addresses"),
        pytest.param("Version v1.2, build1.2.3 and x86.", id="versions"),
        pytest.param("No.1, no.1, vol.2, pp.12, fig.3, jan.5", id="abbreviations"),
        pytest.param("5 m², 10 km², the metres² and x²", id="powers"),
        pytest.param("the 1990s, the 5th, the 3rd, 5pm and 10km", id="ordinals and units"),
        pytest.param("He paid 5.50, 1,200 and .5.", id="numbers"),
        pytest.param("It ended 3-2. 5 boats left.", id="number begins a sentence"),
        pytest.param("It began in spring. 12 boats left.", id="space before the number"),
        pytest.param("He said [sic] and [the] and […].", id="insertions"),
        pytest.param("The paper (Source: Harbour Wire) sold.", id="source in words"),
        pytest.param("The river (source) and the page (ref) are old.", id="words in round brackets"),
        pytest.param("(2) and (a) and (see below)", id="lists"),
        pytest.param("A 6'2 man, 5'10\" tall.", id="feet and inches"),
        pytest.param("John 3:16 and Gen.1", id="verses"),
        pytest.param("#tag1, @user2, a_b1 and path/to1", id="handles"),
        pytest.param("catch22, area51 and step1 there", id="sayings"),
        pytest.param("The boats ferry1 and ferry2 left.", id="names made with numbers"),
        pytest.param("He ran linter8. The linter8 failed.", id="a name that comes again"),
        pytest.param("the ratio(3) of f(x2)", id="formula"),
        pytest.param("It cited its source [1] well [2, 3].", id="markers"),
        pytest.param("He asked who? When? Where?", id="questions"),
        pytest.param("e.g.5 and a.m.7", id="letters with stops"),
    ],
)
def test_silent(hold: Callable[..., Report], text: str) -> None:
    article = f"The harbour is open [1] [2]. {text}\n\nSources\n\n[1] Port Wire\n[2] Ship Wire\n[3] Tide Wire\n"
    report = hold(article, CLAIM)
    assert [str(one) for one in report.findings if one.rule == "marker-like-text"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("It grew [citation needed].", "[citation needed]", id="citation needed"),
        pytest.param("It grew (Citation Needed).", "(Citation Needed)", id="round brackets, capitals"),
        pytest.param("It grew [who?] and fell.", "[who?]", id="who"),
        pytest.param("It grew [add source].", "[add source]", id="note to the writer"),
        pytest.param("It grew (Source 2).", "(Source 2)", id="source with a number"),
        pytest.param("It grew (see sources 1, 3 and 4).", "(see sources 1, 3 and 4)", id="sources"),
        pytest.param("It grew [ref 3].", "[ref 3]", id="ref"),
        pytest.param("It is built on trust.1 The boat left.", "trust.1", id="after the stop"),
        pytest.param("They agreed,2 but left.", "agreed,2", id="after a comma"),
        pytest.param("He spoke of “trust.”3 Then he left.", "trust.”3", id="after a quotation mark"),
        pytest.param("The harbour2 is old.", "harbour2", id="after a word that is there alone, nothing cites it"),
        pytest.param("It grew again.1,2", "again.1,2", id="two numbers"),
        pytest.param("The shipyard¹ is old.", "shipyard¹", id="raised"),
        pytest.param("It grew again.²³", "again.²³", id="raised after the stop"),
    ],
)
def test_reported(hold: Callable[..., Report], text: str, found: str) -> None:
    report = hold(f"The harbour is open. {text}\n", f"sources: [1, 2, 3]\n{CLAIM}")
    assert [one.found for one in report.findings if one.rule == "marker-like-text"] == [found]


def test_raised_digits_are_markers_where_the_spec_says_so(hold: Callable[..., Report]) -> None:
    report = hold("The harbour¹ is open.\n", f"citations: {{style: superscript}}\nsources: [1]\n{CLAIM}")
    assert not [one for one in report.findings if one.rule == "marker-like-text"]


def test_its_item_exists_where_something_looks_like_a_marker(families_of: Callable[..., tuple[str, ...]]) -> None:
    assert "text" in families_of("The harbour is open.2\n", CLAIM)
    assert "text" not in families_of("The harbour is open [1].\n", CLAIM)
