"""Input formats, one module a format; the directory is the registry."""
