"""Words that are another word with a hyphen after their prefix: "re-cover" a seat, "recover" from an illness.

Closed over the verbs in re- that English dictionaries list both as a word of its own and as "to do again", with their
inflections, and "co-op".
"""

_VERBS = (
    "act bound call cede cite claim coil collect cord count cover create dress fine flex form fund fuse join lay lease "
    "let mark move pair peal place plate pose port present press prove pulse search serve side sign solve sort sound "
    "store strain strict tail tire tort trace tract tread treat turn view ward"
)


def _inflected(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    return (verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", f"{stem}ation", f"{stem}ion", f"{stem}er")


DOUBLETS = frozenset(f"re{form}" for verb in _VERBS.split() for form in _inflected(verb)) | {
    "resent", "relaid", "relent", "coop", "coops",
}  # fmt: skip
"""The words as written without the hyphen, folded."""
