"""Code blocks are counted only if a spec asks for it."""

from collections.abc import Callable

from factspec.rules.finding import Report

ARTICLE = "It is open.\n\n```\nvotes: 27\n```\n"
SPEC = "strict: true\nclaims:\n  - {id: open, says: It is open.}\n"


def test_code_is_no_error_in_a_strict_spec(hold: Callable[..., Report]) -> None:
    assert hold(ARTICLE, SPEC, format="markdown").errors == ()
