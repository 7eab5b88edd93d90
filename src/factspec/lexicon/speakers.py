"""Nouns for those who speak in news without a name, and which of them mean the same people.

Closed over collective nouns and plurals of office, profession and role. A plural in -ers, -ors, -ists, -ians, -ants or
-ents is such a noun too.
"""

SPEAKERS = frozenset(
    "police prosecutors residents neighbours neighbors villagers locals officials authorities rebels militants "
    "insurgents separatists troops soldiers guards witnesses relatives friends colleagues critics opponents supporters "
    "experts analysts doctors nurses medics patients parents students pupils voters unions bosses chiefs executives "
    "lawmakers legislators mps deputies delegates diplomats envoys aides allies sources detectives police officers "
    "coastguards crews pilots dockers miners victims families tenants landlords staff management government opposition "
    "ministry court company firm union council party bank club school hospital university army navy people men women "
    "children clergy monks rangers crew jury judges magistrates scholars monitors charities aid activists".split()
)
"""Nouns for speakers, folded."""

ENDINGS = ("ers", "ors", "ists", "ians", "ants", "ents", "eers", "men", "women")
"""Endings of plurals for persons."""

_GROUPS = (
    "officials authorities government",
    "lawmakers legislators mps parliamentarians deputies congressmen",
    "doctors physicians medics",
    "company firm business corporation",
    "companies firms businesses",
    "police officers policemen detectives",
    "experts specialists analysts",
    "scientists researchers academics",
    "residents locals inhabitants villagers townspeople",
    "rebels insurgents militants fighters guerrillas",
    "troops soldiers forces",
    "lawyers attorneys solicitors",
    "workers employees staff",
    "bosses managers executives management",
    "students pupils",
    "neighbours neighbors",
    "reporters journalists",
    "protesters protestors demonstrators",
    "campaigners activists",
    "judges court magistrates",
)
SAME = {word: number for number, words in enumerate(_GROUPS) for word in words.split()}
"""The group of each noun that has others for the same people."""
