import { describe, expect, it } from 'vitest';
import { booksSection, whyUnbalanced } from '../../deploy/demo/books-section.ts';
import { describeVendors } from '../../deploy/demo/cast.ts';
import { columns, ending, heading, ms, plain, short } from '../../deploy/demo/format.ts';
import { latencySection } from '../../deploy/demo/latency-section.ts';

const book = {
  ...{ call_id: 'c', producer_kind: 'collector', producer_instance: 'i', closed_by: 'self' },
  ...{ published: 3, stored: 3, dead_lettered: 0, declared_gaps: 0, missing: [] as number[] },
  state: 'balanced' as 'balanced' | 'unbalanced' | 'open' | 'uncounted',
};
const sums = { published: null, stored: 4, dead_lettered: 1, declared_gaps: 2 };
const total = { ...sums, calls: 3, producers: 3, balanced: 1, unbalanced: 1, open: 1, uncounted: 0, unknown: 1 };

describe('the books of the summary', () => {
  it('say in the last line how many balance, and that an unknown number is unknown', () => {
    const [text] = booksSection([{ name: 'ann', row: book }], total);
    expect(text?.split('\n').at(-1)).toMatch(/^ {2}all +unknown +4 +1 +2 {2}1 balanced, 1 unbalanced, 1 open$/);
  });

  it('leave out what somebody else counts', () => {
    expect(booksSection([{ name: 'ann', row: { ...book, state: 'uncounted' } }], undefined)[0]).not.toContain('ann');
  });

  it('give the reason, with the numbers of what is missing', () => {
    const rows = [
      { name: 'ann', row: { ...book, stored: 1, missing: [2, 3], state: 'unbalanced' as const } },
      { name: 'ben', row: { ...book, published: null, state: 'open' as const } },
      { name: 'cy', row: book },
    ];
    const stored = [{ name: 'cy', row: { call_id: 'c', stored: 4, events: 3, written: 4 } }];
    expect(whyUnbalanced(rows, stored)).toEqual([
      'ann: its collector is unbalanced, missing 2 3',
      'ben: its collector is open',
      'cy: 3 events are stored in 4 rows',
    ]);
    expect(whyUnbalanced([{ name: 'cy', row: book }], [])).toEqual([]);
  });
});

describe('the latency of the summary', () => {
  const numbers = { avg_ms: 1, p50_ms: 1, p95_ms: 2, p99_ms: 3, max_ms: 4 };
  const none = { avg_ms: null, p50_ms: null, p95_ms: null, p99_ms: null, max_ms: null };

  it('counts excluded turns, which have no basis, to the heard latency, and says what they are', () => {
    const rows = [
      { measure: 'heard_latency' as const, basis: '', n: 0, excluded: 3, missing: 0, ...none },
      { measure: 'heard_latency' as const, basis: 'agent_playout', n: 7, excluded: 1, missing: 0, ...numbers },
    ];
    const turns = ['greeting', 'greeting', '', 'cut_off', 'new_reason'].map((excluded) => ({ excluded }));
    const [table, reasons] = latencySection(rows, turns, [], []);
    expect(table).toMatch(/heard latency \(agent playout\) +1 ms +2 ms +3 ms +4 ms +7 +4 +0$/m);
    expect(reasons).toContain('2 greetings, 1 turn that the line cut off, 1 new reason');
  });
});

describe('vendors', () => {
  it('are said to be emulated or real, and what to set for the rest', () => {
    expect(describeVendors(false, { OPENAI_API_KEY: 'k' })).toBe(
      'Deepgram, OpenAI, ElevenLabs: emulated on this machine, by their protocols.',
    );
    expect(describeVendors(true, { OPENAI_API_KEY: 'k' }).split('\n')).toEqual([
      'OpenAI: the real ones.',
      'Deepgram, ElevenLabs: emulated on this machine, by their protocols.',
      'For the real ones set DEEPGRAM_API_KEY, ELEVEN_API_KEY.',
    ]);
  });
});

describe('text', () => {
  it('has a sentence under each title', () => {
    expect(heading({ title: 'Calls', about: 'One line a call.' })).toBe('\nCalls\n─────\n  One line a call.');
  });

  it('stands in columns, numbers to the right', () => {
    const rows = [
      ['ann', '5 ms', 'x'],
      ['benjamin', '-', 'yy'],
    ];
    expect(columns(rows, { head: ['who', 'waited', ''] }).split('\n')).toEqual([
      '  who       waited',
      '  ann         5 ms  x',
      '  benjamin       -  yy',
    ]);
  });

  it('does not take unknown for zero', () => {
    expect([ms(null), ms(0), ms(12.6)]).toEqual(['-', '0 ms', '13 ms']);
  });

  it('is cut at its end or at its beginning', () => {
    expect(short('one two  three', 8)).toBe('one two…');
    expect(ending('one two  three', 6)).toBe('…three');
    expect(short('one', 3)).toBe('one');
  });

  it('writes values as a person does', () => {
    expect([plain(12), plain('this_week'), plain(['salesforce', 'api']), plain(null)]).toEqual([
      '12',
      'this week',
      'salesforce, api',
      'null',
    ]);
  });
});
