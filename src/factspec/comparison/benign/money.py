"""Written forms of one value: money."""

from factspec.comparison.agreeing import values_of

NAME = "money"
PASSES = "Sums with a sign, a code or a name, in figures or words."
NEVER = "Another currency; a sum that is not equal at the precision it is written in."
SAME = (
    ("$5m", "5 million dollars"),
    ("$441 million", "$441m"),
)
NOT_SAME = (
    ("$5m", "£5m"),
    ("$5m", "$5bn"),
)
IN_QUOTATIONS = False
OF_VALUES = True
moves = values_of("money")
