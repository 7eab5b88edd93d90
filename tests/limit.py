"""The one limit for all that a test waits for, so that nothing hangs for ever; no test ends because of it."""

LIMIT = 300
"""Seconds, many more than the slowest machine takes."""
