"""Drafts of specs: what is claimed and what is waived, and that a draft with its reasons is green."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.articles.article import Article, ArticleError
from factspec.claims.citing import bracketed
from factspec.projects.loading import parse_article
from factspec.projects.unfindable import unfindable
from factspec.rules.drafting import additions, drafted
from factspec.rules.finding import Finding
from factspec.rules.run import case_of, check, subject_of
from factspec.specs.entries import spec_text
from factspec.specs.model import Claim, Rendition, Source, Spec, Waiver
from factspec.specs.parsing import parse_spec
from factspec.specs.policy import Policy, parse_policy

ROOT = Path(__file__).parents[2]
SUFFIXES = {"text": "txt", "markdown": "md", "html": "html"}
REFERENCES = "\n\nSources\n\n[1] The locks of the north. https://a.example/locks\n[2] https://b.example/two\n"


def draft(source: str, format: str = "text", policy: Policy | None = None) -> tuple[Article, Spec]:
    """An article and its draft, as it is read again from its YAML, with the reasons filled in."""
    policy = policy or Policy()
    article = parse_article(source.encode(), format, styles=policy.styles, path=f"articles/a.{SUFFIXES[format]}")
    spec = drafted(article, Rendition(f"../{article.path}", 0), policy, "specs/a.factspec.yaml")
    written = spec_text(spec).replace('reason: ""', "reason: the writer's own")
    assert spec_text(spec) == spec_text(drafted(article, spec.renditions[0], policy, spec.path))
    return article, parse_spec(written.encode(), spec.path)


def troubles(source: str, format: str = "text", policy: Policy | None = None) -> list[str]:
    """What a strict check of the draft reports, apart from what is wrong with the article itself."""
    article, spec = draft(source, format, policy)
    found = check(spec, article, policy=policy or Policy()).findings
    idle = unfindable(spec, spec.renditions[0], article, policy or Policy())
    return [str(one) for one in found if not _is_of_article(one)] + [str(one) for one in idle]


def _is_of_article(one: Finding) -> bool:
    """Whether a finding is about the article whatever its spec: two sentences of it, or a marker without a source."""
    return one.family in ("consistency", "text") or one.rule in ("claim-contradicted", "citation-malformed")


def shown_claim(one: Claim) -> str:
    more = [f"by {one.speaker}"] if one.speaker else []
    more += (
        [bracketed(one.cites.exactly) if one.cites.exactly else "[]"]
        if one.cites and one.cites.exactly is not None
        else []
    )
    more += [{-1: "all"}.get(one.occurrence, str(one.occurrence))] if one.occurrence else []
    return " ".join([f"{one.key}: {one.text}", *more])


def shown_waiver(one: Waiver) -> str:
    which = {-1: " all", 0: ""}.get(one.occurrence, f" {one.occurrence}")
    return f"{one.rule}: {one.at}{which}"


def shown_source(one: Source) -> str:
    return " | ".join(filter(None, (one.id, one.csl.get("title", ""), one.url, one.role)))


def shown(spec: Spec) -> list[str]:
    return [*map(shown_claim, spec.claims), *map(shown_waiver, spec.waivers)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("And the, but also a.", [], id="words that state nothing"),
        pytest.param("The lock reopened on Friday.", ["says: The lock reopened on Friday."], id="a date"),
        pytest.param("Ada Holm runs the lock.", ["says: Ada Holm runs the lock."], id="a name"),
        pytest.param("It is a shame.", ["uncovered-sentence: It is a shame."], id="a judgement"),
        pytest.param("Why did Ada Holm leave?", ["uncovered-sentence: Why did Ada Holm leave?"], id="a question"),
        pytest.param("I doubt Ada Holm.", ["uncovered-sentence: I doubt Ada Holm."], id="the first person"),
        pytest.param("We spent 9 crowns.", ["says: We spent 9 crowns."], id="the first person with a number"),
        pytest.param(
            'It was a "long and bitter fight".',
            ['says: It was a "long and bitter fight".', "quotes: long and bitter fight"],
            id="a quotation",
        ),
        pytest.param('It was a "fight".', ['says: It was a "fight".'], id="a scare quote"),
        pytest.param(
            '"We are glad," said Ada Holm.',
            ['says: "We are glad," said Ada Holm.', "quotes: We are glad by Ada Holm"],
            id="a speaker",
        ),
        pytest.param(
            '"We are glad," said the coach.',
            ['says: "We are glad," said the coach.', "quotes: We are glad"],
            id="a speaker without a name",
        ),
        pytest.param(
            '"We are glad," said Ada Holm, "and we sail."',
            [
                'says: "We are glad," said Ada Holm, "and we sail."',
                "quotes: We are glad, and we sail. by Ada Holm",
            ],
            id="a quotation in two parts",
        ),
        pytest.param(
            "Rain in May\n\nIt rained in May.", ["says: Rain in May", "says: It rained in May."], id="a heading"
        ),
        pytest.param("It rained in May\n\nIt rained in May.", ["says: It rained in May."], id="a heading that repeats"),
        pytest.param("It rained in May. It rained in May.", ["says: It rained in May. all"], id="one sentence twice"),
        pytest.param("Yes.\n\nYes.", ["uncovered-sentence: Yes. all"], id="one exclamation twice"),
        pytest.param(
            "He said: … and on 4 May it … rained …",
            ["says: He said: … and on 4 May it … rained …"],
            id="gaps in the article",
        ),
        pytest.param("… rained in May …", ["says: rained in May …"], id="gaps at both ends"),
        pytest.param(
            "In May: --- # not 'a' \"b\"\tc: 1, {d}.",
            ["says: In May: --- # not 'a' \"b\" c: 1, {d}."],
            id="signs of YAML",
        ),
    ],
)
def test_what_a_draft_has(source: str, expected: list[str]) -> None:
    _, spec = draft(source) if expected else (None, None)
    assert (shown(spec) if spec else []) == expected
    assert not spec or troubles(source) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("It rained in May [1].", ["says: It rained in May. [1]"], id="one"),
        pytest.param("It rained [2] in May [1].", ["says: It rained in May. [2, 1]"], id="two, in their order"),
        pytest.param(
            "It rained in May [1]. It snowed on 3 June.",
            ["says: It rained in May. [1]", "says: It snowed on 3 June. []"],
            id="none",
        ),
        pytest.param(
            "It rained in May [1]. Ada Holm was never wrong.",
            ["says: It rained in May. [1]", "uncited: Ada Holm was never wrong."],
            id="none, and no number or date",
        ),
        pytest.param(
            "Rain in 1999\n\nIt rained in May [1].",
            ["says: Rain in 1999", "says: It rained in May. [1]"],
            id="a heading needs none",
        ),
        pytest.param(
            "It rained in May [1]. It rained in May [2].",
            ["says: It rained in May. [1] 1", "says: It rained in May. [2] 2"],
            id="one sentence twice",
        ),
        pytest.param(
            '"It poured all day" [1], said Ada Holm [2].',
            ['says: "It poured all day", said Ada Holm. [1, 2]', "quotes: It poured all day by Ada Holm [1]"],
            id="a quotation's own",
        ),
    ],
)
def test_what_a_claim_cites(source: str, expected: list[str]) -> None:
    _, spec = draft(source + REFERENCES)
    assert shown(spec) == expected
    assert troubles(source + REFERENCES) == []


@pytest.mark.parametrize(
    ("source", "format", "expected"),
    [
        pytest.param("It rained in May.", "text", [], id="none"),
        pytest.param(
            f"It rained in May [1].{REFERENCES}",
            "text",
            ["1 | The locks of the north | https://a.example/locks", "2 | https://b.example/two | background"],
            id="references, one without a title and cited nowhere",
        ),
        pytest.param("It rained in May [7].", "text", ["7"], id="a marker without a reference"),
        pytest.param(
            "It rained in May.[^a] It snowed.[^b]\n\n[^a]: https://a.example/x\n[^b]: That is, before noon.\n",
            "markdown",
            ["a | https://a.example/x"],
            id="a note that explains is none beside one with an address",
        ),
        pytest.param(
            "It rained in May.[^b]\n\n[^b]: Annual report, p. 4.\n", "markdown", ["b"], id="notes without an address"
        ),
        pytest.param(
            "It rained in May [1].\n\nSources\n\n[1] Holm, Ada. “The locks of Ostby,” Daily, 4 May. https://a.example\n",
            "text",
            ["1 | The locks of Ostby | https://a.example"],
            id="a title in quotation marks",
        ),
        pytest.param(
            "It rained in May [1].\n\nSources\n\n[1] Holm, Ada. Daily, 4 May. https://a.example\n",
            "text",
            ["1 | https://a.example"],
            id="a reference that begins with its author",
        ),
    ],
)
def test_what_sources_a_draft_has(source: str, format: str, expected: list[str]) -> None:
    _, spec = draft(source, format)
    assert list(map(shown_source, spec.sources)) == expected
    assert troubles(source, format) == []


TABLE = "| ship | trips |\n|---|---|\n| Tern | twelve |\n| Gull | 40 |\n"


@pytest.mark.parametrize(
    ("source", "format", "expected"),
    [
        pytest.param("```\nIt rained in May.\n```\n\nYes.", "markdown", ["uncovered-sentence: Yes."], id="code"),
        pytest.param(
            TABLE,
            "markdown",
            ["says: ship", "says: trips", "facts: Tern … twelve", "facts: Gull … 40"],
            id="rows",
        ),
        pytest.param(
            TABLE + "| Gull | 40 |\n",
            "markdown",
            ["says: ship", "says: trips", "facts: Tern … twelve", "says: Gull all", "facts: Gull … 40", "says: 40 all"],
            id="a row twice",
        ),
        pytest.param(
            '<title>Rain</title><h1>Rain</h1><p>It rained in May.</p><figure><img src="a" alt="The lock"></figure>',
            "html",
            ["says: Rain", "says: It rained in May.", "says: The lock"],
            id="title, heading and alternative text",
        ),
        pytest.param(
            "It rained in May.\n\n> It rained in May.", "markdown", ["says: It rained in May."], id="a pull-quote"
        ),
        pytest.param(
            "> Boats were rare that winter.",
            "markdown",
            ["says: Boats were rare that winter.", "quotes: Boats were rare that winter."],
            id="a quotation as a block",
        ),
        pytest.param("<p>§</p><p>It rained in May.</p>", "html", ["says: It rained in May.", "uncovered-sentence: §"],
            id="a symbol"),
        pytest.param(
            "The option `[1]` is new in May.", "markdown", ["uncovered-sentence: The option … is new in May."],
            id="code that is read as a marker",
        ),
        pytest.param(
            "The option " + "`[1]` is new in May, and " * 9 + "so on.", "markdown",
            ["uncovered-sentence: The option …"],
            id="much code that is read as a marker",
        ),
    ],
)  # fmt: skip
def test_what_is_claimed_beside_sentences(source: str, format: str, expected: list[str]) -> None:
    _, spec = draft(source, format)
    assert shown(spec) == expected
    assert troubles(source, format) == []


@pytest.mark.parametrize(
    ("policy", "source"),
    [
        pytest.param('rules = {uncovered-code = "error"}', "It rained.\n\n```\na = 1\nb = 2\n```\n", id="code"),
        pytest.param(
            'citations = {style = "footnote", scope = "paragraph"}',
            "Ada Holm left. It rained in May.[^1]\n\nSo it is.\n\n[^1]: https://a.example\n",
            id="a citation for a paragraph",
        ),
        pytest.param(
            'citations = {style = "numbered", scope = "claims"}',
            "Ada Holm left. It rained in May [1].\n\nSo it is.\n\n# Sources\n\n[1] https://a.example\n",
            id="citations of claims",
        ),
        pytest.param('citations = "none"', "Ada Holm left. So it is.\n\nThe Daily wrote: it rained in May.", id="none"),
    ],
)
def test_a_draft_is_green_under_the_policy_of_its_project(policy: str, source: str) -> None:
    assert troubles(source, "markdown", parse_policy(f"[tool.factspec]\n{policy}".encode())) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Zürich’s Café and the O'Neil report opened.", ["zurich-cafe-oneil-report"], id="folded"),
        pytest.param("Article 3.\n\nArticle", ["article-3", "article-2"], id="a reserved word"),
        pytest.param("日本語の文です。2020年。", ["2020"], id="no Latin letter but a number"),
        pytest.param("Пошёл 5 мая.", ["5"], id="another script"),
        pytest.param("It cost 9 crowns. It did cost 9 crowns.", ["cost-9-crowns", "cost-9-crowns-2"], id="twice"),
        pytest.param(f"It {'long' * 30} in May.", ["long" * 10], id="a long word"),
    ],
)
def test_ids_are_a_few_words(source: str, expected: list[str]) -> None:
    _, spec = draft(source)
    assert [one.id for one in spec.claims] == expected


def test_five_hundred_sentences_have_a_claim_each() -> None:
    _, spec = draft("".join(f"Ship {number} sailed on {number % 30 + 1} June. " for number in range(500)))
    assert len({one.id for one in spec.claims}) == len(spec.claims) == 500


def test_a_long_table_has_a_claim_for_each_wording_of_a_cell() -> None:
    rows = "".join(f"| Ship {number} | {number % 7} |\n" for number in range(300))
    _, spec = draft("| ship | trips |\n|---|---|\n" + rows, "markdown")
    assert {one.key for one in spec.claims} == {"says"}
    assert troubles("| ship | trips |\n|---|---|\n" + rows, "markdown") == []


@pytest.mark.parametrize("path", sorted((ROOT / "articles").glob("*.*")), ids=lambda path: path.name)
def test_the_drafts_of_the_projects_own_articles_are_green(path: Path) -> None:
    names = {suffix: name for name, suffix in SUFFIXES.items()}
    assert troubles(path.read_text(encoding="utf-8"), names[path.suffix[1:]]) == []


def test_the_draft_of_the_real_article_has_all_of_it(seed: Path) -> None:
    source = seed.read_text(encoding="utf-8")
    article, spec = draft(source)
    cites = [one.cites.exactly for one in spec.claims if one.says and one.cites and one.cites.exactly]
    assert len(cites) == source.count("[") == 9
    assert [one.quotes for one in spec.claims if one.quotes] == ["long-time good friend"]
    assert "Russia-China ties are unshakeable" in [one.says for one in spec.claims]
    assert len(spec.waivers) + sum(bool(one.says) for one in spec.claims) == len(article.sentences)
    assert troubles(source) == []


# -- laws

SENTENCES = st.sampled_from(
    [
        "The lock at Ketta reopened on Friday after nine weeks of work.",
        "It cost 2.4 million crowns, a third of it from the province.",
        "“We are glad,” the keeper Ada Holm said.",
        "“We are glad,” the keeper Ada Holm said.",
        "Forty barges passed on the first day, and none had to wait!",
        "Officials denied that the keeper’s house was part of the plan",
        "Was it worth it?",
        "It was.",
        "Yes",
        "27",
        "At least 27 people saw it.",
        "We were glad: it rained … and it poured.",
        "The",
        "→ 5 %",
        "“None of it,” she said, “is true.” “Really?”",
        "In the U.S.",
        "x: 'y' # \"z\" --- {a} [sic] & b",
        "Ärger in Århus, 4 May 2026.",
    ]
)
MARKERS = st.sampled_from(["", "", " [1]", " [1, 3]", " [2][3]", " [9]"])
KINDS = st.sampled_from(["paragraph", "paragraph", "heading", "list", "quotation", "row"])
BLOCKS = st.lists(
    st.tuples(KINDS, st.lists(st.tuples(SENTENCES, MARKERS), min_size=1, max_size=4)), min_size=1, max_size=7
)
LIST = "\n".join(f"[{number}] The report of {number} May. https://s.example/{number}" for number in range(1, 5))


def inline(sentences: list[tuple[str, str]]) -> str:
    return " ".join(
        words[:-1] + marker + words[-1] if words[-1] in ".?!" else words + marker for words, marker in sentences
    )


def written(blocks: list[tuple[str, list[tuple[str, str]]]], format: str) -> str:
    """An article in a format; plain text has no quotations and rows, and its headings are short lines."""
    forms = {
        "text": {"list": "- {0}", "heading": "{1}"},
        "markdown": {
            "list": "- {0}",
            "heading": "## {1}",
            "quotation": "> {0}",
            "row": "| a | b |\n|---|---|\n| {1} | {0} |",
        },
        "html": {
            "list": "<ul><li>{0}</li></ul>",
            "heading": "<h2>{1}</h2>",
            "quotation": "<blockquote>{0}</blockquote>",
            "row": "<table><tr><th>a</th><th>b</th></tr><tr><td>{1}</td><td>{0}</td></tr></table>",
            "paragraph": "<p>{0}</p>",
        },
    }[format]
    return "\n\n".join(forms.get(kind, "{0}").format(inline(some), some[0][0]) for kind, some in blocks)


@given(BLOCKS, st.sampled_from(sorted(SUFFIXES)), st.booleans())
def test_a_draft_with_its_reasons_is_green(
    blocks: list[tuple[str, list[tuple[str, str]]]], format: str, has_list: bool
) -> None:
    source = written(blocks, format)
    if has_list:
        source += (
            f"<h2>Sources</h2><p>{LIST}</p>".replace("\n", "<br>") if format == "html" else f"\n\nSources\n\n{LIST}"
        )
    if any(map(str.isalnum, source)) and shown_or_none(source, format):
        assert [one for one in troubles(source, format) if "[citation-undefined]" not in one] == []


@given(BLOCKS, st.integers(0, 6), st.sampled_from(sorted(SUFFIXES)))
def test_what_is_added_to_a_draft_is_green(
    blocks: list[tuple[str, list[tuple[str, str]]]], kept: int, format: str
) -> None:
    """A spec that was drafted for the first blocks, with what is added for all: nothing new is red, nothing left."""
    policy = Policy(styles=())
    article = parse_article(written(blocks, format).encode(), format, styles=(), path="articles/a.txt")
    if not shown_or_none(written(blocks[:kept], format), format):
        return
    _, spec = draft(written(blocks[:kept], format), format, policy)
    before = check(spec, article, policy=policy).findings
    added = additions(
        case_of(subject_of(spec, article, policy), sources={}, today=None), [one.id for one in spec.claims]
    )
    whole = spec._replace(claims=(*spec.claims, *added.claims), waivers=(*spec.waivers, *added.waivers))
    after = [one for one in check(whole, article, policy=policy).findings if one.rule not in {f.rule for f in before}]
    assert [str(one) for one in after if one.severity == "error"] == []
    assert not [one for one in check(whole, article, policy=policy).findings if one.rule.startswith("uncovered")]


def shown_or_none(source: str, format: str) -> bool:
    try:
        article = parse_article(source.encode(), format)
    except ArticleError:
        return False
    spec = drafted(article, Rendition("../a", 0), Policy(), "specs/a.factspec.yaml")
    return bool(spec.claims or spec.waivers)
