"""name-variant: one person spelled, called or titled in two ways."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

CLAIM = "claims: [{id: c, facts: [harbour]}]\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Petra Karvi spoke. Later Karvi left.", id="family name alone"),
        pytest.param("Petra Karvi spoke. Later Petra Karvi left.", id="twice"),
        pytest.param("Petra Karvi met Olof Karvi.", id="two people of one family"),
        pytest.param("Dan Reyl spoke. Later Daniel Reyl left.", id="short form"),
        pytest.param("Ann Kelly met Laura Kelley.", id="like names with other first names"),
        pytest.param("The Supreme Court met. Later the Superior Court met.", id="bodies"),
        pytest.param("The Northern Province and the Northeastern Province agreed.", id="regions"),
        pytest.param("He saw Lake Vattern and Lake Vatern.", id="places"),
        pytest.param("President Petra Karvi spoke. Later President Karvi left.", id="one office"),
        pytest.param("Mr Karvi spoke to Petra Karvi. Later Dr Karvi left.", id="forms of address"),
        pytest.param("President Petra Karvi spoke for former Senator Karvi.", id="former office"),
        pytest.param("President Olof Karvi and Senator Petra Karvi spoke.", id="offices of two people"),
        pytest.param("Premier Petra Karvi spoke. Later Prime Minister Karvi left.", id="two words for one office"),
        pytest.param("On Monday Petra Karvi left. On Mondays he sails.", id="weekdays"),
        pytest.param("Petra Karvi's boat left. Later Karvi's crew left.", id="possessive"),
        pytest.param("Russian boats and Russians left Petra Russo.", id="peoples"),
        pytest.param("Ana Li spoke. Later Anna Lee left.", id="short names"),
        pytest.param("Petra Karvi left.\n\nPetro Karvi And The Boat\n\nThe boat left.", id="heading"),
        pytest.param("Stephen Osei met Stephan Osei.", id="both in one sentence"),
        pytest.param("Maria Osei came. Mario Osei left.", id="a last letter makes another name"),
        pytest.param("PETRA KARVI left. Petra Karvi came.", id="capitals"),
        pytest.param("", id="nobody"),
        pytest.param("Petra Jones left with the Jonese.", id="no name after an article"),
        pytest.param("Petra Marks left. Market stalls closed.", id="a word that opens a sentence"),
        pytest.param("Ferry company Havn left. Ferry company Hafn came.", id="no first name"),
    ],
)
def test_silent(hold: Callable[..., Report], text: str) -> None:
    report = hold(f"The harbour is open. {text}\n", CLAIM)
    assert [str(one) for one in report.findings if one.rule == "name-variant"] == []


@pytest.mark.parametrize(
    ("text", "found", "differs"),
    [
        pytest.param("Volodymyr Zelensky spoke. Later Mr Zelenskyy left.", "Zelenskyy", "spelled", id="other script"),
        pytest.param("Volodymyr Zelensky spoke. Zelenskyy left.", "Zelenskyy", "spelled", id="opens a sentence"),
        pytest.param("Recep Erdoğan spoke; then Erdogan left.", "Erdogan", "spelled", id="accent"),
        pytest.param("Jürgen Müller spoke. Later Mr Mueller left.", "Mueller", "spelled", id="umlaut"),
        pytest.param("Petra Hoffmann came. Later Petra Hofmann left.", "Petra Hofmann", "spelled", id="doubled letter"),
        pytest.param("Vladimir Putin came. Later Vladislav Putin left.", "Vladislav Putin", "first", id="first name"),
        pytest.param("Sergey Lavrov came. Later Sergei Lavrov left.", "Sergei Lavrov", "first", id="its spelling"),
    ],
)
def test_reported(hold: Callable[..., Report], text: str, found: str, differs: str) -> None:
    report = hold(f"The harbour is open.\n\n{text}\n", CLAIM)
    [finding] = [one for one in report.findings if one.rule == "name-variant"]
    assert finding.found == found
    assert differs in finding.message
    assert finding.message.count("(line 3)") == 2


@pytest.mark.parametrize("letter", ["я", "中", "¹"])
def test_an_endless_word_is_searched_once(letter: str, hold: Callable[..., Report]) -> None:
    assert not hold(f"The harbour. {letter * 20_000}", CLAIM).errors
