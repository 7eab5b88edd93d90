"""Quotations: whether the words stand between marks, and to whom the article gives them."""
