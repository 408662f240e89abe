import { wordsIn } from './lines.ts';

/** How many days off a date is that is said without a number; the middle of what it may mean. */
export const horizons: Record<string, readonly string[]> = {
  1: wordsIn(`
today, tonight, tomorrow, right now, right away, straight away, immediately, asap, as soon as possible, this afternoon,
yesterday, straightaway
`),
  5: wordsIn(`
this week, by monday, by tuesday, by wednesday, by thursday, by friday, by saturday, by sunday, before monday,
before tuesday, before wednesday, before thursday, before friday, before sunday, before saturday, before tomorrow,
by the day after tomorrow, day after tomorrow, saturday 's the, saturday is the, sunday is the, friday is the,
monday is the, before the weekend, end of the week, end of week, on monday, on tuesday, on wednesday, on thursday,
on friday, next monday, next tuesday, next wednesday, next thursday, next friday, until friday, until monday,
by the weekend, within the week, this friday, this monday
`),
  7: ['in a week', 'within a week', 'a week from now', 'next week', "a week's time", 'in the next week', 'a week'],
  12: wordsIn(`
end of next week, friday week, monday week, tuesday week, wednesday week, thursday week, week after next, a week on,
by next week, fortnight, in a fortnight, a couple of weeks, couple weeks, few weeks, coming weeks, next few weeks
`),
  20: wordsIn(`
this month, end of the month, end of month, month end, by the first, first of the month, on the first,
within the month, mid month, before the month is out, month's end
`),
  30: [
    'in a month',
    'within a month',
    "a month's time",
    'a month from now',
    'next month',
    'in the next month',
    'first of next month',
  ],
  60: wordsIn(`
end of next month, last of next month, this quarter, end of the quarter, end of quarter, quarter end, few months, next few months,
couple of months, next couple of months, coming months, month after next, end of q, a quarter, in a quarter,
next quarter, end of summer, end of the summer, new quarter, this summer, this spring, this autumn, this fall,
this winter
`),
  150: wordsIn(`
next year, half a year, six months, second half, new year, next spring, next summer, next autumn, next fall,
next winter, end of the year, end of year, by christmas, after christmas, next season, later this year,
later in the year, in spring, in summer, in autumn, in winter, in fall, in the new year, in the autumn, in the fall,
in the spring, in the summer, in the winter, after the summer, a year, in november, in december, in january,
in february, in october, in september, in august, in july, in june, in april, next financial year, next fiscal year,
year from now, year end
`),
};
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

/** Frames by which a date that was not asked for is one of deciding or going live. */
export const goingLive = wordsIn(`
at the ..1 latest, pencilled|penciled|planned|scheduled|slated|down|aiming|hoping ..1 in|for|to, is the plan|aim|goal|target, make|made|making ..2 mind|minds up, planning|plan ..1 switch|move|start|change|launch|rollout, would|will do|suit us, or we|i are|am finished|done|sunk|stuck, give us ..1 about?, gave us # days|weeks, in place|by|before then, has|have to ..1 be ..1 running|live|done|in|ready,
let us do it, move|moving on it|this, needed|need it|this, an answer, must have, would be nice|good|great|ideal,
wants|want|need|needs it|this in|by|up|live, everybody|everyone|all on it, we would|will move,
let us do|start|go|sign it?,
want|need|like|have|has|must|get|be|got ..4 live|running|ready|place|sorted|up|set|done|implemented|working|going|signed|switched|rolled,
go|going|goes|be|went live, up and running,
renewal|renews|renew|renewing|runs|run|expires|expire|expiring|lapses|ends|end|ending|cutoff|deadline|inspection|audit,
decide|decision|choose|deciding|pick, switch|switching|move|moving over|by|before|to|away,
start|starting|begin|launch|launching|roll|rolling|implement|implementing|onboard|kick ..3 using|with|by|in|on|before|it|off|out,
need|want it|this|something|one|that ..3 by|before|in|within, must run, tender|procurement, shipping this|it,
before then|that, in place, by the time,
get|have|see it|this|one|something in|going|out|over|installed ..2 before|by|for|from
`);
/** No date, or no wish for one. */
export const evaluating = wordsIn(`
nosing|sniffing|poking about|around, kicking the tyres|tires, kick ..1 tyres|tires, might|may do something ..2 next|later, nothing set in stone, not really got one, someday|some day thing, price out|up a|some|few ..3, seeing ..2 around,
having a look, have a look around, having a nose,
just|only ..2 looking|browsing|exploring|comparing|curious|researching|checking|shopping|seeing|gathering|collecting|window|kicking|research,
look|looking|shop|shopping|ask|asking ..1 around,
comparing tools|options|vendors|a|some|different|products|providers|prices,
nothing ..2 decided|urgent|planned|fixed|set, no ..2 date|dates|timeline|deadline|timeframe|plan|plans, not ..3 decided, no idea when, could|can not ..2 tell|say ..1 when, some day when, eye on it for, an idea at this, not a burning, whenever suits|we|i,
early days|stage|stages, exploring|evaluating|kicking tyres|tires|the|options|our|what|vendors|a|some|different|tools,
some point, someday|eventually|whenever, at some stage|point, when we find, down the line,
seeing what is|you|there, see what is|else out|there, gathering|collecting|collect information|info|quotes,
maybe|later|sometime|further|months|years ..1 down the road, call me in, not ..2 this year|month|season|quarter, not changing ..6, no plans|intention to,
in the middle of season, thinking about it, have not decided|thought, not a priority, later this|in|next year,
no particular date|time|timeline, still comparing|looking|deciding|exploring|evaluating|thinking|researching|early,
window shopping, research phase|stage, kick|kicking the tires|tyres, for the future, long way off,
no real deadline|date|timeline
`);
/** Put off: no date, where one was asked for. */
export const deferred = wordsIn(`
will|must|have|has|can to? wait for|until|till, not ..1 before|until|till the? ..2 season|summer|autumn|fall|winter|spring|harvest|year|christmas|holidays|budget|january|february|march|april|may|june|july|august|september|october|november|december,
till|until|after|once the|this ..2 season|summer|autumn|winter|spring|harvest|holidays|rush,
decide|deciding|pick|picking|choose|choosing|decision|look|looking ..3 in|by|when|after|next|until the? autumn|fall|spring|summer|winter|year|evenings|season,
until|till|by|in about? autumn|spring|winter
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
export const unhurried = wordsIn(`
not ..2 pressed, nothing pressing, no|not ..1 particular|real|great|mad|big rush|hurry|panic, no panic, someday|some day|one of these days ..1 thing|maybe|perhaps?, nothing ..1 set in stone, in our|my own time, whenever ..1 really|suits, just nosing|noseying|sniffing, nosing about|around, in no hurry|rush|panic, not ..2 burning,
no clock ticking, when we get there|to, none whatsoever, happily sit|wait, it can wait|sit, not say urgent,
in our|my|your own time, no deadline, no particular ..1 hurry|rush|date, loads|heaps|bags|lots|plenty of time,
all the time in, no ..2 hurry|rush|pressure|urgency|panic|stress, not ..3 hurry|rush|urgent|rushing|pressing|hurried,
no ..1 rush|hurry, whenever, in no hurry|rush, plenty|lots of time, take|taking our|my time, only look|looking around,
just looking|browsing, not a priority, nothing urgent|pressing, without rush|hurry, nothing is on fire, low priority,
it can wait, easy going, no fire, where is the fire, no mad ..1 rush, no drama, never hurried|rushed, not ..2 hurried|rushed
`);
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
needed this|it yesterday, need it|this yesterday, clock is ticking, can not wait another, really|properly urgent, on a|the clock, against the clock, racing against
`);
