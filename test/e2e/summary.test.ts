import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PARTS as DASHBOARD_PARTS } from '../../dashboard/src/format/words.ts';
import { alertsSection } from '../../deploy/demo/alerts-section.ts';
import { alertLine, type AlertRow } from '../../deploy/demo/alerts.ts';
import { booksSection, whyUnbalanced } from '../../deploy/demo/books-section.ts';
import { callerOf } from '../../deploy/demo/callers.ts';
import { castOfCallers, describeVendors } from '../../deploy/demo/cast.ts';
import { columns, ending, heading, ms, plain, short, wrap } from '../../deploy/demo/format.ts';
import { latencySection } from '../../deploy/demo/latency-section.ts';
import { createLiveLog } from '../../deploy/demo/live-log.ts';
import { PARTS, slowestSection } from '../../deploy/demo/slowest-section.ts';
import { projectRoot } from '../../deploy/local/child.ts';

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
    expect(table).toMatch(/Heard latency \(agent playout\) +1 ms +2 ms +4 ms +7 +4 +0$/m);
    expect(reasons).toContain('2 greetings, 1 turn that the line cut off, 1 new reason');
  });
});

describe('the longest wait of the summary', () => {
  const turn = { call_id: 'c', turn: 2, heard_ms: 2_871, excluded: '' };
  const part = { call_id: 'c', turn: 2, position: 0, from_ms: 0, to_ms: 0, name: '' };
  const parts = [
    { ...part, part: 'end_of_turn', duration_ms: 340 },
    { ...part, part: 'model', name: 'gpt', duration_ms: 2_528 },
    { ...part, part: 'playout', duration_ms: 0.2 },
    { ...part, part: 'unexplained', duration_ms: 2.8 },
  ];
  const usual = (_: string, name: string) => (name === 'model' ? 400 : 340);
  const known = { nameOf: () => 'Mina Sato (slow-model)', agentOf: () => 'agent', usual };

  it('names the caller, the cause as the dashboard finds it, and the parts in its words', () => {
    const others = [
      { ...turn, turn: 1, heard_ms: 900 },
      { ...turn, turn: 3, heard_ms: 9_000, excluded: 'cut_off' },
    ];
    expect(
      slowestSection([...others, turn], parts, known)
        .join('\n')
        .split('\n'),
    ).toEqual([
      '  the longest wait: Mina Sato (slow-model), turn 2, 2.87 s',
      '    why: the model, 2.5 s of 2.9 s; usually 400 ms',
      '    340 ms  Wait for end of turn',
      '    2.53 s  Model (gpt)',
      '      3 ms  Unexplained',
    ]);
    expect(slowestSection([], [], known)).toEqual([]);
  });

  it('calls the parts what the dashboard calls them', () => {
    expect(PARTS).toEqual(Object.fromEntries(DASHBOARD_PARTS.map(({ name, label }) => [name, label])));
  });
});

describe('alerts', () => {
  const row: AlertRow = {
    ...{ call_id: 'c', rule: 'hot_lead', kind: 'alert', alert_id: 'a', raised_at: 1_800, caused_by: 'e' },
    ...{ cause_at: 1_000, late: false, person_key: 'p', agent_name: 'agent', score: 100, tier: 'tier_1', hot: true },
    ...{ next_step: '', content: '{}', destination: 'printed', state: 'sent', attempts: 1, possibly_repeated: 0 },
    ...{ first_requested_at: 1_900, error: '', text: 'Hot lead: Dana Whitfield\n- team size: 12' },
  };
  const failed: AlertRow = { ...row, destination: 'slack_webhook', state: 'failed', error: 'no_team' };

  it('are one line while the calls go on: who, and how the sales team was told', () => {
    expect(alertLine(row, 'Dana Whitfield')).toBe(
      '↳ hot lead: Dana Whitfield, 100 — told to the sales team (printed: no Slack is set; SLACK_WEBHOOK_URL)',
    );
    expect(alertLine({ ...row, destination: 'slack_bot' }, 'hot-lead')).toBe(
      '↳ hot lead: hot-lead, 100 — told to the sales team in Slack',
    );
    expect(alertLine({ ...failed, kind: 'correction', score: null }, 'Dana')).toBe(
      '↳ correction of hot lead: Dana, score not known — the sales team could not be told: no_team',
    );
  });

  it('stand in the summary as they were sent, with what to set where nothing left the machine', () => {
    const [head, ...rest] = alertsSection([{ name: 'Dana Whitfield (hot-lead)', row }]);
    expect(head).toBe('  Dana Whitfield (hot-lead): hot lead, printed 0.9 s after the words that made it one');
    expect(rest.slice(0, 2)).toEqual(['    Hot lead: Dana Whitfield', '    - team size: 12']);
    expect(rest.join('\n')).toContain('SLACK_WEBHOOK_URL=');
    expect(alertsSection([{ name: 'ann', row: failed }])).toEqual([
      '  ann: hot lead, failed: no_team',
      ...rest.slice(0, 2),
    ]);
    const waiting = { ...row, state: null, destination: null, text: null, first_requested_at: null, error: null };
    expect(alertsSection([{ name: 'ann', row: waiting }])[0]).toBe('  ann: hot lead, not sent yet');
    expect(alertsSection([])).toEqual(['  none: nobody became a hot lead']);
  });
});

describe('callers', () => {
  it('are named as the dashboard names them, with the scenario; a stranger by the scenario alone', () => {
    expect(callerOf({ scenario: 'slow-model', name: 'Mina Sato' })).toBe('Mina Sato (slow-model)');
    expect(callerOf({ scenario: 'silent' })).toBe('silent');
  });

  it('stand under each other in the live log, after the seconds since the first call', () => {
    const lines: string[] = [];
    const mina = { id: '1', scenario: 'slow-model', name: 'Mina Sato' };
    const live = createLiveLog([mina, { id: '2', scenario: 'silent' }], (line) => lines.push(line));
    live.tell({ id: '2', scenario: 'silent' }, 'hangs up');
    live.tell(mina, 'hello');
    live.say('that is all');
    expect(lines.map((line) => line.replace(/^ +\d\.\d s {2}/, ''))).toEqual([
      'silent                  hangs up',
      'Mina Sato (slow-model)  hello',
      'that is all',
    ]);
  });

  it('are as many as the README says', async () => {
    const cast = await castOfCallers();
    expect(await readFile(path.join(projectRoot(), 'README.md'), 'utf8')).toContain('twelve callers');
    expect(cast).toHaveLength(12);
    expect(cast.filter(({ name }) => name === undefined).map(({ scenario }) => scenario)).toEqual(['silent']);
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
    expect(heading({ title: 'Calls', about: ['One line a call.', 'So.'] })).toBe(
      '\nCalls\n─────\n  One line a call.\n  So.',
    );
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
    expect([ms(null), ms(0), ms(12.6), ms(2_871)]).toEqual(['-', '0 ms', '13 ms', '2.87 s']);
  });

  it('is cut at its end or at its beginning', () => {
    expect(short('one two  three', 8)).toBe('one two…');
    expect(ending('one two  three', 6)).toBe('…three');
    expect(short('one', 3)).toBe('one');
  });

  it('is broken between words, and an address stays whole', () => {
    expect(wrap('call back today: http://a/calls/1 now', 12)).toEqual([
      'call back',
      'today:',
      'http://a/calls/1',
      'now',
    ]);
    expect(wrap('', 12)).toEqual(['']);
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
