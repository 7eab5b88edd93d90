"""Units of measurement and currencies, with the words and symbols that news text writes for them.

The units are those of the SI and those accepted with it (SI brochure, 9th edition), and those of the British imperial
and US customary systems (NIST Handbook 44, appendix C). US and imperial gallons, tons and the like are different units
with one name, so each such name is a dimension of its own and is never converted.
"""

from fractions import Fraction
from typing import NamedTuple


class Scale(NamedTuple):
    """What a unit measures, and its size in the first unit of that dimension: `value × factor + offset`, exactly."""

    dimension: str
    factor: Fraction
    offset: Fraction = Fraction(0)


_FOOT = Fraction(3048, 10000)
_MILE = 5280 * _FOOT
_POUND = Fraction(45359237, 10**8)
_HOUR = Fraction(1, 3600)


_PREFIXES = {
    "": Fraction(1),
    "nano": Fraction(1, 10**9),
    "micro": Fraction(1, 10**6),
    "milli": Fraction(1, 10**3),
    "centi": Fraction(1, 10**2),
    "hecto": Fraction(10**2),
    "kilo": Fraction(10**3),
    "mega": Fraction(10**6),
    "giga": Fraction(10**9),
    "tera": Fraction(10**12),
    "peta": Fraction(10**15),
}


def _metric(dimension: str, stem: str, base: Fraction, prefixes: str) -> dict[str, Scale]:
    return {prefix + stem: Scale(dimension, base * _PREFIXES[prefix]) for prefix in prefixes.split("-")}


SCALES = {
    **_metric("length", "metre", Fraction(1), "-kilo-centi-milli-micro-nano"),
    "inch": Scale("length", _FOOT / 12),
    "foot": Scale("length", _FOOT),
    "yard": Scale("length", 3 * _FOOT),
    "mile": Scale("length", _MILE),
    "nautical mile": Scale("length", Fraction(1852)),
    **_metric("mass", "gram", Fraction(1, 1000), "-kilo-milli-micro"),
    "tonne": Scale("mass", Fraction(1000)),
    "ounce": Scale("mass", _POUND / 16),
    "pound": Scale("mass", _POUND),
    "stone": Scale("mass", 14 * _POUND),
    "square metre": Scale("area", Fraction(1)),
    "square kilometre": Scale("area", Fraction(10**6)),
    "square centimetre": Scale("area", Fraction(1, 10**4)),
    "hectare": Scale("area", Fraction(10**4)),
    "square foot": Scale("area", _FOOT**2),
    "square yard": Scale("area", (3 * _FOOT) ** 2),
    "square mile": Scale("area", _MILE**2),
    "acre": Scale("area", _MILE**2 / 640),
    "cubic metre": Scale("volume", Fraction(1)),
    "cubic kilometre": Scale("volume", Fraction(10**9)),
    "cubic centimetre": Scale("volume", Fraction(1, 10**6)),
    "cubic foot": Scale("volume", _FOOT**3),
    **_metric("volume", "litre", Fraction(1, 1000), "-milli-centi-mega"),
    "metre per second": Scale("speed", Fraction(1)),
    "kilometre per hour": Scale("speed", 1000 * _HOUR),
    "mile per hour": Scale("speed", _MILE * _HOUR),
    "knot": Scale("speed", 1852 * _HOUR),
    "kelvin": Scale("temperature", Fraction(1)),
    "degree Celsius": Scale("temperature", Fraction(1), Fraction(27315, 100)),
    "degree Fahrenheit": Scale("temperature", Fraction(5, 9), Fraction(45967, 180)),
    **_metric("power", "watt", Fraction(1), "-kilo-mega-giga-tera-milli"),
    **_metric("energy", "watt-hour", Fraction(3600), "-kilo-mega-giga-tera"),
    **_metric("energy", "joule", Fraction(1), "-kilo-mega-giga"),
    **_metric("voltage", "volt", Fraction(1), "-kilo-mega-milli"),
    **_metric("current", "ampere", Fraction(1), "-milli"),
    **_metric("frequency", "hertz", Fraction(1), "-kilo-mega-giga"),
    **_metric("pressure", "pascal", Fraction(1), "-hecto-kilo-mega"),
    "bar": Scale("pressure", Fraction(10**5)),
    "millibar": Scale("pressure", Fraction(100)),
    **_metric("data", "byte", Fraction(1), "-kilo-mega-giga-tera-peta"),
    **_metric("data rate", "bit per second", Fraction(1), "-kilo-mega-giga"),
    **{
        name: Scale(name, Fraction(1))
        for name in ("degree", "ton", "gallon", "pint", "quart", "barrel", "calorie", "kilocalorie", "horsepower")
    },
    **{name: Scale(name, Fraction(1)) for name in ("carat", "light-year", "decibel", "megaton", "kiloton", "psi")},
}
"""The scale of each unit by its name."""

_SPELLED = {"metre": "meter", "litre": "liter", "gram": "gramme"}
_UNITS_PLURALS = {"foot": "feet", "inch": "inches", "hertz": "hertz", "horsepower": "horsepower", "psi": "psi"}
_UNITS_PLURALS |= {"light-year": "light years", "stone": "stone", "kelvin": "kelvin"}


def _words(name: str) -> list[str]:
    """The words of a unit: both spellings, singular and plural; its first part takes the plural ("miles per hour")."""
    head, per, tail = name.partition(" per ")
    plural = next((head[: -len(one)] + many for one, many in _UNITS_PLURALS.items() if head.endswith(one)), head + "s")
    if head.startswith("degree "):
        plural = head.replace("degree ", "degrees ")
    both = [form + per + tail for form in (head, plural)]
    spelled = [word.replace(one, other) for word in both for one, other in _SPELLED.items() if one in word]
    return [word.replace("-", " ").lower() for word in both + spelled]


_MORE = {
    "kilo kilos kg kgs": "kilogram",
    "km kms": "kilometre",
    "cm cms": "centimetre",
    "mm": "millimetre",
    "nm": "nanometre",
    "micron microns": "micrometre",
    "ft": "foot",
    "yd yds": "yard",
    "mi": "mile",
    "mg": "milligram",
    "lb lbs": "pound",
    "oz": "ounce",
    "ha": "hectare",
    "ml": "millilitre",
    "cl": "centilitre",
    "mph": "mile per hour",
    "kmh kph km/h": "kilometre per hour",
    "kn kt kts": "knot",
    "kw": "kilowatt",
    "gw": "gigawatt",
    "tw": "terawatt",
    "kwh": "kilowatt-hour",
    "gwh": "gigawatt-hour",
    "twh": "terawatt-hour",
    "kv": "kilovolt",
    "khz": "kilohertz",
    "ghz": "gigahertz",
    "hz": "hertz",
    "hpa": "hectopascal",
    "kpa": "kilopascal",
    "hp": "horsepower",
    "db": "decibel",
    "kcal": "kilocalorie",
    "amp amps": "ampere",
    "m²": "square metre",
    "km²": "square kilometre",
    "cm²": "square centimetre",
    "m³": "cubic metre",
    "bbl bbls": "barrel",
    "mbps": "megabit per second",
    "gbps": "gigabit per second",
    "centigrade celsius": "degree Celsius",
    "fahrenheit": "degree Fahrenheit",
}
_PHRASES = {
    "km / h": "kilometre per hour",
    "km per hour": "kilometre per hour",
    "kilometres an hour": "kilometre per hour",
    "kilometers an hour": "kilometre per hour",
    "miles an hour": "mile per hour",
    "m / s": "metre per second",
    "m 2": "square metre",
    "km 2": "square kilometre",
    "cm 2": "square centimetre",
    "m 3": "cubic metre",
    "sq km": "square kilometre",
    "sq . km": "square kilometre",
    "sq kilometres": "square kilometre",
    "sq kilometers": "square kilometre",
    "sq m": "square metre",
    "sq metres": "square metre",
    "sq meters": "square metre",
    "sq ft": "square foot",
    "sq . ft": "square foot",
    "sq feet": "square foot",
    "sq mi": "square mile",
    "sq miles": "square mile",
    "sq . m": "square metre",
    "sq . mi": "square mile",
    "sq . mile": "square mile",
    "sq . miles": "square mile",
    "sq mile": "square mile",
    "square km": "square kilometre",
    "square kms": "square kilometre",
    "square m": "square metre",
    "cubic m": "cubic metre",
    "cu m": "cubic metre",
    "cu ft": "cubic foot",
    "metric ton": "tonne",
    "metric tons": "tonne",
    "metric tonnes": "tonne",
    "° celsius": "degree Celsius",
    "° fahrenheit": "degree Fahrenheit",
    "° c": "degree Celsius",
    "° f": "degree Fahrenheit",
    "degrees c": "degree Celsius",
    "degrees f": "degree Fahrenheit",
    "degrees centigrade": "degree Celsius",
    "°": "degree",
    "℃": "degree Celsius",
    "℉": "degree Fahrenheit",
    "kilowatt hour": "kilowatt-hour",
}
WORDS = {
    **{word: name for name in SCALES for word in _words(name)},
    **{word: name for words, name in _MORE.items() for word in words.split()},
    **_PHRASES,
}
"""Units after a number, folded, with their names in `SCALES`."""

CASED = {
    "MW": "megawatt",
    "mW": "milliwatt",
    "MWh": "megawatt-hour",
    "MB": "megabyte",
    "GB": "gigabyte",
    "KB": "kilobyte",
    "kB": "kilobyte",
    "TB": "terabyte",
    "MHz": "megahertz",
    "MPa": "megapascal",
    "mV": "millivolt",
    "MV": "megavolt",
    "mA": "milliampere",
    "m": "metre",
    "g": "gram",
    "l": "litre",
    "L": "litre",
    "W": "watt",
    "V": "volt",
}
"""Symbols as written; in another case they would be another unit."""

TOUCHING = {"in": "inch", "C": "degree Celsius", "F": "degree Fahrenheit", "t": "tonne", "K": "kelvin", "st": "stone"}
"""Symbols, as written, that are also words or letters; they are units only if they touch the number."""


# Names of units that also occur without a number, in one form for singular, plural and symbol.


UNITS: dict[str, str] = {
    form: name
    for name, forms in {
        "second": "seconds", "minute": "minute minutes", "hour": "hour hours", "day": "day days", "week": "week weeks",
        "month": "month months", "year": "year years yr yrs", "decade": "decade decades",
        "century": "century centuries",
        "millimetre": "millimetre millimetres millimeter millimeters mm",
        "centimetre": "centimetre centimetres centimeter centimeters cm",
        "metre": "metre metres meter meters", "kilometre": "kilometre kilometres kilometer kilometers km kms",
        "inch": "inch inches", "foot": "feet", "yard": "yards", "mile": "mile miles", "acre": "acre acres",
        "hectare": "hectare hectares", "gram": "gram grams gramme grammes",
        "kilogram": "kilogram kilograms kg kilo kilos",
        "tonne": "tonne tonnes", "ton": "ton tons", "pound": "pounds lb lbs", "ounce": "ounce ounces oz",
        "litre": "litre litres liter liters", "gallon": "gallon gallons", "pint": "pint pints",
        "percent": "percent percentage percentages", "degree": "degree degrees", "celsius": "celsius centigrade",
        "fahrenheit": "fahrenheit", "megawatt": "megawatt megawatts", "kilowatt": "kilowatt kilowatts",
        "barrel": "barrel barrels", "knot": "knots",
        "daily": "daily", "weekly": "weekly", "monthly": "monthly", "annual": "annual annually yearly",
    }.items()
    for form in forms.split()
}  # fmt: skip


# Currencies: the ISO 4217 codes of those in circulation, and their signs and words.


CODES = frozenset(
    """AED AFN ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLP CNY CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MDL MGA MKD MMK
    MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SRD SSP STN SVC SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS VED
    VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL""".split()
)
"""ISO 4217, list one, in capitals; without the codes that are English words or names (ALL, TOP, AMD …)."""

SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS",
    "฿": "THB",
    "₫": "VND",
    "₱": "PHP",
    "₦": "NGN",
    "₵": "GHS",
    "₸": "KZT",
    "₾": "GEL",
    "₼": "AZN",
    "₿": "BTC",
    "¢": "USD/100",
}
"""Signs before (or after) a number."""

DOLLARS = {
    **dict.fromkeys(("us", "u"), "USD"),
    **dict.fromkeys(("a", "au", "aud"), "AUD"),
    **dict.fromkeys(("c", "ca", "can", "cad"), "CAD"),
    **dict.fromkeys(("hk", "hkd"), "HKD"),
    "nz": "NZD",
    **dict.fromkeys(("s", "sg"), "SGD"),
    **dict.fromkeys(("nt", "tw"), "TWD"),
    "r": "BRL",
    "mx": "MXN",
    "j": "JMD",
    "tt": "TTD",
    "z": "ZWL",
    "n": "NAD",
}
"""Letters that touch a dollar sign and name its country."""

LETTERS = {"rs": "INR", "rmb": "CNY", "rm": "MYR", "sfr": "CHF"}
"""Folded abbreviations before a number that are not ISO codes."""

_NOUNS = {
    "dollar dollars buck bucks": "USD",
    "euro euros": "EUR",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan renminbi rmb": "CNY",
    "rupee rupees": "INR",
    "rouble roubles ruble rubles": "RUB",
    "hryvnia hryvnias hryvnya": "UAH",
    "lira liras lire": "TRY",
    "shekel shekels": "ILS",
    "zloty zlotys zlotych": "PLN",
    "forint forints": "HUF",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah rupiahs": "IDR",
    "naira": "NGN",
    "rand": "ZAR",
    "reais": "BRL",
    "taka": "BDT",
    "dong": "VND",
    "tenge": "KZT",
    "afghani afghanis": "AFN",
    "cedi cedis": "GHS",
    "birr": "ETB",
    "kwacha": "ZMW",
    "lev leva": "BGN",
    "leu lei": "RON",
    "franc francs": "franc",
    "peso pesos": "peso",
    "dinar dinars": "dinar",
    "dirham dirhams": "AED",
    "riyal riyals": "SAR",
    "rial rials": "IRR",
    "krona kronor": "SEK",
    "krone kroner": "krone",
    "koruna korunas koruny": "CZK",
    "shilling shillings": "shilling",
    "bitcoin bitcoins": "BTC",
    "cent cents": "USD/100",
    "penny pence": "GBP/100",
}
NOUNS = {word: code for words, code in _NOUNS.items() for word in words.split()}
"""Folded names after a number, singular and plural; a hundredth of a currency is written `USD/100`."""

_COUNTRIES = {
    "us american": {"dollar": "USD", "cent": "USD/100"},
    "australian": {"dollar": "AUD"},
    "canadian": {"dollar": "CAD"},
    "singapore singaporean": {"dollar": "SGD"},
    "taiwan taiwanese": {"dollar": "TWD"},
    "jamaican": {"dollar": "JMD"},
    "swiss": {"franc": "CHF"},
    "cfa": {"franc": "XOF"},
    "mexican": {"peso": "MXN"},
    "argentine argentinian": {"peso": "ARS"},
    "philippine": {"peso": "PHP"},
    "chilean": {"peso": "CLP"},
    "colombian": {"peso": "COP"},
    "danish": {"krone": "DKK"},
    "norwegian": {"krone": "NOK"},
    "swedish": {"krona": "SEK"},
    "czech": {"koruna": "CZK"},
    "kuwaiti": {"dinar": "KWD"},
    "iraqi": {"dinar": "IQD"},
    "serbian": {"dinar": "RSD"},
    "jordanian": {"dinar": "JOD"},
    "qatari": {"riyal": "QAR"},
    "omani": {"rial": "OMR"},
    "iranian": {"rial": "IRR"},
    "saudi": {"riyal": "SAR"},
    "uae emirati": {"dirham": "AED"},
    "moroccan": {"dirham": "MAD"},
    "indian": {"rupee": "INR"},
    "pakistani pakistan": {"rupee": "PKR"},
    "nepali nepalese": {"rupee": "NPR"},
    "kenyan": {"shilling": "KES"},
    "ugandan": {"shilling": "UGX"},
    "tanzanian": {"shilling": "TZS"},
    "egyptian": {"pound": "EGP"},
    "lebanese": {"pound": "LBP"},
    "syrian": {"pound": "SYP"},
    "sudanese": {"pound": "SDG"},
    "british": {"pound": "GBP"},
    "japanese": {"yen": "JPY"},
    "chinese": {"yuan": "CNY"},
    "russian": {"rouble": "RUB", "ruble": "RUB"},
    "turkish": {"lira": "TRY"},
    "brazilian": {"real": "BRL"},
    "polish": {"zloty": "PLN"},
    "euro": {"cent": "EUR/100"},
}
_CURRENCIES_PLURALS = {
    "krone": "kroner",
    "krona": "kronor",
    "real": "reais",
    "lira": "lira",
    "yen": "yen",
    "yuan": "yuan",
}
NATIONAL = {
    f"{country} {noun}": code
    for countries, nouns in _COUNTRIES.items()
    for country in countries.split()
    for singular, code in nouns.items()
    for noun in (singular, _CURRENCIES_PLURALS.get(singular, singular + "s"))
}
NATIONAL |= {
    **{f"hong kong {noun}": "HKD" for noun in ("dollar", "dollars")},
    **{f"new zealand {noun}": "NZD" for noun in ("dollar", "dollars")},
    **{f"south korean {noun}": "KRW" for noun in ("won",)},
    **{f"korean {noun}": "KRW" for noun in ("won",)},
    **{f"{noun} sterling": "GBP" for noun in ("pound", "pounds")},
}
"""Folded names of two or more words after a number."""

LARGE_ONLY = {"pound": "GBP", "pounds": "GBP", "won": "KRW", "real": "BRL", "quid": "GBP"}
"""Names that also mean a weight or a verb; they are money only after a magnitude such as "million"."""
