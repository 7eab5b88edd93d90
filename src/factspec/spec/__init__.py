"""The spec: its model, its schema and its loader."""
