"""mixed-script: words of two scripts."""

from collections.abc import Callable

import pytest

from factspec.rules.finding import Report

CLAIM = "claims: [{id: c, facts: [harbour]}]\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Plain words.", id="ascii"),
        pytest.param("Café, naïve, Łódź, Erdoğan, Đặng.", id="Latin with marks"),
        pytest.param("Москва and Kyiv.", id="a Cyrillic word"),
        pytest.param("Αθήνα and Athens.", id="a Greek word"),
        pytest.param("东京 and Tokyo, 北京Beijing.", id="Han"),
        pytest.param("5 μm, 3 kΩ, ΔT and Δt.", id="units and formulas"),
        pytest.param("β-carotene and α-helix.", id="joined by a hyphen"),
        pytest.param("IT-компания and Wi-Fi.", id="two words of two scripts"),
        pytest.param("πr² and λx.", id="one Latin letter"),
        pytest.param("10\u00a0000 and 5\u202fkm", id="no-break spaces"),
        pytest.param("e\u0301te\u0301", id="combining marks"),
        pytest.param("So 𝑥 = 2𝑦 in ℝ³.", id="variables"),
        pytest.param("ＮＨＫの２０２６年", id="full width"),
        pytest.param("ＮＨＫ and ２０２６", id="full width in Latin text"),
        pytest.param("10 ℃, 5 Ω, № 3, 3 ㎏.", id="signs of units"),
        pytest.param("Ⅳ and ℃ and ½", id="letter-like signs"),
        pytest.param("Ελληνικά Ωmega", id="one Greek capital that looks like nothing Latin"),
    ],
)
def test_silent(hold: Callable[..., Report], text: str) -> None:
    report = hold(f"The harbour is open. {text}\n", CLAIM)
    assert [str(one) for one in report.findings if one.rule == "mixed-script"] == []


@pytest.mark.parametrize(
    ("text", "found", "named"),
    [
        pytest.param("Рutin left.", "Рutin", "cyrillic capital letter er", id="first letter Cyrillic"),
        pytest.param("The prеsident left.", "prеsident", "cyrillic small letter ie", id="inside"),
        pytest.param("𝐧𝐨𝐭 true", "𝐧𝐨𝐭", "mathematical bold small n", id="letters of formulas"),
        pytest.param("n𝗈t true", "n𝗈t", "mathematical sans-serif small o", id="one of them"),
        pytest.param("ⓝⓞⓣ true", "ⓝⓞⓣ", "circled latin small letter n", id="letters in circles"),
        pytest.param("nｏt true", "nｏt", "fullwidth latin small letter o", id="one letter of full width"),
        pytest.param("It was 𝟏𝟓𝟎 then.", "𝟏𝟓𝟎", "mathematical bold digit one", id="digits of formulas"),
        pytest.param("Τokyο fell.", "Τokyο", "greek capital letter tau", id="Greek"),
    ],
)
def test_reported(hold: Callable[..., Report], text: str, found: str, named: str) -> None:
    report = hold(f"The harbour is open. {text}\n", CLAIM)
    first = next(one for one in report.findings if one.rule == "mixed-script")
    assert first.found == found
    assert named in first.message
