"""Soft hyphens."""

NAME = "soft hyphens"
PASSES = "Soft hyphens and word joiners inside a word."
NEVER = "A hyphen that is shown."
SAME = (("consolidated sales", "cons\u00adolidated sales"),)
NOT_SAME = (("they resigned", "they re-signed"),)
IN_QUOTATIONS = True
