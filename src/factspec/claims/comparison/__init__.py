"""Comparing approved wording with found wording."""
