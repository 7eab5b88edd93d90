"""A distribution that adds to each registry; `tests/test_extensions.py` installs and uses it."""
