"""Nouns for who somebody is to somebody else, whose deeds are not his: "friends of Ada Lind", "the company's rival".

Closed over kin, friends and foes, servants and agents, and those who come before or after in an office. Parts of a
body ("the council's leader", "members of the council") are none of them: they act for it.
"""

RELATIONS = frozenset(
    """brother brothers sister sisters father mother parents son sons daughter daughters wife husband widow partner
    cousin uncle aunt nephew niece relatives friend friends neighbour neighbours neighbor
    neighbors colleague colleagues ally allies supporter supporters fan fans follower followers admirer admirers
    critic critics opponent opponents rival rivals enemy enemies competitor competitors challenger challengers
    lawyer lawyers attorney attorneys solicitor barrister aide aides assistant bodyguard driver secretary doctor
    predecessor predecessors successor successors deputy deputies victim victims namesake impostor parody""".split()
)
"""In the singular and the plural, lower case."""

AGENTS = frozenset(
    """adviser advisers advisor advisors spokesman spokeswoman spokesperson spokespeople accountant boss bosses chief
    coach agent manager trainer nurse landlord tenant""".split()
)
"""Who speaks or works for somebody: of a person they are another, of a body they may act for it."""

STAND_INS = frozenset(
    tuple(pair.split())
    for pair in (
        "posing as,poses as,posed as,claiming to be,claimed to be,pretending to be,dressed as,disguised as"
    ).split(",")
)
"""Words before the name of somebody whom another gives himself out for."""
