"""A strict, green project in three formats: nothing in it changes unseen, and what a reader does not see may change."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.approved.lock import Lock
from factspec.articles.article import Article
from factspec.language.function_words import FREE_SIGNS, FREE_WORDS
from factspec.language.tokens import tokenize
from factspec.projects.loading import parse_article
from factspec.rules.approving import approved_now
from factspec.rules.finding import Finding, Report
from factspec.rules.run import check, subject_of
from factspec.specs.parsing import parse_spec

TEXT = """\
The lock at Ostby

The lock at Ostby reopened on Monday after nine months of work. "We are glad," said Ada Holm, who runs the harbour.
The repair cost 21 million crowns.

What comes next

- The ferry sails every hour.
- The bridge stays shut until May.

Nobody was hurt.
"""
MARKDOWN = """\
# The lock at Ostby

The lock at Ostby reopened on *Monday* after nine months of work. "We are glad," said Ada Holm, who runs the harbour.
The repair cost 21 million crowns.

## What comes next

- The ferry sails every hour.
- The bridge stays shut until May.

> Boats were rare that winter.

| ship | trips |
|---|---|
| Tern | twelve |
| Gull | forty |

Nobody was hurt.
"""
HTML = """\
<!doctype html>
<html><body><article class="story" id="top">
<h1>The lock at Ostby</h1>
<p class="lead">The lock at Ostby reopened on <em>Monday</em> after nine months of work. “We are glad,” said Ada Holm,
who runs the harbour. The repair cost 21 million crowns.</p>
<h2>What comes next</h2>
<ul><li>The ferry sails every hour.</li>
<li>The bridge stays shut until May.</li></ul>
<blockquote>Boats were rare that winter.</blockquote>
<table><tr><th>ship</th><th>trips</th></tr>
<tr><td>Tern</td><td>twelve</td></tr>
<tr><td>Gull</td><td>forty</td></tr></table>
<figure><img src="lock.png" alt=""><figcaption>The lock in March</figcaption></figure>
<p>Nobody was hurt.</p>
</article></body></html>
"""
ARTICLES = {"text": TEXT, "markdown": MARKDOWN, "html": HTML}


def approved(article: Article) -> str:
    """A strict spec that approves every sentence, heading and cell of an article as it is."""
    wordings = Counter(article.text[one.start : one.end].replace("\n", " ") for one in article.sentences)
    claims = "".join(
        f"  - {{id: c{number}, says: {json.dumps(words, ensure_ascii=False)}, occurrence: all}}\n"
        for number, words in enumerate(wordings)
    )
    return f"factspec: 1\narticle: a.txt\nstrict: true\nclaims:\n{claims}"


def judged(before: str, after: str, format: str) -> Report:
    """An edited article under the spec that approves it as it was."""
    spec = parse_spec(approved(parse_article(before.encode(), format)).encode(), "a.factspec.yaml")
    return check(spec, parse_article(after.encode(), format, path="a.txt"))


def edited(format: str, old: str, new: str) -> tuple[Report, int]:
    before = ARTICLES[format]
    assert before.count(old) == 1, old
    line = before[: before.index(old)].count("\n") + 1
    return judged(before, before.replace(old, new), format), line


@pytest.mark.parametrize("format", ARTICLES)
def test_the_project_is_green(format: str) -> None:
    assert [str(one) for one in judged(ARTICLES[format], ARTICLES[format], format).findings] == []


# -- what nobody approved

# Where words are put in or taken out: the place by words that occur once, in every format that has it.
SENTENCES = {
    "paragraph": "The repair cost 21 million crowns.",
    "first list item": "The ferry sails every hour.",
    "last list item": "The bridge stays shut until May.",
    "last paragraph": "Nobody was hurt.",
    "quotation": "Boats were rare that winter.",
}
EDITS: dict[str, Callable[[str], str]] = {
    "a word before": lambda one: f"Secretly, {one[:1].lower()}{one[1:]}",
    "a word after": lambda one: f"{one[:-1]} temporarily.",
    "two words after": lambda one: f"{one[:-1]} by mistake.",
    "a clause after": lambda one: f"{one[:-1]}, it lied.",
    "a clause in brackets": lambda one: f"{one[:-1]} (so they say).",
    "a doubt after": lambda one: f"{one[:-1]}, allegedly.",
    "who says so": lambda one: f"Critics claim that {one[:1].lower()}{one[1:]}",
    "a denial before": lambda one: f"It is false that {one[:1].lower()}{one[1:]}",
    "a sentence after": lambda one: f"{one} That is false.",
    "a sentence before": lambda one: f"Here is a lie. {one}",
    "a question": lambda one: f"{one[:-1]}?",
    "an exclamation": lambda one: f"{one[:-1]}!",
    "a question in brackets": lambda one: f"{one[:-1]} (?).",
    "a slip that is pointed out": lambda one: f"{one[:-1]} [sic].",
    "brackets around a word": lambda one: " ".join(
        f"({word})" if at == 1 else word for at, word in enumerate(one.split())
    ),
    "an ellipsis inside": lambda one: one.replace(" ", " … ", 1),
    "a dash inside": lambda one: one.replace(" ", " – ", 1),
    "a word inside": lambda one: one.replace(" ", " hardly ", 1),
    "a negation inside": lambda one: one.replace(" ", " never ", 1),
    "scare quotes": lambda one: " ".join(f"“{word}”" if at == 1 else word for at, word in enumerate(one.split())),
    "somebody's words": lambda one: f"“{one}”",
    "somebody's words, single marks": lambda one: f"‘{one}’",
    "somebody's words, straight marks": lambda one: f'"{one[:-1]}".',
    "the last word gone": lambda one: " ".join(one.split()[:-1]) + ".",
    "another last word": lambda one: " ".join(one.split()[:-1]) + " elsewhere.",
    "the words in another order": lambda one: " ".join(reversed(one[:-1].split())) + ".",
    "an emoji": lambda one: f"{one[:-1]} 😀.",
    "an invisible character": lambda one: one[:5] + "\u200b" + one[5:],
    "letters of another script": lambda one: one.translate({ord("e"): "\u0435", ord("o"): "\u043e"}),
}
BLOCKS = [(one, name) for name, words in SENTENCES.items() for one, text in ARTICLES.items() if words in text]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize(("format", "block"), BLOCKS)
def test_words_that_nobody_approved(format: str, block: str, edit: str) -> None:
    words = SENTENCES[block]
    report, line = edited(format, words, EDITS[edit](words))
    assert any(one.line == line and one.path == "a.txt" for one in report.errors), (report.errors, line)


OTHERS = {
    "a heading changed": ("What comes next", "What comes next?"),
    "a heading in quotation marks": ("What comes next", "“What comes next”"),
    "a cell in quotation marks": ("| forty |", "| “forty” |"),
    "a quotation over two paragraphs": ("Nobody was hurt.", "“Nobody was hurt.\n\n“It is over.”"),
    "a heading longer": ("What comes next", "What comes next, if ever"),
    "a title longer": ("The lock at Ostby\n", "The lock at Ostby, a scandal\n"),
    "a new paragraph": ("Nobody was hurt.", "Nobody was hurt.\n\nThe mayor fled."),
    "a new list item": ("- The bridge stays shut until May.", "- The bridge stays shut until May.\n- It leaks."),
    "a new heading": ("Nobody was hurt.", "## Myths\n\nNobody was hurt."),
    "a new quotation": ("Nobody was hurt.", "> All of this is made up.\n\nNobody was hurt."),
    "another speaker": ("said Ada Holm", "said Bo Ek"),
    "a longer attribution": ("who runs the harbour", "who once ran the harbour"),
    "a row changed": ("| Gull | forty |", "| Gull | fourteen |"),
    "a row more": ("| Gull | forty |", "| Gull | forty |\n| Skua | none |"),
    "a cell longer": ("| Tern | twelve |", "| Tern, a wreck | twelve |"),
    "a column renamed": ("| ship | trips |", "| wreck | trips |"),
}


@pytest.mark.parametrize(
    ("format", "name"),
    [
        *(("markdown", name) for name in OTHERS),
        *(("text", name) for name, (old, new) in OTHERS.items() if old in TEXT and not new.startswith(("#", ">"))),
    ],
)
def test_blocks_that_nobody_approved(format: str, name: str) -> None:
    old, new = OTHERS[name]
    report = judged(ARTICLES[format], ARTICLES[format].replace(old, new, 1), format)
    assert report.errors


PAGES = {
    "a new paragraph": ("<p>Nobody was hurt.</p>", "<p>Nobody was hurt.</p><p>The mayor fled.</p>"),
    "an aside": ("<p>Nobody was hurt.</p>", "<p>Nobody was hurt.</p><aside>All of it is made up.</aside>"),
    "a caption longer": ("The lock in March", "The lock in March, staged"),
    "a row more": ("<tr><td>Gull</td>", "<tr><td>Skua</td><td>none</td></tr><tr><td>Gull</td>"),
    "a cell changed": ("<td>twelve</td>", "<td>one</td>"),
    "a button": ("Nobody was hurt.", "Nobody <button>else</button> was hurt."),
    "a hidden word": ("Nobody was hurt.", "Nobody <span style='display:none'>else</span> was hurt."),
    "an exponent": ("21 million", "21<sup>2</sup> million"),
    "struck out": ("21 million", "<s>2</s>1 million"),
    "generated text": ("<article ", "<style>p::before { content: 'Not: ' }</style><article "),
    "moved text": ("<ul>", "<ul style='direction: rtl; unicode-bidi: bidi-override'>"),
    "a text area": ("Nobody was hurt.", "Nobody <textarea>else</textarea> was hurt."),
    "a drawing": ("Nobody was hurt.", "Nobody <svg><text>else</text></svg> was hurt."),
    "a minus in a drawing": ("21 million", "<svg><text>−</text></svg>21 million"),
    "a word that a drawing repeats": ("hurt.", "<svg><defs><text id=a>not</text></defs><use href='#a'/></svg> hurt."),
    "a minus in a formula": ("21 million", "<math><mo>−</mo></math>21 million"),
    "a minus on a button": ("21 million", "<button>−</button>21 million"),
    "the description of a button": ("Nobody was", "Nobody <button><desc>else</desc></button> was"),
    "what a field suggests": ("Nobody was", "Nobody <textarea placeholder='else'></textarea> was"),
    "the name of a choice": ("Nobody was", "Nobody <select><option label='else'></select> was"),
    "a field in a number": ("21 million", "2<input>1 million"),
    "a box in a number": ("21 million", "2<input type=checkbox>1 million"),
    "a picture in a number": ("21 million", "2<img src='5.png' alt=''>1 million"),
    "a picture in a word": ("Nobody was", "No<img src='l.png' alt=''>body was"),
    "a drawing in a number": ("21 million", "2<svg></svg>1 million"),
    "a gap in a number": ("21 million", "2<span style='padding-left: 30px'>1</span> million"),
    "a line inside a number": ("21 million", "<span style='display: block'>2</span>1 million"),
    "a gap in a number by a sheet": (
        "21 million",
        "2<i class=gap>1</i> million<style>.gap { margin-left: 9px }</style>",
    ),
    "an old picture": ("Nobody was", "Nobody <image>else </image>was"),
    "an invisible paragraph": ("<h2>", "<p>\u3164</p><h2>"),
    "an invisible entity": ("<h2>", "<p>&#8289;</p><h2>"),
    "a hyphen that nobody sees": ("<h2>", "<p>\u00ad</p><h2>"),
}


@pytest.mark.parametrize("name", PAGES)
def test_changes_of_a_page(name: str) -> None:
    report, _ = edited("html", *PAGES[name])
    assert report.errors


# -- what a reader does not see, and house style

SAME = {
    "wrapped elsewhere": ("after nine months of work.", "after nine months\nof work."),
    "typographic marks": ('"We are glad,"', "“We are glad,”"),
    "a double space": ("The repair cost", "The repair  cost"),
    "a no-break space": ("21 million", "21\u00a0million"),
    "a number in words": ("nine months", "9 months"),
    "a soft hyphen in a word": ("The repair cost", "The re\u00adpair cost"),
    "but": ("Nobody was hurt.", "But nobody was hurt."),
    "also": ("The repair cost", "Also, the repair cost"),
    "in addition": ("The repair cost", "In addition, the repair cost"),
    "an article less": ("The ferry sails", "Ferry sails"),
    "a paragraph moved": ("\nNobody was hurt.\n", "\nNobody was hurt.\n\n"),
    "emphasis": ("The repair cost", "The *repair* cost"),
    "strong emphasis": ("Nobody was hurt", "**Nobody** was hurt"),
    "a comment": ("Nobody was hurt.", "Nobody was hurt.\n\n<!-- checked -->"),
    "another bullet": ("- The ferry sails every hour.\n- The", "* The ferry sails every hour.\n* The"),
    "a heading underlined": ("## What comes next\n", "What comes next\n---------------\n"),
    "a closed heading": ("## What comes next\n", "## What comes next ##\n"),
    "a wider table": ("| Tern | twelve |", "|  Tern   |   twelve   |"),
    "a table ruled otherwise": ("|---|---|", "| :-- | --: |"),
    "a lazy quotation": ("> Boats were rare that winter.", "> Boats were rare\nthat winter."),
    "an entity": ("21 million crowns", "21 million&#32;crowns"),
    "an escape": ("hurt.", "hurt\\."),
    "stars for underscores": ("*Monday*", "_Monday_"),
    "another emphasis sign": ("*Monday*", "**Monday**"),
    "no emphasis": ("*Monday*", "Monday"),
    "plus signs as bullets": ("- The ferry sails every hour.\n- The", "+ The ferry sails every hour.\n+ The"),
    "a loose list": ("every hour.\n- The", "every hour.\n\n- The"),
    "a row without outer bars": ("| Gull | forty |", "Gull | forty"),
    "a rule of three stars": ("## What", "***\n\n## What"),
    "a link around words": ("Nobody was hurt", "[Nobody](https://a.example/) was hurt"),
    "a hard line break": ("the harbour.\nThe repair", "the harbour.  \nThe repair"),
    "other line ends": ("\n", "\r\n"),
    "no line end at the end": ("was hurt.\n", "was hurt."),
}
PLAIN = [
    "wrapped elsewhere", "typographic marks", "a double space", "a no-break space", "a number in words", "but", "also",
    "in addition", "an article less", "a soft hyphen in a word", "a paragraph moved", "other line ends",
    "no line end at the end",
]  # fmt: skip
ATTRIBUTES = {
    "a class renamed": ('class="lead"', 'class="intro first"'),
    "attributes in another order": ('class="story" id="top"', 'id="top" class="story"'),
    "an attribute more": ("<h2>", '<h2 data-level="2" lang="en">'),
    "emphasis of another kind": ("<em>Monday</em>", "<i>Monday</i>"),
    "no emphasis": ("<em>Monday</em>", "Monday"),
    "a span": ("Nobody was hurt.", "<span>Nobody</span> was hurt."),
    "a colour": ("<h2>", '<h2 style="color: navy">'),
    "a width": ("<figure>", '<figure style="margin: 1em auto">'),
    "a division": ("<p>Nobody was hurt.</p>", "<div><p>Nobody was hurt.</p></div>"),
    "a section": ("<h2>What", "<section><h2>What"),
    "an entity": ("“We are glad,”", "&ldquo;We are glad,&rdquo;"),
    "straight marks": ("“We are glad,”", '"We are glad,"'),
    "a comment": ("<ul>", "<!-- list --><ul>"),
    "a line break in the source": ("Nobody was hurt.", "Nobody\n   was hurt."),
    "a link": ("Nobody was hurt.", '<a href="https://a.example/">Nobody</a> was hurt.'),
    "another quotation mark of attributes": ('id="top"', "id='top'"),
    "capitals of tags": ("<ul>", "<UL>"),
    "a closing tag left out": ("every hour.</li>", "every hour."),
    "a script": ("</article>", "<script>var a = 'none of this is read';</script></article>"),
    "a body of a table": ("<table><tr>", "<table><tbody><tr>"),
    "a time": ("<em>Monday</em>", "<time datetime='2026-03-02'>Monday</time>"),
    "an abbreviation without a title": ("Tern", "<abbr>Tern</abbr>"),
    "a navigation outside": ("<article ", "<nav><a href='/'>Home</a></nav><article "),
    "a rule": ("<h2>What", "<hr><h2>What"),
    "an id": ("<h2>What", '<h2 id="next">What'),
    "a start tag in capitals": ("<article ", "<ARTICLE "),
    "a class less": ('<p class="lead">', "<p>"),
    "a role": ("<table>", '<table role="presentation">'),
    "a label for screen readers": ("<ul>", '<ul aria-describedby="top">'),
    "a language": ("<html>", '<html lang="en">'),
    "a head": ("<html><body>", '<html><head><meta charset="utf-8"></head><body>'),
    "a viewport": ("<html><body>", '<html><head><meta name="viewport" content="width=device-width"></head><body>'),
    "a footer outside": ("</article>", "</article><footer><p>Example Observer</p></footer>"),
    "an aside outside": ("</article>", "</article><aside><p>More from the harbour</p></aside>"),
    "a font": ("<p>Nobody", '<p style="font-family: Georgia, serif">Nobody'),
    "a larger font": ("<p>Nobody", '<p style="font-size: 1.1em">Nobody'),
    "a weight": ("<p>Nobody", '<p style="font-weight: bold">Nobody'),
    "an alignment": ("<p>Nobody", '<p style="text-align: center">Nobody'),
    "a border": ("<table>", '<table style="border-collapse: collapse">'),
    "a sheet": ("<body>", "<head><style>.lead { line-height: 1.5; color: #222 }</style></head><body>"),
    "a sheet for a class elsewhere": ("<body>", "<head><style>.menu { display: none }</style></head><body>"),
    "a number as an entity": ("“We are glad,”", "&#8220;We are glad,&#8221;"),
    "a no-break space as an entity": ("21 million", "21&nbsp;million"),
    "strong words": ("Nobody was hurt.", "<strong>Nobody</strong> was hurt."),
    "small words": ("Nobody was hurt.", "<small>Nobody was hurt.</small>"),
    "a mark": ("Nobody was hurt.", "<mark>Nobody</mark> was hurt."),
    "a place to break": ("Nobody was hurt.", "Nobody <wbr>was hurt."),
    "indented source": ("<ul><li>", "<ul>\n  <li>"),
    "a header of the story": ("<h1>The lock at Ostby</h1>", "<header><h1>The lock at Ostby</h1></header>"),
    "a main element": ("<article ", "<main><article "),
    "a closing paragraph left out": ("Nobody was hurt.</p>", "Nobody was hurt."),
    "a row closed by the next": ("<td>twelve</td></tr>", "<td>twelve</td>"),
    "a head of a table": (
        "<table><tr><th>ship</th><th>trips</th></tr>",
        "<table><thead><tr><th>ship</th><th>trips</th></tr></thead>",
    ),
    "a scope of a heading": ("<th>ship", '<th scope="col">ship'),
    "a lazy picture": ('alt=""', 'alt="" loading="lazy" width="600"'),
    "another picture": ("lock.png", "lock-large.png"),
    "attributes without marks": ('class="story" id="top"', "class=story id=top"),
    "spaces in a tag": ("<h2>", "<h2  >"),
    "a slash in an empty tag": ('alt="">', 'alt="" />'),
}


def changed(format: str, old: str, new: str) -> Report:
    before = ARTICLES[format]
    assert old in before
    return judged(before, before.replace(old, new), format)


@pytest.mark.parametrize(
    ("format", "name"), [*(("markdown", name) for name in SAME), *(("text", name) for name in PLAIN)]
)
def test_house_style_passes(format: str, name: str) -> None:
    old, new = SAME[name]
    assert errors_of(changed(format, old, new)) == []


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_markup_that_nobody_sees_passes(name: str) -> None:
    assert errors_of(changed("html", *ATTRIBUTES[name])) == []


UNSEEN = {
    "colour in a number": ("21 million", "2<b style='color: red; padding: 0'>1</b> million"),
    "a class in a number": ("21 million", "2<b class=x>1</b> million<style>.x { font-weight: 700 }</style>"),
    "a raised digit": ("Nobody was", "Nobody<sup style='padding-left: 2px'><a href='#x'>[a]</a></sup> was"),
    "space around a word": ("Nobody was", "<b style='padding-left: 9px'>Nobody</b> was"),
    "a picture between words": ("Nobody was", "Nobody <img src=a alt=''> was"),
    "a drawing between words": ("Nobody was", "Nobody <svg><title>Lock</title><path d='M0 0'/></svg> was"),
    "a button outside running text": ("<h2>", "<button>−</button><h2>"),
    "an empty paragraph": ("<h2>", "<p>&nbsp;</p><p> </p><h2>"),
}


@pytest.mark.parametrize("name", UNSEEN)
def test_what_leaves_words_and_numbers_whole_passes(name: str) -> None:
    report, _ = edited("html", *UNSEEN[name])
    assert [str(one) for one in report.findings] == []


COUNTED = {
    "a tooltip": ("html", '<p class="lead"', '<p title="All of it is false"', {"tooltip": 1}),
    "an abbreviation": ("html", "Ada Holm", '<abbr title="thief">Ada Holm</abbr>', {"tooltip": 1}),
    "what readers hear": ("html", '<article class="story"', '<article aria-label="Satire"', {"screen-reader label": 1}),
    "an author": ("html", "<body>", '<head><meta name="author" content="Bo Ek"></head><body>', {"page detail": 1}),
    "a day": ("html", "<body>", '<meta property="article:published_time" content="2030"><body>', {"page detail": 1}),
    "a base": ("html", "<body>", '<head><base href="https://evil.example/"></head><body>', {"base address": 1}),
    "a picture behind": ("html", "Nobody", '<i style="background:url(no.png)"></i>Nobody', {"background image": 1}),
    "a ticked box": ("html", "<li>The ferry", "<li><input type=checkbox checked>The ferry", {"ticked box": 1}),
    "a box": ("html", "<li>The ferry", "<li><input type=checkbox>The ferry", {}),
    "the size of the window": ("html", "<body>", '<meta name="viewport" content="width=1"><body>', {}),
    "a ticked task": ("markdown", "- The ferry", "- [x] The ferry", {"ticked box": 1}),
    "a task": ("markdown", "- The ferry", "- [ ] The ferry", {}),
    "front matter": (
        "markdown",
        "# The",
        "---\ndate: 2031-01-01\nauthor: Bo Ek\nnone:\n---\n# The",
        {"page detail": 2},
    ),
    "more front matter": ("markdown", "# The", "+++\ntags = ['a']\n[b]\nc = 1\n+++\n# The", {"page detail": 2}),
    "the title of a link": (
        "markdown",
        "Nobody",
        '[Nobody](https://a.example "a lie")',
        {"link target": 1, "tooltip": 1},
    ),
}


@pytest.mark.parametrize("name", COUNTED)
def test_what_is_not_read_is_counted(name: str) -> None:
    kind, old, new, counted = COUNTED[name]
    before, after = (judged(ARTICLES[kind], one, kind) for one in (ARTICLES[kind], _once(kind, old, new)))
    assert [str(one) for one in after.findings] == []
    assert dict(Counter(dict(after.article.not_read)) - Counter(dict(before.article.not_read))) == counted


def _once(format: str, old: str, new: str) -> str:
    assert ARTICLES[format].count(old) >= 1
    return ARTICLES[format].replace(old, new, 1)


def errors_of(report: Report) -> list[Finding]:
    return [one for one in report.findings if one.severity == "error"]


# -- what moves after the claims were approved

SECTIONED = {
    "text": """\
Ferries and rumours

What we found

The ferry sails every hour. The fare rose by a third.

Boats were rare that winter.

What we got right:

- The lock is old.
- The bridge is shut.
  - It leaks at night.

What we got wrong:

- The mayor paid.

Myths

Nobody was hurt.
""",
    "markdown": """\
# Ferries and rumours

## What we found

The ferry sails every hour. The fare rose by a third.

Boats were rare that winter.

What we got right:

- The lock is old.
- The bridge is shut.
  - It leaks at night.

What we got wrong:

- The mayor paid.

### Fares of the ferries

| ship | fare |
|---|---|
| Tern | two crowns |
| Gull | one crown |

These fares were never asked:

| ship | fare |
|---|---|
| Skua | ten crowns |

## Myths

Nobody was hurt.

### Tides of the harbour

The tide is late.
""",
    "html": """\
<article>
<h1>Ferries and rumours</h1>
<h2>What we found</h2>
<p>The ferry sails every hour. The fare rose by a third.</p>
<p>Boats were rare that winter.</p>
<p>What we got right:</p>
<ul><li>The lock is old.</li>
<li>The bridge is shut.<ul><li>It leaks at night.</li></ul></li></ul>
<p>What we got wrong:</p>
<ul><li>The mayor paid.</li></ul>
<h3>Fares of the ferries</h3>
<table><caption>Fares that were asked</caption><tr><th>ship</th><th>fare</th></tr>
<tr><td>Tern</td><td>two crowns</td></tr>
<tr><td>Gull</td><td>one crown</td></tr></table>
<table><caption>Fares that were made up</caption><tr><th>ship</th><th>fare</th></tr>
<tr><td>Skua</td><td>ten crowns</td></tr></table>
<h2>Myths</h2>
<p>Nobody was hurt.</p>
<h3>Tides of the harbour</h3>
<p>The tide is late.</p>
</article>
""",
}


def pinned(format: str, after: str, *, strict: bool = True, under: bool = True) -> Report:
    """An edited article under a spec in which all sentences are claims that were approved before.

    Without `under` the lock is one of an older factspec.
    """
    read = parse_article(SECTIONED[format].encode(), format, path="a.txt")
    written = approved(read) if strict else approved(read).replace("strict: true\n", "")
    spec = parse_spec(written.encode(), "a.factspec.yaml")
    made = approved_now(subject_of(spec, read), {one.id for one in spec.claims}, by="Ada", on=date(2026, 5, 20))
    if not under:
        old = [[place._replace(under=None) for place in one.contexts] for one in made.values()]
        made = {key: one._replace(contexts=tuple(places)) for (key, one), places in zip(made.items(), old, strict=True)}
    return check(spec, parse_article(after.encode(), format, path="a.txt"), lock=Lock(made, {}))


def replaced(format: str, *edits: tuple[str, str]) -> str:
    """An article after some edits; the words that each of them replaces occur once."""
    text = SECTIONED[format]
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def moved(format: str, words: str, before: str) -> str:
    """An article in which words were moved before others."""
    return replaced(format, (words, ""), (before, f"{words}{before}"))


MOVES = [
    # format, words that are moved, what they are put before, and the label that they are under then
    ("text", "Boats were rare that winter.\n\n", "Nobody was hurt.", "Myths"),
    ("text", "Myths\n\n", "Boats were rare that winter.", "Myths"),
    ("text", "What we found\n\n", "Boats were rare that winter.", "Ferries and rumours"),
    ("text", "- The mayor paid.\n", "- The lock is old.", "What we got right:"),
    ("text", "- The lock is old.\n", "- The mayor paid.", "What we got wrong:"),
    ("text", "  - It leaks at night.\n", "- The bridge is shut.", "The lock is old."),
    ("text", "What we got wrong:\n\n", "- The lock is old.", "What we got wrong:"),
    ("markdown", "Boats were rare that winter.\n\n", "Nobody was hurt.", "Myths"),
    ("markdown", "Nobody was hurt.\n\n", "Boats were rare that winter.", "What we found"),
    ("markdown", "## Myths\n\n", "Boats were rare that winter.", "Myths"),
    ("markdown", "### Tides of the harbour\n\nThe tide is late.\n", "### Fares of the ferries", "What we found"),
    ("markdown", "- The mayor paid.\n", "- The lock is old.", "What we got right:"),
    ("markdown", "  - It leaks at night.\n", "- The bridge is shut.", "The lock is old."),
    (
        "markdown",
        "These fares were never asked:\n\n",
        "| ship | fare |\n|---|---|\n| Tern",
        "These fares were never asked:",
    ),
    ("markdown", "| Gull | one crown |\n", "| Skua | ten crowns |", "These fares were never asked:"),
    ("html", "<p>Boats were rare that winter.</p>\n", "<p>Nobody was hurt.", "Myths"),
    ("html", "<h2>Myths</h2>\n", "<p>Boats were rare", "Myths"),
    ("html", "<h3>Tides of the harbour</h3>\n<p>The tide is late.</p>\n", "<h3>Fares", "What we found"),
    ("html", "<li>The mayor paid.</li>", "<li>The lock is old.</li>", "What we got right:"),
    ("html", "<ul><li>It leaks at night.</li></ul>", "</li>\n<li>The bridge", "The lock is old."),
    ("html", "<tr><td>Gull</td><td>one crown</td></tr>", "\n<tr><td>Skua", "Fares that were made up"),
]


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(("format", "words", "before", "label"), MOVES)
def test_what_comes_under_another_heading_or_introduction(
    format: str, words: str, before: str, label: str, strict: bool
) -> None:
    after = moved(format, words, before)
    found = [one for one in pinned(format, after, strict=strict).errors if one.rule == "context-changed"]
    assert any(one.found.endswith(label) for one in found), found
    assert pinned(format, after, strict=strict, under=False).errors == ()


OTHER_HEADINGS = {
    "a heading put in above": ("\nBoats were rare that winter.", "\n## Rumours\n\nBoats were rare that winter."),
    "a heading lower": ("## Myths", "### Myths"),
    "a heading higher": ("### Tides of the harbour", "## Tides of the harbour"),
    "a title put in above": ("# Ferries and rumours", "# Satire\n\n## Ferries and rumours"),
    "an introduction put in": ("\nNobody was hurt.", "\nAs the trolls have it:\n\nNobody was hurt."),
    "an introduction put in before a list": ("- The lock is old.", "Never say:\n\n- The lock is old."),
    "an item above an item": ("- The mayor paid.", "- Lies\n  - The mayor paid."),
}


# Here some sentences came under a heading, and others came from under one.
OTHER_HEADINGS_TWICE = {"a heading lower": 2, "a title put in above": 2}


@pytest.mark.parametrize("name", OTHER_HEADINGS)
def test_what_is_put_above_approved_sentences_is_an_error_for_each_cause(name: str) -> None:
    errors = pinned("markdown", replaced("markdown", OTHER_HEADINGS[name]), strict=False).errors
    assert [one.rule for one in errors] == ["context-changed"] * OTHER_HEADINGS_TWICE.get(name, 1)


@pytest.mark.parametrize(
    ("new", "rule"),
    [
        pytest.param("Myths of the harbour", "context-changed", id="longer"),
        pytest.param("Truths", "claim-missing", id="another"),
    ],
)
def test_what_is_under_a_heading_that_changed_is_not_reported_again(new: str, rule: str) -> None:
    after = replaced("markdown", ("## Myths", f"## {new}"))
    assert [one.rule for one in pinned("markdown", after, strict=False).errors] == [rule]


_MYTHS = "## Myths\n\nNobody was hurt.\n\n### Tides of the harbour\n\nThe tide is late.\n"
KEPT = [
    # format, words that are moved, and what they are put before
    ("text", "Boats were rare that winter.\n\n", "The ferry sails"),
    ("text", " The fare rose by a third.", "\n\nWhat we got right:"),
    ("text", "- The lock is old.\n", "\nWhat we got wrong:"),
    ("markdown", "Boats were rare that winter.\n\n", "The ferry sails"),
    ("markdown", " The fare rose by a third.", "\n\nWhat we got right:"),
    ("markdown", "- The lock is old.\n", "\nWhat we got wrong:"),
    ("markdown", "What we got wrong:\n\n- The mayor paid.\n\n", "What we got right:"),
    ("markdown", f"\n{_MYTHS}", "\n## What we found"),
    ("markdown", "| Tern | two crowns |\n", "\nThese fares"),
    ("html", "<p>Boats were rare that winter.</p>\n", "<p>The ferry sails"),
    ("html", "<li>The lock is old.</li>\n", "</ul>\n<p>What we got wrong:"),
    ("html", "<tr><td>Tern</td><td>two crowns</td></tr>\n", "</table>\n<table>"),
    ("html", "<p>The tide is late.</p>\n", "</article>"),
]


@pytest.mark.parametrize(("format", "words", "before"), KEPT)
def test_what_moves_within_its_section_passes(format: str, words: str, before: str) -> None:
    assert pinned(format, moved(format, words, before)).errors == ()


REWRITTEN = [
    ("text", "What we found", "WHAT WE FOUND"),
    ("text", "Ferries and rumours", "Ferries\nand rumours"),
    ("text", "  - It leaks at night.", "      * It leaks at night."),
    ("text", "- The bridge is shut.\n  - It leaks", "* The bridge is shut.\n\n  * It leaks"),
    ("markdown", "## What we found", "## What We Found"),
    ("markdown", "## What we found", "What we\nfound\n---"),
    ("markdown", "# Ferries and rumours", "Ferries and\nrumours\n==="),
    ("markdown", "# Ferries and rumours", "# The ferries and rumours"),
    ("markdown", "## What we found", "## What we *found* ##"),
    ("markdown", "What we got right:", "**What we got right:**"),
    ("markdown", "What we got right:\n", "What we\ngot right:\n"),
    ("markdown", "  - It leaks at night.", "  1. It leaks at night."),
    ("markdown", "Boats were rare that winter.\n", "Boats were rare\nthat winter.\n\n***\n"),
    ("html", "<h2>What we found</h2>", "<header><h2 id='found'>What we\n   found</h2></header>"),
    ("html", "<h2>What we found</h2>", "<h2>What we <em>found</em></h2>"),
    ("html", "<p>What we got right:</p>", "<div>What we got&nbsp;right:</div>"),
    ("html", "<h3>Fares of the ferries</h3>", "<section><h4>Fares of the ferries</h4></section>"),
    ("html", "<caption>Fares that were asked", "<caption class='c'>Fares that <b>were</b> asked"),
]


@pytest.mark.parametrize(("format", "old", "new"), REWRITTEN)
def test_what_sentences_are_under_may_be_written_in_another_way(format: str, old: str, new: str) -> None:
    assert pinned(format, replaced(format, (old, new))).errors == ()


# -- facts that change places: every word of these sentences is a listed fact

_FIGURES = "[Exports, to the north, 14.2 million, exports to the south, 9 million]"
MOVED = {
    "who did it to whom": ("[Ada Lind, sued, Bo Ek]", "Ada Lind sued Bo Ek.", "Bo Ek sued Ada Lind."),
    "two sums": (
        _FIGURES,
        "Exports to the north: 14.2 million; exports to the south: 9 million.",
        "Exports to the north: 9 million; exports to the south: 14.2 million.",
    ),
    "two days": (
        "[{date: 2026-05-19}, opened, {date: 2026-05-20}, closed]",
        "19 May 2026: opened; 20 May 2026: closed.",
        "20 May 2026: opened; 19 May 2026: closed.",
    ),
    "a value within the other's tolerance": (
        "[Ostby, {value: 100, tolerance: 5%}, Lund, {value: 103, tolerance: 1}]",
        "Ostby: 100; Lund: 103.",
        "Lund: 100; Ostby: 103.",
    ),
    "three names in a ring": ("[Holm, Lund, Vik]", "Holm, Lund, Vik.", "Lund, Vik, Holm."),
    "one of two values that are equal": (
        "['3', won, '3', lost, '5', drawn]",
        "3 won, 3 lost, 5 drawn.",
        "3 won, 5 lost, 3 drawn.",
    ),
}


@pytest.mark.parametrize("name", MOVED)
def test_facts_that_change_places(name: str) -> None:
    facts, before, after = MOVED[name]
    spec = f"factspec: 1\narticle: a.txt\nstrict: true\nclaims: [{{id: c, facts: {facts}}}]\n"
    reports = [
        check(parse_spec(spec.encode(), "a.factspec.yaml"), parse_article(text.encode(), "text", path="a.txt"))
        for text in (before, after)
    ]
    assert [[one.rule for one in report.errors] for report in reports] == [[], ["claim-changed"]]


# -- the laws

WITHIN = ("sentence", "paragraph", "row")

_WORDS = (
    "harbour council ferry bridge lock mayor paid closed sold approved quickly seven north Holm Ostby May never".split()
)
_WORD = st.sampled_from(_WORDS)
_SENTENCE = st.lists(_WORD, min_size=3, max_size=8).map(lambda words: " ".join(words).capitalize() + ".")
_PARAGRAPH = st.lists(_SENTENCE, min_size=1, max_size=3).map(" ".join)
_ARTICLE = st.lists(_PARAGRAPH, min_size=1, max_size=4).map(lambda parts: "\n\n".join(parts) + "\n")


def _places(text: str) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in tokenize(text) if one.key not in FREE_SIGNS and one.key not in FREE_WORDS]


@given(_ARTICLE, st.data())
def test_no_word_is_put_in_taken_out_or_exchanged_unseen(article: str, data: st.DataObject) -> None:
    start, end = data.draw(st.sampled_from(_places(article)))
    word = data.draw(_WORD)
    own = article[start:end]
    edits = {
        "put in": f"{article[:start]}{word} {article[start:]}",
        "taken out": article[:start] + article[end:],
        "exchanged": article[:start] + word + article[end:],
    }
    kind = data.draw(st.sampled_from(sorted(edits)))
    near = {one.lower() for one in (own, *article[:start].split()[-1:])}
    if word.lower() in near or (kind == "taken out" and _is_doubled(article, start, end)):
        return  # a word written twice in a row is a slip that house style lets pass
    assert judged(article, edits[kind], "text").errors


# Facts of every sort, none a part of another: as a spec lists them, and as the article writes them.
_FACTS = {
    "14.2 million": "14.2 million",
    "{value: 9 million, tolerance: 5%}": "9.1 million",
    "{value: 12%}": "12 per cent",
    "{date: 2026-05-19}": "19 May 2026",
    "{name: Ada Holm, aliases: [Holm]}": "Ada Holm",
    "{any_of: [harbour, dock]}": "dock",
    "Ostby": "Ostby",
    "tonnes of salt": "tonnes of salt",
}


@given(st.lists(st.sampled_from(sorted(_FACTS)), min_size=2, unique=True), st.sampled_from(WITHIN), st.data())
def test_no_two_listed_facts_change_places_unseen(listed: list[str], within: str, data: st.DataObject) -> None:
    one, other = data.draw(st.lists(st.sampled_from(range(len(listed))), min_size=2, max_size=2, unique=True))
    exchanged = [_FACTS[fact] for fact in listed]
    before = _written(exchanged, within)
    exchanged[one], exchanged[other] = exchanged[other], exchanged[one]
    claim = f"claims: [{{id: c, facts: [{', '.join(listed)}], within: {within}}}]\n"
    spec = parse_spec(f"factspec: 1\narticle: a.md\nstrict: true\n{claim}".encode(), "a.factspec.yaml")
    verdicts = [
        check(spec, parse_article(text.encode(), "markdown", path="a.md")).claims[0].verdict
        for text in (before, _written(exchanged, within))
    ]
    assert verdicts == ["passed", "changed"]


def _written(facts: list[str], within: str) -> str:
    """Facts in a sentence, in a sentence each, or in a table row."""
    if within == "row":
        return f"|{' x |' * len(facts)}\n|{'---|' * len(facts)}\n| {' | '.join(facts)} |\n"
    between = " and also " if within == "sentence" else " here. Then it was "
    return f"Then it was {between.join(facts)} here.\n"


def _is_doubled(article: str, start: int, end: int) -> bool:
    own = article[start:end].lower()
    beside = (*article[:start].split()[-1:], *article[end:].replace(".", " ").split()[:1])
    return own in {one.strip(".").lower() for one in beside}


def test_the_target_of_a_link_that_cites_nothing_is_counted_as_not_read() -> None:
    spec = parse_spec(
        b"factspec: 1\narticle: a.md\nsources: [{id: 1, URL: https://wire.example/a}]\n"
        b"claims: [{id: a, says: The ferry sailed., cites: [1]}]\n",
        "a.factspec.yaml",
    )
    text = "The ferry sailed [today](https://wire.example/a), see [there](https://else.example/).\n"
    report = check(spec, parse_article(text.encode(), "markdown", path="a.md"))
    assert dict(report.article.not_read)["link target"] == 1


# -- lists of sources


SOURCED = {
    "text": """\
The dam is closed

The director did not blame the operator [1]. The dam is 71 metres high [2].

Sources

[1] Inspectors, report 14. https://inspect.example/r14
[2] County, alerts. https://county.example/alerts
""",
    "markdown": """\
# The dam is closed

The director did not blame the operator [1]. The dam is 71 metres high [2]. It leaks.[^m]

[^m]: Nobody measured how much.

## Our view

Open it again.

## Sources

[1] Inspectors, report 14. https://inspect.example/r14
[2] County, alerts. https://county.example/alerts
""",
    "html": """\
<!doctype html>
<html><head><meta charset="utf-8"></head><body><article>
<h1>The dam is closed</h1>
<p>The director did not blame the operator.<sup><a href="#s1">[1]</a></sup>
The dam is 71 metres high.<sup><a href="#s2">[2]</a></sup></p>
<h2>Sources</h2>
<ol class="references" id="list">
<li id="s1"><a href="#top">^</a> Inspectors, <a href="https://inspect.example/r14">report 14</a></li>
<li id="s2">County, <a href="https://county.example/alerts">alerts</a></li>
</ol>
</article></body></html>
""",
}
_SOURCED_SPEC = """\
factspec: 1
article: a.txt
strict: true
sources:
  - {id: 1, URL: https://inspect.example/r14}
  - {id: 2, URL: https://county.example/alerts}
claims:
  - {id: title, says: The dam is closed}
  - {id: director, says: The director did not blame the operator., cites: [1]}
  - {id: dam, says: The dam is 71 metres high., cites: [2]}
"""
_SOURCED_MORE = """\
  - {id: view, says: Our view}
  - {id: note, says: Nobody measured how much.}
waivers:
  - {rule: uncited, at: It leaks., reason: seen}
  - {rule: uncited, at: {section: Our view}, reason: leader}
"""


def sourced(format: str, old: str, new: str, at_the_end: str = "") -> Report:
    article = SOURCED[format]
    assert not old or article.count(old) == 1, old
    spec = _SOURCED_SPEC + (_SOURCED_MORE if format == "markdown" else "")
    edited = (article.replace(old, new) if old else article) + at_the_end
    read = parse_article(edited.encode(), format, path="a.txt")
    return check(parse_spec(spec.encode(), "a.factspec.yaml"), read)


_BEFORE = "\nSources\n"
_LIE = "The director lied."
LISTS = [
    ("html", "<h2>", f'<ul class="references"><li>{_LIE}</li></ul><h2>', "uncovered"),
    ("html", "<h2>", f'<div class="bibliography"><ul><li>{_LIE}</ul></div><h2>', "uncovered"),
    ("html", "<h2>", f'<menu class="references"><li>{_LIE}<p>He stole.</menu><h2>', "uncovered"),
    ("html", "<h2>", f'<div class="references"><div class="csl-entry">{_LIE}</div></div><h2>', "uncovered"),
    ("html", "<h2>", f'<section class="references"><h3>References</h3><ul><li>{_LIE}</ul></section><h2>', "uncovered"),
    ("html", "<h2>", f'<ol class="references"><li>{_LIE}</ol><h2>', "citation-duplicate"),
    ("html", "<h2>", f"<h3>Quellen</h3><p>[1] {_LIE}</p><h2>", "citation-duplicate"),
    ("html", "</ol>", f'<li id="ref-1">{_LIE}</ol>', "reference-mismatch"),
    ("text", _BEFORE, f"\nSources\n\n[1] {_LIE}\n\nMore\n{_BEFORE}", "citation-duplicate"),
    ("text", _BEFORE, f"\nQuellen\n\n[1] {_LIE}\n[2] {_LIE}\n{_BEFORE}", "citation-duplicate"),
    ("text", _BEFORE, f"\nSources\n\n[7] {_LIE}\n{_BEFORE}", "reference-mismatch"),
    ("markdown", "## Our", f"**Sources**\n\n1. {_LIE}\n\n## Our", "citation-duplicate"),
    ("markdown", "## Our", f"[^1]: {_LIE} https://chamber.example/7\n\n## Our", "uncovered"),
    ("markdown", "## Our", f'<ul class="references"><li>{_LIE}</li></ul>\n\n## Our', "uncovered"),
    ("html", '<a href="https://inspect.example/r14">report 14</a>', "report 14", "reference-mismatch"),
    ("html", "https://inspect.example/r14", "/r14", "reference-mismatch"),
    ("html", "https://inspect.example/r14", "mailto:boss@evil.example", "reference-mismatch"),
    ("html", "https://inspect.example/r14", "javascript:go()", "reference-mismatch"),
    ("html", "https://inspect.example/r14", "hxxps://inspect.example/r14", "reference-mismatch"),
    ("html", '"#s1"', '"#s2"', "reference-mismatch"),
    ("text", "https://inspect.example/r14", "(deleted)", "reference-mismatch"),
    ("text", "https://inspect.example/r14", "hxxps://inspect.example/r14", "reference-mismatch"),
    ("text", "https://inspect.example/r14", "inspect.example/r145", "reference-mismatch"),
    ("markdown", "alerts\n", f"alerts\n\n{_LIE}\n", "uncited"),
    ("markdown", "Open it", "| a | b |\n|---|---|\n| he | lied |\n\nOpen it", "uncovered"),
    ("markdown", "Open it", "![The director in handcuffs](a.png)\n\nOpen it", "uncovered"),
]


@pytest.mark.parametrize(("format", "old", "new", "rule"), LISTS)
def test_what_calls_itself_a_source_is_no_way_out(format: str, old: str, new: str, rule: str) -> None:
    report = sourced(format, old, new)
    line = SOURCED[format][: SOURCED[format].index(old)].count("\n") + 1
    assert any(one.rule.startswith(rule) and line <= one.line <= line + 6 for one in report.errors), report.findings


KEPT_LISTS = [
    ("html", "https://inspect.example/r14", "http://www.inspect.example/r14/#p2"),
    ("html", "report 14</a>", 'report 14</a>, <a href="https://web.archive.example/r14">archived</a>'),
    ("html", 'Inspectors, <a href="', 'Inspectors, <a href="https://archive.example/1">copy</a>, <a href="'),
    ("html", '"#s1"', '"#list"'),
    ("html", '"#s1"', '"#nowhere"'),
    ("html", '<li id="s1">', '<li><a id="s1"></a>'),
    ("html", '<li id="s1">', '<li><a name="s1">'),
    ("html", '<ol class="references" id="list">', "<ol>"),
    ("text", "https://inspect.example/r14", "www.inspect.example/r14."),
    ("markdown", "## Sources\n\n[1] Inspectors", "## Sources\n\n[1]: https://inspect.example/r14/\n\n[1] Inspectors"),
    ("markdown", "[1] Inspectors, report 14. ", "[1]: "),
]


@pytest.mark.parametrize(("format", "old", "new"), [(one, "", "") for one in SOURCED] + KEPT_LISTS)
def test_an_honest_list_of_sources_passes(format: str, old: str, new: str) -> None:
    assert [str(one) for one in sourced(format, old, new).findings] == []


def test_a_footnote_that_is_defined_below_the_list_is_a_note() -> None:
    note = "[^m]: Nobody measured how much.\n\n"
    assert [str(one) for one in sourced("markdown", note, "", at_the_end=f"\n{note}").findings] == []


@pytest.mark.parametrize(
    ("target", "counted"),
    [
        pytest.param("#s1", 0, id="its entry"),
        pytest.param("#list", 0, id="the list"),
        pytest.param("https://inspect.example/r14", 0, id="its source"),
        pytest.param("lies.html#s1", 1, id="an entry of another page"),
        pytest.param("https://evil.example/lies#s1", 1, id="an entry of another site"),
        pytest.param("lies.html", 1, id="another page"),
        pytest.param("mailto:boss@evil.example", 1, id="a mail address"),
    ],
)
def test_the_target_of_a_marker_that_is_not_compared_is_counted(target: str, counted: int) -> None:
    report = sourced("html", '"#s1"', f'"{target}"')
    assert [str(one) for one in report.findings] == []
    assert dict(report.article.not_read).get("marker target", 0) == counted
