"""Currencies: ISO 4217 codes of the currencies in circulation, and the signs and words that news text writes for them.

Words follow the names of the ISO list; signs are those of the Unicode block Currency Symbols. A dollar without a
country is the US dollar and a pound the British one, as in the style books of Reuters and the BBC; a franc, peso,
crown or dinar without a country is only itself.
"""

CODES = frozenset(
    """AED AFN ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLP CNY CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MDL MGA MKD MMK
    MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SRD SSP STN SVC SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS VED
    VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL""".split()
)
"""ISO 4217, list one, as written: in capitals; without the codes that are English words or names (ALL, TOP, AMD …)."""

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
"""Letters that touch a dollar sign and say whose it is."""

LETTERS = {"rs": "INR", "rmb": "CNY", "rm": "MYR", "sfr": "CHF"}
"""Abbreviations before a number that are no ISO codes, folded."""

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
"""Names after a number, folded, singular and plural; one hundredth of a currency is written `USD/100`."""

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
_PLURALS = {"krone": "kroner", "krona": "kronor", "real": "reais", "lira": "lira", "yen": "yen", "yuan": "yuan"}
NATIONAL = {
    f"{country} {noun}": code
    for countries, nouns in _COUNTRIES.items()
    for country in countries.split()
    for singular, code in nouns.items()
    for noun in (singular, _PLURALS.get(singular, singular + "s"))
}
NATIONAL |= {
    **{f"hong kong {noun}": "HKD" for noun in ("dollar", "dollars")},
    **{f"new zealand {noun}": "NZD" for noun in ("dollar", "dollars")},
    **{f"south korean {noun}": "KRW" for noun in ("won",)},
    **{f"korean {noun}": "KRW" for noun in ("won",)},
    **{f"{noun} sterling": "GBP" for noun in ("pound", "pounds")},
}
"""Names of two words and more after a number, folded."""

LARGE_ONLY = {"pound": "GBP", "pounds": "GBP", "won": "KRW", "real": "BRL", "quid": "GBP"}
"""Names that are other words too (a weight, a verb): read as money only after a magnitude such as a million."""
