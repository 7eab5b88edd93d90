"""The registry of marker styles: one module each."""
