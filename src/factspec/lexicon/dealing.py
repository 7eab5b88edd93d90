"""Verbs that take things as their object, so that what is joined by "and" behind them are nouns.

Closed over the verbs by which news tells of trade, making and growing, carrying, holding and giving, and damage.
"""

_TRADE = "buy sell export import order purchase trade supply deliver stock advertise market"
_MAKING = "make produce grow build manufacture raise breed harvest plant catch mine mill brew bake print repair"
_CARRYING = "carry transport ship bring take haul move unload load collect fetch send"
_HOLDING = "hold have own keep store contain include need lack use require possess combine cover"
_GIVING = "give offer provide serve donate distribute get receive accept fund teach study"
_DAMAGE = "damage destroy burn wreck flood hit kill injure wound steal seize lose ban attack threaten"
_DOUBLED = frozenset({"ship", "ban", "hit", "get", "stock"}) - {"stock"}
_IRREGULAR = (
    "has had having bought sold made grew grown built bred caught brought took taken sent held kept gave given got "
    "taught stole stolen lost"
)


def _inflected(verb: str) -> tuple[str, ...]:
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return (verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    stem = verb.removesuffix("e") + (verb[-1] if verb in _DOUBLED else "")
    return (verb, f"{verb}es" if verb.endswith(("ch", "sh")) else f"{verb}s", f"{stem}ed", f"{stem}ing")


DEALING = frozenset(
    form
    for verb in f"{_TRADE} {_MAKING} {_CARRYING} {_HOLDING} {_GIVING} {_DAMAGE}".split()
    for form in _inflected(verb)
).union(_IRREGULAR.split())
"""Their forms, folded."""
