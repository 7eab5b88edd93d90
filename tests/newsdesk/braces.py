"""Numbers in braces: `{1}`."""

import re
from collections.abc import Iterator

from factspec.articles.draft import Draft, Mark


def find(draft: Draft) -> Iterator[Mark]:
    """The marks of this style in a draft, in order."""
    for match in re.finditer(r"\{(\d+)\}", draft.text):
        yield Mark(*match.span(), (match[1],), *draft.map.span(*match.span()))
