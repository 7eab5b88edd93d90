"""Markdown read through pyromark."""
