"""Written forms of one value: number."""

from factspec.comparison.agreeing import values_of

NAME = "numbers"
PASSES = "Numbers in words, digits, and with a magnitude; an exact number that rounds to an approximate one."
NEVER = "A number that is not equal, or an approximation dropped from one that is."
SAME = (("two boats", "2 boats"), ("1,200 people", "1200 people"), ("about 3 million", "2,968,000"))
NOT_SAME = (("two boats", "three boats"), ("5 million", "5 billion"), ("about 300 boats", "300 boats"))
IN_QUOTATIONS = False
OF_VALUES = True
moves = values_of("number")
