import { wordsIn } from './lines.ts';

export const weekdays = wordsIn(`monday, tuesday, wednesday, thursday, friday, saturday, sunday`);

/** Months by their name, from 0. */
export const months = wordsIn(
  'january, february, march, april, may, june, july, august, september, october, november, december',
);

/** Days as they are named from the day of the call on. */
export const namedDays = ['today', 'tomorrow', ...weekdays];

/** Dates as people say them, beyond the days of a month (`../dates.ts`). */
export const saidDates = wordsIn(`
end|close|start|beginning|middle of ..1 today|day|business|week|month|quarter|year|play,
end|close of ..1 next|this week|month|quarter|year,
end|close of business|play|day ..1 today|tomorrow|friday|monday|tuesday|wednesday|thursday,
first|second|third|last|1st|2nd|3rd week of ..1 january|february|march|april|may|june|july|august|september|october|november|december,
within ..1 # business|working? hour|hours|day|days|week|weeks|minutes, within the|an|a hour|day|week,
within one business? day|hour|week, in ..1 # business? days|day|weeks|hours|minutes|months,
in a|an hour|day|week|month|minute|bit, in a few|couple days|hours|weeks|minutes|months,
in? the next few|couple days|hours|weeks, in? the next # minutes|hours|days|weeks, before the? end|close|start of ..2 day|week|month|quarter|year|term|play|business, later today|tonight|tomorrow|week,
later this|that week|month|afternoon|morning|evening,
first thing ..1 tomorrow|monday|tuesday|wednesday|thursday|friday|morning, early|late ..1 next week|month,
next|this|coming week|month|quarter|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|spring|summer|autumn|fall|winter,
the weekend|afternoon|morning|evening, over|at the weekend, this afternoon|morning|evening|weekend|week|month|quarter,
early|mid|late january|february|march|april|may|june|july|august|september|october|november|december,
january|february|april|june|july|august|september|october|november|december, in|by|until|of march|may,
tonight|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday, the day after tomorrow,
day after tomorrow, after|before|by lunch|noon|christmas|easter|lunchtime,
after the holidays|weekend|call|meeting|break|season, new year, in the new year, q1|q2|q3|q4, the? same day,
once i|we am|are|have ..4 back|done|finished|there|home|here, before we ..1 talk|speak|meet ..1 again,
after|before ..1 diwali|eid|ramadan|thanksgiving|hanukkah|passover|pentecost|carnival,
right after this|the ..1 call|meeting, half term, reading week, the? end of ..1 term, after|before ..1 half term, after ..1 church|mass|school|work|the service|training|practice|service|class|hours|dinner|tea,
after|before the ..1 bank? holiday|holidays, noon|midday today|tomorrow, over the weekend, in a day|week or two|2|so,
monday|tuesday|wednesday|thursday|friday|saturday|sunday week, over lunch, by return, straight away, right away,
as soon as possible, asap, immediately, shortly, next time, at lunch, at the end of the call, when we hang up,
after this call
`);

/** Dates that are none: they tell how quickly. */
export const noDates = wordsIn(
  `straight away, right away, as soon as possible, asap, immediately, shortly, now, right now, next time`,
);

/** Words by which a date goes on: "tuesday *at ten*", "tomorrow *before noon*". */
export const clockFrames = wordsIn(`
at|by|before|after|around|about noon|midday|midnight|lunch|lunchtime,
at|by|before|after|around|about? ..1 half|quarter past|to 1|2|3|4|5|6|7|8|9|10|11|12,
at|by|before|after|around|about ..1 half? 1|2|3|4|5|6|7|8|9|10|11|12 o'clock|am|pm|sharp?,
1|2|3|4|5|6|7|8|9|10|11|12 o'clock|am|pm|sharp, morning|afternoon|evening|noon|lunchtime|night|midday,
in the morning|afternoon|evening, first thing, at lunchtime|lunch,
or monday|tuesday|wednesday|thursday|friday|tomorrow
`);
