"""invisible-character: what nobody sees, at its place; rows on which nothing must happen come first."""

import unicodedata
from collections.abc import Callable

import pytest

from factspec.language.printing import is_invisible, misplaced, name_of
from factspec.rules.finding import Finding, Report, Severity

CLAIM = "claims: [{id: c, facts: [harbour]}]\n"


def reported(report: Report) -> list[Finding]:
    return [one for one in report.findings if one.rule == "invisible-character"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Plain words.", id="ascii"),
        pytest.param("Tab\there,\r\nlines\fand a page.", id="white space of text files"),
        pytest.param("co\u00adoperation and Dampf\u00adschiff", id="soft hyphens between letters"),
        pytest.param("می\u200cخواهم", id="non-joiner in Persian"),
        pytest.param("خانه\u200c، و", id="non-joiner at the end of a word"),
        pytest.param("क\u094d\u200dष", id="joiner in Devanagari"),
        pytest.param("ක\u0dca\u200dෂ", id="joiner in Sinhala"),
        pytest.param("ราคา\u200bน้ำมัน", id="zero-width space in Thai"),
        pytest.param("ភាសា\u200bខ្មែរ", id="zero-width space in Khmer"),
        pytest.param("\U0001f469\u200d\U0001f52c", id="joined emoji"),
        pytest.param("\U0001f469\U0001f3fd\u200d\u2695\ufe0f", id="with a tone of skin"),
        pytest.param("\u2764\ufe0f\u200d\U0001f525 and \u2714\ufe0f", id="emoji with variation selectors"),
        pytest.param("3\ufe0f\u20e3", id="keycap"),
        pytest.param("©\ufe0f ™\ufe0f ↗\ufe0e", id="signs as emoji or text"),
        pytest.param("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", id="flag"),
        pytest.param("葛\U000e0100城", id="variant of a Chinese character"),
        pytest.param("ᠠ\u180b", id="variant of a Mongolian letter"),
        pytest.param("שלום\u200f (world).", id="mark of direction beside Hebrew"),
        pytest.param("\u2067שלום\u2069 world", id="isolate around Hebrew"),
        pytest.param("\u202bسلام\u202c world", id="embedding around Arabic"),
        pytest.param("10\u00a0000 and 5\u202fkm", id="no-break spaces"),
        pytest.param("e\u0301te\u0301", id="combining marks"),
        pytest.param("a\u2028b\u2029c", id="separators of lines"),
    ],
)
def test_silent(hold: Callable[..., Report], text: str) -> None:
    assert reported(hold(f"The harbour is open. {text}\n", CLAIM)) == []


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_a_mark_of_byte_order_at_the_very_start(hold: Callable[..., Report], format: str) -> None:
    assert reported(hold("\ufeffThe harbour is open.\n", CLAIM, format=format)) == []
    assert reported(hold("\ufeff\ufeffThe harbour is open.\n", CLAIM, format=format))


WORDS = [
    pytest.param("n\u200bot", "ZERO WIDTH SPACE", id="zero-width space"),
    pytest.param("n\u200cot", "ZERO WIDTH NON-JOINER", id="non-joiner"),
    pytest.param("n\u200dot", "ZERO WIDTH JOINER", id="joiner"),
    pytest.param("n\u2060ot", "WORD JOINER", id="word joiner"),
    pytest.param("n\ufeffot", "ZERO WIDTH NO-BREAK SPACE", id="byte-order mark"),
    pytest.param("1\u206215", "INVISIBLE TIMES", id="invisible operator"),
    pytest.param("1\u00ad5", "SOFT HYPHEN", id="soft hyphen between digits"),
    pytest.param("1\u00adm", "SOFT HYPHEN", id="between a digit and a letter"),
    pytest.param("not\u00ad", "SOFT HYPHEN", id="at the end of a word"),
    pytest.param("\u00adnot", "SOFT HYPHEN", id="at its start"),
    pytest.param("x²\u00ad3", "SOFT HYPHEN", id="behind a raised digit"),
    pytest.param("−\u20605", "WORD JOINER", id="between a sign and its number"),
    pytest.param("mili\u3164tary", "HANGUL FILLER", id="Hangul filler"),
    pytest.param("n\uffa0ot", "HALFWIDTH HANGUL FILLER", id="half-width filler"),
    pytest.param("n\u115fot", "HANGUL CHOSEONG FILLER", id="filler of a first consonant"),
    pytest.param("n\u1160ot", "HANGUL JUNGSEONG FILLER", id="filler of a vowel"),
    pytest.param("n\u034fot", "COMBINING GRAPHEME JOINER", id="grapheme joiner"),
    pytest.param("n\ufe0fot", "VARIATION SELECTOR-16", id="variation selector"),
    pytest.param("1\ufe0f5", "VARIATION SELECTOR-16", id="variation selector behind a digit"),
    pytest.param("n\ufe00ot", "VARIATION SELECTOR-1", id="another selector"),
    pytest.param("n\U000e0100ot", "VARIATION SELECTOR-17", id="a selector of another plane"),
    pytest.param("n\u061cot", "ARABIC LETTER MARK", id="Arabic letter mark"),
    pytest.param("n\u180eot", "MONGOLIAN VOWEL SEPARATOR", id="vowel separator"),
    pytest.param("n\u17b4ot", "KHMER VOWEL INHERENT AQ", id="inherent vowel"),
    pytest.param("pay\u202edaol", "RIGHT-TO-LEFT OVERRIDE", id="override"),
    pytest.param("שלום\u202eabc", "RIGHT-TO-LEFT OVERRIDE", id="override beside Hebrew"),
    pytest.param("a\u200eb", "LEFT-TO-RIGHT MARK", id="mark of direction"),
    pytest.param("a\u2066b", "LEFT-TO-RIGHT ISOLATE", id="isolate"),
    pytest.param("a\u206bb", "ACTIVATE SYMMETRIC SWAPPING", id="deprecated format character"),
    pytest.param("a\ufff9b", "INTERLINEAR ANNOTATION ANCHOR", id="annotation"),
    pytest.param("a\U0001d173b", "MUSICAL SYMBOL BEGIN BEAM", id="musical format character"),
    pytest.param("hid\U000e0041den", "TAG LATIN CAPITAL LETTER A", id="tag"),
    pytest.param("\U0001f3f4 hid\U000e0041den", "TAG LATIN CAPITAL LETTER A", id="tag further behind a flag"),
    pytest.param("a\U000e0fffb", "U+E0FFF", id="without a name"),
    pytest.param("a\x08b", "U+0008, a control character", id="backspace"),
    pytest.param("n\x1cot", "U+001C", id="file separator"),
    pytest.param("n\x0bot", "U+000B", id="vertical tab"),
    pytest.param("n\x85ot", "U+0085", id="next line"),
    pytest.param("a\x7fb", "U+007F", id="delete"),
    pytest.param("one \u200btwo", "ZERO WIDTH SPACE", id="beside a space"),
    pytest.param("word-\u2060joined", "WORD JOINER", id="beside a hyphen"),
    pytest.param("ก\u200bnot", "ZERO WIDTH SPACE", id="between Thai and Latin"),
    pytest.param("\U0001f469\u200dnot", "ZERO WIDTH JOINER", id="joiner between an emoji and a word"),
]


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
@pytest.mark.parametrize(("word", "name"), WORDS)
def test_reported(hold: Callable[..., Report], word: str, name: str, format: str) -> None:
    report = hold(f"The harbour is open.\nSo {word} it is.\n", CLAIM, format=format)
    [finding] = reported(report)
    at = next(at for at, sign in enumerate(word) if is_invisible(sign))
    assert finding.severity is Severity.ERROR
    assert name in finding.message
    assert (finding.line, finding.column, finding.end_column) == (2, 4 + at, 5 + at)


@pytest.mark.parametrize("written", ["&#8203;", "&ZeroWidthSpace;", "&#x200b;"])
def test_written_as_an_entity(hold: Callable[..., Report], written: str) -> None:
    [finding] = reported(hold(f"<p>The harbour is n{written}ot open.", CLAIM, format="html"))
    assert (finding.column, finding.end_column) == (20, 20 + len(written))


def test_the_word_around_it_is_shown(hold: Callable[..., Report]) -> None:
    [finding] = reported(hold("The harbour is n\u200bot open.\n", CLAIM))
    [difference] = finding.differences
    assert finding.found == "n\u200bot"
    assert finding.message == "invisible character U+200B ZERO WIDTH SPACE in 'n\u200bot'"
    assert (difference.start, difference.end) == (1, 2)


@pytest.mark.parametrize(
    ("says", "text"),
    [
        pytest.param("5 people left", "So 1\u00ad5 people left.", id="at the edge of a number"),
        pytest.param("5 per cent", "It was −\u20605 per cent.", id="between a sign and its number"),
        pytest.param("a good man", "He was not\u2063 a good man.", id="beside the claim"),
        pytest.param("not a good man", "He was n\u00adot\u200b a good man.", id="at the end of a word"),
        pytest.param("15 people left", "So 1\u206215 people left.", id="in a number"),
    ],
)
def test_no_claim_passes_by_what_nobody_sees(hold: Callable[..., Report], says: str, text: str) -> None:
    assert hold(f"{text}\n", f"claims: [{{id: c, says: {says}}}]\n").errors


@pytest.mark.parametrize(
    "sign", "\u00ad\u034f\u061c\u115f\u180e\u200b\u200d\u202e\u2060\u2062\u3164\ufe0f\ufeff\uffa0\U000e0041\x1c\x7f"
)
def test_nowhere_in_a_claim_does_one_pass(hold: Callable[..., Report], sign: str) -> None:
    says = "The ferry carried 15 people, not −5 or 3.5 per cent."
    for at in range(1, len(says) + 1):
        is_hyphenation = sign == "\u00ad" and says[at - 1 : at + 1].isalpha() and len(says[at - 1 : at + 1]) == 2
        report = hold(f"{says[:at]}{sign}{says[at:]}\n", f"claims: [{{id: c, says: '{says}'}}]\n")
        assert bool(report.errors) != is_hyphenation, (at, says[:at])


def test_the_table_has_each_format_character_and_control() -> None:
    """The standard library knows categories: controls and format characters that show nothing of themselves."""
    shown = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)}
    wanted = {code for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"} - shown
    assert {code for code in wanted if not is_invisible(chr(code))} == set()


def test_many_of_them_are_all_found() -> None:
    assert len(list(misplaced("a\u200b" * 100_000))) == 100_000
    assert name_of("\u200b") == "U+200B ZERO WIDTH SPACE"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The cafe\u0301 is open.", id="an accent on a letter"),
        pytest.param("Press 1\ufe0f\u20e3 to open it.", id="a keycap"),
    ],
)
def test_marks_on_letters_and_keycaps_are_fine(hold: Callable[..., Report], text: str) -> None:
    assert not hold(text, "forbidden: [{id: f, says: zeppelin}]\n").errors


@pytest.mark.parametrize("text", ["It cost 3\u0336 euros.", "It \u0336did not sail."])
def test_a_stroke_over_a_digit_or_a_space(hold: Callable[..., Report], text: str) -> None:
    [finding] = hold(text, "forbidden: [{id: f, says: zeppelin}]\n").errors
    assert (finding.rule, "COMBINING LONG STROKE OVERLAY" in finding.message) == ("invisible-character", True)


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
@pytest.mark.parametrize("sign", ["\u3164", "\u2061", "\u180e", "\u00ad", "\u200b"])
def test_a_block_of_nothing_else(hold: Callable[..., Report], sign: str, format: str) -> None:
    article = f"The harbour.\n\n{sign}\n\nIt is old." if format != "html" else f"<p>The harbour.\n\n<p>{sign}<p>Old."
    [finding] = reported(hold(article, CLAIM, format=format))
    assert finding.message == f"a block with nothing but the invisible character {name_of(sign)}"
    assert (finding.line, finding.severity) == (3, Severity.ERROR)
