"""The only room that touches files and processes: roots, policies, globs, stored texts."""
