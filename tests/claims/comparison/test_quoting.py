"""Which words are between quotation marks."""

import pytest

from factspec.claims.comparison.compare import quoted_tokens
from factspec.language.tokens import tokenize

ROWS = [
    pytest.param("no marks here", "", id="none"),
    pytest.param('an open " mark', "", id="never closed"),
    pytest.param("the boys' toys and 'tis", "", id="apostrophes"),
    pytest.param("""a 6" pipe and a 7" pipe""", "", id="inches"),
    pytest.param('he said "two words" twice', "two words", id="double"),
    pytest.param("he said “two words” twice", "two words", id="curled"),
    pytest.param("he said 'two words' twice", "two words", id="single"),
    pytest.param('"a" b "c"', "a c", id="two quotations"),
]


@pytest.mark.parametrize("text, quoted", ROWS)
def test_quoted(text: str, quoted: str) -> None:
    tokens = tokenize(text)
    flags = quoted_tokens(tokens)
    assert " ".join(token.text for token, flag in zip(tokens, flags, strict=True) if flag) == quoted
