"""References of chat programs that were left in a draft: they name results of a search that no reader has.

Closed over what these programs are known to leave: ChatGPT (`citeturn0search1`, also between the private signs U+E200
and U+E201, `:contentReference[oaicite:0]{index=0}`, `[oai_citation:1‡site](url)`, `({"attribution":…})`), Perplexity
(`[web:1]`, `[attached_file:1]`), Gemini (`[cite_start]`, `[cite: 1, 2]`, `[span_1](start_span)`) and DeepSeek
(`[citation:1]`). `【1†source】` is read with the numbers in brackets.
"""

import re
from collections.abc import Iterator

from factspec.draft import Draft, Mark
from factspec.labels import LIST, labels

# Each program with the form that it leaves; `body` are numbers that may be meant for sources.
_FORMS = (
    ("ChatGPT", r"\ue200[^\ue200\ue201\n]{0,400}\ue201|\b(?:file)?cite(?:turn\d{1,4}[a-z]{2,16}\d{1,4})+"),
    ("ChatGPT", r":contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?"),
    ("ChatGPT", r"\[oai_citation(?:_attribution)?:\d{1,4}‡[^\[\]\n]{0,200}\](?:\([^()\s]{1,400}\))?"),
    ("ChatGPT", r"\(\{\"attribution\":\{[^\n{}]{0,200}\}\}\)"),
    ("Perplexity", rf"\[{{1,2}}(?:web|attached_file|attached_image|memory|page):(?P<body>{LIST})\]{{1,2}}"),
    ("Gemini", rf"\[cite_start\]|\[{{1,2}}cite:\s?(?P<body>{LIST})\]{{1,2}}|\[span_\d{{1,4}}\]\((?:start|end)_span\)"),
    ("DeepSeek", rf"\[{{1,2}}citation:(?P<body>{LIST})\]{{1,2}}"),
)
# What all of them hold.
_SIGNS = (
    "\ue200",
    "citeturn",
    "oai",
    "attribut",
    "[web:",
    "[attached_",
    "[memory:",
    "[page:",
    "[cite",
    "[citation:",
    "span",
)
_LINKED = r"oai_citation(?:_attribution)?:\d{1,4}‡[^\n]{0,200}"
_SPANS = frozenset({"start_span", "end_span"})
_LONGEST = 256


def leftovers(draft: Draft) -> Iterator[Mark]:
    """The marks that such references are, in no order, each with what to do."""
    if not any(sign in draft.text for sign in _SIGNS):
        return
    for program, form in _FORMS:
        for match in re.finditer(form, draft.text):
            body = match.groupdict().get("body") or ""
            ids = labels(body).ids if body else ()
            span = draft.map.span(*match.span())
            yield Mark(*match.span(), ids, *span, _advice(match[0], program))
    for link in draft.links:
        text = draft.text[link.start : min(link.end, link.start + _LONGEST)]
        if re.fullmatch(_LINKED, text):
            yield Mark(link.start, link.end, (), link.source_start, link.source_end, _advice(text, "ChatGPT"))
        elif link.url in _SPANS:
            yield Mark(link.start, link.end, (), link.source_start, link.source_end, _advice(text, "Gemini"))


def _advice(written: str, program: str) -> str:
    shown = written.translate({0xE200: None, 0xE201: None, 0xE202: None})
    return f"'{shown}' is what {program} leaves, and no marker; write [n] with the number of its source, or take it out"
