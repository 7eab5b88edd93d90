"""Written forms of one value: percentage."""

from factspec.comparison.agreeing import values_of

NAME = "percentages"
PASSES = "%, per cent and percent."
NEVER = "A percentage for percentage points."
SAME = (
    ("up 5%", "up 5 per cent"),
    ("up 5 percent", "up five per cent"),
)
NOT_SAME = (("up 5%", "up 5 percentage points"),)
IN_QUOTATIONS = False
OF_VALUES = True
moves = values_of("percentage")
