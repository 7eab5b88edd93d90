"""mixed-script: words of two scripts, and characters that nobody sees."""

from collections.abc import Callable

import pytest

from factspec.rules.report import Report

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
        pytest.param("soft\u00adhyphen", id="soft hyphen"),
        pytest.param("می\u200cخواهم", id="non-joiner in Persian"),
        pytest.param("क\u094d\u200dष", id="joiner in Devanagari"),
        pytest.param("\U0001f469\u200d\U0001f52c \U0001f3f4\U000e0067\U000e0062\U000e007f", id="emoji and a flag"),
        pytest.param("שלום\u200f (world).", id="mark of direction beside Hebrew"),
        pytest.param("\u2067שלום\u2069 world", id="isolate around Hebrew"),
        pytest.param("one \u200btwo", id="zero-width space beside a space"),
        pytest.param("ราคา\u200bน้ำมัน", id="zero-width space in Thai"),
        pytest.param("10\u00a0000 and 5\u202fkm", id="no-break spaces"),
        pytest.param("e\u0301te\u0301", id="combining marks"),
        pytest.param("Ⅳ and ℃ and ½", id="letter-like signs"),
        pytest.param("word-\u2060joined", id="word joiner beside a hyphen"),
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
        pytest.param("Τokyο fell.", "Τokyο", "greek capital letter tau", id="Greek"),
        pytest.param("harb\u200bour", "harb\u200bour", "zero width space", id="zero-width space in a word"),
        pytest.param("har\u200d\u200cbour", "har\u200d\u200cbour", "zero width joiner", id="joiners in a word"),
        pytest.param("harb\u2060our", "harb\u2060our", "word joiner", id="word joiner in a word"),
        pytest.param("har\ufeffbour", "har\ufeffbour", "byte-order mark", id="byte-order mark in a word"),
        pytest.param("pay\u202edaol", "pay\u202edaol", "right-to-left override", id="override"),
        pytest.param("name\u200f", "name\u200f", "right-to-left mark", id="mark of direction beside Latin"),
        pytest.param("a\x08b", "a\x08b", "U+0008", id="control character"),
        pytest.param("hid\U000e0041den", "hid\U000e0041den", "tag latin capital letter a", id="tag"),
    ],
)
def test_reported(hold: Callable[..., Report], text: str, found: str, named: str) -> None:
    report = hold(f"The harbour is open. {text}\n", CLAIM)
    first = next(one for one in report.findings if one.rule == "mixed-script")
    assert first.found == found
    assert named in first.message
