"""The registry of fact kinds: one module for each kind."""
