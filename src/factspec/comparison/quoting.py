"""Which tokens stand between quotation marks, where a wording has to stay as it is.

`factspec.text.quotations` reads whole blocks of text, with their speakers' insertions, nesting and what no mark closes.
Here two wordings of a sentence are compared, often parts of one, by tokens whose marks are folded to one form: a mark
that its own wording does not close must leave the rest free, and the time of reading is that of a comparison.
"""

from collections.abc import Sequence

from factspec.text.tokens import Token

_MARKS = frozenset({'"', "'"})


def quoted_tokens(tokens: Sequence[Token]) -> Sequence[bool]:
    """For each token whether it stands inside a quotation that opens and closes in the text, its marks left out."""
    flags = [False] * len(tokens)
    opened: dict[str, int] = {}
    for place, token in enumerate(tokens):
        if token.key not in _MARKS:
            continue
        start = opened.pop(token.key, None)
        if start is not None and (token.key == '"' or tokens[place - 1].end == token.start):
            flags[start + 1 : place] = [True] * (place - start - 1)
        elif start is not None:
            opened[token.key] = start
        elif _opens(tokens, place):
            opened[token.key] = place
    return flags


def _opens(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.key == '"':
        return not place or tokens[place - 1].end != token.start or not tokens[place - 1].key[0].isdigit()
    after_space = not place or tokens[place - 1].end < token.start or tokens[place - 1].key in {"(", '"', "-"}
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return after_space and following is not None and following.start == token.end and not following.key[0].isdigit()
