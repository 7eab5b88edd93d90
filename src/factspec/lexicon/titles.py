"""Titles of persons, and their abbreviations.

Closed over the forms of address and ranks whose abbreviations the Associated Press and Guardian style guides list.
"""

# Abbreviation without its stop, and the word it stands for.
ABBREVIATIONS = {
    "cllr": "councillor", "cllrs": "councillors",
    "pres": "president", "sen": "senator", "sens": "senators", "rep": "representative", "reps": "representatives",
    "gov": "governor", "govs": "governors", "gen": "general", "dr": "doctor", "prof": "professor", "lt": "lieutenant",
    "col": "colonel", "sgt": "sergeant", "capt": "captain", "cpl": "corporal", "maj": "major", "adm": "admiral",
    "cmdr": "commander", "rev": "reverend", "hon": "honourable", "supt": "superintendent", "insp": "inspector",
    "det": "detective", "atty": "attorney", "pvt": "private", "mr": "mister", "jr": "junior", "sr": "senior",
    "brig": "brigadier", "const": "constable", "fr": "father", "mt": "mount", "ft": "fort",
}  # fmt: skip
# Abbreviations that one house style writes with a stop and another without.
STOPPED = frozenset(ABBREVIATIONS) | frozenset(
    "mrs ms messrs vs etc inc ltd co corp st bros dept est ave rd blvd jan feb mar apr jun jul aug sep "
    "sept oct nov dec mon tue tues wed thu thur thurs fri sat sun eg ie cf no ph phd bn mn".split()
)
TITLES = frozenset(
    "president premier prime minister chancellor king queen prince princess emperor pope bishop "
    "archbishop cardinal senator representative congressman congresswoman governor mayor secretary "
    "ambassador general admiral colonel captain major lieutenant sergeant corporal commander marshal "
    "judge justice professor doctor mr mrs ms miss sir dame lord lady sheikh ayatollah imam rabbi "
    "reverend father sister chief chairman chairwoman director vice deputy foreign defence defense "
    "interior finance speaker attorney inspector detective superintendent officer coach baron duke "
    "duchess earl count emir sultan councillor councilor cllr sheriff commissioner alderman mp msp ceo cfo coo "
    "chairperson headteacher pastor nurse midwife trustee warden".split()
) | frozenset(ABBREVIATIONS)
