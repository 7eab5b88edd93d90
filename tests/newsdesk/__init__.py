"""A distribution that adds one entry to each registry; `tests/test_extensions.py` installs and uses it."""
