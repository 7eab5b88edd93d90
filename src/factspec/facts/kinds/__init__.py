"""The registry of fact kinds: one module each."""
