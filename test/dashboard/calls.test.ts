import { describe, expect, it } from 'vitest';
import type { Timeline, Turn } from '../../api/types.ts';
import { csvOf } from '../../dashboard/src/pages/calls/csv.ts';
import { colsOf, columnsOf, parseCallsSearch, STANDARD_COLUMNS } from '../../dashboard/src/pages/calls/search.ts';
import { groupMarks, overlapsOf, silencesOf, ticksOf } from '../../dashboard/src/pages/call/timeline/geometry.ts';
import { comparisonsOf } from '../../dashboard/src/pages/call/turn/reading.ts';
import { parseCallSearch } from '../../dashboard/src/pages/call/search.ts';
import { byQuote } from '../../dashboard/src/pages/leads/sentences.ts';

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
    expect(columnsOf(undefined)).toBe(STANDARD_COLUMNS);
  });
});

describe('addresses', () => {
  it('keep only what is valid', () => {
    expect(parseCallsSearch({ badge: 'hot', status: 'gone', sort: 'drop table', q: 'price' })).toEqual({
      badge: 'hot',
      q: 'price',
    });
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

  it('joins marks that would lie on each other, and shows the worst', () => {
    const marks = [
      { kind: 'signal', atMs: 100, label: 'a' },
      { kind: 'error', atMs: 150, label: 'b' },
      { kind: 'tool', atMs: 900, label: 'c' },
    ] as const;
    const groups = groupMarks([...marks], 60);
    expect(groups.map(({ kind, marks: { length } }) => [kind, length])).toEqual([
      ['error', 2],
      ['tool', 1],
    ]);
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

describe('sentences of a lead', () => {
  it('are shown once where one says two things', () => {
    const said = { quote: 'twelve of us, 300 a month', itemId: 'i' };
    const sentences = [
      { signal: 'team_size', points: 25, ...said },
      { signal: 'monthly_volume', points: 20, ...said },
    ];
    expect(byQuote(sentences)).toEqual([{ ...said, gave: 'Team size +25, Monthly volume +20' }]);
  });
});
