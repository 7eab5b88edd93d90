"""Quantifiers, bounds and approximations of English grammar, and what a bound may come before."""

from factspec.language.tokens import phrase_table

# Words of one class agree.
QUANTIFIERS = phrase_table(
    {
        "all": "all|every|each|all of|every one of|each of",
        "most": "most|most of|the majority of|a majority of",
        "many": "many|numerous|a lot of|lots of|plenty of|a great many|a large number of|much",
        "several": "several",
        "some": "some|some of",
        "a few": "a few|a handful of|a couple of",
        "few": "few",
        "all but": "all but|all except|all save|everyone but|everybody but|every one but",
        "a little": "a little more|a little less|a little of|a bit",
        "little": "little",
        "both": "both|both of",
        "either": "either",
        "half": "half|half of|half the|one half",
        "any": "any|any of",
    }
)

# Phrases that are always bounds.
BOUNDS = phrase_table(
    {
        "at least": "at least|no fewer than|no less than|not less than|a minimum of|minimum of",
        "at most": "at most|no more than|not more than|a maximum of|maximum of|up to|as much as|as many as",
        "more than": "more than|in excess of|upwards of",
        "less than": "less than|fewer than",
        "nearly": "nearly|almost|virtually|just under",
        "about": "approximately|roughly",
        "only": "only|merely|solely|exclusively",
        "exactly": "exactly|precisely",
    }
)

# Phrases that are bounds only before a number.
NUMBER_BOUNDS = phrase_table(
    {
        "more than": "over|above|exceeding|greater than|higher than",
        "less than": "under|below|lower than",
        "nearly": "close to",
        "about": "about|around|some|circa|~|an estimated",
        "only": "just",
        "exactly": "exact",
    }
)

# What can begin a number after a bound, besides digits and currency signs.
NUMBER_OPENERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen half third quarter twice once thrice double triple zero hundreds thousands millions dozens us$ a$ c$".split()
)
# Units that "a" counts: "about a week".
PERIODS = frozenset("second minute hour day week fortnight month quarter year decade century".split())
CURRENCY_SIGNS = frozenset("$£€¥₹₽₩₺₴")
