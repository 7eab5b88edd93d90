"""Which elements of a page are shown, hidden, or left out of the text of the article."""

import re
from collections.abc import Iterator, Mapping

from factspec.articles.draft import FURTHER_FILE, PICTURE, Kind, Passage, Styling, file_of
from factspec.articles.html.css import attribute_declarations
from factspec.articles.html.harmless import is_ground, is_nearly_white, is_of_symbols
from factspec.articles.html.markup import BLOCKS, SKIPPED, STRUCK, UNREAD, WORDED, Tag, attribute_range, words_in
from factspec.articles.html.styles import is_hiding, is_linked_sheet, is_sheet
from factspec.articles.html.view import End, View, count, write_html
from factspec.language.places import Span


def visibility(view: View, tag: Tag, attributes: Mapping[str, str]) -> Iterator[End]:
    """Apply the effects of a start tag on whether text is shown; yield a function that ends each of them."""
    if tag.start in view.containers:
        yield count(view, "inside")
    note_labels(view, tag, attributes)
    if is_hidden(tag, attributes):
        yield count(view, "hidden")
    elif view.is_article and not view.hidden:
        view.drafting.stylings += doubts(tag, attributes, on_ground=view.grounds > 0)
    if "bgcolor" in attributes or _has_ground(attributes.get("style", "").lower()):
        view.styles.has_ground = True
        yield count(view, "grounds")
    if _has_script(attributes):
        view.drafting.skip("script", Span(tag.start, tag.end))
    if tag.name in SKIPPED:
        yield from _left_out(view, tag, attributes)
    if tag.name == "pre":
        yield count(view, "preformatted")


def _has_ground(style: str) -> bool:
    """Whether a style attribute gives its element a background."""
    return "background" in style and any(
        one.name.startswith("background") and is_ground(one.value) for one in attribute_declarations(style)
    )


def _has_script(attributes: Mapping[str, str]) -> bool:
    """Whether an attribute of an element is a script: `onclick`, `href="javascript:…"`."""
    return any(_SCRIPTED.match(f"{name}={value[:99]}") for name, value in attributes.items())


# Attributes with words that readers see under the pointer, or hear.
_LABELS = {
    "title": "tooltip",
    **dict.fromkeys(
        ("aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "summary"), "screen-reader label"
    ),
}


def note_labels(view: View, tag: Tag, attributes: Mapping[str, str]) -> None:
    """Count the labels of an element of the article that are no text. The title of an image is read."""
    if not attributes or view.hidden or not view.is_article:
        return
    for name in sorted(attributes.keys() & _LABELS.keys()):
        if attributes[name].strip() and not (name == "title" and UNREAD.get(tag.name) == "image"):
            view.drafting.skip(_LABELS[name], Span(tag.start, tag.end), attributes[name])


_SCRIPTED = re.compile(r"on[a-z]+=.|[\w:-]+=[\x00-\x20]*javascript:", re.IGNORECASE)

# Elements that are certainly hidden, and elements that may show text differently.


def is_hidden(tag: Tag, attributes: Mapping[str, str]) -> bool:
    """Whether an element is certainly hidden: by `hidden`, `popover`, as a closed dialog, or by `display: none`."""
    style = attributes.get("style", "")
    if is_hiding(style):
        return True
    closed = tag.name == "dialog" and "open" not in attributes
    marked = (
        closed or "popover" in attributes or attributes.get("hidden", "until-found").strip().lower() != "until-found"
    )
    return marked and not re.search(r"display|animation|\ball\b|\\", style, re.IGNORECASE)


_DOUBTED = {
    "bdo": "`bdo` changes the order of letters",
    "marquee": "`marquee` moves text",
}


def doubts(tag: Tag, attributes: Mapping[str, str], *, on_ground: bool = False) -> Iterator[Styling]:
    """What in an element, apart from its style, may make text look different from what was read."""
    found = (
        _DOUBTED.get(tag.name, ""),
        "`shadowrootmode` shows what is in the template" if "shadowrootmode" in attributes else "",
        "`dir=rtl` changes the order of words" if attributes.get("dir", "").strip().lower() == "rtl" else "",
        "`hidden` and the element's style contradict each other" if _is_contradicted(tag, attributes) else "",
        "" if on_ground or not is_nearly_white(_old_color(tag, attributes)) else "the text may be white on white",
        "the font may show other signs" if tag.name == "font" and is_of_symbols(attributes.get("face", "")) else "",
    )
    return (Styling(tag.start, tag.end, doubt) for doubt in found if doubt)


def _is_contradicted(tag: Tag, attributes: Mapping[str, str]) -> bool:
    marked = {"hidden", "popover"} & attributes.keys() or (tag.name == "dialog" and "open" not in attributes)
    return bool(marked) and not is_hidden(tag, attributes)


def _old_color(tag: Tag, attributes: Mapping[str, str]) -> str:
    """The colour of text as old pages write it."""
    named = {"font": "color", "body": "" if "bgcolor" in attributes else "text"}
    return attributes.get(named.get(tag.name, ""), "").strip().lower()


# Elements that are left out of the text.


def _left_out(view: View, tag: Tag, attributes: Mapping[str, str]) -> Iterator[End]:
    is_outermost = view.is_article and not view.hidden
    if tag.name in STRUCK:
        yield count(view, "struck")
        begun = _is_inside_word(view)
    yield count(view, "skipped")
    if tag.name == "template":
        yield count(view, "inert")
    if tag.name == "style" and is_sheet(attributes) and not view.inert:
        yield _sheet(view, tag)
    elif tag.name == "script" and not view.inert:
        yield _script(view, tag)
    elif is_outermost and tag.name in STRUCK:
        yield _struck(view, tag, is_glued=begun)
    elif is_outermost and tag.name in UNREAD.keys() | {"noscript"}:
        _note_further_files(view, tag, attributes)
        yield _unread(view, tag)


def _sheet(view: View, tag: Tag) -> End:
    def end(end_tag: Span) -> None:
        view.styles.sheets.append(Span(tag.end, end_tag.start))

    return end


def _script(view: View, tag: Tag) -> End:
    view.drafting.skip("script", Span(tag.start, tag.end))

    def end(end_tag: Span) -> None:
        comment = view.source.find("<!--", tag.end, end_tag.start)
        if comment >= 0 and _SCRIPT.search(view.source, comment, end_tag.start):
            doubt = "a script inside a comment of a script goes on after its end tag"
            view.drafting.stylings.append(Styling(tag.start, tag.end, doubt))

    return end


_SCRIPT = re.compile(r"<script[\s/>]", re.IGNORECASE)


def _is_inside_word(view: View) -> bool:
    passage = view.drafting.open
    return bool(passage and passage.length and passage.parts[-1][-1].isalnum())


# Tags between struck-out text and a letter or digit that touches it.
_TOUCHING = re.compile(rf"(?:<(?!/?(?:{'|'.join(sorted(BLOCKS))}|br)\b)[^<>]{{0,200}}>){{0,4}}+[^\W_]", re.IGNORECASE)


def _struck(view: View, tag: Tag, *, is_glued: bool) -> End:
    def end(end_tag: Span) -> None:
        touches = is_glued or _TOUCHING.match(view.source, end_tag.end) is not None
        view.struck_out(Span(tag.start, end_tag.end), is_glued=touches)

    return end


def _unread(view: View, tag: Tag) -> End:
    """Note an element that is not read; if it shows words or signs, or divides a word, it is in doubt."""
    begun = _is_inside_word(view)

    def end(end_tag: Span) -> None:
        has_words = bool(words_in(view.source, tag.start, end_tag.start, shown=True).strip())
        if tag.name == "noscript":
            if has_words:
                view.drafting.skip("noscript", Span(tag.start, tag.end), words_in(view.source, tag.end, end_tag.start))
            return
        worded = tag.name in WORDED and (has_words or tag.name in {"iframe", "object", "applet"})
        doubt = _doubt(view, tag, end_tag.end, worded=worded, begun=begun)
        text = words_in(view.source, tag.start, end_tag.start)
        view.drafting.skip(UNREAD[tag.name], Span(tag.start, tag.end), text, doubt)

    return end


def _doubt(view: View, tag: Tag, end: int, *, worded: bool, begun: bool) -> str:
    """Why an element that is not read is in doubt in running text; `begun` says that a word goes up to it."""
    if worded:
        return f"the words of `{tag.name}` are not read"
    return f"`{tag.name}` is inside a word or number" if begun and _TOUCHING.match(view.source, end) else ""


def note_void(view: View, tag: Tag, attributes: Mapping[str, str]) -> None:
    """Note an element without content: pictures and form fields are not read, linked style sheets are counted."""
    if _has_script(attributes):
        view.drafting.skip("script", Span(tag.start, tag.end))
    note_labels(view, tag, attributes)
    if tag.name in {"base", "link", "meta"}:
        _of_page(view, tag, attributes)
    if tag.name in {"area", "source"} and view.is_article:
        _of_image(view, tag, attributes)
    if tag.name not in UNREAD or not view.is_article or is_hidden(tag, attributes):
        return
    if UNREAD[tag.name] == "image":
        _image(view, tag, attributes)
    else:
        _field(view, tag, attributes)


def _of_page(view: View, tag: Tag, attributes: Mapping[str, str]) -> None:
    """Note what concerns the page as a whole: sheets, another page that it shows, and what its links begin with."""
    if tag.name == "base" and attributes.get("href"):
        view.drafting.skip("base address", Span(tag.start, tag.end), attributes["href"])
    if tag.name == "link" and is_linked_sheet(attributes):
        view.drafting.skip("style sheet", Span(tag.start, tag.end))
        view.styles.has_ground = True
    refreshes = tag.name == "meta" and attributes.get("http-equiv", "").lower() == "refresh"
    if refreshes and "url" in str(attributes).lower():
        view.drafting.stylings.append(Styling(tag.start, tag.end, "`refresh` shows another page"))


def _of_image(view: View, tag: Tag, attributes: Mapping[str, str]) -> None:
    """Note a file that may be shown for an image, or a link on one with its words. The links of a hidden map work."""
    if tag.name == "source" and not view.hidden:
        view.drafting.skip(PICTURE, Span(tag.start, tag.end), _files(attributes))
        _note_further_files(view, tag, attributes)
    elif tag.name == "area":
        for kind, name in (("link target", "href"), ("screen-reader label", "alt")):
            if attributes.get(name, "").strip():
                view.drafting.skip(kind, Span(tag.start, tag.end), attributes[name])


def _note_further_files(view: View, tag: Tag, attributes: Mapping[str, str]) -> None:
    """Note the files that may be shown for an image beside those of `_files`, also by a script that loads them late."""
    choice = [attributes.get(name, "").strip() for name in ("data-src", "poster")]
    choice += _candidates(attributes.get("srcset", ""))[1:] + _candidates(attributes.get("data-srcset", ""))
    files = " ".join(dict.fromkeys(file_of(url) for url in choice if url))
    if files:
        view.drafting.skip(FURTHER_FILE, Span(tag.start, tag.end), files)


# An address up to white space or a comma before it, and the description after it (HTML standard, 4.8.4.2.1).
_CANDIDATE = re.compile(r"[\s,]*+(\S+?)(?:,+(?=\s|\Z)|\s+[^,]*+(?:,|\Z)|\Z)")


def _candidates(choice: str) -> list[str]:
    """The addresses in a `srcset`."""
    urls: list[str] = []
    found = _CANDIDATE.match(choice)
    while found:
        urls.append(found[1])
        found = _CANDIDATE.match(choice, found.end())
    return urls


def _files(attributes: Mapping[str, str]) -> str:
    """The file of an image, and the first of those that a browser chooses from."""
    urls = (attributes.get("src", "").strip(), *_candidates(attributes.get("srcset", ""))[:1])
    return " ".join(dict.fromkeys(file_of(url) for url in urls if url))


def _field(view: View, tag: Tag, attributes: Mapping[str, str]) -> None:
    """Note a form field or an embedded object, and whether it is ticked."""
    kind = attributes.get("type", "").strip().lower() if tag.name == "input" else ""
    if kind in _TICKED and "checked" in attributes and not view.hidden:
        named = " ".join([attributes.get(name, "") for name in ("name", "id", "value")])
        view.drafting.skip("ticked box", Span(tag.start, tag.end), named)
    if kind == "hidden":
        return
    # Browsers show the text of an image button in its place if there is no picture.
    words = () if kind in _WORDLESS else ("alt",) if kind == "image" else ("value", "placeholder")
    shown = "".join([attributes.get(name, "") for name in words])
    worded = tag.name == "embed" or (tag.name == "input" and bool(shown.strip()))
    doubt = _doubt(view, tag, tag.end, worded=worded, begun=_is_inside_word(view))
    if doubt or kind not in _WORDLESS:
        view.drafting.skip(UNREAD[tag.name], Span(tag.start, tag.end), words_in(view.source, tag.start, tag.end), doubt)


def _image(view: View, tag: Tag, attributes: Mapping[str, str]) -> None:
    """Note the file of an image; its title and the text in its place are read as captions.

    An image without either is counted.
    """
    if view.hidden:
        return
    doubt = _doubt(view, tag, tag.end, worded=False, begun=_is_inside_word(view))
    words = {name: attributes.get(name, "").split() for name in ("alt", "title")}
    kind = "image without text" if doubt or not any(words.values()) else PICTURE
    view.drafting.skip(kind, Span(tag.start, tag.end), _files(attributes), doubt)
    _note_further_files(view, tag, attributes)
    for name in [name for name, shown in words.items() if shown and (name == "alt" or shown != words["alt"])]:
        caption = Passage(Kind.CAPTION)
        caption.is_apart = True
        write_html(caption, view.source, *attribute_range(view.source, tag, name))
        view.place(caption)
        view.drafting.beside.append(caption)


_TICKED = frozenset({"checkbox", "radio"})
_WORDLESS = _TICKED | {"color", "range"}
