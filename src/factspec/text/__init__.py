"""What a text is made of: tokens, sentences, quotations, places."""
