"""Tokens, sentences, quotation marks, and the closed word classes of English."""
