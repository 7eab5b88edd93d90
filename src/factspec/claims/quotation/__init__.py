"""Who is quoted, and in which words."""
