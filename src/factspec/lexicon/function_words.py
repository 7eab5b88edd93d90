"""Words that stand capitalised at the head of a sentence without being a name: the closed classes of English.

Determiners, pronouns, prepositions, conjunctions, auxiliaries, question words, and the adverbs,
adjectives and plurals of occupation that open sentences.
"""

PERSONS = frozenset(
    "people men women children police officials experts scientists researchers analysts critics authorities "
    "prosecutors investigators witnesses residents voters workers students teachers doctors leaders ministers "
    "lawmakers".split()
)
"""The nouns among them."""

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
# Endings of common words: a capitalised word of these at the head of a sentence is no name by itself.
COMMON_ENDINGS = ("ing", "ly", "tion", "ment", "ness", "ions", "ments", "ers", "ors", "ists", "ies", "ed", "ity")
# Verbs directly after a sentence's first word: without a determiner before it, that word is a name.
FINITE = frozenset(
    "is was has had will would can could may might said says told announced beat defeated won lost wants "
    "wanted does did cut rose fell grew met sued sold bought gave took made came went held got led ran "
    "sent left began visited arrived left called signed and".split()
)
