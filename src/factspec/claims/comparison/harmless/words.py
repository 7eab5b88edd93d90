"""Harmless differences in ordinary words: articles, contractions, spelling, and the order of some words."""

from collections.abc import Iterable, Iterator, Sequence

from factspec.claims.comparison.model import PADDING, Harmless, Segment, is_capital, word
from factspec.language.function_words import AFTER_HAS, AFTER_WOULD, BEFORE_S, ENDINGS, NEGATIONS, PRONOUNS
from factspec.language.number_words import ORDINALS
from factspec.language.opposites import VERBS
from factspec.language.people import ABBREVIATIONS, TITLE_WORDS
from factspec.language.reporting import CLAUSE_OPENERS, SAYINGS
from factspec.language.spelling import FAMILY_NAMES, american
from factspec.language.verbs import DEALING

# Articles: "the visit of the president", "visit of president".


_ARTICLES = frozenset({"a", "an", "the"})
_QUANTITIES = frozenset(
    "few little lot lots most least only same other half many bit number majority first last great good "
    "hundred dozen".split()
)


def _articles_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match an article with nothing, or with another article."""
    mine, theirs = one[at].key, other[there].key
    if mine not in _ARTICLES:
        return ()
    following = word(one[at + 1])
    if theirs in _ARTICLES:
        return ((at + 1, there + 1),) if mine != theirs and not _ranks(one[at + 1], other[there + 1]) else ()
    if mine != "the" and one[at + 1].token.key in ORDINALS:
        return ()
    if following in _QUANTITIES or word(one[at - 1]) in _ARTICLES or not (following or one[at + 1].fact):
        return ()
    return () if one[at].token.text == "A" and not _opens(one, at) else ((at + 1, there),)


def _ranks(*following: Segment) -> bool:
    """Whether a following word counts or ranks. Its article then says which or how many."""
    return any(segment.token.key in _QUANTITIES or segment.token.key in ORDINALS for segment in following)


def _opens(segments: Sequence[Segment], at: int) -> bool:
    return not word(segments[at - 1]) and segments[at - 1].fact is None


# Contracted verbs and negations: "it isn't", "it is not".


def _contractions_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match a contraction with one of its full forms."""
    mine = word(one[at])
    if not mine or ("'" not in mine and mine != "cannot"):
        return ()
    return [
        (at + 1, there + len(expansion))
        for expansion in _expansions(mine, word(one[at + 1]))
        if tuple(segment.key for segment in other[there : there + len(expansion)]) == expansion
    ]


def _expansions(contracted: str, following: str) -> Iterator[tuple[str, ...]]:
    yield from NEGATIONS.get(contracted, ())
    stem, apostrophe, ending = contracted.partition("'")
    ending = apostrophe + ending
    if ending in ENDINGS and stem in PRONOUNS:
        yield (stem, ENDINGS[ending])
    if contracted == "let's":
        yield ("let", "us")
    if ending == "'s" and stem in BEFORE_S:
        yield (stem, "has" if following in AFTER_HAS else "is")
        if following.endswith(("ed", "en")):
            yield (stem, "has")
    if ending == "'d" and stem in PRONOUNS:
        yield from _had_or_would(stem, following)


def _had_or_would(stem: str, following: str) -> Iterator[tuple[str, ...]]:
    if following in AFTER_HAS or following == "better" or following.endswith("ed"):
        yield (stem, "had")
    elif following in AFTER_WOULD:
        yield (stem, "would")


# British and American spellings.


_TITLES = frozenset({*ABBREVIATIONS, "mrs", "ms", "miss"})


def _spelling_moves(one: Sequence[Segment], at: int, other: Sequence[Segment], there: int) -> Iterable[tuple[int, int]]:
    """Match two words that have the same American spelling."""
    mine, theirs = word(one[at]), word(other[there])
    if not mine or not theirs or mine == theirs or american(mine) != american(theirs):
        return ()
    return () if _is_family_name(one, at) or _is_family_name(other, there) else ((at + 1, there + 1),)


def _is_family_name(segments: Sequence[Segment], at: int) -> bool:
    """Whether a word with a capital follows a title or is a known family name, also at the start of a sentence."""
    segment, before = segments[at], segments[at - 1 - (segments[at - 1].key == ".")]
    if not segment.token.text[0].isupper():
        return False
    plain = american(segment.token.key).removesuffix("'s").rstrip("'")
    return word(before) in _TITLES or not FAMILY_NAMES.isdisjoint((plain, plain.removesuffix("s")))


# A word that was written twice by mistake.


_MEANT = frozenset(
    "very had that is no never far long many much so really more again not he she who bye ha her".split()
)


def _doubled_word_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match the second of two equal words with nothing."""
    mine = word(one[at])
    if not mine or mine in _MEANT or one[at].token.text[0].isupper():
        return ()
    if one[at - 1].key == mine and other[there - 1].key == mine and other[there].key != mine:
        return ((at + 1, there),)
    if one[at + 1].key == mine and other[there].key == mine and other[there + 1].key != mine:
        return ((at + 2, there + 1),)
    return ()


# The word "that" before a clause.


_SUBJECTS = frozenset(
    "i you he she it we they there the a an this these those my your his her its our their some any no "
    "every each all both many most several few one two three four five six seven eight nine ten what who "
    "nobody everyone nothing".split()
)
_VERBS = frozenset("is was has does says comes goes makes means helps works seems".split())
_OBJECTS = frozenset("him her them us me it reporters journalists lawmakers people parliament".split())


def _complementiser_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match "that" with nothing, between a verb that takes a clause and the subject of the clause."""
    if one[at].key != "that" or other[there].key == "that":
        return ()
    before = word(one[at - 1])
    if before in _OBJECTS:
        before = word(one[at - 2])
    if before not in SAYINGS and before not in CLAUSE_OPENERS:
        return ()
    return ((at + 1, there),) if _opens_clause(one[at + 1]) else ()


def _opens_clause(segment: Segment) -> bool:
    following = word(segment)
    return (
        segment.fact is not None
        or following in _SUBJECTS
        or is_capital(segment)
        or (following.endswith("s") and not following.endswith(("ss", "'s")) and following not in _VERBS)
    )


# The order of two names or things that "and" joins.


_COORDINATION_LONGEST = 4
_OPENERS = frozenset(
    "of on in at for with between to from by the a an his her its their both about against over".split()
)
# What may begin an apposition, which belongs only to the second member.
_STOPS = frozenset({",", "(", "-"})
# What may belong only to the second of two objects.
_QUALIFIERS = frozenset({"who", "which", "that", "whose", "of"})
# Words that refer to the order, and medals and ranks.
_ORDERED = frozenset("respectively order former latter ratio difference".split())
_RANKS = frozenset("gold silver bronze first second third".split())
_BE = frozenset("is are was were be been become became".split())
# Before a noun that says who the first of two people is.
_OWNERS = frozenset("the a an his her its their my our your".split())
_VERBAL = ("ing", "ed")
_NO_PLURAL = ("ss", "us", "is", "'s")
# Verbs in the table of opposites; they end like nouns, but are not things.
_ACTIONS = frozenset(VERBS.replace("|", " ").split())


def _coordination_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match two members around "and" with the same members in the other order."""
    if not word(one[at]) or one[at].key == other[there].key:
        return ()
    for middle in range(at + 1, min(at + _COORDINATION_LONGEST, len(one) - 2) + 1):
        if one[middle].key == "and":
            return [
                (last, there + last - at)
                for last in range(middle + 2, min(middle + _COORDINATION_LONGEST + 1, len(one) - PADDING) + 1)
                if _swapped(one, at, middle, last, other, there) and _alike(one, at, middle, last)
            ]
    return ()


def _swapped(one: Sequence[Segment], at: int, middle: int, last: int, other: Sequence[Segment], there: int) -> bool:
    keys = [segment.key for segment in one[at:last]]
    cut = middle - at
    return [segment.key for segment in other[there : there + last - at]] == [*keys[cut + 1 :], "and", *keys[:cut]]


def _is_beside_another(segments: Sequence[Segment], middle: int) -> bool:
    """Whether "and" also joins two values, ranks or names, each of which may belong to one of the two members."""
    for at, segment in enumerate(segments[: len(segments) - PADDING]):
        if segment.key == "and" and at != middle and at:
            pair = (segments[at - 1], segments[at + 1])
            between = {one.key for one in segments[min(at, middle) : max(at, middle)]}
            if any(one.fact for one in pair) or not _BE.isdisjoint(between) or all(one.key in _RANKS for one in pair):
                return True
    return False


def _alike(one: Sequence[Segment], at: int, middle: int, last: int) -> bool:
    if any(segment.key in _ORDERED for segment in one) or _is_beside_another(one, middle):
        return False
    if one[last].key in _STOPS or one[at - 1].key in {",", "and", "or"} or word(one[at - 1]) in TITLE_WORDS:
        return False
    left, right = one[at:middle], one[middle + 1 : last]
    if all(map(is_capital, (*left, *right))):
        owned = word(one[at - 1]) and word(one[at - 2]) in _OWNERS  # "his wife Ada and Bo"
        return not (owned or is_capital(one[at - 1]) or is_capital(one[last]) or one[last].key == "'")
    if len(left) != 1 or len(right) != 1 or word(one[last]).endswith("'s"):
        return False
    members = (word(left[0]), word(right[0]))
    if (
        not all(members)
        or is_capital(left[0])
        or is_capital(right[0])
        or any(each.endswith(_VERBAL) for each in members)
    ):
        return False
    if one[at - 1].key in _OPENERS:
        return True
    return one[last].key not in _QUALIFIERS and _objects(word(one[at - 1]), members)


def _objects(before: str, members: tuple[str, str]) -> bool:
    """Whether two words are objects of the verb before them, and not verbs themselves.

    After a verb in -ed or -s, two plurals are objects: a verb in -s follows neither another one nor a plural.
    """
    if not _ACTIONS.isdisjoint((*members, *(member.removesuffix("s") for member in members))):
        return False
    plural = all(member.endswith("s") and not member.endswith(_NO_PLURAL) for member in members)
    inflected = before.endswith(("ed", "s")) and not before.endswith(_NO_PLURAL)
    return before in DEALING or (plural and inflected)


# The speaker before or after the verb of saying: "…, Ann Lee said", "…, said Ann Lee".


_SAID_ORDER_LONGEST = 6
_MARKS = frozenset({'"', "'"})
_CLOSING = frozenset([",", ".", ";", ""])


def _said_order_moves(
    one: Sequence[Segment], at: int, other: Sequence[Segment], there: int
) -> Iterable[tuple[int, int]]:
    """Match a speaker and a verb of saying with the verb and the same speaker."""
    before = at - 1 - (one[at - 1].key in _MARKS)
    if SAYINGS.get(word(other[there])) != "say" or one[before].key != ",":
        return
    for count in range(1, _SAID_ORDER_LONGEST + 1):
        verb = one[at + count : at + count + 1]
        if not verb or not word(one[at + count - 1]):
            return
        if verb[0].key == other[there].key:
            spoken = [segment.key for segment in one[at : at + count]]
            same = spoken == [segment.key for segment in other[there + 1 : there + 1 + count]]
            ends = (one[at + count + 1].key, other[there + count + 1].key)
            if same and _CLOSING.issuperset(ends):
                yield at + count + 1, there + count + 1
            return


ARTICLES = Harmless(
    name="articles",
    passes="A, an or the inserted, dropped or replaced by another of them.",
    never=("The article before a quantity, rank or superlative (a few, the most, a second, the only); A as a name."),
    same=(
        ("the visit of the president", "visit of president"),
        ("a permit to land", "the permit to land"),
        ("a historic day", "an historic day"),
    ),
    not_same=(
        ("a few came", "few came"),
        ("a number left", "the number left"),
        ("a second try", "the second try"),
        ("won second prize", "won a second prize"),
        ("the most voters", "most voters"),
    ),
    in_quotations=False,
    starts=_ARTICLES,
    moves=_articles_moves,
)

CONTRACTIONS = Harmless(
    name="contractions",
    passes="A contraction and its full form, if only one full form is possible: isn't and is not, it's and it is.",
    never="A possessive 's; 'd if it may be had or would; ain't; a form without its not.",
    same=(
        ("it isn't so", "it is not so"),
        ("it's late", "it is late"),
        ("he can't", "he cannot"),
        ("they've left", "they have left"),
    ),
    not_same=(
        ("it isn't so", "it is so"),
        ("Xi's trip", "Xi is trip"),
        ("its trip", "it's trip"),
        ("he'd put", "he would put"),
    ),
    in_quotations=False,
    moves=_contractions_moves,
)

SPELLING = Harmless(
    name="spelling",
    passes="The British and the American spelling of a word: colour and color, organise and organize.",
    never=(
        "Another word (storey and story, enquiry and inquiry); a synonym; a corrected misspelling; a family name "
        "(Gray and Grey)."
    ),
    same=(("the colour of defence", "the color of defense"), ("organised and travelled", "organized and traveled")),
    not_same=(
        ("a meteor fell", "a meteoroid fell"),
        ("they recieved it", "they received it"),
        ("a prise", "a prize"),
        ("Ada Gray left", "Ada Grey left"),
        ("Mr. Glamour left", "Mr. Glamor left"),
    ),
    in_quotations=False,
    moves=_spelling_moves,
)

DOUBLED_WORD = Harmless(
    name="doubled word",
    passes="A word that was written twice in a row by mistake.",
    never="A word that may be meant twice: very very, had had, that that, no no, a name, a number.",
    same=(("arrived in the the capital", "arrived in the capital"),),
    not_same=(
        ("a very very long day", "a very long day"),
        ("he had had it", "he had it"),
        ("Sing Sing prison", "Sing prison"),
    ),
    in_quotations=False,
    moves=_doubled_word_moves,
)

COMPLEMENTISER = Harmless(
    name="that",
    passes="The word that, inserted or dropped between a verb of saying or thinking and its clause.",
    never="That as a demonstrative (said that man) or a relative pronoun (the house that he bought).",
    same=(("said that their ties are firm", "said their ties are firm"), ("believes that he won", "believes he won")),
    not_same=(
        ("said that man was ill", "said man was ill"),
        ("said that was bad", "said was bad"),
        ("the claim that fell", "the claim fell"),
    ),
    in_quotations=False,
    starts=frozenset({"that"}),
    moves=_complementiser_moves,
)

COORDINATION = Harmless(
    name="order in A and B",
    passes=(
        "Two names joined by and, in either order; two things of like form, if they follow one preposition, article "
        "or verb."
    ),
    never=(
        "Members joined by but; verbs; a title or first name that belongs to one of the two; lists of three; texts "
        "with respectively."
    ),
    same=(
        ("between Moscow and Beijing", "between Beijing and Moscow"),
        ("of men and women", "of women and men"),
        ("it exports wheat and barley", "it exports barley and wheat"),
        ("the storm damaged roofs and fences", "the storm damaged fences and roofs"),
    ),
    not_same=(
        ("Xi beat Putin", "Putin beat Xi"),
        ("he fell and died", "he died and fell"),
        ("the workers eat and drink", "the workers drink and eat"),
        ("the price rises and falls", "the price falls and rises"),
        ("poor but happy", "happy but poor"),
        ("for president Xi and Putin", "for president Putin and Xi"),
        ("his wife Ada Lind and Bo Ek left", "his wife Bo Ek and Ada Lind left"),
        ("met Xi and Putin, his guest", "met Putin and Xi, his guest"),
        ("Ada and Bo got 3 and 4 years", "Bo and Ada got 3 and 4 years"),
        ("Ada and Bo won gold and silver", "Bo and Ada won gold and silver"),
        ("the head and the clerk are Ada Lind and Bo Ek", "the head and the clerk are Bo Ek and Ada Lind"),
    ),
    in_quotations=False,
    moves=_coordination_moves,
)

SAID_ORDER = Harmless(
    name="said and who said it",
    passes=(
        "The speaker before or after the verb of saying, if a comma precedes both and a comma or the sentence's end "
        "follows them."
    ),
    never="Another speaker or verb; the start of a sentence; other words between the two.",
    same=(
        ("profit rose, Ann Lee said", "profit rose, said Ann Lee"),
        ("it rose, the bank said.", "it rose, said the bank."),
    ),
    not_same=(
        ("profit rose, Ann Lee said", "profit rose, said Bo Ek"),
        ("profit rose, Ann Lee said", "profit rose, claimed Ann Lee"),
        ("Ann Lee saw Bo Ek", "saw Ann Lee Bo Ek"),
    ),
    in_quotations=False,
    moves=_said_order_moves,
)

CLASSES = (
    ARTICLES,
    CONTRACTIONS,
    SPELLING,
    DOUBLED_WORD,
    COMPLEMENTISER,
    COORDINATION,
    SAID_ORDER,
)
"""The classes of harmless differences in ordinary words."""
