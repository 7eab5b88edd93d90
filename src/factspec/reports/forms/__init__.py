"""The registry of report formats: one module each."""
