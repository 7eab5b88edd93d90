"""The registry of rules: one module each."""
