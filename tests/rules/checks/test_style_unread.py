"""style-unread: what may show an article otherwise than it is read; rows on which nothing must happen come first."""

from collections.abc import Callable
from functools import partial

import pytest
from tests.growth import SQUARE, growth

from factspec import parse_article
from factspec.rules.finding import Report, Severity

APPROVED = "claims: [{id: c, says: The ferry sailed on Monday}]\n"
DENIED = "claims: [{id: c, says: The ferry never sailed on Monday}]\n"
STORY = "<p>The ferry sailed on Monday.</p>"


def page(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Ferry</title>\n{head}\n</head><body><article>\n{body}\n</article></html>\n"
    )


# -- ordinary pages

# The declarations of ordinary style attributes in an article.
PLAIN_STYLES = [
    "color: red",
    "color:#333333;",
    "color: rgb(51, 51, 51)",
    "color: rgba(0, 0, 0, .84)",
    "COLOR: Navy",
    "font-weight: 400",
    "font-weight: bold; font-style: italic",
    "font-family: Georgia, 'Times New Roman', serif",
    "font-size: 14px",
    "font-size: 1.2rem; line-height: 1.5",
    "font-size: clamp(1rem, 2vw, 1.5rem)",
    "font: italic 700 1.2em/1.5 Georgia, serif",
    "line-height: 24px",
    "line-height: 0",
    "line-height:0pt",
    "margin-left: -0.089ex",
    "margin-right:-.36em",
    "vertical-align: -0.338ex",
    "position: relative; top: .2em",
    "text-align: center",
    "text-align:justify;margin:0 auto",
    "margin: 0 0 1.5em",
    "margin-left: 40px",
    "padding: 10px 20px",
    "padding-left: 2em; text-indent: 1em",
    "border: 1px solid #ddd; border-radius: 4px",
    "border-left: 4px solid rgba(0,0,0,.1)",
    "background-color: #f5f5f5",
    "background: yellow",
    "color: white; background-color: #336699",
    "max-width: 600px; width: 100%",
    "text-decoration: underline",
    "text-decoration: none",
    "text-decoration: underline dotted #999 1px",
    "white-space: nowrap",
    "word-break: break-word; overflow-wrap: anywhere",
    "letter-spacing: 0.05em",
    "vertical-align: top",
    "display: block",
    "display:inline-block;padding:2px 6px",
    "display: flex; gap: 1rem; justify-content: space-between",
    "position: relative",
    "opacity: 0.9",
    "clear: both",
    "list-style-type: square",
    "cursor: pointer; transition: color .2s ease",
    "-webkit-font-smoothing: antialiased; -ms-text-size-adjust: 100%",
    "mso-line-height-rule: exactly; line-height: 22px",
    "--brand: #0a5; color: var(--brand)",
    "margin-top: 0 !important",
    "font-feature-settings: 'tnum', 'kern' 1",
    "",
]


@pytest.mark.parametrize("style", PLAIN_STYLES)
def test_ordinary_style_attributes(hold: Callable[..., Report], style: str) -> None:
    body = f'<p>The <span style="{style}">ferry</span> sailed on Monday.</p>'
    assert [str(one) for one in hold(page(body), APPROVED, format="html").findings] == []


BLOG = """<style>
*, *::before, *::after { box-sizing: border-box }
:root { --ink: #222; --size: 18px }
html { font-size: 100%; -webkit-text-size-adjust: 100% }
body { margin: 0; font: 1rem/1.6 system-ui, sans-serif; color: var(--ink); background: #fff; overflow-x: hidden }
p { margin: 0 0 1em; font-size: var(--size) } a { color: #06c; text-decoration: none }
a:hover { text-decoration: underline } img { max-width: 100%; height: auto; display: block; float: left }
blockquote { border-left: 3px solid #ccc; padding: 0 1rem; font-style: italic } blockquote::before { content: "\\201C" }
pre { overflow-x: auto; background: #f4f4f4 } .entry-content::after { content: ""; display: table; clear: both }
figure { margin: 1rem 0; float: right } p::first-letter { float: left; font-size: 3em }
.nav { position: fixed; top: 0; transform: translateY(-100%); text-transform: uppercase }
.menu-toggle, .screen-reader-text { display: none; position: absolute; clip: rect(0 0 0 0) }
nav ul li { display: none } .modal.open { visibility: hidden } footer > p { opacity: 0 }
@media (max-width: 600px) { .sidebar { display: none } p { font-size: 16px } }
@media print { p { display: none } }
@supports (display: grid) { .grid { display: grid; order: 2 } }
@keyframes spin { to { transform: rotate(360deg) } }
</style>"""
NEWSLETTER = """<style type="text/css">
body, table, td, a { -webkit-text-size-adjust: 100%; -ms-text-size-adjust: 100% }
table, td { mso-table-lspace: 0pt; mso-table-rspace: 0pt; border-collapse: collapse }
img { -ms-interpolation-mode: bicubic; border: 0; height: auto; line-height: 100%; outline: none }
.ReadMsgBody { width: 100% } @media screen and (max-width: 525px) { .mobile-hide { display: none !important } }
</style>"""
ORDINARY = {
    "no styling": ("", STORY),
    "classes": ("", '<p class="lead has-text-align-center wp-block">The ferry sailed on Monday.</p>'),
    "a blog's sheet": (BLOG, f'<div class="entry-content">{STORY}<figure><img src="a.png"></figure></div>'),
    "a newsletter's sheet": (NEWSLETTER, f"<table role=presentation><tr><td>{STORY}</td></tr></table>"),
    "a reset of raised text": (
        """<style>sub, sup { font-size: 75%; line-height: 0; position: relative; vertical-align: baseline }
        sup { top: -.5em } sub { bottom: -.25em }</style>""",
        "<p>The ferry sailed on Monday, 12 km<sup>2</sup> of ice around it.</p>",
    ),
    "a preheader": ("", f'<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">&nbsp;</div>{STORY}'),
    "a spacer": ("", f'<table><tr><td style="font-size:0;line-height:0;height:20px">&nbsp;</td></tr></table>{STORY}'),
    "a picture that floats": ("", f'<img src="a.png" style="float:left;height:40px;opacity:.1">{STORY}'),
    "a figure and its caption": ("", f"<figure><img src=a.png><figcaption>A pier</figcaption></figure>{STORY}"),
    "an aside": ("", f"{STORY}<aside><p>More inside.</p></aside>"),
    "navigation": ("", f"<nav><ul><li><a href=/>Home</a></ul></nav>{STORY}"),
    "share buttons": ("", f"{STORY}<div><button>Share</button><button>Print</button></div>"),
    "a search form": ("", f"{STORY}<form><input type=search placeholder='Search'><select><option>All</select></form>"),
    "an icon": ("", '<p>The <svg><title>Boat</title><path d="M0 0"/></svg>ferry sailed on Monday.</p>'),
    "a video": ("", f'{STORY}<figure><iframe src="https://video.example/1"></iframe></figure>'),
    "an emoji as a picture": ("", "<p>The ferry sailed on Monday.<img class=emoji alt=':)' src=a.png></p>"),
    "a linked sheet": ('<link rel="stylesheet" href="a.css">', STORY),
    "fonts": ("<style>@font-face { font-family: A; src: url(a.woff2) }</style>", STORY),
    "an imported sheet": ("<style>@import url('a.css') screen;</style>", STORY),
    "scripts": ("<script>var a = '<p>';</script><script src=a.js async></script>", STORY),
    "data for machines": ('<script type="application/ld+json">{"name": "never"}</script>', STORY),
    "without scripts": ("", f"{STORY}<noscript><img src=a.gif alt=''></noscript>"),
    "struck-out text": ("", f"{STORY}<p>It costs <s>$5</s> $4, was <del>late</del> on time.</p>"),
    "tags that are left out": (
        "",
        f"<table><tr><td hidden><p>No<td>So<tr><td>It is</table><ul><li hidden><p>No<li>So</ul><p hidden>No{STORY}",
    ),
    "inserted text": ("", "<p>The <ins>ferry</ins> sailed on Monday.</p>"),
    "an abbreviation": ("", "<p>The ferry sailed on <abbr title='the first day'>Monday</abbr>.</p>"),
    "an open detail": ("", f"<details open><summary>More</summary>{STORY}</details>"),
    "a closed detail": ("", f"<details><summary>More</summary>{STORY}</details>"),
    "hidden text of two words": ("", f"{STORY}<p hidden>Read more</p>"),
    "a hidden dialog": ("", f"{STORY}<dialog><p>Sign up</p></dialog>"),
    "rules for elements elsewhere": ("<style>.bar { display: none }</style>", f"{STORY}</article><p class=bar>x</p>"),
    "rules for elements inside others": ("<style>.bar p { display: none }</style>", STORY),
    "rules for brothers of others": ("<style>.bar ~ p { display: none }</style>", STORY),
    "rules for attributes of others": ("<style>.bar[data-x='}p{display:none}'] { order: 1 }</style>", STORY),
    "rules in a comment": ("<style>/* p { display: none } */</style>", STORY),
    "rules in a string": ("<style>.bar::after { content: 'p { display: none }' }</style>", STORY),
    "rules for paper": ('<style media="print">p { display: none }</style>', STORY),
    "rules of another language": ('<style type="text/less">p { display: none }</style>', STORY),
    "rules in a template": ("", f"<template><style>p {{ display: none }}</style></template>{STORY}"),
    "names with signs in them": ("<style>.md\\:hidden { display: none } .w-1\\/2 { width: 50% }</style>", STORY),
    "quotation marks of quotations": ("<style>blockquote::after { content: '”' } q { quotes: none }</style>", STORY),
    "bullets": ("<style>li::before { content: '\\2022\\a0' }</style>", f"<ul><li>One boat.</ul>{STORY}"),
    "old hacks": ("<style>p { *zoom: 1; _height: 1px }</style>", STORY),
    "the language": ("", "<p lang=en dir=ltr translate=no>The ferry sailed on Monday.</p>"),
    "a dark page": ("<style>body { background: #111; color: #eee }</style>", STORY),
    "a white word on a dark cell": (
        "", "<table><tr><td bgcolor=#333><p style='color:#fff'>The ferry sailed on Monday.</td></tr></table>",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("head", "body"), ORDINARY.values(), ids=ORDINARY)
def test_ordinary_pages(hold: Callable[..., Report], head: str, body: str) -> None:
    assert [str(one) for one in hold(page(body, head), APPROVED, format="html").findings] == []


# -- tricks: each is an error, is reported at its line, or the words are read and the claim is not there

# Styles that hide the word that the approved claim has, or change how it looks.
HIDING_STYLES = [
    "visibility:hidden",
    "visibility: collapse",
    "opacity:0",
    "opacity: .01",
    "opacity: 0%",
    "font-size:0",
    "font-size: 0.01px",
    "font-size: 1px",
    "font-size: 1%",
    "font: 0/0 a",
    "font: 1px serif",
    "color: transparent",
    "color: rgba(0,0,0,0)",
    "color: #0000",
    "color: #ffffff00",
    "color: rgb(0 0 0 / 0)",
    "color: hsla(0, 0%, 0%, 0)",
    "color: #fff",
    "color: white",
    "color: #fefefe",
    "color: #eee; background: #eee",
    "color: black; background-color: #000",
    "color: color-mix(in srgb, red 0%, transparent)",
    "-webkit-text-fill-color: transparent",
    "-webkit-text-security: disc",
    "position: absolute; left: -9999px",
    "position: fixed",
    "position: sticky; top: 0",
    "float: right",
    "left: -999em; position: relative",
    "inset: 100vh 0 0 0",
    "text-indent: -9999px",
    "margin-left: -9999px",
    "margin: 0 0 0 -50%",
    "margin-left: 9999px",
    "margin-top: -2em",
    "margin-left: -0.5em",
    "vertical-align: 1.5ex",
    "padding-left: 10000px",
    "transform: scale(0)",
    "transform: translateX(-200vw)",
    "transform: rotateY(90deg)",
    "scale: 0",
    "translate: -999px",
    "rotate: 90deg",
    "zoom: 0.01",
    "clip: rect(0,0,0,0)",
    "clip-path: inset(50%)",
    "clip-path: circle(0)",
    "mask: linear-gradient(transparent, transparent)",
    "-webkit-mask-image: none",
    "filter: opacity(0)",
    "filter: blur(20px)",
    "backdrop-filter: blur(4px)",
    "mix-blend-mode: difference",
    "height: 0; overflow: hidden",
    "width: 0; overflow: hidden; display: inline-block",
    "max-height: 0; overflow: clip",
    "overflow: hidden; text-overflow: ellipsis",
    "-webkit-line-clamp: 1",
    "content-visibility: hidden",
    "contain: strict",
    "display: none",
    "display: none; display: inline",
    "display: contents",
    "display: -webkit-box",
    "text-decoration: line-through",
    "text-decoration-line: underline line-through",
    "text-decoration: underline 100px white",
    "text-underline-offset: -0.5em",
    "text-transform: uppercase",
    "direction: rtl; unicode-bidi: bidi-override",
    "unicode-bidi: isolate-override",
    "writing-mode: vertical-rl",
    "letter-spacing: -1em",
    "word-spacing: -2em",
    "box-shadow: -60px 0 0 0 white",
    "outline: 40px solid white",
    "outline-offset: -20px",
    "background: linear-gradient(black, black)",
    "background-image: url(word.png)",
    "border-image: url(word.png) 30",
    "text-shadow: 20px 0 black",
    "animation: gone 1s forwards",
    "all: unset",
    "all: revert",
    "content: url(word.png)",
    "order: 2",
    "z-index: -1",
    "shape-outside: circle()",
    "offset-path: path('M0 0')",
    "initial-letter: 3",
    "font-variant-position: super",
    "vertical-align: super",
    "vertical-align: -999px",
    "font-size: var(--none)",
    "font-size: calc(1px - 1px)",
    "--zero: 0; font-size: var(--zero)",
    "\\64isplay: none",
    "opacity: \\30",
    "display/**/: none",
    "dis/**/play: none; opacity: /**/0",
    "opacity: 0 !important",
    "OPACITY:0",
    "columns: 1px",
    "hyphenate-character: ' not '",
    "list-style: '5. '",
    "font-family: Wingdings",
    "font: 16px Webdings",
    "background: #000",
    "background-color: black",
    "background: currentColor",
    "color: canvas",
    "color: hsl(0, 0%, 99%)",
    "color: rgb(254, 254, 254)",
]
# Rules of a sheet that do so, for an article in a div.x with a b.y in it.
HIDING_RULES = [
    "b { display: none }",
    ".y { display: none }",
    "B.Y { DISPLAY: NONE }",
    "#z { opacity: 0 }",
    "* { font-size: 0 }",
    "p { line-height: 0 }",
    "article * { visibility: hidden }",
    "article > div > p b { display: none }",
    "html { display: none }",
    ":root { opacity: 0 }",
    "body { text-indent: -999em }",
    ".x { font-size: 0 }",
    ".x > p > .y { display: none }",
    "p + p, p .y { display: none }",
    "i ~ .y { display: none }",
    ".y:not(.q) { display: none }",
    ":is(.y, .q) { display: none }",
    ":where(b) { display: none }",
    "p:has(b) .y { opacity: 0 }",
    "[class] { opacity: 0 }",
    "b[class^='y'] { opacity: 0 }",
    "b:first-of-type { opacity: 0 }",
    "b:nth-child(2n + 1) { opacity: 0 }",
    "\\62 { opacity: 0 }",
    ".\\79 { opacity: 0 }",
    ".q\\,.y, .y { opacity: 0 }",
    "@media all { .y { display: none } }",
    "@media print, screen { .y { display: none } }",
    "@media (min-width: 1px) { .y { display: none } }",
    "@supports (color: red) { .y { display: none } }",
    "@layer a { .y { display: none } }",
    "@container (width > 1px) { .y { display: none } }",
    "@scope (.x) { b { display: none } }",
    "@scope (.y) { display: none }",
    "@scope (.y) { :scope { display: none } }",
    "@starting-style { .y { display: none } }",
    ".x { .y { display: none } }",
    ".x { & .y { display: none } }",
    ".y { @media (min-width: 1px) { display: none } }",
    ".y { color: red; &:hover, & { display: none } }",
    ".y { --a: 0; opacity: var(--a) }",
    ":root { --a: 1 } .x { --a: 0 } .y { opacity: var(--a) }",
    ".y { /* } */ display: none }",
    ".q { content: '}' } .y { display: none }",
    '.q { content: "\\"}" } .y { display: none }',
    ".q { background: url(}) } .y { display: none }",
    ".q { background: url(/*) } .y { display: none } .q { color: red; /*) */ }",
    ".q { background: \\75rl(/*) } .y { display: none } /* */",
    "@page\\{q{} .y{display:none}",
    "@media print\\{{} .y{display:none}",
    "<!-- .y { display: none } -->",
    ".y { display: none",
    ".y { display: none } .y { display: inline }",
    ".k\u00a0 { display: none }",
    ".y::before { content: 'not ' }",
    ".y:after { content: attr(data-x) }",
    ".x::after { content: counter(a) }",
    "p::before { content: '1' }",
    "p::before { content: '\\34' }",
    "p::before { content: '\\2212' }",
    "p::first-line { font-size: 0 }",
    "::slotted(b) { display: none }",
    "p { text-transform: lowercase }",
    "b { float: right }",
    ".x { display: flex; flex-direction: row-reverse }",
    ".y { order: -1 }",
    "@property --a { syntax: '*'; inherits: true; initial-value: 0 } b { opacity: var(--a) }",
    "@font-face { font-family: a; src: url(swapped.woff) }",
    "@import 'hide.css';",
    "@unknown { b { color: red } }",
]
# What the page shows beside the approved words, or in their place; or approved words that it does not show.
OTHER_PAGES = {
    "a button": "The ferry <button>was sunk before it </button>sailed on Monday.",
    "a button that begins": "<p><button>Never has</button> the ferry sailed. The ferry sailed on Monday.</p>",
    "a text area": "The ferry <textarea>never</textarea> sailed on Monday.",
    "a graphic": "The ferry <svg><text>never</text></svg> sailed on Monday.",
    "a graphic that holds a page": "The ferry <svg><foreignObject>never</foreignObject></svg> sailed on Monday.",
    "an object": "The ferry <object data=a>never</object> sailed on Monday.",
    "an applet": "The ferry <applet>never</applet> sailed on Monday.",
    "the value of a field": "The ferry <input value=never> sailed on Monday.",
    "the value of a button": "The ferry <input type=submit value=never> sailed on Monday.",
    "what is in a field": "The ferry <input placeholder=never> sailed on Monday.",
    "the text of an image button": "The ferry <input type=image alt=never> sailed on Monday.",
    "a choice": "The ferry <select><option>never</select> sailed on Monday.",
    "a frame": "The ferry <iframe srcdoc=never></iframe> sailed on Monday.",
    "an embedded page": "The ferry <embed src=a.svg> sailed on Monday.",
    "a picture": "The ferry <img src=never.png alt=never> sailed on Monday.",
    "a picture of old": "The ferry <image src=never.png> sailed on Monday.",
    "a formula": "The ferry <math><mtext>never</mtext></math> sailed on Monday.",
    "navigation": "The ferry <nav>never</nav> sailed on Monday.",
    "navigation in a line": "<p>So</p><nav style='display:inline'>never</nav> The ferry sailed on Monday.",
    "a listing": "The ferry <xmp>never</xmp> sailed on Monday.",
    "text of no end": "<p>The ferry sailed on Monday.<plaintext>Never.",
    "moving text": "<marquee>The ferry sailed on Monday.</marquee>",
    "letters in another order": "The ferry <bdo dir=rtl>deliаs</bdo> The ferry sailed on Monday.",
    "words in another order": "<p dir=rtl>The ferry sailed on Monday.</p>",
    "a shadow": "<div><template shadowrootmode=open><p>It sank.</template>The ferry sailed on Monday.</div>",
    "frames": "<frameset><frame src=a></frameset>The ferry sailed on Monday.",
    "without scripts": "The ferry <noscript>never</noscript> sailed on Monday.",
    "a comment that noscript ends": "The ferry <noscript><!-- </noscript>never <!-- --></noscript>sailed on Monday.",
    "a script that goes on": "<script><!--<script></script>The ferry sailed on Monday.</script>",
    "hidden and shown": "The ferry <b hidden style='display:inline'>never</b> sailed on Monday.",
    "hidden and all taken back": "The ferry <b hidden style='all:unset'>never</b> sailed on Monday.",
    "hidden and escaped": "The ferry <b hidden style='d\\69splay:inline'>never</b> sailed on Monday.",
    "hidden until found": "The ferry <b hidden=until-found>never</b> sailed on Monday.",
    "display twice": "The ferry <b style='display:none;display:inline'>never</b> sailed on Monday.",
    "display of no value": "The ferry <b style='display:none1'>never</b> sailed on Monday.",
    "display in a comment": "The ferry <b style='/*;display:none;*/'>never</b> sailed on Monday.",
    "display in a string": "The ferry <b style='a:\";display:none;\"'>never</b> sailed on Monday.",
    "display in brackets": "The ferry <b style='a:(;display:none;)'>never</b> sailed on Monday.",
    "display in a block": "The ferry <b style='a:{;display:none}'>never</b> sailed on Monday.",
    "display behind a brace": "The ferry <b style='};display:none'>never</b> sailed on Monday.",
    "display in a broken name": "The ferry <b style='$display:none'>never</b> sailed on Monday.",
    "an attribute with a quote in its name": 'The ferry <b x"style="display:none">never</b> sailed on Monday.',
    "an attribute that begins with a sign": 'The ferry <b ="><i hidden>">never</b> sailed on Monday.',
    "the second of two attributes": "The ferry <b style='' style='display:none'>never</b> sailed on Monday.",
    "an end tag with attributes": "The ferry <b hidden></b hidden>never sailed on Monday.",
    "a popover": "<p popover>The ferry sailed on Monday, they say.</p><p>So.</p>",
    "struck out and not": "The <s style='text-decoration:none'>1</s>4 ferries. The ferry sailed on Monday.",
    "struck out and in a box": "No <s><b style='display:inline-block'>no</b></s> The ferry sailed on Monday.",
    "struck out in a number": "The <s>1</s>4 ferries. The ferry sailed on Monday.",
    "struck out behind a number": "The 1<del>4</del> ferries. The ferry sailed on Monday.",
    "struck out before a tag": "The <s>1</s><b>4</b> ferries. The ferry sailed on Monday.",
    "struck out": "The ferry <s>never</s> sailed on Monday.",
    "struck out and never closed": "<p><s>No</p><p>The ferry sailed on Monday.</p>",
    "hidden and never closed": "<p><i hidden>No</p><p>The ferry sailed on Monday.</p>",
    "a raised word": "The ferry <sup>[no]</sup> sailed on Monday.",
    "a raised word that is linked": "The ferry <sup><a href=#a>no</a></sup> sailed on Monday.",
    "written above": "The <ruby>ferry<rt>never</rt></ruby> sailed on Monday.",
    "a white font": "<font color=white>The ferry sailed on Monday.</font>",
    "a page of white text": "<body text=white>The ferry sailed on Monday.",
    "a font of pictures": "The ferry <font face=Wingdings>sailed</font> on Monday. The ferry sailed on Monday.",
    "text of a table": "<table><tr><td>It was so.</td></tr>The ferry sailed on Monday.</table>",
    "text of a row": "<table><tr>The ferry sailed on Monday.<td>It was so.</td></tr></table>",
    "another page": "<meta http-equiv=refresh content='0; url=b.html'>The ferry sailed on Monday.",
    "a line break that is none": "The ferry <br style='display:none'>sailed on Monday.",
    "a cell outside a table": "The ferry sailed on Monday <td hidden>never</td>.",
    "a form in a form": "<form>The ferry sailed on Monday <form hidden>never</form>.",
    "a link in a hidden link": "The ferry sailed on Monday <a hidden href=#>a<a href=#>never</a>.",
    "a hidden element across a block": "The ferry sailed on Monday. <b hidden><div>a</b>Never.</div>",
    "a struck-out element across a block": "The ferry sailed on Monday. <s><div>a</s>Never.</div>",
    "a hidden heading that another ends": "<h3 hidden>No</h4>Never. The ferry <b>never</b> sailed on Monday.",
    "a hidden part that the page ends": "<p>So.</p><div hidden></body>The ferry sailed on Monday.",
    "a hidden part that a table ends": "<table><tr><td><div hidden></table>The ferry sailed on Monday.",
    "a hidden row's text": "The ferry sailed on Monday. <table><tr hidden>never<td>so</table>",
    "options that a block keeps open": "<datalist><div></datalist>The ferry sailed on Monday.</div>",
    "struck out, kept open by a block": "<del><p>No</del>The ferry sailed on Monday.</p>",
    "a hidden head": "<head hidden>never</head>The ferry sailed on Monday.",
    "a hidden body": "The ferry sailed on Monday.<body hidden>So it is.",
    "a graphic that a paragraph ends": "<svg hidden><p>It was never so.</p></svg>The ferry never sailed on Monday.",
    "a style in a graphic": "The ferry sailed on Monday. <svg><style></svg>Never.<style></style>",
    "a heading in a hidden heading": "So.<h3 hidden><section><h3>The ferry sailed on Monday.</h3></section></h3>",
    "a paragraph in a hidden heading": "<h3 hidden>No<p>The ferry sailed on Monday.</p></h3>",
    "a hidden form that is not closed": "<form hidden><div></form>The ferry sailed on Monday.</div>",
    "a choice that is not closed": "So. <p hidden><select><option>a<p>The ferry sailed on Monday.",
    "a button across another element": "<span><button></span>The ferry sailed on Monday.</button>",
    "a tag that is not finished": "<p>So.</p><p title='The ferry sailed on Monday.",
    "a tag that goes on": "<p>So.</p><p title='>The ferry sailed on Monday.",
    "a comment that goes on": "<!---!>The ferry sailed on Monday.-->So it is.",
    "hidden and moved": "The ferry <b hidden style='animation:a 1s'>never</b> sailed on Monday.",
    "a made element": "The ferry <never-mind>never</never-mind> sailed on Monday.",
    "a key": "The ferry <kbd>never</kbd> sailed on Monday.",
    "an output": "The ferry <output>never</output> sailed on Monday.",
    "a map": "The ferry <map>never</map> sailed on Monday.",
    "an option alone": "The ferry <option>never</option> sailed on Monday.",
    "a meter's words": "<meter>The ferry sailed on Monday.</meter>So it is.",
    "a canvas's words": "<canvas>The ferry sailed on Monday.</canvas>So it is.",
    "a video's words": "<video>The ferry sailed on Monday.</video>So it is.",
    "a comment's words": "<!-- The ferry sailed on Monday. -->So it is.",
    "an inserted word": "The ferry <ins>never</ins> sailed on Monday.",
}
SHOWN_AGAIN = {
    "hidden": ("p { display: block }", "<p hidden>It was never so.</p>"),
    "hidden, by a class": (".y { display: inline }", "<b hidden class=y>never</b>"),
    "a dialog": ("dialog { display: block }", "<dialog>never</dialog>"),
    "a title": ("title { display: block }", "<title>never</title>"),
    "a script": ("script { display: block }", "<script>never</script>"),
    "a style": ("style { display: block }", "<style>never</style>"),
    "options": ("datalist { display: block }", "<datalist>never</datalist>"),
    "brackets of ruby": ("rp { display: inline }", "<ruby>So<rp>never</rp></ruby>"),
    "struck out, by a sheet": ("s { text-decoration: none }", "<s>never</s>"),
    "struck out, by a class": (".y { display: inline-block }", "<s><b class=y>never</b></s>"),
    "all": ("* { display: block }", "<b hidden>never</b>"),
}  # fmt: skip
MARKDOWN = {
    "a sheet": "<style>p { display: none }</style>\n\nThe ferry sailed on Monday.",
    "a sheet for a class of the site": "<style>.post { display: none }</style>\n\nThe ferry sailed on Monday.",
    "a sheet in a quotation": "> <style>\n> p { display: none }\n> </style>\n\nThe ferry sailed on Monday.",
    "a linked sheet": "<link rel=stylesheet href=a.css>\n\nThe ferry sailed on Monday.",
    "a style": "The ferry <b style='opacity:0'>was late and</b> sailed on Monday. The ferry sailed on Monday.",
    "a button": "The ferry <button>never</button> sailed on Monday.",
    "a single tilde": "The ferry ~never~ sailed on Monday.",
    "two tildes": "The ferry ~~never~~ sailed on Monday.",
    "two tildes in a number": "~~1~~4 ferries. The ferry sailed on Monday.",
    "a shortcode": 'The ferry sailed on Monday.\n\n{{< include "never.md" >}}',
    "a shortcode in a line": 'The ferry {{% word "never" %}} sailed on Monday.',
    "a condition": "{% if false %}\nThe ferry sailed on Monday.\n{% endif %}",
    "an embedded file": "The ferry sailed on Monday.\n\n![[never.md]]",
    "attributes": 'The ferry sailed on Monday.\n{: style="display:none"}',
    "a script": "The ferry sailed on Monday.\n\n<script>never()</script>",
    "a raised number": "It was 10<sup>6</sup>. The ferry never sailed on Monday.",
    "an invisible character": "The ferry s\u2062ailed on Monday.",
}  # fmt: skip
FAITHFUL = {
    "escaped tildes": "The ferry sailed on Monday. It costs \\~5.",
    "a tilde": "The ferry sailed on Monday, ~5 minutes late.",
    "inline HTML": "The <b>ferry</b> sailed on Monday.<br>\n",
    "a comment": "<!-- no -->\n\nThe ferry sailed on Monday.",
    "a style of a word": "The <span style='color:red'>ferry</span> sailed on Monday.",
    "a class": "# Ferry {#ferry .title}\n\nThe ferry sailed on Monday.",
}


def is_noticed(report: Report, source: str, format: str, lines: set[int]) -> bool:
    doubted = {one.line for one in report.findings if one.rule == "style-unread"}
    article = parse_article(source.encode(), format)
    unread = {one.line for one in article.unread}
    captions = {article.place(one.start).line for one in article.blocks if one.kind == "caption"}
    return bool(report.errors) or bool((doubted | unread | captions) & lines)


@pytest.mark.parametrize("style", HIDING_STYLES)
def test_a_style_that_hides(hold: Callable[..., Report], style: str) -> None:
    quoted = style.replace('"', "&quot;")
    source = page(f'<p>The ferry <b style="{quoted}">never</b> sailed on Monday.</p>')
    assert is_noticed(hold(source, DENIED, format="html"), source, "html", {4})


@pytest.mark.parametrize("rule", HIDING_RULES)
def test_a_sheet_that_hides(hold: Callable[..., Report], rule: str) -> None:
    body = "<div class=x><p>The <i>ferry</i> <b class='y k\u00a0' id=z data-x=not>never</b> sailed on Monday.</p></div>"
    source = page(body, f"<style>{rule}</style>")
    assert is_noticed(hold(source, DENIED, format="html"), source, "html", {2})


@pytest.mark.parametrize("body", OTHER_PAGES.values(), ids=OTHER_PAGES)
def test_a_page_that_shows_something_else(hold: Callable[..., Report], body: str) -> None:
    source = page(body)
    assert is_noticed(hold(source, APPROVED, format="html"), source, "html", {4})


@pytest.mark.parametrize(("rule", "body"), SHOWN_AGAIN.values(), ids=SHOWN_AGAIN)
def test_a_sheet_that_shows_what_is_hidden(hold: Callable[..., Report], rule: str, body: str) -> None:
    source = page(f"{body}{STORY}", f"<style>{rule}</style>")
    report = hold(source, APPROVED, format="html")
    assert [one.line for one in report.findings if one.rule == "style-unread"] == [2]


@pytest.mark.parametrize("source", MARKDOWN.values(), ids=MARKDOWN)
def test_markdown_that_shows_something_else(hold: Callable[..., Report], source: str) -> None:
    lines = set(range(1, source.count("\n") + 2))
    assert is_noticed(hold(source, APPROVED, format="markdown"), source, "markdown", lines)


@pytest.mark.parametrize("source", FAITHFUL.values(), ids=FAITHFUL)
def test_ordinary_markdown(hold: Callable[..., Report], source: str) -> None:
    assert [str(one) for one in hold(source, APPROVED, format="markdown").findings] == []
    assert parse_article(source.encode(), "markdown").unread == ()


@pytest.mark.parametrize(("start", "told"), [("", [1]), ("<!doctype HTML>", []), ("<!DOCTYPE html PUBLIC 'x'>", [1])])
def test_a_hidden_paragraph_before_a_table(hold: Callable[..., Report], start: str, told: list[int]) -> None:
    """Only on pages with a document type does the table end the paragraph."""
    report = hold(f"{start}<p hidden>No<table><tr><td>The ferry sailed on Monday.</table>", APPROVED, format="html")
    assert [one.line for one in report.findings if one.rule == "style-unread"] == told


def test_what_is_around_the_article_is_noted(hold: Callable[..., Report]) -> None:
    source = "<html dir=rtl>\n<body>\n<div style='opacity:0'>\n<article>The ferry sailed on Monday.</article>"
    report = hold(source, APPROVED, format="html")
    assert [one.line for one in report.findings if one.rule == "style-unread"] == [1, 3]


def test_the_tricks_are_what_is_noticed(hold: Callable[..., Report]) -> None:
    """Without a trick the pages of the tables above are quiet."""
    plain = page("<p>The ferry <b style='color:red'>never</b> sailed on Monday.</p>")
    body = "<div class=x><p>The <i>ferry</i> <b class='y k\u00a0' id=z data-x=not>never</b> sailed on Monday.</p></div>"
    ruled = page(body, "<style>.y { color: red }</style>")
    for source in (plain, ruled):
        assert not is_noticed(hold(source, DENIED, format="html"), source, "html", {2, 4})
    source = page("The ferry <b>sailed</b> on Monday.")
    assert not is_noticed(hold(source, APPROVED, format="html"), source, "html", {4})


# -- what is said of it


def test_a_declaration_is_reported_where_it_is(hold: Callable[..., Report]) -> None:
    source = page("<p>The ferry sailed on Monday.</p>", "<style>\np { color: red;\n  order: 2 }\n</style>")
    [finding] = [one for one in hold(source, APPROVED, format="html").findings if one.rule == "style-unread"]
    assert finding.severity is Severity.WARNING
    assert (finding.line, finding.column, finding.end_column) == (4, 3, 11)
    assert finding.found == "order: 2"
    assert finding.message == "`order: 2` may hide, show, change or move text"


def test_a_style_attribute_is_reported_where_it_is(hold: Callable[..., Report]) -> None:
    source = page("<p style='color:red; opacity:0' id=a>The ferry sailed on Monday.</p>")
    [finding] = [one for one in hold(source, APPROVED, format="html").findings if one.rule == "style-unread"]
    assert (finding.line, finding.column, finding.found) == (4, 22, "opacity:0")


def test_of_one_with_entities_all_is_reported(hold: Callable[..., Report]) -> None:
    source = page("<p style='color:&quot;;opacity:0' id=a>The ferry sailed on Monday.</p>")
    found = [one.found for one in hold(source, APPROVED, format="html").findings if one.rule == "style-unread"]
    assert found == ["color:&quot;;opacity:0"]


def test_what_is_counted() -> None:
    source = page(
        "<img src=a><svg></svg><nav><a href=/>Home &amp;<br>away</a></nav>\n<p>So it <s>wa<b>s</b></s> is.</p>\n"
        "<button>Go</button><input placeholder=Name>",
        "<link rel=stylesheet href=a><script>b()</script><style>@import 'b'; @font-face { src: url(a) }</style>",
    )
    article = parse_article(source.encode(), "html")
    assert [tuple(one) for one in article.unread] == [
        ("style sheet", 2, ""),
        ("script", 2, ""),
        ("style sheet", 2, ""),
        ("font", 2, ""),
        ("image without text", 4, "a"),
        ("graphic", 4, ""),
        ("navigation", 4, "Home & away"),
        ("struck-out text", 5, "was"),
        ("button", 6, "Go"),
        ("form field", 6, "Name"),
    ]


@pytest.mark.parametrize(
    ("body", "scripts"),
    [
        pytest.param("<p data-on='a' title='onclick'>", 0, id="other attributes"),
        pytest.param("<p><a href='/javascript:b'>", 0, id="a path"),
        pytest.param("<p onclick=''>", 0, id="an empty one"),
        pytest.param("<p onclick='a()'>", 1, id="of an element"),
        pytest.param("<p><img alt=a src=b ONERROR='c()'>", 1, id="of a picture"),
        pytest.param("<p><a href=' JavaScript:a()'>", 1, id="an address"),
    ],
)
def test_attributes_with_scripts_are_counted(body: str, scripts: int) -> None:
    article = parse_article(page(f"{body}The ferry sailed.").encode(), "html")
    assert [one.kind for one in article.unread if one.kind not in {"tooltip", "picture"}] == ["script"] * scripts


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        pytest.param(
            ".a { color: white } .b { background: navy }", "<p class=a><b class=b>", [], id="a ground elsewhere"
        ),
        pytest.param(".a { color: white }", "<div bgcolor=navy><p class=a>", [], id="a ground of an old page"),
        pytest.param("@import 'a'; .a { color: white }", "<p class=a>", [], id="another sheet"),
        pytest.param("p { color: navy } b { background: navy; color: white }", "<p><b>", [], id="a colour of its own"),
        pytest.param(".c { color: navy } .b { background: navy }", "<p class=b>", [], id="a colour elsewhere"),
        pytest.param(".a { color: white }", "<p class=a>", ["color: white"], id="white"),
        pytest.param(
            ".a { color: white; background: none } .b { background: navy }",
            "<p class=a><b class=b>",
            ["color: white"],
            id="white without a ground",
        ),
        pytest.param(
            ".a { color: navy } .b { background: navy }", "<p class='a b'>", ["background: navy"], id="two rules"
        ),
        pytest.param(
            ".b { background: #112233 }", "<p class=b style='color: #123'>", ["background: #112233"], id="both"
        ),
        pytest.param(".a { height: 0 }", "<p class=a>", ["height: 0"], id="no height"),
        pytest.param(".a { height: 20px }", "<p class=a>", [], id="a height"),
    ],
)
def test_colours_of_several_rules(hold: Callable[..., Report], head: str, body: str, found: list[str]) -> None:
    source = page(f"{body}The ferry sailed on Monday.", f"<style>{head}</style>")
    report = hold(source, APPROVED, format="html")
    assert [one.found for one in report.findings if one.rule == "style-unread"] == found


PARTS = {
    "style attributes": "<p style='color:red;margin:{}px'>A ferry sailed.</p>\n",
    "doubtful attributes": "<p style='opacity:0.{}'>A ferry sailed.</p>\n",
    "struck-out numbers": "<p><s>1</s>{}</p>\n",
    "exponents and buttons": "<p>10<sup>{}</sup> and <button>so</button></p>\n",
    "sheets": "<style>.a{}, .b > p ~ b { order: 2; color: var(--x) }</style>\n",
    "rules for any element": "<style>[a{}] { order: 2 }</style><i class=a{} id=b{}>so</i>\n",
    "unclosed": "<b style='all:unset' hidden>{}",
    "nested and unread": "<object><svg>{}",
    "nested in one another": "<div hidden><b><div><i></b>{}",
    "hidden lists": "<li hidden><ul>{}</b></section>",
}
SHEETS = ["a{", "(", "a,", ".a:is(", "/*", "'", "@media{", "a>", "\\{", "--a:var(--a);", "url("]


def page_of(part: str, count: int) -> Callable[[], object]:
    """The call that reads a page in which a part comes again and again, each time with another number."""
    page = "<article><p>So it is.</p>" + "".join(part.replace("{}", str(number)) for number in range(count))
    return lambda: parse_article(page.encode(), "html")


def sheet_of(css: str, count: int) -> Callable[[], object]:
    """The call that reads a page whose style sheet ends in a broken part that comes again and again."""
    return page_of(f"<style>p{{order:2}}{css * count}", 1)


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_work_grows_with_the_page(part: str) -> None:
    assert growth(partial(page_of, part), 200) < SQUARE


@pytest.mark.parametrize("css", SHEETS)
def test_work_grows_with_a_broken_sheet(css: str) -> None:
    assert growth(partial(sheet_of, css), 1000) < SQUARE


@pytest.mark.parametrize(
    "rule",
    [
        "body { display: none }",
        "html { opacity: 0 }",
        "body { color: #fff }",
        "body { color: #fff; background: #000 } p { background: #fff }",
    ],
)
def test_a_browser_adds_the_elements_around_a_page(hold: Callable[..., Report], rule: str) -> None:
    report = hold(f"<style>{rule}</style>{STORY}", APPROVED, format="html")
    assert [one.rule for one in report.findings] == ["style-unread"]


@pytest.mark.parametrize(
    "rule", ["body { margin: 2em; color: #333 } p { background: #eee }", "html { font-size: 120% }"]
)
def test_ordinary_rules_for_the_elements_that_a_browser_adds(hold: Callable[..., Report], rule: str) -> None:
    assert hold(f"<style>{rule}</style>{STORY}", APPROVED, format="html").findings == ()
