"""What holds of all heuristic rules: no text breaks them, and they say nothing of a page without what they look for."""

from hypothesis import given
from hypothesis import strategies as st

import factspec.rules.run
from factspec.projects.loading import parse_article
from factspec.specs.parsing import parse_spec

_RULES = {
    "hidden-text",
    "invisible-character",
    "marker-like-text",
    "mixed-script",
    "name-variant",
    "style-unread",
    "weekday-mismatch",
}
_SPEC = parse_spec(
    b"factspec: 1\narticle: a.txt\npublished: 2026-05-20\nclaims: [{id: c, says: The fire killed nine people}]\n",
    "a.factspec.yaml",
)
_WORDS = st.sampled_from(
    """The fire killed nine people ten 45% 60% of voters voted Tuesday Monday , 19 May 2026 ( ) : — and which men women
    Petra Karvi Petro President said not . trust.1 [who?] Рutin pay\u202eload is was 3
    million $5 " ‘ ’ - the\u200bend""".split(" ")
)


@given(st.lists(_WORDS | st.text(max_size=4), min_size=1, max_size=60))
def test_no_text_breaks_them(words: list[str]) -> None:
    data = ("It began. " + " ".join(words)).replace("\0", "").encode("utf-8", "ignore")
    factspec.rules.run.check(_SPEC, parse_article(data, "text", path="a.txt"))


@given(st.lists(st.sampled_from("harbour boat old left came quiet in under rain".split()), min_size=1, max_size=40))
def test_plain_words_are_left_alone(words: list[str]) -> None:
    data = f"The fire killed nine people. The {' '.join(words)}.".encode()
    report = factspec.rules.run.check(_SPEC, parse_article(data, "text", path="a.txt"))
    assert not {one.rule for one in report.findings} & _RULES
