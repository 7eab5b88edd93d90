"""The words that English writes numbers with: closed classes, from The Cambridge Grammar of English, § numerals."""

from fractions import Fraction

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = {word: value for value, word in enumerate(f"{_ONES} seventeen eighteen nineteen".split())}
"""Cardinals below twenty."""

TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
"""The tens, twenty to ninety."""

SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
"""Words that multiply what stands before them, short scale; lakh and crore as in South Asian English."""

MAGNITUDES = {**SCALES, "hundred": 100, "dozen": 12, "k": 10**3, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9}
MAGNITUDES |= {"tn": 10**12, "trn": 10**12, "lakhs": 10**5, "crores": 10**7}
"""What may follow digits and multiply them: the scales and the abbreviations of news style books."""

COUNTED = frozenset({"people", "men", "women", "children"})
"""Plurals without `s` that "5m" counts in millions, as it does those with `s`; before other words `m` is a metre."""

UNCOUNTED = frozenset(
    """across afterwards always backwards besides downwards forwards less perhaps plus this thus towards unless upwards
    versus whereas hurdles sprints heats finals races relays waves walls swells""".split()
)
"""Words in `s` after "5m" that leave `m` a metre: particles, races and what is measured by its height."""

VAGUE = {"dozens": 12, "tens": 10, "hundreds": 100, **{f"{word}s": value for word, value in SCALES.items()}}
"""Plurals that name a size and no number."""

_ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
_ORDINALS = f"{_ORDINAL_ONES} fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
ORDINALS = {
    **{word: value for value, word in enumerate(_ORDINALS, start=1)},
    **{f"{word[:-1]}ieth": value for word, value in TENS.items()},
    "hundredth": 100,
    **{f"{word}th": value for word, value in SCALES.items()},
}
"""Ordinals of one word."""

SUFFIXES = frozenset({"st", "nd", "rd", "th"})
"""What makes an ordinal of digits."""

PARTS = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    **{word: Fraction(1, value) for word, value in ORDINALS.items() if 3 <= value <= 100},
}
"""Parts of one, in the singular; the plural adds `s`."""

PARTS_PLURAL = {"halves": Fraction(1, 2), **{f"{word}s": value for word, value in PARTS.items() if word != "half"}}
"""Parts of one, in the plural."""

TIMES = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
TIMES |= {f"{word}fold": value for word, value in SMALL.items() if value > 1}
"""Multiples of one word."""

MULTIPLYING = {
    f"{word.removesuffix('e')}{ending}": (TIMES[word], ending)
    for word in ("double", "triple", "quadruple", "quintuple")
    for ending in ("ed", "es", "ing")
}
"""Inflected verbs that multiply, with their ending: another tense is another statement."""
