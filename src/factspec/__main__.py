"""`python -m factspec`."""

from factspec.cli import start

start()
