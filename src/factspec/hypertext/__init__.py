"""HTML read as a reader of the page sees it: tags, elements, what they do to the text."""
