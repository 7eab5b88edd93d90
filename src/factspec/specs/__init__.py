"""Bytes to a spec or a policy, or to a list of mistakes."""
