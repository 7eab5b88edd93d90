"""Where a claim stands in an article, and how its wording compares."""
