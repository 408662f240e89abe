import { wordsIn } from './lines.ts';

const DAYS = wordsIn('monday, tuesday, wednesday, thursday, friday, saturday, sunday');
/** Each day of the week with these before it. */
const onDays = (...before: string[]): string[] => before.flatMap((word) => DAYS.map((day) => `${word} ${day}`));

const SEASONS = wordsIn('spring, summer, autumn, fall, winter');
/** Each season with these before it. */
const inSeasons = (...before: string[]): string[] =>
  before.flatMap((word) => SEASONS.map((season) => `${word} ${season}`));

/** How many days off a date is that is said without a number; the middle of what it may mean. */
export const horizons: Record<string, readonly string[]> = {
  1: wordsIn(`
today, tonight, tomorrow, right now, right away, straight away, immediately, asap, as soon as possible, as soon as you can, as soon as we can, as quick as you can, as quick as possible,
as fast as you can, as fast as possible, as quickly as possible, this afternoon,
yesterday, straightaway
`),
  5: [
    ...onDays('by', 'before', 'on', 'until', 'till', 'next', 'this'),
    ...DAYS.map((day) => `${day} is the`),
    ...wordsIn(`
this week, before tomorrow, by the day after tomorrow, day after tomorrow, before the weekend, end of the week, end of week,
by the weekend, within the week
`),
  ],
  7: ['in a week', 'within a week', 'a week from now', 'next week', "a week's time", 'in the next week', 'a week'],
  12: [
    ...DAYS.flatMap((day) => [`${day} week`, `week on ${day}`]),
    ...wordsIn(`
end of next week, week after next, a week on, by next week, fortnight, in a fortnight, a couple of weeks, couple weeks,
few weeks, coming weeks, next few weeks
`),
  ],
  20: wordsIn(`
this month, end of the month, end of month, month end, by the first, first of the month, on the first,
within the month, mid month, before the month is out, month's end, last day of the month, last day of this month
`),
  30: wordsIn(`
in a month, within a month, a month's time, a month from now, next month, in the next month, first of next month, a month
`),
  60: wordsIn(`
end of next month, last of next month, this quarter, end of the quarter, end of quarter, quarter end, few months, next few months,
couple of months, next couple of months, coming months, month after next, end of q, a quarter, in a quarter,
next quarter, end of summer, end of the summer, new quarter, start of term, when term starts, this summer, this spring, this autumn, this fall,
this winter
`),
  150: [
    ...inSeasons(
      'in',
      'in the',
      'next',
      'by',
      'until',
      'till',
      'about',
      'before the',
      'until the',
      'till the',
      'by the',
    ),
    ...wordsIn(`
next year, half a year, six months, second half, new year, end of the year, end of year, by christmas,
after christmas, next season, later this year, later in the year, in the new year, after the summer, a year,
next financial year, next fiscal year, year from now, for another year, year end, before christmas, new financial year,
new fiscal year, new budget year, some time next year, until the budget
`),
  ],
};
/** Those of them that come every year on a day, which is as far off as it is on the day of the call. */
export const daysOfYear: Record<string, readonly string[]> = {
  '12-25': ['by christmas', 'before christmas', 'after christmas'],
  '12-31': ['end of the year', 'end of year', 'year end', 'later this year', 'later in the year'],
  '1-1': ['new year', 'in the new year'],
};
/** Something that comes round, which a caller who wants to be ready for it has before him: "before the season starts". */
export const events = wordsIn(`
before|by|for|after the|our|my|next|coming ..1 holidays,
before|by|for|when|until the|our|my|this|next|coming|new? ..1 season|term|semester|harvest|rush|school,
start|beginning of the|our|next|new? ..1 season|term|semester|harvest|rush,
by the time the|our|my? ..1 season|term|semester|harvest|rush|school ..1 starts|begins|opens|comes
`);
/** "march" and "may" are months only behind these. */
export const beforeMonths = wordsIn(`
in, by, before, until, till, after, of, from, early, mid, late, around, about, next, to, for
`);
/** Which month it is: "it's july now". */
export const monthsNow = wordsIn(`
it|this|we is|are in? <month> now|already, now it|we is|are in? <month>, it|we is|are now|already|only in? <month>, we now in <month>
`);
export const unitDays: Record<string, number> = {
  day: 1,
  days: 1,
  week: 7,
  weeks: 7,
  fortnight: 14,
  fortnights: 14,
  month: 30,
  months: 30,
  year: 365,
  years: 365,
  quarter: 91,
  quarters: 91,
};

/** A start that an agent puts to a caller, with its date: "would you like to begin this month?" */
export const proposals = wordsIn(`
start|begin|decide|choose|switch, go live, up and running, set it|this|you|everything up, have|get it|you|this ..3 running|going|live,
open the|an|your account, arrange a start, set up the|an|your account
`);

/** Frames by which a date that was not asked for is one of deciding or going live. */
export const goingLive = wordsIn(`
at the ..1 latest, pencilled|penciled|planned|scheduled|slated|down|aiming ..1 in|for|to, hoping for, is the plan|aim|goal|target, make|made|making ..2 mind|minds up, planning|plan ..1 switch|move|start|change|launch|rollout, would|will do|suit us, we|i are|am finished|sunk|toast|screwed, or we|i are|am done|stuck, give us ..1 about?, gave us # days|weeks, in place|by|before then, has|have to ..1 be ..1 running|live|done|in|ready,
let us do it, move|moving on it|this, needed|need it|this, an answer, must have it|this|that|something|one|a|an, would be nice|good|great|ideal,
wants|want|need|needs it|this in|by|up|live|as, everybody|everyone|all on it, we would|will move,
let us do|start|go|sign it?, would say within, sign ..2 up, get|be off ..4 in|by|before, have|has to have it|this|something|one|that, reopen|reopens|reopening, shutting|shuts|closing|switched|switching|switches|turned down|off,
start|begin|starting right|straight|immediately|now|today|tomorrow|this|next|as,
want|need|like|love|have|has|must|get|be ..4 live|running|ready|place|sorted|settled|finished|up|set|done|implemented|working|going|rolling|rolled|signed|switched|decided|picked|across,
go|going|goes|be|went live, up and running,
renewal|renews|renew|renewing|runs, run out|up|till|until, expires|expire|expiring|lapses|ends|ending|cutoff|deadline|inspection|audit,
will|contract|licence|license|subscription|plan end,
decide|decides|chooses|picks|decision|choose|choosing|deciding|pick|picking, switch|switching|move|moving over|by|before|to|away,
start|starting|begin|launch|launching|roll|rolling|implement|implementing|onboard|kick ..3 using|with|by|in|on|before|it|off|out,
need|want it|this|something|one|that ..3 by|before|in|within, must run, tender|procurement, shipping this|it,
before then|that, in place, by the time, gave|given|give us|me # days|weeks|months, # weeks|months would|will do|suit,
get|have|see it|this|one|something in|going|out|over|installed ..2 before|by|for|from
`);
/** No date, or no wish for one. */
export const evaluating = wordsIn(`
nosing|sniffing|poking about|around, kicking the tyres|tires, kick ..1 tyres|tires, might|may do something ..2 next|later, nothing set in stone, not really got one, someday|some day thing, price out|up a|some|few ..3, seeing ..2 around,
having a look, have a look around, having a nose,
just|only ..2 looking|browsing|exploring|comparing|curious|researching|checking|shopping|seeing|gathering|collecting|window|kicking|research,
look|looking|shop|shopping|ask|asking ..1 around,
compare|comparing|evaluate tools|options|vendors|some|different|several|products|providers|prices, comparing a,
nothing ..2 decided|urgent|planned|fixed|set, no ..2 date|dates|timeline|deadline|timeframe|plan|plans, not ..3 decided, no idea when, could|can not ..2 tell|say ..1 when, some day when, eye on it for, an idea at this, not a burning, whenever suits, whenever we|i get|find|have|can|are|feel,
early days|stage|stages, exploring|evaluating|kicking tyres|tires|the|options|our|what|vendors|a|some|different|tools,
some point, someday|eventually, at some stage|point, when we find, whenever really|you|they, for whenever, will decide|choose|pick when|once|after, a|ways|months|years|somewhere|further|way down the line,
seeing what is|you|there, see what is|else out|there, gathering|collecting|collect information|info|quotes,
maybe|later|sometime|further|months|years ..1 down the road, call me in, not ..2 this year|month|season|quarter, not changing ..6, no plans|intention to,
in the middle of season, thinking about it, have not decided|thought, not a priority, later this|in|next year,
no particular date|time|timeline, still comparing|looking|deciding|exploring|evaluating|thinking|researching|early,
window shopping, research phase|stage, only|just starting|started|beginning to look, putting out feelers, not ..1 started|begun looking|to, comparing #, comparing you, idea for now, not there yet, only|just|simply finding|find out what|who, idea of what, weighing up|them|it|you|things,
only|just|simply asking|enquiring|inquiring|gathering|after ..1 information|info|prices|price|quote|quotes, leave it|that|this for now, maybe next, kick|kicking the tires|tyres, for the future, long way off,
no real deadline|date|timeline
`);
/** Put off: no date, where one was asked for. */
export const deferred = wordsIn(`
down the line, hard|difficult to say|tell, could|can|would not ..1 tell|say, do not ..2 know, depends on, none yet|so|as, too early|soon to, not|no ..2 idea|clue|sure|certain,
will|must|have|has|can to? wait for|until|till, not ..1 before|until|till the? ..2 season|summer|autumn|fall|winter|spring|harvest|year|christmas|holidays|budget|january|february|march|april|may|june|july|august|september|october|november|december,
till|until|after|once the|this ..2 season|summer|autumn|winter|spring|harvest|holidays|rush,
decide|deciding|pick|picking|choose|choosing|decision|look|looking ..3 in|by|when|after|next|until the? autumn|fall|spring|summer|winter|year|evenings|season,
until|till|by|in about? autumn|spring|winter
`);
/** Put off until the date that follows: "i'm not taking on anything new before january". */
export const putOff = wordsIn(`
not|nobody|nothing|never|nor ..8 before|until|till after? ..1, no way ..8 before|until|till after? ..1, maybe|perhaps|possibly after ..1, wait|waiting|leave|park|parked|push|hold|delay ..4 until|till|for after? ..1,
busy|mad|nuts|crazy|dead|quiet|shut|closed|full|flat|slammed|swamped|madness ..2 until|till after? ..1,
goes|takes|lasts so? until|till after? ..1, tied|locked|bound|stuck|contract ..5 until|till|for after? ..1,
look at|into ..2 again ..1, revisit ..3
`);
/** When he wants to hear of it again, which tells as much where he says nothing else. */
export const recalled = wordsIn(`
try|call|ring|phone|ask|catch|contact me|us ..3 in|after ..1, write|call|ring in|after ..1
`);
export const pressing = wordsIn(`
burning|on fire, panic mode, signed|sorted|done|fixed|needed like? yesterday, need ..3 sorted yesterday, breathing down,
desperately, very latest, right now,
urgent|urgently|asap|desperate|desperately|critical|emergency|panicking|panic|pressing, as soon as,
can|could not wait|slip|move|miss|be, has|have|must|got ..4 by|before|until|running|run|ready|live,
hard deadline|date, no later, or i am|else|we ..1 toast|dead|screwed|stuck|done|in, straight|right away,
like yesterday, yesterday, deadline, stress, in a hurry|rush|panic, we|i have|need ..3 quickly|fast|immediately,
quick|quickly|fast as possible, time is|running short|out, running out of time, top priority, very soon,
needed it last
`);
/** No hurry, where he was asked about it. */
export const anyTime = ['whenever', 'any time'];
export const unhurried = wordsIn(`
not ..2 pressed, nothing pressing, no|not ..1 particular|real|great|mad|big rush|hurry|panic, no panic, someday|some day|one of these days ..1 thing|maybe|perhaps?, nothing ..1 set in stone, in our|my own time, whenever ..1 really|suits, just nosing|noseying|sniffing, nosing about|around, in no hurry|rush|panic, not ..2 burning,
no clock ticking, when we get there|to, none whatsoever, happily sit|wait, it can wait|sit, not say urgent,
in our|my|your own time, no deadline, no particular ..1 hurry|rush|date, loads|heaps|bags|lots|plenty of time,
all the time in, no ..2 hurry|rush|pressure|urgency|panic|stress, not ..3 hurry|rush|urgent|rushing|pressing|hurried,
no ..1 rush|hurry, in no hurry|rush, plenty|lots of time, take|taking our|my time, only look|looking around,
just looking|browsing, not a priority, nothing urgent|pressing, without rush|hurry, nothing is on fire, low priority,
it can wait, we|i can wait, relaxed about, does not matter when, not ..1 life or|and death, life and|or death, no fire, where is the fire, no mad ..1 rush, no drama, never hurried|rushed, not ..2 hurried|rushed
`);
/** What is wanted lies ahead, whatever else he tells of: "we want it up before the season starts". */
export const wanted = wordsIn(`
want|wants|need|needs, must|should be|run|work|go|decide|start|change, has|have to, would like|love|prefer|be, hoping|planning|aiming, by the time, in time
`);
/** He asks for a start himself. */
export const ownStart = wordsIn(`
can|could|may|might i|we start|begin|sign|go|have|get
`);
/** A date of these is of a message, not of a start: "i'll drop you an email tonight". */
export const messages = wordsIn(
  `send|drop|email|mail|text|ring|call|phone|write|forward|talk|speak|ask, meet|meeting|demo`,
);
/** A date that may slip: it does not press. */
export const slipping = wordsIn(`
world ends|end|ended, end of the world, world will|would not ..1 end|stop, nobody|noone dies|died|will die, sky will|would|is not|falling ..1 fall?,
no tragedy|drama|disaster ..1 if, give or take ..2 day|days|week|weeks, day or two either way
`);
export const soft = [
  'would be nice|good|great|lovely',
  'ideally|hopefully|roughly|sometime|maybe|perhaps',
  'some time',
  'realistically|around|about',
  'at some',
  'would like',
  'hoping|hope|aiming',
  'no pressure',
];

/** He says so himself, without a date and without having been asked. */
export const urgent = wordsIn(`
up against it, time is not on, we|i are|am desperate, it|this is|was ..2 urgent, urgent like,
needed this|it yesterday, needed this|it ..2 weeks|months ago, can not wait ..1 longer, it|this is really|very|quite pressing,
have|has|need to move|act quickly|fast, time is running|short|nearly, please hurry, need|want it|this|that|something|one ..1 fast|quickly|quick|urgently, under ..3 pressure, top|first priority, sooner the better, on a? ..2 knife edge, got|has|have to happen fast|soon|quickly, first thing on my|our list, this|it is ..1 burning, need it|this yesterday, clock is ticking, can not wait another, really|properly urgent, on a|the clock, against the clock, racing against
`);
