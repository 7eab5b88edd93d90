"""Harmless differences in how names are written: titles, firms, places, acronyms and initials."""

from collections.abc import Iterable, Sequence

from factspec.claims.comparison.model import Harmless, Segment, are_touching, is_capital, word
from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.names import EXPANSIONS
from factspec.language.people import ABBREVIATIONS, STOPPED

# Titles of persons: "Sen. Smith", "Senator Smith".


_LOWER = frozenset({"vs", "etc", "eg", "ie", "cf", "bn", "mn"})


def _titles_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match an abbreviated title with its full form, and the stop of an abbreviation with nothing."""
    if one[at].key == "." and other[there].key != ".":
        return ((at + 1, there),) if _abbreviated(one, at) else ()
    full = ABBREVIATIONS.get(word(one[at]))
    if full is None or other[there].key != full:
        return ()
    return ((at + 2, there + 1),) if one[at + 1].key == "." else ((at + 1, there + 1),)


def _abbreviated(segments: Sequence[Segment], at: int) -> bool:
    """Whether a stop belongs to the abbreviation before it and does not end a sentence."""
    before, short = segments[at - 1], word(segments[at - 1])
    if short not in STOPPED or not are_touching(before, segments[at]):
        return False
    return segments[at + 1].fact is not None if short == "no" else short in _LOWER or before.token.text[0].isupper()


# Short names of states and unions: "the UN", "the United Nations".


def _acronyms_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match an acronym with another form of it, or with its full name."""
    short = _acronym(one[at])
    if not short:
        return ()
    if _acronym(other[there]) in _forms(short) and one[at].key != other[there].key:
        return ((at + 1, there + 1),)
    stem, possessive = (short[:-2], "'s") if short.endswith("'s") else (short, "")
    return [
        (at + 1, there + len(long))
        for long in EXPANSIONS.get(stem, ())
        if _keys(other, there, len(long)) == (*long[:-1], long[-1] + possessive)
    ]


def _acronym(segment: Segment) -> str:
    written = segment.token.text.removesuffix("s").rstrip("'’")
    return segment.token.key.lower() if segment.fact is None and len(written) > 1 and written.isupper() else ""


def _forms(short: str) -> tuple[str, ...]:
    return (short, "usa") if short == "us" else (short, "us") if short == "usa" else (short,)


def _keys(segments: Sequence[Segment], first: int, count: int) -> tuple[object, ...]:
    return tuple(segment.key for segment in segments[first : first + count])


# The initials of a name in brackets after it: "World Health Organization (WHO)".


# Words in small letters inside a name; the initials may leave out their letters.
_INSIDE = frozenset("of and for the in on de la du des et &".split())
_LONGEST = 12
_FEWEST = 3
# Initials that spell one of these words do not pass; "who" is also a body.
_WORDS = FUNCTION_WORDS - {"who"}
# A name with one of these words, or with "the" before it, is that of a body. A person's name in front of brackets is
# followed by a party or a country.
_BODIES = frozenset(
    """organization organisation union agency council ministry bank association fund commission office department
    service authority university institute federation league board""".split()
)


def _initials_of_a_name_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match the initials of a body in brackets with nothing."""
    letters = one[at + 1].token.text.replace(".", "")
    if one[at].key != "(" or other[there].key == "(" or len(letters) < _FEWEST or not letters.isalpha():
        return
    if not letters.isupper() or letters.lower() in _WORDS:
        return
    if one[at + 2].key == ")" and letters.lower() in _initials(one, at):
        yield at + 3, there


def _initials(segments: Sequence[Segment], end: int) -> tuple[str, ...]:
    """The initials of the body whose name ends before an index: of all words, and only of those with capitals."""
    full = capitals = pending = ""
    is_body = led = False
    for segment in reversed(segments[max(end - _LONGEST, 0) : end]):
        name = word(segment)
        if is_capital(segment) and name and name not in _INSIDE:
            full, capitals, pending = name[0] + pending + full, name[0] + capitals, ""
            is_body, led = is_body or name in _BODIES, False
        elif name in _INSIDE or segment.key == "&":
            led = led or (name == "the" and not pending)
            pending = name[:1] + pending
        else:
            break
    return (full, capitals) if is_body or led else ()


TITLES = Harmless(
    name="titles",
    passes="A title in full or abbreviated (Sen. and Senator); an abbreviation with or without its stop.",
    never="Another title; a title added or dropped.",
    same=(("Sen. Smith", "Senator Smith"), ("Mr. Xi", "Mr Xi"), ("Dr Li", "Doctor Li")),
    not_same=(("Sen. Smith", "Gov. Smith"), ("President Xi", "Xi")),
    in_quotations=False,
    starts=frozenset({*ABBREVIATIONS, "."}),
    moves=_titles_moves,
)

ACRONYM_STOPS = Harmless(
    name="acronyms",
    passes=(
        "An acronym with or without stops (U.K., UK); a state, a union or a listed body in full (US, United States)."
    ),
    never="America for the United States; Britain for the UK; the full name of any other body; us in small letters.",
    same=(("the UN envoy", "the United Nations envoy"), ("U.S. troops", "US troops")),
    not_same=(("the UK left", "Britain left"), ("they told US voters", "they told us voters")),
    in_quotations=False,
    not_at_words=True,
    moves=_acronyms_moves,
)

INITIALS_OF_A_NAME = Harmless(
    name="initials in brackets",
    passes=(
        "The initials of a body in brackets after its whole name, inserted or dropped, if they are three capitals or "
        "more."
    ),
    never=("Other letters; a word (NOT); more words in the brackets; the initials of part of a name or of a person."),
    same=(
        ("the World Health Organization (WHO) met", "the World Health Organization met"),
        ("the Bank of North Oland (BNO) met", "the Bank of North Oland met"),
        ("the Department of Justice (DOJ) said so", "the Department of Justice said so"),
        ("the Bank & Oland Trust (BOT) met", "the Bank & Oland Trust met"),
    ),
    not_same=(
        ("the World Health Organization (WTO) met", "the World Health Organization met"),
        ("the World Health Organization (HO) met", "the World Health Organization met"),
        ("the World Health Organization (WHO official) met", "the World Health Organization met"),
        ("the World Health Organization (not WHO) met", "the World Health Organization met"),
        ("the World Health Organization (WHO) met", "the World Health Organization (WTO) met"),
        ("the group (WHO) met", "the group met"),
        ("Greta Olsen of the Path (GOP) voted", "Greta Olsen of the Path voted"),
        ("Nora Olga Tan (NOT) was found guilty", "Nora Olga Tan was found guilty"),
        ("the North Oland Trust (NOT) met", "the North Oland Trust met"),
        ("Nils Olsen (no) voted", "Nils Olsen voted"),
        ("Greta Olga Palm (GOP) voted", "Greta Olga Palm voted"),
        ("the Department of Justice (DoJ) said so", "the Department of Justice said so"),
    ),
    in_quotations=False,
    starts=frozenset({"("}),
    moves=_initials_of_a_name_moves,
)

CLASSES = (
    TITLES,
    ACRONYM_STOPS,
    INITIALS_OF_A_NAME,
)
"""The classes of harmless differences in names."""
