"""What is planned, and the words that turn a plan down: "rejected a proposal to", "voted down a motion to".

Closed over the nouns of news English that take an infinitive or "of" for what is intended, and over the verbs that
dismiss such a thing. Opposition and criticism are no plans: to reject them rejects no plan.
"""

PLANS = frozenset(
    """plan plans proposal proposals motion motions bid bids move moves call calls request requests idea ideas attempt
    attempts decision decisions offer offers bill application applications scheme demand demands vote""".split()
)
"""Nouns for what somebody wants done."""

REJECTING = frozenset(
    """rejected rejects rejecting scrapped scraps blocked blocks dropped drops abandoned abandons shelved shelves
    cancelled canceled opposed opposes resisted resists vetoed vetoes defeated quashed dismissed dismisses withdrew
    withdrawn halted overturned overturns reversed reverses annulled revoked postponed postpones deferred
    delayed""".split()
)
"""Verbs after which what is planned is not done."""

TURNED_DOWN = frozenset(
    tuple(pair.split())
    for pair in (
        "voted down",
        "voted against",
        "decided against",
        "threw out",
        "thrown out",
        "turned down",
        "ruled out",
        "stopped short",
        "backed away",
        "pulled out",
    )
)
"""The same in two words."""
