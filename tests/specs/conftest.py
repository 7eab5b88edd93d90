from collections.abc import Callable

import pytest

from factspec.specs.model import Mistake, Spec, SpecError
from factspec.specs.names import Vocabulary
from factspec.specs.parsing import parse_spec

_HEAD = "factspec: 1\narticle: ../articles/a.txt\n"


@pytest.fixture(scope="session")
def known() -> Vocabulary:
    """Names that do not depend on which modules are installed."""
    return Vocabulary(
        rules=frozenset({"uncited", "citation-undefined", "claim-missing", "claim-changed", "spec-missing"}),
        waivable=frozenset({"uncited", "citation-undefined"}),
        by_sentence=frozenset({"citation-undefined"}),
        fixed=frozenset({"spec-missing"}),
        styles=frozenset({"numbered", "footnote", "superscript", "pandoc", "links"}),
        formats=frozenset({"text", "markdown", "html"}),
    )


@pytest.fixture(scope="session")
def load(known: Vocabulary) -> Callable[[str], Spec]:
    """A spec from the text after the two lines that begin every spec."""
    return lambda body: parse_spec((_HEAD + body).encode(), "specs/a.factspec.yaml", known=known)


@pytest.fixture(scope="session")
def mistakes(known: Vocabulary) -> Callable[[str], tuple[Mistake, ...]]:
    """The mistakes of a whole spec; `+` at its start means the two lines that begin every spec."""

    def judge(text: str) -> tuple[Mistake, ...]:
        whole = _HEAD + text[1:] if text.startswith("+") else text
        try:
            parse_spec(whole.encode(), "specs/a.factspec.yaml", known=known)
        except SpecError as error:
            return error.mistakes
        return ()

    return judge


@pytest.fixture(scope="session")
def mistake_lines(mistakes: Callable[[str], tuple[Mistake, ...]]) -> Callable[[str], list[str]]:
    """The mistakes of a spec as `line:column: message | advice`."""
    return lambda text: [f"{one.line}:{one.column}: {one.message} | {one.advice}" for one in mistakes(text)]
