"""Where claims stand in an article, and what stands around them."""
