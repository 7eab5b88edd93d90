"""The conventions of the code that no linter checks: what a module of a registry has, and that each has its tests."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

import factspec
from factspec import registry
from factspec.articles.contracts import FORMATS, MARKERS
from factspec.cli.main import COMMANDS
from factspec.facts.found import KINDS
from factspec.registry import Registry
from factspec.reports.summary import FORMS
from factspec.rules.registry import CHECKS

SOURCE = Path(factspec.__file__).parent
TESTS = Path(__file__).parent
FAMILIES = {"claims", "citations", "quotations", "sources", "consistency", "text", "files", "coverage"}
UNCLEAR = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
REGISTRIES = (
    "articles/formats",
    "articles/markers",
    "claims/kinds",
    "cli/commands",
    "facts/kinds",
    "reports/forms",
    "rules/checks",
)


MODULES = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}


def lengths(text: str) -> Iterator[int]:
    """The lines of each function in a module's source."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            yield node.end_lineno - node.lineno + 1


def modules_of(package: str) -> list[str]:
    return list(registry.names(package))


# -- the source


def test_there_are_at_most_270_modules_beside_the_docstrings_of_rooms() -> None:
    assert len([name for name in MODULES if not name.endswith("__init__.py")]) <= 270


def test_no_import_is_for_type_checkers_alone() -> None:
    assert not [name for name, path in MODULES.items() if "TYPE_CHECKING" in path.read_text(encoding="utf-8")]


def test_names_say_what_a_module_is() -> None:
    assert not [name for name in MODULES if Path(name).stem in UNCLEAR]


def test_functions_are_short_in_the_middle() -> None:
    measured = sorted(count for path in MODULES.values() for count in lengths(path.read_text(encoding="utf-8")))
    assert measured[len(measured) // 2] <= 8
    assert measured[len(measured) * 9 // 10] <= 25


def test_public_names_are_sorted_and_there() -> None:
    assert list(factspec.__all__) == sorted(factspec.__all__)
    assert all(getattr(factspec, name) is not None for name in factspec.__all__)


def test_the_stub_has_the_public_names() -> None:
    stub = ast.parse((SOURCE / "__init__.pyi").read_text(encoding="utf-8"))
    exported = {name.asname for node in stub.body if isinstance(node, ast.ImportFrom) for name in node.names}
    assert exported == set(factspec.__all__)


# -- the tests


def test_every_registry_is_mirrored() -> None:
    in_the_source = {package.removeprefix("factspec.").replace(".", "/") for package in registry.GROUPS}
    assert in_the_source <= set(REGISTRIES)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        pytest.param(folder, path.stem, id=f"{folder}/{path.stem}")
        for folder in REGISTRIES
        for path in sorted((SOURCE / folder).glob("[!_]*.py"))
    ],
)
def test_it_has_a_test_file_of_its_own(folder: str, name: str) -> None:
    path = TESTS / folder / f"test_{name}.py"
    assert path.is_file(), f"{folder}/{name}.py needs a test file: write {path.relative_to(TESTS.parent)}"
    assert "\ndef test_" in path.read_text(encoding="utf-8"), f"{path.name} has no test function"


@pytest.mark.parametrize("folder", REGISTRIES)
def test_every_test_file_of_a_registry_has_a_module(folder: str) -> None:
    tested = {path.stem.removeprefix("test_") for path in (TESTS / folder).glob("test_*.py")}
    assert tested <= {path.stem for path in (SOURCE / folder).glob("[!_]*.py")}


def test_every_folder_of_tests_is_one_of_the_source() -> None:
    folders = {path.parent.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py")}
    assert not {folder for folder in folders if not (SOURCE / folder).is_dir()}


# -- what a module of a registry has


@pytest.mark.parametrize("name", modules_of(registry.CHECKS))
def test_a_rule_keeps_to_the_conventions(name: str) -> None:
    module = import_module(f"{registry.CHECKS}.{name}")
    documentation = module.__doc__ or ""
    assert module.FAMILY in FAMILIES
    assert module.SEVERITY in {"error", "warning", "off"}
    for flag in ("WAIVABLE", "BY_SENTENCE", "FIXED"):
        assert registry.declares(registry.CHECKS, name, flag) is getattr(CHECKS[name], flag)
    assert "\nExample: " in documentation
    assert "\nFix: " in documentation
    assert documentation.splitlines()[0].endswith(".")


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


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports inside functions count; the contract of import-linter holds rooms alone."""
    names = {_dotted(path): path for path in MODULES.values()}
    imported = {name: set(_imported(path, set(names))) for name, path in names.items()}
    assert len(tuple(TopologicalSorter(imported).static_order())) >= len(names)


def _dotted(path: Path) -> str:
    parts = ("factspec", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def _imported(path: Path, known: set[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in known:
            for one in node.names:
                inner = f"{node.module}.{one.name}"
                yield inner if inner in known else node.module
