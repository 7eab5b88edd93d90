"""Keys that a schema knows not: what was meant by them, so that one slip is told once and with its mend."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from factspec.spec.advising import WORDS, Fault, all_bare, titled
from factspec.spec.nodes import Entry, Mapping, Node, Place, Problem, Scalar, entries_of, place_of
from factspec.spec.schema import item_keys, spec_keys
from factspec.spec.slips import not_of_spec
from factspec.spec.vocabulary import is_misspelled, listed, nearest
from factspec.spec.written import as_yaml
from factspec.text.printable import printable

CONTENTS = ("says", "quotes", "facts")
"""The keys of which a claim has one: what it checks."""
_SEE = "see `factspec schema` for its keys"
_MANY = 12
_SHOWN = 160
# A key in braces with no space behind its colon, which YAML reads with its value as one.
_GLUED = re.compile(r"([a-z][a-z_-]*):([^\s/].*)")
# Spaces that do not break look like indents and are none.
_NO_BREAK = frozenset("\u00a0\u2007\u202f")


def unknown_keys(fault: Fault, node: Node, whole: str, of_spec: Collection[str]) -> Iterator[Problem]:
    """The problems of a mapping with keys that it may not have.

    `whole` is what the mapping is called; `of_spec` are the keys that the spec itself has.
    """
    known = known_keys(fault)
    unknown = [key for key in fault.instance if key not in known]
    glued = {key: spaced for key in unknown if (spaced := unspaced(key))}
    yield from (without_space(place_of(node, key), key, spaced) for key, spaced in glued.items())
    if not glued and _is_list_in_braces(node, known):
        yield Problem(node.line, node.column, f"{whole} is a list in braces", "write a list in brackets: `[…]`")
        return
    if untitled := _title_for_id(fault, node):
        place = place_of(node, untitled.key.text)
        message = f"`{printable(untitled.key.text, WORDS)}` is no key of a source, but seems to be its id"
        yield Problem(*place, message, f"write `{titled(untitled)}`")
        return
    split = _split_texts(node, unknown)
    yield from (_split_text(owner, keys) for owner, keys in split)
    told = {*glued, *(key.text for _, keys in split for key in keys)}
    for key in unknown:
        if key not in told:
            is_moved = key in spec_keys() and key not in of_spec and not getattr(node, "flow", True)
            yield _moved(node, key, whole) if is_moved and fault.path else _unknown_key(fault, node, key, whole)


def _moved(node: Node, key: str, whole: str) -> Problem:
    """That a key of the spec itself stands in a mapping below it."""
    message = f"`{key}` is a key of the spec itself, but stands in {whole}"
    return Problem(*place_of(node, key), message, "move it to the start of the line")


def _unknown_key(fault: Fault, node: Node, key: str, whole: str) -> Problem:
    place, shown = place_of(node, key), printable(key, WORDS)
    message = f"unknown key `{shown}` in {whole}"
    if renamed := _renamed(fault, key):
        return Problem(*place, f"{message}, which lacks `{renamed}`", f"`{shown}` is called `{renamed}` here")
    if content_under_another_key(fault):
        kind = "`quotes`" if "speaker" in fault.instance else "`says`, or `quotes` for words in quotation marks"
        return Problem(*place, f"{message}, which checks nothing", f"write {kind} instead of `{shown}`")
    if not fault.path and (section := _section_above(node, key)):
        return Problem(*place, *section)
    keys = f"{whole} has {listed(fault.schema['properties'])}" if len(known_keys(fault)) <= _MANY else _SEE
    return Problem(*place, message, _key_advice(key, _left(fault, known_keys(fault)), keys))


def _section_above(node: Node, key: str) -> tuple[str, str] | None:
    """What to tell of a key of a spec that belongs to the items of the list above it."""
    above = ""
    for name in getattr(node, "entries", ()):
        if name == key:
            break
        above = name if name in spec_keys() else above
    if key not in item_keys().get(above, ()) or not isinstance(node, Mapping):
        return None
    items = getattr(node.entries[above].value, "nodes", ())
    entries = getattr(items[-1], "entries", {}) if items else {}
    columns = [entry.key.column for entry in entries.values()]
    return not_of_spec(key, above, columns[0] - 1) if columns and key not in entries else None


def _title_for_id(fault: Fault, node: Node) -> Entry | None:
    """The one entry of a source that was written as `3: Council paper`; None of any other mapping."""
    if fault.schema.get("title") != "a source" or not isinstance(node, Mapping) or len(node.entries) != 1:
        return None
    (entry,) = node.entries.values()
    is_id = isinstance(entry.value, Scalar) and entry.value.text and not nearest(entry.key.text, known_keys(fault))
    return entry if is_id and entry.key.text not in known_keys(fault) else None


def _split_texts(node: Node, unknown: list[str]) -> list[tuple[Entry, list[Scalar]]]:
    """In braces, entries whose text a comma ends, each with the keys that are the rest of that text."""
    found: list[tuple[Entry, list[Scalar]]] = []
    unmeant = set(unknown)
    for entry in entries_of(node) if isinstance(node, Mapping) and node.flow else ():
        is_bare = isinstance(entry.value, Scalar) and entry.value.plain and not entry.value.text
        if not (is_bare and entry.key.text in unmeant):
            found.append((entry, []))
        elif found and isinstance(found[-1][0].value, Scalar) and found[-1][0].value.plain:
            found[-1][1].append(entry.key)
    return [(entry, keys) for entry, keys in found if keys and entry.value.text]


def _split_text(owner: Entry, keys: list[Scalar]) -> Problem:
    name, whole = printable(owner.key.text, WORDS), owner.value.text
    for before, after in pairwise((owner.value, *keys)):
        glued = before.line == after.line and after.column - before.column - len(before.text) == 1
        whole += f"{',' if glued else ', '}{after.text}"
    message = f"YAML ends the text of `{name}` at the comma before `{printable(keys[0].text, WORDS)}`"
    advice = f"put the whole text in quotation marks: `{printable(f'{name}: {as_yaml(whole)}', _SHOWN)}`"
    return Problem(keys[0].line, keys[0].column, message, advice)


def without_space(place: Place, key: str, spaced: str) -> Problem:
    """The problem of a key with no space behind its colon."""
    return Problem(
        *place, f"`{printable(key, WORDS)}` has no space after its colon", f"write `{printable(spaced, WORDS)}`"
    )


def unspaced(key: str) -> str:
    """How to write a key that no space parts from its value, as in `{at_least:1}`; empty for any other."""
    found = _GLUED.fullmatch(key)
    return f"{found[1]}: {found[2]}" if found else ""


def _is_list_in_braces(node: Node, known: frozenset[str]) -> bool:
    bare = isinstance(node, Mapping) and node.flow and bool(node.entries) and all_bare(node)
    return bare and isinstance(node, Mapping) and not known & node.entries.keys()


def known_keys(fault: Fault) -> frozenset[str]:
    """The keys that the schema of a mapping knows."""
    return frozenset(fault.schema.get("properties", ()))


def misspelled(fault: Fault, keys: Iterable[str]) -> bool:
    """Whether an unknown key was meant for one of these, which is then not also missing."""
    return any(is_misspelled(key, fault.instance, known_keys(fault)) for key in keys)


def is_meant(fault: Fault, node: Node, missing: str) -> bool:
    """Whether a mapping that lacks a key has it in another form, which is then told alone."""
    if any(unspaced(key).startswith(f"{missing}:") for key in fault.instance) or misspelled(fault, [missing]):
        return True
    if _is_list_in_braces(node, known_keys(fault)) or _title_for_id(fault, node):
        return True
    return any(_renamed(fault, key) == missing for key in fault.instance if key not in known_keys(fault))


def _renamed(fault: Fault, key: str) -> str:
    """The one key that a mapping lacks, where the given one is the only one too many; else empty."""
    known = known_keys(fault)
    lacking = [one for one in fault.schema.get("required", ()) if one not in fault.instance]
    alone = _lone_unknown(fault) == key and len(lacking) == 1 and isinstance(fault.instance[key], str)
    # A spec's own keys are told whole by the error; what stands for another there is seldom one that it must have.
    renamed = alone and fault.path and not unspaced(key) and not nearest(key, _left(fault, known))
    return lacking[0] if renamed else ""


def _lone_unknown(fault: Fault) -> str | None:
    """The only key of a mapping that is not known; None where there is none, or several."""
    known = known_keys(fault)
    # Of a mapping of very many keys not all are looked at for each of them.
    if len(fault.instance) > len(known) + 1:
        return None
    unknown = [one for one in fault.instance if one not in known]
    return unknown[0] if len(unknown) == 1 else None


def _left(fault: Fault, known: frozenset[str]) -> frozenset[str]:
    """The known keys that a mapping does not have yet."""
    return frozenset(key for key in known if key not in fault.instance)


def content_under_another_key(fault: Fault) -> bool:
    """Whether a claim has its one content under a key that there is none of."""
    key = _lone_unknown(fault)
    if key is None or fault.schema.get("title") != "a claim" or "id" not in fault.instance:
        return False
    without = not any(one in fault.instance for one in CONTENTS)
    return without and isinstance(fault.instance[key], str) and not misspelled(fault, CONTENTS)


def _key_advice(unknown: str, known: frozenset[str], otherwise: str) -> str:
    """What to write instead of a key that there is none of."""
    if not _NO_BREAK.isdisjoint(unknown):
        return "a space that does not break stands in it: write plain spaces"
    close = nearest(unknown, known)
    return f"did you mean `{close}`?" if close else otherwise
