import { describe, expect, test } from 'vitest';
import { withHeardAtCaller } from '../../analytics-worker/conclusions/at-caller.ts';
import { knownOf } from '../../analytics-worker/conclusions/facts.ts';
import { quarantineOf } from '../../analytics-worker/conclusions/quarantine.ts';
import { conclude, script, START } from './helpers.ts';

/** Exchanges of which the answers began, at the agent, so many ms after the start. */
function aCall(answers: number[]) {
  const out = script();
  for (const [index, heard] of answers.entries()) {
    const speechId = `s${index}`;
    const times = { endOfUtteranceDelayMs: 300, transcriptionDelayMs: 100, turnHookMs: 0 };
    out.add(heard - 500, 'metrics.eou', { speechId, ...times, lastSpeakingAt: START + heard - 800 });
    out.add(heard - 490, 'speech.created', { speechId, source: 'generate_reply', userInitiated: false });
    const said = { role: 'user', createdAt: START + heard - 490, interrupted: false } as const;
    out.add(heard - 490, 'item.committed', { itemId: `i${index}`, text: 'and then?', speechId, ...said });
    out.add(heard, 'playout.started', { speechId, startedAt: START + heard });
  }
  return out.facts;
}

/** What a page says of answers that began for its caller so many ms after the start. */
function aPage(heard: [startedAt: number, heardMs: number][]) {
  const out = script('page1', 'page');
  for (const [startedAt, heardMs] of heard) {
    const startedAtMs = START + startedAt;
    out.add(startedAt, 'page.heard', { heardMs, stoppedAtMs: startedAtMs - heardMs, startedAtMs });
  }
  return out.facts;
}

const atCaller = (answers: number[], heard: [number, number][]) =>
  conclude([...aCall(answers), ...aPage(heard)]).turns.map(({ heardMs, heardCallerMs }) => [heardMs, heardCallerMs]);

describe('what the page heard', () => {
  test.each<[string, number[], [number, number][], (number | null)[]]>([
    [
      'stands beside its turn',
      [5_000, 15_000],
      [
        [5_200, 1_000],
        [15_100, 1_100],
      ],
      [1_000, 1_100],
    ],
    ['of one turn only', [5_000, 15_000], [[15_100, 1_100]], [null, 1_100]],
    ['is of the nearer of two', [5_000, 8_000], [[6_600, 1_300]], [null, 1_300]],
    [
      'of two for one turn the nearer counts',
      [5_000],
      [
        [4_000, 700],
        [5_100, 1_100],
      ],
      [1_100],
    ],
    ['too far away is of none', [5_000], [[7_501, 1_000]], [null]],
    [
      'on a clock that is a little wrong',
      [5_000, 15_000],
      [
        [3_000, 900],
        [13_000, 950],
      ],
      [900, 950],
    ],
    ['of more than a minute cannot be true', [5_000], [[5_100, 60_001]], [null]],
    ['of less than nothing cannot be true', [5_000], [[5_100, -1]], [null]],
  ])('%s', (_, answers, heard, expected) => {
    expect(atCaller(answers, heard)).toEqual(expected.map((value) => [800, value]));
  });

  test('leaves the agent’s own value and its basis as they were', () => {
    const [without] = conclude(aCall([5_000])).turns;
    const [beside] = conclude([...aCall([5_000]), ...aPage([[5_100, 1_200]])]).turns;
    expect(beside).toEqual({ ...without, heardCallerMs: 1_200 });
    expect(beside?.heardBasis).toBe('agent_playout');
  });

  test('is of no greeting', () => {
    const known = knownOf(aPage([[1_000, 900]]));
    const [turn] = conclude(aCall([5_000])).turns;
    if (!turn) throw new Error('no turn');
    const greeting = { ...turn, turn: 0, heardAt: START + 1_000 };
    expect(withHeardAtCaller([greeting], known, quarantineOf(known))).toEqual([{ ...greeting, heardCallerMs: null }]);
  });
});

test('the books of a page are kept, and judge no call', () => {
  const page = aPage([[5_100, 1_200]]);
  const collector = aCall([5_000]);
  const own = script();
  own.facts.push(...collector);
  own.add(9_000, 'producer.closed', { lastSeq: collector.length + 1, by: 'self' });
  const { books, session } = conclude([...own.facts, ...page]);
  expect(books).toMatchObject([
    { producerKind: 'collector', state: 'balanced' },
    { producerKind: 'page', state: 'open', stored: 1 },
  ]);
  expect(session.complete).toBe(true);
});
