"""Words that a gap never leaves out, in approved wording and in quotations: they turn what is said into another thing.

Closed over negations, hedges, conditions and denials; contractions with *not* and the verbs of denying that
`factspec.lexicon.sayings` lists are no part of the table.
"""

NEVER_LEFT_OUT = frozenset(
    "not no never none nobody nothing neither nor without cannot hardly barely scarcely if unless may might could "
    "would should perhaps possibly probably maybe likely unlikely seemingly apparently allegedly alleged reportedly "
    "supposedly purportedly fail fails failed refuse refuses refused decline declines declined false falsely "
    "untrue".split()
)
