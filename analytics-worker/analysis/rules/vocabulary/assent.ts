import { wordsIn } from './lines.ts';

/** What a caller says first when he accepts what was put to him, or turns it down. */
export const assentFrames = {
  yes: wordsIn(`
yes, sure, okay, absolutely, definitely, certainly, of course, perfect, great, please, fine, correct, exactly, right,
that is right|correct|fine|good|great|perfect|it|okay, sounds good|great|fine|perfect|like|lovely, sound good,
works for,
that|it|which would|will|could ..2 be|work|help ..2 great|good|lovely|nice|helpful|perfect|fine|useful|wonderful|ideal|brilliant|handy|fantastic|for|me|us|appreciated,
that|it|which would|could|might ..1 help|work|do|be, that works, that is what, go ahead|on|for, do that|it|so,
let us do|go|say|book|try|make, i would like|love|appreciate that|it|to, why not, i guess so, i suppose so,
by all means, happy to, happy with that, lovely, brilliant, excellent, wonderful, super, cool, grand, deal,
book it|me, we|i can|could|would|will do|try|manage|live ..1 that|it, you can ..1 do|send|try that|it, yes please, can do, will do,
no problem, no worries, good idea, could do, # works|is,
monday|tuesday|wednesday|thursday|friday|tomorrow ..5 works|fine|good|great|okay|please|yes|suits|perfect|then,
make it, how about, works, suits me, with pleasure, my pleasure, gladly, consider it done, right away, send it|me|them, sweet, awesome, alright, amazing, fantastic, terrific, aye,
good idea|thing|stuff, fair enough, too right|easy, please do, be my guest, feel free, suit me|us, suits, no objection,
i would be glad|happy|delighted|grateful, would be glad|happy|delighted, all for it, let her|him|them, i would not mind, do please, do so, got it, if you would|could|can|like|wish|please|do|insist, if that|it is possible|okay, if you do not mind
`),
  /** A yes where it is the very first word: "good, next wednesday". */
  yesFirst: ['good', 'fine', 'nice'],
  /** A yes only where nothing follows: "it is", not "it is dead here". */
  yesAlone: wordsIn(
    `it would, it does, it is, we do|are|would|could|can, i do|am|would|could|can, that is, they do|are|can|could|would, do`,
  ),
  no: wordsIn(`
no, save your|the|yourself, not really|now|yet|today|necessary|needed|interested|at|right|for, do not bother|need|want|send|call|think,
i would rather|prefer|sooner you|we|they|he|she|nobody did|do not, would rather you|they did not, i would rather not, i will pass, you need not, no need, i doubt it, spare me, rather not, no thanks, no thank, please do not, never, nothing, leave it, forget it,
stop, there is no need, i do not think so, i am good|fine|okay ..1 thanks|thank,
we are good|fine|okay ..1 thanks|thank, maybe later|another|some, another time, hold off, i|we can not, not interested
`),
} as const;

/** How a caller takes what the agent put to him, as frames that stand at the beginning of what he says. */
export const affirmed = wordsIn(`
yes, aye, och aye, exactly, correct, right, that is right|correct|it|about|the|us|me|spot|true|fair|fine,
sounds|sound about? right|correct|good, that sounds|sound right|correct|about, spot on, precisely, indeed, sure,
absolutely, about right|that, more or less, pretty much, give or take, give|yes or take, you got it, got it in one,
bang on, definitely, true, mhm, roughly, something like that, near enough, close enough, aha, of course, totally, si,
ja, oui, that would be right|it, just me, just the # of us, in a|the nutshell, i think so, i suppose so, i guess so,
# yes|exactly|right|correct|is, enrollment|the|those|these ..3 yes, that is, affirmative, very much so, you could say
`);
/** Before a "yes" that is none: "yes but no", "right so". */
export const denied = [
  'no',
  'not really|quite|exactly|yet|at',
  'wrong',
  'actually no',
  'nowhere near',
  'god no',
  'never',
  'hardly',
];
/** A yes only where nothing follows: "it is", not "it is a small firm". */
export const affirmedAlone = [
  'it is',
  'i am',
  'we are',
  'they are',
  'it would',
  'i do',
  'i can',
  'we do',
  'it does',
  'i would',
];
