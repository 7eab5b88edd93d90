"""The rules, one module a rule; the directory is the registry."""
