"""Short and long names of one state or body: closed over the states and unions that house styles abbreviate."""

# The short key, lower case without stops, and the long form as keys.
EXPANSIONS: dict[str, tuple[tuple[str, ...], ...]] = {
    "us": (("united", "states"), ("united", "states", "of", "america")),
    "usa": (("united", "states"), ("united", "states", "of", "america")),
    "uk": (("united", "kingdom"),),
    "un": (("united", "nations"),),
    "eu": (("european", "union"),),
    "uae": (("united", "arab", "emirates"),),
    "ussr": (("soviet", "union"),),
    "eec": (("european", "economic", "community"),),
    "nato": (("north", "atlantic", "treaty", "organization"), ("north", "atlantic", "treaty", "organisation")),
    "who": (("world", "health", "organization"), ("world", "health", "organisation")),
    "wto": (("world", "trade", "organization"), ("world", "trade", "organisation")),
    "imf": (("international", "monetary", "fund"),),
}
