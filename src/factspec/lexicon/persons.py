"""Words that stand with or for a person's name: titles, pronouns, offices, and parts of names.

Source: forms of address and offices of English newsroom style. A title is no part of the name it precedes.
"""

from factspec.lexicon import titles

_MORE_TITLES = """
vice congressperson representative mx pope ceo cfo executive commissioner chair chairperson spokesman spokeswoman
spokesperson leader comrade
"""
# "Jr." and "Mt." are abbreviations in the table of titles, and parts of a name here.
TITLES: frozenset[str] = (titles.TITLES - {"jr", "sr", "mt", "ft"}) | frozenset(_MORE_TITLES.split())
"""Words before a name that are no part of it, in lower case."""

PRONOUNS: frozenset[str] = frozenset(["he", "she", "they", "it"])
"""Pronouns of the third person that can be the subject of a verb of saying."""

PARTICLES: frozenset[str] = frozenset(
    [
        "de",
        "da",
        "del",
        "della",
        "der",
        "den",
        "di",
        "dos",
        "du",
        "el",
        "al",
        "bin",
        "bint",
        "ibn",
        "la",
        "le",
        "van",
        "von",
        "ter",
        "y",
    ]
)
"""Lower-case words inside a family name."""

GENERATIONS: frozenset[str] = frozenset(["jr", "sr", "ii", "iii", "iv"])
"""What tells two bearers of one name apart."""

BODIES: frozenset[str] = frozenset(
    """foundation institute company group museum school college university trust party fund club bank office ltd inc plc
    centre center society association agency ministry estate campaign team prize award""".split()
)
"""What makes a body of a person's name: "the Ada Lind Foundation"."""

REFLEXIVES: frozenset[str] = frozenset(["himself", "herself", "themselves", "itself"])
"""What may stand between a subject and its verb: "Ada Lind herself said"."""

ONLY_PERSONS: frozenset[str] = frozenset(
    """resigned retired died married divorced smiled nodded shrugged laughed wept cried sighed grinned frowned winced
    blushed sneezed stood sat""".split()
)
"""Verbs of the body and of a life, which no firm and no country is the subject of."""
