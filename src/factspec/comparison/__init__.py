"""Two wordings compared: where they differ, by which facts, and which differences change nothing."""
