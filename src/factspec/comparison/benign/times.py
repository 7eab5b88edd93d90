"""Written forms of one time of day."""

from factspec.comparison.agreeing import values_of

NAME = "times"
PASSES = "Times of day in every form."
NEVER = "Another time, morning for evening, another zone, a number with a point that names neither."
SAME = (("at 7:30 p.m.", "at 7.30pm"), ("it leaves at 11.42 GMT", "it leaves at 11:42 GMT"))
NOT_SAME = (
    ("at 7 a.m.", "at 7 p.m."),
    ("it leaves at 17:58", "it leaves at 17.59"),
    ("it leaves at 5.58 p.m.", "it leaves at 17.58"),
    ("it leaves at 17:58", "it sells at £17.58"),
    ("he ran it in 17:58", "he ran it in 17.58"),
    ("the price fell from 17.58 to 16.20", "the price fell from 17:58 to 16:20"),
    ("it closed at 17.58", "it closed at 17:58"),
)
IN_QUOTATIONS = False
OF_VALUES = True
moves = values_of("time")
