"""Written forms of one value: time."""

from factspec.comparison.agreeing import values_of

NAME = "times"
PASSES = "Times of day in every form."
NEVER = "Another time, morning for evening, another zone."
SAME = (("at 7:30 p.m.", "at 7.30pm"),)
NOT_SAME = (("at 7 a.m.", "at 7 p.m."),)
IN_QUOTATIONS = False
OF_VALUES = True
moves = values_of("time")
