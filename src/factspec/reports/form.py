"""What a form of report is: the contract that each module of `factspec.reports.forms` keeps, and their registry."""

from abc import abstractmethod
from typing import Protocol

from factspec import registry
from factspec.projects.result import Run
from factspec.registry import Registry


class Form(Protocol):
    """One form in which `factspec check --format` prints a run. It must have `render`."""

    @abstractmethod
    def render(self, run: Run, /) -> str:
        """A run as text that is printed as it is, so that nothing in it may reach a terminal unescaped."""


FORMS: Registry[Form] = Registry(registry.FORMS, Form)
"""The forms of report by name."""
