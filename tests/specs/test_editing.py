"""Laws of editing over specs in every YAML style, and rows for what a person sees in the diff."""

from codecs import BOM_UTF8
from collections.abc import Callable
from difflib import ndiff
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.growth import SQUARE, growth

from factspec.specs.editing import Edit, Insert, Remove, Replace, edited
from factspec.specs.nodes import plain_value
from factspec.specs.spans import EditError, Path
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
            removes = isinstance(value, list) and len(path) == 1 and draw(st.booleans())
            edits.append(Remove((*path, key)) if removes else Replace((*path, key), draw(VALUES)))
            gone.add((*path, key))
        if draw(st.integers(0, 3)) == 0:
            place = draw(st.sampled_from(["new", "other"])) if isinstance(value, dict) else None
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
            change(value, path, removed, [one.value if one.at is None else (one.at, one.value) for one in added])
            if size and not value and (isinstance(value, dict) or not path):
                return None
            if size and not value:
                removed.add(path)
    return root


def change(value: Any, path: Path, removed: set[Path], added: list[Any]) -> None:
    """Remove items of a list, or keys of a mapping, and add others."""
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if (*path, key) not in removed}
        value.clear()
        value.update(kept | dict(added))
    else:
        value[:] = [*(item for count, item in enumerate(value) if (*path, count) not in removed), *added]


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


def edited_text(text: str, *edits: Edit) -> str:
    return edited(text.encode(), edits).decode()


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        pytest.param("a: 'b'  # c\r\n", Replace(("a",), "b"), id="the same text"),
        pytest.param("a: >-\n  b\n   c\n", Replace(("a",), "b\n c"), id="the same text in a block"),
        pytest.param("a: |\n  b\n\n", Replace(("a",), "b"), id="the same text without the block's last line end"),
        pytest.param("a: [ '1',2 ]", Replace(("a",), [1, "2"]), id="the same list"),
        pytest.param("a: {c: d, b: [e]}\n", Replace(("a",), {"b": ["e"], "c": "d"}), id="the same mapping"),
    ],
)
def test_nothing_changes(text: str, edit: Edit) -> None:
    assert edited_text(text, edit) == text


@pytest.mark.parametrize(
    ("text", "value", "result"),
    [
        pytest.param("a: b  # c\n", "d", "a: d  # c\n", id="plain"),
        pytest.param("a: b\n", "d: e", 'a: "d: e"\n', id="plain that cannot be"),
        pytest.param("a: b, c\n", "d, e", "a: d, e\n", id="a comma outside brackets"),
        pytest.param("a: 'b'\n", "it's", "a: 'it''s'\n", id="single quotation marks"),
        pytest.param('a: "b"\n', "c", 'a: "c"\n', id="double quotation marks"),
        pytest.param("a: 'b'\n", "c\td", 'a: "c\\td"\n', id="single quotation marks that cannot be"),
        pytest.param("a: 1.10\n", "1.20", "a: 1.20\n", id="a number that was plain"),
        pytest.param("a: b\n", "1.20", 'a: "1.20"\n', id="a number that was not there"),
        pytest.param("a: 1.10\n", "~", 'a: "~"\n', id="no value instead of a number"),
        pytest.param("a: # c\n", "b", "a: b # c\n", id="nothing"),
        pytest.param("a:", "b", "a: b", id="nothing at the end of the file"),
        pytest.param("a: |-\n   b\n\n# c\n", "d", "a: |-\n   d\n\n# c\n", id="literal"),
        pytest.param("a: |\n  b\n", " c\nd", "a: |2\n   c\n  d\n", id="literal that needs an indicator"),
        pytest.param("a: |  # c\n  b\n", "d ", 'a: "d "  # c\n', id="literal that cannot be"),
        pytest.param("a: |\n  b\n", "c\n\n", "a: |+\n  c\n\n", id="literal with another end"),
        pytest.param("a: |\n  b\n\n\nc: d\n", "e\n\n", "a: |+\n  e\n\nc: d\n", id="literal that takes a blank line"),
        pytest.param("a: |\n  b \nc: d\n", "e", "a: |\n  e\nc: d\n", id="literal that ends with a space"),
        pytest.param("a: >\n  b\u00a0\nc: d\n", "e", "a: >\n  e\nc: d\n", id="folded that ends with a hard space"),
        pytest.param("a: |\n  b", "c", "a: |\n  c", id="literal without the last line end"),
        pytest.param("a: >+\n b\n\n", "c", "a: >+\n c\n\n", id="folded that keeps its blank line"),
        pytest.param("a: >\n  b c d\n  e f g\n  h\n", "b c d e x g h", "a: >\n  b c d\n  e x g\n  h\n", id="one line"),
        pytest.param("a: >\n  b c d\n  e\n", "b c d e f g h", "a: >\n  b c d\n  e f g\n  h\n", id="a longer text"),
        pytest.param("a: >\n  b c\n\n  d\n", "b x\nd", "a: >\n  b x\n\n  d\n", id="two paragraphs"),
        pytest.param("a: |\n  b c\n  d e\n", "b c d f", "a: |\n  b c\n  d f\n", id="literal in lines"),
        pytest.param(
            "a: b c d\n   e f\n", "b c d e - g", "a: b c d\n   e - g\n", id="plain in lines, none of them an item"
        ),
        pytest.param('a: "b\n  c"\n', "b\nc", 'a: "b\\nc"\n', id="quoted in lines"),
        pytest.param("a: b c\r\n  d\r\n", "b c e", "a: b c\r\n  e\r\n", id="CR LF"),
        pytest.param("a: [1, 2, 3]\n", [1, "4"], "a: [1, 4]\n", id="a list in brackets"),
        pytest.param("a:\n- 1 # one\n- 2 # two\n", ["1", "3"], "a:\n- 1 # one\n- 3 # two\n", id="a block list"),
        pytest.param("a:  # c\n  # d\n  - 1\n", {"b": 1}, "a: {b: 1}  # c\n  # d\n", id="a mapping for a block list"),
        pytest.param("a: b # c\n", ["d, e"], 'a: ["d, e"] # c\n', id="a list for a text"),
        pytest.param("a: |\n  b\nc: d\n", True, "a: true\nc: d\n", id="a flag for a block of text"),
        pytest.param("a: [b]\n", [], "a: []\n", id="an empty list"),
        pytest.param("a: {b: c, d: e}\n", {"d": "f", "g": 1}, "a: {d: f, g: 1}\n", id="a mapping"),
    ],
)
def test_a_replaced_value(text: str, value: Any, result: str) -> None:
    assert edited_text(text, Replace(("a",), value)) == result


CLAIMS = "claims:\n  # one\n  - id: a  # A\n    says: b\n\n  # two\n  - id: c\n    # C\n    cites: [1, 2] # D\n# end\n"


@pytest.mark.parametrize(
    ("edit", "removed", "added"),
    [
        pytest.param(Insert(("claims",), None, {"id": "e"}), [], ["", "  - id: e"], id="an item at the end"),
        pytest.param(Insert(("claims", 0), "cites", ["1"]), [], ["    cites: [1]"], id="a key"),
        pytest.param(
            Insert(("claims", 1, "cites"), None, 3), ["    cites: [1, 2] # D"], ["    cites: [1, 2, 3] # D"], id="an id"
        ),
        pytest.param(Insert((), "strict", value=True), [], ["strict: true"], id="a key at the top"),
        pytest.param(Insert(("waivers",), None, {"at": "e"}), [], ["waivers:", "  - at: e"], id="a missing list"),
        pytest.param(Insert(("claims", 0, "tags"), None, "e"), [], ["    tags: [e]"], id="a missing list inside"),
        pytest.param(Remove(("claims", 0)), ["  - id: a  # A", "    says: b"], [], id="the first item"),
        pytest.param(
            Remove(("claims", 1)),
            ["  - id: c", "    # C", "    cites: [1, 2] # D"],
            [],
            id="an item and comments inside",
        ),
        pytest.param(
            Remove(("claims", 1, "cites", 1)), ["    cites: [1, 2] # D"], ["    cites: [1] # D"], id="the last id"
        ),
    ],
)
def test_lines_that_are_added_and_removed(edit: Edit, removed: list[str], added: list[str]) -> None:
    lines = list(ndiff(CLAIMS.splitlines(), edited_text(CLAIMS, edit).splitlines()))
    assert [line[2:] for line in lines if line.startswith("- ")] == removed
    assert [line[2:] for line in lines if line.startswith("+ ")] == added


@pytest.mark.parametrize(
    ("text", "edits", "result"),
    [
        pytest.param("a: []  # b\n", [Insert(("a",), None, "c")], "a:  # b\n  - c\n", id="an empty list at the top"),
        pytest.param("a:\nb: [c]\n", [Insert(("a",), None, "c")], "a:\n  - c\nb: [c]\n", id="no list yet"),
        pytest.param(
            "a:\n- b\nc:\n", [Insert(("c",), None, "d")], "a:\n- b\nc:\n- d\n", id="indented like the other lists"
        ),
        pytest.param("a: b", [Insert(("c",), None, "d")], "a: b\nc:\n  - d", id="no line end at the end"),
        pytest.param("a: |\n b", [Insert((), "c", "d")], "a: |\n b\nc: d", id="no line end after a block of text"),
        pytest.param(
            "a: b\r\n...\r\n", [Insert((), "c", "d")], "a: b\r\nc: d\r\n...\r\n", id="before the mark of the end"
        ),
        pytest.param("{a: b}\n", [Insert(("c",), None, "d")], "{a: b, c: [d]}\n", id="in braces"),
        pytest.param(
            "a: [\n  b, # b\n  c # c\n]\n", [Remove(("a", 1))], "a: [\n  b, # b\n   # c\n]\n", id="comments in brackets"
        ),
        pytest.param("a: [b,c]\n", [Insert(("a",), None, "d: e")], 'a: [b,c,"d: e"]\n', id="narrow commas"),
        pytest.param("a: [b,c 1]\n", [Insert(("a",), None, "200 d")], "a: [b,c 1, 200 d]\n", id="no number by chance"),
        pytest.param(
            "a:\n- {b: c}\n", [Insert(("a",), None, {"b": "d"})], "a:\n- {b: c}\n- {b: d}\n", id="items in braces"
        ),
        pytest.param(
            "a:\n-   b: c\n",
            [Insert(("a",), None, {"b": "d", "e": "f"})],
            "a:\n-   b: c\n-   b: d\n    e: f\n",
            id="wide dashes",
        ),
        pytest.param(
            "a:\n- b\n- c\nd: e\n",
            [Remove(("a", 0)), Remove(("a", 1))],
            "d: e\n",
            id="an emptied list goes with its key",
        ),
        pytest.param(
            "a:\n- b\n- c\n",
            [Remove(("a", 0)), Remove(("a", 1)), Insert(("a",), None, "d")],
            "a:\n- d\n",
            id="all items exchanged",
        ),
        pytest.param(
            "a:\n- b: [c]\n- d\n",
            [
                Insert(("a",), None, "e"),
                Insert(("a", 0), "f", "g"),
                Insert(("a", 0, "b"), None, "i"),
            ],
            "a:\n- b: [c, i]\n  f: g\n- d\n- e\n",
            id="several at one place, the inner one first",
        ),
        pytest.param(
            "a: |+\n  b\n\nc: d\n\n\ne: f\n",
            [Remove(("c",))],
            "a: |+\n  b\n\ne: f\n",
            id="no blank line goes to the text above",
        ),
    ],
)
def test_a_changed_text(text: str, edits: list[Edit], result: str) -> None:
    assert edited_text(text, *edits) == result


@pytest.mark.parametrize(
    ("text", "edits", "message", "line"),
    [
        pytest.param("a: &b c\n", [Replace(("a",), "d")], "anchor", 1, id="an anchor"),
        pytest.param("\na: b\na: c\n", [Replace(("a",), "d")], "duplicate key", 3, id="a key twice"),
        pytest.param("a: [b\n", [Replace(("a",), "d")], "not closed", 1, id="no YAML"),
        pytest.param("", [Insert((), "a", "b")], "empty", 1, id="an empty file"),
        pytest.param("a:\n- b\n", [Replace(("a", 1), "c")], r"no `a\[1\]`", 2, id="no such item"),
        pytest.param("a: b\n", [Replace(("a", "c"), "d")], r"no `a\.c`", 1, id="a key of a text"),
        pytest.param("a: b\n", [Insert(("a",), None, "c")], "`a` is not a list", 1, id="an item of a text"),
        pytest.param("a: [b]\n", [Insert(("a",), "c", "d")], "`a` is not a mapping", 1, id="a key of a list"),
        pytest.param("a: b\n", [Insert((), "a", "c")], "`a` is there already", 1, id="a key that is there"),
        pytest.param("a: b\n", [Replace((), "c")], "whole spec cannot be replaced", 1, id="replacing everything"),
        pytest.param("a: b\n", [Remove(())], "whole spec cannot be removed", 1, id="removing everything"),
        pytest.param("a: b\n", [Remove(("a",))], "the spec would be empty", 1, id="removing the last key"),
        pytest.param(
            "a: b\n", [Replace(("a",), "c"), Replace(("a",), "d")], "two edits replace `a`", 1, id="two values"
        ),
        pytest.param(
            "x: y\na: [b]\n",
            [Replace(("a", 0), "c"), Remove(("a",))],
            "two edits change the same",
            2,
            id="a value that goes",
        ),
        pytest.param("- - a\n  - b\n", [Remove((0, 0))], "write it on lines of its own", 1, id="a dash after a dash"),
        pytest.param("? a\n: b\nc: d\n", [Remove(("a",))], "on a line of its own", 1, id="an explicit key"),
        pytest.param("a: {b}\n", [Replace(("a", "b"), "c")], "another part of the spec", 0, id="a key without a colon"),
        pytest.param(
            "a: [2,b,200]\n",
            [Remove(("a", 1)), Replace(("a", 0), 1)],
            "splits `1,200`",
            1,
            id="a number made by chance",
        ),
        pytest.param(
            "a: b\n", [Replace(("a",), "\ud800")], "half of a surrogate pair", 0, id="half of a surrogate pair"
        ),
    ],
)
def test_an_edit_that_is_refused(text: str, edits: list[Edit], message: str, line: int) -> None:
    with pytest.raises(EditError, match=message) as refused:
        edited_text(text, *edits)
    assert refused.value.line == line


def test_bytes_that_are_not_text_are_refused() -> None:
    with pytest.raises(EditError, match="not UTF-8"):
        edited(b"a: \xff\n", [])


def many_edits(count: int) -> Callable[[], object]:
    """The call that makes many edits of a spec with as many claims, which it changes or adds to."""
    claim = "  - id: a\n    says: Somebody said so.\n    cites: [1, 2]\n"
    edits: list[Edit] = [Replace(("claims", at, "says"), f"Somebody said {at}.") for at in range(0, count, 4)]
    edits += [Insert(("claims",), None, {"id": "b"}) for _ in range(count // 4)]
    return lambda: edited(("factspec: 1\nclaims:\n" + claim * count).encode(), edits)


def test_work_grows_with_the_spec_and_the_edits() -> None:
    assert growth(many_edits, 80) < SQUARE
