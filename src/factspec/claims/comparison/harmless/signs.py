"""Forms of quotation marks, dashes, ellipses, and the place of a stop at a closing mark."""

from collections.abc import Iterable, Sequence

from factspec.claims.comparison.model import PADDING, Harmless, Unit, are_touching, word
from factspec.language.number_words import WORDS
from factspec.language.spelling import DOUBLETS

_MARKS = frozenset({'"', "'"})
_STOPS = frozenset({".", ","})


def _typography_moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """One form of quotation mark for the other, and a stop that changes places with a closing mark."""
    mine, theirs = one[at].key, other[there].key
    if mine in _MARKS:
        if theirs in _MARKS and not one[at - 1].token.key[:1].isdigit():
            return ((at + 1, there + 1),)
        if theirs in _STOPS and one[at + 1].key == theirs and other[there + 1].key == mine:
            return ((at + 2, there + 2),)
    return ()


# Case, where it makes no other word.


_OTHER_WORDS = frozenset({"us", "it", "who", "aids", "mw", "mwh", "mb", "gb", "kb", "tb", "mv", "ma", "mhz", "mpa"})


def _case_moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A word in capitals throughout against the same word with a capital."""
    mine, theirs = one[at].token.text, other[there].token.text
    if len(mine) > 2 and mine.isupper() and theirs.istitle() and mine.lower() == theirs.lower():
        return () if mine.lower() in _OTHER_WORDS else ((at + 1, there + 1),)
    return ()


# Spaces and line breaks.


# Soft hyphens.


# Hyphens in compounds.


_NUMBERS = WORDS - {"a", "an"}


def _hyphenation_moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A hyphen within a compound that the other side writes as a space or not at all."""
    if one[at].key == "-" and other[there].key != "-":
        return ((at + 1, there),) if _within_compound(one, at) and not _parts_numbers(one, at) else ()
    mine = word(one[at])
    if mine and mine != "un" and one[at + 1].key == "-" and _within_compound(one, at + 1):
        last = word(one[at + 2])
        if last and other[there].key == mine + last and mine + last not in DOUBLETS:
            return ((at + 3, there + 1),)
    return ()


def _parts_numbers(units: Sequence[Unit], at: int) -> bool:
    """Whether a hyphen says which of two numbers goes with what: "twenty five-year leases"."""
    near = (*units[max(at - 2, 0) : at], *units[at + 1 : at + 2])
    return sum(unit.fact is not None or unit.token.key in _NUMBERS for unit in near) > 1


def _within_compound(units: Sequence[Unit], at: int) -> bool:
    left, right = units[at - 1], units[at + 1]
    if units[at].token.start != _end(left) or not are_touching(units[at], right):
        return False
    return bool(word(right) or (right.fact and word(left))) and bool(word(left) or left.fact)


def _end(unit: Unit) -> int:
    return unit.token.end


# The full stop at the end.


def _final_stop_moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A stop behind which nothing but a closing mark follows, on either side."""
    if one[at].key != "." or other[there].key == ".":
        return ()
    return ((at + 1, there),) if _at_end(one, at + 1) and _at_end(other, there) else ()


def _at_end(units: Sequence[Unit], at: int) -> bool:
    return all(unit.key in {'"', "'", ")"} for unit in units[at : len(units) - PADDING])


# The serial comma.


# The longest member of a list that still reads as one.
_MEMBER = 7


def _serial_comma_moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A comma before and, or, with another comma a list member before."""
    if one[at].key != "," or one[at + 1].key not in {"and", "or", "&"} or other[there].key == ",":
        return ()
    return ((at + 1, there),) if any(unit.key == "," for unit in one[max(at - _MEMBER, 0) : at]) else ()


# Figures that are set lower in a formula: "CO₂", "CO2".


_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_MOST = 6


def _subscripts_moves(one: Sequence[Unit], at: int, other: Sequence[Unit], there: int) -> Iterable[tuple[int, int]]:
    """A word with lowered figures against the same letters and figures, which touch each other."""
    written = one[at].token.text
    plain = written.translate(_LOWERED)
    if plain == written:
        return
    joined = ""
    start = other[there].token.start
    for last in range(there, min(there + _MOST, len(other) - PADDING)):
        unit = other[last]
        if unit.token.start != start + len(joined):
            return
        joined += unit.fact.shown if unit.fact else unit.token.text
        if joined == plain:
            yield at + 1, last + 1


TYPOGRAPHY = Harmless(
    name="typography",
    passes="Every form of quotation mark, dash and ellipsis, and a stop or comma before or after a closing mark.",
    never="Quotation marks added or dropped; any other sign.",
    same=(
        ('"a friend"', "“a friend”"),
        ("won 4-1", "won 4–1"),
        ('a "friend".', 'a "friend."'),
        ("'yes' he said", '"yes" he said'),
    ),
    not_same=(('a "friend"', "a friend"), ("he won.", "he won?")),
    in_quotations=True,
    starts=_MARKS,
    moves=_typography_moves,
)

CASE = Harmless(
    name="case",
    passes="Capitals in a word, a heading or a whole sentence.",
    never="Words that are others in capitals: US and us, May and may, Turkey and turkey, mW and MW.",
    same=(("The President spoke", "The president spoke"), ("In CHINA", "In China")),
    not_same=(("US troops", "us troops"), ("a 5 mW laser", "a 5 MW laser"), ("AIDS workers", "Aids workers")),
    in_quotations=True,
    not_at_words=True,
    moves=_case_moves,
)

SPACING = Harmless(
    name="spacing",
    passes="Any white space between words: line breaks, double, thin and no-break spaces, zero-width characters.",
    never="A space within a word, or none between two.",
    same=(("Xi  arrived\nin Beijing", "Xi arrived in Beijing"), ("Xi\u00a0arrived", "Xi arrived")),
    not_same=(("a nightly event", "a night ly event"), ("may be late", "maybe late")),
    in_quotations=True,
)

SOFT_HYPHENS = Harmless(
    name="soft hyphens",
    passes="Soft hyphens and word joiners inside a word.",
    never="A hyphen that is shown.",
    same=(("consolidated sales", "cons\u00adolidated sales"),),
    not_same=(("they resigned", "they re-signed"),),
    in_quotations=True,
)

HYPHENATION = Harmless(
    name="hyphenation",
    passes="A compound with or without its hyphen: long-time and long time, e-mail and email.",
    never=(
        "A dash between clauses, a range or score (4-1), a minus sign; re- where it makes another word (re-sign, "
        "resign); UN- and un-, which differ."
    ),
    same=(
        ("a long-time friend", "a long time friend"),
        ("by e-mail", "by email"),
        ("co-operation", "cooperation"),
        ("re-open it", "reopen it"),
        ("a non-binding vote", "a nonbinding vote"),
    ),
    not_same=(
        ("they re-signed", "they resigned"),
        ("re-cover a seat", "recover a seat"),
        ("won 4-1", "won 4 1"),
        ("twenty five-year leases", "twenty-five year leases"),
        ("he came - she left", "he came she left"),
    ),
    in_quotations=False,
    moves=_hyphenation_moves,
)

FINAL_STOP = Harmless(
    name="final stop",
    passes="The full stop at the end, there or not.",
    never="A question mark, an exclamation mark, a stop within.",
    same=(("Xi arrived.", "Xi arrived"),),
    not_same=(("Xi arrived.", "Xi arrived?"), ("He left. She stayed", "He left she stayed")),
    in_quotations=True,
    starts=frozenset({"."}),
    moves=_final_stop_moves,
)

SERIAL_COMMA = Harmless(
    name="serial comma",
    passes="The comma before the last and or or of a list of three or more.",
    never="Any other comma: a comma before and between two, around a name or a clause.",
    same=(("China, Russia, and Iran", "China, Russia and Iran"),),
    not_same=(("He left, and she stayed", "He left and she stayed"), ("Xi, the president", "Xi the president")),
    in_quotations=False,
    starts=frozenset({","}),
    moves=_serial_comma_moves,
)

SUBSCRIPTS = Harmless(
    name="subscripts",
    passes="The figures of a formula, set lower or on the line: CO₂ and CO2.",
    never="Another figure, one dropped, figures that are set higher.",
    same=(("emissions of CO₂ rose", "emissions of CO2 rose"), ("a glass of H₂O fell", "a glass of H2O fell")),
    not_same=(
        ("emissions of CO₂ rose", "emissions of CO rose"),
        ("emissions of CO₂ rose", "emissions of CO3 rose"),
        ("emissions of CO₂ rose", "emissions of CO 2 rose"),
    ),
    in_quotations=True,
    not_at_words=True,
    moves=_subscripts_moves,
)

CLASSES = (
    TYPOGRAPHY,
    CASE,
    SPACING,
    SOFT_HYPHENS,
    HYPHENATION,
    FINAL_STOP,
    SERIAL_COMMA,
    SUBSCRIPTS,
)
"""The harmless classes of this module."""
