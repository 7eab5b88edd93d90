"""Bytes to an article and back to byte positions: visible text, blocks, sentences, markers and references."""
