import { expect, test } from 'vitest';
import { findGaps } from '../../../analytics-worker/analysis/rules/gaps/gaps.ts';
import { talk } from './calls.ts';

const found = (...lines: string[]) =>
  findGaps(talk(...lines))
    .map(({ item, kind }) => `${item} ${kind}`)
    .join(', ');

test.each([
  ['is it available in portuguese', "a: I don't have that information, I'm afraid.", '1 unanswered'],
  ['do you integrate with lexware', "a: I couldn't find anything about Lexware.", '1 empty_search'],
  [
    'what happens to my data when i cancel',
    "a: I'm not sure about that. Let me have a colleague confirm.",
    '1 unanswered',
  ],
  ['can i get a discount for charities', "a: I'd have to check with the sales team.", '1 unanswered'],
  ['where are your servers', "a: That's a question for our security team.", '1 unanswered'],
  ['how long does a migration take', "a: I can't say, it depends on things I don't know.", '1 unanswered'],
  ['does it do wet stamps', 'a: My search came up empty on that.', '1 empty_search'],
  ['can you tell me if sandbox accounts expire', "a: I'm afraid I don't know.", '1 unanswered'],
  ['i was wondering whether you are iso certified', "a: Our documentation doesn't mention that.", '1 empty_search'],
  [
    'whats the maximum file size',
    'a: Good question, someone from support will get back to you on that.',
    '1 unanswered',
  ],
  ['and the forms are they in french too or only english', "a: I don't have any details on that.", '1 unanswered'],
  ['do you support biometric signatures', "a: I'm unable to confirm that.", '1 unanswered'],
  ['how many templates can i have', 'a: As many as you like.', ''],
  ['do you have an app', "a: No, we don't have an app yet.", ''],
  ['does it work offline', 'a: No, it does not work offline.', ''],
  ['can i pay by invoice', 'a: Yes, that is possible on the yearly plan.', ''],
  ['we are five people', "a: Thank you. I don't have your name yet, who am I speaking to?", ''],
  ['is there a limit', 'a: There is none. Do you send a lot?', ''],
  ["i don't know how many we send", "a: That's fine.", ''],
])('%s %s', (asked, reply, expected) => expect(found(asked, reply)).toBe(expected));

test('a question asked again was not answered the first time', () => {
  const calls = [
    'do you work with sap',
    'a: How many people are you?',
    'six but do you work with sap',
    'a: Yes, we do.',
  ];
  expect(found(...calls)).toBe('1 repeated');
});

test('another question about the same thing is none', () => {
  expect(
    found('how much is the team plan', 'a: It is 20 a month.', 'what does the team plan include', 'a: Templates.'),
  ).toBe('');
});

test('a topic is the telling words of the question', () => {
  const [gap] = findGaps(talk('so um do you have a connector for lexware', "a: I don't have any information on that."));
  expect(gap).toMatchObject({ item: 1, topic: 'connector lexware' });
});

test.each<string[]>([
  ['3', 'does it support arabic', 'a: I am not certain, to be honest.'],
  ['3', 'hows your uptime', 'a: That is not something I have data on.'],
  ['3', 'do you ship the hardware to norway', 'a: I will have to get back to you on that one.'],
  ['3', 'is there a student rate', 'a: Hmm, nothing in my notes about that.'],
  ['3', 'what about notaries in florida', 'a: I would not want to give you a wrong answer there.'],
  ['3', 'so can two people sign at once', 'a: I could not tell you.'],
  ['3', 'whats your retention period', 'a: Unfortunately my information does not cover retention.'],
  ['3', 'any chance of a discount', 'a: Pricing exceptions are handled by sales, they would need to tell you.'],
  ['', 'do you have a free plan', 'a: We do not have a free plan, no.'],
  ['', 'can you see my account', 'a: Yes, I see it here.'],
  ['', 'is it expensive', 'a: I do not think so, it starts at ten dollars.'],
  ['', 'how do i reset it', 'a: I am not sure I follow, which password do you mean?'],
  ['', 'what do you mean', 'a: I mean the plan you are on.'],
  ['', 'do you know when it starts', 'a: On Monday.'],
  ['3', 'do you support opera', 'a: What documents do you send?', 'contracts but do you support opera', 'a: Yes.'],
])('%s: %s %s', (items, ...said) => {
  const gaps = findGaps(talk('hello', 'a: How can I help?', ...said));
  expect(gaps.map(({ item }) => item).join(', ')).toBe(items);
});

test.each([
  ['and can it capture a thumb print', "a: That's not something I can tell you from what I have."],
  ['who is building it', "a: Who's building it hasn't been shared with me."],
  ['what was your downtime', "a: A figure for that isn't among the things I'm given."],
  ['and the page can be in valenciano', "a: I don't find it in the list that I have."],
  ['does weatherbys take them', "a: I've no idea what they accept."],
])('%s stays open: %s', (asked, reply) => {
  expect(findGaps(talk('hello', 'a: Yes?', asked, reply)).map(({ item }) => item)).toEqual([3]);
});

test.each([
  ['we are a small firm', 'a: There is nothing for you to do.'],
  ["it's frank at the gym", "a: I can see the account, but I can't see payments."],
])('%s is no question: %s', (said, reply) => {
  expect(findGaps(talk('hello', 'a: Yes?', said, reply))).toEqual([]);
});
