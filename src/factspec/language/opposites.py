"""Contraries: on each line every word of the left side is the contrary of every word of the right side.

They are the antonyms of news English for direction, order, degree, verdict, possession, sex and age, as dictionaries of
antonyms list them. Verbs are inflected by `language.inflection`; nouns also have the plural, adjectives the comparative
and superlative.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from factspec.language.inflection import verb_forms, with_ending, with_s

VERBS = """
rise increase grow climb gain jump surge soar advance rally rebound | fall decrease decline drop shrink slump
rise increase grow climb gain jump surge soar advance rally rebound | plunge dip sink tumble slide dwindle plummet
raise lift hike boost elevate | lower cut reduce slash trim diminish curb
expand widen broaden extend enlarge | contract narrow shorten shrink
improve strengthen enhance better recover | worsen deteriorate weaken degrade
strengthen reinforce bolster fortify | weaken undermine erode
accelerate quicken speed | decelerate slow
win triumph prevail | lose
gain | lose
approve accept endorse pass adopt grant | reject refuse veto decline oppose rebuff
support back endorse favour favor defend | oppose resist attack
agree concur | disagree differ
confirm affirm verify prove | refute disprove contradict rebut
allow permit enable let authorise authorize legalise legalize | ban forbid prohibit prevent bar block outlaw
admit | deny
include contain | exclude omit
plan | complete
open reopen | close shut
start begin launch commence initiate resume | end stop finish cease halt conclude terminate suspend
continue | stop cease discontinue
arrive | depart leave
enter | exit leave quit
join | leave quit
come | go
appear emerge | disappear vanish
import | export
buy purchase acquire | sell
borrow | lend
give | take receive
send | receive
lend | repay
hire employ recruit appoint | fire sack dismiss
push | pull
invade occupy | withdraw retreat
advance | retreat
build construct create | destroy demolish
create | abolish
add | remove subtract
attach | detach
connect link unite | disconnect separate divide
merge | split
succeed | fail
pass | fail
live survive | die perish
save rescue | kill
acquit exonerate clear | convict
free release liberate | jail imprison arrest detain capture
release | withhold
reveal disclose expose show | hide conceal
remember | forget
love like adore | hate dislike loathe
praise applaud commend | criticise criticize condemn denounce blame
reward | punish
encourage | discourage deter
help aid assist | hinder harm hurt obstruct
protect | endanger
trust | distrust mistrust
believe | doubt disbelieve
respect obey | disobey violate breach defy
follow | precede lead
lead | trail
precede | succeed
ascend | descend
laugh smile | cry weep frown
sit | stand
sleep | wake
ask | answer
teach | learn
throw | catch
lock | unlock
load | unload
pack | unpack
tie | untie
cover | uncover
dress | undress
heat warm | cool chill
freeze | melt thaw
fill | empty
inhale | exhale
invest | divest
lengthen | shorten
tighten | loosen ease relax
deepen | ease
escalate intensify | de-escalate ease subside
simplify | complicate
maximise maximize | minimise minimize
overestimate | underestimate
outperform | underperform
exceed surpass | undershoot
inflate | deflate
stabilise stabilize | destabilise destabilize
nationalise nationalize | privatise privatize
regulate | deregulate
centralise centralize | decentralise decentralize
activate | deactivate
arm | disarm
mobilise mobilize | demobilise demobilize
qualify | disqualify
ratify sign | repudiate
impose | lift
upgrade | downgrade
upload | download
promote | demote relegate
immigrate | emigrate
float | sink
land | take-off
board | disembark
plant | uproot
spend | save earn
earn | lose
deposit | withdraw
repair fix mend | break damage
ignite kindle | extinguish quench
honour honor | dishonour dishonor
keep retain | discard relinquish
remain stay | leave
obtain | forfeit
prosper flourish thrive | wither
clarify | obscure
reunite | separate
comply | disobey
ally | quarrel
surrender | resist
"""

NOUNS = """
rise increase growth gain climb jump surge upturn boom uptick | fall decrease decline drop slump
rise increase growth gain climb jump surge upturn boom uptick | plunge loss dip downturn bust reduction
profit gain surplus | loss deficit
victory win triumph | defeat loss
success | failure
buyer purchaser | seller vendor
lender creditor | borrower debtor
supporter ally friend backer | opponent foe enemy rival critic
advantage | disadvantage
strength | weakness
start beginning opening outset | end ending finish conclusion close
arrival | departure
entrance entry | exit
birth | death
life | death
war | peace
peace | conflict
day | night
morning | evening
dawn sunrise | dusk sunset
summer | winter
spring | autumn fall
north | south
east | west
northeast | southwest
northwest | southeast
man boy male gentleman guy lad | woman girl female lady
father dad | mother mum mom
son | daughter
husband | wife
uncle | aunt
nephew | niece
grandfather | grandmother
king | queen
prince | princess
actor | actress
waiter | waitress
businessman | businesswoman
policeman | policewoman
spokesman | spokeswoman
chairman | chairwoman
boyfriend | girlfriend
groom bridegroom | bride
adult grown-up | child kid
parent | child
teacher | student pupil
employer | employee
landlord | tenant
predecessor | successor
ancestor | descendant
majority | minority
maximum ceiling peak high | minimum floor trough low
top | bottom
front | back rear
left | right
inside interior | outside exterior
supply | demand
income revenue | expense expenditure outlay
asset | liability
inflation | deflation
expansion | contraction
acceleration | deceleration
improvement | deterioration
acceptance approval | rejection refusal
support | opposition
guilt | innocence
acquittal | conviction
plaintiff | defendant
prosecution | defence defense
offence offense | defence defense
attack | defence defense
agreement | disagreement
truth | lie falsehood
hope | despair
love | hatred hate
happiness joy | sadness sorrow grief
wealth | poverty
health | illness disease
heat | cold
light | darkness
presence | absence
inclusion | exclusion
majority | opposition
democracy | dictatorship
hero | villain
winner | loser
leader | follower
optimist | pessimist
optimism | pessimism
ascent | descent
upside | downside
immigration | emigration
immigrant | emigrant
credit | debit
host | guest
doctor | patient
question | answer
cause | effect
quantity | quality
host | visitor
land | sea
city | countryside
sister | brother
premiere | finale
hire | dismissal
pro | con
"""

ADJECTIVES = """
high tall | low short
higher upper | lower
big large huge great | small little tiny
bigger larger greater | smaller lesser
more | less fewer
most | least
many | few
much | little
good excellent great fine | bad poor terrible
better | worse
best | worst
old elderly aged | young
old | new
older elder | younger
long | short
wide broad | narrow
thick | thin
deep | shallow
heavy | light
strong powerful robust | weak feeble
fast quick rapid swift | slow
early | late
hot warm | cold cool
wet | dry
bright light | dark dim
full | empty
open | closed shut
hard difficult tough | easy simple
hard | soft
rough | smooth
sharp | blunt dull
clean | dirty
rich wealthy affluent | poor
expensive costly dear | cheap inexpensive
positive | negative
true correct right accurate | false wrong incorrect inaccurate
right | left
right-wing | left-wing
guilty | innocent
alive living | dead deceased
married | single unmarried divorced
pregnant | barren
present | absent
public | private
domestic internal | foreign external international
solid strong firm stable | weak fragile shaky brittle
primary main chief | secondary
potential hypothetical | actual
local regional | national
national | international
local | global
urban | rural
northern | southern
eastern | western
central | peripheral
major | minor
senior | junior
superior | inferior
active | passive inactive
military | civilian
legal lawful legitimate | illegal unlawful illegitimate
safe secure | dangerous unsafe risky
friendly | hostile
happy glad pleased joyful | sad unhappy
angry | calm
brave | cowardly
optimistic bullish | pessimistic bearish
common | rare
frequent | infrequent
normal usual | abnormal unusual
temporary provisional | permanent
voluntary | compulsory mandatory
optional | mandatory compulsory required
official | unofficial
formal | informal
direct | indirect
complete whole full entire | partial incomplete
absolute | relative
maximum maximal | minimum minimal
former previous past ex | current present incumbent
former | latter
last previous past | next following coming upcoming
first | last
initial | final
previous | subsequent
recent | ancient
ancient | modern
modern | traditional
natural | artificial
real genuine authentic | fake bogus
similar alike identical same | different dissimilar
equal | unequal
major | small
visible | invisible
known | unknown
famous | obscure
successful | unsuccessful
able | unable
possible | impossible
likely | unlikely
necessary essential | unnecessary
important | unimportant trivial
sufficient enough adequate | insufficient inadequate
stable | unstable volatile
certain sure | uncertain unsure
innocent | culpable
liberal progressive | conservative
democratic | authoritarian
male masculine | female feminine
single | multiple
vertical | horizontal
nuclear | conventional
solid | liquid
sweet | sour bitter
loud noisy | quiet silent
crowded | empty
near close nearby | far distant
bilateral | unilateral
armed | unarmed
fit healthy well | sick ill unwell
awake | asleep
front | back
inner | outer
loose | tight
simple | complex complicated
generous | stingy mean
polite | rude
plural | singular
beautiful pretty | ugly
fertile | sterile
mature | immature
permanent | transient
abundant plentiful | scarce
favourable favorable | adverse unfavourable unfavorable
harmful | harmless beneficial
lenient | harsh severe
marginal slight | substantial significant considerable
"""

OTHERS = """
before prior | after following
up upward upwards upwardly | down downward downwards
above over | below under beneath underneath
in inside into within | out outside
on onto | off
to | from
toward towards | away
with | without
for pro | against anti
forward forwards ahead | backward backwards behind
here | there
now | then
today | yesterday
tomorrow | yesterday
always | never
always | sometimes
often frequently | rarely seldom hardly
everyone everybody all | nobody
everything | nothing
everywhere | nowhere
inside indoors | outside outdoors
indoor | outdoor
yes | no
and | or
both | neither
either | neither
even | odd
together | apart alone
because | despite
except excepting excluding | including
more-than | less-than
abroad overseas | home
north northward northwards | south southward southwards
east eastward eastwards | west westward westwards
fully completely entirely totally | partly partially
quickly rapidly swiftly fast | slowly
sharply steeply significantly substantially considerably | slightly marginally modestly
heavily | lightly
strongly | weakly
well | badly poorly
correctly rightly | incorrectly wrongly
openly publicly | secretly privately
loudly | quietly
directly | indirectly
temporarily | permanently
soon | later
immediately | eventually
deliberately intentionally | accidentally inadvertently unintentionally
legally | illegally
happily | sadly
safely | dangerously
successfully | unsuccessfully
voluntarily willingly | reluctantly unwillingly
formally officially | informally unofficially
initially originally | finally ultimately
firstly | lastly
previously formerly | currently presently
recently | anciently
positively favourably favorably | negatively unfavourably unfavorably
regularly | irregularly
jointly | separately
unanimously | narrowly
he him himself | she her hers herself
his | her hers
mr | mrs ms miss
upstairs | downstairs
uphill | downhill
clockwise | anticlockwise counterclockwise
pre | post
plus | minus
maximally | minimally
"""


# The words of these tables in all their forms, each with its lines.


_PLURALS = {"man": "men", "woman": "women", "child": "children", "wife": "wives", "life": "lives", "lady": "ladies"}


def _noun(word: str) -> Iterator[str]:
    yield word
    plural = _PLURALS.get(word) or (word[:-3] + "men" if word.endswith("man") else with_s(word))
    yield plural


def _adjective(word: str) -> Iterator[str]:
    yield word
    if len(word) <= 7 and not word.endswith(("er", "est", "ed", "ing", "al", "ior", "ic", "ous")):
        yield with_ending(word, "er")
        yield with_ending(word, "est")


def _plain(word: str) -> Iterator[str]:
    yield word


def _sides(lines: str) -> Iterator[tuple[Iterable[str], Iterable[str]]]:
    for line in lines.strip().splitlines():
        left, right = line.split(" | ")
        yield left.split(), right.split()


@cache
def forms() -> dict[str, tuple[tuple[int, int], ...]]:
    """Each form with its lines and its side of each line, 0 or 1; made on first use."""
    places: defaultdict[str, dict[tuple[int, int], None]] = defaultdict(dict)
    number = 0
    for table, inflected in ((VERBS, verb_forms), (NOUNS, _noun), (ADJECTIVES, _adjective), (OTHERS, _plain)):
        for sides in _sides(table):
            number += 1
            for side, words in enumerate(sides):
                for form in (form for word in words for form in inflected(word)):
                    places[form][number, side] = None
    return {form: tuple(found) for form, found in places.items()}


def opposed(approved: str, found: str) -> bool:
    """Whether two words share a line, and are on different sides of every line that they share."""
    lines = dict(forms().get(approved, ()))
    shared = [(side, lines[line]) for line, side in forms().get(found, ()) if line in lines]
    return bool(shared) and all(one != other for one, other in shared)
