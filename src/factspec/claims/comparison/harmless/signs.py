"""Harmless differences in signs and typography: marks, capitals, spaces, hyphens, stops and commas."""

from collections.abc import Iterable, Sequence

from factspec.claims.comparison.model import PADDING, Harmless, Segment, are_touching, word
from factspec.language.number_words import WORDS
from factspec.language.spelling import DOUBLETS

# Forms of quotation marks, and stops at a closing mark.


_MARKS = frozenset({'"', "'"})
_STOPS = frozenset({".", ","})


def _typography_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match two forms of quotation mark, and a stop before with a stop after a closing mark."""
    mine, theirs = one[at].key, other[there].key
    if mine in _MARKS:
        if theirs in _MARKS and not one[at - 1].token.key[:1].isdigit():
            return ((at + 1, there + 1),)
        if theirs in _STOPS and one[at + 1].key == theirs and other[there + 1].key == mine:
            return ((at + 2, there + 2),)
    return ()


# Capitals, if they do not make another word.


_OTHER_WORDS = frozenset({"us", "it", "who", "aids", "mw", "mwh", "mb", "gb", "kb", "tb", "mv", "ma", "mhz", "mpa"})


def _case_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match a word in capitals with the same word with only a first capital."""
    mine, theirs = one[at].token.text, other[there].token.text
    if len(mine) > 2 and mine.isupper() and theirs.istitle() and mine.lower() == theirs.lower():
        return () if mine.lower() in _OTHER_WORDS else ((at + 1, there + 1),)
    return ()


# Hyphens in compounds.


_NUMBERS = WORDS - {"a", "an"}


def _hyphenation_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match a hyphen in a compound with a space or nothing."""
    if one[at].key == "-" and other[there].key != "-":
        return ((at + 1, there),) if _within_compound(one, at) and not _parts_numbers(one, at) else ()
    mine = word(one[at])
    if mine and mine != "un" and one[at + 1].key == "-" and _within_compound(one, at + 1):
        last = word(one[at + 2])
        if last and other[there].key == mine + last and mine + last not in DOUBLETS:
            return ((at + 3, there + 1),)
    return ()


def _parts_numbers(segments: Sequence[Segment], at: int) -> bool:
    """Whether a hyphen says which of two numbers belongs to what: "twenty five-year leases"."""
    near = (*segments[max(at - 2, 0) : at], *segments[at + 1 : at + 2])
    return sum(segment.fact is not None or segment.token.key in _NUMBERS for segment in near) > 1


def _within_compound(segments: Sequence[Segment], at: int) -> bool:
    left, right = segments[at - 1], segments[at + 1]
    if not are_touching(left, segments[at]) or not are_touching(segments[at], right):
        return False
    return bool(word(right) or (right.fact and word(left))) and bool(word(left) or left.fact)


# The full stop at the end of the text.


def _final_stop_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match a final stop with nothing; only closing marks may follow on either side."""
    if one[at].key != "." or other[there].key == ".":
        return ()
    return ((at + 1, there),) if _at_end(one, at + 1) and _at_end(other, there) else ()


def _at_end(segments: Sequence[Segment], at: int) -> bool:
    return all(segment.key in {'"', "'", ")"} for segment in segments[at : len(segments) - PADDING])


# The comma before the last item of a list: "China, Russia, and Iran".


# A list item is not longer than this.
_MEMBER = 7


def _serial_comma_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match a comma before "and" or "or" with nothing, if another comma precedes the last item but one."""
    if one[at].key != "," or one[at + 1].key not in {"and", "or", "&"} or other[there].key == ",":
        return ()
    return ((at + 1, there),) if any(segment.key == "," for segment in one[max(at - _MEMBER, 0) : at]) else ()


# Subscripts in a formula: "CO₂", "CO2".


_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_MOST = 6


def _subscripts_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match a word with subscripts with the same letters and figures, with no spaces between them."""
    written = one[at].token.text
    plain = written.translate(_LOWERED)
    if plain == written:
        return
    joined = ""
    start = other[there].token.start
    for last in range(there, min(there + _MOST, len(other) - PADDING)):
        segment = other[last]
        if segment.token.start != start + len(joined):
            return
        joined += segment.fact.shown if segment.fact else segment.token.text
        if joined == plain:
            yield at + 1, last + 1


TYPOGRAPHY = Harmless(
    name="typography",
    passes="Any form of quotation mark, dash and ellipsis; a stop or comma before or after a closing quotation mark.",
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
    never="Capitals that make another word: US and us, May and may, Turkey and turkey, mW and MW.",
    same=(("The President spoke", "The president spoke"), ("In CHINA", "In China")),
    not_same=(("US troops", "us troops"), ("a 5 mW laser", "a 5 MW laser"), ("AIDS workers", "Aids workers")),
    in_quotations=True,
    not_at_words=True,
    moves=_case_moves,
)

SPACING = Harmless(
    name="spacing",
    passes="Any white space between words: line breaks, double, thin and no-break spaces, zero-width characters.",
    never="A space inside a word; no space between two words.",
    same=(("Xi  arrived\nin Beijing", "Xi arrived in Beijing"), ("Xi\u00a0arrived", "Xi arrived")),
    not_same=(("a nightly event", "a night ly event"), ("may be late", "maybe late")),
    in_quotations=True,
)

SOFT_HYPHENS = Harmless(
    name="soft hyphens",
    passes="Soft hyphens and word joiners inside a word.",
    never="A visible hyphen.",
    same=(("consolidated sales", "cons\u00adolidated sales"),),
    not_same=(("they resigned", "they re-signed"),),
    in_quotations=True,
)

HYPHENATION = Harmless(
    name="hyphenation",
    passes="A compound with or without its hyphen.",
    never=(
        "A dash between clauses; a range or score (4-1); a minus sign; re- if it makes another word (re-sign, "
        "resign); UN- for un-."
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
    passes="The full stop at the end of the text, or no stop.",
    never="A question mark; an exclamation mark; a stop inside the text.",
    same=(("Xi arrived.", "Xi arrived"),),
    not_same=(("Xi arrived.", "Xi arrived?"), ("He left. She stayed", "He left she stayed")),
    in_quotations=True,
    starts=frozenset({"."}),
    moves=_final_stop_moves,
)

SERIAL_COMMA = Harmless(
    name="serial comma",
    passes="The comma before the last item of a list of three or more, or no comma.",
    never="Any other comma: before an and between two, around a name or around a clause.",
    same=(("China, Russia, and Iran", "China, Russia and Iran"),),
    not_same=(("He left, and she stayed", "He left and she stayed"), ("Xi, the president", "Xi the president")),
    in_quotations=False,
    starts=frozenset({","}),
    moves=_serial_comma_moves,
)

SUBSCRIPTS = Harmless(
    name="subscripts",
    passes="The figures of a formula, as subscripts or on the line.",
    never="Another figure; a figure dropped; superscripts.",
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
"""The classes of harmless differences in signs."""
