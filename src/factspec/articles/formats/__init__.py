"""The registry of formats: one module each."""
