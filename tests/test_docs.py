"""The docs: their YAML loads, their commands run, what they show is what happens, and what there is they name."""

import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path
from textwrap import dedent, indent
from typing import Any, NamedTuple

import pytest
import yaml

from factspec import registry
from factspec.approved.lock_text import written
from factspec.approved.parsing import parse_lock
from factspec.cli.main import main
from factspec.projects.loading import load_spec, parse_article
from factspec.rules.run import check
from factspec.specs.parsing import parse_spec
from factspec.specs.policy import parse_policy

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^(?P<in> *)```(?P<kind>[a-z]+)\n(?P<text>.*?)^(?P=in)```$", re.MULTILINE | re.DOTALL)
# What a fragment of a spec needs around it to be one.
WHOLE = {
    "factspec": "factspec: 1\n",
    "article": "article: ../articles/a.txt\n",
    "sources": "sources: [1, 2, 3]\n",
    "claims": "claims: [{id: a, says: a ferry}]\n",
}


class Block(NamedTuple):
    page: str
    line: int
    kind: str
    text: str


def blocks(*kinds: str) -> list[Block]:
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in FENCE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append(Block(page.name, line, match["kind"], dedent(match["text"])))
    return [block for block in found if block.kind in kinds]


def rows(block: Block) -> Any:
    return pytest.param(block, id=f"{block.page}:{block.line}")


def is_workflow(block: Block) -> bool:
    return "\njobs:" in block.text


def is_spec(block: Block) -> bool:
    return not is_workflow(block) and not re.search(r"^(repos|  script):", block.text, re.MULTILINE)


YAML = blocks("yaml")


def test_every_block_is_of_a_kind_that_is_tested() -> None:
    """`console` blocks are run by test_docs_examples.py; those of `sh` install, or change the reader's own shell."""
    assert len(YAML) >= 12
    kinds = {match["kind"] for page in PAGES for match in FENCE.finditer(page.read_text(encoding="utf-8"))}
    assert kinds == {"console", "json", "python", "sh", "text", "toml", "yaml"}
    unread = {page.name for page in PAGES if page.read_text(encoding="utf-8").count("```") % 2}
    assert unread == set()


def test_the_commands_of_a_shell_are_known() -> None:
    known = [
        r"(mkdir|cd) newsroom|mkdir articles|git init|echo \.venv > \.gitignore",
        r"python3 -m venv \.venv|\. \.venv/bin/activate",
        r'git config user\.(name "Ada Lind"|email ada@desk\.example)|pre-commit install',
        r"pip install (pre-commit|\"?/path/to/factspec(\[(completion|html|pdf)\])?\"?)",
        r"factspec check --output report\.html|pytest specs --factspec-report report\.html",
        r'eval "\$\(register-python-argcomplete factspec\)"',
    ]

    for block in blocks("sh"):
        assert [line for line in block.text.splitlines() if not re.fullmatch("|".join(known), line)] == [], block.page
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    shown = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert set(re.findall(r"factspec\[([a-z]+)\]", shown)) == set(extras)


@pytest.mark.parametrize("block", [rows(block) for block in YAML if is_spec(block)])
def test_a_block_of_yaml_is_a_spec_or_a_part_of_one(block: Block) -> None:
    there = set(yaml.safe_load(block.text) or {})
    around = "".join(text for key, text in WHOLE.items() if key not in there)

    # the reasons of a draft are left to a person
    spec = parse_spec((block.text + around).replace('reason: ""', "reason: known").encode(), "specs/a.factspec.yaml")

    assert spec.claims


def test_the_claims_of_the_page_about_specs_hold_in_the_article_that_they_are_about() -> None:
    [block] = [block for block in YAML if block.page == "spec.md" and block.text.startswith("claims:")]
    spec = parse_spec((block.text + WHOLE["factspec"] + WHOLE["article"] + WHOLE["sources"]).encode(), "specs/a.yaml")

    report = check(spec, parse_article(ROOT / "articles" / "ferry.txt"))

    assert {claim.id: claim.verdict for claim in report.claims} == dict.fromkeys(
        ("reopening", "calder", "council-cut", "timetable"), "passed"
    )


@pytest.mark.parametrize("block", [rows(block) for block in YAML if is_workflow(block)])
def test_a_workflow_runs_pytest_or_the_action(block: Block) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    workflow = yaml.safe_load(block.text)
    steps = workflow["jobs"]["factspec"]["steps"]
    used = [step for step in steps if step.get("uses") == "./factspec"]

    assert [step["run"] for step in steps if "run" in step] == (
        [] if used else ["pip install ./factspec", "pytest specs"]
    )
    assert {name for step in used for name in step.get("with", {})} <= set(action["inputs"])
    assert set(re.findall(r"steps\.factspec\.outputs\.([a-z]+)", block.text)) <= set(action["outputs"])
    full = [step for step in steps if step.get("with", {}).get("fetch-depth") == 0]
    assert bool(full) == any("changed-since" in step.get("with", {}) for step in used)


def test_the_job_of_gitlab_writes_the_report_that_it_keeps() -> None:
    [block] = [block for block in YAML if block.page == "gate-on-gitlab.md"]
    job = yaml.safe_load(block.text)["articles"]

    assert job["script"][0] == "pip install ./factspec"
    assert job["script"][1].endswith(f" --output gitlab={job['artifacts']['reports']['codequality']}")
    assert f"$ {job['script'][1].replace('check', 'check -q')}\n" in (ROOT / "docs" / block.page).read_text(
        encoding="utf-8"
    )


def test_the_hook_is_one_of_ours() -> None:
    [block] = [block for block in YAML if block.page == "use-pre-commit.md"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    [repository] = yaml.safe_load(block.text)["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in hooks}
    assert f"`{hooks[0]['entry']}`" in (ROOT / "docs" / block.page).read_text(encoding="utf-8")


@pytest.mark.parametrize("block", [rows(block) for block in blocks("toml")])
def test_a_block_of_toml_is_a_policy_or_names_entry_points(block: Block) -> None:
    table = tomllib.loads(block.text)

    if "tool" in table:
        assert parse_policy(block.text.encode()).articles
    else:
        assert set(table["project"]["entry-points"]) <= set(registry.GROUPS.values())


def test_the_shared_file_of_sources_is_one(tmp_path: Path) -> None:
    block = next(block for block in blocks("json") if block.page == "spec.md")
    (tmp_path / "specs").mkdir()
    (tmp_path / "sources.json").write_text(block.text, encoding="utf-8")
    spec = tmp_path / "specs" / "a.factspec.yaml"
    spec.write_text("".join((*WHOLE.values(),)).replace("[1, 2, 3]", "../sources.json"), encoding="utf-8")

    [source] = load_spec(spec, root=tmp_path).sources

    assert (source.id, source.text, source.origin) == ("works-report", "../texts/works-report.txt", "harbour-office")


def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    [block] = [block for block in blocks("python") if block.page == "README.md"]
    monkeypatch.chdir(ROOT)

    exec(compile(block.text, "README.md", "exec"), {})

    assert capsys.readouterr().out == ""


def test_the_format_of_the_docs_is_the_one_that_is_tested() -> None:
    [block] = [block for block in blocks("python") if block.page == "add-a-format.md"]

    assert block.text == (ROOT / "tests" / "newsdesk" / "rest.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("markers", "rules"), [pytest.param("[1, 3]", [], id="independent"), pytest.param("[1, 2]", ["too-few-origins"])]
)
def test_the_sources_of_one_origin_are_counted_as_the_page_says(markers: str, rules: list[str]) -> None:
    [block] = [block for block in YAML if "origins: 2" in block.text and block.page == "cite-sources.md"]
    spec = parse_spec((block.text + WHOLE["factspec"] + WHOLE["article"]).encode(), "specs/a.yaml")

    report = check(
        spec, parse_article(f"The pool closed on Monday {markers}.\n".encode(), "text", path="articles/a.txt")
    )

    assert [one.rule for one in report.findings if one.severity == "error"] == rules


def test_green_means_one_thing() -> None:
    [there] = re.findall(
        r"^> (The article still .*?)\n\n",
        (ROOT / "docs" / "green.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )

    assert there.replace("\n> ", "\n") in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_draft_is_the_one_that_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [article] = [block.text for block in blocks("text") if block.page == "authoring.md"]
    [draft] = [block.text for block in YAML if block.page == "authoring.md"]
    _write(tmp_path / "articles" / "rain.txt", article)
    monkeypatch.chdir(tmp_path)

    assert main(["init", "articles/rain.txt"]) == 0

    spec = tmp_path / "specs" / "rain.factspec.yaml"
    assert spec.read_text(encoding="utf-8") == draft
    assert main(["check"]) == 1


def test_the_summary_of_the_gate_is_the_one_that_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)

    assert main(["check", "--no-cache", "specs/summit.factspec.yaml"]) == 0

    assert indent(capsys.readouterr().out, "    ") in (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")


COMMANDS = sorted(
    {found for page in PAGES for found in re.findall(r"`(factspec [a-z]+[^`]*)`", page.read_text(encoding="utf-8"))}
    # named without what they take; an article that has a spec; and what does not end
    - {f"factspec {name}" for name in ("compare", "diff", "init", "show", "verify")}
    - {"factspec init articles/ferry.txt", "factspec check --watch"}
)


@pytest.mark.parametrize("command", [pytest.param(command, id=command) for command in COMMANDS])
def test_a_command_runs_as_shown(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("articles", "specs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for kind in ("yaml", "lock"):
        text = (ROOT / "specs" / f"summit.factspec.{kind}").read_text(encoding="utf-8")
        _write(tmp_path / "specs" / f"budget.factspec.{kind}", text.replace("summit.txt", "budget.txt"))
    shutil.copy(ROOT / "articles" / "summit.txt", tmp_path / "articles" / "budget.txt")
    monkeypatch.chdir(tmp_path)
    new = "articles/summit.txt" if "--update" in command else "articles/new.txt"
    if "ARTICLE…" in command:
        _write(tmp_path / "articles" / "new.txt", "It rained in May.\n")
    told = {
        "[PATH…]": "specs",
        "[ARTICLE…]": "articles/ferry.txt",
        "ARTICLE…": new,
        "ARTICLE": "articles/summit.txt",
        "[RULE]": "uncited",
    }
    told |= {"APPROVED": "'a ferry'", "FOUND": "'a ferry'", "TEXT": "'a ferry'"}
    told |= {"[SPEC[::CLAIM]…]": "specs/summit.factspec.yaml::arrival", "SPEC[::CLAIM]": "specs/summit.factspec.yaml"}
    told |= {"FILE:LINE": "articles/summit.txt:1", "RECEIPT": "receipt.json"}
    if "RECEIPT" in command:
        assert main(["check", "--output", "receipt.json", "specs/ferry.factspec.yaml"]) == 0
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada Lind")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@desk.example")
    if "REV" in command or "HEAD" in command:
        for words in (["init"], ["add", "."], ["commit", "--message", "one"]):
            subprocess.run(["git", *words, "--quiet"] if words[0] != "add" else ["git", *words], check=True)
    needs_terminal = command.startswith("factspec review")
    told |= {"REV": "HEAD", "OLD": "articles/ferry.txt", "NEW": "articles/ferry.txt"}

    assert main([told.get(word, word) for word in _split(command, told)][1:]) == (2 if needs_terminal else 0)

    printed = capsys.readouterr()
    assert "needs a terminal" in printed.err or "CI" in printed.err if needs_terminal else printed.out


def test_the_options_of_check_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    shown = "".join(page.read_text(encoding="utf-8") for page in PAGES)

    for command in registry.names("factspec.cli.commands"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}
        assert [option for option in sorted(options) if option not in shown] == [], command
        assert f"`factspec {command}" in shown


def test_the_make_targets_are_there() -> None:
    shown = {
        word
        for page in PAGES
        for word in re.findall(r"^    make ([a-z]+)|`make ([a-z]+)`", page.read_text(encoding="utf-8"), re.MULTILINE)
    }
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert {"check", "test", "docs"} <= {first or second for first, second in shown}
    assert {first or second for first, second in shown} <= targets


@pytest.mark.parametrize(
    "rule", [pytest.param(name.replace("_", "-")) for name in registry.names("factspec.rules.checks")]
)
def test_a_rule_is_explained(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", rule]) == 0

    assert re.match(rf"{rule} \([a-z]+, (error|warning|off) by default\)", capsys.readouterr().out)


def test_a_rule_that_the_docs_name_exists() -> None:
    families = "claim|citation|quote|source|evidence|number|weekday|sum|name|hidden|mixed|spec|coverage|waiver|too-few"
    named = re.compile(rf"`((?:{families}|uncovered|forbidden|reference|marker|self)-[a-z-]+)`")
    shown = {found for page in PAGES for found in named.findall(page.read_text(encoding="utf-8"))}
    rules = {name.replace("_", "-") for name in registry.names("factspec.rules.checks")}

    assert shown - rules == set()


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES])
def test_every_link_leads_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", text))

    for target in targets:
        if re.match(r"https?:", target):
            assert target == "https://pre-commit.com", "is it there, and well kept? then add it here"
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path) if path else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file.read_text(encoding="utf-8")), target


def anchors(page: str) -> set[str]:
    """The anchors of the headings of a page, as project pages and the site make them."""
    headings = re.findall(r"^#+ (.*)$", FENCE.sub("", page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _split(command: str, told: dict[str, str]) -> list[str]:
    for name, value in told.items():
        command = command.replace(name, value)
    return shlex.split(command)


def test_the_lock_of_the_docs_is_one() -> None:
    [block] = [block for block in blocks("text") if block.page == "approving.md"]
    assert written(parse_lock(block.text.encode(), "a.factspec.lock")).decode() == block.text
