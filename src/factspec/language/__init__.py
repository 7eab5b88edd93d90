"""Tokens, sentences and quotations of a text, and the closed word classes of English."""
