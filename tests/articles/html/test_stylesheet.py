"""What the sheets that a page holds hide; a browser's cascade is the measure."""

import pytest

from factspec.articles.html.markup import Tag, attributes, tokens
from factspec.articles.html.stylesheet import stylesheet
from factspec.projects.loading import parse_article

ELEMENT = '<p class="x">'


def hides(head: str, element: str = ELEMENT) -> bool:
    source = head + element
    found = list(tokens(source))
    tag = found[-1]
    assert isinstance(tag, Tag)
    return stylesheet(source, found).hides(tag, attributes(source, tag))


@pytest.mark.parametrize(
    "css",
    [
        pytest.param("", id="nothing"),
        pytest.param(".x { color: red }", id="another property"),
        pytest.param(".x { display: block }", id="another value"),
        pytest.param(".x { visibility: hidden }", id="what an element inside may undo"),
        pytest.param("@layer a { .x { display: none } }", id="in a layer"),
        pytest.param(".x { display: none; all: revert }", id="all is taken back"),
        pytest.param(".xy { display: none }", id="a longer class"),
        pytest.param(".X { display: none }", id="a class in another case"),
        pytest.param("#x { display: none }", id="an id"),
        pytest.param("q { display: none }", id="another tag"),
        pytest.param("/* .x { display: none } */", id="a comment"),
        pytest.param(".y::after { content: '.x { display: none }' }", id="a string"),
        pytest.param("div .x { display: none }", id="inside another element"),
        pytest.param("div>.x { display: none }", id="a child of another element"),
        pytest.param(".z { .x { display: none } }", id="in another rule"),
        pytest.param(".x[data-a] { display: none }", id="with an attribute"),
        pytest.param(".x:not(.y) { display: none }", id="with a pseudo-class"),
        pytest.param(".x::before { display: none }", id="a made part"),
        pytest.param(".x:after { display: none }", id="a made part, as it was once written"),
        pytest.param("@media print { .x { display: none } }", id="on paper"),
        pytest.param("@media screen and (max-width: 9em) { .x { display: none } }", id="on a narrow screen"),
        pytest.param("@supports (display: grid) { .x { display: none } }", id="where a property is known"),
        pytest.param(".x { @media (max-width: 9em) { display: none } }", id="on a narrow screen, in the rule"),
        pytest.param("@keyframes x { from { display: none } .x { display: none } }", id="a step of an animation"),
        pytest.param(".x { display: none } .x { display: block }", id="a later rule"),
        pytest.param(".x { display: block } .x { display: none } .x { display: block }", id="the same rule again"),
        pytest.param(".x { display: none; display: block }", id="a later declaration"),
        pytest.param("p.x { display: block } .x { display: none }", id="a more specific rule"),
        pytest.param(".x { display: block !important } p.x { display: none }", id="an important rule"),
        pytest.param(".x { display: none } .x:hover { display: block }", id="shown under the pointer"),
        pytest.param(".x { display: none } .x.open { display: block }", id="shown with another class"),
        pytest.param(".x { display: none } .open .x { display: block }", id="shown inside another element"),
        pytest.param(".x { display: none } :is(.x, .z) { display: block }", id="shown among others"),
        pytest.param(".x { display: none } @media (max-width: 9em) { .x { display: block } }", id="shown if narrow"),
        pytest.param(".x { display: none; &:hover { display: block } }", id="shown by a rule inside"),
        pytest.param(".x { display: none; @media (width > 9em) { display: block } }", id="shown by a group inside"),
    ],
)
def test_seen(css: str) -> None:
    assert not hides(f"<style>{css}</style>")


@pytest.mark.parametrize(
    "css",
    [
        pytest.param(".x{display:none}", id="a class"),
        pytest.param("p.x { DISPLAY : None ! important }", id="a tag and a class"),
        pytest.param("p { display: none }", id="a tag"),
        pytest.param("* { display: none }", id="every element"),
        pytest.param(".y, .x { display: none }", id="one of several"),
        pytest.param(".x { content-visibility: hidden }", id="contents"),
        pytest.param(".x { color: red; display: none; margin: 0 }", id="among declarations"),
        pytest.param(".x { display: none", id="unclosed"),
        pytest.param("<!-- .x { display: none } -->", id="in the comment of old pages"),
        pytest.param("/* } */ .y::after { content: '}' } .x { display: none }", id="behind braces that are none"),
        pytest.param("@charset 'utf-8'; @import url(a.css); .x { display: none }", id="behind statements"),
        pytest.param("@font-face { src: url(a) } .x { display: none }", id="behind a font"),
        pytest.param("@media screen { .x { display: none } }", id="on a screen"),
        pytest.param(".x { display: block } .x { display: none }", id="a later rule"),
        pytest.param(".x { display: none } p { display: block }", id="a more specific rule"),
        pytest.param(".x { display: none !important } .x.open { display: block }", id="an important rule"),
        pytest.param(".x { display: none } .y:hover { display: block }", id="another is shown"),
        pytest.param(".x { display: none } .x::after { display: block }", id="a made part is shown"),
        pytest.param(".x { display: none; content-visibility: visible }", id="another property is shown"),
    ],
)
def test_hidden(css: str) -> None:
    assert hides(f"<style>{css}</style>")


@pytest.mark.parametrize(
    ("head", "element", "hidden"),
    [
        pytest.param("<style media=print>.x{display:none}</style>", ELEMENT, False, id="a sheet for paper"),
        pytest.param("<style media=screen>.x{display:none}</style>", ELEMENT, True, id="a sheet for screens"),
        pytest.param("<noscript><style>.x{display:none}</style></noscript>", ELEMENT, False, id="without scripts"),
        pytest.param("<noscript></noscript><style>.x{display:none}</style>", ELEMENT, True, id="behind noscript"),
        pytest.param(
            "<style>.x{display:none}</style><style>p.x{display:block}</style>", "<p class=x>", False, id="two"
        ),
        pytest.param("<script>.x{display:none}</script>", ELEMENT, False, id="a script"),
        pytest.param("<template><style>.x{display:none}</style></template>", ELEMENT, False, id="a template"),
        pytest.param("<style type=text/plain>.x{display:none}</style>", ELEMENT, False, id="no sheet by its type"),
        pytest.param("<style>body{display:none}</style>", "<body>", False, id="the whole page"),
        pytest.param("<style>.x{display:none}</style>", "<p class='y x'>", True, id="one of its classes"),
        pytest.param("<style>.x.y{display:none}</style>", "<p class='y x'>", True, id="both of its classes"),
        pytest.param("<style>#é{display:none}</style>", "<p id=é>", True, id="an id"),
        pytest.param("<style>.x{display:none}</style>", "<p class=x style='display:block'>", False, id="its own style"),
        pytest.param(
            "<style>.x{display:none!important}</style>", "<p class=x style='display:block'>", True, id="important"
        ),
        pytest.param(
            "<style>.x{display:none}@media(width>9em){.md\\:block{display:block}}</style>",
            "<p class='x md:block'>",
            False,
            id="a name with a sign in it",
        ),
    ],
)
def test_page(head: str, element: str, hidden: bool) -> None:
    assert hides(head, element) is hidden


def test_what_a_sheet_hides_is_no_text_of_the_article() -> None:
    page = "<style>.x{display:none}</style><article><p>Ann came.<p class=x>Ann left.</article>"

    article = parse_article(page.encode(), "html")

    assert article.text == "Ann came."
    assert [article.source[start:end] for start, end in article.hidden] == ["Ann left."]


def test_of_a_class_in_too_many_kinds_of_rules_nothing_is_said() -> None:
    css = ".x{display:none}" + "".join(f".x.a{number}{{display:none}}" for number in range(300))

    assert not hides(f"<style>{css}</style>")
    assert hides("<style>" + ".x{display:none}" * 300 + "</style>")
