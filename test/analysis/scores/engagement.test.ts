import { describe, expect, test } from 'vitest';
import type { Outcome, Passage } from '../../../analytics-worker/analysis/results.ts';
import type { ScoredCall } from '../../../analytics-worker/analysis/scores/call.ts';
import { engagementOf } from '../../../analytics-worker/analysis/scores/engagement.ts';
import { qualityOf } from '../../../analytics-worker/analysis/scores/quality.ts';
import { call, items, passages, wordCounts } from './made.ts';

const scoreOf = (name: string, given: ScoredCall) =>
  engagementOf(given).components.find((one) => one.name === name)?.score;
const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);
const times = (callerMs: number | null, agentMs: number | null) => ({
  ...{ callerMs, agentMs, durationMs: null, deadAirMs: null },
});

describe('participation, which is also the turn balance of quality', () => {
  test.each([
    [100, 0, 0],
    [90, 10, 2.5],
    [80, 20, 5],
    [70, 30, 7.5],
    [60, 40, 10],
    [50, 50, 10],
    [30, 70, 10],
    [15, 85, 5],
    [3, 97, 1],
    [0, 100, 0],
  ])('at %s words of the agent and %s of the caller is %s', (agent, caller, score) => {
    const given = call({ items: wordCounts(agent, caller) });
    expect(scoreOf('participation', given)).toBe(score);
    expect(qualityOf(given).components[0]).toMatchObject({ name: 'turn_balance', score });
  });

  test.each([
    [20_000, 80_000, 5],
    [40_000, 60_000, 10],
    [0, 60_000, 0],
    [null, 60_000, 10],
    [0, 0, 10],
  ])('goes by talk time of %s and %s ms where both are known, else by words', (callerMs, agentMs, score) => {
    const given = call({ items: wordCounts(50, 50), times: times(callerMs, agentMs) });
    expect(scoreOf('participation', given)).toBe(score);
  });
});

test.each([0, 1, 2, 3, 4, 5, 6, 8, 12, 40])('%s questions of the caller are 2.5 each, 10 at most', (count) => {
  const found = { passages: passages('question', 2, ...names(count)) };
  expect(scoreOf('questions', call({ found }))).toBe(Math.min(10, count * 2.5));
});

test('questions of the agent, and of an item that is not there, are none of the caller', () => {
  const found = { passages: [...passages('question', 1, 'a'), ...passages('question', 77, 'b')] };
  expect(scoreOf('questions', call({ found }))).toBe(0);
});

describe('exploration', () => {
  test.each<[string, Passage[], number]>([
    ['nothing', [], 0],
    ['one topic', passages('topic', 2, 'pricing'), 2],
    ['one topic twice', passages('topic', 2, 'pricing', 'Pricing'), 2],
    ['a topic of the agent', passages('topic', 1, 'templates'), 2],
    ['a topic that is also asked for', [...passages('topic', 2, 'api'), ...passages('feature_request', 2, 'api')], 2],
    ['two without a name', passages('topic', 2, '', ''), 4],
    ['a topic and a comparison', [...passages('topic', 2, 'api'), ...passages('comparison_request', 2, 'docusign')], 4],
    ['four features', passages('feature_request', 2, ...names(4)), 8],
    ['five topics', passages('topic', 2, ...names(5)), 10],
    ['nine topics', passages('topic', 2, ...names(9)), 10],
  ])('of %s', (_, all, score) => expect(scoreOf('exploration', call({ found: { passages: all } }))).toBe(score));
});

describe('affirmations', () => {
  test.each<[number, number, number]>([
    [0, 0, 0],
    [1, 0, 2],
    [2, 0, 4],
    [0, 1, 2],
    [1, 1, 4],
    [2, 1, 6],
    [4, 0, 8],
    [3, 2, 10],
    [5, 0, 10],
    [9, 4, 10],
  ])('of %s and %s buying signals', (affirmed, buying, score) => {
    const all = [...passages('affirmation', 2, ...names(affirmed)), ...passages('buying_signal', 2, ...names(buying))];
    expect(scoreOf('affirmations', call({ found: { passages: all } }))).toBe(score);
  });
});

describe('completion, which is also the natural ending of quality', () => {
  const ended = (outcome: Outcome['outcome'], more: Partial<ScoredCall> = {}) =>
    call({ ...more, found: { outcome: { outcome, evidence: [] } } });
  test.each<[string, ScoredCall, number | null]>([
    ['a meeting', ended('meeting'), 10],
    ['no interest', ended('no_interest'), 10],
    ['a wrong number', ended('wrong_number'), 10],
    ['somebody who hung up after the goodbye', ended('follow_up', { endReason: 'caller_hung_up' }), 10],
    ['a transfer', ended('support_unresolved', { endReason: 'transferred' }), 10],
    ['a hangup', ended('hangup'), 0],
    ['a voicemail', ended('voicemail'), null],
    ['a line that broke', ended('meeting', { endReason: 'line_lost' }), 0],
    ['last words that were cut off', ended('meeting', { items: items('u: hi', 'a! good') }), 5],
    ['nothing said', ended('meeting', { items: [] }), null],
  ])('of %s', (_, given, score) => {
    expect(scoreOf('completion', given)).toBe(score);
    expect(qualityOf(given).components.find(({ name }) => name === 'natural_ending')?.score).toBe(score);
  });
});

test('the score adds up as in docs/analysis-scores.md', () => {
  const given = call({
    items: wordCounts(70, 30),
    found: {
      passages: [
        ...passages('question', 2, 'price', 'api', 'trial'),
        ...passages('topic', 2, 'price', 'api', 'templates'),
        ...passages('affirmation', 2, '', ''),
      ],
    },
  });
  expect(engagementOf(given)).toMatchObject({ score: 7, leftOut: [] });
  expect(engagementOf(given).components.map(({ score }) => score)).toEqual([7.5, 7.5, 6, 4, 10]);
});

test('nothing said, and a voicemail, are no conversation', () => {
  const voicemail = call({ found: { outcome: { outcome: 'voicemail', evidence: [] } } });
  for (const given of [call({ items: [] }), voicemail]) {
    expect(engagementOf(given)).toMatchObject({ score: null, leftOut: { length: 5 } });
    expect(qualityOf(given)).toMatchObject({ score: null, leftOut: { length: 9 } });
  }
});
