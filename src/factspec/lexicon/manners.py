"""Verbs that tell how a quotation is uttered, and bring in one only where nothing else stands beside it."""

MANNERS = frozenset(
    """admonished admonishes advised advises agreed agrees barked barks beamed beams began begins begged begs bellowed
    bellows blurted blurts chimed chimes chipped chips chortled chortles chuckled chuckles clarified clarifies
    confessed confesses confided confides contended contends corrected corrects countered counters cried cries croaked
    croaks deadpanned deadpans elaborated elaborates enthused enthuses fretted frets frowned frowns fumed fumes gasped
    gasps giggled giggles grinned grins groaned groans growled growls grumbled grumbles grunted grunts gushed gushes
    hinted hints hissed hisses howled howls implored implores inquired inquires interjected interjects intoned intones
    maintained maintains moaned moans mourned mourns mumbled mumbles murmured murmurs mused muses muttered mutters
    nodded nods objected objects offered offers opined opines pleaded pleads pointed points pondered ponders
    proclaimed proclaims professed professes protested protests purred purrs raged rages ranted rants reasoned reasons
    reckoned reckons reflected reflects retorted retorts roared roars ruled rules scoffed scoffs screamed screams
    shrieked shrieks shrugged shrugs smiled smiles smirked smirks snapped snaps sneered sneers snorted snorts sobbed
    sobs speculated speculates stammered stammers summarised summarises surmised surmises swore swears teased teases
    thought thinks thundered thunders ventured ventures volunteered volunteers wailed wails went goes whined whines
    wondered wonders yelled yells""".split()
)
"""Their pasts and presents of the third person; verbs of saying proper are in `lexicon.sayings`.

Source: Quirk et al., A Comprehensive Grammar of the English Language, section 14.29 (reporting clauses), and Levin,
English Verb Classes and Alternations, section 37.3 (verbs of manner of speaking).
"""
