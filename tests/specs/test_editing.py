"""Laws of editing over specs in every YAML style, and rows for what a person sees in the diff."""

import time
from codecs import BOM_UTF8
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factspec.specs.editing import Edit, Insert, Remove, Replace, edited
from factspec.specs.nodes import plain_value
from factspec.specs.pieces import Path
from factspec.specs.spans import EditError
from factspec.specs.yaml import compose

# Specs in every style, as parts: what is outside the values, and the values with their paths.

WORDS = st.lists(
    st.sampled_from("Putin arrived in Beijing on 19 May, with é it's a-b 😀 x#y".split(" ")), min_size=1, max_size=9
)
CHARACTERS = st.characters(exclude_categories=["Cs"])
NEW = (
    st.text(CHARACTERS, max_size=40)
    | st.text(st.sampled_from(" :#-?,[]{}&*!|>'\"%@`\\~.\tabno1_\n\n\r\x85\u2028\ufeff\u202e…😀"), max_size=12)
    | st.lists(st.sampled_from("no - # 1.10 a: b x ... --- says:\" “no” it's \n  1,200".split(" ")), max_size=30).map(
        " ".join
    )
    | WORDS.map(" ".join)
    | st.sampled_from(
        ["no", "1.10", "2026-05-20", "# x", "a: b", "- x", " x ", "x\n", "x\n\n\n", "\n x", "…", "a\nb\n  c\n", "~"]
    )
)


class Slot(NamedTuple):
    """A value of a spec: where it is, what it says, and how it is written."""

    path: Path
    text: str
    written: str


Part = str | Slot
BREAKS = st.lists(st.booleans(), min_size=9, max_size=9)


def broken(text: str, breaks: list[bool], margin: int, blank: str = "") -> str:
    """The text with line ends instead of some of its spaces."""
    words = text.split(" ")
    gaps = [f"\n{blank}{' ' * margin}" if one else " " for one in breaks]
    return words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=False))


@st.composite
def texts(draw: st.DrawFn, path: Path, parent: int, *, flow: bool) -> Slot:
    """A text in any style; `parent` is the column of the block around it."""
    text = " ".join(draw(WORDS))
    style = draw(st.sampled_from("plain ' \"".split() if flow else "plain ' \" | >".split()))
    margin = parent + draw(st.integers(1, 4))
    lines = broken(text, draw(BREAKS), margin)
    if style in ("|", ">"):
        return draw(blocks(path, text, parent, style))
    if style == "plain" and not (flow and "," in text):
        return Slot(path, text, lines)
    if style == "'":
        return Slot(path, text, "'" + lines.replace("'", "''") + "'")
    return Slot(path, text, '"' + lines.replace("é", "\\xe9") + '"')


@st.composite
def blocks(draw: st.DrawFn, path: Path, text: str, parent: int, style: str) -> Slot:
    """A block of text, with each chomping and indentation indicator, and comments and blank lines after its header."""
    step = draw(st.integers(1, 4))
    body = broken(text, draw(BREAKS), step)
    read = text if style == ">" else body.replace("\n" + " " * step, "\n")
    digit = draw(st.sampled_from(["", str(step)]))
    chomping = draw(st.sampled_from(["", "-", "+"]))
    blanks = draw(st.integers(0, 2)) if chomping == "+" else 0
    header = style + "".join(draw(st.permutations([digit, chomping])))
    read += "" if chomping == "-" else "\n" * (1 + blanks)
    margin = " " * (max(parent, 0) + step)
    body = margin + body.replace("\n" + " " * step, "\n" + margin)
    return Slot(path, read, f"{header}\n{body}{chr(10) * blanks}")


@st.composite
def flows(draw: st.DrawFn, path: Path, parent: int) -> list[Part]:
    """A list in brackets, perhaps with a mapping in it, perhaps over several lines."""
    gap = draw(st.sampled_from([", ", ",", ",\n      ", " , "]))
    parts: list[Part] = [draw(st.sampled_from(["[", "[ "]))]
    for count in range(draw(st.integers(1, 3))):
        parts += [gap] if count else []
        if draw(st.booleans()):
            inner = (*path, count)
            parts += ["{value: ", draw(texts((*inner, "value"), parent, flow=True)), ", date: "]
            parts += [draw(texts((*inner, "date"), parent, flow=True)), "}"]
        else:
            parts.append(draw(texts((*path, count), parent, flow=True)))
    return [*parts, draw(st.sampled_from(["]", " ]"]))]


TRAILS = st.sampled_from(["", "", "  # c: d", "\t# tab", " \t "])
BETWEEN = st.sampled_from(["", "", "", "\n", "# at the margin\n", " # - id: in\n\n", "   \n"])


@st.composite
def claims(draw: st.DrawFn, count: int, column: int) -> list[Part]:
    """A claim in a block list whose dashes are at a column."""
    path: Path = ("claims", count)
    pad = draw(st.sampled_from([" ", " ", "   "]))
    inner = column + 1 + len(pad)
    keys = draw(st.lists(st.sampled_from(["says", "note", "facts", "tags", "empty"]), unique=True, min_size=1))
    parts: list[Part] = [" " * column + "-" + pad]
    for number, key in enumerate(keys):
        parts += [draw(BETWEEN), " " * inner] if number else []
        parts.append(f"{key}:")
        if key == "facts":
            parts += [" ", *draw(flows((*path, key), inner)), draw(TRAILS)]
        elif key == "tags":
            dash = " " * (inner + draw(st.sampled_from([0, 2]))) + "- "
            parts.append(draw(TRAILS))
            for item in range(draw(st.integers(1, 3))):
                parts += ["\n", draw(BETWEEN), dash, slot := draw(texts((*path, key, item), len(dash) - 2, flow=False))]
                parts.append("" if slot.written[0] in "|>" else draw(TRAILS))
        elif key != "empty":
            parts += [" ", slot := draw(texts((*path, key), inner, flow=False))]
            parts.append("" if slot.written[0] in "|>" else draw(TRAILS))
        parts.append("\n")
    return parts


@st.composite
def specs(draw: st.DrawFn) -> list[Part]:
    """A whole spec in parts, with line feeds."""
    column = draw(st.sampled_from([0, 2, 4]))
    parts: list[Part] = [draw(st.sampled_from(["", "# head\n", "---\n", "%YAML 1.1\n---\n", "\n\n"])), "factspec: 1\n"]
    parts += ["sources: ", *draw(flows(("sources",), 0)), "\nclaims:", draw(TRAILS), "\n"]
    for count in range(draw(st.integers(1, 3))):
        parts += [draw(BETWEEN), *draw(claims(count, column))]
    parts.append(
        draw(st.sampled_from(["", "title: last", "# end", "...\n", "\n\n", "forbidden:\n- id: x # y\n# end\n"]))
    )
    return parts


@st.composite
def ended(draw: st.DrawFn) -> tuple[list[Part], Callable[[str], str]]:
    """A spec, and how its line ends are written."""
    eol = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    return draw(specs()), lambda text: text.replace("\n", eol)


def joined(parts: list[Part]) -> str:
    return "".join(part if isinstance(part, str) else part.written for part in parts)


def read(data: bytes) -> Any:
    root, mistakes = compose(data.removeprefix(BOM_UTF8).decode())
    assert mistakes == []
    assert root is not None
    return plain_value(root)


def at(root: Any, path: Path) -> Any:
    for key in path:
        root = root[key]
    return root


def after_replacing(slot: Slot, old: str, new: str) -> set[str]:
    """What may be read after a value is replaced: the text asked for; a block of text keeps its last line ends."""
    if slot.written[0] not in "|>" or not new.strip("\n"):
        return {new}
    kept = new if new.endswith("\n") else new + "\n" * (len(old) - len(old.rstrip("\n")))
    return {new, kept}


@given(ended(), st.data(), NEW, st.sampled_from([b"", BOM_UTF8]))
def test_a_replaced_text_is_read_back_and_all_around_it_stays(
    spec: tuple[list[Part], Callable[[str], str]], data: st.DataObject, new: str, bom: bytes
) -> None:
    parts, ends = spec
    original = bom + ends(joined(parts)).encode()
    assume(not compose(original.removeprefix(bom).decode())[1])
    slots = [count for count, part in enumerate(parts) if isinstance(part, Slot)]
    assume(slots)
    count = data.draw(st.sampled_from(slots))
    slot = parts[count]
    assert isinstance(slot, Slot)
    before, after = ends(joined(parts[:count])), ends(joined(parts[count + 1 :]))
    tree = read(original)
    old = at(tree, slot.path)
    assume(old.rstrip("\n") == slot.text.rstrip("\n"))  # not if a comment after it is part of it

    result = edited(original, [Replace(slot.path, new)])

    found = at(read(result), slot.path)
    assert found in after_replacing(slot, old, new) or (
        slot.written[0] == "|" and "\n" in old.rstrip("\n") and "\n" not in new and found.split() == new.split()
    )
    assert result.startswith(bom + before.encode())
    if slot.written[0] in "|>" and ("+" in slot.written[:3] or new.endswith("\n\n")):
        after = after.lstrip(" \r\n")  # blank lines after it are part of the text
    assert result.endswith(after.encode())
    changed = read(result)
    at(changed, slot.path[:-1])[slot.path[-1]] = old
    assert changed == tree
    assert edited(result, [Replace(slot.path, new)]) == result
    assert edited(original, [Replace(slot.path, old)]) == original


# Several edits at once, of every kind.

VALUES: st.SearchStrategy[Any] = st.recursive(
    NEW,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("id a cites any_of".split()), inner, max_size=2)
    ),
    max_leaves=4,
)


def containers(root: Any, path: Path = ()) -> list[Path]:
    if isinstance(root, str):
        return []
    pairs = root.items() if isinstance(root, dict) else enumerate(root)
    return [path, *(found for key, value in pairs for found in containers(value, (*path, key)))]


@st.composite
def several(draw: st.DrawFn, root: Any) -> list[Edit]:
    """Edits of a spec that do not collide: nothing is touched twice, nor inside what is replaced or removed."""
    edits: list[Edit] = []
    gone: set[Path] = set()
    for path in containers(root):
        if any(path[:length] in gone for length in range(len(path) + 1)):
            continue
        value = at(root, path)
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        for key in draw(st.lists(st.sampled_from(keys), unique=True, max_size=2)) if keys else []:
            removes = draw(st.booleans())
            edits.append(Remove((*path, key)) if removes else Replace((*path, key), draw(VALUES)))
            gone.add((*path, key))
        if draw(st.integers(0, 3)) == 0:
            place = (
                draw(st.sampled_from(["new", "other"]))
                if isinstance(value, dict)
                else draw(st.none() | st.integers(0, len(value)))
            )
            edits.append(Insert(path, place, draw(VALUES)))
    return draw(st.permutations(edits)) if edits else []


def applied(root: Any, edits: list[Edit]) -> Any:
    """The value of a spec after edits, None if a mapping would lose all its keys."""
    gone = {one.path for one in edits if not isinstance(one, Insert)}
    removed = {one.path for one in edits if isinstance(one, Remove)}
    paths = sorted(containers(root), key=len, reverse=True)
    for edit in edits:
        if isinstance(edit, Replace):
            at(root, edit.path[:-1])[edit.path[-1]] = edit.value
    for path in paths:
        if not any(path[:length] in gone for length in range(len(path) + 1)):
            value, added = at(root, path), [one for one in edits if isinstance(one, Insert) and one.path == path]
            size = len(value)
            change(value, path, removed, added)
            if size and not value and (isinstance(value, dict) or not path):
                return None
            if size and not value:
                removed.add(path)
    return root


def change(value: Any, path: Path, removed: set[Path], added: list[Insert]) -> None:
    """Remove items of a list, or keys of a mapping, and add others."""
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if (*path, key) not in removed}
        value.clear()
        value.update(kept | {str(one.at): one.value for one in added})
    else:
        size = len(value)
        places = [(size if one.at is None else one.at, one.value) for one in added]
        items = [[] if (*path, count) in removed else [item] for count, item in enumerate(value)]
        value[:] = [
            item
            for count in range(size + 1)
            for item in [*(one for place, one in places if place == count), *(items[count] if count < size else [])]
        ]


def words(value: Any) -> Any:
    """A value with its texts as words, which a block of text may break into lines."""
    if isinstance(value, dict):
        return {key: words(one) for key, one in value.items()}
    return value.split() if isinstance(value, str) else [words(one) for one in value]


@given(ended(), st.data())
def test_several_edits_at_once(spec: tuple[list[Part], Callable[[str], str]], data: st.DataObject) -> None:
    parts, ends = spec
    original = ends(joined(parts)).encode()
    assume(not compose(original.decode())[1])
    edits = data.draw(several(read(original)))
    expected = applied(read(original), edits)
    if expected is None:
        with pytest.raises(EditError, match="would "):
            edited(original, edits)
        return

    result = edited(original, edits)

    assert words(read(result)) == words(expected)
    text, start = result.decode(), 0
    for part in parts:
        if isinstance(part, Slot) and not any(
            part.path[: len(edit.path)] == edit.path for edit in edits if not isinstance(edit, Insert)
        ):
            start = text.index(ends(part.written), start) + len(ends(part.written))


def test_a_thousand_edits_of_a_large_spec_take_little_longer_than_reading_it() -> None:
    data = ("factspec: 1\nclaims:\n" + "  - id: a\n    says: Somebody said so.\n    cites: [1, 2]\n" * 2000).encode()
    edits = [Replace(("claims", count, "says"), f"Somebody said {count}.") for count in range(0, 2000, 2)]
    begun = time.perf_counter()
    read(data)
    reading = time.perf_counter() - begun
    result = edited(data, edits)
    assert result.count(b"said so.") == 1000
    assert time.perf_counter() - begun < 12 * reading
