"""Contracted forms and what each may stand for: closed over the contractions of English verbs and "not"."""

_NEGATED = {
    form + "n't": form
    for form in "is are was were has have had does do did could should would must might need ought dare".split()
}

# A contracted word (key) and its expansions as keys.
NEGATIONS: dict[str, tuple[tuple[str, ...], ...]] = {
    **{short: ((verb, "not"),) for short, verb in _NEGATED.items()},
    "can't": (("can", "not"), ("cannot",)),
    "cannot": (("can", "not"),),
    "won't": (("will", "not"),),
    "shan't": (("shall", "not"),),
}
# Endings whose verb is certain.
ENDINGS = {"'re": "are", "'m": "am", "'ve": "have", "'ll": "will"}
# Words after which 's is "is" or "has" and never a possessive.
BEFORE_S = frozenset("it he she that there here what who where how when why this everyone everybody".split())
PRONOUNS = frozenset("i you he she it we they that there who this these those what".split())
# Participles after which 's is "has" and 'd is "had".
AFTER_HAS = frozenset("been got had become gone done seen taken given made come".split())
AFTER_WOULD = frozenset("be like love have never prefer rather".split())
