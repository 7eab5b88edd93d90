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


# Words and signs that say nothing by themselves. A strict spec lets only these be unaccounted for.


FREE_WORDS = frozenset({"a", "an", "the", "and", "but", "also"})
"""Keys of words that a sentence may have besides what was approved."""

FREE_PHRASES = (("in", "addition"),)
"""Keys of words that are free only together."""

FREE_SIGNS = frozenset({".", ",", ";", ":", "...", "-", "--", "(", ")", "[", "]", '"', "'"})
"""Keys of signs that a sentence may have; "?", "!" and symbols are not among them."""

OPENING_WORDS = frozenset({"and", "but", "also"})
"""Keys of words that may open an approved whole sentence."""
