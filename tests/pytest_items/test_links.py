"""Links to folders of specs: pytest enters none that leads out of the project or in a circle, and reports each once."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

SPEC = """\
factspec: 1
article: {article}
claims:
  - id: rain
    says: Rain fell on Monday
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links to folders are not to be had there")


@pytest.fixture(params=["", ".git", "pyproject.toml"])
def root(request: pytest.FixtureRequest, pytester: pytest.Pytester) -> Iterator[Path]:
    """A project with one spec: without any mark of its root, in a repository, or with a policy."""
    root = pytester.mkdir("project")
    for folder in ("articles", "specs/inner", "desk", "tests"):
        (root / folder).mkdir(parents=True)
    (root / "articles" / "a.txt").write_text("Rain fell on Monday in Lund.\n")
    (root / "specs" / "a.factspec.yaml").write_text(SPEC.format(article="../articles/a.txt"))
    if request.param == ".git":
        (root / ".git").mkdir()
    elif request.param:
        (root / request.param).write_text("[tool.factspec]\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        yield root


def failing(pytester: pytest.Pytester) -> list[str]:
    """The ids of the items that fail."""
    run = pytester.inline_run("specs", "tests")
    return [report.nodeid for report in run.getreports("pytest_runtest_logreport") if report.failed]


def test_links_that_are_entered(pytester: pytest.Pytester, root: Path) -> None:
    (root / "desk" / "b.factspec.yaml").write_text(SPEC.format(article="../articles/a.txt").replace("Mon", "Fri"))
    (root / "specs" / "desk").symlink_to("../desk")
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "test_outside.py").write_text("def test_fails():\n    assert False\n")
    (root / "tests" / "outside").symlink_to(outside)
    spec, test = failing(pytester)
    assert spec.startswith("specs/desk/b.factspec.yaml::")
    assert test == "tests/outside/test_outside.py::test_fails"


def test_links_that_are_not_entered(pytester: pytest.Pytester, root: Path) -> None:
    for name in "abcdefgh":
        folder = root.parent / "outside" / name
        folder.mkdir(parents=True)
        (folder / "x.factspec.yaml").write_text("broken")
        for other in "abcdefgh":
            (folder / other).symlink_to(f"../{other}")
    (root / "specs" / "out").symlink_to("../../outside")
    (root / "specs" / "inner" / "up").symlink_to("..")
    assert failing(pytester) == ["specs/out::spec", "specs/inner/up::spec"]


def test_each_folder_that_links_lead_to_is_entered_once(pytester: pytest.Pytester, root: Path) -> None:
    for name in "abcdefgh":
        folder = root / "specs" / "inner" / name
        folder.mkdir()
        for other in "abcdefgh":
            if other != name:
                (folder / other).symlink_to(f"../{other}")
    (root / "specs" / "inner" / "a" / "x.factspec.yaml").write_text("broken")
    assert 1 <= sum("x.factspec.yaml" in one for one in failing(pytester)) <= 3
