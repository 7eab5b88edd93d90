"""Tables of English: closed classes of words, as data."""
