"""Words that follow a noun as words of their own, and are not the noun that it makes a compound with.

After Quirk et al., A Comprehensive Grammar of the English Language, sections 7.21 (adjectives behind their noun), 8.20
(adverbs) and 9.7 (prepositions), less those that `function_words` has, and less adverbs in "-ly".
"""

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
"""Endings of adjectives, adverbs and participles, which may follow a noun as well."""
