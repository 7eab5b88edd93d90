"""Written forms of one value: measure duration."""

from factspec.comparison.agreeing import values_of

NAME = "measures"
PASSES = "Measures and durations with the unit in full or abbreviated."
NEVER = "Another unit, unless the value agrees at the precision it is written in."
SAME = (("5 km away", "5 kilometres away"),)
NOT_SAME = (("5 km away", "5 miles away"),)
IN_QUOTATIONS = False
OF_VALUES = True
moves = values_of("measure", "duration")
