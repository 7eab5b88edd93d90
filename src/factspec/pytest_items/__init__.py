"""What pytest sees of a spec: collectors, items, their names, the summary."""
