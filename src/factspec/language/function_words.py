"""Closed classes of English words that are not names: words that open sentences, join others, or follow nouns.

Contractions are here too, and the words that matter too much or too little to count as a change.
"""

PERSONS = frozenset(
    "people men women children police officials experts scientists researchers analysts critics authorities "
    "prosecutors investigators witnesses residents voters workers students teachers doctors leaders ministers "
    "lawmakers".split()
)
"""The nouns in `FUNCTION_WORDS`."""

FUNCTION_WORDS = PERSONS | frozenset(
    "a an the this that these those my your his her its our their some any no every each all both either "
    "neither many much most more few several other another such what which whose who whom when where why "
    "how i you he she it we they me him us them there here one two three four five six seven eight nine "
    "ten hundreds thousands millions dozens half about above across after against along among around as "
    "at before behind below beneath beside besides between beyond by despite down during except for from "
    "in inside into like near of off on onto out outside over past per since through throughout to toward "
    "towards under until up upon via with within without and but or nor so yet if although though because "
    "while whereas unless whether once is are was were am be been being do does did has have had can "
    "could may might must shall should will would not never only also just even still then now later "
    "earlier today yesterday tomorrow however moreover meanwhile instead therefore thus hence finally "
    "first second third last next previously recently currently perhaps maybe according including "
    "following based given due among nearly almost roughly approximately early late new old young good "
    "bad big small large little high low former local international national public private following "
    "unlike everyone everybody everything someone somebody something "
    "anyone anybody anything nobody nothing none let please yes oh well".split()
)
# Endings of common words: at the head of a sentence, a capitalised word with one of them is not a name by itself.
COMMON_ENDINGS = ("ing", "ly", "tion", "ment", "ness", "ions", "ments", "ers", "ors", "ists", "ies", "ed", "ity")
# Verbs directly after the first word of a sentence show that this word is a name.
FINITE = frozenset(
    "is was has had will would can could may might said says told announced beat defeated won lost wants "
    "wanted does did cut rose fell grew met sued sold bought gave took made came went held got led ran "
    "sent left began visited arrived left called signed and".split()
)


# Words that any two sentences may share: articles, prepositions, auxiliaries, pronouns.


LIGHT_WORDS = frozenset(
    "a an the this that these those and or but nor so of in on at to for from by with as is are was were be been being "
    "it its he she they them his her their we our you your i has have had do does did will would can which who whom "
    "there than then into over".split(),
)


# Contractions of English verbs and "not", and what each may stand for.


_NEGATED = {
    form + "n't": form
    for form in "is are was were has have had does do did could should would must might need ought dare".split()
}

# A contracted word (key) and its expansions as keys.
NEGATIONS: dict[str, tuple[tuple[str, ...], ...]] = {
    **{short: ((verb, "not"),) for short, verb in _NEGATED.items()},
    "can't": (("can", "not"), ("cannot",)),
    "cannot": (("can", "not"),),
    "won't": (("will", "not"),),
    "shan't": (("shall", "not"),),
}
# Endings that stand for one verb only.
ENDINGS = {"'re": "are", "'m": "am", "'ve": "have", "'ll": "will"}
# After these words, 's is "is" or "has" and never a possessive.
BEFORE_S = frozenset("it he she that there here what who where how when why this everyone everybody".split())
PRONOUNS = frozenset("i you he she it we they that there who this these those what".split())
# Before these participles, 's is "has" and 'd is "had".
AFTER_HAS = frozenset("been got had become gone done seen taken given made come".split())
AFTER_WOULD = frozenset("be like love have never prefer rather".split())


# Words that no gap in approved wording or in a quotation may leave out, because the meaning would change.


NEVER_LEFT_OUT = frozenset(
    "not no never none nobody nothing neither nor without cannot hardly barely scarcely if unless may might could "
    "would should perhaps possibly probably maybe likely unlikely seemingly apparently allegedly alleged reportedly "
    "supposedly purportedly fail fails failed refuse refuses refused decline declines declined false falsely "
    "untrue".split()
)


# Words after a noun that do not make a compound with it.


AFTER_NOUNS = frozenset(
    """aboard alongside amid amidst amongst atop barring concerning circa minus notwithstanding opposite plus regarding
    save than till unto versus via vs worth
    abroad afar afterwards again ago ahead alike alone altogether anew anyway apart aside astray away back backwards
    beforehand downstairs downtown downwards else elsewhere ever forever forth forward forwards hence indoors
    instead midway midweek nationwide nearby nonetheless nowhere offline offshore often online ashore outdoors outright
    overboard overnight overseas somewhere soon statewide straight sideways thereafter throughout together tomorrow
    tonight too twice thrice upstairs upwards weekdays weekends westward eastward northward southward worldwide
    able absent afloat afraid ajar alive ashamed asleep available awake aware blind broke clean clear closed dead deaf
    different dry due eligible empty extra fit free full glad guilty halfway happy healthy idle ill inclusive intact
    involved left liable likely live loose mad mute necessary open own pregnant present proper ready ready-made
    red responsible rich sacred safe sane shut sick silent similar sober solid sound spare strong thick thin tight true
    unable unaware unconscious unfit unharmed unhurt unlikely unsafe upset useless wet whole wide willing worthy
    tall deep broad heavy wrong
    better bigger cheaper cleaner closer colder dearer deeper drier easier faster fewer fresher greater happier harder
    healthier heavier hotter larger lighter longer louder nearer older poorer quicker quieter richer safer sharper
    shorter sicker slower smaller softer sooner steeper stronger taller tighter warmer weaker wealthier wetter wider
    worse younger
    best worst most least first last next""".split()
)
"""Lower-case keys."""
ADJECTIVAL = ("able", "ible", "ful", "less", "ous", "ly", "ed", "ing", "wards", "wise", "est")
"""Endings of adjectives, adverbs and participles, which may also follow a noun."""


# Words that narrow the noun after them to a part or another sort of it: "operating | profit", "military | police".


NARROWING = frozenset(
    """operating trading gross net pretax pre-tax after-tax first-quarter second-quarter third-quarter fourth-quarter
    first-half second-half half-year full-year underlying adjusted core organic headline nominal real recurring
    comparable quarterly half-yearly annual yearly monthly weekly daily hourly average mean median maximum minimum peak
    record lowest highest expected projected forecast estimated preliminary provisional cumulative seasonal
    domestic foreign overseas export import online retail wholesale licence license advertising rental
    primary secondary nursery elementary high private public state federal national regional local municipal county
    provincial european international
    military riot traffic border transport railway prison volunteer amateur professional junior senior youth
    sea air ground water surface night-time daytime
    partial alleged suspected proposed planned possible potential fake false mock rival former future acting deputy
    assistant interim opposition male female women's men's""".split()
)
"""Lower-case keys."""

OPENING = frozenset(
    """abroad afar afterwards again ahead almost alone alternatively always anyway apart aside away besides downstairs
    downtown elsewhere enough eventually everywhere far forever further furthermore hence henceforth hereby hitherto
    indoors indeed less likewise meantime midweek more moreover much nationwide nevertheless nonetheless nowadays
    nowhere often online otherwise outdoors outside overall overnight overseas quite rather seldom sometime sometimes
    somewhere soon statewide thereafter thereby throughout together tonight twice upstairs upstream usually well
    whatsoever wherever worldwide monday tuesday wednesday thursday friday saturday sunday update correction breaking
    analysis opinion""".split()
)
"""Lower-case adverbs without "-ly", days and labels of headlines that open a clause before its subject."""


# Words and signs that say nothing by themselves. A strict spec lets only these be unaccounted for.


FREE_WORDS = frozenset({"a", "an", "the", "and", "but", "also"})
"""Keys of words that a sentence may have besides what was approved."""

FREE_PHRASES = (("in", "addition"),)
"""Keys of words that are free only together."""

FREE_SIGNS = frozenset({".", ",", ";", ":", "...", "-", "--", "(", ")", "[", "]", '"', "'"})
"""Keys of signs that a sentence may have; "?", "!" and symbols are not among them."""

OPENING_WORDS = frozenset({"and", "but", "also"})
"""Keys of words that may open an approved whole sentence."""
