"""Benchmarks: what factspec costs, as ratios measured side by side in one run."""
