"""A run as text or data."""
