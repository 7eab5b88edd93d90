import pytest

from factspec import parse_article
from factspec.articles.article import Article, ArticleError


def read(source: str, select: str = "") -> Article:
    return parse_article(source.encode(), "html", select=select)


def shape(article: Article) -> list[tuple[str, str]]:
    return [(str(block.kind), article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    "source, expected",
    [
        pytest.param("<p>a\n<b>b</b>c <!-- d --> &amp; e.", [("paragraph", "a bc & e.")], id="inline elements join"),
        pytest.param("<p>a<br> <br/>b", [("paragraph", "a"), ("paragraph", "b")], id="two line breaks part paragraphs"),
        pytest.param("<p>a<br>b<wbr>c.", [("paragraph", "a bc.")], id="a line break parts words"),
        pytest.param(
            "<div>a</div>b<section>c</section>", [("paragraph", text) for text in "abc"], id="blocks part words"
        ),
        pytest.param("<p>AT&ampT &#x41;&#66; &nosuch; &", [("paragraph", "AT&T AB &nosuch; &")], id="entities"),
        pytest.param("<p title='a>b'>c</p>", [("paragraph", "c")], id="a quoted angle"),
        pytest.param(
            "<p title=it's>a</p><p>b'</p>",
            [("paragraph", "a"), ("paragraph", "b'")],
            id="an apostrophe in a bare value",
        ),
        pytest.param("<p>1 < 2 and <3.", [("paragraph", "1 < 2 and <3.")], id="an angle that opens no tag"),
        pytest.param("<p>a <b", [("paragraph", "a <b")], id="an unfinished tag is text"),
        pytest.param(
            "<script>a</script><style>b</style><template>c</template><noscript>d</noscript><nav>e</nav>f",
            [("paragraph", "f")],
            id="not the article",
        ),
        pytest.param(
            "<p>a <s>b</s> <del>c</del> <strike>d</strike> f</p>",
            [("paragraph", "a f")],
            id="what is struck out",
        ),
        pytest.param("<script>'<p>'</SCRIPT >a", [("paragraph", "a")], id="a tag in a script"),
        pytest.param("<title>a</title><h2>b</h2>", [("title", "a"), ("heading", "b")], id="the title of the page"),
        pytest.param(
            "<ul><li>a<li>b<p>c</p></ul>d",
            [("list-item", "a"), ("list-item", "b"), ("list-item", "c"), ("paragraph", "d")],
            id="unclosed items",
        ),
        pytest.param(
            "<table><tr><td>a<td>b<tr><th>c</table>d",
            [("table-cell", "a"), ("table-cell", "b"), ("table-cell", "c"), ("paragraph", "d")],
            id="unclosed cells",
        ),
        pytest.param(
            "<blockquote><p>a</p></blockquote><figure><figcaption>b</figcaption></figure>",
            [("quotation", "a"), ("caption", "b")],
            id="quotation and caption",
        ),
        pytest.param(
            "<aside><p>a</p></aside><p class='pull-quote'>b</p>", [("caption", "a"), ("quotation", "b")], id="asides"
        ),
        pytest.param(
            "<b><i>a</b></i> <p>b</div>c</p>",
            [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")],
            id="badly nested",
        ),
        pytest.param("<h2>a<p>b", [("heading", "a"), ("paragraph", "b")], id="an unclosed heading"),
        pytest.param(
            "<pre><code>a[1]\n\nb</code></pre>b <code>c[1]</code>",
            [("code", "a[1] b"), ("paragraph", "b c[1]")],
            id="code",
        ),
        pytest.param("<p>He said <q>a</q>.", [("paragraph", "He said “a”.")], id="quotation marks of a q"),
        pytest.param("<p>&nbsp;</p><p>a</p>", [("paragraph", "a")], id="an empty paragraph"),
        pytest.param("<svg><title>a</title><text>b</text></svg>c", [("paragraph", "c")], id="graphics"),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    article = read(source)

    assert shape(article) == expected
    assert article.markers == ()


@pytest.mark.parametrize(
    "source, expected",
    [
        pytest.param("<p>4 km<sup>2</sup>.", "4 km2.", id="a unit"),
        pytest.param("<p>10<sup>6</sup>.", "10⁶.", id="a power"),
        pytest.param("<p>2,010<sup>2</sup> is 0.1995<sup>2</sup>.", "2,010² is 0.1995².", id="powers of four digits"),
        pytest.param("<p>It used <sup>14</sup>C.", "It used 14C.", id="an isotope"),
        pytest.param("<p>Tests (<sup>131</sup>I) and <sup>235</sup>U.", "Tests (131I) and 235U.", id="more isotopes"),
        pytest.param("<p><sup>90</sup>Sr fell.", "90Sr fell.", id="an isotope at the start"),
        pytest.param("<p>An R<sup>2</sup> and a χ<sup>2</sup>.", "An R2 and a χ2.", id="powers of a variable"),
        pytest.param("<p>So x<sup>2</sup> + y<sup>2</sup>.", "So x2 + y2.", id="powers beside an operator"),
        pytest.param("<p>So a=x<sup>2</sup>.", "So a=x2.", id="a power behind a sign of equality"),
        pytest.param("<p>So E = mc<sup>2</sup>.", "So E = mc2.", id="a spaced formula"),
        pytest.param("<p>It emits less CO<sup>2</sup>.", "It emits less CO2.", id="a formula behind a word"),
        pytest.param("<p>CO<sup>2</sup> rose. CO<sup>2</sup> fell.", "CO2 rose. CO2 fell.", id="a formula first"),
        pytest.param("<p>E=mc<sup>2</sup> holds.", "E=mc2 holds.", id="a power in a formula"),
        pytest.param("<p>The CO<sup>2</sup> tax.", "The CO2 tax.", id="a formula"),
        pytest.param("<p>10<sup>−6</sup> m and 10<sup>n</sup>.", "10⁻⁶ m and 10n.", id="a negative power"),
        pytest.param("<p>1<sup>1</sup>/<sub>2</sub> and 5<sub>1</sub>.", "1¹/2 and 5₁.", id="lowered digits"),
        pytest.param("<p>H<sub>2</sub>O.", "H2O.", id="lowered behind a letter"),
        pytest.param("<p>So it is <sup>[no]</sup>.", "So it is [no].", id="a word in brackets"),
        pytest.param("<p>So it is <sup><a href=#n>no</a></sup>.", "So it is no.", id="a linked word"),
        pytest.param("<p>The 19<sup>th</sup> day.", "The 19th day.", id="an ordinal"),
        pytest.param("<p>So<sup>[<i>citation needed</i>]</sup>.", "So[citation needed].", id="citation needed is text"),
        pytest.param(
            "<p>So<sup><a href='#n'>[a]</a></sup> it<sup>[note 1]</sup> is.", "So it is.", id="notes are neither"
        ),
    ],
)
def test_raised_text_that_is_no_marker(source: str, expected: str) -> None:
    article = read(source)

    assert article.text == expected
    assert article.markers == ()


@pytest.mark.parametrize(
    "written, ids",
    [
        pytest.param("<sup>1</sup>", [("1",)], id="raised"),
        pytest.param("<sup>1, 3</sup>", [("1", "3")], id="a raised list"),
        pytest.param("<sup>1</sup><sup>2</sup>", [("1",), ("2",)], id="two raised"),
        pytest.param("<sup>1,</sup><sup>2</sup>", [("1",), ("2",)], id="two raised, the comma too"),
        pytest.param(
            '<sup id="cite_ref-1"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>',
            [("1",)],
            id="encyclopaedia",
        ),
        pytest.param('<a href="#fn1"><sup>1</sup></a>', [("1",)], id="a raised link"),
        pytest.param('[<a href="#r1">1</a>, <a href="#r2">2</a>]', [("1", "2")], id="links in brackets"),
        pytest.param('<a href="https://a.example">[1]</a>', [("1",)], id="brackets in a link"),
        pytest.param('<a href="https://a.example">1</a>', [("1",)], id="a linked number"),
    ],
)
def test_markers(written: str, ids: list[tuple[str, ...]]) -> None:
    article = read(f"<p>She left {written}. He stayed.</p>")

    assert article.text == "She left. He stayed."
    assert [marker.ids for marker in article.markers] == ids
    start, end = article.markers[0].source_start, article.markers[-1].source_end
    assert article.source[start:end] == written


@pytest.mark.parametrize(
    "source, text, word, written",
    [
        pytest.param("<p>&amp;Co left", "&Co left", "Co", "Co", id="a whole entity"),
        pytest.param("<p>&ampCo left", "&Co left", "Co", "Co", id="no semicolon"),
        pytest.param("<p>&ampCo left", "&Co left", "&", "&amp", id="no semicolon, its character"),
        pytest.param("<p>&notit; left", "¬it; left", "it", "it", id="a semicolon further on"),
        pytest.param("<p>&notin; left", "∉ left", "∉", "&notin;", id="a longer name"),
        pytest.param("<p>&nosuch; left", "&nosuch; left", "nosuch", "nosuch", id="no entity"),
    ],
)
def test_the_place_behind_an_entity(source: str, text: str, word: str, written: str) -> None:
    article = read(source)
    at = text.index(word)
    start, end = article.source_span(at, at + len(word))

    assert article.text == text
    assert article.source[start:end] == written


def test_a_raised_number_after_a_year_is_a_marker() -> None:
    article = read("<p>It fell in 2010<sup>2</sup> and in 1995<sup>1,</sup>.")

    assert article.text == "It fell in 2010 and in 1995."
    assert [marker.ids for marker in article.markers] == [("2",), ("1",)]
    assert [marker.problem for marker in article.markers] == ["", "'[1,]' is not a list of sources; write [1]"]


@pytest.mark.parametrize(
    "source, select, expected",
    [
        pytest.param("<p>a</p><p>b</p>", "", "a\nb", id="without container the page"),
        pytest.param("<main>a</main><p>b</p>", "", "a", id="main"),
        pytest.param("<main>a<article>b</article></main>", "", "b", id="article before main"),
        pytest.param("<article>a</article><article>b</article>", "", "a", id="the first article"),
        pytest.param("<main>a<article>b<article>c</article></article>d</main>", "", "b\nc", id="an article in it"),
        pytest.param(
            "<main><div><article>a</article></div>b<div><article>c</article></div></main>",
            "",
            "a",
            id="a card behind it",
        ),
        pytest.param(
            "<div><article>a</article></div><main><article>b</article>c</main>", "", "b", id="a card before it"
        ),
        pytest.param("<article>a<main>b</main></article>", "", "a\nb", id="main in an article"),
        pytest.param("<article>a</article><main>b</main>", "", "a\nb", id="main without an article"),
        pytest.param("<main></main><article>a</article><article>b</article>", "", "a", id="an empty main"),
        pytest.param("<main>a</main><article>b</article>", "", "a\nb", id="main without an article, before one"),
        pytest.param("<main>a<article>b</article><article>c</article></main>d", "", "a\nb\nc", id="a live blog"),
        pytest.param(
            "<main><ul><li><article>b</article><li><article>c</article></ul></main>d",
            "",
            "b\nc",
            id="a live blog's list",
        ),
        pytest.param("<article>a</article><div class='x story'>b</div>", ".story", "b", id="class"),
        pytest.param("<p class=story>a</p><div class=story>b</div>", "div.story", "b", id="tag and class"),
        pytest.param("<p>a</p><div id=story>b</div>c", "#story", "b", id="id"),
        pytest.param("<p>a</p><div>b</div><div>c</div>", "div", "b\nc", id="every element that fits"),
        pytest.param("<article><table><tr><td>a</article>b", "", "a", id="an unclosed table in it"),
    ],
)
def test_container(source: str, select: str, expected: str) -> None:
    assert read(source, select).text == expected


@pytest.mark.parametrize(
    "select, message",
    [
        pytest.param("div > p", "not understood", id="too much"),
        pytest.param(".story", "does not match an element", id="nothing fits"),
    ],
)
def test_a_wrong_select_is_refused(select: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        read("<p>a</p>", select)


@pytest.mark.parametrize(
    "attribute",
    [
        pytest.param("hidden", id="hidden"),
        pytest.param('style="color:red; DISPLAY : none"', id="display none"),
        pytest.param("popover", id="popover"),
    ],
)
def test_hidden_text_is_kept_apart(attribute: str) -> None:
    article = read(f"<p>a <span {attribute}>no <b>way</b></span> b</p><div {attribute}><p>c</p></div>d")

    assert article.text == "a b\nd"
    assert [article.source[start:end] for start, end in article.hidden] == ["no", "way", "c"]


@pytest.mark.parametrize(
    "source, expected",
    [
        pytest.param("<ol><li>Boil.<li>Serve.</ol>", [], id="a numbered list is prose"),
        pytest.param(
            "<h2>References</h2><ol><li><a href='#b'>^</a> <a href='https://a.example'>One</a></li><li>Two</ol>",
            [("1", "https://a.example", "One"), ("2", "", "Two")],
            id="titled",
        ),
        pytest.param(
            "<div class='reflist'><ol class='references'><li id='cite_note-x-1'>One</li></ol></div><p>End.</p>",
            [("1", "", "One")],
            id="by class",
        ),
        pytest.param("<ol start=3><li id=ref3><p>One</p><p>more</p></li></ol>", [("3", "", "One more")], id="by id"),
        pytest.param("<ul><li id=ref-7>One</ul>", [("7", "", "One")], id="by id, without numbers"),
        pytest.param(
            "<h2>Sources</h2><ul><li><a href='https://a.example'>One</a></ul>",
            [("", "https://a.example", "One")],
            id="without numbers",
        ),
        pytest.param(
            "<div><div><a href='#a1' id='n1'>[1]</a></div><div><p>One</p></div></div>",
            [("1", "", "One")],
            id="a number and its text apart",
        ),
        pytest.param(
            "<div class='references'><div class='csl-entry'><div>[1] </div><div>One</div></div></div>",
            [("1", "", "One")],
            id="entries that are no list items",
        ),
        pytest.param(
            "<div class=references><p>Read in May.</p><ol><li>One</ol></div>", [("1", "", "One")], id="introduced"
        ),
        pytest.param("<dl><dt>[1]</dt><dd>One</dd></dl>", [("1", "", "One")], id="terms"),
        pytest.param(
            "<h2>References</h2><table><tr><td>[1]<td>One<tr><td>[2]<td>Two</table>",
            [("1", "", "One"), ("2", "", "Two")],
            id="rows",
        ),
        pytest.param(
            "<ol class='wp-block-footnotes'><li>One, https://a.example/x</ol>",
            [("1", "https://a.example/x", "One, https://a.example/x")],
            id="by another class",
        ),
        pytest.param("<h3>Sources</h3><p>[1] One<br>[2] Two</p>", [("1", "", "One"), ("2", "", "Two")], id="lines"),
    ],
)
def test_references(source: str, expected: list[tuple[str, str, str]]) -> None:
    article = read(f"<p>She left<sup>1</sup>.</p>{source}")

    assert [(one.id, one.url, one.text) for one in article.references] == expected
    assert article.text.startswith("She left.")
    assert "One" not in article.text


@pytest.mark.parametrize(
    "source, notes",
    [
        pytest.param("<ol start=3><li id=fn3><p>One</p><p>more</p></li></ol>", ["One", "more"], id="by id"),
        pytest.param(
            "<div class='footnote'><a href='#a1' id='n1'>1</a><div><p>One</p><p>more</p></div></div>",
            ["One", "more"],
            id="a number and its text apart",
        ),
        pytest.param(
            "<h2>Notes</h2><table><tr><td>[1]<td>One<tr><td>[2]<td>Two</table>", ["One", "Two"], id="rows under a title"
        ),
        pytest.param(
            "<div class=footnote id=_footnotedef_1><a href='#a'>1</a>. One</div>", ["One"], id="by its id and class"
        ),
        pytest.param(
            "<ol class='wp-block-footnotes'><li>One <a href='#a'>\u21a9\ufe0e</a></ol>", ["One"], id="a link back"
        ),
        pytest.param("<ul class=footnotes><li>One</ul>", ["One"], id="without a label"),
        pytest.param(
            "<ol class=footnotes><li>One<li>Two, https://a.example/x<li>Three</ol>",
            ["One", "Three"],
            id="beside a reference",
        ),
    ],
)
def test_notes(source: str, notes: list[str]) -> None:
    article = read(f"<p>She left<sup>1</sup>.</p>{source}")

    assert [text for kind, text in shape(article) if kind == "note"] == notes
    assert [text for kind, text in shape(article) if kind == "paragraph"] == ["She left."]
    for block in article.blocks:
        start, end = article.source_span(block.start, block.end)
        assert article.source[start:end] == article.text[block.start : block.end] or block.start == 0


@pytest.mark.parametrize(
    "marker, around, notes",
    [
        pytest.param("<a href=#f>Two</a>", "<p id=f>B.</p>", [], id="a link that is no marker"),
        pytest.param("<sup>1</sup>", "<p id=f>B.</p>", [], id="a marker that leads nowhere"),
        pytest.param("<a href=#f>1</a>", "<div id=g>B.</div>", [], id="a marker that leads elsewhere"),
        pytest.param("<a href=#f>1</a>", "<p id=f hidden>B.</p>", [], id="hidden"),
        pytest.param("<a href=#all>1</a>", "<p>B.</p>", [], id="to what the article is in"),
        pytest.param("<sup><a href=#f>1</a></sup>", "<p id=f>B.</p><p>C.</p>", ["B."], id="a paragraph"),
        pytest.param("[<a href=#f>1</a>]", "<aside><p>C.</p><p id=f>B.</p></aside>", ["B."], id="in an aside"),
        pytest.param("<a href=#f>[1]</a>", "<footer><ol><li id=f>B.</ol>C.</footer>", ["B."], id="in a footer"),
        pytest.param("<a href=#f>1</a>", "<ul><li>C.<li><p id=f>B.<p>D.</ul>", ["B.", "D."], id="of two paragraphs"),
        pytest.param("<a href=#f>1</a>", "<p><a name=f></a>B.<p>C.", ["B."], id="named by an empty link"),
        pytest.param("<a href=#%66>1</a>", "<div><span id=f>1</span> B.</div>", ["1 B."], id="named inside it"),
        pytest.param("<sup><a href=#f>*</a></sup>", "<p id=f>* B.", ["* B."], id="a star"),
    ],
)
@pytest.mark.parametrize("is_first", [False, True], ids=["after the article", "before it"])
def test_notes_outside_the_article(marker: str, around: str, notes: list[str], *, is_first: bool) -> None:
    parts = (f"<main><p>She left{marker}.</p></main>", f"<div>{around}</div>")
    article = read(f"<body id=all>{''.join(reversed(parts) if is_first else parts)}</body>")

    assert [text for kind, text in shape(article) if kind == "note"] == notes
    assert len(article.blocks) == 1 + len(notes)


def test_a_note_outside_the_article_has_the_number_of_its_marker() -> None:
    source = "<main><p>So <a href=#b>[7]</a>.</p></main><p id=b>Wire, <a href='https://b.example'>7 May</a></p>"
    (reference,) = read(source).references

    assert (reference.id, reference.url, reference.anchors) == ("7", "https://b.example", ("b",))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "<div class='post references'><p>A.</p><ul><li>B c.</li></ul></div>", id="a story marked as a list"
        ),
        pytest.param("<p>A.</p><ul><li id='reform-1'>B c.</li></ul>", id="an id that begins like one of a list"),
        pytest.param(
            "<p>A [1].</p><ol><li>Take the <a href='https://b.example'>bus</a> B c.</ol>", id="a link in prose"
        ),
        pytest.param("<p>A.</p><p class=footnote>B c.</p>", id="a note without a number"),
        pytest.param("<p>A [1].</p><p>1</p><p>B c.</p>", id="a number in a paragraph of its own"),
    ],
)
def test_items_that_are_no_references_stay(source: str) -> None:
    article = read(f"{source}")

    assert article.references == ()
    assert article.text.endswith("B c.")


@pytest.mark.parametrize(
    "source, expected",
    [
        pytest.param("<table><tr><td><p>A.</p><td>B.</table>", ["table-cell", "table-cell"], id="data"),
        pytest.param("<table><tr><th>A.<tr><td>B.</table>", ["table-cell", "table-cell"], id="a column under its head"),
        pytest.param("<table><tr><td>A.<tr><td>B.<td>C.</table>", ["table-cell"] * 3, id="one row of two cells"),
        pytest.param("<table><tr><td><p>A.</p></table>", ["paragraph"], id="one cell"),
        pytest.param("<table><tr><td>A.</tr><tr><td>B.</table>", ["paragraph", "paragraph"], id="one cell a row"),
        pytest.param("<table><tr><td>A.", ["paragraph"], id="one cell, never closed"),
        pytest.param("<table role=presentation><tr><td><p>A.</p></table>", ["paragraph"], id="a layout by its role"),
        pytest.param("<table><tr><td><h2>T</h2>A.</table>", ["heading", "paragraph"], id="around a heading"),
        pytest.param(
            "<table><tr><td>A.<table><tr><td>B.<td>C.</table>D.</table>",
            ["paragraph", "table-cell", "table-cell", "paragraph"],
            id="around another table",
        ),
        pytest.param(
            "<table></table><h2>T</h2><table><tr><td>A.<td>B.</table>",
            ["heading", "table-cell", "table-cell"],
            id="beside a heading",
        ),
    ],
)
def test_tables_that_only_place_text(source: str, expected: list[str]) -> None:
    assert [str(block.kind) for block in read(source).blocks] == expected


def test_blank_lines_part_what_keeps_its_white_space() -> None:
    article = read("<pre>One\ntwo.\n \n\nThree [1].\n\nSources\n[1] Four</pre>")

    assert article.text == "One two.\nThree."
    assert [one.text for one in article.references] == ["Four"]


_LINK = "<a href='#f'>{}</a>"


@pytest.mark.parametrize(
    "raised, ids",
    [
        pytest.param("th", [], id="an ordinal"),
        pytest.param("(1)", [], id="round brackets"),
        pytest.param(_LINK.format("no"), [], id="a word"),
        pytest.param(_LINK.format("not 3"), [], id="a word and a number"),
        pytest.param("[1]", ["1"], id="brackets"),
        pytest.param("[1][2]", ["1", "2"], id="two pairs of brackets"),
        pytest.param(f"[{_LINK.format(1)}]", ["1"], id="brackets around a link"),
        pytest.param(_LINK.format("[1]"), ["1"], id="brackets in a link"),
        pytest.param(_LINK.format("(1)"), ["1"], id="round brackets in a link"),
        pytest.param(_LINK.format("1."), ["1"], id="a stop in a link"),
        pytest.param(_LINK.format("¹²"), ["12"], id="raised digits in a link"),
        pytest.param(f"{_LINK.format(1)},</sup> <sup>{_LINK.format(2)}", ["1", "2"], id="two with a comma and a space"),
        pytest.param(f"{_LINK.format(1)}–{_LINK.format(3)}", ["1", "2", "3"], id="a range"),
    ],
)
def test_forms_of_raised_markers(raised: str, ids: list[str]) -> None:
    article = read(f"<p>It grew<sup>{raised}</sup> so.</p>")

    assert [one for marker in article.markers for one in marker.ids] == ids
    assert (article.text == "It grew so.") == bool(ids)
    assert not any(marker.problem for marker in article.markers)


@pytest.mark.parametrize("note", ["[note 1]", "note 1", "fn2", "[lower-alpha 3]", "[a]", "iv", "*"])
def test_raised_links_to_notes_are_left_out(note: str) -> None:
    article = read(f"<p>It grew<sup>{_LINK.format(note)}</sup> so.</p>")

    assert (article.text, article.markers) == ("It grew so.", ())


@pytest.mark.parametrize(
    "source, text",
    [
        pytest.param("It was plan B<sup>2</sup>.", "It was plan B.", id="a capital that is a name"),
        pytest.param("It was Vitamin C<sup>2</sup> and I<sup>2</sup>.", "It was Vitamin C and I.", id="more capitals"),
        pytest.param("They asked for a<sup>2</sup> ban.", "They asked for a ban.", id="an article"),
        pytest.param("He met Mr. R<sup>7</sup>.", "He met Mr. R.", id="a number that is no exponent"),
        pytest.param("In Denver, CO<sup>2</sup>.", "In Denver, CO.", id="a place"),
        pytest.param("In Denver CO<sup>2</sup>.", "In Denver CO.", id="a place without a comma"),
        pytest.param("He said NO<sup>2</sup> and SO<sup>2</sup>.", "He said NO and SO.", id="words in capitals"),
        pytest.param("The rate = low<sup>2</sup> now.", "The rate = low now.", id="a word behind a sign of equality"),
        pytest.param("It was plan b<sup>3</sup>.", "It was plan b.", id="a small letter that is a name"),
        pytest.param("Option x<sup>2</sup> fell.", "Option x fell.", id="another small letter"),
        pytest.param("It fell. <sup>2</sup>In May it rose.", "It fell. In May it rose.", id="before a word"),
        pytest.param("It fell<p><sup>2</sup>In May it rose.", "It fell\nIn May it rose.", id="at the start of a block"),
        pytest.param("It fell <sup>2</sup>Nobody knows.", "It fell Nobody knows.", id="before a longer word"),
        pytest.param("It fell.<sup>2</sup> U boats left.", "It fell. U boats left.", id="a space between"),
        pytest.param("So R<sup><a href='#f'>2</a></sup> said.", "So R said.", id="a link"),
        pytest.param("So R<sup>2</sup><sup>2</sup> is.", "So R2 is.", id="a marker behind a power"),
        pytest.param("The men’s<sup>2</sup> and U.S<sup>2</sup>.", "The men’s and U.S.", id="letters of words"),
    ],
)
def test_raised_numbers_that_cite(source: str, text: str) -> None:
    article = read(f"<p>{source}</p>")

    assert article.text == text
    assert article.markers


@pytest.mark.parametrize(
    "source, ids",
    [
        pytest.param("<a href='#part3'>3:1</a>", [], id="a part of a book"),
        pytest.param("<a href='/score'>3:1</a>", [], id="a score"),
        pytest.param("<a href='#fn2'>3:1</a>", [], id="another number"),
        pytest.param(" <a href='#footnote3'>3:1</a>", [], id="a score, linked to a footnote"),
        pytest.param("<sup><a href='#fn1'>1:2</a></sup>", [("1",)], id="raised without brackets"),
        pytest.param("<a href='#fn1'>[1-3]</a>", [("1", "2", "3")], id="a range"),
        pytest.param("<a href='#fn1'>[1:1]</a>", [("1",)], id="a second reference"),
        pytest.param("<sup class=footnote-ref><a href='#fn1'>[1:1]</a></sup>", [("1",)], id="raised"),
        pytest.param("<sup>[<a href='#fn1'>1:2</a>]</sup>", [("1",)], id="brackets around the link"),
        pytest.param("<sup><a href='#fn-2-x'>[2-1]</a></sup>", [("2",)], id="with a dash"),
        pytest.param("<a href='#fn-1-0fa3'>[1-2]</a>", [("1",)], id="with a dash, counting up"),
    ],
)
def test_further_references_to_a_footnote(source: str, ids: list[tuple[str, ...]]) -> None:
    article = read(f"<p>It rose{source} by 4.</p>")

    assert [marker.ids for marker in article.markers] == ids
    assert not any(marker.problem for marker in article.markers)
    assert (article.text == "It rose by 4.") == bool(ids)


def test_a_glued_number_that_is_no_label() -> None:
    article = read("<p>So it is [1].</p><h2>Clubs</h2><ul><li>1.FC Holt</li><li>2.FC Marn</li></ul>")

    assert article.references == ()


@pytest.mark.parametrize("element", ["ul", "ol"])
def test_labels_glued_to_their_entries(element: str) -> None:
    items = "".join(
        f"<li id=B{n}><span class=label>{n}.</span><cite>{who}</cite>" for n, who in ((1, "Lee"), (2, "Roe"))
    )
    article = read(f"<p>So it is [1].</p><h2>References</h2><{element}>{items}</{element}>")

    assert [(one.id, one.text) for one in article.references] == [("1", "Lee"), ("2", "Roe")]
    assert article.text == "So it is."


def cells(source: str) -> list[tuple[str, int, str | None]]:
    article = read(source)
    text = article.text
    return [
        (text[article.blocks[block].start : article.blocks[block].end], row, heading and text[slice(*heading)])
        for block, row, heading in article.cells
    ]


HEADED = "<table><tr><th>a<th>b"


@pytest.mark.parametrize(
    "source, expected",
    [
        pytest.param("<p>a</p>", [], id="no table"),
        pytest.param("<table role=presentation><tr><td>a<td>b</table>", [], id="a layout"),
        pytest.param("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a1 b1 c2 d2", id="no headings"),
        pytest.param(f"{HEADED}<tr><td>c<td>d</table>", "a1 b1 c2a d2b", id="headings"),
        pytest.param(f"{HEADED}<tr><th>c<td>d</table>", "a1 b1 c2a d2b", id="a row with a heading of its own"),
        pytest.param("<table><thead><tr><td>a<td>b</thead><tbody><tr><td>c<td>d</table>", "a1 b1 c2a d2b", id="a head"),
        pytest.param(
            "<table><tr><th colspan=2>t<tr><th>a<th>b<tr><td>c<td>d</table>", "t1 a2t b2t c3a d3b", id="two rows"
        ),
        pytest.param("<table><tr><th colspan=2>a<th>b<tr><td>c<td>d<td>e</table>", "a1 b1 c2a d2a e2b", id="wide"),
        pytest.param(f"{HEADED}<tr><td colspan=2>c<tr><td>d<td>e</table>", "a1 b1 c2 d3a e3b", id="a wide cell"),
        pytest.param(f"{HEADED}<tr><td rowspan=2>c<td>d<tr><td>e</table>", "a1 b1 c2a d2b e3", id="a high cell"),
        pytest.param(f"{HEADED}<tr><th colspan=2>c<tr><td>d<td>e</table>", "a1 b1 c2 d3a e3b", id="a heading below"),
        pytest.param(f"{HEADED}<tr><td>c<p>d<td>e</table>", "a1 b1 c2a d2a e2b", id="two blocks in a cell"),
        pytest.param(f"{HEADED}<tr><td>c<td><ul><li>d</ul></table>", "a1 b1 c2a d2b", id="a list in a cell"),
        pytest.param(f"{HEADED}<tr><td><img alt=c><td>d</table>", "a1 b1 c2a d2b", id="an image in a cell"),
        pytest.param(f"{HEADED}<tr><td><table><tr><td>c<td>d</table><td>e</table>", "c3 d3", id="a table in a layout"),
        pytest.param("<table><td>a<td>b</table>", [], id="a row that is left out"),
        pytest.param(f"{HEADED}<tr><td colspan=x>c<td rowspan=-1>d</table>", "a1 b1 c2a d2b", id="no numbers"),
        pytest.param(f"{HEADED}</table><table><tr><td>c<td>d</table>", "a1 b1 c2 d2", id="another table"),
    ],
)
def test_rows_and_headings(source: str, expected: str | list[object]) -> None:
    found = [f"{text}{row}{heading or ''}" for text, row, heading in cells(source)]

    assert found == (expected.split() if isinstance(expected, str) else expected)


def test_a_table_of_a_thousand_rows() -> None:
    rows = "".join(f"<tr><td rowspan=2 colspan=1000>a{number}<td>b" for number in range(1000))

    assert len(cells(f"<table><tr><th>c{rows}</table>")) == 2001


@pytest.mark.parametrize(
    "source, titles",
    [
        pytest.param("<svg><title>a</title></svg><p>b", [], id="in a graphic"),
        pytest.param("<meta name=keywords content=a><p>b", [], id="other data"),
        pytest.param("<title>a &amp; b</title><main><p>b</main>", ["a & b"], id="outside the article"),
        pytest.param("<title>\n a\n</title><title>c</title><p>b", ["a"], id="a second one"),
        pytest.param("<meta name='Description' content='a &quot;b&quot;'><p>b", ['a "b"'], id="a description"),
    ],
)
def test_titles(source: str, titles: list[str]) -> None:
    assert [text for kind, text in shape(read(source)) if kind == "title"] == titles


def test_titles_for_other_sites_are_counted() -> None:
    article = read("<meta property=og:title content=a><meta name=twitter:description content=b><title>c</title><p>d")

    assert [one.kind for one in article.unread] == ["social-media title"] * 2


@pytest.mark.parametrize(
    "source, captions, unread",
    [
        pytest.param("<p>a<img alt='b &amp; c'> d</p>", ["b & c"], [], id="in a paragraph"),
        pytest.param("<p>a<img alt=''><img src=a></p>", [], ["image without text"] * 2, id="without text"),
        pytest.param("<p>a<img alt=b title=' b '></p>", ["b"], [], id="the same title"),
        pytest.param("<p>a<img alt=b title='c &amp; d'></p>", ["b", "c & d"], [], id="another title"),
        pytest.param("<p>a<img title=c></p>", ["c"], [], id="a title alone"),
        pytest.param("<p>a<p hidden><img alt=b></p>", [], [], id="hidden"),
        pytest.param("<main><p>a</main><img alt=b>", [], [], id="outside the article"),
    ],
)
def test_text_of_images(source: str, captions: list[str], unread: list[str]) -> None:
    article = read(source)

    assert [text for kind, text in shape(article) if kind == "caption"] == captions
    assert [one.kind for one in article.unread if one.kind != "picture"] == unread


@pytest.mark.parametrize(
    "source, unread",
    [
        pytest.param("<p hidden><img alt=b src=a.png>", [], id="hidden"),
        pytest.param("<main><p>a</main><img alt=b src=a.png>", [], id="outside the article"),
        pytest.param("<picture hidden><source srcset=a.webp></picture>", [], id="a hidden choice"),
        pytest.param("<map><area alt='' shape=default></map>", [], id="an area without a link"),
        pytest.param("<img alt=b src='a.png?v=2#c'>", [("picture", "a.png")], id="query"),
        pytest.param("<img src='a.png?v=2'>", [("image without text", "a.png")], id="without text"),
        pytest.param("<img alt=b src='data:,a?b#c'>", [("picture", "data:,a?b#c")], id="the file itself"),
        pytest.param(
            "<img alt=b src=a srcset=' c?1 1x, d 2x'>", [("picture", "a c"), ("further file", "d")], id="a choice"
        ),
        pytest.param(
            "<img src=a srcset='c/w_1,h_2/b.png 1w, d'>",
            [("image without text", "a c/w_1,h_2/b.png"), ("further file", "d")],
            id="a choice of addresses with commas, without text",
        ),
        pytest.param(
            "<img alt=b src=a data-src=c.png data-srcset='d 1x,e 2x'>",
            [("picture", "a"), ("further file", "c.png d e")],
            id="loaded late",
        ),
        pytest.param("<video poster=a.jpg?x></video>", [("further file", "a.jpg"), ("video", "")], id="a poster"),
        pytest.param("<img alt=b src=a srcset='a 1x'>", [("picture", "a")], id="the same file"),
        pytest.param(
            "<picture><source srcset='a.webp 1x, b.webp 2x'><img alt=b src=a.png></picture>",
            [("picture", "a.webp"), ("further file", "b.webp"), ("picture", "a.png")],
            id="a choice beside it",
        ),
        pytest.param(
            "<map hidden><area href=a alt='b c'></map>",
            [("link target", "a"), ("screen-reader label", "b c")],
            id="an area, in a hidden map too",
        ),
    ],
)
def test_files_of_images(source: str, unread: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.text) for one in read(f"<p>x</p>{source}").unread] == unread


@pytest.mark.parametrize(
    "source, unread",
    [
        pytest.param("<ul><li>a</ul><p hidden><time datetime=2026>b</time>", [], id="nothing"),
        pytest.param("<p>So <code>two words</code>.", [], id="code without signs"),
        pytest.param(
            "<ol start=3><li>a<li value=9><p>b<p>c</ol>", [("list number", "3"), ("list number", "9")], id="numbers"
        ),
        pytest.param(
            "<ol type=a reversed><li>a</ol>",
            [("list number", "type a, reversed"), ("list number", "1")],
            id="numbers shown as letters",
        ),
        pytest.param("<p>So <code>a[1] = &lt;b</code>.", [("inline code", "a[1] = <b")], id="code with signs"),
        pytest.param(
            "<p>On <time datetime=2026-05-04>Monday</time>.", [("machine-readable time", "2026-05-04")], id="a time"
        ),
    ],
)
def test_what_belongs_to_text_is_recorded(source: str, unread: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.text) for one in read(f"<p>x</p>{source}").unread] == unread


@pytest.mark.parametrize(
    "source, targets",
    [
        pytest.param("<p hidden><a href=u><img alt=b src=a></a>", [], id="hidden"),
        pytest.param("<a href=u>b <img alt=b src=a></a>", [], id="with text"),
        pytest.param("<p>b <a href=u><sup>a</sup></a></p>", [], id="around the sign of a note"),
        pytest.param("<p>b <a href=u> <img alt=b src=a> </a></p>", ["u"], id="in a paragraph"),
        pytest.param("<a href=u><img src=a></a>", ["u"], id="without text"),
        pytest.param("<a href=u><figure><img alt=b><figcaption>c</figcaption></figure></a>", ["u"], id="a figure"),
        pytest.param("<a href=u><svg></svg></a>", ["u"], id="a graphic"),
    ],
)
def test_links_around_images(source: str, targets: list[str]) -> None:
    unread = read(f"<p>x</p>{source}").unread

    assert [one.text for one in unread if one.kind == "link target"] == targets


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("<meta charset=UTF-8>", id="UTF-8"),
        pytest.param("<meta charset='utf8'><meta charset=latin1>", id="the first counts"),
        pytest.param("<meta http-equiv=Content-Type content='text/html; charset=utf-8'>", id="as a header"),
        pytest.param("<meta name=a content='charset=latin1'>", id="other data"),
        pytest.param("", id="none"),
    ],
)
def test_a_page_in_utf_8(head: str) -> None:
    assert read(f"{head}<p>“a”").text == "“a”"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("<meta charset=windows-1252>", id="an attribute"),
        pytest.param("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", id="as a header"),
    ],
)
def test_a_page_that_says_it_is_in_another_encoding(head: str) -> None:
    """Browsers show other characters, unless there are none beyond ASCII or the file begins with a byte-order mark."""
    with pytest.raises(ArticleError, match=r"the page says that it is .*; readers see other characters") as caught:
        read(f"<title>a</title>\n{head}<p>“a”")
    assert (caught.value.line, caught.value.column) == (2, 1)
    assert read(f"{head}<p>a").text == "a"
    assert read(f"\ufeff{head}<p>“a”").text == "“a”"
