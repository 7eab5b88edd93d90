"""Words that any two sentences share: articles, prepositions, auxiliaries, pronouns. Closed over English."""

LIGHT_WORDS = frozenset(
    "a an the this that these those and or but nor so of in on at to for from by with as is are was were be been being "
    "it its he she they them his her their we our you your i has have had do does did will would can which who whom "
    "there than then into over".split(),
)
