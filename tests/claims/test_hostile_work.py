"""Hostile articles and specs: time grows with the text and the claims, never with the one times the other squared."""

from collections.abc import Callable
from functools import partial
from random import Random

import pytest
from tests.growth import SQUARE, growth

from factspec.projects.loading import parse_article
from factspec.rules.run import check
from factspec.specs.parsing import parse_spec

_WORDS = [
    one + other for one in "bar cor del fen gul har jol kem lun mor".split() for other in "ban dor fil gat".split()
]
_MONTHS = "January February March April".split()


def _sentence(number: int) -> str:
    of = Random(number)
    one, two, three, four = (of.choice(_WORDS) + of.choice(_WORDS) for _ in range(4))
    return f"The {one} sold {of.randrange(2, 900)} {two} near {three} in {four}."


def _sentences(count: int, first: int = 0) -> list[str]:
    return [_sentence(number) for number in range(first, first + count)]


def _claims(*claims: str) -> str:
    return "claims:\n" + "".join(f"  - {{id: c{number}, {claim}}}\n" for number, claim in enumerate(claims))


def _unmatched_waivers(count: int) -> tuple[str, str]:
    waivers = [f"  - {{rule: uncited, at: {one}, reason: own}}\n" for one in _sentences(count // 10, 10_000)]
    return "\n\n".join(_sentences(count)), _claims("says: The mill") + "waivers:\n" + "".join(waivers)


def _waivers_of_one_section(count: int) -> tuple[str, str]:
    waiver = "  - {rule: uncited, at: {section: Analysis}, reason: own}\n"
    return "# Analysis\n\n" + "\n\n".join(_sentences(count)), _claims("says: The mill") + "waivers:\n" + waiver * count


def _missing_claims(count: int) -> tuple[str, str]:
    return "\n\n".join(_sentences(count)), _claims(*(f"says: {one}" for one in _sentences(count // 10, 10_000)))


def _sentences_that_are_claims(count: int) -> tuple[str, str]:
    return "\n\n".join(_sentences(count)), _claims(*(f"says: {one}" for one in _sentences(count)))


def _dates_in_one_sentence(count: int) -> tuple[str, str]:
    dates = [(1 + at % 28, at // 28 % 4, 1900 + at // 112) for at in range(count)]
    written = " then again on ".join(f"{day} {_MONTHS[month]} {year}" for day, month, year in dates)
    listed = (f"facts: [mill, {{date: {year}-{month + 1:02}-{day:02}}}]" for day, month, year in dates)
    return f"The mill opened on {written}.", _claims(*listed)


def _numbers_in_one_sentence(count: int) -> tuple[str, str]:
    written = " then sold ".join(f"{at} boats" for at in range(count))
    return f"The mill opened {written}.", _claims(*(f"facts: [mill, {{value: {at} boats}}]" for at in range(count)))


def _rows(count: int) -> tuple[str, str]:
    rows = "\n".join(f"| {_WORDS[at % 40]}{at}a | {at} |" for at in range(50 * count))
    listed = (f"facts: [{_WORDS[at % 40]}{at}a, {{value: '{at}'}}], within: row" for at in range(count))
    return f"| place | votes |\n|---|---|\n{rows}", _claims(*listed)


def _gaps(count: int) -> tuple[str, str]:
    of = Random(3)
    words = [of.choice(_WORDS) for _ in range(20 * count)]
    says = " … ".join(words[18 * at] for at in range(count))
    return f"The mill {' '.join(words)}.", _claims(f"says: The mill {says} … closing")


def _one_gap_at_many_places(count: int) -> tuple[str, str]:
    return f"So {'the mill ' * count} closed.", _claims("says: the … closed")


def _missing_quotations(count: int) -> tuple[str, str]:
    said = "\n\n".join(f'Ada Lind said: "{one}"' for one in _sentences(count))
    return said, _claims(*(f"quotes: {one}" for one in _sentences(count // 10, 10_000)))


def _quotations(count: int) -> tuple[str, str]:
    said = "\n\n".join(f'Ada Lind said: "{one}"' for one in _sentences(count))
    return said, _claims(*(f"quotes: {one}" for one in _sentences(count)))


def _names(count: int) -> tuple[str, str]:
    letters = [[chr(97 + at // 26**place % 26) for place in range(3)] for at in range(count)]
    names = (f"Ana{a}{b} Lind{a}a{'a' * (at % 2)}{c}{b}" for at, (a, b, c) in enumerate(letters))
    return "\n\n".join(f"Later {name} left." for name in names), _claims("says: The mill")


BUILD: dict[Callable[[int], tuple[str, str]], int] = {
    _unmatched_waivers: 600,
    _waivers_of_one_section: 250,
    _missing_claims: 600,
    _sentences_that_are_claims: 300,
    _missing_quotations: 250,
    _quotations: 100,
    _dates_in_one_sentence: 40,
    _numbers_in_one_sentence: 40,
    _rows: 12,
    _gaps: 100,
    _one_gap_at_many_places: 125,
    _names: 500,
}
"""A size for each at which what would cost too much is left out already."""


def checked(build: Callable[[int], tuple[str, str]], count: int) -> Callable[[], object]:
    """The call that checks a hostile article against a hostile spec."""
    text, claims = build(count)
    spec = parse_spec(f"factspec: 1\narticle: a.md\n{claims}".encode(), "a.factspec.yaml")
    article = parse_article(text.encode(), "markdown", path="a.md")
    return lambda: check(spec, article)


@pytest.mark.parametrize(
    ("build", "size"), [pytest.param(*row, id=row[0].__name__.strip("_")) for row in BUILD.items()]
)
def test_work_is_bounded(build: Callable[[int], tuple[str, str]], size: int) -> None:
    assert growth(partial(checked, build), size) < SQUARE
