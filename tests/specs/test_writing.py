from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.specs.nodes import plain_value
from factspec.specs.writing import Value, entry, flow_value, is_bare, is_plain, scalar
from factspec.specs.yaml import compose

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
# Text of the characters that mean something in YAML.
TRAPS = st.text(
    st.sampled_from(" :#-?,[]{}&*!|>'\"%@`\\=<~.\tabno1_x\n\r\x85\u00a0\u2028\ufeff\u202e…é😀"), max_size=12
)
LIKE_VALUES = st.from_regex(r"[-+.]?[0-9]{1,4}[-_.:eEx]?[0-9]{0,2}([-:. tT][0-9]{0,3}){0,3}Z?", fullmatch=True)
FRAMES: dict[str, Callable[[str], object]] = {
    "a: {}\n": lambda text: {"a": text},
    "a: {} # x\r\nb: x\r\n": lambda text: {"a": text, "b": "x"},
    "a:\n- {}\n- {}\n": lambda text: {"a": [text, text]},
    "{}: a\n": lambda text: {text: "a"},
    "{}": lambda text: text,
}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("Putin arrived on Tuesday.", "Putin arrived on Tuesday.", id="a sentence"),
        pytest.param("He said “no” — twice…", "He said “no” — twice…", id="typographic marks"),
        pytest.param("a:b#c", "a:b#c", id="a colon and a number sign inside words"),
        pytest.param("https://wire.example/a-b", "https://wire.example/a-b", id="an address"),
        pytest.param("3 km", "3 km", id="a measure"),
        pytest.param("it's", "it's", id="an apostrophe inside"),
        pytest.param("Nord Stream", "Nord Stream", id="words that begin like a flag"),
        pytest.param("می‌خواهم", "می‌خواهم", id="a non-joiner where it belongs"),
        pytest.param("", '""', id="nothing"),
        pytest.param("no", '"no"', id="a flag"),
        pytest.param("~", '"~"', id="no value"),
        pytest.param("1.10", '"1.10"', id="a number"),
        pytest.param("10:30", '"10:30"', id="a number to the base of sixty"),
        pytest.param("2026-05-20", '"2026-05-20"', id="a date"),
        pytest.param("# x", '"# x"', id="a comment"),
        pytest.param("a # x", '"a # x"', id="a comment after text"),
        pytest.param("a: b", '"a: b"', id="a key"),
        pytest.param("- x", '"- x"', id="an item"),
        pytest.param("... and so on", '"... and so on"', id="the end of a document before text"),
        pytest.param("...", '"..."', id="the end of a document"),
        pytest.param(" a ", '" a "', id="spaces at its ends"),
        pytest.param("Is it so?", '"Is it so?"', id="a question, which not every parser reads in brackets"),
        pytest.param("signed, agreed", '"signed, agreed"', id="a comma, which splits in brackets"),
        pytest.param('he said: "no"', "'he said: \"no\"'", id="double quotation marks"),
        pytest.param('it\'s: "no"', '"it\'s: \\"no\\""', id="both quotation marks"),
        pytest.param("a\nb\tc", '"a\\nb\\tc"', id="a line feed and a tab"),
        pytest.param("a\u2028b", '"a\\u2028b"', id="a line end that only YAML knows"),
        pytest.param("a\u202eb", '"a\\u202eb"', id="a reversed direction"),
        pytest.param("\x00\U000e0001", '"\\x00\\U000e0001"', id="NUL and a tag"),
    ],
)
def test_a_text(text: str, written: str) -> None:
    assert scalar(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("1", "1", id="an id"),
        pytest.param("2026-05-20", "2026-05-20", id="a day"),
        pytest.param("01", '"01"', id="an octal number"),
        pytest.param("1.0", '"1.0"', id="a fraction"),
        pytest.param("no", '"no"', id="a flag"),
    ],
)
def test_numbers_and_days_may_be_bare(text: str, written: str) -> None:
    assert scalar(text, bare=True) == written


def test_a_comma_outside_brackets_is_plain() -> None:
    assert scalar("Tuesday, 19 May [sic]", flow=False) == "Tuesday, 19 May [sic]"


def test_half_of_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        scalar("a\ud800")


def test_an_entry() -> None:
    claim: dict[str, Value] = {
        "id": "arrival",
        "says": "Putin arrived on Tuesday, 19 May.",
        "facts": ["19 May", {"value": "400", "tolerance": "5%"}],
        "cites": {"all_of": ["1", "wire"], "at_least": 2},
        "partial": True,
    }
    assert entry(claim) == (
        "  - id: arrival\n"
        "    says: Putin arrived on Tuesday, 19 May.\n"
        '    facts: [19 May, {value: "400", tolerance: 5%}]\n'
        "    cites: {all_of: [1, wire], at_least: 2}\n"
        "    partial: true\n"
    )
    assert entry({}, indent=0) == "- {}\n"


@given(TEXTS | TRAPS | LIKE_VALUES, st.sampled_from(sorted(FRAMES)))
def test_a_text_is_read_back_in_a_block(text: str, frame: str) -> None:
    written = frame.replace("{}", scalar(text, flow=False))
    root, mistakes = compose(written)
    assert mistakes == []
    assert root is not None
    assert plain_value(root) == yaml.safe_load(written) == FRAMES[frame](text)


@given(st.lists(TEXTS | TRAPS | LIKE_VALUES), st.sampled_from([yaml.SafeLoader, yaml.CSafeLoader]))
def test_texts_are_read_back_in_brackets(texts: list[str], loader: type[yaml.SafeLoader]) -> None:
    keys = [one for one in texts if not is_bare([one])]
    value: Value = [*texts, dict.fromkeys(keys, texts), {"x": {one: one for one in keys}}]
    written = flow_value(value)
    assert yaml.load(written, loader) == value
    root, mistakes = compose(written)
    assert mistakes == []
    assert root is not None
    assert plain_value(root) == value


@given(TRAPS | LIKE_VALUES)
def test_what_yaml_reads_as_a_value_is_never_plain(text: str) -> None:
    resolved: str = yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    assert not is_plain(text, flow=False) or resolved.endswith(":str")
