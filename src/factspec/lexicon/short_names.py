"""Short forms of words inside names: what follows a firm's name, what stands in the name of a place, American states.

Closed over the company designations, street names and states that the Associated Press Stylebook ("company names",
"addresses", "state names") and the Guardian style guide list. A state's short form is written with its stop.
"""

FIRMS = {
    "inc": "incorporated", "ltd": "limited", "corp": "corporation", "co": "company", "cos": "companies",
    "bros": "brothers",
}  # fmt: skip
"""What stands behind a firm's name, folded, without its stop."""

STREETS = {"st": "street", "ave": "avenue", "rd": "road", "blvd": "boulevard"}
"""What stands behind the name of a street."""

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
STATES = {
    short.rstrip(".") if short.count(".") == 1 else short: tuple(full.lower().split())
    for short, full in (line.split(" ", 1) for line in _STATES.strip().splitlines())
}
"""States by their short form as written, without the stop of a form that has one alone; the folded words in full."""
