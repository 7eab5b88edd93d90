"""The schema in an editor: what yaml-language-server says of it, which VS Code and most other editors use.

The server is installed once from npm's registry into `.cache` of the project; without npm or the registry the tests
are skipped, and the reason says so.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from tests.limit import LIMIT

ROOT = Path(__file__).parents[2]
PACKAGE = "yaml-language-server@1.25.0"
PLACE = ROOT / ".cache" / PACKAGE
PROGRAM = PLACE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
HEAD = "# yaml-language-server: $schema=../src/factspec/specs/spec.schema.json\n"
START = "factspec: 1\narticle: a.txt\n"
CLAIM = START + "claims:\n  - id: a\n"
SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}

pytestmark = pytest.mark.slow

Message = dict[str, Any]


def installed() -> Path:
    """The server's program; skips the test if it cannot be had."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        pytest.skip("the schema was not tried in yaml-language-server: npm and node are not installed")
    if not PROGRAM.is_file():
        begun = PLACE.with_name(f"{PLACE.name}.{os.getpid()}")
        begun.mkdir(parents=True, exist_ok=True)
        flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0", "--fetch-timeout=20000"]
        done = subprocess.run(
            [npm, "install", *flags, "--prefix", begun, PACKAGE], capture_output=True, text=True, check=False
        )
        if done.returncode == 0 and not PLACE.exists():  # another process of the tests may have been first
            begun.rename(PLACE)
        shutil.rmtree(begun, ignore_errors=True)
    if not PROGRAM.is_file():
        pytest.skip("the schema was not tried in yaml-language-server: npm cannot install it here")
    return PROGRAM


class Server:
    """A language server, as an editor talks to it: JSON-RPC over its standard input and output."""

    def __init__(self, program: Path) -> None:
        self._process = subprocess.Popen(
            ["node", str(program), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._ids = count(1)
        self._findings: dict[str, list[str]] = {}
        formats = {"documentationFormat": ["markdown"], "snippetSupport": True}
        text = {"completion": {"completionItem": formats}, "hover": {"contentFormat": ["markdown"]}}
        capabilities = {"textDocument": text, "workspace": {"configuration": True}}
        self._ask("initialize", {"processId": os.getpid(), "rootUri": ROOT.as_uri(), "capabilities": capabilities})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": SETTINGS}})

    def close(self) -> None:
        """End the server."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._process.communicate(timeout=LIMIT)

    def open(self, text: str) -> str:
        """Open a document beside the specs, and return its address."""
        uri = (ROOT / "specs" / f"{next(self._ids)}.factspec.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": HEAD + text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def findings(self, uri: str) -> list[str]:
        """What is wrong with a document, a line each."""
        while uri not in self._findings:
            self._read()
        return self._findings[uri]

    def at(self, method: str, text: str) -> Any:
        """What a method returns for the place of `^` in a document."""
        before = (HEAD + text).partition("^")[0]
        uri = self.open(text.replace("^", "", 1))
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self._ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place})

    def _ask(self, method: str, params: Any) -> Any:
        asked = next(self._ids)
        self._send({"id": asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == asked and "method" not in message:
                return message["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self._process.stdin.flush()

    def _read(self) -> Message:
        """The next message; what the server asks is answered, and what it finds is kept."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            length = int(line.partition(b":")[2]) if line.lower().startswith(b"content-length") else length
        assert length, "the server ended"
        message: Message = json.loads(self._process.stdout.read(length))
        params: Any = message.get("params")
        if message.get("method") == "textDocument/publishDiagnostics":
            self._findings[params["uri"]] = [
                f"{one['range']['start']['line'] + 1}: {one['message']}" for one in params["diagnostics"]
            ]
        elif "method" in message and "id" in message:
            wanted = params["items"] if message["method"] == "workspace/configuration" else []
            result = [SETTINGS if one.get("section") == "yaml" else {} for one in wanted]
            self._send({"id": message["id"], "result": result or None})
        return message


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    one = Server(installed())
    yield one
    one.close()


# -- mistakes, in plain words; the schema's comment is on line 1

AN_ID = "an id of small letters, digits, `-` and `_`, at most 60, beginning with a letter or digit"
A_LIST = "This list is empty: write at least one item."
MISTAKES = {
    "a claim": (CLAIM + "    says: b\n    cites: [1, 2]\n", []),
    "every key of a claim": (
        CLAIM + "    quotes: b\n    speaker: c\n    cites: {all_of: [1], at_least: 2}\n    evidence:\n"
        "      - {source: 1, quote: d}\n    occurrence: all\n    note: e\n    recheck: 2026-12-31\n    tags: [f]\n",
        [],
    ),
    "values that are no text": (CLAIM + "    facts: [1.5, true, {value: 5%}]\n    within: row\n", []),
    "citations in a word": (START + "citations: none\nstrict: true\n", []),
    "citations in full": (START + "citations: {style: [numbered, links], scope: claims}\n", []),
    "an article in full": ("factspec: 1\narticle: [a.txt, {file: b.html, select: main, partial: true}]\n", []),
    "severities": (START + "rules: {uncited: off, name-variant: error}\n", []),
    "a claim without content": (CLAIM + "    cites: [1]\n", ["5: A claim needs one of `says`, `quotes`, `facts`."]),
    "a claim with two contents": (
        CLAIM + "    says: b\n    quotes: c\n",
        ["7: A claim has only one of `says`, `quotes`, `facts`."],
    ),
    "a claim without an id": (START + "claims:\n  - says: b\n", ['5: Missing property "id".']),
    "a speaker without a quotation": (
        CLAIM + "    says: b\n    speaker: c\n",
        ["5: `speaker` is only for a claim with `quotes`."],
    ),
    "a bad id": (
        START + "claims:\n  - id: Not so\n    says: b\n",
        [f"5: This should be {AN_ID}."],
    ),
    "an unknown key": (CLAIM + "    says: b\n    notes: c\n", ["7: Property notes is not allowed."]),
    "a list for a text": (CLAIM + "    says: [b]\n", ["6: This should be text."]),
    "a date in words": (START + "published: 20 May 2026\n", ["4: This should be a date such as 2026-05-20."]),
    "a date without zeros": (START + "published: 2026-5-20\n", ["4: This should be a date such as 2026-05-20."]),
    "a year alone": (START + "published: 2026\n", ["4: This should be a date such as 2026-05-20."]),
    "a day that is in no month": (CLAIM + "    says: b\n    recheck: 2026-12-32\n",
                                  ["7: This should be a date such as 2026-05-20."]),
    "a rule that is none": (
        START + "rules: {uncitd: off}\n",
        ["4: There is no rule of this name: `factspec explain` lists them."],
    ),
    "a severity that is none": (START + "rules: {uncited: never}\n", ["4: This should be error, warning or off."]),
    "severities that are no mapping": (START + "rules: off\n", ["4: This should be a mapping of rules to severities."]),
    "a waiver of a rule that has none": (
        START + "waivers:\n  - {rule: claim-missing, at: b, reason: c}\n",
        ["5: This should be a rule that can be waived."],
    ),
    "a waiver without a reason": (START + "waivers:\n  - {rule: uncited, at: b}\n", ['5: Missing property "reason".']),
    "cites without brackets": (
        CLAIM + "    says: b\n    cites: 1\n",
        ["7: This should be a list of source ids such as `[1, 2]`, or a mapping such as `{all_of: [1]}`."],
    ),
    "empty cites": (
        CLAIM + "    says: b\n    cites: {}\n",
        ["7: This is empty: write one of `all_of`, `any_of`, `none_of`, `at_least`, `origins`."],
    ),
    "cites of wrong values": (
        CLAIM + "    says: b\n    cites: {all_of: 3, any_of: [], at_least: two}\n",
        [
            "7: This should be a list of source ids.",
            f"7: {A_LIST}",
            "7: This should be a whole number from 1.",
        ],
    ),
    "a citation style that is none": (
        START + "citations: numberd\n",
        ["4: This should be a citation style: `none`, `footnote`, `links`, `numbered`, `pandoc`, `superscript`."],
    ),
    "citations of wrong values": (
        START + "citations: {style: none, scope: page}\n",
        [
            "4: This should be a citation style: `footnote`, `links`, `numbered`, `pandoc`, `superscript`.",
            "4: This should be sentence, paragraph or claims.",
        ],
    ),
    "no facts": (CLAIM + "    facts: []\n", [f"6: {A_LIST}"]),
    "sources as a number": (
        START + "sources: 3\n",
        ["4: This should be a list of sources, or the path of a CSL-JSON file."],
    ),
    "another version": ("factspec: 2\narticle: a.txt\n", ["2: This should be 1."]),
    "no article": ("factspec: 1\n", ['2: Missing property "article".']),
}  # fmt: skip


@pytest.fixture(scope="module")
def opened(server: Server) -> dict[str, str]:
    """The documents with mistakes, opened all at once, because the server waits before it looks at one."""
    return {name: server.open(text) for name, (text, _) in MISTAKES.items()}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_are_in_plain_words(server: Server, opened: dict[str, str], name: str) -> None:
    assert sorted(server.findings(opened[name])) == sorted(MISTAKES[name][1])


# -- completion

CITES = {"all_of", "any_of", "none_of", "at_least", "origins"}


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        pytest.param(START + "^\n", {"published", "citations", "strict", "sources", "claims", "rules"}, id="a spec"),
        pytest.param(CLAIM + "    ^\n", {"says", "quotes", "facts", "cites", "note", "recheck"}, id="a claim"),
        pytest.param(START + "claims:\n  - ^\n", {"id", "says"}, id="a new claim"),
        pytest.param(CLAIM + "    says: b\n    cites:\n      ^\n", CITES, id="cites, below"),
        pytest.param(CLAIM + "    says: b\n    cites: {^}\n", CITES, id="cites, in braces"),
        pytest.param(CLAIM + "    says: b\n    cites: {all_of: [1], a^}\n", {"any_of"}, id="cites, further"),
        pytest.param(START + "citations: ^\n", {"none", "numbered", "footnote"}, id="a style or none"),
        pytest.param(START + "citations:\n  ^\n", {"style", "scope"}, id="citations, below"),
        pytest.param(START + "citations: {^}\n", {"style", "scope"}, id="citations, in braces"),
        pytest.param(START + "citations: {style: ^}\n", {"numbered", "links"}, id="a style"),
        pytest.param(START + "citations: {style: [^]}\n", {"numbered", "links"}, id="styles"),
        pytest.param(START + "citations:\n  scope: ^\n", {"sentence", "paragraph", "claims"}, id="a scope"),
        pytest.param(CLAIM + "    facts: [b]\n    within: ^\n", {"sentence", "paragraph", "row"}, id="within"),
        pytest.param(CLAIM + "    facts:\n      - {^}\n", {"value", "date", "name", "any_of"}, id="a fact"),
        pytest.param(START + "strict: ^\n", {"true", "false"}, id="a switch"),
        pytest.param(START + "rules:\n  ^\n", {"uncited", "claim-changed", "name-variant"}, id="rules, below"),
        pytest.param(START + "rules: {^}\n", {"uncited", "claim-changed", "name-variant"}, id="rules, in braces"),
        pytest.param(START + "rules:\n  uncited: ^\n", {"error", "warning", '"off"'}, id="a severity"),
        pytest.param(START + "waivers:\n  - rule: ^\n", {"uncited", "name-variant"}, id="a rule to waive"),
        pytest.param(START + "waivers:\n  - rule: uncited\n    at: {^}\n", {"section"}, id="a section"),
        pytest.param(START + "sources:\n  - id: 1\n    ^\n", {"title", "URL", "origin", "role", "text"}, id="a source"),
        pytest.param(START + "sources:\n  - id: 1\n    role: ^\n", {"primary", "secondary", "background"}, id="a role"),
        pytest.param("factspec: 1\narticle:\n  ^\n", {"file", "format", "select"}, id="an article"),
        pytest.param("factspec: 1\narticle:\n  file: a\n  format: ^\n", {"text", "markdown", "html"}, id="a format"),
    ],
)
def test_keys_and_values_are_offered(server: Server, text: str, offered: set[str]) -> None:
    labels = [one["label"] for one in server.at("completion", text)["items"]]
    assert offered <= set(labels)
    assert not {"null", "false"} & set(labels) or "strict" in text


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        pytest.param(START + "waivers:\n  - rule: ^\n", "claim-missing", id="a rule that cannot be waived"),
        pytest.param(START + "citations: {style: ^}\n", "none", id="no citations, as a style"),
        pytest.param(CLAIM + "    note: ^\n", "true", id="a truth value for prose"),
    ],
)
def test_what_does_not_fit_is_not_offered(server: Server, text: str, absent: str) -> None:
    assert absent not in [one["label"] for one in server.at("completion", text)["items"]]


def test_keys_come_with_what_they_need(server: Server) -> None:
    items = {one["label"]: one["insertText"] for one in server.at("completion", START + "^\n")["items"]}
    assert items["claims"] == "claims:\n  - id: "
    assert [line.partition("$")[0] for line in items["waivers"].splitlines()] == [
        "waivers:", "  - rule: ", "    at: ", "    reason: ",
    ]  # fmt: skip
    rules = {one["label"]: one for one in server.at("completion", START + "rules:\n  ^\n")["items"]}
    assert rules["uncited"]["insertText"].startswith("uncited: ")
    assert rules["uncited"]["documentation"] == "A sentence cites no source."
    waived = {one["label"]: one for one in server.at("completion", START + "waivers:\n  - rule: ^\n")["items"]}
    assert waived["uncited"]["documentation"] in ("A sentence cites no source.", {
        "kind": "markdown", "value": "A sentence cites no source.",
    })  # fmt: skip


# -- hover


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(START + "cla^ims: []\n", "What the article must say.", id="claims"),
        pytest.param(CLAIM + "    sa^ys: b\n", "with `…` at one end", id="says, in Markdown"),
        pytest.param(CLAIM + "    says: b\n    ci^tes: [1]\n", "The sources that must be cited", id="cites"),
        pytest.param(CLAIM + "    says: b\n    cites: {ori^gins: 2}\n", "how many different origins", id="in cites"),
        pytest.param(START + "citat^ions: numbered\n", "How the article cites", id="citations in a word"),
        pytest.param(START + "citations: num^bered\n", "Numbers in square brackets", id="a style"),
        pytest.param(START + "citations:\n  sco^pe: claims\n", "How far a citation reaches", id="a scope"),
        pytest.param(START + "rules: {unci^ted: off}\n", "A sentence cites no source.", id="a rule"),
        pytest.param(START + "waivers:\n  - {rule: unci^ted, at: b, reason: c}\n", "A sentence cites no source.",
                     id="a waived rule"),
        pytest.param(START + "sources: [{id: 1, UR^L: b}]\n", "Its address on the web", id="a source"),
        pytest.param("factspec: 1\narticle: {par^tial: true, file: b}\n", "tells only part of the story", id="partial"),
    ],
)  # fmt: skip
def test_keys_and_values_are_explained(server: Server, text: str, shown: str) -> None:
    value = server.at("hover", text)["contents"]["value"]
    assert shown.lower() in value.lower()
    assert "`false`" not in value or "par^tial" in text
