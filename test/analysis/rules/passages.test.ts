import { expect, test } from 'vitest';
import { findGaps } from '../../../analytics-worker/analysis/rules/gaps/gaps.ts';
import { findPassages } from '../../../analytics-worker/analysis/rules/passages/passages.ts';
import { talk } from './calls.ts';

const passages = (...lines: string[]) => {
  const call = talk(...lines);
  return findPassages(call, findGaps(call));
};

test.each([
  ['buying_signal', 'how soon can we start', ''],
  ['buying_signal', "okay let's do it send me the contract", ''],
  ['buying_signal', 'what are the next steps', ''],
  ['feature_request', 'do you have bulk sending', 'bulk_send'],
  ['feature_request', 'it would be nice to have reminders', 'reminders'],
  ['feature_request', 'can it do single sign on', 'sso'],
  ['stakeholder', 'my boss has to see it too', 'boss'],
  ['stakeholder', "i'd have to show it to our cfo", 'finance'],
  ['switching_barrier', 'all our templates are in docusign', ''],
  ['switching_barrier', "we're locked in until december", ''],
  ['comparison_request', 'how are you different from docusign', 'docusign'],
  ['affirmation', 'exactly', ''],
  ['affirmation', 'that makes sense', ''],
  ['clarification', 'sorry could you repeat that', ''],
  ['clarification', "i didn't catch that", ''],
  ['topic', 'what does it cost per user', 'pricing'],
])('%s: %s', (kind, said, about) => {
  const found = passages('a: Hello.', said).filter((passage) => passage.kind === kind);
  expect(found.map((passage) => passage.about)).toContain(about);
  for (const { quote } of found) expect(said).toContain(quote);
});

test.each([
  'a: I see. How many are you?',
  'a: Sorry to hear that. What happened?',
  'a: So you are five people, right?',
])('the agent listens: %s', (said) => expect(passages('hi', said).map(({ kind }) => kind)).toContain('listening'));

test('a question knows whether it was answered', () => {
  const found = passages('do you support eidas', "a: I don't have that information.", 'is there an app', 'a: Yes.');
  expect(found.filter(({ kind }) => kind === 'question').map(({ answered }) => answered)).toEqual([false, true]);
});

test('each topic once, and in the order of the call', () => {
  const found = passages('what is the price', 'a: 20.', 'and the price per year', 'a: 200.', 'is my data secure');
  expect(found.filter(({ kind }) => kind === 'topic').map(({ about }) => about)).toEqual(['pricing', 'security']);
  expect(found.map(({ item }) => item)).toEqual(found.map(({ item }) => item).toSorted((a, b) => a - b));
});
