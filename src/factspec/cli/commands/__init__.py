"""The registry of commands: one module each."""
