import { describe, expect, it } from 'vitest';
import type { Lead, Timeline, Turn } from '../../api/types.ts';
import { csvOf } from '../../dashboard/src/pages/calls/csv.ts';
import { colsOf, columnsOf, parseCallsSearch, STANDARD_COLUMNS } from '../../dashboard/src/pages/calls/search.ts';
import {
  apart,
  groupMarks,
  overlapsOf,
  silencesOf,
  ticksOf,
} from '../../dashboard/src/pages/call/timeline/geometry.ts';
import { comparisonsOf } from '../../dashboard/src/pages/call/turn/reading.ts';
import { parseCallSearch } from '../../dashboard/src/pages/call/search.ts';
import { visitsOf } from '../../dashboard/src/pages/call/tabs/visits.ts';
import { equationOf, reasonsOf } from '../../dashboard/src/pages/leads/reasons.ts';

describe('export', () => {
  it('makes formulas text, and quotes what would break a line', () => {
    const csv = csvOf(['caller'], [['=cmd|calc'], ['+49 30'], [' @x'], ['Evil; "Corp"'], ['two\nlines'], ['Dana']]);
    expect(csv).toBe(`\uFEFFcaller\r\n'=cmd|calc\r\n'+49 30\r\n' @x\r\n"Evil; ""Corp"""\r\n"two\nlines"\r\nDana\r\n`);
  });
});

describe('columns', () => {
  it('are kept in the address, the first always, the standard ones unsaid', () => {
    expect(columnsOf('score,nonsense,channel')).toEqual(['caller', 'channel', 'score']);
    expect(colsOf(['score', 'caller'])).toBe('caller,score');
    expect(colsOf(STANDARD_COLUMNS.toReversed())).toBeUndefined();
    expect(columnsOf(undefined)).toEqual(STANDARD_COLUMNS);
    expect(columnsOf(undefined, 'slowest'), 'what the list is sorted by is shown').toContain('slowest');
    expect(columnsOf(undefined, 'dearest')).toContain('cost');
    expect(columnsOf('score', 'slowest')).toEqual(['caller', 'score']);
    expect(columnsOf(colsOf(STANDARD_COLUMNS, 'slowest'), 'slowest'), 'and can be hidden').toEqual(STANDARD_COLUMNS);
  });
});

describe('addresses', () => {
  it('keep only what is valid', () => {
    expect(parseCallsSearch({ badge: 'hot', status: 'gone', sort: 'drop table', q: 'price' })).toEqual({
      badge: 'hot',
      q: 'price',
    });
    expect(parseCallsSearch({ outcome: 'meeting', sort: 'slowest' })).toEqual({ outcome: 'meeting', sort: 'slowest' });
    expect(parseCallsSearch({ outcome: 'won' })).toEqual({});
    expect(parseCallSearch({ turn: '3', tab: 'score', item: 'i' })).toEqual({ turn: 3, tab: 'score', item: 'i' });
    expect(parseCallSearch({ turn: '-1', tab: 'nope' })).toEqual({});
    expect(parseCallSearch({ turn: '0' })).toEqual({ turn: 0 });
  });
});

const span = (lane: 'caller' | 'agent', fromMs: number, toMs: number): Timeline['spans'][number] => ({
  lane,
  fromMs,
  toMs,
  interrupted: false,
  turn: null,
});

describe('timeline', () => {
  it('finds when both spoke and when nobody did', () => {
    const spans = [span('agent', 0, 4000), span('caller', 3500, 5000), span('agent', 8000, 9000)];
    expect(overlapsOf(spans)).toEqual([{ fromMs: 3500, toMs: 4000 }]);
    expect(silencesOf(spans)).toEqual([{ fromMs: 5000, toMs: 8000 }]);
    expect(silencesOf([])).toEqual([]);
  });

  it('joins marks of one kind that would lie on each other, and counts only them', () => {
    const marks = [
      { kind: 'tool', atMs: 100, label: 'a' },
      { kind: 'signal', atMs: 120, label: 'b' },
      { kind: 'tool', atMs: 150, label: 'c' },
      { kind: 'tool', atMs: 900, label: 'd' },
    ] as const;
    const groups = groupMarks([...marks], 60);
    expect(groups.map(({ kind, marks: { length } }) => [kind, length])).toEqual([
      ['tool', 2],
      ['signal', 1],
      ['tool', 1],
    ]);
  });

  it('sets signs that would lie on each other side by side, in the order of time', () => {
    expect(apart([0, 5, 6, 100], [14, 24, 14, 14])).toEqual([0, 14, 38, 100]);
  });

  it('has round ticks at every length', () => {
    expect(ticksOf(45_000, 1000)).toEqual([0, 5000, 10_000, 15_000, 20_000, 25_000, 30_000, 35_000, 40_000, 45_000]);
    expect(ticksOf(36_000_000, 300).length).toBeLessThan(6);
  });
});

describe('reported beside believed', () => {
  const part = (name: Turn['parts'][number]['part'], fromMs: number, toMs: number) => ({
    part: name,
    name: '',
    fromMs,
    toMs,
    durationMs: toMs - fromMs,
  });
  const turn = {
    parts: [part('end_of_turn', 0, 512), part('model', 512, 724), part('tool', 724, 1127), part('model', 1127, 1277)],
    reported: { eouDelayMs: 512, transcriptionDelayMs: 480, llmTtftMs: 212, ttsTtfbMs: 80 },
    totalLatencyMs: 797,
    heardMs: 1379,
  } as Turn;
  const believed = (of: Turn) => comparisonsOf(of).map(({ believedMs }) => believedMs);

  it('adds every model call, and knows that a transcription cost nothing', () => {
    expect(believed(turn)).toEqual([512, 0, 362, 0, 1379]);
  });

  it('knows nothing of a turn without a waterfall', () => {
    expect(believed({ ...turn, parts: [], heardMs: null })).toEqual([null, null, null, null, null]);
  });
});

describe('why a lead has its score', () => {
  const line = (signal: string, points: number, quote: string | null, known = true): Lead['points'][number] => ({
    ...{ signal, points, quote, known, value: known ? 12 : null, maxPoints: 25, itemId: quote && 'i' },
  });

  it('is all that is known, a sentence that says two things once', () => {
    const points = [
      line('team_size', 25, 'twelve of us, 300 a month'),
      line('monthly_volume', 20, 'twelve of us, 300 a month'),
      line('integration_needs', 0, 'no CRM'),
      line('budget_authority', 5, null),
      line('decision_timeline', 0, null, false),
    ];
    expect(reasonsOf(points)).toEqual([
      { quote: 'twelve of us, 300 a month', itemId: 'i', gave: 'Team size +25, Monthly volume +20' },
      { quote: 'no CRM', itemId: 'i', gave: 'Integration needs +0' },
      { quote: null, itemId: null, gave: 'Budget authority 12 +5' },
    ]);
    const sum = { points: 50, maxPoints: 95 };
    expect(equationOf({ points, sum, score: 53 })).toBe('25 + 20 + 5 = 50 of 95 points: 53 of 100');
    expect(equationOf({ points: points.slice(0, 1), sum, score: 53 })).toBe('50 of 95 points: 53 of 100');
    expect(equationOf({ points, sum: null, score: null })).toBe(null);
  });
});

describe('who read a call', () => {
  it('is one line a visit, with all that was read in it', () => {
    const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2) + seconds * 1000).toISOString();
    const read = (seconds: number, what: string, by = 'ann') => ({ at: at(seconds), by, what });
    const reads = [read(0, 'transcript'), read(1, 'quotes'), read(2, 'live', 'ben'), read(40, 'quotes')];
    expect(visitsOf([...reads, read(200, 'transcript')])).toEqual([
      { by: 'ann', from: at(0), to: at(40), what: ['transcript', 'quotes'], times: 3 },
      { by: 'ben', from: at(2), to: at(2), what: ['live'], times: 1 },
      { by: 'ann', from: at(200), to: at(200), what: ['transcript'], times: 1 },
    ]);
  });
});
