"""Written forms of one value: date weekday month."""

from factspec.comparison.agreeing import values_of

NAME = "dates"
PASSES = "Dates in every order, months and weekdays in full or abbreviated."
NEVER = "Another day, month or year; a part of a date that only one side has."
SAME = (
    ("on May 20, 2026", "on 20 May 2026"),
    ("in September 2025", "in Sept. 2025"),
)
NOT_SAME = (
    ("on 20 May 2026", "on 21 May 2026"),
    ("on Tuesday", "on Wednesday"),
)
IN_QUOTATIONS = False
OF_VALUES = True
moves = values_of("date", "weekday", "month")
