"""Words by which news English introduces a person right before the name: "striker Josh Sargent".

Closed over occupations and parts in an event as agency reports use them without an article; titles that are written
with a capital are in `factspec.lexicon.titles`.
"""

OCCUPATIONS = frozenset(
    """activist actor actress analyst archaeologist architect artist astronaut astronomer attacker author backbencher
    ballerina banker barrister bassist batsman batter biologist bookseller boss bowler boxer broadcaster broker
    builder businessman businesswoman campaigner candidate captain carpenter cellist centre-back challenger
    champion chef chemist climatologist climber coach comedian commentator compatriot composer conductor critic
    cyclist dancer defendant defender democrat dentist designer developer director doctor dramatist driver drummer
    ecologist economist editor engineer entrepreneur farmer filmmaker firefighter fisherman footballer forward
    founder fullback geologist goalkeeper golfer grandmaster guitarist hairdresser historian housekeeper incumbent
    instructor investor jockey journalist keeper landlord lawmaker lawyer leader lecturer librarian manager
    mathematician midfielder miner minister musician newcomer novelist organiser organizer owner painter paramedic
    pensioner philosopher photographer physicist pianist pilot playwright plumber poet politician presenter
    producer programmer psychologist publisher rapper reporter republican researcher resident rider rookie rower
    runner sailor scholar scientist sculptor seaman shopkeeper singer skipper sociologist soldier solicitor
    songwriter spokesman spokesperson spokeswoman sprinter statistician striker student substitute surgeon
    survivor suspect swimmer teacher teammate teenager trader trainer translator umpire vet veteran victim
    violinist volunteer wicketkeeper winger witness writer""".split()
)
