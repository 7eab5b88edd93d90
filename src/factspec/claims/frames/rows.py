"""The frames around approved words, one row for each.

A row has the class of the frame, its pattern (see `pattern`) and two sentences with the approved words in brackets: the
first (`+`) is framed so, the second (`-`) is not framed. These sentences are the tests of the rows and the table in
docs/frames.md. Rows of class `fact` and `pass` turn nothing. In tables in which the first matching row decides, they
are exceptions to the rows after them.
"""

from factspec.claims.frames.frame import rows

GOVERNORS = rows("""
denial ruled ( out ) ~
    + He ruled out that [the pool closed].
    - He ruled that [the pool closed].
doubt MEANT to ( FACTS ) ~
    + He set out to show that [the pool closed].
    - He was able to show that [the pool closed].
fact ( because|since|although|though ) ~
    - It was sad because [the pool closed].
fact < ( note ) ~
    - Note that [the pool closed].
fact < it is _* to ( note ) ~
    - It is right to note that [the pool closed].
fact worth ( SAY_SO|FACTS ) ~
    - It is worth noting that [the pool closed].
fact < it should|must be ( noted|said|added|mentioned|stated ) ~
    - It must be said that [the pool closed].
fact no ( MYSTERY ) ~
    - It is no secret that [the pool closed].
negation TURNING !BOUNDARY{0,2} ( EVIDENCE ) ~
    + There is no evidence that [the pool closed].
    - There is evidence that [the pool closed].
negation < NOBODY !BOUNDARY|SUBORDINATOR{0,5} ( EVIDENCE ) ~
    + Nothing in the books is a sign that [the pool closed].
    - Everything is a sign that [the pool closed].
pass ( EVIDENCE ) ~
    - There were hints that [the pool closed].
fact no ( DOUBTS ) ~
    - There is no doubt that [the pool closed].
fact nobody _{0,2} ( DENIES ) ~
    - Nobody has denied that [the pool closed].
fact no one _{0,1} ( DENIES ) ~
    - No one denies that [the pool closed].
negation TURNING !BOUNDARY{0,2} ( FACTS|SAY_SO ) ~
    + The council has not confirmed that [the pool closed].
    - The council has confirmed that [the pool closed].
negation < NOBODY !BOUNDARY|SUBORDINATOR{0,5} ( FACTS|SAY_SO ) ~
    + Nothing in the books proves that [the pool closed].
    - Nothing was lost, and the books prove that [the pool closed].
denial ( DENIES ) ~
    + The mayor denied that [the pool closed].
    - The mayor knew that [the pool closed].
doubt ( DOUBTS ) ~
    + Unions suspect that [the pool closed].
    - Unions saw that [the pool closed].
fact ( FACTS ) ~
    - The books show that [the pool closed].
denial ( AGAINST ) !BOUNDARY|AGAINST{0,4} SAY_SO ~
    + The mayor rejected claims that [the pool closed].
    - The mayor paid, and showed that [the pool closed].
say-so ( SAY_SO ) ~
    + Unions said that [the pool closed].
    - Unions found that [the pool closed].
condition ( CONDITIONS ) ~
    + Assuming that [the pool closed], the town saved money.
    - Knowing that [the pool closed], the town saved money.
negation ( NEG ) ~
    + Not that [the pool closed].
    - So that [the pool closed].
""")
"""What a word does to the clause that it takes: the first matching row that ends at that word decides."""

THAT = rows("""
condition ( if ) ~
    + Nobody cares if [the pool closed].
    - All care that [the pool closed].
doubt ( whether ) ~
    + Nobody cares whether [the pool closed].
    - Everybody found that [the pool closed].
condition < ( INVERTED ) _* ~
    + Should it emerge that [the pool closed], he will go.
    - When it emerged that [the pool closed], he went.
doubt ( MODAL ) be _ ~
    + It may be that [the pool closed].
    - It is good that [the pool closed].
""")
"""What opens the clause of approved words; the first matching row decides."""

CLAUSE = rows("""
fact DET ( NOUNS ) ~
    - The state [joined the union].
fact ,|"|' ( SAY_SO ) DET? ~
    - “It is old,” said [Ada Lind].
doubt < it|is _* NEG _* ( CERTAIN ) DET? ~
    + It is not certain [the pool closed].
    - It is quite certain [the pool closed].
doubt < it|is _* far from ( CERTAIN ) DET? ~
    + It is far from clear [the pool closed].
    - It is by now clear [the pool closed].
at ( !DET ) DET? ~
    + Unions fear [the pool closed].
    - Unions know [the pool closed].
from !DET|,|"|' ( PLAIN ) ^ -NO_CLAUSE !SAYING|BOUNDARY|RELATIVE{0,9} !, ~
    + Unions say the old [pool closed].
    - Unions close the old [pool in Leeds].
from !DET|,|"|' ( tell|tells|told ) me|us|him|her|them|you !SAYING|BOUNDARY|RELATIVE{0,8} ~
    + Unions told me [the pool closed].
    - Unions gave me [the pool in Leeds].
""")
"""The word that takes a clause without "that"; the rows of `GOVERNORS` say what it does there.

A row reads the word itself (`at`), or what is before it as well (`from`: "wrongly said").
"""

ANNOUNCING = rows("""
at < ( _* !FOLLOWING ) FOLLOWING* : !BOUNDARY{0,9} ~
    + The union said: [The pool closed].
    - The news today: [The pool closed].
at < ( _* !FOLLOWING ) FOLLOWING* :|, " ~
    + The union said, “[The pool closed]”.
    - The union left, “[The pool closed]”.
at < ( _* SAYS ) " ~
    + The union said “[The pool closed]”.
    - The union left “[The pool closed]”.
""")
"""The word that introduces all that follows a colon or an opening mark: the last of the shown ones."""

BEFORE = rows("""
condition < ( INVERTED ) DET? ~
    + Had [the pool closed], the town would have saved money.
    - When [the pool closed], the town saved money.
condition < ( INVERTED ) _* , ~
    + Should the sale go through, [the pool closed].
    - After the sale went through, [the pool closed].
doubt < ( UNREAL ) _* ~
    + In theory, [the pool closed].
    - In May, [the pool closed].
negation ( except|excepting ) ~
    + Everything except [the pool closed].
    - Everything at [the pool closed].
denial < ( far from ) _* that ~
    + Far from it being true that [the pool closed].
    - Far from town [the pool closed].
condition < ( barring|pending ) _* ~
    + Barring a surprise, [the pool closed].
    - Without a surprise, [the pool closed].
condition < ( in ) case _* ~
    + In case of rain, [the pool closed].
    - In spite of rain, [the pool closed].
condition < ( in ) the worst _* ~
    + In the worst case, [the pool closed].
    - In the best year, [the pool closed].
doubt ( DOUBTING ) !OTHER_CLAUSE* ~ unless quoted
    + Reportedly, [the pool closed].
    - Two baths were possibly shut but [the pool closed].
future < ( SOON ) !OTHER_CLAUSE* ~ unless quoted
    + Next month [the pool closed].
    - Last month [the pool closed].
future by|from|,|:|until ( SOON ) !OTHER_CLAUSE* ~ unless quoted
    + From next month [the pool closed].
    - A door next to the baths led to where [the pool closed].
say-so ( according to ) !OTHER_CLAUSE* ~ unless quoted cited
    + According to unions, [the pool closed].
    - According to unions it was full, but [the pool closed].
condition < ( IF ) !OTHER_CLAUSE* ~ unless quoted
    + If it rained, [the pool closed].
    - When it rained, [the pool closed].
condition CLAUSE_SIGN ( IF ) !OTHER_CLAUSE* ~ unless quoted
    + It was dry and if it rained [the pool closed].
    - It was dry and when it rained [the pool closed].
condition , ( IF ) !OTHER_CLAUSE|,* !OTHER_CLAUSE? ~ unless quoted
    + On Mondays, if it rained [the pool closed].
    - Its water, if it has any, is cold, so [the pool closed].
negation NEG _? ( do|done ) FOLLOWING* : ~
    + What the council has not done: [close the pool].
    - What the council has done: [close the pool].
denial ( UNTRUE ) _* : !BOUNDARY{0,9} ~
    + Myth: [the pool closed].
    - News: [the pool closed].
denial ( UNTRUE ) _* : " ~
    + Myth: “[the pool closed]”.
    - News: “[the pool closed]”.
denial < _{0,7} ( UNTRUE ) _{0,7} - "? ~
    + False – [the pool closed].
    - New – [the pool closed].
denial < ( _* NEG _* TRUTH _* ) : !BOUNDARY{0,9} ~
    + It is not true: [the pool closed].
    - It is true: [the pool closed].
denial < ( _{0,4} NEG _{0,4} TRUTH ) _{0,4} - ~
    + Not true – [the pool closed].
    - True – [the pool closed].
""")
"""What is before approved words in their sentence, each row by itself."""

AFTER = rows("""
negation ~ of|on|in|for|to|at? ( NOTHING ) -NO_DENIAL
    + [Police arrested] no suspects.
    - [Police arrested] no fewer than six.
negation ~ of|on|in|for|to|at? ( NOTHING ) longer|more >
    + [The shop sells] no more.
    - [The shop sells] no more than six.
condition ~ ( if|unless ) -MUCH
    + [The pool closes] unless it rains.
    - [The pool closes] when it rains.
condition ~ !AND? !AND|even|as ( if|unless ) -MUCH
    + [The pool closed] early if it rained.
    - [The pool closed] early even if it was hot.
condition ~ !AND* , ( if|unless ) -MUCH
    + [The pool closed] by the bridge in Leeds, if it rained.
    - [The pool closed] by the bridge, if only in May.
""")
"""What is after approved words in their sentence, each row by itself."""

VERDICTS = rows("""
doubt ~ , ( or so )
    + [The pool closed], or so it seemed.
    - [The pool closed], or the bath.
denial ~ , ( which ) _{0,4} NEG _{0,4} TRUTH
    + [The pool closed], which is not true.
    - [The pool closed], which is true.
denial ~ BRACKET ( JUDGING|not )
    + [The pool closed] (false).
    - [The pool closed] (true).
denial ~ :|-|-- ( JUDGING|not ) >
    + [The pool closed]: untrue.
    - [The pool closed]: true.
doubt ~ ,? ( DOUBTFULLY ) >
    + [The pool closed], allegedly.
    - [The pool closed], finally.
denial ~ !SUBORDINATOR* ( JUDGES ) BACK >
    + [The pool closed] and the mayor denied it.
    - [The pool closed] and the mayor said it.
denial ~ !SUBORDINATOR* ( JUDGES ) BACK WHEN_SAID
    + [The pool closed] and the mayor denied it yesterday.
    - [The pool closed] after the mayor denied it yesterday.
denial ~ !SUBORDINATOR* ( JUDGES ) the STATEMENT
    + [The pool closed] and the mayor denied the report.
    - [The pool closed] and the mayor denied the charge.
denial ~ BE|a BE|a* ( JUDGES )
    + The headline “[the pool closed]” was a lie.
    - The headline “[the pool closed]” was a joy.
denial ~ , which _* BE ( JUDGES )
    + [The pool closed], which has since been denied.
    - [The pool closed], which has since been said.
denial ~ , which _ _* ( JUDGES ) >
    + [The pool closed], which the ministry denied.
    - [The pool closed], which the ministry said.
denial ~ , which _ _* ( JUDGES ) WHEN
    + [The pool closed], which the ministry denied on Monday.
    - [The pool closed], which the ministry wanted on Monday.
denial ~ ,|-|( something _* ( JUDGES )
    + [The pool closed], something the ministry denied outright.
    - [The pool closed], something the ministry wanted outright.
denial ~ (|- which _* ( JUDGES )
    + [The pool closed] (which the ministry denied outright).
    - [The pool closed] (which the ministry wanted outright).
denial ~ ,|-|( a|an _? POINTING _* ( JUDGES )
    + [The pool closed], a claim that the ministry has rejected.
    - [The pool closed], a step that the union has rejected.
denial ~ ,|-|( a|an _? ( JUDGES )
    + [The pool closed], a false report.
    - [The pool closed], a good plan.
denial ~ ,|-|( a|an DECIDED that|which BE BE* ( JUDGES )
    + [The pool closed], a plan that was withdrawn.
    - [The pool closed], a plan that was approved.
denial ~ ,|-|( a|an _{0,2} since|later|now ( JUDGES )
    + [The pool closed], a finding since retracted.
    - [The pool closed], a finding since confirmed.
denial ~ , !,|and|SUBORDINATOR|which|a|an|something !,|and|SUBORDINATOR{0,5} ( JUDGES ) >
    + [The pool closed], the ministry denied.
    - [The pool closed], after the ministry denied.
""")
"""Verdicts on approved words in the rest of their sentence, from the end of their own clause on."""

GOVERNED = rows("""
denial ~ !BOUNDARY|RELATIVE{0,6} BE a? ( UNDER )
    + The news that [the pool closed] in May was false.
    - The news that [the pool closed] in May was good.
""")
"""Verdicts on a clause with "that" in the rest of it."""

SAY_SO = rows("""
fact ~ SIGN even? though|although he|she|it|they
    - [The pool closed], though she said so.
fact ~ SIGN according to PLANS >
    - [The pool closed], according to plan.
fact ~ SIGN according to PLANS WHEN
    - [The pool closed], according to plan on Monday.
say-so ~ SIGN ( according to )
    + [The pool closed], according to unions.
    - [The pool closed], owing to unions.
say-so ~ SIGN ( a|an ) CLAIMED
    + [The pool closed], a claim that nobody has checked.
    - [The pool closed], a plan that nobody has checked.
say-so ~ SIGN ( a|an ) STATEMENT _{0,7} SAY
    + [The pool closed], a story that he said came from unions.
    - [The pool closed], a story that was long.
say-so ~ SIGN ( in ) the words of
    + [The pool closed], in the words of its chairman.
    - [The pool closed], in the eyes of its chairman.
say-so ~ SIGN ( by ) _ own ACCOUNT
    + [The pool closed], by its own account.
    - [The pool closed], by its own rules.
say-so ~ SIGN ( by ) all ACCOUNT
    + [The pool closed], by all accounts.
    - [The pool closed], by all measures.
fact ~ SIGN a|an _{0,2} ACT !TURNED* $
    - [The pool closed], a move that analysts said was overdue.
doubt ~ SIGN it !RELATIVE|,{0,5} ( OPEN ) >
    + [The pool closed], it seems.
    - [The pool closed], it rained.
doubt ~ SIGN !RELATIVE|, !RELATIVE|,{0,5} ( HOPING ) >
    + [The pool closed], unions fear.
    - [The pool closed], unions fear it.
doubt ~ SIGN !RELATIVE|, !RELATIVE|,{0,5} ( HOPING ) WHEN
    + [The pool closed], unions fear as well.
    - [The pool closed], unions fear more.
denial ~ SIGN !APART{0,2} DET? !APART{0,3} ( FALSITY ) GIVES -of|to
    + [The pool closed], unions wrongly said.
    - [The pool closed], unions rightly sang.
say-so ~ SIGN !APART{0,2} DET? !APART{0,3} !APART|BEFORE_NOUN|COUNT|then ( GIVES ) -of|to
    + [The pool closed], officials said.
    - [The pool closed], the highest the firm has reported.
say-so ~ SIGN !APART{0,2} DET? !APART{0,3} COUNT|then ( GAVE ) -of|to
    + [The pool closed], the two said.
    - [The pool closed], with two claims.
say-so ~ SIGN !APART{0,2} DET? !APART{0,3} HEARERS ( HEARD ) >
    + [The pool closed], the court heard.
    - [The pool closed], the man heard.
say-so ~ SIGN !APART{0,2} DET? !APART{0,3} HEARERS ( HEARD ) WHEN
    + [The pool closed], the court heard on Monday.
    - [The pool closed], the man heard on Monday.
say-so ~ SIGN !APART{0,2} DET? !APART{0,3} !APART ( HEARSAY ) >
    + [The pool closed], unions complained.
    - [The pool closed], unions sang.
say-so ~ SIGN !APART{0,2} DET? !APART{0,3} !APART ( HEARSAY ) WHEN
    + [The pool closed], unions complained on Monday.
    - [The pool closed], unions sang on Monday.
""")
"""Attributions of the words before a comma or dash; the first matching row decides."""

INSIDE_BEFORE = rows("""
doubt < ( !PARTING* UNMEANT !PARTING* ) ~
    + I wish [we had won].
    - I know [we had won].
doubt PARTING ( !PARTING* UNMEANT !PARTING* ) ~
    + It rained, and I wish [we had won].
    - It rained, and I know [we had won].
bound ( SHORT_OF ) ~
    + We won practically [every seat].
    - We won in May [every seat].
negation ( NEG DEGREE DEGREE* ) ~
    + It was not very [good for us].
    - It was very [good for us].
say-so ( HEARD_SAY ) ~
    + Word is [they have won].
    - Bo is sad, [they have won].
condition ( NOT_YET ) ~ unless present
    + Once [they have won] we go.
    - Here [they have won] we go.
""")
"""What a speaker says right before some of his words, inside the same quotation marks."""

INSIDE_AFTER = rows("""
condition ~ ( LIMIT )
    + [We will win] as long as it is dry.
    - [We will win] as it is dry.
doubt ~ ,? ( DOUBTED ) >
    + [We have won], perhaps.
    - [We have won], folks.
condition ~ ,? ( once SUBJECT )
    + [We will sign], once they pay.
    - [We will sign], once more.
denial ~ ,? ( is|was not ) TRUTH
    + [We have won] is not true.
    - [We have won] is not new.
denial ~ ,? ( is|was SLIGHTLY{0,3} NONSENSE )
    + [We have won] is simply a lie.
    - [We have won] is simply a joy.
""")
"""What a speaker says right after some of his words, inside the same quotation marks."""

BETWEEN = rows("""
negation ( TURNS ) -NO_NEGATION !PARTS? !ENDS{0,10} _ ~ unless aside
    + The [council] will never [close] the pool.
    - The [council] hardly only [closed] the pool.
negation ( TURNS ) , _{0,9} , !ENDS{0,11} _ ~ unless aside
    + The [council] didn't, as promised, [close] the pool.
    - The [council], as promised, [closed] the pool.
negation AFTER ( not ) -NO_NEGATION !PARTS? !ENDS{0,10} _ ~ unless aside
    + The [council] has not yet [closed] the pool.
    - The [council], which has not met, [closed] the pool.
negation AFTER ( not ) , _{0,9} , !ENDS{0,11} _ ~ unless aside
    + The [council] did not, as promised, [close] the pool.
    - The [council] did so, as promised, and [closed] the pool.
negation !or|, ( not ) to|*ing !ENDS{0,10} _? ~ unless aside
    + The [council] voted not to [close] the pool.
    - The [council], not to wait, [closed] the pool.
negation ( anything|far ) but|from !PARTS? !ENDS{0,10} _? ~ unless aside
    + The [pool] is far from [safe].
    - The [pool] is far and [safe].
negation ( no ) longer !PARTS? !ENDS{0,10} _? ~ unless aside
    + The [pool] is no longer [safe].
    - The [pool] is no doubt [safe].
negation ( no ) !NO_OBJECT_OF !PARTS|AND|or{0,9} _ ~ unless aside unverbal
    + The [council] approved no money for the [pool].
    - The [council] had no choice but to close the [pool].
negation ( REFUSAL ) to !ENDS{0,10} _? ~ unless aside
    + The [council] refused to [close] the pool.
    - The [council] agreed to [close] the pool.
negation ( REFUSED ) !PARTS{1,4} to !ENDS{0,7} _? ~ unless aside
    + The [council] refused on Monday to [close] the pool.
    - The [council] refused, and had to [close] the pool.
negation ( REJECTING ) !NO_PLAN{0,4} PLAN !PARTS{0,4} to|of !ENDS{0,7} _? ~ unless aside
    + The [council] voted down a plan to [close] the pool.
    - The [council] has a plan to [close] the pool.
negation ( PREVENTED ) !PARTS{0,4} from *ing !NO_OBJECT|PAST{0,2} !PAST? ~ unless aside
    + The [council] was barred from selling the [pool].
    - A [nurse] saved a family from drowning in [Leeds].
negation ( PREVENTED ) !PARTS{0,4} being|having !NO_OBJECT{0,2} _? ~ unless aside
    + The [council] opposed the pool being [closed].
    - The [council] saw the pool being [closed].
doubt ( CHARGED ) of *ing !NO_OBJECT|PAST{0,2} !PAST? ~ unless aside
    + The [council] was accused of selling the [pool].
    - The [council] was accused of waste, and sold the [pool].
doubt ( CHARGED ) of being|having !NO_OBJECT{0,2} _? ~ unless aside
    + The [council] was accused of having [closed] the pool.
    - The [council] spoke of having [closed] the pool.
doubt ( MISSED ) being|having !NO_OBJECT{0,2} _? ~ unless aside
    + The [pool] escaped being quickly [closed].
    - The [pool] ended being quickly [closed].
doubt ( MISSED ) *ing !NO_OBJECT|PAST{0,2} !PAST? ~ unless aside
    + The [council] avoided selling the [pool].
    - The [council] began selling the [pool].
negation ( against ) *ing !ENDS{0,10} _? ~ unless aside
    + The [council] was against closing the [pool].
    - The [council] was for closing the [pool].
denial ( WRONGLY ) !PARTS? !ENDS{0,10} _ ~ unless aside
    + The [mayor] was wrongly found [guilty].
    - The [mayor] was quickly found [guilty].
denial ( DENIAL ) PRONOUN|*ing !ENDS{0,10} _? ~ unless aside
    + The [council] denied it had [closed] the pool.
    - The [council] knew it had [closed] the pool.
denial ( DENIAL ) !CLAUSE_END{0,3} that !PARTS? !ENDS{0,10} _? ~ unless aside
    + The [council] denied claims that it [closed] the pool.
    - The [council] knew of claims that it [closed] the pool.
condition !ASKED ( if|unless ) !PARTS? !ENDS{0,10} _ ~ unless aside
    + The [mayor] faces jail if found [guilty].
    - The [mayor] faces jail even if [guilty].
condition ( whether ) to !ENDS{0,10} _? ~ unless aside
    + The [council] is to decide whether to [close] the pool.
    - The [council] is to decide to [close] the pool.
doubt !WHO ( would ) have !ENDS{0,10} _? ~ unless aside
    + The [council] would have [closed] the pool.
    - The [council] would [close] the pool.
doubt !WHO ( UNSURE ) -ALL !PARTS? !ENDS{0,10} _ ~ unless aside
    + The [council] could [close] the pool.
    - The [council] can [close] the pool.
doubt ( SEEMING ) to|of !ENDS{0,10} _? ~ unless aside
    + The [council] appears to have [closed] the pool.
    - The [council] comes to have [closed] the pool.
doubt ( partly|partially ) _ ~
    + The [council] partly [closed] the pool.
    - The [council] quickly [closed] the pool.
doubt ( half ) PAST ~
    + The [council] half [closed] the pool.
    - The [council] sold half [12] of the pools.
negation ( less|not ) _ ~
    + The [pool] is less [safe].
    - The [pool] is more [safe].
negation , ( not ) _{0,2} _ ~
    + The [council] closed the pool, not the [library].
    - The [council] closed the pool and the [library].
negation ( EXCEPT ) _{0,2} _ ~
    + The [council] closed all except the [library].
    - The [council] closed all with the [library].
negation ( apart|other|rather|instead ) from|than|of _? _? ~
    + The [council] closed the pool rather than the [library].
    - The [council] closed the pool and rather liked the [library].
negation ALL !,|PAST{0,2} ( but ) _{0,2} _ ~
    + The [council] sold everything but the [pool].
    - The [council] sold little but the [pool].
""")
"""What turns the next of several listed facts; the last word of a pattern is the first of that fact."""
