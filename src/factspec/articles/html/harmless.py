"""The declarations of CSS that can do nothing to the presence, order or letters of text; all others are in doubt.

A declaration is on the list or it is not: no cascade, no computed value, no layout. Values of other properties, and
properties that are not named here, may hide, show, generate or move text.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from factspec.articles.html.css import Declaration
from factspec.articles.html.markup import BLOCKS

# Names used in place of tags: for struck-out elements, for elements that are not shown, and for first letters.
STRUCK_OUT, NOT_SHOWN, FIRST_LETTER = "!struck", "!unshown", "!first-letter"
# For elements that begin or end inside a number.
IN_NUMBER = "!number"

# Elements without text of their own; their place does not change text.
_PICTURES = frozenset("img picture source hr video audio canvas iframe svg path embed object input col".split())
# Elements that are separate from running text.
_APART = _PICTURES | frozenset((FIRST_LETTER, *"figure figcaption table aside blockquote pre ul ol".split()))

# Properties that may have any value.
_FREE = frozenset(
    """
    accent-color align-content align-items align-self appearance aspect-ratio backface-visibility
    background-attachment background-clip background-origin background-position background-repeat background-size
    border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style border-collapse
    border-color border-left-color border-left-style border-radius border-right-color border-right-style
    border-spacing border-style border-top-color border-top-left-radius border-top-right-radius border-top-style
    box-decoration-break box-sizing break-after break-before break-inside caret-color clear color-adjust color-scheme
    column-gap column-rule-color column-rule-style cursor empty-cells flex flex-basis flex-grow flex-shrink
    font-family font-kerning font-optical-sizing font-smooth font-smoothing font-stretch font-style font-synthesis
    font-variant-caps font-variant-ligatures font-variant-numeric font-weight forced-color-adjust gap
    grid-gap grid-template-columns hanging-punctuation hyphenate-limit-chars hyphens image-rendering
    interpolation-mode isolation justify-content justify-items justify-self line-break max-width min-height
    min-inline-size min-width object-fit object-position orphans osx-font-smoothing outline-color outline-style
    overflow-anchor overflow-scrolling overflow-wrap overscroll-behavior page-break-after page-break-before
    page-break-inside place-content place-items place-self pointer-events print-color-adjust resize row-gap
    scroll-behavior scroll-margin scroll-margin-top scroll-padding scroll-padding-top scrollbar-color scrollbar-gutter
    scrollbar-width tab-size table-layout tap-highlight-color text-align text-align-last text-decoration-color
    text-decoration-skip text-decoration-skip-ink text-decoration-style text-justify text-rendering text-size-adjust
    text-wrap touch-action transition transition-delay transition-duration transition-property
    transition-timing-function user-select white-space widows width will-change word-break word-wrap
    """.split()
)
# Further properties of pictures and of elements separate from running text.
_FREE_OF_PICTURES = frozenset(
    """
    background background-image border-image box-shadow clip-path display filter float font-size height line-height
    max-height opacity overflow overflow-x overflow-y text-indent text-shadow vertical-align visibility
    """.split()
)
_FREE_APART = frozenset({"float"})

_WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_VENDOR = re.compile(r"-(?:webkit|moz|ms|o)-")
_SIDE = r"(?:-(?:top|right|bottom|left|inline|block|inline-start|inline-end|block-start|block-end))?"

_WORDS = {
    "animation": "none",
    "background-image": "none",
    "box-shadow": "none",
    "caption-side": "top",
    "clip": "auto",
    "clip-path": "none",
    "content-visibility": "visible",
    "direction": "ltr",
    "display": "block inline inline-block list-item table table-row table-cell table-row-group "
    "inline-table flex inline-flex grid inline-grid flow-root",
    "filter": "none",
    "flex-direction": "row column",
    "flex-flow": "row column nowrap wrap",
    "flex-wrap": "nowrap wrap",
    "float": "none",
    "font-variant": "normal none small-caps tabular-nums lining-nums oldstyle-nums proportional-nums common-ligatures",
    "inset": "auto 0",
    "left": "auto 0",
    "list-style": "none disc circle square decimal lower-alpha upper-alpha lower-roman upper-roman inside outside",
    "list-style-image": "none",
    "list-style-position": "inside outside",
    "list-style-type": "none disc circle square decimal lower-alpha upper-alpha lower-latin lower-roman upper-roman",
    "mask": "none",
    "max-height": "none 100%",
    "mix-blend-mode": "normal",
    "overflow": "visible",
    "overflow-x": "visible",
    "overflow-y": "visible",
    "position": "static relative",
    "quotes": "auto",
    "right": "auto 0",
    "bottom": "auto 0",
    "top": "auto 0",
    "text-decoration-line": "none underline",
    "text-shadow": "none",
    "text-transform": "none",
    "transform": "none",
    "unicode-bidi": "normal",
    "vertical-align": "baseline top middle bottom text-top text-bottom",
    "visibility": "visible",
    "writing-mode": "horizontal-tb lr-tb",
    "zoom": "1 100%",
    "z-index": "auto",
}
_ALLOWED_WORDS = {name: frozenset(words.split()) for name, words in _WORDS.items()}
# On the page itself, where only the margin overflows sideways.
_ALLOWED_ON_PAGE = {"overflow-x": "hidden", "overflow": "auto", "overflow-y": "auto scroll"}
_PAGE = frozenset({"html", "body"})
# Code and tables may be wider than the page.
_ALLOWED_ON_WIDE = {"overflow-x": "auto scroll", "overflow": "auto"}
_WIDER = frozenset({"pre", "table", "code"})


class _Bounds(NamedTuple):
    """Lengths in CSS pixels between which each part of a value must be, and the words that may be beside them."""

    least: float
    most: float
    words: frozenset[str]


def _bounds(least: float, most: float, words: str = "") -> _Bounds:
    return _Bounds(least, most, frozenset(words.split()))


_SIZES = "xx-small x-small small medium large x-large xx-large smaller larger"
_BOUNDS = (
    (r"font-size", _bounds(6, 200, _SIZES)),
    (r"height|block-size", _bounds(13, 4000, "auto fit-content min-content max-content")),
    (r"line-height", _bounds(13, 200, "normal")),
    (rf"margin{_SIDE}", _bounds(0, 400, "auto")),
    (rf"padding{_SIDE}", _bounds(0, 400)),
    (r"border(?:-(?:top|right|bottom|left))?-width", _bounds(0, 20, "thin medium thick")),
    (r"outline-width", _bounds(0, 4, "thin medium")),
    (r"outline-offset", _bounds(0, 8)),
    (r"letter-spacing", _bounds(-1, 10, "normal")),
    (r"word-spacing", _bounds(-1, 20, "normal")),
    (r"text-indent", _bounds(0, 160)),
    (r"text-underline-offset", _bounds(0, 6, "auto")),
    (r"text-decoration-thickness", _bounds(0, 4, "auto from-font")),
    (r"column-count", _bounds(1, 8, "auto")),
    (r"column-width", _bounds(100, 800, "auto")),
)
_PIXELS = {
    "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 38.0, "mm": 3.8, "em": 16.0, "rem": 16.0, "ex": 8.0,
    "ch": 8.0, "vw": 10.0, "vh": 8.0, "vmin": 8.0, "vmax": 10.0,
}  # fmt: skip
_LENGTH = re.compile(r"([+-]?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9}))([a-z]{0,4}|%)")

_COLOR = re.compile(
    r"#[0-9a-f]{3}|#[0-9a-f]{6}|(?:rgb|hsl)\([\d.,%\sdeg]+\)|currentcolor|(?!transparent\b)[a-z]{3,22}"
    r"|rgba\([\d.]+%?[, ]+[\d.]+%?[, ]+[\d.]+%?[,/ ]+(?:1|1\.0+|0?\.[5-9]\d{0,6}|[5-9]\d%|100%)\)"
    r"|rgb\([\d.]+%? [\d.]+%? [\d.]+%? ?/ ?(?:1|0?\.[5-9]\d{0,6}|[5-9]\d%|100%)\)"
)
_GROUND = re.compile(r"#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([\d.,%\s/deg]+\)|(?!currentcolor)[a-z]{3,22}")
_BORDER = re.compile(r"border(?:-(?:top|right|bottom|left))?|outline|column-rule")
_CUSTOM = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)")
_FEATURE = r"[\"'](?:kern|liga|clig|calt|tnum|lnum|onum|pnum|ss\d\d)[\"'](?: (?:\d|on|off))?"
_FEATURES = re.compile(rf"normal|{_FEATURE}(?:, ?{_FEATURE})*")
_LINES = re.compile(
    r"(?!line-through|overline|blink|spelling-error|grammar-error)[a-z]{3,22}|#[0-9a-f]{3,8}|rgba?\([\d.,%/]+\)"
    r"|[0-3](?:\.\d{1,4})?px|0?\.\d{1,4}em"
)
_OPACITY = re.compile(r"1|1\.0+|0?\.[5-9]\d{0,6}|[5-9]\d%|100%")
# What a sheet may write next to text: nothing, spaces, bullets and arrows; next to separate elements quotation marks
# too.
_CONTENT = re.compile(r"none|normal|([\"'])((?:(?!\1).)*)\1")
_BULLETS = frozenset(" \u00a0•·▪◦▸►▶›↗¶§#\ufe0e")
_QUOTATION_MARKS = frozenset('“”„‘’‚«»"')
_CSS_ESCAPE = re.compile(r"\\([0-9a-f]{1,6}) ?")
# How often a page may set a variable, and how deep variables may refer to each other.
_MOST_VALUES = 12
_DEEPEST = 4


class Variables:
    """The custom properties that a page sets, each with all its values."""

    def __init__(self) -> None:
        """Begin without properties."""
        self._values: dict[str, set[str]] = {}

    def add(self, declaration: Declaration) -> None:
        """Note the value of a custom property."""
        self._values.setdefault(declaration.name, set()).add(declaration.value)

    def spelled_out(self, value: str, depth: int = _DEEPEST) -> Sequence[str] | None:
        """The values that a value may have with its variables replaced; None if they are not known."""
        found = _CUSTOM.search(value)
        if not found:
            return None if "var(" in value else (value,)
        known = self._values.get(found[1], set()) | ({found[2].strip()} if found[2] else set())
        if not depth or not known or len(known) > _MOST_VALUES:
            return None
        filled: list[str] = []
        for one in sorted(known):
            further = self.spelled_out(value[: found.start()] + one + value[found.end() :], depth - 1)
            if further is None:
                return None
            filled += further
        return filled if len(filled) <= _MOST_VALUES else None


def is_harmless(declaration: Declaration, tags: Collection[str], variables: Variables) -> bool:
    """Whether a declaration does not affect text in elements with these tags."""
    name, value = declaration.name, declaration.value
    if name.startswith(("--", "*", "_")):
        return True
    name = _VENDOR.sub("", name)
    if _is_opposed(name, value, tags):
        return False
    if _is_free(name, tags) or _nudges(name, value, tags):
        return True
    values = variables.spelled_out(value) if "var(" in value else (value,)
    return values is not None and all(_is_harmless_value(name, one, tags) for one in values)


# What style sheets that reset the styles of browsers write for raised and lowered text.
_OF_RAISED = {
    "line-height": r"0(?:\.\d+)?|1",
    "vertical-align": r"super|sub",
    "top": r"-?0?\.\d{1,2}em",
    "bottom": r"-?0?\.\d{1,2}em",
}
# What moves text by less than half of its size, as formulas and logotypes do.
_MOVED = re.compile(r"margin-(?:top|right|bottom|left)|vertical-align|top|right|bottom|left")
_FRACTION = re.compile(r"[+-]?(\d{0,2}\.?\d{1,9})(em|ex|ch)")
_NO_HEIGHT = re.compile(r"0(?:\.0+)?(?:px|pt|em)?")


def _nudges(name: str, value: str, tags: Collection[str]) -> bool:
    """Whether a declaration moves text by a fraction of its size, or only makes a line no higher."""
    if name == "line-height":
        return BLOCKS.isdisjoint(tags) and _NO_HEIGHT.fullmatch(value) is not None
    pattern = _OF_RAISED.get(name)
    if pattern and {"sub", "sup"}.issuperset(tags) and re.fullmatch(pattern, value):
        return True
    found = _FRACTION.fullmatch(value) if _MOVED.fullmatch(name) else None
    return found is not None and 2 * float(found[1]) * _PIXELS[found[2]] < _PIXELS["em"]


def _is_opposed(name: str, value: str, tags: Collection[str]) -> bool:
    """Whether a declaration may undo what is assumed about an element, or cannot be judged."""
    if "\\" in name or ("\\" in value and name not in {"content", "font-family"}) or name in {"all", "mso-hide"}:
        return True
    if name == "display" and (NOT_SHOWN in tags or ("nav" in tags and value.startswith("inline"))):
        return True
    if name in {"font", "font-family"} and is_of_symbols(value):
        return True
    if IN_NUMBER in tags and _APART_IN_LINE.fullmatch(name) and not _TOGETHER.fullmatch(value):
        return True
    return (name in _UNSTRIKING and STRUCK_OUT in tags) or (name in {"quotes", "content"} and "q" in tags)


# What puts a space or a line between the digits of a number, and values that do not.
_APART_IN_LINE = re.compile(
    r"(?:padding|margin)(?:-(?:left|right|inline|inline-start|inline-end))?|border(?:-(?:left|right))?(?:-width)?"
    r"|(?:min-)?(?:width|inline-size)|display|(?:letter|word)-spacing|white-space"
)
_TOGETHER = re.compile(r"(?:(?:0(?:\.0+)?[a-z%]*|none|auto|inline|inline-block|normal|nowrap|contents)\s*)+")
_UNSTRIKING = frozenset({"display", "text-decoration", "text-decoration-line", "float", "position"})


def _is_free(name: str, tags: Collection[str]) -> bool:
    """Whether a property may have any value on elements with these tags."""
    return (
        name in _FREE
        or name == "quotes"
        or name.startswith("mso-")
        or (name in _FREE_OF_PICTURES and _all_of(tags, _PICTURES))
        or (name in _FREE_APART and _all_of(tags, _APART))
    )


def _all_of(tags: Collection[str], known: Collection[str]) -> bool:
    return bool(tags) and all(tag in known for tag in tags)


def _is_harmless_value(name: str, value: str, tags: Collection[str]) -> bool:
    if value in _WIDE:
        return name in _JUDGED or _bounds_of(name) is not None
    if name in _ALLOWED_WORDS:
        return _is_worded(name, value, tags)
    if name == "content":
        return _is_mark(value, tags)
    if name in _PATTERNS:
        return _PATTERNS[name].fullmatch(value) is not None
    if name == "text-decoration":
        return all(_LINES.fullmatch(part) for part in value.split())
    if name == "font":
        return _is_font(value)
    if _BORDER.fullmatch(name):
        return _is_border(value, 4 if name == "outline" else 20)
    return _is_within(name, value)


_PATTERNS = {
    "color": _COLOR,
    "background": _GROUND,
    "background-color": _GROUND,
    "opacity": _OPACITY,
    "font-feature-settings": _FEATURES,
}
_JUDGED = frozenset({*_ALLOWED_WORDS, *_PATTERNS, "text-decoration", "font", "border", "outline"})


def _is_worded(name: str, value: str, tags: Collection[str]) -> bool:
    words = value.split()
    for known, allowed in ((_PAGE, _ALLOWED_ON_PAGE), (_WIDER, _ALLOWED_ON_WIDE)):
        if _all_of(tags, known) and value in allowed.get(name, "").split():
            return True
    return all(word in _ALLOWED_WORDS[name] for word in words)


def _is_mark(value: str, tags: Collection[str]) -> bool:
    """Whether what a sheet writes next to text has no meaning."""
    found = _CONTENT.fullmatch(value)
    if not found:
        return False
    marks = set(_CSS_ESCAPE.sub(lambda one: chr(int(one[1], 16) % 0x110000), found[2] or ""))
    return marks <= (_BULLETS | _QUOTATION_MARKS if _all_of(tags, _APART) else _BULLETS)


def _is_within(name: str, value: str) -> bool:
    """Whether each length of a value is within the bounds of its property."""
    bounds = _bounds_of(name)
    parts = re.split(r"[\s/]+", _clamped(value))
    return bounds is not None and all(part in bounds.words or _fits(part, name, bounds) for part in parts)


@lru_cache
def _bounds_of(name: str) -> _Bounds | None:
    return next((bounds for pattern, bounds in _BOUNDS if re.fullmatch(pattern, name)), None)


def _clamped(value: str) -> str:
    """The bounds of a value that is to stay between two."""
    found = re.fullmatch(r"(?:clamp|min|max)\(([^()]*)\)", value)
    if not found:
        return value
    parts = [part.strip() for part in found[1].split(",")]
    return " ".join((parts[0], parts[-1])) if value.startswith("clamp") else " ".join(parts)


def _fits(part: str, name: str, bounds: _Bounds) -> bool:
    found = _LENGTH.fullmatch(part)
    if not found:
        return False
    number, unit = float(found[1]), found[2]
    factor = _PIXELS.get(unit) or _factor(unit, name)
    return factor is not None and bounds.least <= number * factor <= bounds.most


def _factor(unit: str, name: str) -> float | None:
    """The pixels for which a percentage or a number without unit counts; None if it is neither."""
    if unit == "%":
        return 0.16 if name in {"font-size", "line-height"} else 8.0
    return {"line-height": 16.0, "font-size": None}.get(name, 1.0) if not unit else None


def _is_border(value: str, most: float) -> bool:
    bounds = _bounds(0, most)
    plain = re.sub(r"(?:rgb|hsl)a?\([\d.,%\s/deg]+\)", "", value)
    return all(re.fullmatch(r"[a-z-]+|#[0-9a-f]{3,8}", part) or _fits(part, "border", bounds) for part in plain.split())


def _is_font(value: str) -> bool:
    """Whether the size and the height of a line in a `font` are those that text may have."""
    found = re.fullmatch(
        r"(?:[a-z-]+ |[1-9]00 )*([\d.]+[a-z%]+|[a-z-]+)(?: ?/ ?([\d.]+[a-z%]*|normal))?(?: [^()\d]*)?", value
    )
    return found is not None and _is_within("font-size", found[1]) and _is_within("line-height", found[2] or "normal")


def is_unseen_color(declarations: Sequence[Declaration], *, on_ground: bool) -> bool:
    """Whether the `color` of one block is that of its background, or of the page if nothing else is declared.

    `on_ground` says that an element around may have a background, and another rule a colour.
    """
    named: Mapping[str, Declaration] = {one.name: one for one in declarations}
    declared = [named[name].value for name in ("background", "background-color") if name in named]
    grounds = list(filter(is_ground, declared))
    if "color" not in named:
        return not on_ground and any(_NEARLY_BLACK.fullmatch(in_hex(ground)) for ground in grounds)
    color = named["color"].value
    alike = in_hex(color) in map(in_hex, grounds)
    # A block that takes the background away leaves open which one is seen.
    on_ground = on_ground and not (declared and not grounds)
    return alike or not (grounds or on_ground or not is_nearly_white(color))


_NO_GROUND = re.compile(r"(?:none|transparent|initial|unset|inherit|revert|0|0px)\b[^#(]*")


def is_ground(background: str) -> bool:
    """Whether a background shows anything, so that white text on it may be seen."""
    return not _NO_GROUND.fullmatch(background)


# Names of colours that a white page hides, those of the system among them (CSS Color Module Level 4).
_WHITES = frozenset(
    "white snow ivory whitesmoke ghostwhite floralwhite azure mintcream aliceblue seashell honeydew oldlace linen "
    "lavenderblush cornsilk beige lightyellow canvas field window buttonface buttonhighlight".split()
)
_NEARLY_WHITE = re.compile(
    r"#(?:[ef][0-9a-f]){3}|rgba?\((?:2[2-5]\d[, ]+){2}2[2-5]\d\b[^)]*\)|rgba?\((?:(?:9\d|100)%[, ]*){3}[^)]*\)"
    r"|hsla?\([^,%]*[, ]\s*[\d.]+%[, ]\s*(?:9\d|100)%[^)]*\)"
)
_NEARLY_BLACK = re.compile(r"#(?:[0-2][0-9a-f]){3}|rgba?\((?:[0-4]?\d[, ]+){2}[0-4]?\d\b[^)]*\)|canvastext")


def is_nearly_white(color: str) -> bool:
    """Whether a colour in lower case can hardly be seen on a white page."""
    return color in _WHITES or _NEARLY_WHITE.fullmatch(in_hex(color)) is not None


def in_hex(color: str) -> str:
    """A colour in one form if it is written in hexadecimal digits, or as black or white."""
    if re.fullmatch(r"#[0-9a-f]{3}", color):
        return "#" + "".join(sign * 2 for sign in color[1:])
    return {"white": "#ffffff", "black": "#000000"}.get(color, color)


# Fonts of every system in which letters are pictures.
_SYMBOLS = re.compile(r"wingdings|webdings|\bsymbol\b|dingbats|marlett", re.IGNORECASE)


def is_of_symbols(fonts: str) -> bool:
    """Whether a list of fonts has one that shows other signs than the letters."""
    return _SYMBOLS.search(fonts) is not None
