"""Words used with or instead of the name of a person: titles, offices, occupations, relations, speakers.

Source: forms of address and offices of English newsroom style. A title is not part of the name after it.
"""


# Titles of persons, and their abbreviations.

# Each abbreviation without its full stop, and the word it stands for.
ABBREVIATIONS = {
    "cllr": "councillor", "cllrs": "councillors",
    "pres": "president", "sen": "senator", "sens": "senators", "rep": "representative", "reps": "representatives",
    "gov": "governor", "govs": "governors", "gen": "general", "dr": "doctor", "prof": "professor", "lt": "lieutenant",
    "col": "colonel", "sgt": "sergeant", "capt": "captain", "cpl": "corporal", "maj": "major", "adm": "admiral",
    "cmdr": "commander", "rev": "reverend", "hon": "honourable", "supt": "superintendent", "insp": "inspector",
    "det": "detective", "atty": "attorney", "pvt": "private", "mr": "mister", "jr": "junior", "sr": "senior",
    "brig": "brigadier", "const": "constable", "fr": "father", "mt": "mount", "ft": "fort",
}  # fmt: skip
# Abbreviations that some house styles write with a full stop and others without.
STOPPED = frozenset(ABBREVIATIONS) | frozenset(
    "mrs ms messrs vs etc inc ltd co corp st bros dept est ave rd blvd jan feb mar apr jun jul aug sep "
    "sept oct nov dec mon tue tues wed thu thur thurs fri sat sun eg ie cf no ph phd bn mn".split()
)
TITLE_WORDS = frozenset(
    "president premier prime minister chancellor king queen prince princess emperor pope bishop "
    "archbishop cardinal senator representative congressman congresswoman governor mayor secretary "
    "ambassador general admiral colonel captain major lieutenant sergeant corporal commander marshal "
    "judge justice professor doctor mr mrs ms miss sir dame lord lady sheikh ayatollah imam rabbi "
    "reverend father sister chief chairman chairwoman director vice deputy foreign defence defense "
    "interior finance speaker attorney inspector detective superintendent officer coach baron duke "
    "duchess earl count emir sultan councillor councilor cllr sheriff commissioner alderman mp msp ceo cfo coo "
    "chairperson headteacher pastor nurse midwife trustee warden".split()
) | frozenset(ABBREVIATIONS)


_MORE_TITLES = """
vice congressperson representative mx pope ceo cfo executive commissioner chair chairperson spokesman spokeswoman
spokesperson leader comrade
"""
# "Jr." and "Mt." are abbreviations in the table above, but parts of a name here.
TITLES: frozenset[str] = (TITLE_WORDS - {"jr", "sr", "mt", "ft"}) | frozenset(_MORE_TITLES.split())
"""Lower-case words before a name that are not part of it."""

PRONOUNS: frozenset[str] = frozenset(["he", "she", "they", "it"])
"""Pronouns of the third person that can be the subject of a verb of saying."""

PARTICLES = frozenset("de da del della der den di dos du el al bin bint ibn la le van von ter y".split())
"""Lower-case words inside a family name."""

GENERATIONS: frozenset[str] = frozenset(["jr", "sr", "ii", "iii", "iv"])
"""Suffixes that distinguish two people of one name."""

BODIES: frozenset[str] = frozenset(
    """foundation institute company group museum school college university trust party fund club bank office ltd inc plc
    centre center society association agency ministry estate campaign team prize award""".split()
)
"""Words that make the name of a person the name of a body: "the Ada Lind Foundation"."""

REFLEXIVES: frozenset[str] = frozenset(["himself", "herself", "themselves", "itself"])
"""Words between a subject and its verb: "Ada Lind herself said"."""

ONLY_PERSONS: frozenset[str] = frozenset(
    """resigned retired died married divorced smiled nodded shrugged laughed wept cried sighed grinned frowned winced
    blushed sneezed stood sat""".split()
)
"""Verbs for what only people do or live through; a firm or country is never their subject."""


# Occupations right before the name of a person: "striker Josh Sargent".


OCCUPATIONS = frozenset(
    """activist actor actress analyst archaeologist architect artist astronaut astronomer attacker author backbencher
    ballerina banker barrister bassist batsman batter biologist bookseller boss bowler boxer broadcaster broker
    builder businessman businesswoman campaigner candidate captain carpenter cellist centre-back challenger
    champion chef chemist climatologist climber coach comedian commentator compatriot composer conductor critic
    cyclist dancer defendant defender democrat dentist designer developer director doctor dramatist driver drummer
    ecologist economist editor engineer entrepreneur farmer filmmaker firefighter fisherman footballer forward
    founder fullback geologist goalkeeper golfer grandmaster guitarist hairdresser historian housekeeper incumbent
    instructor investor jockey journalist keeper landlord lawmaker lawyer leader lecturer librarian manager
    mathematician midfielder miner minister musician newcomer novelist organiser organizer owner painter paramedic
    pensioner philosopher photographer physicist pianist pilot playwright plumber poet politician presenter
    producer programmer psychologist publisher rapper reporter republican researcher resident rider rookie rower
    runner sailor scholar scientist sculptor seaman shopkeeper singer skipper sociologist soldier solicitor
    songwriter spokesman spokesperson spokeswoman sprinter statistician striker student substitute surgeon
    survivor suspect swimmer teacher teammate teenager trader trainer translator umpire vet veteran victim
    violinist volunteer wicketkeeper winger witness writer""".split()
)


# Nouns for speakers without a name, and which of them mean the same people.


SPEAKERS = frozenset(
    "police prosecutors residents neighbours neighbors villagers locals officials authorities rebels militants "
    "insurgents separatists troops soldiers guards witnesses relatives friends colleagues critics opponents supporters "
    "experts analysts doctors nurses medics patients parents students pupils voters unions bosses chiefs executives "
    "lawmakers legislators mps deputies delegates diplomats envoys aides allies sources detectives police officers "
    "coastguards crews pilots dockers miners victims families tenants landlords staff management government opposition "
    "ministry court company firm union council party bank club school hospital university army navy people men women "
    "children clergy monks rangers crew jury judges magistrates scholars monitors charities aid activists".split()
)
"""Folded nouns for speakers."""

ENDINGS = ("ers", "ors", "ists", "ians", "ants", "ents", "eers", "men", "women")
"""Endings of plural nouns for persons."""

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
"""The group of each noun that means the same people as others."""
