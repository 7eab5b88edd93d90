"""Harmless differences in how names are written: titles, firms, places, acronyms and initials."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from factspec.claims.comparison.model import Harmless, Segment, are_touching, is_capital, word
from factspec.language.function_words import FUNCTION_WORDS
from factspec.language.names import AMERICAN_STATES, EXPANSIONS, FIRMS, STREETS
from factspec.language.people import ABBREVIATIONS, STOPPED


def _shortened(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int, full: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Match a short form, with or without its stop, with its full words (folded) on the other side.

    The stop is not included if a capital follows, because it may then end a sentence.
    """
    last = there + len(full)
    if tuple(segment.key for segment in other[there:last]) != full or not other[there].token.text[0].isupper():
        return
    yield at + 1, last
    if one[at + 1].key == "." and are_touching(one[at], one[at + 1]) and not is_capital(one[at + 2]):
        yield at + 2, last


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


# The legal form of a firm: "Lind Ltd", "Lind Ltd.", "Lind Limited".


def _firms_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match the short and the full legal form after a name."""
    full = FIRMS.get(word(one[at]))
    if full and one[at].token.text[0].isupper() and is_capital(one[at - 1]):
        yield from _shortened(one, at, other, there, (full,))


# Saint and street in the name of a place: "St Albans", "Mill St.".


def _places_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match "St" before a name with "Saint", and a short form after a name with its street word."""
    short = word(one[at])
    if not short or not one[at].token.text[0].isupper():
        return
    following = one[at + 1 + (one[at + 1].key == ".")]
    if is_capital(following):
        if short == "st":
            yield from _shortened(one, at, other, there, ("saint",))
    elif is_capital(one[at - 1]) or one[at - 1].token.text[:1].isdigit():
        yield from _shortened(one, at, other, there, (STREETS[short],))


# American states after a place: "Springfield, Ill.", "Springfield, Illinois".


def _states_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match a shortened state after a place, with its stop, with the full name."""
    short = one[at].token.text
    is_after_place = one[at - 1].key == "," and is_capital(one[at - 2])
    if short in AMERICAN_STATES and is_after_place and (short.endswith(".") or one[at + 1].key == "."):
        yield from _shortened(one, at, other, there, AMERICAN_STATES[short])


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


# The initials of a person: "H. J. Ito", "H.J. Ito", "HJ Ito".


_MOST = 4


def _initials_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match initials written apart with the same initials in one word."""
    letters = ""
    last = at
    while len(letters) < _MOST and _is_initial(one[last]):
        letters += one[last].token.text
        last += 1 + (one[last + 1].key == ".")
    joined = other[there].token.text.replace(".", "")
    if len(letters) > 1 and joined == letters and is_capital(one[last]):
        yield last, there + 1


def _is_initial(segment: Segment) -> bool:
    return segment.fact is None and len(segment.token.text) == 1 and segment.token.text.isupper()


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


# The commas around Jr.: "Kim Lee Jr.", "Kim Lee, Jr.,".


_SUFFIXES = frozenset({"jr", "sr"})


def _junior_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match a comma before the suffix of a name with nothing, and then also the comma after it."""
    if one[at].key != "," or other[there].key == ",":
        return
    opens = one[at + 1].key in _SUFFIXES and one[at + 1].key == other[there].key
    suffix = at - 1 - (one[at - 1].key == ".")
    closes = one[suffix].key in _SUFFIXES and one[suffix - 1].key == ","
    following = at + 1 + opens
    following += opens and one[following].key == "."
    # Before a capital it may be the title of the next name.
    if is_capital(one[following]):
        return
    if (opens and is_capital(one[at - 1])) or closes:
        yield at + 1, there


# The sign & in a name: "Lind & Ek", "Lind and Ek".


_JOINTS = frozenset({"&", "and"})
# What may be between the names of one run.
_BETWEEN = frozenset({",", ".", "of", "the"})


def _ampersand_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match the sign with the word, if words with capitals are on both sides of it."""
    if one[at].key != "&" or other[there].key != "and" or are_touching(one[at - 1], one[at]):
        return
    capitals = is_capital(one[at - 1]) and is_capital(one[at + 1])
    if capitals and _is_only_joint(one, at) and _is_only_joint(other, there):
        yield at + 1, there + 1


def _is_only_joint(segments: Sequence[Segment], at: int) -> bool:
    """Whether no other "and" or "&" joins names in the run around an index."""
    after, before = segments[at + 1 :], reversed(segments[:at])
    return not any(_end_of_run(part) in _JOINTS for part in (after, before))


def _end_of_run(segments: Iterable[Segment]) -> Hashable:
    """The key of the first segment that is neither a name nor between two names."""
    return next(
        (segment.key for segment in segments if not is_capital(segment) and segment.key not in _BETWEEN),
        "",
    )


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

FIRM_FORMS = Harmless(
    name="firms",
    passes="Inc., Ltd, Corp., Co. or Bros. after a name, or the word in full.",
    never="Another legal form; one added or dropped; Co. before a name, which is a county.",
    same=(
        ("Lind Inc. fell", "Lind Incorporated fell"),
        ("the firm Lind & Ek Ltd closed", "the firm Lind & Ek Limited closed"),
        ("they sued Lind Co.", "they sued Lind Company."),
    ),
    not_same=(
        ("Lind Ltd closed", "Lind Inc closed"),
        ("Lind Ltd closed", "Lind closed"),
        ("it rained in Co. Clare", "it rained in Company Clare"),
        ("Lind Ltd closed", "Ek Limited closed"),
        ("Lind inc fell", "Lind Incorporated fell"),
    ),
    in_quotations=False,
    starts=frozenset(FIRMS),
    moves=_firms_moves,
)

PLACES = Harmless(
    name="saints and streets",
    passes="St or Saint before a name; St., Ave., Rd or Blvd, or the word in full, after a name.",
    never="Street for St before a name; Saint for St after a name; another name; one added or dropped.",
    same=(
        ("they met in St Albans", "they met in Saint Albans"),
        ("they met in St. Albans", "they met in Saint Albans"),
        ("a fire in Mill St. yesterday", "a fire in Mill Street yesterday"),
        ("a fire in Mill Rd yesterday", "a fire in Mill Road yesterday"),
        ("a fire in 42nd St yesterday", "a fire in 42nd Street yesterday"),
    ),
    not_same=(
        ("they met in St Albans", "they met in Street Albans"),
        ("the Mill St choir", "the Mill Saint choir"),
        ("a fire in Mill Rd", "a fire in Mill Street"),
        ("a fire in Mill St", "a fire in Mill"),
    ),
    in_quotations=False,
    starts=frozenset(STREETS),
    moves=_places_moves,
)

STATES = Harmless(
    name="American states",
    passes="A state after a place and a comma, in full or as the Associated Press shortens it, with its stop.",
    never="Another state; one added or dropped; a short form anywhere else (Miss. Lind).",
    same=(
        ("the mill in Springfield, Ill., closed", "the mill in Springfield, Illinois, closed"),
        ("the mill in Albany, N.Y., closed", "the mill in Albany, New York, closed"),
        ("he lives in Boston, Mass.", "he lives in Boston, Massachusetts."),
    ),
    not_same=(
        ("the mill in Springfield, Ill., closed", "the mill in Springfield, Indiana, closed"),
        ("the mill in Springfield, Ill., closed", "the mill in Springfield closed"),
        ("he met Miss. Lind", "he met Mississippi Lind"),
        ("in the place, Ill., she left", "in the place, Illinois, she left"),
        ("in Oslo, Ill, she left", "in Oslo, Illinois, she left"),
    ),
    in_quotations=False,
    not_at_words=True,
    moves=_states_moves,
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

INITIALS = Harmless(
    name="initials",
    passes="Two or more initials before a name, with or without stops and spaces between them.",
    never="Another initial; one more or fewer; an initial for a first name.",
    same=(("H. J. Ito left", "H.J. Ito left"), ("J. R. R. Lind wrote", "JRR Lind wrote")),
    not_same=(
        ("H. J. Ito left", "H. K. Ito left"),
        ("H. J. Ito left", "H. Ito left"),
        ("H. Ito left", "Hana Ito left"),
    ),
    in_quotations=False,
    not_at_words=True,
    moves=_initials_moves,
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

JUNIOR = Harmless(
    name="commas around Jr.",
    passes="The comma before Jr. or Sr. after a name, or no comma; then also the comma after it.",
    never="Sr. for Jr.; either of them added or dropped; a comma of the sentence; either before a capital (Sr. Maria).",
    same=(
        ("Kim Lee Jr. left", "Kim Lee, Jr., left"),
        ("Kim Lee Jr left", "Kim Lee, Jr, left"),
        ("they saw Kim Lee Jr.", "they saw Kim Lee, Jr."),
    ),
    not_same=(
        ("Kim Lee Jr. left", "Kim Lee left"),
        ("Kim Lee, Jr., left", "Kim Lee, Sr., left"),
        ("Kim Lee, a clerk, left", "Kim Lee a clerk left"),
        ("the boy, Jr. left", "the boy Jr. left"),
        ("Kim Lee Jr., left", "Kim Lee Jr. left"),
        ("they met Ana Paz, Sr. Maria and Bo", "they met Ana Paz Sr. Maria and Bo"),
        ("they met Ana Paz, Sr., Maria and Bo", "they met Ana Paz, Sr. Maria and Bo"),
    ),
    in_quotations=False,
    starts=frozenset({","}),
    moves=_junior_moves,
)

AMPERSAND = Harmless(
    name="ampersand",
    passes="The sign & or the word and between two words of a name.",
    never="Or; words in small letters; letters joined by & (R&D); another order; names with a second and.",
    same=(("the firm Lind & Ek closed", "the firm Lind and Ek closed"),),
    not_same=(
        ("Lind & Ek closed", "Lind or Ek closed"),
        ("the R&D budget fell", "the R and D budget fell"),
        ("the firm Lind & Ek Ltd closed", "the firm Ek and Lind Ltd closed"),
        ("the fish & Ek closed", "the fish and Ek closed"),
        ("the Lind & fish closed", "the Lind and fish closed"),
        ("Lind & Ek and Bo", "Lind and Ek & Bo"),
        ("Lind & Ek, Bo and Tan met", "Lind and Ek, Bo & Tan met"),
    ),
    in_quotations=False,
    starts=frozenset({"&"}),
    moves=_ampersand_moves,
)

CLASSES = (
    TITLES,
    FIRM_FORMS,
    PLACES,
    STATES,
    ACRONYM_STOPS,
    INITIALS,
    INITIALS_OF_A_NAME,
    JUNIOR,
    AMPERSAND,
)
"""The classes of harmless differences in names."""
