"""Finding claims in an article: comparing wording, attribution and evidence."""
