"""Offices and ranks that stand before a name, of which a person holds one at a time.

Closed over heads of state and government, ministers, members of legislatures, local heads, clergy and the ranks of
armies; forms of address (Mr, Dr, Sir) go with any of them and are left out.
"""

_ABBREVIATED = {
    "pres": "president", "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general",
    "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "capt": "captain", "maj": "major", "adm": "admiral",
    "pm": "prime minister", "premier": "prime minister", "defense": "defence",
}  # fmt: skip
_OFFICES = frozenset(
    [
        *"president chancellor king queen pope emperor sultan senator governor mayor ambassador bishop".split(),
        *"archbishop cardinal general colonel captain major lieutenant sergeant corporal admiral commander".split(),
        "vice president", "deputy president", "prime minister", "deputy prime minister", "foreign minister",
        "defence minister", "finance minister", "interior minister", "justice minister", "foreign secretary",
        "defence secretary",
    ]
)  # fmt: skip
NO_LONGER = frozenset("former then ex late outgoing incoming previous past ousted deposed retired".split())
"""Words before an office that its holder no longer, or not yet, has."""


def office(words: tuple[str, ...]) -> str:
    """The office that folded titles name, abbreviations written out; empty where they name none or more than one."""
    written = " ".join(_ABBREVIATED.get(word, word) for word in words)
    return written if written in _OFFICES else ""
