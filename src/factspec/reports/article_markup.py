"""An article's text as HTML: its blocks of sentences, and beside them what accounts for each sentence.

This is most of a page, thousands of sentences and claims, for which a template takes more than twice as long.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, NewType

from markupsafe import Markup, escape

from factspec.language.printing import printable
from factspec.reports.shown_article import (
    Group,
    Piece,
    ShownArticle,
    ShownClaim,
    ShownFinding,
    ShownSentence,
    counted,
)
from factspec.rules.finding import WaiverResult
from factspec.rules.page import FORBIDDEN, InSource, PageClaim, State

_PRINTED_LIMIT = 100_000
# A citation with more labels than these may be broken at the end of a line.
_SHORT = 4


Html = NewType("Html", str)
"""Markup of the page. Only forms written here, and text that went through `text`, have this type."""
_NOTHING = Html("")


@lru_cache(maxsize=256)
def text(quoted: str) -> Html:
    """Words of others as text or in an attribute of the page: made printable, then escaped."""
    return Html(str(escape(printable(quoted, _PRINTED_LIMIT))))


def _markup(form: str, *values: Html) -> Html:
    """A form of ours with values in place of its `{}`."""
    return Html(form.format(*values))


def _joined(parts: Iterable[Html], between: str = "") -> Html:
    return Html(between.join(parts))


def _only(is_so: object, ours: str) -> Html:
    """Words of ours if something is so, otherwise nothing."""
    return Html(ours if is_so else "")


# Sentences.


_MARKED = {
    "": "{}",
    "changed": "<mark>{}</mark>",
    "left": '<span class="left">{}</span>',
    "malformed": '<span class="undeclared" title="this marker is malformed">{}</span>',
    "cut": '<em class="cut">{}</em>',
}
_LINK = '<a href="#{}">{}</a>'
_UNDECLARED = '<span class="undeclared" title="no such source is declared">{}</span>'
_SENTENCE = (
    '<span class="s {}{}" data-state="{}"{}{}><span class="t">{}</span>'
    '<button type="button" class="b" aria-expanded="{}" aria-controls="{}"><span class="vh">{}{}</span></button></span>'
)


def _words(pieces: Iterable[Piece]) -> Html:
    return _joined(
        _citation(one.labels) if one.labels else _markup(_MARKED[one.mark], text(one.text)) for one in pieces
    )


def _citation(labels: Sequence[tuple[str, str]]) -> Html:
    linked = (
        _markup(_LINK, text(source), text(label)) if source else _markup(_UNDECLARED, text(label))
        for label, source in labels
    )
    return _markup('<sup class="cite{}">[{}]</sup>', _only(len(labels) > _SHORT, " long"), _joined(linked, ", "))


def _sentence(one: ShownSentence) -> Html:
    is_warned, state = one.is_warned, text(one.state.value)
    return _markup(
        _SENTENCE,
        text(one.state.name.lower()),
        _only(is_warned, " warned"),
        state,
        _markup(' data-rules="{}"', text(" ".join(sorted(one.rules)))) if one.rules else _NOTHING,
        _markup(' data-claims="{}"', text(" ".join(sorted(one.about)))) if one.about else _NOTHING,
        _words(one.pieces),
        Html("true" if one.state is State.WRONG else "false"),
        text(one.id),
        state,
        _only(is_warned, ", with a warning"),
    )


# Blocks.


class _Shape(NamedTuple):
    """The forms of blocks that are shown together, of a row of them and of one, and what is between its sentences."""

    block: str = "<p>{}</p>"
    row: str = "{}"
    group: str = "{}"
    between: str = " "


_WIDE = '<div class="wide" tabindex="0" role="group" aria-label='
_SHAPES = {
    "heading": _Shape("<h3>{}</h3>"),
    "title": _Shape(group='<p class="kind">Title or description of the page</p>\n{}'),
    "caption": _Shape(group='<p class="kind">Caption or text of an image</p>\n{}'),
    "list-item": _Shape("{}", "<li>{}</li>", "<ul>\n{}\n</ul>"),
    "table-cell": _Shape("<td>{}</td>", "<tr>{}</tr>", _WIDE + '"Table"><table>\n{}\n</table></div>'),
    "quotation": _Shape("<blockquote>{}</blockquote>"),
    "note": _Shape(group='<p class="kind">Note</p>\n{}'),
    "code": _Shape("<code>{}</code>", group='<p class="kind">Code</p>\n' + _WIDE + '"Code">{}</div>', between="<br>"),
}
_GROUP = """\
<div class="row {}">
<div class="text" dir="auto">
{}
</div>
<div class="notes">
{}
</div>
</div>"""


def _blocks(group: Group) -> Html:
    shape = _SHAPES.get(group.kind, _Shape())
    rows = (
        _markup(shape.row, _joined(_markup(shape.block, _joined(map(_sentence, one), shape.between)) for one in row))
        for row in group.rows
    )
    return _markup(shape.group, _joined(rows, "\n"))


# What accounts for a sentence.


_ROW = "<div><dt>{}</dt><dd>{}</dd></div>"
_TEXT_ROW = '<div><dt>{}</dt><dd dir="auto">{}</dd></div>'
_QUOTED = '<q dir="auto">{}</q>'
_CLAIM = """\
<details class="card claim {}" id="{}"{}{}>
<summary class="message"><span class="level">{}</span> <span class="code">{}</span> \
<span class="verdict">{}</span></summary>
<dl class="facts">
{}
</dl>
<p class="place"><a href="#{}">link to this claim</a> <span>{}</span></p>
</details>"""
_FINDING = """\
<section class="card finding {}" id="{}" data-rules="{}" data-claims="{}" tabindex="-1">
<p class="message"><span class="level">{}</span> {}</p>
{}<dl class="facts">{}</dl>
<p class="place"><a href="#{}" class="code">{}</a> <span>{}</span>{}</p>
</section>"""
_COMPARED = '<div class="{}"><dt>{}</dt><dd dir="auto">{}</dd></div>'
_WAIVER = """\
<section class="card waiver"><p class="message"><span class="level">Waiver</span> <span class="code">{}</span></p>
<dl class="facts">{}</dl>
<p class="place"><span>{}</span></p></section>"""
_PANEL = """\
<div class="p {}{}" id="{}">
<p class="state">{}</p>
{}
</div>"""
_WORDING = {"says": "wording", "quotes": "quotation", "facts": "facts", FORBIDDEN: "wording"}


def _row(name: str, value: str, form: str = _ROW) -> Html:
    """What is known by this name; nothing if there is none."""
    return _markup(form, text(name), text(value)) if value else _NOTHING


def _wording(one: PageClaim) -> Html:
    facts = _joined(
        _markup("<li>{}{}</li>", text(fact), _only(not found, ' <strong class="bad">not found</strong>'))
        for fact, found in one.facts
    )
    words = _markup('<ul class="inline">{}</ul>', facts) if facts else text(one.wording)
    return _markup(_TEXT_ROW, text(_WORDING[one.key]), words)


def _remarks(one: PageClaim) -> Iterator[Html]:
    is_forbidden = one.key == FORBIDDEN
    yield _row("reason" if is_forbidden else "note", one.note, _TEXT_ROW)
    yield _row("look again", one.recheck and f"on {one.recheck}")
    yield _row("tags", ", ".join(one.tags))
    if not is_forbidden:
        yield _row("approved", f"by {one.by or 'nobody named'} on {one.on}" if one.on else "by nobody yet")


def _compared(shown: ShownFinding) -> Iterator[Html]:
    label = shown.finding.label
    if shown.expected:
        cls = Html("was" if label == "expected" else "near")
        yield _markup(_COMPARED, cls, text(label), _words(shown.expected))
    if shown.found:
        yield _markup(_COMPARED, Html("is"), Html("found"), _words(shown.found))


def _finding(shown: ShownFinding) -> Html:
    one, name = shown.finding, text(shown.id)
    compared, in_spec = _joined(_compared(shown)), one.spec_line and one.path != one.spec
    return _markup(
        _FINDING,
        Html("error" if shown.is_error else "warning"),
        name,
        text(one.rule),
        text(one.claim),
        Html("Error" if shown.is_error else "Warning"),
        text(one.message),
        _markup('<dl class="compare">{}</dl>\n', compared) if compared else _NOTHING,
        _joined((_row("cited", one.cited), _row("note", one.note, _TEXT_ROW), _row("next", one.advice))),
        name,
        text(one.rule),
        text(f"{one.path}:{one.line}:{one.column}"),
        _markup(" <span>{}</span>", text(f"{one.spec}:{one.spec_line}")) if in_spec else _NOTHING,
    )


def _waiver(one: WaiverResult) -> Html:
    rows = _row("reason", one.reason, _TEXT_ROW), _row("until", one.until)
    return _markup(_WAIVER, text(one.rule), _joined(rows), text(f"{one.spec}:{one.spec_line}"))


def _unclaimed(one: ShownSentence) -> Html:
    """What is said of a sentence that nothing accounts for, wholly or in part, and of one for which nothing must."""
    if one.state is State.UNREAD:
        return Html("<p>Code is shown here and not checked.</p>")
    if one.state is State.UNCOVERED:
        return _only(not one.findings, "<p>No claim, checked quotation or waiver covers this sentence.</p>")
    if one.state is State.PARTLY and not one.findings:
        left = _joined((_markup(_QUOTED, text(words)) for words in one.left), ", ")
        return _markup("<p>Nothing covers these words: {}.</p>", left)
    states_nothing = one.state is State.CHECKED and not (one.claims or one.elsewhere or one.quotations)
    return _only(states_nothing, "<p>It states nothing that a claim must account for.</p>")


def _elsewhere(described: Sequence[ShownClaim | ShownFinding]) -> Html:
    names = (one.claim.id if isinstance(one, ShownClaim) else one.finding.message for one in described)
    links = (_markup(_LINK, text(one.id), text(name)) for one, name in zip(described, names, strict=True))
    return _markup("<p>Also: {}, described above.</p>", _joined(links, ", ")) if described else _NOTHING


# An article.


_BADGE = '<span class="badge {}">{}</span>'
_RECT = '<rect class="{}" x="{}" y="0" width="{}" height="4"/>'
_BAR = """\
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">{}</svg>
<span class="share">{} % accounted for</span>"""


class ArticleMarkup:
    """The parts of an article as the template takes them.

    A macro of the template would do for the small ones, but would keep the whole run until a search for cycles.
    """

    def __init__(self, article: ShownArticle) -> None:
        self._article = article
        self._spec = article.report.spec
        self._sources = {one.source.id: one for one in article.sources}

    def verdict(self) -> Markup:
        """How many errors and warnings there are, or that it is as approved."""
        errors, warnings = self._article.errors, self._article.warnings
        badges = [("wrong", counted(errors, "error")) if errors else ("checked", "as approved")]
        badges += [("partly", counted(warnings, "warning"))] if warnings else []
        return Markup(_joined((_markup(_BADGE, text(state), text(words)) for state, words in badges), " "))  # noqa: S704

    def bar(self) -> Markup:
        """The bar of coverage, and the share that is accounted for."""
        parts = (one for one in self._article.bar if one.sentences)
        rects = _joined(_markup(_RECT, text(one.state), text(str(one.start)), text(str(one.width))) for one in parts)
        return Markup(_markup(_BAR, rects, text(str(self._article.report.article.coverage))))  # noqa: S704

    def group(self, group: Group) -> Markup:
        """Blocks that are shown together, and beside them the panels of their sentences."""
        panels = _joined(map(self._panel, group.sentences), "\n")
        return Markup(_markup(_GROUP, text(group.kind), _blocks(group), panels))  # noqa: S704

    def finding(self, shown: ShownFinding) -> Markup:
        """A finding that is about no sentence."""
        return Markup(_finding(shown))  # noqa: S704

    def claim(self, shown: ShownClaim) -> Markup:
        """A claim that is in no sentence."""
        return Markup(self._claim(shown, is_open=False))  # noqa: S704

    def _claim(self, shown: ShownClaim, *, is_open: bool) -> Html:
        one, name = shown.claim, text(shown.id)
        is_forbidden, has_passed = one.key == FORBIDDEN, one.verdict == "passed"
        return _markup(
            _CLAIM,
            Html("passed" if has_passed else "failed"),
            name,
            _NOTHING if one.sentences else _markup(' data-claims="{}"', text(one.id)),
            _only(is_open, " open"),
            Html("Forbidden wording" if is_forbidden else "Claim"),
            text(one.id),
            text("not in the article" if is_forbidden and has_passed else one.verdict),
            _joined((_wording(one), _row("speaker", one.speaker), *self._evidence(one), *_remarks(one))),
            name,
            text(f"{self._spec}:{one.line}"),
        )

    def _evidence(self, one: PageClaim) -> Iterator[Html]:
        if one.cited or one.cites:
            must = _markup(' <span class="muted">(must cite {})</span>', text(one.cites)) if one.cites else _NOTHING
            yield _markup(_ROW, Html("cites"), _joined((self._listed(one.cited, with_titles=True), must)))
        for quote in one.evidence:
            yield _markup(_ROW, Html("evidence"), self._searched(_QUOTED, quote))
        for value in one.values:
            yield _markup(_ROW, Html("value"), self._searched("<bdi>{}</bdi>", value))

    def _listed(self, ids: Iterable[str], *, with_titles: bool = False) -> Html:
        return _joined((self._source(one, with_titles) for one in ids), ", ") or Html("no source")

    def _source(self, name: str, with_title: bool) -> Html:
        label, shown = f"[{name}]", self._sources.get(name)
        if not shown:
            return text(label)
        title = shown.source.title if with_title else ""
        return _markup(_LINK, text(shown.id), text(f"{label} {title}" if title else label))

    def _searched(self, form: str, one: InSource) -> Html:
        """Words that were looked for in sources, and the result."""
        sources = self._listed(one.sources)
        if one.outcome == "found":
            return _markup(form + " found in {}", text(one.words), sources)
        if one.outcome == "absent":
            return _markup(form + ' <strong class="bad">not found</strong> in {}', text(one.words), sources)
        if not one.sources:
            return _markup(form + " not checked: no source is cited", text(one.words))
        return _markup(form + " not checked: no stored text of {} could settle it", text(one.words), sources)

    def _panel(self, one: ShownSentence) -> Html:
        is_wrong, state = one.state is State.WRONG, text(one.state.name.lower())
        quotations = (self._searched(_QUOTED, quotation) for quotation in one.quotations)
        parts = (
            *map(_finding, one.findings),
            _unclaimed(one),
            *map(_waiver, one.waivers),
            *(_markup('<p class="quotation">{}</p>', each) for each in quotations),
            *(self._claim(shown, is_open=not is_wrong) for shown in one.claims),
            _elsewhere(one.elsewhere),
        )
        shown = _joined(filter(None, parts), "\n")
        return _markup(_PANEL, state, _only(is_wrong, " open"), text(one.id), text(one.state.value), shown)
