"""`python -m factspec`."""

from factspec.cli.main import start

start()
