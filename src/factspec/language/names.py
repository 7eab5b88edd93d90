"""Names of states, peoples, capitals and the commonest bodies, and short forms inside names.

The states are the members of the United Nations; the capitals are those of the larger ones.
"""

COUNTRIES = frozenset(
    "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas "
    "bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil "
    "brunei bulgaria burkina burundi cambodia cameroon canada chad chile colombia comoros congo croatia "
    "cuba cyprus czechia denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji "
    "finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti "
    "honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan "
    "kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya "
    "liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania "
    "mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia "
    "nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay "
    "peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia seychelles "
    "singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan "
    "tanzania thailand togo tonga tunisia turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu "
    "venezuela vietnam yemen zambia zimbabwe britain england scotland wales america europe asia africa "
    "usa uk us eu un nato china turkey".split()
)
PEOPLES = frozenset(
    "afghan albanian algerian american angolan argentine argentinian armenian australian austrian "
    "azerbaijani bahraini bangladeshi belarusian belgian bolivian bosnian brazilian british briton "
    "bulgarian burmese cambodian cameroonian canadian chilean chinese colombian congolese croatian cuban "
    "cypriot czech danish dane dutch ecuadorian egyptian english eritrean estonian ethiopian european "
    "asian african finnish finn french georgian german ghanaian greek guatemalan haitian honduran "
    "hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese "
    "jordanian kazakh kenyan korean kurdish kuwaiti lao latvian lebanese liberian libyan lithuanian "
    "malaysian maltese mexican moldovan mongolian moroccan namibian nepalese nepali nicaraguan nigerian "
    "norwegian omani pakistani palestinian panamanian paraguayan persian peruvian filipino philippine "
    "portuguese qatari romanian russian rwandan saudi scottish scot senegalese serbian serb singaporean "
    "slovak slovenian somali spanish spaniard sudanese swedish swede swiss syrian taiwanese tajik "
    "tanzanian thai tibetan tunisian turkish turk ugandan ukrainian uruguayan uzbek venezuelan vietnamese "
    "welsh yemeni zambian zimbabwean arab jewish muslim christian catholic protestant hindu buddhist "
    "sunni shia western soviet latino hispanic polish".split()
)
CAPITALS = frozenset(
    "beijing moscow washington london paris berlin tokyo delhi kyiv kiev brussels madrid rome ankara "
    "tehran baghdad jerusalem cairo riyadh ottawa canberra seoul pyongyang hanoi bangkok jakarta manila "
    "islamabad kabul damascus beirut vienna geneva warsaw prague budapest athens lisbon dublin oslo "
    "stockholm helsinki copenhagen havana caracas bogota lima santiago nairobi lagos pretoria kremlin "
    "pentagon congress".split()
)
ALONE = COUNTRIES | PEOPLES | CAPITALS
# First words of the names of places: before a capitalised word they begin a name, even at the head of a sentence.
PLACE_OPENERS = frozenset(
    "new north south east west northern southern eastern western central san santa santo saint st sainte los las el la "
    "port fort mount lake cape great greater upper lower united hong puerto costa sierra buenos rio ivory sri burkina "
    "saudi isle ho abu bad".split()
)


# Short and long names of the states and bodies that house styles abbreviate.


# The short key, in lower case and without full stops, and the long forms as keys.
EXPANSIONS: dict[str, tuple[tuple[str, ...], ...]] = {
    "us": (("united", "states"), ("united", "states", "of", "america")),
    "usa": (("united", "states"), ("united", "states", "of", "america")),
    "uk": (("united", "kingdom"),),
    "un": (("united", "nations"),),
    "eu": (("european", "union"),),
    "uae": (("united", "arab", "emirates"),),
    "ussr": (("soviet", "union"),),
    "eec": (("european", "economic", "community"),),
    "nato": (("north", "atlantic", "treaty", "organization"), ("north", "atlantic", "treaty", "organisation")),
    "who": (("world", "health", "organization"), ("world", "health", "organisation")),
    "wto": (("world", "trade", "organization"), ("world", "trade", "organisation")),
    "imf": (("international", "monetary", "fund"),),
}


# Short forms of words inside names of firms, streets and American states.


FIRMS = {
    "inc": "incorporated", "ltd": "limited", "corp": "corporation", "co": "company", "cos": "companies",
    "bros": "brothers",
}  # fmt: skip
"""What follows the name of a firm, folded, without its full stop."""

STREETS = {"st": "street", "ave": "avenue", "rd": "road", "blvd": "boulevard"}
"""What follows the name of a street."""

_STATES = """
Ala. Alabama
Ariz. Arizona
Ark. Arkansas
Calif. California
Colo. Colorado
Conn. Connecticut
Del. Delaware
D.C. District of Columbia
Fla. Florida
Ga. Georgia
Ill. Illinois
Ind. Indiana
Kan. Kansas
Ky. Kentucky
La. Louisiana
Md. Maryland
Mass. Massachusetts
Mich. Michigan
Minn. Minnesota
Miss. Mississippi
Mo. Missouri
Mont. Montana
Neb. Nebraska
Nev. Nevada
N.H. New Hampshire
N.J. New Jersey
N.M. New Mexico
N.Y. New York
N.C. North Carolina
N.D. North Dakota
Okla. Oklahoma
Ore. Oregon
Pa. Pennsylvania
R.I. Rhode Island
S.C. South Carolina
S.D. South Dakota
Tenn. Tennessee
Vt. Vermont
Va. Virginia
Wash. Washington
Wis. Wisconsin
Wyo. Wyoming
"""
AMERICAN_STATES = {
    short.rstrip(".") if short.count(".") == 1 else short: tuple(full.lower().split())
    for short, full in (line.split(" ", 1) for line in _STATES.strip().splitlines())
}
"""States by their short form as written, without its full stop if it has only one; the full name as folded words."""
