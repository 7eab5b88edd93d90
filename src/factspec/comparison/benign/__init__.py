"""The benign classes: what may differ without a person having to look; a closed list, one module each.

A module has `NAME`, `PASSES` and `NEVER` (a sentence each for users), `SAME` and `NOT_SAME` (pairs of examples),
`IN_QUOTATIONS`, and `moves(one, at, other, there)`: the index pairs behind the units that the class explains from
there on. The comparison asks it in both directions. A class that folding settles before has no `moves`.
To spare time a module may say where its moves can begin at all: `STARTS`, the keys of `one[at]`; `OF_VALUES`, where one
of the two units is a value; `NOT_AT_WORDS`, where `one[at]` is no word in small letters.
"""
