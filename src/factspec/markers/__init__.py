"""Styles of citation, one module a style; the directory is the registry."""
