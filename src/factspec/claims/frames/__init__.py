"""Words around a claim that deny it, doubt it or give it to somebody."""
