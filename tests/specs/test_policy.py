import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import SQUARE, growth

from factspec.projects.projects import load_policy
from factspec.specs.keys import POLICY
from factspec.specs.model import Mistake, Rendition, RuleSetting, Spec, Within
from factspec.specs.names import Vocabulary
from factspec.specs.policy import _CHECKS, Policy, PolicyError, loosened, parse_policy, relaxed, with_policy

KNOWN = Vocabulary(
    rules=frozenset({"uncited", "citation-undefined", "claim-missing"}),
    waivable=frozenset({"uncited"}),
    fixed=frozenset({"spec-invalid", "spec-missing"}),
    styles=frozenset({"numbered", "footnote"}),
    formats=frozenset({"text"}),
)


def _mistakes(data: bytes) -> tuple[Mistake, ...]:
    try:
        parse_policy(data, KNOWN)
    except PolicyError as error:
        return error.mistakes
    return ()


def _told(text: str) -> list[str]:
    return [f"{one} | {one.advice}" for one in _mistakes(text.encode())]


@pytest.mark.parametrize(
    ("text", "policy"),
    [
        pytest.param("", Policy(), id="an empty file"),
        pytest.param("[project]\nname = 'a'\n", Policy(), id="another project"),
        pytest.param("[tool.other]\nname = 'factspec'\n", Policy(), id="another tool"),
        pytest.param("[tool.factspec]\n", Policy(), id="an empty table"),
        pytest.param("tool = 'factspec'\n", Policy(), id="no tools"),
        pytest.param(
            "[tool.factspec]\narticles = ['articles/**/*.md']\nspecs = ['specs', 'more/*.factspec.yaml']\n",
            Policy(articles=("articles/**/*.md",), specs=("specs", "more/*.factspec.yaml")),
            id="globs",
        ),
        pytest.param("[tool.factspec]\ncitations = 'none'\n", Policy(styles=()), id="no citations"),
        pytest.param("[tool.factspec]\ncitations = 'numbered'\n", Policy(styles=("numbered",)), id="a style"),
        pytest.param(
            "[tool.factspec]\ncitations = ['numbered', 'footnote']\n",
            Policy(styles=("numbered", "footnote")),
            id="styles",
        ),
        pytest.param(
            "[tool.factspec]\ncitations = {scope = 'paragraph'}\n", Policy(scope=Within.PARAGRAPH), id="a scope"
        ),
        pytest.param(
            "[tool.factspec.rules]\nuncited = 'off'\n[tool.factspec.citations]\nstyle = ['numbered']\n",
            Policy(styles=("numbered",), rules={"uncited": "off"}),
            id="tables of their own",
        ),
        pytest.param(
            "[tool.factspec]\nspecs_may_relax = ['uncited']\n", Policy(specs_may_relax=("uncited",)), id="relaxable"
        ),
        pytest.param("[tool.factspec]\napprovals = false\n", Policy(), id="no approvals"),
        pytest.param("[tool.factspec]\napprovals = true\n", Policy(approvals=1), id="approvals"),
        pytest.param("[tool.factspec]\napprovals = 1\n", Policy(approvals=1), id="one approver"),
        pytest.param("[tool.factspec]\napprovals = 2\n", Policy(approvals=2), id="two approvers"),
        pytest.param("tool.factspec.rules.uncited = 'warning'\n", Policy(rules={"uncited": "warning"}), id="dotted"),
    ],
)
def test_a_policy_in_order(text: str, policy: Policy) -> None:
    assert parse_policy(text.encode(), KNOWN) == policy


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "article = []", "3:1: unknown key `article` in [tool.factspec] | did you mean `articles`?", id="unknown"
        ),
        pytest.param(
            "budget = true", "3:1: unknown key `budget` in [tool.factspec] | [tool.factspec] has", id="no key of ours"
        ),
        pytest.param(
            "articles = 'a/*.md'", "3:1: `articles` is text, but should be a list of texts", id="a glob alone"
        ),
        pytest.param("articles = [1]", "3:1: `articles` contains something that is not text", id="a number"),
        pytest.param("articles = ['']", "3:1: `articles` contains something that is not text", id="an empty glob"),
        pytest.param("articles = ['/etc/*']", "3:1: the glob `/etc/*` in `articles` is absolute", id="absolute"),
        pytest.param(
            "articles = ['C:\\a\\*']", "3:1: the glob `C:\\a\\*` in `articles` is absolute", id="absolute on Windows"
        ),
        pytest.param("specs = ['../*']", "3:1: the glob `../*` in `specs` leads out of the project", id="leads out"),
        pytest.param("specs = ['.']", "3:1: the glob `.` in `specs` names nothing", id="the root itself"),
        pytest.param("specs = ['a/**b']", "3:1: the glob `a/**b` in `specs` has `**` beside", id="two stars and more"),
        pytest.param('specs = ["a\\u0000"]', "3:1: the glob `a\\x00` in `specs` contains a NUL", id="NUL"),
        pytest.param(
            "citations = 5", "3:1: `citations` is a number or date, but should be a style", id="a number as style"
        ),
        pytest.param(
            "citations = 'numberd'", "3:1: `numberd` is not a citation style | did you mean `numbered`?", id="style"
        ),
        pytest.param("citations = ['none']", "3:1: `none` is not a citation style", id="none in a list"),
        pytest.param(
            "citations = {styles = 'numbered'}",
            "3:1: unknown key `styles` in `citations` | did you mean `style`?",
            id="styles",
        ),
        pytest.param("citations = {scope = 'page'}", "3:1: `scope` should be sentence, paragraph or", id="scope"),
        pytest.param("citations = {scope = []}", "3:1: `scope` should be sentence, paragraph or", id="scope a list"),
        pytest.param("rules = ['uncited']", "3:1: `rules` is a list, but should be a table", id="rules a list"),
        pytest.param(
            "rules = {uncitd = 'off'}", "3:1: `uncitd` in `rules` is not a rule | did you mean `uncited`?", id="rule"
        ),
        pytest.param(
            "rules = {spec-missing = 'off'}",
            "3:1: `spec-missing` in `rules` stays an error: what it reports was not checked | remove it, and",
            id="what was not checked",
        ),
        pytest.param(
            "specs_may_relax = ['spec-invalid']",
            "3:1: `spec-invalid` in `specs_may_relax` stays an error",
            id="what was not checked, in a spec",
        ),
        pytest.param(
            "rules = {uncited = false}",
            "3:1: `uncited` is `False`, but should be error, warning or off | write one",
            id="severity",
        ),
        pytest.param(
            "x = 1\n[tool.factspec.rules]\nuncited = 'no'", "5:1: `uncited` is `no`", id="in a table of its own"
        ),
        pytest.param(
            "rules = {}\nspecs_may_relax = ['uncitd']",
            "4:1: `uncitd` in `specs_may_relax` is not a rule",
            id="relaxable rule",
        ),
        pytest.param(
            "specs_may_relax = true",
            "3:1: `specs_may_relax` is true or false, but should be a list",
            id="relaxable no list",
        ),
        pytest.param("articles = [\n", "3:1: this is not TOML", id="no TOML"),
    ],
)
def test_a_mistake_of_the_policy(body: str, expected: str) -> None:
    mistake_lines = _told(f"[project]\n[tool.factspec]\n{body}\n")
    assert mistake_lines[-1].startswith(f"pyproject.toml:{expected}"), mistake_lines
    assert not mistake_lines[-1].endswith("| ")


def test_a_policy_that_is_not_a_table() -> None:
    assert _told("[tool]\nfactspec = 5\n") == [
        "pyproject.toml:2:1: [tool.factspec] is a number or date, but should be a table | write `[tool.factspec]`",
    ]


def test_every_mistake_is_reported_at_its_line() -> None:
    text = (
        "[tool.factspec]\nrules = {uncitd = 'off', uncited = 'loud'}\narticle = 1\nspecs = 5\n[tool.other]\nspecs = 1\n"
    )
    assert [one.split(": ")[0] for one in _told(text)] == [
        "pyproject.toml:2:1",
        "pyproject.toml:2:1",
        "pyproject.toml:3:1",
        "pyproject.toml:4:1",
    ]


def test_the_policy_of_a_project(tmp_path: Path) -> None:
    assert load_policy(tmp_path) == Policy()
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.factspec]\narticles = ['a.md']\n")
    assert load_policy(tmp_path) == Policy(articles=("a.md",))
    path.write_bytes(b"[tool.factspec]\n# \xff\n")
    with pytest.raises(PolicyError, match=r"^pyproject.toml:2:1: the byte 0xff is not UTF-8$"):
        load_policy(tmp_path)
    path.unlink()
    path.mkdir()
    with pytest.raises(PolicyError, match=r"pyproject\.toml"):
        load_policy(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_policy_at_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").symlink_to("gone.toml")
    with pytest.raises(PolicyError, match=r"^pyproject\.toml:1:1: pyproject\.toml is a link that leads nowhere$"):
        load_policy(tmp_path)


@pytest.mark.parametrize(
    ("rendition", "styles", "scope"),
    [
        pytest.param(Rendition("a", 1, styles=()), (), Within.PARAGRAPH, id="the spec cites in words"),
        pytest.param(
            Rendition("a", 1, styles=("footnote",), scope_declared=True), ("footnote",), Within.SENTENCE, id="both said"
        ),
        pytest.param(Rendition("a", 1, styles=("footnote",)), ("footnote",), Within.PARAGRAPH, id="style said"),
        pytest.param(Rendition("a", 1, scope_declared=True), ("numbered",), Within.SENTENCE, id="scope said"),
        pytest.param(Rendition("a", 1), ("numbered",), Within.PARAGRAPH, id="nothing said"),
    ],
)
def test_the_policy_cites_where_the_spec_does_not_say_how(
    rendition: Rendition, styles: tuple[str, ...], scope: Within
) -> None:
    applied = with_policy(rendition, Policy(styles=("numbered",), scope=Within.PARAGRAPH))
    assert (applied.styles, applied.scope) == (styles, scope)


@pytest.mark.parametrize(
    ("severity", "policy", "default", "allowed"),
    [
        pytest.param("error", {}, "error", True, id="as by default"),
        pytest.param("error", {}, "warning", True, id="stricter than the default"),
        pytest.param("warning", {"uncited": "off"}, "error", True, id="stricter than the policy"),
        pytest.param("error", {"uncited": "error"}, "warning", True, id="as in the policy"),
        pytest.param("off", {}, "error", False, id="looser than the default"),
        pytest.param("warning", {}, "error", False, id="a little looser than the default"),
        pytest.param("warning", {"uncited": "error"}, "warning", False, id="looser than the policy"),
        pytest.param("off", {"uncited": "warning"}, "off", False, id="as by default, looser than the policy"),
    ],
)
def test_a_spec_is_never_looser_than_the_policy(
    severity: str, policy: dict[str, str], default: str, *, allowed: bool
) -> None:
    spec = Spec("specs/a.factspec.yaml", (), rules=(RuleSetting("uncited", severity, 7, 3),))
    found = relaxed(spec, Policy(rules=policy), {"uncited": default})
    assert [(one.line, one.column) for one in found] == ([] if allowed else [(7, 3)])
    assert relaxed(spec, Policy(rules=policy, specs_may_relax=("uncited",)), {"uncited": default}) == ()


def test_a_rule_that_there_is_none_of_is_not_looser_too() -> None:
    spec = Spec("specs/a.factspec.yaml", (), rules=(RuleSetting("uncitd", "off", 7, 3),))
    assert relaxed(spec, Policy(), {"uncited": "error"}) == ()


def test_the_message_of_a_relaxed_rule() -> None:
    spec = Spec("specs/a.factspec.yaml", (), rules=(RuleSetting("uncited", "off", 7, 3),))
    (only,) = relaxed(spec, Policy(), {"uncited": "error"})
    assert str(only) == (
        "specs/a.factspec.yaml:7:3: `uncited: off` is looser than `error`, the rule's default [spec-invalid]"
    )
    assert only.advice == (
        'remove it, or allow it: add `specs_may_relax = ["uncited"]` to [tool.factspec] in pyproject.toml'
    )


_VALUES: st.SearchStrategy[str] = st.recursive(
    st.sampled_from(["1", "'a'", "true", "2026-05-20", "'uncited'", "'none'", "'off'", "[]", "'**/*'", "'..'"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["style", "scope", "uncited", "x"]), inner, max_size=2).map(
            lambda pairs: "{" + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + "}",
        ),
    ),
    max_leaves=6,
)
_KEYS = ["articles", "specs", "citations", "rules", "specs_may_relax", "other"]


@given(st.dictionaries(st.sampled_from(_KEYS), _VALUES))
def test_any_values_are_a_policy_or_its_mistakes(pairs: dict[str, str]) -> None:
    text = "[tool.factspec]\n" + "".join(f"{key} = {value}\n" for key, value in pairs.items())
    lines = 1 + len(pairs)
    assert all(1 <= one.line <= lines and one.message and one.advice for one in _mistakes(text.encode()))


@given(st.text())
def test_any_text_is_a_policy_or_its_mistakes(text: str) -> None:
    found = _mistakes(f"[tool.factspec]\n{text}".encode("utf-8", "surrogatepass"))
    assert all(str(one).isprintable() for one in found)


def test_every_key_of_the_table_is_checked_and_kept() -> None:
    assert {key.kind.title for key in POLICY.keys.values()} == _CHECKS.keys()
    assert {*POLICY.keys, "styles", "scope"} - {"citations"} == set(Policy._fields)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param(f"[tool.factspec]\narticles = {'[' * 1000}{']' * 1000}", 2, "brackets are nested", id="brackets"),
        pytest.param(f"x = 'factspec'\na = {'{b=' * 1000}", 2, "brackets are nested", id="tables of another tool"),
        pytest.param(f"[tool.factspec]\ncoverage = {'9' * 5000}", 2, "a number has more digits", id="a huge number"),
        pytest.param(f"# factspec\nversion = {'9' * 5000}", 2, "a number has more digits", id="another tool's number"),
    ],
)
def test_what_the_parser_does_not_take_is_a_mistake(text: str, line: int, message: str) -> None:
    (only,) = _mistakes(text.encode())
    assert (only.line, only.message[: len(message)]) == (line, message)


def _keys(count: int) -> str:
    return "".join(f"k{number} = 1\n" for number in range(count))


MANY = {
    "keys": lambda count: "[tool.factspec]\n" + _keys(count),
    "rules": lambda count: "[tool.factspec.rules]\n" + _keys(count),
    "citations": lambda count: "[tool.factspec.citations]\n" + _keys(count),
    "misspelt tables": lambda count: "".join(f"[tool.fact{'-' * number}spec]\n" for number in range(count)),
    "after comments": lambda count: (
        "#\n" * count + f"[tool.factspec]\nspecs_may_relax = {[f'k{number}' for number in range(count)]}"
    ),
}


@pytest.mark.parametrize("build", MANY.values(), ids=MANY)
def test_of_very_many_mistakes_the_first_are_listed(build: Callable[[int], str]) -> None:
    def work(count: int) -> Callable[[], object]:
        return partial(_mistakes, build(count).encode())

    found = _mistakes(build(500).encode())
    assert len(found) == 21
    assert found[-1].message == "the policy has more than 20 mistakes; the others are not listed"
    assert growth(work, 500) < SQUARE


OUTER = Policy(rules={"uncited": "error"}, specs_may_relax=("uncited",), coverage=80)
DEFAULTS = {"uncited": "warning", "claim-missing": "error"}


@pytest.mark.parametrize(
    ("text", "outer", "found"),
    [
        pytest.param("", Policy(), [], id="nothing in either"),
        pytest.param("rules = {uncited='error'}\ncoverage = 80", OUTER, [], id="as strict"),
        pytest.param("rules = {uncited='error'}\ncoverage = 90\nstrict = true", OUTER, [], id="stricter"),
        pytest.param(
            "rules = {claim-missing='off'}",
            Policy(),
            ["2: `claim-missing` is `off`, but `error`"],
            id="looser than a default",
        ),
        pytest.param("coverage = 80", OUTER, ["1: `uncited` is `warning`, but `error`"], id="a severity left out"),
        pytest.param(
            "rules = {uncited='error'}\ncoverage = 79", OUTER, ["3: `coverage` is 79, but 80"], id="lower coverage"
        ),
        pytest.param("rules = {uncited='error'}", OUTER, ["1: `coverage` is 0, but 80"], id="coverage left out"),
        pytest.param(
            "specs_may_relax = ['uncited', 'claim-missing']",
            Policy(specs_may_relax=("uncited",)),
            ["2: `specs_may_relax` lists `claim-missing`, which is not listed"],
            id="more that specs may relax",
        ),
        pytest.param("strict = false", Policy(strict=True), ["2: `strict` is not true, but is"], id="not strict"),
        pytest.param("approvals = 2", Policy(approvals=1), [], id="two people instead of one"),
        pytest.param("", Policy(approvals=1), ["1: `approvals` is not true, but is"], id="nobody instead of one"),
        pytest.param("approvals = true", Policy(approvals=2), ["2: `approvals` is not 2, but is"], id="one of two"),
    ],
)
def test_a_policy_below_another_may_only_be_stricter(text: str, outer: Policy, found: list[str]) -> None:
    data = f"[tool.factspec]\n{text}\n".encode()
    mistakes = loosened(data, parse_policy(data, KNOWN), outer, (DEFAULTS, DEFAULTS))
    tail = " in the policy of the folder above"
    assert [f"{one.line}: {one.message.removesuffix(tail)}" for one in mistakes] == found


@pytest.mark.parametrize("value", ["3", "-1", "'two'", "2.0", "[2]"])
def test_how_many_people_approve(value: str) -> None:
    [one] = _told(f"[tool.factspec]\napprovals = {value}\n")
    assert "`approvals` is" in one
    assert one.endswith(
        "but should be true, false, 1 or 2 | write `approvals = true`, or `approvals = 2` if two people must approve"
    )
