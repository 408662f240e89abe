import { expect, test } from 'vitest';
import { hearActions } from '../../../analytics-worker/analysis/rules/actions/heard.ts';
import { findOutcome } from '../../../analytics-worker/analysis/rules/outcome/outcome.ts';
import { talk } from './calls.ts';

const outcomeOf = (lines: string[]) => {
  const call = talk(...lines);
  return findOutcome(call, hearActions(call)).outcome;
};

test.each<[string, string[]]>([
  ['voicemail', ['a: Hello, this is Ada.', "you've reached ben please leave a message after the beep"]],
  ['voicemail', ['a: Hello.', 'the person you are calling is not available at the tone please record your message']],
  [
    'wrong_number',
    ['a: Quillmark, hello.', 'is this the pharmacy', 'a: No, you may have the wrong number.', 'oh sorry bye'],
  ],
  ['wrong_number', ['a: Hello, how can I help?', 'oh sorry wrong number bye']],
  ['wrong_number', ['a: Hello.', 'i want a pizza', 'a: We are another company, I think.', 'wrong number then sorry']],
  [
    'meeting',
    ['a: How about Tuesday at ten?', 'yes that works', 'a: Great, you are booked for Tuesday at ten.', 'bye'],
  ],
  ['meeting', ['hi', "a: Would Friday at three o'clock work for a demo?", 'perfect', 'a: Lovely.', 'bye']],
  ['meeting', ['hi', 'a: Paul will show you the product tomorrow at noon sharp, at 12.', 'great bye']],
  ['follow_up', ['can you send me prices', "a: I'll email you the price list today.", 'thanks bye']],
  ['follow_up', ['hi', 'a: A colleague will call you next week.', 'okay bye']],
  ['follow_up', ["i'll talk to my boss and call you back", 'a: Of course. Goodbye.']],
  [
    'no_interest',
    ['who is this', 'a: Quillmark, e-signatures.', "we're not interested thanks", 'a: All right. Goodbye.'],
  ],
  ['no_interest', ['hi', 'a: Would you like to see it?', "no thanks we're happy with paper", 'a: Goodbye.', 'bye']],
  ['no_interest', ['hi', 'a: Shall I call next year?', 'take me off your list', "a: I'll remove you today.", 'bye']],
  [
    'disqualified',
    ['do you do wills', 'a: Hello.', 'well', 'a: We only do contracts, so it would not be right for you.', 'okay bye'],
  ],
  ['disqualified', ["hi i'm a student i am writing a thesis on signing", 'a: Nice.', 'thanks bye']],
  [
    'support_resolved',
    ["i can't log in", 'a: Try to reset the password.', 'oh it works now thanks', 'a: Great.', 'bye'],
  ],
  ['support_resolved', ['my link expired', 'a: Choose resend.', 'okay got it now brilliant bye']],
  ['support_unresolved', ['it keeps saying error', "a: I'll open a ticket, an engineer will call you.", 'fine bye']],
  ['support_unresolved', ['we got charged twice', "a: I can't see payments.", 'great so nobody helps me bye']],
  ['hangup', ['hello', 'a: How many people are you?', 'well we are about', 'a: Hello, are you still there?']],
  ['hangup', ['a: Hello, this is Ada.', 'is this a robot', 'a: Yes.', "i'm hanging up"]],
  ['hangup', ['we have a question about', 'a: Yes?', 'the templates and how they']],
])('%s: %s', (outcome, lines) => expect(outcomeOf(lines)).toBe(outcome));

test('evidence is the words that decide it', () => {
  const call = talk('hi', 'a: Shall we meet?', 'tuesday at ten', 'a: Done, Tuesday at ten is booked.', 'bye');
  expect(findOutcome(call, []).evidence).toEqual([{ item: 4, quote: 'Tuesday at ten is booked' }]);
});

test.each<string[]>([
  [
    'meeting',
    'hi',
    'a: Hello.',
    'can i get a demo',
    'a: Sure, Wednesday at two or Thursday at ten?',
    'thursday at ten',
    'a: Great, it is in the calendar.',
    'bye',
  ],
  ['follow_up', 'hi', 'a: Hello.', 'send me the pricing', 'a: Will do, I will email it now.', 'ok thanks'],
  ['no_interest', 'hi', 'a: Hello, interested in e-signing?', 'nah we are good', 'a: Okay, bye.'],
  ['no_interest', 'hi', 'a: It is 30 a month.', 'thats way too much for me thanks anyway', 'a: No problem, bye.'],
  ['support_resolved', 'i forgot my password', 'a: Click forgot password.', 'okay yep im in thanks', 'a: Great.'],
  [
    'support_unresolved',
    'my documents disappeared',
    'a: I cannot see them either, I will raise it with the engineers.',
    'that is not good enough',
    'a: Sorry.',
    'bye',
  ],
  [
    'disqualified',
    'we need a notary for real estate in texas',
    'a: I am afraid we do not offer notary services, so we are not a fit.',
    'okay thanks bye',
  ],
  [
    'voicemail',
    'hi this is jim sorry i missed you leave me your number and i will call you back',
    'a: Hello Jim, this is Ada, I will try again tomorrow.',
  ],
  // Who tells of a voicemail is none.
  [
    'no_interest',
    'hi i run a garage',
    'a: What can I do for you?',
    'everything goes to voicemail and we write it on paper',
    'a: I see.',
    'bye',
  ],
  ['wrong_number', 'is this dr patels office', 'a: No, this is Quillmark. You have the wrong number.', 'oops sorry'],
  ['meeting', 'hi', 'a: Helen could show you on Wednesday at ten.', 'wednesday is no good make it thursday'],
  [
    'meeting',
    'hi',
    'a: Our Tonye can be with you on Friday by twelve.',
    'friday by twelve is set he should come hungry',
  ],
  ['meeting', 'hi', "a: You're in for tomorrow at eleven, and I'll text you the link.", 'legend'],
  ['follow_up', 'send it to alice', "a: I'll mail her a guide today.", "it ain't gonna happen till the spring"],
  ['follow_up', 'go on', "a: It'll be in your inbox within the hour.", 'cheers pal'],
  ['support_resolved', 'the code goes to the wrong phone', 'a: Press Change and save.', "he's got it he says he's in"],
  ['hangup', 'yeah so we have', 'a: Yes?', 'hold on', 'a: Hello? Are you there?'],
])('%s: %s …', (outcome, ...lines) => expect(outcomeOf(lines)).toBe(outcome));
