"""Kinds of fact, one module a kind; the directory is the registry."""
