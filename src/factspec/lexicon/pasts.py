"""Verb forms that can only be a clause's verb: auxiliaries and irregular pasts.

Source: Quirk et al., A Comprehensive Grammar of the English Language, sections 3.11 to 3.20, and the auxiliaries of
3.21. Left out are pasts that are spelled as the base form ("cut", "put") or are commoner as another word: "found" a
city, on the "left", a "saw".
"""

AUXILIARIES = frozenset("is are was were be has have had will would can could must shall should do does did".split())

PASTS = frozenset(
    "arose awoke became began bent bit bled blew broke brought built bought caught chose clung came crept dealt dug "
    "drew drank drove ate fell fed fought fled flew forbade forgot forgave froze got gave went ground grew hung heard "
    "hid held kept knelt knew laid led learnt lent lay lit lost made meant met paid proved quit rode rang rose ran "
    "said sold sent shook shone shot showed shrank shut sang sank sat slept slid spoke sped spent spun sprang stood "
    "stole stuck stung struck swore swept swam swung took taught tore told thought threw understood woke wore wept "
    "won withdrew withstood wrote beat".split()
)

# Regular pasts of four letters, which are shorter than most words in "ed" that are none ("need", "seed").
SHORT_PASTS = frozenset("axed died eyed lied owed sued tied vied".split())
