"""Words that narrow the noun behind them to a part or another sort of it: "operating | profit", "military | police".

Closed over the accounts of a firm, measures of a series, parts of a whole, levels of schooling and of government, and
forces. What only praises or describes ("new", "old", "big") is none of them, nor is an adverb that opens a sentence.
"""

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
"""Adverbs without "-ly" that open a clause before its subject, lower-case; days and labels that do so in headlines."""
