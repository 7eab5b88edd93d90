"""The conventions of the code, held by reading it: how long things are, and what a module must have."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import factspec
from factspec import registry
from factspec.articles.format import FORMATS
from factspec.articles.marker_style import MARKERS
from factspec.cli.command import COMMANDS
from factspec.facts.kind import KINDS
from factspec.registry import Registry
from factspec.reports.form import FORMS
from factspec.rules.registry import CHECKS

SOURCE = Path(factspec.__file__).parent
TESTS = Path(__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
FAMILIES = {"claims", "citations", "quotations", "sources", "consistency", "text", "files", "coverage"}
UNCLEAR = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}

each_module = pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.relative_to(SOURCE).as_posix()) for path in MODULES]
)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


@each_module
def test_no_import_is_for_type_checkers_alone(path: Path) -> None:
    assert "TYPE_CHECKING" not in path.read_text(encoding="utf-8")


@each_module
def test_names_say_what_a_module_is(path: Path) -> None:
    assert path.stem not in UNCLEAR


@each_module
def test_a_function_is_short(path: Path) -> None:
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions(path) if node.end_lineno}
    assert not {name: lines for name, lines in long.items() if lines > 50}


def test_functions_are_short_in_the_middle() -> None:
    lengths = sorted((node.end_lineno or node.lineno) - node.lineno + 1 for path in MODULES for node in functions(path))
    assert lengths[len(lengths) // 2] <= 9
    assert lengths[len(lengths) * 9 // 10] <= 25


@each_module
def test_a_module_says_what_it_gives(path: Path) -> None:
    assert ast.get_docstring(tree(path))


def modules_of(package: str) -> list[str]:
    return list(registry.names(package))


@pytest.mark.parametrize("name", modules_of(registry.CHECKS))
def test_a_rule_keeps_to_the_conventions(name: str) -> None:
    module = import_module(f"{registry.CHECKS}.{name}")
    documentation = module.__doc__ or ""
    assert module.FAMILY in FAMILIES
    assert module.SEVERITY in {"error", "warning", "off"}
    for flag in ("WAIVABLE", "FIXED"):
        assert registry.declares(registry.CHECKS, name, flag) is getattr(CHECKS[name], flag)
    assert "\nExample: " in documentation
    assert "\nFix: " in documentation
    assert documentation.splitlines()[0].endswith(".")


@pytest.mark.parametrize("package", sorted(registry.GROUPS))
def test_every_module_of_a_registry_has_a_test(package: str) -> None:
    written = " ".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    untested = [name for name in modules_of(package) if name.replace("_", "-") not in written]
    assert not untested


@pytest.mark.parametrize("name", modules_of(registry.KINDS))
def test_a_kind_of_fact_keeps_to_the_conventions(name: str) -> None:
    module = import_module(f"{registry.KINDS}.{name}")
    assert name == module.KIND
    assert isinstance(module.RANK, int)


@pytest.mark.parametrize("name", modules_of(registry.FORMATS))
def test_a_format_keeps_to_the_conventions(name: str) -> None:
    assert all(suffix.startswith(".") for suffix in FORMATS[name].SUFFIXES)
    assert set(FORMATS[name].STYLES) <= set(MARKERS)


@pytest.mark.parametrize("entries", [CHECKS, COMMANDS, FORMATS, FORMS, KINDS, MARKERS], ids=lambda one: one.package)
def test_every_entry_keeps_the_contract_of_its_registry(entries: Registry[object]) -> None:
    assert set(entries.values())
    assert len(entries) == len(list(entries))
    assert {entries.package} <= set(registry.GROUPS)


def test_public_names_are_sorted_and_there() -> None:
    assert list(factspec.__all__) == sorted(factspec.__all__)
    assert all(getattr(factspec, name) is not None for name in factspec.__all__)


def test_the_stub_has_the_public_names() -> None:
    stub = tree(SOURCE / "__init__.pyi")
    exported = {name.asname for node in stub.body if isinstance(node, ast.ImportFrom) for name in node.names}
    assert exported == set(factspec.__all__)
