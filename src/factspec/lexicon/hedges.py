"""Words by which a writer does not vouch: modal verbs, adverbs and phrases of report, likelihood, plan and status.

Closed over the hedging devices that grammars of English list; words of one class agree with each other.
"""

# Phrases are keys of tokens in order; the longest that fits is read.
PHRASES: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): name
    for name, phrases in {
        "possible": "may|might|could|possibly|perhaps|maybe|potentially|conceivably",
        "would": "would",
        "obligation": "should|ought to",
        "likely": "likely|probably|presumably|in all likelihood|likely to",
        "unlikely": "unlikely|unlikely to|improbable",
        "reported": "reportedly|allegedly|alleged|supposedly|supposed|purportedly|purported|said to|rumoured|rumored|"
        "reported to|is said to|are said to|were said to|was said to|ostensibly",
        "apparent": "apparently|seemingly|seems to|seem to|seemed to|appears to|appear to|appeared to|evidently",
        "believed": "suspected|believed to|thought to|considered to|presumed|suspected of|assumed to|feared to",
        "expected": "expected to|anticipated to|forecast to|projected to|expects to|expect to|anticipates to|"
        "predicted to",
        "planned": "plan to|plans to|planned to|planning to|plans for|intend to|intends to|intended to|intending to|"
        "scheduled to|set to|due to be|slated to|aims to|aim to|aimed to|designed to",
        "hoped": "hope to|hopes to|hoped to|hoping to|wants to|want to|wanted to|seek to|seeks to|sought to|try to|"
        "tries to|tried to|trying to|attempt to|attempts to|attempted to",
        "former": "former|ex|erstwhile|onetime|one-time",
        "acting": "acting|interim|caretaker",
        "deputy": "deputy|vice",
        "incoming": "incoming",
    }.items()
    for phrase in phrases.split("|")
}
# Words that say that an office is not, not yet, no longer or not wholly held; each is one only before a noun.
STATUS = frozenset("former ex erstwhile onetime acting interim caretaker deputy vice incoming".split())
