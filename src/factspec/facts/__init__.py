"""Typed values in tokens: numbers, money, dates, names and more."""
