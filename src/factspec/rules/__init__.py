"""What a rule sees, running the rules, waivers, coverage and messages."""
