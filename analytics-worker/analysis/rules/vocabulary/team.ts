import { wordsIn } from './lines.ts';

/** Frames by which a caller tells how many they are. */

/** Nobody but him. */
export const alone = wordsIn(`
me myself and i, i freelance, freelancing, just|only|mainly|literally me|myself, me|myself only|alone|just, on my own,
by myself, i work alone, alone yes, one|1 man|woman|person band|show|business|company|operation|shop|outfit,
just|only ..2 little old|me old|me, little old me, i am ..1 1 man, 1 man and a|his|my,
sole trader|practitioner|proprietor|owner|operator,
solo practice|practitioner|operation|founder|business|lawyer|attorney|consultant|freelancer, a one|1 man,
no|any one else but|just|only, nobody|none but|except|bar me|myself, no 1 but|except|bar me|myself, no employees, nobody else, no staff, i am a|self freelancer|employed|freelance,
i am the only one|person|user, i do it|everything all? myself|alone, only me what|who|that, just myself, yes alone,
just the one|1 of us|person|user, # man|woman band|show, it is me just, one|1 person
`);
/** A number without a noun that is of people here. */
export const barePeople = wordsIn(`
team|crew|staff|headcount|workforce|unit|department|section|office|family|group|bunch|gang of|is|are about|around|maybe? #,
we are|is about|around|maybe|only|just|now|at? now? #, we were #, us are|is #, just|only|still us|we #, head count is ..1 #,
it is just # here, we|i employ about|around? #, # with|counting|including me|myself|us|him|her, # with|counting|including ..2 <people>,
# of us|you
`);
/** The two of them. */
export const both = [
  'husband and wife',
  'me|myself and herself|himself',
  'me|myself and my|the ..1 partner|wife|husband|brother|sister|son|daughter|mother|father|dad|mum|mom|assistant|colleague|cofounder',
  'my ..1 partner|wife|husband|brother|sister|son|daughter|mother|father|dad|mum|mom|assistant|colleague|cofounder and i|me|myself',
  'the|just|us two of us',
  'both of us',
  'us two',
  'we two',
  'two of us',
  'the pair of us',
];
/** They say of a number, or of people, that those would use the product. */
export const users = wordsIn(`
use|using|touch|send|sending|need|needs access|account|login|seat|licence|license,
would|will ..2 use|using|touch|send|sending|access|write|log,
who would|will|use|uses|send|sends|write|writes|do|does|actually|need, users, seats, accounts, logins,
licences|licenses, just|only the|our, that would|will
`);
/** They say of a number of people that those are none of the users. */
export const notUsers = [
  'not ..3 send|use|need|touch|sign|sending|using|do|make|count|involved',
  'only|just be? sign|signing|receive|get',
  'the whole|entire building|company|agency|group',
  'never touch|use|see',
  'not all of? them|us|those? ..1 would|will|do|need|needs|have',
  'in the whole|entire',
];
/** A number of all of a house, of whom some would use the product. */
export const wholes = wordsIn(`
the|our company|firm|floor|hospital|ministry|group|school|business|agency|factory|plant|organisation|organization|authority|council|university|practice is|has|are|employs|counts ..3 #,
# ..1 in|across the|our company|firm|group|factory|plant|organisation|organization|authority|council|university|building
`);
/** A number of some of those told before it: "ten managers, one in each branch", "six, but two are part time". */
export const shares = wordsIn(`# in|at|for|per each|every, # are|is|work part|away|new|off|on|retired|leaving|abroad`);
/** They say of a later number that it replaces what he said in an earlier item. */
export const corrections = wordsIn(`
did i say ..2, i said ..3, i told you ..3, actually, sorry, correction, i meant, i mean, make that, scratch that,
no wait, wait, i misspoke, my mistake, let me correct, i was wrong, i got that wrong, thinking about it,
come to think of it, now that i think, on second thought|thoughts, instead of, rather than, not #, change that to
`);
