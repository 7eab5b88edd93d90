"""Saved verdicts: equal to fresh ones, and never used once anything that they rest on has changed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factspec.projects.judging
import factspec.rules.run
from factspec.projects import pdf, verdict_cache
from factspec.projects.checking import judge_all
from factspec.projects.projects import Projects
from factspec.projects.verdict import Run
from factspec.projects.verdict_cache import CacheFolder, FolderOf, Installation
from factspec.reports.forms import json as json_form
from factspec.reports.forms import text as text_form
from factspec.rules.case import Subject
from factspec.rules.finding import Report

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 6, 1)
SECRET = b"s" * 32
ARTICLE = 'Rain fell on Monday in Lund [1]. "A wet day," Ann Berg said [2]. It took 40 hours, wrote the Herald [1].\n'
SOURCE = "The forecast was right: rain fell on Monday. A wet day, said Ann Berg. It took 40 hours.\n"
SPEC = """\
factspec: 1
article: ../articles/a.txt
sources:
  - {id: 1, title: The forecast, text: ../sources/one.txt, origin: wire}
  - {id: 2, text: ../sources/gone.txt, sha256: "%s"}
claims:
  - id: rain
    says: Rain fell on Monday in Lund
    cites: [1]
    tags: [weather]
  - id: wet
    quotes: A wet day
    speaker: Ann Berg
forbidden:
  - id: flood
    says: a flood
waivers:
  - {rule: uncited, at: "It took …", reason: known, until: 2026-07-01}
""" % ("0" * 64)
SHARED = SPEC[: SPEC.index("sources:")] + "sources: ../sources/all.json\n" + SPEC[SPEC.index("claims:") :]
CSL = json.dumps(
    [
        {"id": "1", "type": "report", "title": "The forecast", "custom": {"factspec": {"text": "one.txt"}}},
        {"id": "2", "type": "report"},
        {"id": "3", "type": "report", "custom": {"factspec": {"text": "unnamed.txt"}}},
    ]
)
POLICY = '[tool.factspec]\narticles = ["articles/*"]\nrules = {source-unpinned = "warning"}\n'
FILES = {
    "pyproject.toml": POLICY,
    "articles/a.txt": ARTICLE,
    "specs/a.factspec.yaml": SPEC,
    "sources/one.txt": SOURCE,
}
RENDITIONS = "[../articles/a.txt, ../articles/web/a.txt, {file: ../articles/b.md, partial: true}]"

PROJECTS: dict[str, dict[str, str]] = {
    "sound": {},
    "a source that is not there": {"sources/one.txt": ""},
    "a changed fact": {"articles/a.txt": ARTICLE.replace("Monday", "Tuesday")},
    "a warning and a waiver that is over": {"specs/a.factspec.yaml": SPEC.replace("2026-07-01", "2026-05-01")},
    "renditions": {
        "articles/web/a.txt": ARTICLE.replace("Lund", "Malmö"),
        "articles/b.md": "Rain fell on Monday in Lund [1].\n",
        "specs/a.factspec.yaml": SPEC.replace("../articles/a.txt", RENDITIONS),
    },
    "a shared file of sources": {
        "specs/a.factspec.yaml": SHARED,
        "sources/all.json": CSL,
        "sources/unnamed.txt": SOURCE,
    },
    "an article that is not there": {"specs/a.factspec.yaml": SPEC.replace("a.txt", "gone.txt")},
    "a spec with a mistake": {"specs/a.factspec.yaml": SPEC.replace("says", "sais")},
    "a policy with a mistake": {"pyproject.toml": POLICY.replace("articles", "artikles")},
    "an article without a spec": {"articles/lone.txt": ARTICLE},
    "signs that are no text": {"articles/a.txt": ARTICLE.replace("Lund", "L\u202eund\u200b")},
}
UNSAVED = {"an article that is not there", "a spec with a mistake", "a policy with a mistake"}


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "project", FILES)


def folder_of(root: Path) -> CacheFolder:
    return CacheFolder(root / ".factspec_cache", SECRET)


def run_of(root: Path, *, cached: bool = True, today: date = TODAY) -> Run:
    folders: FolderOf = folder_of if cached else verdict_cache.nowhere
    return judge_all([], root, today=today, folder_of=folders)


def is_saved(root: Path, *, today: date = TODAY, name: str = "a") -> bool:
    return Projects(folder_of).verdict(root / "specs" / f"{name}.factspec.yaml", today) is not None


def told(run: Run) -> tuple[str, str, str, int]:
    """All that a run says, but for where it is from."""
    fresh = run._replace(judged=tuple(one._replace(cached=False) for one in run.judged))
    return repr(fresh), text_form.render(fresh), json_form.render(fresh), fresh.exit_code


# -- cached and fresh are equal


@pytest.mark.parametrize("changed", PROJECTS.values(), ids=PROJECTS.keys())
def test_a_saved_verdict_is_the_fresh_one(project: Path, changed: dict[str, str]) -> None:
    write(project, changed)
    fresh, first, again = (run_of(project, cached=cached) for cached in (False, True, True))
    assert told(first) == told(fresh) == told(again)
    assert (fresh.cached, first.cached) == (0, 0)
    kept = 0 if changed in [PROJECTS[name] for name in UNSAVED] else len(fresh.reports)
    assert again.cached == kept
    assert kept or changed in [PROJECTS[name] for name in UNSAVED]


def test_the_examples_come_from_the_cache_as_they_are(tmp_path: Path) -> None:
    for name in ("articles", "specs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    fresh, first, again = (run_of(tmp_path, cached=cached) for cached in (False, True, True))
    assert told(first) == told(fresh) == told(again)
    assert again.cached == len(again.reports) > 5


def test_processes_save_verdicts_and_use_them(project: Path) -> None:
    for number in range(40):
        shutil.copy(project / "specs" / "a.factspec.yaml", project / "specs" / f"b{number}.factspec.yaml")
    first, again = (judge_all([], project, today=TODAY, jobs=3, folder_of=folder_of) for _ in range(2))
    assert told(first) == told(again)
    assert (first.cached, again.cached) == (0, 41)


def test_the_summary_counts_what_came_from_the_cache(project: Path) -> None:
    write(project, {"specs/b.factspec.yaml": SPEC})
    run_of(project)
    write(project, {"specs/b.factspec.yaml": SPEC + "\n"})
    run = run_of(project)
    assert "\nverdicts: 1 of 2 from the cache\n" in text_form.render(run)
    assert json.loads(json_form.render(run))["summary"]["cached"] == 1


# -- what changes the verdict


@pytest.mark.parametrize("shared", [False, True], ids=["own sources", "shared sources"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_a_byte_of_an_input_changes_and_no_verdict_is_saved(project: Path, shared: bool, data: st.DataObject) -> None:
    names = [*FILES, "sources/all.json"] if shared else [*FILES]
    if shared:
        write(project, PROJECTS["a shared file of sources"])
    if not is_saved(project):
        run_of(project)
    assert is_saved(project)
    file = project / data.draw(st.sampled_from(names))
    before = file.read_bytes()
    at = data.draw(st.integers(0, len(before)))
    byte = data.draw(st.integers(0, 255).filter(lambda one: before[at : at + 1] != bytes([one])))
    kept = data.draw(st.booleans())
    file.write_bytes(before[:at] + bytes([byte]) + before[at + kept :])
    try:
        assert not is_saved(project)
    finally:
        file.write_bytes(before)
    assert is_saved(project)


def removed(root: Path) -> None:
    (root / "sources" / "one.txt").unlink()


def appeared(root: Path) -> None:
    write(root, {"sources/gone.txt": SOURCE})


def an_article_gone(root: Path) -> None:
    (root / "articles" / "a.txt").unlink()


def policy_gone(root: Path) -> None:
    (root / "pyproject.toml").unlink()


def made_a_folder(root: Path) -> None:
    removed(root)
    (root / "sources" / "one.txt").mkdir()


def a_nested_policy(root: Path) -> None:
    write(root, {"specs/pyproject.toml": POLICY})


def a_link_to_the_same(root: Path) -> None:
    (root / "articles" / "a.txt").rename(root / "articles" / "moved.txt")
    (root / "articles" / "a.txt").symlink_to("moved.txt")


def a_link_out(root: Path) -> None:
    shutil.copy(root / "articles" / "a.txt", root.parent / "outside.txt")
    (root / "articles" / "a.txt").unlink()
    (root / "articles" / "a.txt").symlink_to(root.parent / "outside.txt")


def a_spec_that_is_a_link(root: Path) -> None:
    (root / "specs" / "a.factspec.yaml").rename(root / "specs" / "real.yaml")
    (root / "specs" / "a.factspec.yaml").symlink_to("real.yaml")


def specs_that_are_outside(root: Path) -> None:
    (root / "specs").rename(root.parent / "outside")
    (root / "specs").symlink_to(root.parent / "outside")


def an_interrupted_approval(root: Path) -> None:
    write(root, {"specs/a.factspec.lock.pending": "[]"})


CHANGES = [removed, appeared, an_article_gone, policy_gone, made_a_folder, a_nested_policy, an_interrupted_approval]
LINKS = [a_link_to_the_same, a_link_out, a_spec_that_is_a_link, specs_that_are_outside]


@pytest.mark.parametrize("change", [*CHANGES, *(LINKS if os.name != "nt" else [])], ids=lambda one: one.__name__)
def test_a_file_comes_or_goes_and_no_verdict_is_saved(project: Path, change: Callable[[Path], None]) -> None:
    run_of(project)
    assert is_saved(project)
    change(project)
    assert not is_saved(project)
    assert told(run_of(project)) == told(run_of(project, cached=False))


def test_what_the_spec_does_not_name_changes_nothing(project: Path) -> None:
    run_of(project)
    write(project, {"articles/other.txt": ARTICLE, "sources/other.txt": SOURCE, "specs/other.factspec.yaml": SPEC})
    assert is_saved(project)


def test_a_shared_source_that_nothing_names_may_change_but_not_go(project: Path) -> None:
    write(project, PROJECTS["a shared file of sources"])
    run_of(project)
    write(project, {"sources/unnamed.txt": "Nobody reads this.\n"})
    assert is_saved(project)
    (project / "sources" / "unnamed.txt").unlink()
    assert not is_saved(project)


def test_another_installation_judges_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_of(project)
    monkeypatch.setattr(verdict_cache, "installation", lambda: Installation("other", is_extended=False))
    assert not is_saved(project)
    run_of(project)
    assert is_saved(project)


def test_what_cannot_be_told_apart_is_not_saved(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict_cache, "installation", lambda: None)
    run_of(project)
    assert not (project / ".factspec_cache").exists()
    assert not is_saved(project)


def test_a_moved_project_is_judged_anew(project: Path) -> None:
    run_of(project)
    project.rename(project.parent / "moved")
    assert not is_saved(project.parent / "moved")


# -- the day


def test_a_waiver_with_an_end_holds_on_its_day_alone(project: Path) -> None:
    run_of(project)
    assert is_saved(project)
    for today in (date(2026, 6, 2), date(2026, 7, 2)):
        assert not is_saved(project, today=today)
        assert told(run_of(project, today=today)) == told(run_of(project, cached=False, today=today))


def test_without_an_end_the_day_does_not_matter(project: Path) -> None:
    write(project, {"specs/a.factspec.yaml": SPEC.replace(", until: 2026-07-01", "")})
    run_of(project)
    assert is_saved(project, today=date(2030, 1, 1))


def test_rules_of_others_may_look_at_the_day(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, {"specs/a.factspec.yaml": SPEC.replace(", until: 2026-07-01", "")})
    monkeypatch.setattr(verdict_cache, "installation", lambda: Installation("other", is_extended=True))
    run_of(project)
    assert is_saved(project)
    assert not is_saved(project, today=date(2026, 6, 2))


# -- what is not saved


def test_what_is_broken_in_a_rule_is_not_saved(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_subject: Subject, **_: object) -> Report:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(factspec.projects.judging, "judge", broken)
        with pytest.raises(ZeroDivisionError):
            run_of(project)
    assert not is_saved(project)
    assert run_of(project).cached == 0


def test_a_pdf_that_could_not_be_read_is_read_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_data: bytes) -> str:
        raise pdf.PdfUnreadable("is a PDF that takes too long")

    monkeypatch.setattr(pdf, "pdf_text", slow)
    write(project, {"specs/a.factspec.yaml": SPEC.replace("one.txt", "one.pdf"), "sources/one.pdf": "%PDF"})
    run_of(project)
    assert not is_saved(project)
    monkeypatch.setattr(pdf, "pdf_text", lambda _data: SOURCE)
    run_of(project)
    assert is_saved(project)


def test_a_file_that_changes_while_it_is_judged_is_saved_as_it_was_judged(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = factspec.rules.run.judge

    def changing(subject: Subject, **options: object) -> Report:
        report = judge(subject, **options)  # type: ignore[arg-type]
        write(project, {name: text + "\n" for name, text in FILES.items()})
        return report

    monkeypatch.setattr(factspec.projects.judging, "judge", changing)
    run_of(project)
    assert not is_saved(project)
    write(project, FILES)
    assert is_saved(project)


@pytest.mark.parametrize("change", [appeared, removed, an_article_gone], ids=lambda one: one.__name__)
def test_a_file_that_comes_or_goes_while_it_is_judged_is_saved_as_it_was_judged(
    project: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    judge = factspec.rules.run.judge

    def changing(subject: Subject, **options: object) -> Report:
        report = judge(subject, **options)  # type: ignore[arg-type]
        change(project)
        return report

    with monkeypatch.context() as patched:
        patched.setattr(factspec.projects.judging, "judge", changing)
        run_of(project)
    assert not is_saved(project)
    assert told(run_of(project)) == told(run_of(project, cached=False))


# -- what is in the folder


def entry_of(root: Path) -> Path:
    (entry,) = (one for one in (root / ".factspec_cache").iterdir() if one.name != ".gitignore")
    return entry


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"{", b'"\\ud800"', b"\xff", b"[" * 100_000, b"1" * 5000, b"NaN"]
)
def test_a_signed_entry_of_another_kind_is_not_used(project: Path, body: bytes) -> None:
    run_of(project)
    folder_of(project).write(entry_of(project).name, body)
    assert told(run_of(project)) == told(run_of(project, cached=False))


def test_the_entry_of_another_spec_is_not_used(project: Path) -> None:
    run_of(project)
    body = folder_of(project).read(entry_of(project).name)
    write(project, {"specs/b.factspec.yaml": SPEC.replace("Monday", "Sunday")})
    assert body
    named = sha256(os.fsencode(project / "specs" / "b.factspec.yaml")).hexdigest()[:40]
    folder_of(project).write(named, body)
    assert not is_saved(project, name="b")


def test_no_saved_path_leads_out_of_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_of(project)
    opened: list[str] = []
    monkeypatch.setattr(verdict_cache.VerdictCache, "_digest", lambda _self, file: opened.append(str(file)))
    (project.parent / "outside.txt").write_text(ARTICLE)
    body = folder_of(project).read(entry_of(project).name) or b""
    digest = sha256(ARTICLE.encode()).hexdigest().encode()
    for written in (b"../../outside.txt", os.fsencode(project.parent / "outside.txt")):
        named = b'["%b","%b","articles/a.txt","%b"]' % (written, written, digest)
        changed = body.replace(b'["../articles/a.txt","articles/a.txt","articles/a.txt","%b"]' % digest, named)
        assert changed != body
        folder_of(project).write(entry_of(project).name, changed)
        assert not is_saved(project)
    assert not [one for one in opened if "outside" in one]


# -- what is loaded


LOADED = """
import sys
from factspec.cli.main import main
main(["check"])
heavy = ("yaml", "rapidfuzz", "sentencex", "pyromark", "jsonschema", "factspec.claims", "factspec.rules.checks.",
         "factspec.rules.run", "factspec.articles.reading", "factspec.specs.parsing", "factspec.facts.kinds.")
print("loaded", [name for name in sys.modules if name.startswith(heavy)], file=sys.stderr)
"""


def test_neither_yaml_nor_the_engine_is_loaded_for_saved_verdicts(project: Path) -> None:
    for loads in (True, False):
        command = [sys.executable, "-c", LOADED]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
        assert ("loaded []" in done.stderr) is not loads, done.stderr
