"""`forbidden` in the policy: its entries, their ids and lines, and the mistakes in them."""

import pytest

from factspec.specs.policy import Policy, PolicyError, loosened, parse_policy

HEAD = "[tool.factspec]\n"


def policy(body: str) -> Policy:
    return parse_policy((HEAD + body).encode())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("forbidden = []", [], id="none"),
        pytest.param("forbidden = ['Free lunch']", [("free-lunch", 2, "Free lunch", "")], id="a text"),
        pytest.param(
            "forbidden = [\n  'a b',\n  'A, b',\n  'é',\n  '✓',\n]",
            [("a-b", 3, "a b", ""), ("a-b-2", 4, "A, b", ""), ("wording", 5, "é", ""), ("wording-2", 6, "✓", "")],
            id="texts alike",
        ),
        pytest.param(
            "forbidden = [\n  'no war at all',\n  'war',\n]",
            [("no-war-at-all", 3, "no war at all", ""), ("war", 4, "war", "")],
            id="one in another",
        ),
        pytest.param(
            "forbidden = [{id = 'x', says = 'a b', reason = 'legal'}, 'x']",
            [("x", 2, "a b", "legal"), ("x-2", 2, "x", "")],
            id="a table, and a text with its id",
        ),
        pytest.param(
            '[[tool.factspec.forbidden]]\nid = "x"\nsays = """\na\nb"""\n'
            '[[tool.factspec.forbidden]]\nid = "y"\nsays = "c"\n',
            [("x", 5, "a\nb", ""), ("y", 9, "c", "")],
            id="tables of their own",
        ),
        pytest.param(r'forbidden = ["a\u0062"]', [("ab", 2, "ab", "")], id="an escape"),
    ],
)
def test_entries(body: str, expected: list[tuple[str, int, str, str]]) -> None:
    found = policy(body).forbidden
    assert [(one.id, one.line, str(one.says), one.reason) for one in found] == expected
    assert all(one.file == "pyproject.toml" and one.says.line == one.line for one in found)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("forbidden = 'war'", "2:1: `forbidden` is text, but should be a list of texts and", id="no list"),
        pytest.param("forbidden = {id = 'a', says = 'b'}", "2:1: `forbidden` is a table, but should", id="a table"),
        pytest.param(
            "forbidden = [\n'war',\n3]", "3:1: an entry of `forbidden` is no text and no table", id="a number"
        ),
        pytest.param("forbidden = [' ']", "2:1: an entry of `forbidden` is empty", id="empty"),
        pytest.param("forbidden = ['…']", "2:1: an entry of `forbidden` is `…`: only gaps and no words", id="a gap"),
        pytest.param("forbidden = ['…war']", "2:1: an entry of `forbidden` begins with a gap", id="a gap at an end"),
        pytest.param("forbidden = ['.']", "2:1: an entry of `forbidden` is `.`: it has no letter", id="no word"),
        pytest.param("forbidden = [{says = 'a'}]", "2:1: an entry of `forbidden` has no `id`", id="no id"),
        pytest.param("forbidden = [{id = 'a'}]", "2:1: an entry of `forbidden` has no `says`", id="nothing said"),
        pytest.param(
            "forbidden = [{id = 'a', says = 1}]", "2:1: `says` of an entry of `forbidden` is no text", id="says"
        ),
        pytest.param(
            "forbidden = [{id = 'A b', says = 'a'}]", "2:1: the id `A b` in `forbidden` has other", id="an id"
        ),
        pytest.param(
            "forbidden = [{id = 'a', says = 'b', raeson = 'c'}]",
            "2:1: unknown key `raeson` in an entry of `forbidden` | did you mean `reason`?",
            id="a key",
        ),
        pytest.param(
            "forbidden = [\n{id = 'a', says = 'b'},\n{id = 'a', says = 'c'}]",
            "4:1: duplicate id `a` in `forbidden`: it is already on line 3",
            id="an id twice",
        ),
    ],
)
def test_mistakes(body: str, expected: str) -> None:
    with pytest.raises(PolicyError) as caught:
        policy(body)
    [mistake] = caught.value.mistakes
    assert f"{mistake} | {mistake.advice}".startswith(f"pyproject.toml:{expected}")


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param("forbidden = ['no  WAR', 'more']", [], id="more"),
        pytest.param(
            "forbidden = ['more']",
            ["2:1: `forbidden` does not have `No war`, which it has in the policy of the folder above"],
            id="one less",
        ),
        pytest.param("", ["1:1: `forbidden` does not have `No war`, which it has in the policy of"], id="none"),
    ],
)
def test_a_policy_further_in_may_only_add(inner: str, expected: list[str]) -> None:
    found = loosened((HEAD + inner).encode(), policy(inner), policy("forbidden = ['No war']"), ({}, {}))
    for mistake, start in zip(found, expected, strict=True):
        assert str(mistake).startswith(f"pyproject.toml:{start}")
