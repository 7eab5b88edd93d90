"""Verbs and nouns that take "on" for what they are about: "depends on Monday", "a ban on Monday trading".

Closed over the prepositional verbs with "on" of Quirk et al., A Comprehensive Grammar of the English Language, sections
16.28 and 16.2 to 16.3 (particles), and the nouns of news English with "on". Left out are past tenses behind which a
day says when, as it nearly always does behind "voted", "worked", "reported" or "ruled".
"""

_VERBS = """depend rely focus concentrate hinge bank bet count insist agree decide settle reflect dwell elaborate
expand touch lean build draw impinge plan comment rest center centre base turn switch carry keep hold pass log sign
take put get live feed act speculate""".split()
_IRREGULAR = "built drew kept held took got carried relied planned planning putting getting betting centred".split()
_NOUNS = """report vote work talk talks ban tax book debate decision attack ruling rule law limit cap focus embargo
sanction sanctions curb view views effect impact research study restriction article essay paper film lecture speech
briefing discussion question information data detail details note reliance dependence emphasis tariff levy freeze
moratorium referendum agreement consensus negotiations news update guidance advice opinion evidence light doubt
pressure stance stand position bid poll""".split()

TAKE_ON = frozenset(
    [verb + ending for verb in _VERBS for ending in ("", "s", "ed", "ing")]
    + [verb.removesuffix("e") + ending for verb in _VERBS for ending in ("ed", "ing")]
    + [noun + ending for noun in _NOUNS for ending in ("", "s")]
    + _IRREGULAR
)
"""Words behind which "on" and a day may say no time; some forms made by rule are no words."""
