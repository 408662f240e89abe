import { describe, expect, test } from 'vitest';
import type { Findings, Objection, Outcome } from '../../../analytics-worker/analysis/results.ts';
import type { ScoredCall } from '../../../analytics-worker/analysis/scores/call.ts';
import { qualityOf } from '../../../analytics-worker/analysis/scores/quality.ts';
import { call, findings, items, passages, signals } from './made.ts';

const scoreOf = (name: string, given: ScoredCall) =>
  qualityOf(given).components.find((one) => one.name === name)?.score;
const lines = (count: number, line: string) => Array.from({ length: count }, () => line);
const agent = (asking: number, others: number) => items(...lines(asking, 'a: how many?'), ...lines(others, 'a: good.'));
const objections = (standing: number, resolved = 0): Objection[] =>
  [...lines(standing, ''), ...lines(resolved, 'ok')].map((word) => ({
    ...{ item: 2, quote: 'his words', type: 'price' as const },
    ...{ resolved: word === 'ok', resolution: word === 'ok' ? { item: 2, quote: 'ok' } : null },
  }));
type Sentiment = Findings['sentiment'];
const sentiment = (scores: number[], over: Partial<Sentiment> = {}): Sentiment => ({
  ...findings().sentiment,
  segments: scores.map((score, index) => ({ from: index + 1, to: index + 1, overall: 'neutral', score })),
  ...over,
});

describe('questions asked', () => {
  test.each<[number, number, number]>([
    [0, 10, 0],
    [1, 9, 3.3],
    [2, 8, 6.7],
    [3, 7, 10],
    [5, 5, 10],
    [10, 0, 10],
    [1, 1, 10],
    [1, 4, 6.7],
    [1, 19, 1.7],
    [6, 94, 2],
  ])('in %s messages of the agent and none in %s', (asking, others, score) => {
    expect(scoreOf('questions_asked', call({ items: agent(asking, others) }))).toBe(score);
  });

  test('are not known of an agent without punctuation, unless an engine found one', () => {
    const plain = items('a: how many are you', 'u: ten?');
    expect(scoreOf('questions_asked', call({ items: plain }))).toBeNull();
    expect(
      scoreOf('questions_asked', call({ items: plain, found: { passages: passages('question', 1, 'team') } })),
    ).toBe(10);
  });
});

describe('active listening', () => {
  /** So many answers, of which the first ones take up what was said. */
  const answers = (all: number, listening: number) => ({
    items: items(...lines(all, '').flatMap(() => ['u: we are ten', 'a: ten people'])),
    found: { passages: lines(listening, '').flatMap((_, index) => passages('listening', 2 * index + 2, '')) },
  });
  test.each<[number, number, number]>([
    [10, 0, 0],
    [10, 1, 3.3],
    [10, 2, 6.7],
    [10, 3, 10],
    [10, 10, 10],
    [4, 1, 8.3],
    [5, 1, 6.7],
    [20, 1, 1.7],
    [20, 3, 5],
    [1, 1, 10],
  ])('in %s answers, %s of them', (all, listening, score) => {
    expect(scoreOf('active_listening', call(answers(all, listening)))).toBe(score);
  });

  test('of the caller is none of the agent, and without an answer it is not known', () => {
    expect(
      scoreOf(
        'active_listening',
        call({ items: items('u: hi', 'a: hi'), found: { passages: passages('listening', 1, '') } }),
      ),
    ).toBe(0);
    expect(scoreOf('active_listening', call({ items: items('a: hello', 'u: hi') }))).toBeNull();
  });
});

describe('interruptions', () => {
  test.each<[number, number, number]>([
    [1, 99, 9.7],
    [1, 19, 8.3],
    [1, 9, 6.7],
    [3, 17, 5],
    [1, 4, 3.3],
    [2, 8, 3.3],
    [1, 3, 1.7],
    [3, 7, 0],
    [5, 5, 0],
    [1, 0, 0],
  ])('of %s messages, and of %s not', (cut, whole, score) => {
    const given = call({ items: items(...lines(cut, 'a! well'), ...lines(whole, 'a: well')) });
    expect(scoreOf('interruptions', given)).toBe(score);
  });

  test('are not known where the transcript does not tell', () => {
    expect(scoreOf('interruptions', call())).toBeNull();
    const told = items('a: hello').map((item) => ({ ...item, interrupted: false }));
    expect(scoreOf('interruptions', call({ items: told }))).toBe(10);
  });
});

describe('dead air', () => {
  test.each<[number | null, number | null, number | null]>([
    [0, 100, 10],
    [4, 100, 10],
    [5, 100, 10],
    [10, 100, 7.5],
    [15, 100, 5],
    [20, 100, 2.5],
    [24, 100, 0.5],
    [25, 100, 0],
    [80, 100, 0],
    [null, 100, null],
    [5, null, null],
    [0, 0, null],
  ])('of %s s in %s s', (dead, whole, score) => {
    const seconds = (value: number | null) => (value === null ? null : value * 1_000);
    const times = { callerMs: null, agentMs: null, durationMs: seconds(whole), deadAirMs: seconds(dead) };
    expect(scoreOf('dead_air', call({ times }))).toBe(score);
  });
});

test.each<[number[], number | null]>([
  [[50, 50], 5],
  [[50, 75], 10],
  [[40, 10, 70], 10],
  [[50, 60], 7],
  [[50, 52], 5.4],
  [[60, 50], 3],
  [[75, 50], 0],
  [[90, 20], 0],
  [[90, 90, 90], 5],
  [[70], null],
  [[], null],
])('sentiment through %j gives a progression of %s', (scores, score) => {
  expect(scoreOf('sentiment_progression', call({ found: { sentiment: sentiment(scores) } }))).toBe(score);
});

describe('satisfaction', () => {
  const upset = (intensity: number, emotion: 'frustration' | 'anger' | 'enthusiasm' = 'frustration') => ({
    emotions: [{ item: 2, quote: 'his words', emotion, intensity }],
  });
  test.each<[Sentiment, number, number | null]>([
    [sentiment([50, 80]), 0, 8],
    [sentiment([90, 30]), 0, 3],
    [sentiment([], { score: 64 }), 0, 6.4],
    [sentiment([80], upset(0.5)), 0, 7],
    [sentiment([80], upset(0.9, 'anger')), 0, 6.2],
    [sentiment([80], upset(0.9, 'enthusiasm')), 0, 8],
    [sentiment([80]), 1, 7],
    [sentiment([80]), 5, 5],
    [sentiment([20], upset(0.9)), 3, 0],
    [sentiment([100]), 0, 10],
    [sentiment([], { confidence: 'low' }), 0, null],
  ])('of %j with %s standing objections is %s', (given, standing, score) => {
    const found = { sentiment: given, objections: objections(standing, 1) };
    expect(scoreOf('satisfaction', call({ found }))).toBe(score);
  });
});

describe("the agent's effectiveness", () => {
  const asked = (answered: number, open: number) => [
    ...passages('question', 2, ...lines(answered, 'a')).map((one) => ({ ...one, answered: true })),
    ...passages('question', 2, ...lines(open, 'b')).map((one) => ({ ...one, answered: false })),
  ];
  const of = (outcome: Outcome['outcome'], found: Partial<Findings> = {}, more: Partial<ScoredCall> = {}) =>
    call({ ...more, found: { ...found, outcome: { outcome, evidence: [] } } });
  test.each<[string, ScoredCall, number | null]>([
    ['a meeting', of('meeting'), 10],
    ['a follow-up', of('follow_up'), 8],
    ['no interest', of('no_interest'), 4],
    ['a hangup', of('hangup'), 0],
    ['a wrong number', of('wrong_number'), null],
    ['a meeting, 1 of 2 questions answered', of('meeting', { passages: asked(1, 1) }), 7.5],
    ['a wrong number, 2 of 3 questions answered', of('wrong_number', { passages: asked(2, 1) }), 6.7],
    ['a follow-up, 1 of 2 objections resolved', of('follow_up', { objections: objections(1, 1) }), 6.5],
    [
      'unsolved support, questions and objections all open',
      of('support_unresolved', { passages: asked(0, 2), objections: objections(1) }),
      0.7,
    ],
    [
      'a meeting, 1 of 4 signals known',
      of(
        'meeting',
        { signals: signals({ team_size: 3 }) },
        { asked: ['team_size', 'industry', 'urgency', 'location'] },
      ),
      6.3,
    ],
  ])('with %s', (_, given, score) => expect(scoreOf('agent_effectiveness', given)).toBe(score));
});

test('the score adds up as in docs/analysis-scores.md, without what a bare transcript cannot tell', () => {
  const given = call({
    items: items(
      'a: hello, how can i help?',
      'u: we are ten people and need it to work with salesforce',
      'a: ten people, it does.',
    ),
    found: {
      passages: [
        ...passages('listening', 3, ''),
        ...passages('question', 2, 'api').map((one) => ({ ...one, answered: true })),
      ],
      sentiment: sentiment([50, 60, 70]),
      outcome: { outcome: 'follow_up', evidence: [] },
    },
  });
  const got = qualityOf(given);
  expect(got.components.map(({ score }) => score)).toEqual([10, 10, 10, null, null, 10, 9, 7, 9]);
  expect(got.leftOut).toEqual(['interruptions', 'dead_air']);
  expect(got.score).toBe(9.3);
  expect(got.components.map(({ counted }) => counted)).toEqual([0.125, 0.125, 0.125, 0, 0, 0.125, 0.188, 0.125, 0.188]);
});
