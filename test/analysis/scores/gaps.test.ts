import { describe, expect, test } from 'vitest';
import { contentGapsOf } from '../../../analytics-worker/analysis/scores/gaps.ts';
import { deadAirOf } from '../../../analytics-worker/analysis/scores/dead-air.ts';
import { groupSimilar, similarity } from '../../../analytics-worker/analysis/scores/similar.ts';
import { toolUseOf, type Search, type ToolCall } from '../../../analytics-worker/analysis/scores/tools.ts';
import { findings, passages } from './made.ts';

const search = (query: string, results: number, over: Partial<Search> = {}): Search => ({
  ...{ toolCallId: null, category: null, sources: results > 0 ? ['pricing.md'] : [] },
  ...{ query, results },
  ...over,
});

test.each([
  ['hipaa', 'hipaa', 1],
  ['HIPAA compliance', 'hipaa', 2 / 3],
  ['pricing for teams', 'team pricing', 1],
  ['salesforce integration pricing', 'salesforce integration', 0.8],
  ['salesforce integration', 'hubspot integration', 0.5],
  ['how do I do it', 'how do i do it', 1],
  ['what is it', 'who are you', 0],
  ['access', 'acces', 0],
  ['größen', 'größe', 0],
  ['', '', 1],
])('%j and %j are %s alike', (a, b, share) => expect(similarity(a, b)).toBeCloseTo(share));

test('similar queries are one group, in the order in which they come', () => {
  const queries = [
    'hipaa compliance',
    'price of sso',
    'hipaa',
    'sso prices',
    'hubspot integration',
    'salesforce integration',
  ];
  expect(groupSimilar(queries, (query) => query)).toEqual([
    ['hipaa compliance', 'hipaa'],
    ['price of sso', 'sso prices'],
    ['hubspot integration'],
    ['salesforce integration'],
  ]);
});

describe('content gaps', () => {
  const said = findings({
    contentGaps: [
      { item: 4, quote: 'are you hipaa compliant', kind: 'unanswered', topic: 'hipaa' },
      { item: 8, quote: 'and sms', kind: 'repeated', topic: 'sms reminders' },
    ],
    passages: [
      ...passages('question', 4, 'hipaa').map((one) => ({ ...one, answered: false })),
      ...passages('question', 10, 'fax').map((one) => ({ ...one, answered: false })),
      ...passages('question', 12, 'price').map((one) => ({ ...one, answered: true })),
    ],
  });
  const gaps = contentGapsOf(said, [
    search('hipaa compliance', 0, { category: 'security' }),
    search('hipaa', 0, { category: 'security' }),
    search('team pricing', 2, { category: 'pricing', sources: ['pricing.md', 'limits.md'] }),
    search('pricing for teams', 1, { category: 'pricing' }),
    search('discounts', 0, { category: 'pricing' }),
  ]);

  test('join what was said with what was searched for in vain', () => {
    expect(gaps.gaps.map(({ topic, count, kinds, queries }) => [topic, count, kinds, queries])).toEqual([
      ['hipaa', 3, { empty_search: 2, unanswered: 1 }, ['hipaa compliance', 'hipaa']],
      ['sms reminders', 1, { repeated: 1 }, []],
      ['fax', 1, { unanswered: 1 }, []],
      ['discounts', 1, { empty_search: 1 }, ['discounts']],
    ]);
    expect(gaps.gaps[0]?.evidence).toEqual([{ item: 4, quote: 'are you hipaa compliant' }]);
  });

  test('name areas in which nothing is found, repeated searches, and where answers came from', () => {
    expect(gaps.missingAreas).toEqual([{ name: 'security', count: 2 }]);
    expect(gaps.repeatedSearches).toEqual([
      ['hipaa compliance', 'hipaa'],
      ['team pricing', 'pricing for teams'],
    ]);
    expect(gaps.sources).toEqual([
      { name: 'pricing.md', count: 2 },
      { name: 'limits.md', count: 1 },
    ]);
  });

  test('of a call without any are empty', () => {
    expect(contentGapsOf(findings(), [])).toMatchObject({
      gaps: [],
      missingAreas: [],
      repeatedSearches: [],
      sources: [],
    });
  });
});

describe('tools', () => {
  const tool = (id: string, name: string, durationMs: number | null, isError = false): ToolCall => ({
    ...{ id, name, durationMs, isError },
  });
  const calls = [
    tool('1', 'search', 100),
    tool('2', 'search', 300),
    tool('3', 'search', null, true),
    tool('4', 'book', 50),
  ];
  const searches = [
    search('a', 3, { toolCallId: '1', category: 'pricing' }),
    search('b', 0, { toolCallId: '2', category: 'pricing' }),
    search('c', 1),
  ];

  test('are counted by name, with their time and their searches', () => {
    const { tools } = toolUseOf({ calls, searches, bookings: [] }, 'none');
    const times = { totalMs: 400, averageMs: 200, maxMs: 300 };
    const own = {
      searches: 2,
      found: 1,
      empty: 1,
      foundShare: 0.5,
      averageResults: 1.5,
      categories: [{ name: 'pricing', count: 2 }],
    };
    expect(tools).toEqual([
      { name: 'book', calls: 1, successes: 1, errors: 0, totalMs: 50, averageMs: 50, maxMs: 50, searches: null },
      { name: 'search', calls: 3, successes: 2, errors: 1, ...times, searches: own },
    ]);
  });

  test('searches count also without their tool, and are unknown without one', () => {
    expect(toolUseOf({ calls, searches, bookings: [] }, 'none').searches).toMatchObject({
      searches: 3,
      found: 2,
      empty: 1,
    });
    expect(toolUseOf({ calls, searches: [], bookings: [] }, 'none').searches).toMatchObject({
      ...{ searches: 0, foundShare: null, averageResults: null },
    });
  });

  test.each([
    ['tier_1', 0],
    ['tier_2', 2],
    ['none', 2],
  ] as const)('bookings of a caller of %s', (tier, unqualified) => {
    const bookings = [{ success: true }, { success: false }, { success: true }];
    expect(toolUseOf({ calls: [], searches: [], bookings }, tier).bookings).toEqual({ tried: 3, made: 2, unqualified });
  });
});

test.each<[string, [number, number][], number]>([
  ['nothing said', [], 60_000],
  [
    'silence before, between and after',
    [
      [3_000, 10_000],
      [12_000, 20_000],
    ],
    45_000,
  ],
  [
    'short silences',
    [
      [1_999, 30_000],
      [31_999, 59_000],
    ],
    0,
  ],
  [
    'both at once',
    [
      [0, 40_000],
      [10_000, 20_000],
      [42_000, 60_000],
    ],
    2_000,
  ],
  [
    'out of order',
    [
      [42_000, 60_000],
      [0, 40_000],
    ],
    2_000,
  ],
  ['beyond the end', [[0, 90_000]], 0],
])('dead air with %s', (_, spans, dead) => {
  const speech = spans.map(([fromMs, toMs]) => ({ fromMs, toMs }));
  expect(deadAirOf(speech, 0, 60_000)).toBe(dead);
});
