"""Outputs, one module a form of report; the directory is the registry."""
