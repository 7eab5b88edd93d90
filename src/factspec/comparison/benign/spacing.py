"""Spaces and line breaks."""

NAME = "spacing"
PASSES = "Any white space between words: line breaks, double, thin and no-break spaces, zero-width characters."
NEVER = "A space within a word, or none between two."
SAME = (("Xi  arrived\nin Beijing", "Xi arrived in Beijing"), ("Xi\u00a0arrived", "Xi arrived"))
NOT_SAME = (("a nightly event", "a night ly event"), ("may be late", "maybe late"))
IN_QUOTATIONS = True
