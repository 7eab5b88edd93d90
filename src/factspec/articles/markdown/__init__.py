"""How a page of Markdown is read."""
