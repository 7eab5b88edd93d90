"""The stored texts of sources, and what an article takes from them held against them."""
