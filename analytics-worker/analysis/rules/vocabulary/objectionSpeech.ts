import { wordsIn } from './lines.ts';

/** What is said at once when a price was told, and means that it is too high. */
export const priceReactions = wordsIn(`
more than ..3 we|i|that|what|now|today|budget|have|had|pay|paying, we|i ..1 pay|paying ..3 #, can ..3 come down|lower|cheaper|better, do better, best price, afford, a lot of money, rich for, serious money, good bit more, not cheap, really for, just for|to ..2, margins are,
steep, hefty, pricey, a|quite|awful|hell lot, that|so|too much, having|pulling a|my laugh|leg,
must be? kidding|joking, are you kidding|joking|serious, you are kidding|joking, you what, ouch, blimey, crikey,
yikes, strewth, yeesh, sheesh, wow, whoa, oof, gosh, christ, jesus, goodness, oh no, good grief, bloody hell,
dear oh? dear, for a|an|the|my|our ..2 <small>, we|i are|am ..1 only|just ..3 <small>,
not ..2 paying|pay|worth|afford|spend|happen, twice|double|triple that|what,
i|we had|was|were ..2 thinking|hoping|expecting, have a ..1 fit|heart|stroke|cow, on top of|that,
every|each dollar|penny|cent|pound|euro ..4, even #, jesus mary, do not know ..2 even, very|awful|awfully|fierce dear,
every month|year ..2 no|not, hmm|hm ..3 more than
`);

/** Those to whom little money is much. */
export const smallFirms = wordsIn(`
charity, nonprofit, shop, school, club, church, startup, start up, freelancer, sole trader, one man band, farm, cafe,
clinic, practice, firm, crew, team, business, company, outfit, studio, salon, student, few contracts, handful
`);

/** Words by which a price that was told is welcome: no reaction to them stands against it. */
export const welcomed = wordsIn(`
cheap, cheaper, nothing, reasonable, good, great, bargain, not bad, fair, grand, affordable, fine, nice, less than,
love
`);

/** What may follow "too much" where money is meant. */
export const afterMuch = wordsIn(`
for, to, per, a, an, we, i, than, just, really, and, but, so, when, right, mate, man, sir, love, money, cash, at, if,
it, that, honestly, then, now, considering, given, with, every, each, yes, no, the, even, especially
`);

/** How a question begins that asks for a fact: no doubt, unless it is put as one. */
export const factQuestions = wordsIn(`
who, have, has, are, is, do, does, did, can, could, where, which, when, will
`);

/** Words by which a question is a doubt. */
export const doubting = wordsIn(`
even, really, actually, seriously, sure, trust, worry, worries, worried, bothers, concern, concerned, doubt, safe,
scam, legit, nervous, afraid, scared, though, mean, not, but, what if, else
`);

/** What people have today: said of it, too dear or too hard is why they call. */
export const todays = wordsIn(`
current, currently, old, existing, present, courier, couriers, post, postage, stamps, printing, printer, ink, paper,
scanner, scanning, fax, spreadsheet, spreadsheets, last, previous, lawyer, lawyers, solicitor
`);

/** An agent who asks for what is in the way hears it in a word: "cost, I guess". */
export const askedForDoubts = wordsIn(`
anything|something|what|is ..4 against it|us|that|this, speaks against,
anything|something|what|do|any|main|biggest|other ..4 worry|worries|worried|worrying|concern|concerns|concerned|hesitation|hesitations|hesitate|doubt|doubts|reservations|objections|unsure,
hold|holds|holding|keep|keeps|keeping|stop|stops|stopping|put|puts|putting|prevent|prevents ..1 you|off|back ..2 from|back|off, in the|your way, need ..3 feel|be comfortable|sure|convinced|safe|happy, stop you, what do you think ..3 of|about, how does that ..2 sound, what is the catch, would ..2 convince, what would ..1 help|convince|make|change, have to be right
`);

/** How an agent opens a call: the answer is what the caller is after. */
export const greeted = wordsIn(`
  what are|is your ..1 requirements|requirement|criteria|needs,
  how can|may|could|shall i ..2 help|assist|direct|serve, how may i be, what can|could|may i ..2 do, what brings|brought|prompted, what do you need, what are you ..2 after|looking, what is on your mind, what is it about, happy|glad to help what,
  how can|may we help, what would you like ..3 today
`);
