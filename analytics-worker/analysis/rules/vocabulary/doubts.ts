import { wordsIn } from './lines.ts';

/** Frames (rules/README.md) that tell of a clause what kind of claim it makes. */

/** Said to the machine to move its judgement; all that follows in the item is as little meant. */
export const machine = wordsIn(`
record|say|write that i|we, record that,
ignore|disregard|forget|override all|any|your|the|previous|everything ..4 instructions|rules|prompt|told|said|guidelines|prompts,
ignore|disregard|forget everything|anything you were|have|are told|been|learned,
score|rate|rank|grade|qualify me|us|this|yourself, give me|us a|the ..3 score|rating|points,
pretend|imagine you are|that|i|we|to, system prompt|message|override|instruction, you are now, i|we am|are a? tier,
put|mark|list|classify|record|register|log|save|flag|store|tag|note me|us|this|it ..2 as,
write|put|note|jot down salesforce|hubspot|that|a, write that we|i,
set my|our|the team|score|tier|volume|budget|lead|size, tell your|the boss|sales|system|database|crm that|i|we,
for your|the records|form|database say|put|write|pretend
`).map((line) => line.trim());

/** Not meant, or meant as its opposite. */
export const ironic = wordsIn(`
in my|our dreams, i|we wish, pigs will|can|might|would|may|could? fly, hell freezes, yes right, as if,
bazillion|gazillion|zillion|squillion|jillion, once in a blue moon, if only, see if i, seeing what you|would,
wanted to see what, had you there|going
`);
/** All of the sentence was a joke. */
export const joking = ['kidding|joking', 'just|only|am|was messing|teasing|pulling'];

/** Gone: it was so, or somewhere else. */
export const past = wordsIn(`
i|we thought, first i|we said, used to, was|were, had, did, ago, back then|when|in,
previously|formerly|originally|historically, before that|covid|the|we|i|then|was|my|our,
at|in|from|with my|our|the last|old|previous|former|first <job>, my|our last|old|previous|former|ex <job>,
when i|we was|were|had|started|did|first|ran|worked|signed|joined|used|began|took|opened,
in the old|early|good days|old, in those days,
last year|summer|winter|spring|autumn|fall|christmas|week|month|january|quarter|season, the year before,
until last|recently|the, once had|was|were|used, years|months|year back|earlier|before,
started|began out? with|as|at|off
`);
/** In the same clause they say that it is so today after all. */
export const present = wordsIn(`
now, currently, today, in|within|over the next, these days, nowadays, at the moment, at the minute, at present, right now, still,
at this point, the same, same, went|gone|going|are|is|am back to|on|at|with, have|has had|got, presently,
have|has grown|gone|come|hired|become|added|been, ever since, this year|month, had|did to,
said|told|did say|tell|mention,
was|were just|only? told|asked|wondering|hoping|looking|thinking|calling|ringing|wanting|advised|recommended|supposed|sent
`);

/** It may come. */
export const future = wordsIn(`
will be|grow|have|become|expand|hire|open|double|add|reach|hit|get|scale,
going to be|grow|have|hire|expand|become|open|double|add|reach|get,
plan|plans|planning|hope|hopes|hoping|aim|aims|aiming|expect|expecting|looking|want|wants|intend|trying to|on ..2 grow|growing|hire|hiring|be|have|expand|reach|add|double|get|become|scale|go|opening,
would love|like to have|be|grow|reach, next|by year|summer|spring|christmas|autumn|fall|winter, in|within a|# year|years|months from? now?, eventually,
one day, some day, someday, down the line|road, in the future, by the end of, in the long run|term, maybe later,
later maybe|on|in, soon we|to|there, might|may|could grow|hire|be|expand|add|become|open|get|double,
target|goal is|of, budgeted|forecast for|to|at, projected
`);

/** Only supposed. */
export const supposed = wordsIn(`
if, imagine, suppose, supposing, say we|i|you|it was|were|had|got|grew, let us say we|i|you|it, assuming,
hypothetically, what if, whether, unless, even if, theoretically, in theory, for example, for instance, as an example,
wish, would be nice|great|cool if, in an ideal world, ideally, or say
`);
/** What follows them in the sentence is supposed too. */
export const imagined = [
  'imagine',
  'suppose we|i|you|that',
  'supposing',
  'assuming',
  'what if',
  'hypothetically',
  'let us say we|i|you',
  'say we were|had|was',
];
/** In a clause with "if" they make what follows unreal; without them it may well come true. */
export const unreal = wordsIn(`
were, was, had, did, got, grew, doubled, became, hired, could, would, ever, land, won, win, expanded, imagine,
suppose, supposing, say, wish, open, opened, went, hypothetically, theoretically, example, instance, ideally, tripled,
scale, grow, double, expand, hire, add, assuming, get, reach, hit
`);
/** "if we signed up we'd be twelve" is about the purchase, and so no supposition about him. */
export const purchase = wordsIn(`
sign up, signed up, go ahead, went ahead, go with|for, went with|for, move|moved|switch|switched over|to|from,
buy|bought, take|took it|this, get|got it|this, use|used it|this|you, start|started with|using|now,
do|did this|it|that, roll|rolled it|this|out, you ask|count|include,
i|we remember|am|are|count|include|add|think|say|said
`);

/** Somebody else, of whom he speaks. */
export const outsiders = wordsIn(`
the council, client, customer, new owners, owners, competitor, competition, rivals, supplier, vendor, neighbour,
neighbor, parent company, sister company, holding company, other company, another company, other companies,
other firms, another firm, other agencies, most companies, some companies, big companies, your company, your website,
your page, your team, your people, the bank, banks, our bank, tenants, patients, guests, landlord, our landlords,
accountant of ours, our accountant, my accountant, our lawyer, my lawyer, the solicitor, the lawyer, our solicitor,
consultant of ours, mate of mine, friend of mine, friend of ours, friends of mine, a guy i know, someone i know,
guy down the road, firm down the road, company down the road, firm next door, company next door, lot next door,
people next door, other side, buyer, seller, lender, main contractor, agency we work with, firms we work with,
company we work with, companies we work with, subcontractor, big chain, big chains, one of the big,
the company we bought, company we bought, firm we bought, business we bought, our partners use, partner firm,
sister firm, head office in, parent group, mother company, some firms, other firm, other businesses, another business,
other business, couples, candidates, members, students, subscribers, volunteers, the brides
`);
/** Of the family, and friends: they may work with him, but have their own firms too. */
export const kin = wordsIn(`
brother, sister, friend, buddy, nephew, niece, cousin, uncle, aunt, auntie, brother in law, sister in law,
father in law, mother in law, son, daughter, mate, mum, mom, dad, father, mother, husband, wife, girlfriend,
boyfriend, ex boss, old boss, neighbour, neighbor, pal, flatmate, roommate, partner in crime, golf buddy, ex,
godfather, friend who
`);
export const jobs = wordsIn(
  `company, job, firm, place, employer, office, business, agency, practice, team, role, gig, shop, boss, partner, manager, workplace, position, school, clinic, startup, one, life, vendor, tool, system, crm, provider, software, contract, year, solution, supplier, platform`,
);

export const hedges = wordsIn(`
maybe, perhaps, i|we think|guess|suppose|believe|reckon, probably, not sure|certain, might, possibly, or so,
i would say|guess
`);
