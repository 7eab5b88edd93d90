"""Finding claims in an article: comparing wording, framing, attribution and evidence."""
