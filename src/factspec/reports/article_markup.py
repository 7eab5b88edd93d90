"""An article's text as HTML: its blocks of sentences, and beside them what accounts for each sentence.

This is most of a page, thousands of sentences and claims, for which a template takes more than twice as long.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple, NewType

from markupsafe import Markup

from factspec.language.places import Reach, Span
from factspec.language.printing import printable
from factspec.reports.shown_article import Group, ShownArticle, ShownClaim, ShownFinding, ShownSource, counted, urgent
from factspec.rules.finding import Finding, WaiverResult
from factspec.rules.page import FORBIDDEN, InSource, Page, PageClaim, PageMarker, PageSentence, State

_PRINTED_LIMIT = 100_000
# Of a longer sentence the beginning is shown, of a longer text in a finding the part around its first change.
_SENTENCE_LIMIT = 20_000
_EXCERPT_LIMIT = 700
# A citation with more labels than these may be broken at the end of a line.
_SHORT = 4


Html = NewType("Html", str)
"""Markup of the page. Only forms written here, and text that went through `text`, have this type."""
_NOTHING = Html("")


@lru_cache(maxsize=256)
def text(quoted: str) -> Html:
    """Words of others as text or in an attribute of the page: made printable, then escaped."""
    return Html(escape(printable(quoted, _PRINTED_LIMIT)))


def _markup(form: str, *values: Html) -> Html:
    """A form of ours with values in place of each `%s`."""
    return Html(form % values)


def _joined(parts: Iterable[Html], between: str = "") -> Html:
    return Html(between.join(parts))


def _only(is_so: object, ours: str) -> Html:
    """Words of ours if something is so, otherwise nothing."""
    return Html(ours if is_so else "")


# Sentences.


_CHANGED = "<mark>%s</mark>"
_LEFT = '<span class="left">%s</span>'
_MALFORMED = '<span class="undeclared" title="this marker is malformed">%s</span>'
_CUT = '<em class="cut">%s</em>'
_LINK = '<a href="#%s">%s</a>'
_UNDECLARED = '<span class="undeclared" title="no such source is declared">%s</span>'
_SENTENCE = (
    '<span class="s %s%s" data-state="%s"%s><span class="t">%s</span>'
    '<button type="button" class="b" aria-expanded="%s" aria-controls="%s"><span class="vh">%s%s</span></button></span>'
)
_CLASSES = {state: Html(state.name.lower()) for state in State}
_STATES = {state: Html(state.value) for state in State}


def _parts(start: int, end: int, marks: Sequence[tuple[str, Sequence[Span]]]) -> Sequence[tuple[int, int, str]]:
    """A range in parts, each with the form of the first of the marks that reaches there, empty if none does."""
    reaches = [(form, Reach(spans)) for form, spans in marks if spans]
    if not reaches:
        return [(start, end, "")]
    edges = [at for _, spans in marks for span in spans for at in span if start < at < end]
    return [
        (first, last, next((form for form, reach in reaches if reach.at(first) > first), ""))
        for first, last in pairwise(sorted({start, end, *edges}))
    ]


def _marked(form: str, quoted: str) -> Html:
    return _markup(form, text(quoted)) if form and quoted else text(quoted)


def _excerpt(quoted: str, marks: Iterable[Span]) -> Html:
    """A text with marks around what differs; of a long one the part around the first."""
    marked = sorted(one for one in marks if one.start < one.end)
    start = max(0, min(marked[0].start - _EXCERPT_LIMIT // 3, len(quoted) - _EXCERPT_LIMIT)) if marked else 0
    end = min(len(quoted), start + _EXCERPT_LIMIT)
    parts = _parts(start, end, [(_CHANGED, marked)])
    shown = _joined([_marked(form, quoted[first:last]) for first, last, form in parts])
    return _joined((_only(start, "… "), shown, _only(end < len(quoted), " …")))


# Blocks.


class _Shape(NamedTuple):
    """The forms of blocks that are shown together, of a row of them and of one, and what is between its sentences."""

    block: str = "<p>%s</p>"
    row: str = "%s"
    group: str = "%s"
    between: str = " "


_WIDE = '<div class="wide" tabindex="0" role="group" aria-label='
_SHAPES = {
    "heading": _Shape("<h3>%s</h3>"),
    "title": _Shape(group='<p class="kind">Title or description of the page</p>\n%s'),
    "caption": _Shape(group='<p class="kind">Caption or text of an image</p>\n%s'),
    "list-item": _Shape("%s", "<li>%s</li>", "<ul>\n%s\n</ul>"),
    "table-cell": _Shape("<td>%s</td>", "<tr>%s</tr>", _WIDE + '"Table"><table>\n%s\n</table></div>'),
    "quotation": _Shape("<blockquote>%s</blockquote>"),
    "note": _Shape(group='<p class="kind">Note</p>\n%s'),
    "code": _Shape("<code>%s</code>", group='<p class="kind">Code</p>\n' + _WIDE + '"Code">%s</div>', between="<br>"),
}
_GROUP = """\
<div class="row %s">
<div class="text" dir="auto">
%s
</div>
<div class="notes">
%s
</div>
</div>"""


def _blocks(group: Group, sentences: Mapping[int, Html]) -> Html:
    shape = _SHAPES.get(group.kind, _Shape())
    rows = (
        _markup(
            shape.row,
            _joined(_markup(shape.block, _joined([sentences[one] for one in block], shape.between)) for block in row),
        )
        for row in group.rows
    )
    return _markup(shape.group, _joined(rows, "\n"))


# What accounts for a sentence.


_ROW = "<div><dt>%s</dt><dd>%s</dd></div>"
_TEXT_ROW = '<div><dt>%s</dt><dd dir="auto">%s</dd></div>'
_QUOTED = '<q dir="auto">%s</q>'
_CLAIM = """\
<details class="card claim %s" id="%s"%s%s>
<summary class="message"><span class="level">%s</span> <span class="code">%s</span> \
<span class="verdict">%s</span></summary>
<dl class="facts">
%s
</dl>
<p class="place"><a href="#%s">link to this claim</a> <span>%s</span></p>
</details>"""
_FINDING = """\
<section class="card finding %s" id="%s" data-rules="%s" data-claims="%s" tabindex="-1">
<p class="message"><span class="level">%s</span> %s</p>
%s<dl class="facts">%s</dl>
<p class="place"><a href="#%s" class="code">%s</a> <span>%s</span>%s</p>
</section>"""
_COMPARED = '<div class="%s"><dt>%s</dt><dd dir="auto">%s</dd></div>'
_WAIVER = """\
<section class="card waiver"><p class="message"><span class="level">Waiver</span> <span class="code">%s</span></p>
<dl class="facts">%s</dl>
<p class="place"><span>%s</span></p></section>"""
_PANEL = """\
<div class="p %s%s" id="%s">
<p class="state">%s</p>
%s
</div>"""
_BY_NOBODY = Html("<div><dt>approved</dt><dd>by nobody yet</dd></div>")
_WORDING = {"says": "wording", "quotes": "quotation", "facts": "facts", FORBIDDEN: "wording"}


def _row(name: str, value: str, form: str = _ROW) -> Html:
    """What is known by this name; nothing if there is none."""
    return _markup(form, text(name), text(value)) if value else _NOTHING


def _wording(one: PageClaim) -> Html:
    facts = _joined(
        _markup("<li>%s%s</li>", text(fact), _only(not found, ' <strong class="bad">not found</strong>'))
        for fact, found in one.facts
    )
    words = _markup('<ul class="inline">%s</ul>', facts) if facts else text(one.wording)
    return _markup(_TEXT_ROW, text(_WORDING[one.key]), words)


def _remarks(one: PageClaim) -> Iterator[Html]:
    is_forbidden = one.key == FORBIDDEN
    if one.note:
        yield _row("reason" if is_forbidden else "note", one.note, _TEXT_ROW)
    if one.recheck:
        yield _row("look again", f"on {one.recheck}")
    if one.tags:
        yield _row("tags", ", ".join(one.tags))
    if not is_forbidden:
        yield _row("approved", f"by {one.by or 'nobody named'} on {one.on}") if one.on else _BY_NOBODY


def _compared(one: Finding) -> Iterator[Html]:
    marked = [each for each in one.differences if each.kind != "citation"]
    if one.expected:
        cls = Html("was" if one.label == "expected" else "near")
        approved = _excerpt(one.expected, [Span(each.approved_start, each.approved_end) for each in marked])
        yield _markup(_COMPARED, cls, text(one.label), approved)
    if one.found:
        found = _excerpt(one.found, [Span(each.start, each.end) for each in marked])
        yield _markup(_COMPARED, Html("is"), Html("found"), found)


def _finding(shown: ShownFinding) -> Html:
    one, name = shown.finding, text(shown.id)
    compared, in_spec = _joined(_compared(one)), one.spec_line and one.path != one.spec
    return _markup(
        _FINDING,
        Html("error" if shown.is_error else "warning"),
        name,
        text(one.rule),
        text(one.claim),
        Html("Error" if shown.is_error else "Warning"),
        text(one.message),
        _markup('<dl class="compare">%s</dl>\n', compared) if compared else _NOTHING,
        _joined((_row("cited", one.cited), _row("note", one.note, _TEXT_ROW), _row("next", one.advice))),
        name,
        text(one.rule),
        text(f"{one.path}:{one.line}:{one.column}"),
        _markup(" <span>%s</span>", text(f"{one.spec}:{one.spec_line}")) if in_spec else _NOTHING,
    )


def _waiver(one: WaiverResult) -> Html:
    rows = _row("reason", one.reason, _TEXT_ROW), _row("until", one.until)
    return _markup(_WAIVER, text(one.rule), _joined(rows), text(f"{one.spec}:{one.spec_line}"))


def _elsewhere(described: Sequence[ShownClaim | ShownFinding]) -> Html:
    names = [one.claim.id if isinstance(one, ShownClaim) else one.finding.message for one in described]
    links = [_markup(_LINK, text(one.id), text(name)) for one, name in zip(described, names, strict=True)]
    return _markup("<p>Also: %s, described above.</p>", _joined(links, ", "))


# An article.


_BADGE = '<span class="badge %s">%s</span>'
_RECT = '<rect class="%s" x="%s" y="0" width="%s" height="4"/>'
_BAR = """\
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">%s</svg>
<span class="share">%s %% accounted for</span>"""


class ArticleMarkup:
    """The parts of an article as the template takes them.

    A macro of the template would do for the small ones, but would keep the whole run until a search for cycles.
    """

    def __init__(self, article: ShownArticle) -> None:
        """Collect what belongs to each sentence."""
        self.article = article
        self._page = article.page
        self._spec = text(article.report.spec)
        self._panels = text(article.panels)
        sources = article.sources.values()
        self._sources = {one.source.id: text(one.id) for one in sources}
        self._labels = {one.source.id: _linked(one, "") for one in sources}
        self._titles = {one.source.id: _linked(one, one.source.title) for one in sources}
        self._changed = _changed(article.page)
        self._markers: defaultdict[int, list[PageMarker]] = defaultdict(list)
        for marker in sorted(article.page.markers, key=attrgetter("at")):
            self._markers[marker.sentence].append(marker)
        # For each finding the first sentence that it is about.
        self._first: dict[int, int] = {}
        for number, sentence in enumerate(article.page.sentences):
            for index in sentence.findings:
                self._first.setdefault(index, number)

    def verdict(self) -> Markup:
        """How many errors and warnings there are, or that it is as approved."""
        errors, warnings = self.article.errors, self.article.warnings
        badges = [("wrong", counted(errors, "error")) if errors else ("checked", "as approved")]
        badges += [("partly", counted(warnings, "warning"))] if warnings else []
        return Markup(_joined((_markup(_BADGE, text(state), text(words)) for state, words in badges), " "))  # noqa: S704

    def bar(self) -> Markup:
        """The bar of coverage, and the share that is accounted for."""
        parts = (one for one in self.article.bar if one.sentences)
        rects = _joined(_markup(_RECT, text(one.state), text(str(one.start)), text(str(one.width))) for one in parts)
        return Markup(_markup(_BAR, rects, text(str(self.article.report.article.coverage))))  # noqa: S704

    def groups(self) -> Markup:
        """The text in groups of blocks, and beside each group the panels of its sentences."""
        return Markup(_joined(map(self._group, self.article.groups), "\n"))  # noqa: S704

    def finding(self, shown: ShownFinding) -> Markup:
        """A finding that is about no sentence."""
        return Markup(_finding(shown))  # noqa: S704

    def claim(self, shown: ShownClaim) -> Markup:
        """A claim that is in no sentence."""
        return Markup(self._claim(shown, is_open=False))  # noqa: S704

    def _group(self, group: Group) -> Html:
        made = {number: self._sentence(number) for number in group.sentences}
        blocks = _blocks(group, {number: shown for number, (shown, _) in made.items()})
        return _markup(_GROUP, text(group.kind), blocks, _joined([panel for _, panel in made.values()], "\n"))

    def _sentence(self, number: int) -> tuple[Html, Html]:
        """A sentence, and its panel. A finding is described at the first sentence that it is about."""
        one, listed = self._page.sentences[number], self.article.listed
        new = [listed[index] for index in one.findings if self._first[index] == number]
        is_wrong, is_warned = one.state is State.WRONG, not all(each.is_error for each in new)
        name, state, cls = Html(f"{self._panels}.{number + 1}"), _STATES[one.state], _CLASSES[one.state]
        shown = _markup(
            _SENTENCE,
            cls,
            _only(is_warned, " warned"),
            state,
            self._filters(one) if one.claims or one.findings else _NOTHING,
            self._words(number, one),
            Html("true" if is_wrong else "false"),
            name,
            state,
            _only(is_warned, ", with a warning"),
        )
        described = _joined(self._described(number, new), "\n")
        return shown, _markup(_PANEL, cls, _only(is_wrong, " open"), name, state, described)

    def _filters(self, one: PageSentence) -> Html:
        """The rules and the claims by which the page can be filtered for a sentence."""
        found = [self.article.listed[index].finding for index in one.findings]
        rules = {each.rule for each in found}
        claims = {self._page.claims[index].id for index in one.claims} | {each.claim for each in found if each.claim}
        of_rules = _markup(' data-rules="%s"', text(" ".join(sorted(rules)))) if rules else _NOTHING
        of_claims = _markup(' data-claims="%s"', text(" ".join(sorted(claims)))) if claims else _NOTHING
        return Html(of_rules + of_claims)

    def _words(self, number: int, one: PageSentence) -> Html:
        """The words of a sentence with its markers, those marked that differ or that nothing accounts for."""
        quoted, end = self._page.text, min(one.end, one.start + _SENTENCE_LIMIT)
        marks = (_CHANGED, self._changed.get(number, ())), (_LEFT, one.left if one.state is State.PARTLY else ())
        markers = self._markers.get(number, [])
        shown: list[Html] = []
        passed = 0
        for start, last, form in _parts(one.start, end, marks):
            at = start
            while passed < len(markers) and markers[passed].at < last:
                stop = max(at, markers[passed].at)
                shown += _marked(form, quoted[at:stop]), self._marker(markers[passed])
                at, passed = stop, passed + 1
            shown.append(_marked(form, quoted[at:last]))
        shown += map(self._marker, markers[passed:])
        if end < one.end:
            cut = f" … and {one.end - end:,} more characters, which are not shown here"
            shown.append(_markup(_CUT, text(cut)))
        return _joined(shown)

    def _marker(self, one: PageMarker) -> Html:
        if one.malformed:
            return _markup(_MALFORMED, text(one.malformed))
        linked = [
            _markup(_LINK, self._sources[source], text(label)) if source else _markup(_UNDECLARED, text(label))
            for label, source in zip(one.labels, one.sources, strict=True)
        ]
        return _markup('<sup class="cite%s">[%s]</sup>', _only(len(linked) > _SHORT, " long"), _joined(linked, ", "))

    def _described(self, number: int, new: Sequence[ShownFinding]) -> Iterator[Html]:
        """What the panel of a sentence says: its new findings, what accounts for it, and what was described above."""
        one, page = self._page.sentences[number], self._page
        for each in urgent(new):
            yield _finding(each)
        yield from self._unclaimed(one, new)
        for index in one.waivers:
            yield _waiver(self.article.report.waivers[index])
        for index in one.quotations:
            yield _markup('<p class="quotation">%s</p>', self._searched(_QUOTED, page.quotations[index]))
        others: list[ShownClaim | ShownFinding] = []
        others += [self.article.listed[index] for index in one.findings if self._first[index] < number]
        for index in one.claims:
            if page.claims[index].sentences[0] == number:
                yield self._claim(self.article.claims[index], is_open=one.state is not State.WRONG)
            else:
                others.append(self.article.claims[index])
        if others:
            yield _elsewhere(others)

    def _unclaimed(self, one: PageSentence, new: Sequence[ShownFinding]) -> Iterator[Html]:
        """What is said of a sentence that nothing accounts for, wholly or in part, or for which nothing must."""
        if one.state is State.UNREAD:
            yield Html("<p>Code is shown here and not checked.</p>")
        elif one.state is State.UNCOVERED and not new:
            yield Html("<p>No claim, checked quotation or waiver covers this sentence.</p>")
        elif one.state is State.PARTLY and not new:
            left = [_markup(_QUOTED, text(self._page.text[start:end])) for start, end in one.left]
            yield _markup("<p>Nothing covers these words: %s.</p>", _joined(left, ", "))
        elif one.state is State.CHECKED and not (one.claims or one.quotations or len(new) < len(one.findings)):
            yield Html("<p>It states nothing that a claim must account for.</p>")

    def _claim(self, shown: ShownClaim, *, is_open: bool) -> Html:
        one, name = shown.claim, text(shown.id)
        is_forbidden, has_passed = one.key == FORBIDDEN, one.verdict == "passed"
        return _markup(
            _CLAIM,
            Html("passed" if has_passed else "failed"),
            name,
            _NOTHING if one.sentences else _markup(' data-claims="%s"', text(one.id)),
            _only(is_open, " open"),
            Html("Forbidden wording" if is_forbidden else "Claim"),
            text(one.id),
            text("not in the article" if is_forbidden and has_passed else one.verdict),
            _joined([_wording(one), _row("speaker", one.speaker), *self._evidence(one), *_remarks(one)]),
            name,
            Html(f"{self._spec}:{one.line}"),
        )

    def _evidence(self, one: PageClaim) -> Iterator[Html]:
        if one.cited or one.cites:
            must = _markup(' <span class="muted">(must cite %s)</span>', text(one.cites)) if one.cites else _NOTHING
            yield _markup(_ROW, Html("cites"), _joined((_listed(one.cited, self._titles), must)))
        for quote in one.evidence:
            yield _markup(_ROW, Html("evidence"), self._searched(_QUOTED, quote))
        for value in one.values:
            yield _markup(_ROW, Html("value"), self._searched("<bdi>%s</bdi>", value))

    def _searched(self, form: str, one: InSource) -> Html:
        """Words that were looked for in sources, and the result."""
        sources = _listed(one.sources, self._labels)
        if one.outcome == "found":
            return _markup(form + " found in %s", text(one.words), sources)
        if one.outcome == "absent":
            return _markup(form + ' <strong class="bad">not found</strong> in %s', text(one.words), sources)
        if not one.sources:
            return _markup(form + " not checked: no source is cited", text(one.words))
        return _markup(form + " not checked: no stored text of %s could settle it", text(one.words), sources)


def _linked(shown: ShownSource, title: str) -> Html:
    return _markup(_LINK, text(shown.id), text(f"[{shown.source.id}] {title}".rstrip()))


def _listed(ids: Iterable[str], links: Mapping[str, Html]) -> Html:
    """Sources by their labels, with a link to each that is declared."""
    return _joined([links.get(one) or text(f"[{one}]") for one in ids], ", ") or Html("no source")


def _changed(page: Page) -> Mapping[int, Sequence[Span]]:
    """For each sentence the ranges of words in it that differ from what was approved."""
    found: defaultdict[int, list[Span]] = defaultdict(list)
    starts = [one.start for one in page.sentences] if page.changed else []
    for span in page.changed:
        for number in range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end)):
            found[number].append(span)
    return found
