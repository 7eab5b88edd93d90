import pytest

from factspec import parse_article
from factspec.articles.article import Article, ArticleError


def read(source: str) -> Article:
    return parse_article(source.encode(), "markdown")


def shape(article: Article) -> list[tuple[str, str]]:
    return [(str(block.kind), article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    "source, expected",
    [
        pytest.param("One\ntwo  \nthree\\\nfour.", [("paragraph", "One two three four.")], id="line breaks"),
        pytest.param("a **b** _c_ [e](u).", [("paragraph", "a b c e.")], id="emphasis and links"),
        pytest.param("a ~~b [c](u)~~ d.", [("paragraph", "a d.")], id="what is struck out"),
        pytest.param("AT&amp;T \\* &copy; x&#32;&#10;y.", [("paragraph", "AT&T * © x y.")], id="entities"),
        pytest.param("---\ntitle: No\n---\n\nYes.", [("title", "No"), ("paragraph", "Yes.")], id="front matter"),
        pytest.param(
            "One.\n\n---\n\nTwo.\n\n---\n\nThree.",
            [("paragraph", f"{n}.") for n in ("One", "Two", "Three")],
            id="rules are no front matter",
        ),
        pytest.param("---\n# a\n'b c': 1\n...\nYes.", [("paragraph", "Yes.")], id="a comment first"),
        pytest.param(
            '+++\ntitle = "No"\n+++\n\nYes.', [("title", "No"), ("paragraph", "Yes.")], id="front matter in TOML"
        ),
        pytest.param(
            "---\n\nOne: so it is.\n\n---\n\nTwo.",
            [("paragraph", "One: so it is."), ("paragraph", "Two.")],
            id="a rule that begins a text",
        ),
        pytest.param("# H\n\nS\n===\n\nP.", [("heading", "H"), ("heading", "S"), ("paragraph", "P.")], id="headings"),
        pytest.param("> Q.\n> R.\n\nP.", [("quotation", "Q. R."), ("paragraph", "P.")], id="quotation"),
        pytest.param("- a\n\n  b\n- [x] c\n  1. d", [("list-item", text) for text in "abcd"], id="list items"),
        pytest.param("| a | b |\n|---|---|\n| c | *d* |", [("table-cell", text) for text in "abcd"], id="table"),
        pytest.param("A ![the map](m.png) b.", [("paragraph", "A b."), ("caption", "the map")], id="image"),
        pytest.param(
            "A.\n\n    code [1]\n\n```\nmore\n\nyet\n```",
            [("paragraph", "A."), ("code", "code [1]"), ("code", "more yet")],
            id="code blocks",
        ),
        pytest.param(
            "Call `a[1]` twice.", [("paragraph", "Call a[1] twice.")], id="nothing in a code span is a marker"
        ),
        pytest.param("- [ ] open\n- [x] done", [("list-item", "open"), ("list-item", "done")], id="task boxes"),
        pytest.param("a<br>b <span class=x>c</span>.", [("paragraph", "a b c.")], id="inline tags are no text"),
        pytest.param("<!-- no -->\n\nA.", [("paragraph", "A.")], id="comment"),
        pytest.param("<!--\nno\nno -->\n\nA.", [("paragraph", "A.")], id="comment over several lines"),
        pytest.param("A.\n\n<!--\nno\n\nno", [("paragraph", "A.")], id="comment without an end"),
        pytest.param("> <!--\n> no\n> -->\n> B.", [("quotation", "B.")], id="comment in a quotation"),
        pytest.param("- <div>\n  B\n  C\n  </div>", [("list-item", "B C")], id="an HTML block in a list"),
        pytest.param("<p\nhidden>no</p>\n\nA.", [("paragraph", "A.")], id="tag over several lines"),
        pytest.param("<script>\nlet a = '<p>no';\n</script>\n\nA.", [("paragraph", "A.")], id="script"),
        pytest.param("<p>A<p>B\n", [("paragraph", "A"), ("paragraph", "B")], id="an HTML block is read as HTML"),
        pytest.param(
            "A <i style='display:none'>no b.\n\nC.",
            [("paragraph", "A"), ("paragraph", "C.")],
            id="what hides ends with its block",
        ),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    article = read(source)

    assert shape(article) == expected
    assert article.markers == ()


@pytest.mark.parametrize(
    "written, ids",
    [
        pytest.param("[1][2]", [("1",), ("2",)], id="two, though [2] is defined"),
        pytest.param("[2]", [("2",)], id="a defined one"),
        pytest.param("[1, 2]", [("1", "2")], id="a list"),
        pytest.param("[^a]", [("a",)], id="footnote"),
        pytest.param("[^b]", [("b",)], id="footnote without definition"),
        pytest.param("[[1]](https://a.example)", [("1",)], id="linked with brackets"),
        pytest.param("[1](https://a.example)", [("1",)], id="linked"),
        pytest.param("<sup>1</sup>", [("1",)], id="raised"),
        pytest.param("<sup>[1](https://a.example)</sup>", [("1",)], id="raised and linked"),
    ],
)
def test_markers(written: str, ids: list[tuple[str, ...]]) -> None:
    article = read(f"She left {written}. He stayed.\n\n[2]: https://b.example\n\n[^a]: A note\n")

    assert article.text == "She left. He stayed.\nA note"
    assert [marker.ids for marker in article.markers] == ids
    start, end = article.markers[0].source_start, article.markers[-1].source_end
    assert article.source[start:end] == written


@pytest.mark.parametrize(
    "tail, expected",
    [
        pytest.param("[1]: https://a.example 'One'", [("1", "https://a.example", "One")], id="link definition"),
        pytest.param(
            "[^1]: One, https://a.example.\n\n    more",
            [("1", "https://a.example", "One, https://a.example. more")],
            id="footnote definition",
        ),
        pytest.param(
            "## Sources\n\n1. [One](https://a.example) – Wire\n2. Two",
            [("1", "https://a.example", "One – Wire"), ("2", "", "Two")],
            id="numbered list",
        ),
        pytest.param(
            "**References**\n\n[1] https://a.example\n[2] Two",
            [("1", "https://a.example", "https://a.example"), ("2", "", "Two")],
            id="bracketed lines",
        ),
        pytest.param(
            "[1] <https://a.example>\n\n[2] [Two](https://b.example)",
            [("1", "https://a.example", "https://a.example"), ("2", "https://b.example", "Two")],
            id="no title",
        ),
        pytest.param(
            "## 6. 📚 Sources\n\n- [One](https://a.example)\n- [Two](https://b.example), 2025",
            [("", "https://a.example", "One"), ("", "https://b.example", "Two, 2025")],
            id="without numbers",
        ),
        pytest.param(
            "## Notes\n\n1. One\n\n[1]: https://a.example",
            [("1", "https://a.example", "One")],
            id="an entry and its definition are one",
        ),
    ],
)
def test_references(tail: str, expected: list[tuple[str, str, str]]) -> None:
    article = read(f"She left [1].\n\n{tail}\n")

    assert [(one.id, one.url, one.text) for one in article.references] == expected
    assert article.text == "She left."


def test_a_link_with_words_keeps_them() -> None:
    article = read("It is [the *report*](https://a.example) of May.")
    (link,) = article.links

    assert article.text[link.start : link.end] == "the report"
    assert article.source[link.source_start : link.source_end] == "[the *report*](https://a.example)"
    assert link.url == "https://a.example"


@pytest.mark.parametrize(
    "source, text, labels",
    [
        pytest.param("A [b][c].\n\n[c]: u", "A b.", [], id="defined here"),
        pytest.param("A [B  c][].\n\n[b C]: u", "A B c.", [], id="defined here, written otherwise"),
        pytest.param("A m[i][j] and \\[b][c].", "A m[i][j] and [b][c].", [], id="no links"),
        pytest.param("A `[b][c]`.\n\n    [d][e]", "A [b][c].\n[d][e]", [], id="code"),
        pytest.param("A ![b][c].", "A ![b][c].", [], id="an image"),
        pytest.param("A [1][2][^3] [sic].", "A [sic].", [], id="markers"),
        pytest.param("We [merged\n12][] and [`x`][X y].", "We merged 12 and x.", ["merged 12", "X y"], id="elsewhere"),
        pytest.param("* [A][] *[b][c]*\n\n# [D][e]", "A b\nD", ["A", "c", "e"], id="in lists and headings"),
    ],
)
def test_links_whose_definition_is_in_another_file(source: str, text: str, labels: list[str]) -> None:
    article = read(source)

    assert article.text == text
    assert [one.text for one in article.unread if one.kind == "link target"] == labels
    assert not any(marker.problem for marker in article.markers)


def test_raw_html_that_hides_is_hidden() -> None:
    article = read('A <span style="display:none">secret</span> b.\n\n<p hidden>more</p>\n\nC.')

    assert article.text == "A b.\nC."
    assert [article.source[start:end] for start, end in article.hidden] == ["secret", "more"]


def test_select_is_refused() -> None:
    with pytest.raises(ArticleError, match="HTML"):
        parse_article(b"It rained.", "markdown", select="article")


_SITE = [
    pytest.param("The set {a, b} and {#1} grew {.5 mm}.", [("paragraph", "The set {a, b} and {#1} grew {.5 mm}.")]),
    pytest.param("Write `{{< x >}}` or `{% x %}`.", [("paragraph", "Write {{< x >}} or {% x %}.")]),
    pytest.param("In {{ site.city }} 5 {% of it.", [("paragraph", "In {{ site.city }} 5 {% of it.")]),
    pytest.param("# Use {braces}", [("heading", "Use {braces}")]),
    pytest.param("# Rents {#rents 40 families left}", [("heading", "Rents {#rents 40 families left}")]),
    pytest.param("It is [so](u){.x and more}.", [("paragraph", "It is so{.x and more}.")]),
    pytest.param("We import tea from China.\nimport tax", [("paragraph", "We import tea from China. import tax")]),
    pytest.param("<div>\n    {% if a %}\n    <p>A.</p>\n</div>", [("paragraph", "{% if a %}"), ("paragraph", "A.")]),
    pytest.param("It rose [[1]][[2]] as [[3]](u) said.", [("paragraph", "It rose as said.")]),
    pytest.param("> It fell [!] so.", [("quotation", "It fell [!] so.")]),
    pytest.param("One ::: two.", [("paragraph", "One ::: two.")]),
    pytest.param("He said :::note it.", [("paragraph", "He said :::note it.")]),
    pytest.param(":::she said so", [("paragraph", ":::she said so")]),
    pytest.param("::: note {she lied so}", [("paragraph", "{she lied so}")]),
    pytest.param("{: she lied so}", [("paragraph", "{: she lied so}")]),
    pytest.param("{% She lied on Monday. %}", [("paragraph", "{% She lied on Monday. %}")]),
    pytest.param("{{< She lied\nto the court. >}}", [("paragraph", "{{< She lied to the court. >}}")]),
    pytest.param("![[she lied on Monday]]", [("paragraph", "!she lied on Monday")]),
    pytest.param("> [!She-lied-so]\n> A.", [("quotation", "[!She-lied-so] A.")]),
    pytest.param('It will\nimport gas from "friends"\nnow.', [("paragraph", 'It will import gas from "friends" now.')]),
    pytest.param("import taxes rose from 'ten per cent'", [("paragraph", "import taxes rose from 'ten per cent'")]),
    pytest.param(
        "`{% highlight %}` A.\n\n`{% endhighlight %}`",
        [("paragraph", "{% highlight %} A."), ("paragraph", "{% endhighlight %}")],
    ),
    pytest.param("Run `a\n{{< x >}} b` now.", [("paragraph", "Run a {{< x >}} b now.")]),
    pytest.param("It rose: ::", [("paragraph", "It rose: ::")]),
    pytest.param(":::tip\nA.\n:::\n\n::: {.x}\nB.\n:::", [("paragraph", "A."), ("paragraph", "B.")]),
    pytest.param("> ::: warning Do not pay\n> A.\n> :::", [("quotation", "Do not pay A.")]),
    pytest.param(
        "{{< lead >}}A.{{< /lead >}}\n\n{{% b %}}\nB.\n{{% /b %}}", [("paragraph", "A."), ("paragraph", "B.")]
    ),
    pytest.param("A.\n{{< x\n y=1 >}}\nB.", [("paragraph", "A."), ("paragraph", "B.")]),
    pytest.param("A.\n{{< x >}}\nB *c*{{< y >}} d.", [("paragraph", "A."), ("paragraph", "B c d.")]),
    pytest.param("A.\n{: .lead}\n\n{% include a.html b='c' %}", [("paragraph", "A.")]),
    pytest.param("{% highlight py %}\nb\n{% endhighlight %}\n\nA.", [("paragraph", "b"), ("paragraph", "A.")]),
    pytest.param('{{< x src="a.jpg" title="A b" >}}\n\n{{% tab "b" c %}}\n\nA.{{< y />}}', [("paragraph", "A.")]),
    pytest.param("## Costs {#costs .x k=v}\n\n# B {-}", [("heading", "Costs"), ("heading", "B")]),
    pytest.param('A ![b](c){#d width="5 cm"} e.', [("paragraph", "A e."), ("caption", "b")]),
    pytest.param("import A from '@a';\n\nB.", [("paragraph", "B.")]),
    pytest.param("import {A, B as C} from 'a'\nimport * as D from \"d\"\nimport 'e'\n\nF.", [("paragraph", "F.")]),
    pytest.param("A.\n\nimport B from 'b'", [("paragraph", "A.")]),
    pytest.param("A.\n\n![[Map of it.png|300]]\n\n![[Page#Part one]]", [("paragraph", "A.")]),
    pytest.param(":::note[B]\nA.\n:::\n\n* C\n{:toc}", [("paragraph", "[B] A."), ("list-item", "C")]),
    pytest.param("> [!NOTE]\n> A.\n\n> [!tip]- B.", [("quotation", "A."), ("quotation", "B.")]),
    pytest.param(
        "The [[Kell lake]] is [[Kell#H|half full]]. ![[m.png]]", [("paragraph", "The Kell lake is half full.")]
    ),
]


@pytest.mark.parametrize("source, expected", _SITE)
def test_markup_of_site_generators_is_no_text(source: str, expected: list[tuple[str, str]]) -> None:
    article = read(source)

    assert shape(article) == expected


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
@pytest.mark.parametrize("source, expected", _SITE)
def test_line_ends_around_such_markup(source: str, expected: list[tuple[str, str]], line_end: str) -> None:
    assert shape(read(source.replace("\n", line_end))) == expected


def test_places_around_such_markup() -> None:
    article = read("é {{< x >}}A *b*[^1]{{< y >}} c.\n\n[^1]: D")
    (marker,) = article.markers

    assert article.source[marker.source_start : marker.source_end] == "[^1]"
    assert article.map.offset(article.text.index("c.")) == article.source.index("c.")


@pytest.mark.parametrize(
    "source, url",
    [
        pytest.param('A [b]({{< ref "x.md" >}}).', '{{< ref "x.md" >}}', id="a shortcode"),
        pytest.param("A [{{< y >}}b](u/{{< x >}}/v).", "u/{{< x >}}/v", id="one in it, another in the words"),
        pytest.param("A [b][r].\n\n[r]: u{{< x >}}", "u", id="defined elsewhere"),
    ],
)
def test_targets_of_links_with_such_markup(source: str, url: str) -> None:
    assert [link.url for link in read(source).links] == [url]


def test_prose_between_examples_of_liquid_tags() -> None:
    article = read("```\n{% highlight %}\n```\n\nThe mayor lied.\n\n```\n{% endhighlight %}\n```")

    assert article.text == "{% highlight %}\nThe mayor lied.\n{% endhighlight %}"
    assert article.unread == ()


@pytest.mark.parametrize(
    "front, titles, unread",
    [
        pytest.param("---\nauthor: A\n---\n", [], ["page detail"], id="no title"),
        pytest.param("---\ntitle:\n---\n", [], [], id="an empty one"),
        pytest.param("---\nparams:\n  title: a\n---\n", [], ["page detail"], id="inside another key"),
        pytest.param("---\ntitle: It's on\ndescription: Why: no\n---\n", None, ["front matter"], id="broken YAML"),
        pytest.param("---\ntitle: It's on\ndate: 2026\n---\n", ["It's on"], ["page detail"], id="plain"),
        pytest.param("---\ntitle: 'It''s on'\n---\n", ["It's on"], [], id="single quotes"),
        pytest.param('---\r\n"title": "A \\"b\\" é"\r\n---\r\n', ['A "b" é'], [], id="double quotes"),
        pytest.param("---\ntitle: >\n  One\n  two\ndescription: d\n---\n", ["One two", "d"], [], id="folded"),
        pytest.param("---\ntitle: One\nsubtitle: Two\n---\n", ["One", "Two"], [], id="a subtitle"),
        pytest.param("---\ntitle: One\n  two\n---\n", ["One two"], [], id="over two lines"),
        pytest.param("---\ntitle: 1984\n---\n", ["1984"], [], id="a number"),
        pytest.param("---\ntitle: [a, b]\n---\n", [], ["title that is not text"], id="a list"),
        pytest.param("---\na: &a x\ntitle: *a\n---\n", [], ["page detail", "title that is not text"], id="an alias"),
        pytest.param("+++\ntitle = 'It''\n+++\n", None, ["front matter"], id="broken TOML"),
        pytest.param('+++\ndescription = "d # e" # f\ntitle = "A \\"b\\""\n+++\n', ["d # e", 'A "b"'], [], id="TOML"),
        pytest.param('+++\ntitle = """\nOne\ntwo"""\n+++\n', ["One two"], [], id="several lines of TOML"),
        pytest.param("+++\ntitle = 1984 # a\n+++\n", ["1984"], [], id="a number in TOML"),
        pytest.param(
            "+++\ntitle = ['a']\n[b]\ntitle = 'c'\n+++\n",
            [],
            ["page detail", "title that is not text"],
            id="a list in TOML",
        ),
    ],
)
def test_titles_in_front_matter(front: str, titles: list[str] | None, unread: list[str]) -> None:
    article = read(f"{front}\nYes.")
    found = [block for block in article.blocks if block.kind == "title"]

    assert [article.text[one.start : one.end] for one in found] == (titles or [])
    assert [one.kind for one in article.unread] == unread
    for block in found:
        start, end = article.source_span(block.start, block.end)
        assert article.text[block.start : block.start + 1] in article.source[start:end]


def test_a_text_with_a_title_alone_is_no_article() -> None:
    with pytest.raises(ArticleError, match="no visible text"):
        read("---\ntitle: One\n---\n")


def test_footnotes_are_read_at_the_end_of_the_page() -> None:
    article = read("A[^a] b.\n\n[^a]: One [1]. *Two*.\n\n    Three.\n\n[^b]: Four, <https://d.example/x>.\n\nC.")

    assert shape(article) == [("paragraph", "A b."), ("paragraph", "C."), ("note", "One. Two."), ("note", "Three.")]
    assert [marker.ids for marker in article.markers] == [("a",), ("1",)]
    assert [(one.id, one.url) for one in article.references] == [("a", ""), ("b", "https://d.example/x")]


def test_the_rows_and_headings_of_a_table() -> None:
    article = read("| a | b |\n|---|---|\n| c [1] | d |\n| e | |\n\nP.\n\n| f |\n|---|\n| g |")
    text = article.text
    found = [
        (text[article.blocks[block].start : article.blocks[block].end], row, heading and text[slice(*heading)])
        for block, row, heading in article.cells
    ]

    assert found == [
        ("a", 1, None),
        ("b", 1, None),
        ("c", 2, "a"),
        ("d", 2, "b"),
        ("e", 3, "a"),
        ("f", 4, None),
        ("g", 5, "f"),
    ]


def test_images() -> None:
    article = read("A ![the map](m.png) b.\n\n![](n.png)\n\n~~![no](o.png)~~")

    assert shape(article) == [("paragraph", "A b."), ("caption", "the map")]
    assert [one.kind for one in article.unread] == ["picture", "image without text", "struck-out text"]
    assert [one.text for one in article.unread] == ["m.png", "n.png", "![no](o.png)"]


@pytest.mark.parametrize(
    ("source", "unread"),
    [
        pytest.param("~~[![b](a.png)](u)~~", [("struck-out text", "[![b](a.png)](u)")], id="struck out"),
        pytest.param("<p hidden>\n\n[![b](a.png)](u)\n\n</p>", [], id="hidden"),
        pytest.param("[b ![c](a.png)](u)", [("picture", "a.png")], id="with text"),
        pytest.param("[![b](a.png?v=2)](u?v=2)", [("link target", "u?v=2"), ("picture", "a.png")], id="a picture"),
        pytest.param("[![](a.png)](u)", [("link target", "u"), ("image without text", "a.png")], id="without text"),
        pytest.param("![b][c]\n\n[c]: a.png#d", [("picture", "a.png")], id="defined elsewhere"),
        pytest.param("<a href=u>![b](a.png)</a>", [("link target", "u"), ("picture", "a.png")], id="in raw HTML"),
        pytest.param("![b ![c](c.png)](a.png)", [("picture", "a.png")], id="in the text of another one"),
        pytest.param("![b]({{a}}.png)", [("picture", "{{a}}.png")], id="markup of a site"),
    ],
)
def test_files_of_images_and_links_around_them(source: str, unread: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.text) for one in read(f"x\n\n{source}").unread] == unread


def test_the_text_of_what_is_not_read() -> None:
    article = read('---\ntitle: [a,\n  b]\n---\nA {{< b c="d" >}}{% e %} f.\n\n![[g.png]]\n\n# H {#i j="k l"}\n')

    assert [(one.kind, one.text) for one in article.unread] == [
        ("title that is not text", "[a, b]"),
        ("shortcode", '{{< b c="d" >}}'),
        ("shortcode", "{% e %}"),
        ("embedded file", "![[g.png]]"),
        ("list of attributes", '{#i j="k l"}'),
    ]


@pytest.mark.parametrize(
    ("source", "captions"),
    [
        pytest.param("![a map](m.png 'A  map')", ["a map", "A map"], id="with a capital"),
        pytest.param("![a map](m.png 'a  map')", ["a map"], id="the same words"),
        pytest.param("![](m.png 'the &amp; map')", ["the & map"], id="without a text"),
        pytest.param("![a map][m]\n\n[m]: m.png 'By Ada'", ["a map", "By Ada"], id="in a definition"),
        pytest.param("~~![a](m.png 'b')~~", [], id="struck out"),
    ],
)
def test_titles_of_images(source: str, captions: list[str]) -> None:
    assert [text for kind, text in shape(read(f"A.\n\n{source}")) if kind == "caption"] == captions
