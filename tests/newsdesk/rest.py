"""reStructuredText, read by docutils: its titles, paragraphs and list items."""

from docutils import nodes
from docutils.core import publish_doctree

from factspec.articles.article import ArticleError
from factspec.articles.draft import Draft, Drafting, Kind, Passage, compose

SUFFIXES = (".rst",)
STYLES = ("numbered",)


def read(source: str, select: str = "") -> Draft:
    """The draft of a text; each run of words is in the source as it is shown."""
    if select:
        raise ArticleError("select chooses an element of an HTML page; take it out for reStructuredText")
    settings = {"report_level": 5, "file_insertion_enabled": False, "raw_enabled": False}
    drafting, at = Drafting(), 0
    for block in publish_doctree(source, settings_overrides=settings).findall(nodes.TextElement):
        if not isinstance(block, nodes.title | nodes.paragraph):
            continue
        passage = drafting.begin(Passage(Kind.HEADING if isinstance(block, nodes.title) else Kind.PARAGRAPH))
        for words in block.findall(nodes.Text):
            at = source.index(str(words), at)
            passage.write(str(words), at)
            at += len(words)
    drafting.end()
    return compose(source, drafting.passages)
