"""Sub-commands of the command line, one module each; the directory is the registry."""
