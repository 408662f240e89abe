import { wordsIn } from './lines.ts';

/** How a caller takes what the agent put to him, as frames that stand at the beginning of what he says. */
export const affirmed = wordsIn(`
yes, exactly, correct, right, that is right|correct|it|about|the|us|me|spot|true|fair|fine,
sounds|sound about? right|correct|good, that sounds|sound right|correct|about, spot on, precisely, indeed, sure,
absolutely, about right|that, more or less, pretty much, give or take, give|yes or take, you got it, got it in one,
bang on, definitely, true, mhm, roughly, something like that, near enough, close enough, aha, of course, totally, si,
ja, oui, that would be right|it, just me, just the # of us, in a|the nutshell, i think so, i suppose so, i guess so,
# yes|exactly|right|correct|is, enrollment|the|those|these ..3 yes, that is, affirmative, you could say
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
