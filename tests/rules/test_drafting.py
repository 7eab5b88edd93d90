"""Drafts of specs: what is claimed and what is waived, and that nothing but unapproved text is red."""

from datetime import date
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
TODAY = date(2026, 5, 20)
SUFFIXES = {"text": "txt", "markdown": "md", "html": "html"}
REFERENCES = "\n\nSources\n\n[1] The locks of the north. https://a.example/locks\n[2] https://b.example/two\n"


def draft(source: str, format: str = "text", policy: Policy | None = None) -> tuple[Article, Spec]:
    """An article and its draft, as it is read again from its YAML."""
    policy = policy or Policy()
    article = parse_article(source.encode(), format, styles=policy.styles, path=f"articles/a.{SUFFIXES[format]}")
    spec = drafted(article, Rendition(f"../{article.path}", 0), policy, "specs/a.factspec.yaml", TODAY)
    assert spec_text(spec) == spec_text(drafted(article, spec.renditions[0], policy, spec.path, TODAY))
    return article, parse_spec(spec_text(spec).encode(), spec.path)


def troubles(source: str, format: str = "text", policy: Policy | None = None) -> list[str]:
    """What a strict check of the draft reports, apart from what approving the article settles."""
    article, spec = draft(source, format, policy)
    found = check(spec, article, policy=policy or Policy()).errors
    idle = unfindable(spec, spec.renditions[0], article, policy or Policy())
    return [str(one) for one in found if not _is_of_text(one)] + [str(one) for one in idle]


def _is_of_text(one: Finding) -> bool:
    """Whether a finding is about text that nobody approved yet, or about two sentences of the article."""
    return one.family in ("consistency", "text") or one.rule in ("uncovered", "uncited")


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
    return f"{one.rule}: {one.place}{which}"


def shown_source(one: Source) -> str:
    return " | ".join(filter(None, (one.id, one.csl.get("title", ""), one.url, one.role)))


def shown(spec: Spec) -> list[str]:
    return [*map(shown_claim, spec.claims), *map(shown_waiver, spec.waivers)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("The lock reopened on Friday.", [], id="a sentence without a citation"),
        pytest.param("Rain in May\n\nIt rained in May.", [], id="a heading"),
        pytest.param('It was a "long and bitter fight".', [], id="a quotation"),
        pytest.param('"We are glad," said the coach.', [], id="a speaker without a name"),
        pytest.param('"We are glad," said Ada Holm.', ["quotes: We are glad by Ada Holm"], id="a speaker"),
        pytest.param(
            '"We are glad," said Ada Holm. "We are glad," said Ada Holm.',
            ["quotes: We are glad by Ada Holm all"],
            id="a quotation twice",
        ),
        pytest.param(
            '"We are glad," said Ada Holm, "and we sail."',
            ["quotes: We are glad, and we sail. by Ada Holm"],
            id="a quotation in two parts",
        ),
        pytest.param(
            "He said: … and on 4 May it … rained … [1]",
            ["says: He said: … and on 4 May it … rained … [1]"],
            id="gaps in the article",
        ),
        pytest.param("… rained in May … [1]", ["says: rained in May … [1]"], id="gaps at both ends"),
        pytest.param(
            "In May: --- # not 'a' \"b\"\tc: 1, {d} [1].",
            ["says: In May: --- # not 'a' \"b\" c: 1, {d}. [1]"],
            id="signs of YAML",
        ),
    ],
)
def test_what_a_draft_has(source: str, expected: list[str]) -> None:
    _, spec = draft(source)
    assert shown(spec) == expected
    assert troubles(source) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("It rained in May [1].", ["says: It rained in May. [1]"], id="one"),
        pytest.param("It rained [2] in May [1].", ["says: It rained in May. [2, 1]"], id="two, in their order"),
        pytest.param(
            "It rained in May [1]. It snowed on 3 June.",
            ["says: It rained in May. [1]"],
            id="none",
        ),
        pytest.param(
            "Rain in 1999\n\nIt rained in May [1].",
            ["says: It rained in May. [1]"],
            id="a heading",
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


TABLE = "| ship | trips |\n|---|---|\n| Tern | twelve [1] |\n| Gull | 40 |\n"


@pytest.mark.parametrize(
    ("source", "format", "expected"),
    [
        pytest.param(TABLE.replace(" [1]", ""), "markdown", [], id="rows without a citation"),
        pytest.param(TABLE, "markdown", ["facts: Tern … twelve [1]"], id="a row"),
        pytest.param(
            TABLE + "| Tern | twelve [1] |\n",
            "markdown",
            ["facts: Tern … twelve [1]"],
            id="a row twice",
        ),
        pytest.param(
            "It rained in May [1].\n\n> It rained in May.",
            "markdown",
            ["says: It rained in May. [1]"],
            id="a pull-quote",
        ),
        pytest.param("> Boats were rare that winter.", "markdown", [], id="a quotation as a block"),
        pytest.param("The option `[1]` is new in May.", "markdown", [], id="code that is read as a marker"),
    ],
)
def test_what_is_claimed_beside_sentences(source: str, format: str, expected: list[str]) -> None:
    _, spec = draft(source, format)
    assert shown(spec) == expected
    assert troubles(source, format) == []


TWICE = "It rained [1].\n\nSources\n\n[1] Wire. https://a.example/1\n[1] Daily. https://a.example/2\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("It rained [1].", [], id="nothing is wrong"),
        pytest.param("It is a shame.", [], id="nothing is cited"),
        pytest.param(
            f"It rained [1]. It snowed [7]. It froze [8].{REFERENCES}",
            ["citation-undefined: It snowed. / It froze."],
            id="markers without a reference",
        ),
        pytest.param(
            f"It rained [1]. It snowed [7]. It snowed [8].{REFERENCES}",
            ["citation-undefined: It snowed. all"],
            id="one sentence twice",
        ),
        pytest.param("It rained [1, ]. It snowed [1].", ["citation-malformed: It rained."], id="a broken marker"),
        pytest.param("It rained [1, 1].", ["citation-duplicate: It rained."], id="a source twice in a marker"),
        pytest.param(
            TWICE, ["citation-duplicate: article", "reference-mismatch: article"], id="two references with one number"
        ),
    ],
)
def test_what_is_wrong_with_citations_is_waived(source: str, expected: list[str]) -> None:
    _, spec = draft(source)
    assert list(map(shown_waiver, spec.waivers)) == expected
    assert {one.reason for one in spec.waivers} <= {"in the article when the spec was drafted, 2026-05-20"}
    assert troubles(source) == []


@pytest.mark.parametrize(
    ("policy", "source"),
    [
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
def test_a_draft_under_the_policy_of_its_project(policy: str, source: str) -> None:
    assert troubles(source, "markdown", parse_policy(f"[tool.factspec]\n{policy}".encode())) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Zürich’s Café and the O'Neil report opened [1].", ["zurich-cafe-oneil-report"], id="folded"),
        pytest.param("Article 3 [1].\n\nArticle [1].", ["article-3", "article-2"], id="a reserved word"),
        pytest.param("日本語の文です。2020年 [1]。", ["2020"], id="no Latin letter but a number"),
        pytest.param("Пошёл 5 мая [1].", ["5"], id="another script"),
        pytest.param("It cost 9 [1]. It did cost 9 [1].", ["cost-9", "cost-9-2"], id="twice"),
        pytest.param(f"It {'long' * 30} in May [1].", ["long" * 10], id="a long word"),
    ],
)
def test_ids_are_a_few_words(source: str, expected: list[str]) -> None:
    _, spec = draft(source)
    assert [one.id for one in spec.claims] == expected


def test_five_hundred_sentences_have_a_claim_each() -> None:
    _, spec = draft("".join(f"Ship {number} sailed on {number % 30 + 1} June [1]. " for number in range(500)))
    assert len({one.id for one in spec.claims}) == len(spec.claims) == 500


def test_a_long_table_has_a_claim_for_each_wording_of_a_cell() -> None:
    rows = "".join(f"| Ship {number} [1] | {number % 7} |\n" for number in range(300))
    _, spec = draft("| ship | trips |\n|---|---|\n" + rows, "markdown")
    assert {one.key for one in spec.claims} == {"says"}
    assert troubles("| ship | trips |\n|---|---|\n" + rows, "markdown") == []


@pytest.mark.parametrize("path", sorted((ROOT / "articles").glob("*.*")), ids=lambda path: path.name)
def test_the_drafts_of_the_projects_own_articles(path: Path) -> None:
    names = {suffix: name for name, suffix in SUFFIXES.items()}
    assert troubles(path.read_text(encoding="utf-8"), names[path.suffix[1:]]) == []


def test_the_draft_of_the_real_article_has_what_it_cites(seed: Path) -> None:
    source = seed.read_text(encoding="utf-8")
    _, spec = draft(source)
    cites = [one.cites.exactly for one in spec.claims if one.says and one.cites]
    assert len(cites) == source.count("[") == 9
    assert spec.waivers == ()
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
def test_nothing_but_text_is_red_in_a_draft(
    blocks: list[tuple[str, list[tuple[str, str]]]], format: str, has_list: bool
) -> None:
    source = written(blocks, format)
    if has_list:
        source += (
            f"<h2>Sources</h2><p>{LIST}</p>".replace("\n", "<br>") if format == "html" else f"\n\nSources\n\n{LIST}"
        )
    if is_readable(source, format):
        assert troubles(source, format) == []


@given(BLOCKS, st.integers(0, 6), st.sampled_from(sorted(SUFFIXES)))
def test_what_is_added_to_a_draft_is_found(
    blocks: list[tuple[str, list[tuple[str, str]]]], kept: int, format: str
) -> None:
    """A spec that was drafted for the first blocks, with what is added for all: nothing new is red, nothing left."""
    article = parse_article(written(blocks, format).encode(), format, path="articles/a.txt")
    if not is_readable(written(blocks[:kept], format), format):
        return
    _, spec = draft(written(blocks[:kept], format), format)
    before = {one.rule for one in check(spec, article).findings}
    ids = [one.id for one in spec.claims]
    whole = spec._replace(
        claims=(*spec.claims, *additions(case_of(subject_of(spec, article), sources={}, today=None), ids))
    )
    after = [one for one in check(whole, article).errors if one.rule not in before and not _is_of_text(one)]
    assert [str(one) for one in after] == []


def is_readable(source: str, format: str) -> bool:
    try:
        parse_article(source.encode(), format)
    except ArticleError:
        return False
    return True
