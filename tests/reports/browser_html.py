"""The page for an editor in Chromium: `make test-browser`. Screenshots of it are saved in `.browser/`.

pytest collects this file only if it is named, because it needs a browser and the group `browser` of pyproject.toml.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from benchmarks.projects import make_project
from playwright.sync_api import Browser, Page, expect, sync_playwright

from factspec.projects.checking import Call, judge_call
from factspec.reports.forms.html import render
from factspec.reports.shown_article import fragment

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / ".browser"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
MISSING = "there is no Chromium here; install it, as with `apt-get install chromium`"
if not (CHROMIUM or os.environ.get("CI")):
    pytest.skip(MISSING, allow_module_level=True)
WIDTHS = (400, 1280)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
DAY = date(2026, 6, 1)

# What was done to the project's own articles, so that there is something to see.
EDITS = {
    "articles/summit.txt": (
        ("arrived in Beijing on Tuesday, 19 May", "arrived in Beijing on Wednesday, 20 May"),
        ("16 July 2001", "16 June 2001"),
        ("long-time good friend", "longtime best friend"),
        ("was never built with a third party", "was built with a third party"),
        ("for 2024 [3]", "for 2024 [2]"),
        ("It is a private kind of word", "It is an odd and private kind of word"),
    ),
    "articles/ferry.txt": ((" A crossing takes 11 minutes [3].", " Gulls watched every crossing of the day."),),
}
STRANGER = """\
<script>window.ran = 1</script> "><img src=x onerror="window.ran = 2"> and javascript:window.ran=3 were here.

::error::no, ##[error]no, \x1b[0mred, a\u202eb and {{ 7 * 7 }} stay </script><script>window.ran = 4</script>.

{}
""".format("word " * 200_000)
SPEC_OF_STRANGER = """\
factspec: 1
article: ../articles/a "><script>window.ran = 5<.txt
sources:
  - {id: 1, title: "<img src=x onerror='window.ran = 6'>", URL: "javascript:window.ran=7"}
claims:
  - {id: here, says: were there, note: "</dd><script>window.ran = 8</script>", cites: [1]}
waivers:
  - {rule: uncited, at: "{} stay …", reason: "<svg onload='window.ran = 9'>"}
"""


def written(folder: Path, target: Path) -> str:
    """The report on a project, as the address of a file."""
    target.write_text(render(judge_call(Call([folder / "specs"], folder, pages=True), DAY)), encoding="utf-8")
    return target.as_uri()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report on the project's own articles after the edits."""
    return written_of(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def unapproved(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same where nobody has approved the articles: claims and waivers account for what they can."""
    return written_of(tmp_path_factory.mktemp("draft"), "*.lock")


def written_of(folder: Path, *without: str) -> str:
    """The report on a copy of the project after the edits, without the files that have such names."""
    for name in ("articles", "specs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*without))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, edits in EDITS.items():
        text = (folder / name).read_text(encoding="utf-8")
        for before, after in edits:
            assert before in text
            text = text.replace(before, after)
        (folder / name).write_text(text, encoding="utf-8")
    return written(folder, folder / "report.html")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; in a container it can have no sandbox of its own as root."""
    assert CHROMIUM, f"{MISSING}, and in CI this must run"
    arguments = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield found
        found.close()


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens a page. It must log nothing, ask for nothing from anywhere and show no dialogue."""
    heard: list[str] = []
    contexts = []

    def opened(address: str, width: int = 1280, scheme: Scheme = "light", **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: heard.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: heard.append(f"a dialogue: {dialog.message}"))
        plain = address.partition("#")[0]
        page.on("request", lambda one: None if one.url.startswith((plain, "data:")) else heard.append(one.url))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not heard


def open_all(page: Page) -> None:
    """Open every article and every panel."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    page.evaluate("document.querySelectorAll('.b[aria-expanded=false]').forEach((one) => one.click())")


def overflow(page: Page) -> object:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


# -- what is seen


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_and_an_accessibility_engine_finds_nothing(
    width: int, scheme: Scheme, report: str, open_page: Open
) -> None:
    page = open_page(report, width, scheme)
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"{width}-{scheme}.png")
    page.screenshot(path=PICTURES / f"{width}-{scheme}-whole.png", full_page=True)
    assert overflow(page) == 0
    open_all(page)
    assert overflow(page) == 0
    assert violations(page) == []
    page = open_page(f"{report}#specs/summit.factspec.yaml::treaty", width, scheme)
    page.screenshot(path=PICTURES / f"{width}-{scheme}-claim.png")


def violations(page: Page) -> list[tuple[str, str]]:
    """What axe reports, each with the first element that it concerns."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:300]) for one in found]


def test_the_switch_of_colours_is_stronger_than_the_system(report: str, open_page: Open) -> None:
    for scheme in SCHEMES:
        page = open_page(report, scheme=scheme)
        paper = {name: background(page, name) for name in ("auto", "light", "dark")}
        assert paper["light"] != paper["dark"]
        assert paper["auto"] == paper[scheme]


def background(page: Page, theme: str) -> object:
    page.check(f"#theme-{theme}", force=True)
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_on_paper_every_article_is_open_and_no_control_is_left(report: str, open_page: Open) -> None:
    page = open_page(report)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details.article:not([open])")).to_have_count(0)
    expect(page.locator(".filters")).to_be_hidden()
    assert len(page.pdf()) > 10_000


def test_without_scripts_everything_is_open(report: str, open_page: Open) -> None:
    page = open_page(report, java_script_enabled=False)
    expect(page.locator(".p.checked").first).to_be_visible()


# -- filters


def fitting(page: Page) -> tuple[int, int, int]:
    """The sentences that match, and the articles that are shown, in the index and below it."""
    shown = (page.locator(one).locator("visible=true") for one in (".index > li", "details.article"))
    index, articles = (one.count() for one in shown)
    return page.locator(".s.fit").count(), index, articles


@pytest.mark.parametrize(
    ("field", "value", "state"),
    [
        pytest.param("by-state", "wrong", "wrong", id="state wrong"),
        pytest.param("by-rule", "claim-changed", "wrong", id="rule"),
        pytest.param("by-claim", "TREATY", "wrong", id="claim"),
    ],
)
def test_a_filter_shows_what_matches(field: str, value: str, state: str, report: str, open_page: Open) -> None:
    page = open_page(report)
    if field == "by-claim":
        page.fill(f"#{field}", value)
    else:
        page.select_option(f"#{field}", value)
    sentences, index, articles = fitting(page)
    assert sentences
    assert 0 < index == articles < 6
    assert page.locator(f".s.fit.{state}").count() == sentences
    assert page.inner_text("#matches").startswith(f"{sentences} sentence")
    page.click("#reset")
    assert fitting(page) == (0, 6, 6)
    assert page.inner_text("#matches") == ""


@pytest.mark.parametrize(("value", "state"), [("waived", "waived"), ("partly covered", "partly")])
def test_a_filter_shows_how_far_an_article_is_accounted_for(
    value: str, state: str, unapproved: str, open_page: Open
) -> None:
    page = open_page(unapproved)
    page.select_option("#by-state", value)
    sentences, index, articles = fitting(page)
    assert sentences
    assert index == articles
    assert page.locator(f".s.fit.{state}").count() == sentences


def test_filters_add_up_and_nothing_may_match(report: str, open_page: Open) -> None:
    page = open_page(report)
    page.select_option("#by-state", "wrong")
    page.fill("#by-claim", "treaty")
    assert fitting(page) == (1, 1, 1)
    page.select_option("#by-rule", "citation-mismatch")
    assert fitting(page) == (0, 0, 0)
    assert page.inner_text("#matches") == "Nothing matches."


# -- addresses


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("specs/voyager.factspec.yaml::crossing-1", id="as written"),
        pytest.param("specs%2Fvoyager.factspec.yaml%3A%3Acrossing-1", id="encoded"),
    ],
)
def test_an_address_of_a_claim_opens_it(address: str, report: str, open_page: Open) -> None:
    claim = claim_in(report, "specs/voyager.factspec.yaml")
    page = open_page(f"{report}#{address.replace('crossing-1', claim)}")
    card = page.locator(f"[id='specs/voyager.factspec.yaml::{claim}']")
    expect(card).to_be_in_viewport()
    expect(card.locator("summary")).to_be_focused()


def claim_in(report: str, spec: str) -> str:
    """A claim of a spec whose article is closed at first."""
    text = Path(report.removeprefix("file://")).read_text(encoding="utf-8")
    return text.partition(f'id="{spec}::')[2].partition('"')[0]


def test_an_address_of_a_finding_or_an_article_opens_it(report: str, open_page: Open) -> None:
    page = open_page(report)
    page.locator(".todo a", has_text="16 July 2001").last.click()
    card = page.locator(".finding.here")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("claim-changed")
    page.goto(f"{report}#specs/si-units.factspec.yaml")
    expect(page.locator("[id='specs/si-units.factspec.yaml'] > summary")).to_be_focused()


def test_an_address_of_nothing_is_no_mistake(report: str, open_page: Open) -> None:
    for address in ("nothing", "%E0%A4%A", "a'b\"]"):
        open_page(f"{report}#{address}")


def test_a_filter_gives_way_to_an_address(report: str, open_page: Open) -> None:
    page = open_page(report)
    page.fill("#by-claim", "no such claim")
    page.goto(f"{report}#specs/summit.factspec.yaml::treaty")
    expect(page.locator("[id='specs/summit.factspec.yaml::treaty']")).to_be_in_viewport()


# -- keyboard and screen reader


def test_the_keyboard_is_enough(report: str, open_page: Open) -> None:
    page = open_page(report)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".index a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("details.article > summary").first).to_be_focused()
    page.focus("#next")
    page.keyboard.press("Enter")
    button = page.locator(".b:focus")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    panel = page.locator(f"[id='{button_of(page)}']")
    expect(panel).to_be_visible()


def button_of(page: Page) -> object:
    """The panel of the first sentence that needs work."""
    return page.locator(".s.wrong[data-state] .b").first.get_attribute("aria-controls")


def test_escape_closes_a_panel_and_goes_back(report: str, open_page: Open) -> None:
    page = open_page(report)
    controls = page.locator(".p.wrong.open").first.get_attribute("id")
    panel = page.locator(f"[id='{controls}']")
    panel.locator("a").first.focus()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator(f".b[aria-controls='{controls}']")).to_be_focused()


def test_a_click_on_a_sentence_opens_its_panel(report: str, open_page: Open) -> None:
    page = open_page(report)
    sentence = page.locator("details[open] h3 .s.checked").first
    controls = sentence.locator("button").get_attribute("aria-controls")
    panel = page.locator(f"[id='{controls}']")
    expect(panel).to_be_hidden()
    sentence.locator(".t").click()
    expect(panel).to_be_visible()


def test_a_screen_reader_hears_the_state(report: str, open_page: Open) -> None:
    page = open_page(report)
    expect(page.get_by_role("button", name="wrong", expanded=True).first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("3 of 6 articles need work")


# -- text of strangers


def test_nothing_of_a_stranger_runs(tmp_path: Path, open_page: Open) -> None:
    name = 'a "><script>window.ran = 5<.txt'
    for folder in ("articles", "specs"):
        (tmp_path / folder).mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.factspec]\n")
    (tmp_path / "articles" / name).write_text(STRANGER, encoding="utf-8")
    spec = SPEC_OF_STRANGER.replace("../articles/" + name, f"'../articles/{name}'").replace("{} stay", "a\u202eb")
    (tmp_path / "specs/a.factspec.yaml").write_text(spec, encoding="utf-8")
    page = open_page(written(tmp_path, tmp_path / "r.html"), width=400)
    open_all(page)
    assert page.evaluate("window.ran") is None
    assert overflow(page) == 0
    assert page.locator("script").count() == 1
    expect(page.locator(".t", has_text="window.ran = 1").first).to_be_visible()
    assert fragment(name) in page.content() or page.locator(".article").count() == 1


def test_the_policy_of_content_lets_no_other_script_run(report: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(report)
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">');"
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 2'}))"
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    context.close()


# -- two hundred articles


def test_the_first_paint_of_two_hundred_articles_is_quick(tmp_path: Path, open_page: Open) -> None:
    make_project(tmp_path, 200)
    report = written(tmp_path, tmp_path / "r.html")
    assert (tmp_path / "r.html").stat().st_size < 10_000_000
    page = open_page(report)
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert painted < 1000
