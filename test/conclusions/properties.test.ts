import { expect, test } from 'vitest';
import type { CallConclusions, StoredFact } from '../../analytics-worker/conclusions/types.ts';
import { conclude, random, script, shuffled } from './helpers.ts';
import { factsOfLog } from './sdkEvents.ts';

/** A call of random length with random values, absurd ones among them. */
function randomCall(seed: number): StoredFact[] {
  const next = random(seed);
  const upTo = (most: number) => next() * most;
  const absurd = (value: number) => (next() < 0.05 ? ([-5, 0, 90_000, 1.79e12][Math.floor(upTo(4))] ?? value) : value);
  const out = script();
  out.add(0, 'call.started', { startedAt: out.facts.length, agent: { name: 'a' }, sdk: { name: 's' }, channel: 'web' });
  let now = 10;
  for (let turn = 0; turn < 1 + upTo(6); turn++) {
    const speechId = `speech_${turn}`;
    const stopped = 1_795_222_576_000 + now + upTo(3_000);
    const delay = upTo(1_000);
    now = stopped - 1_795_222_576_000 + delay;
    if (next() < 0.9) {
      out.add(now, 'metrics.eou', {
        ...{ speechId: next() < 0.9 ? speechId : '', lastSpeakingAt: absurd(stopped) },
        ...{ endOfUtteranceDelayMs: absurd(delay), transcriptionDelayMs: absurd(upTo(1_500)), turnHookMs: upTo(30) },
      });
    }
    if (next() < 0.9) addItem(out, now + 1, `u${turn}`, 'user', next() < 0.3 ? speechId : undefined);
    for (let call = 0; call < upTo(3); call++) {
      const durationMs = upTo(900);
      now += upTo(1_000);
      out.add(now, 'metrics.llm', {
        ...{
          speechId,
          requestId: `r${turn}-${call}`,
          endedAt: absurd(stopped + upTo(2_000)),
          durationMs: absurd(durationMs),
        },
        ...{ ttftMs: next() < 0.2 ? null : absurd(upTo(durationMs)), cancelled: next() < 0.1, tokensPerSecond: null },
        ...{ promptTokens: 10, cachedTokens: 0, completionTokens: 5, totalTokens: 15, provider: null, model: 'm' },
      });
      if (next() < 0.4) {
        const [startedAt, endedAt] = [stopped + upTo(2_000), absurd(stopped + upTo(3_000))];
        const times = { startedAt, endedAt, durationMs: endedAt - startedAt };
        out.add(now, 'tool.executed', {
          toolCallId: `t${turn}-${call}`,
          name: 't',
          args: '{}',
          isError: false,
          ...times,
        });
      }
    }
    if (next() < 0.9) {
      out.add(now, 'metrics.tts', {
        ...{ speechId, requestId: `s${turn}`, endedAt: stopped + upTo(2_500), durationMs: upTo(800), streamed: true },
        ...{ ttfbMs: next() < 0.2 ? null : absurd(upTo(400)), audioDurationMs: 900, characters: 9, cancelled: false },
        ...{ provider: 'p', model: 'v' },
      });
    }
    if (next() < 0.8)
      out.add(now, 'playout.started', {
        startedAt: absurd(stopped + upTo(4_000)),
        ...(next() < 0.7 ? { speechId } : {}),
      });
    if (next() < 0.8)
      addItem(out, now + 50, `a${turn}`, 'assistant', next() < 0.5 ? speechId : undefined, next() < 0.2);
    if (next() < 0.3) out.add(now, 'signal.recorded', { name: 'team_size', value: Math.floor(upTo(30)) });
    now += upTo(2_000);
  }
  if (next() < 0.5)
    out.add(now, 'call.ended', { endedAt: 1_795_222_576_000 + now, reason: 'caller_hung_up', by: 'caller' });
  if (next() < 0.5) out.add(now, 'producer.closed', { lastSeq: out.facts.length + 1, by: 'self' });
  return out.facts;
}

function addItem(
  out: ReturnType<typeof script>,
  at: number,
  itemId: string,
  role: 'user' | 'assistant',
  speechId?: string,
  interrupted = false,
) {
  const createdAt = 1_795_222_576_000 + at;
  out.add(at, 'item.committed', {
    itemId,
    role,
    text: itemId,
    createdAt,
    interrupted,
    ...(speechId ? { speechId } : {}),
  });
}

/** Every number is finite, none that is a length or a count is negative, and the waterfalls hold. */
function expectValid(conclusions: CallConclusions): void {
  expect(badNumbers({ ...conclusions, quarantined: [] })).toEqual([]);
  for (const turn of conclusions.turns) {
    const parts = conclusions.parts.filter((part) => part.turn === turn.turn);
    if (turn.heardMs === null) {
      expect(parts).toEqual([]);
      continue;
    }
    const ends = [0, ...parts.map(({ toMs }) => toMs)];
    expect(parts.map(({ fromMs }) => fromMs)).toEqual(ends.slice(0, -1));
    expect(parts.every(({ fromMs, toMs, durationMs }) => durationMs > 0 && durationMs === toMs - fromMs)).toBe(true);
    expect(parts.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe(turn.heardMs);
  }
}

/** Paths of numbers that are no number or negative. */
function badNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => badNumbers(inner, `${path}.${key}`));
}

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 1);
const calls = [factsOfLog('plugins-on-emulators'), factsOfLog('audio-session'), ...SEEDS.map(randomCall)];

test('any order and any repetition of the facts gives the same conclusions', () => {
  const next = random(7);
  for (const facts of calls) {
    const once = JSON.stringify(conclude(facts));
    for (let round = 0; round < 3; round++) {
      expect(JSON.stringify(conclude(shuffled([...facts, ...facts.slice(0, 5)], next)))).toBe(once);
    }
    const redelivered = facts.map((stored) => ({ ...stored, brokerAt: stored.brokerAt + 3_600_000 }));
    expect(JSON.stringify(conclude(shuffled([...redelivered, ...facts], next)))).toBe(once);
  }
});

test('at every moment of a call the conclusions are valid, and waterfalls sum to what was heard', () => {
  expect(() => conclude([])).not.toThrow();
  for (const facts of calls) {
    for (let length = 1; length <= facts.length; length++) expectValid(conclude(facts.slice(0, length)));
  }
});

test('the random calls are calls: most turns are heard, some values are absurd', () => {
  const all = calls.map((facts) => conclude(facts));
  const turns = all.flatMap((one) => one.turns);
  expect(turns.filter(({ heardMs }) => heardMs !== null).length).toBeGreaterThan(turns.length / 3);
  expect(all.flatMap(({ quarantined }) => quarantined).length).toBeGreaterThan(50);
  expect(new Set(turns.map(({ excluded }) => excluded))).toEqual(
    new Set(['', 'greeting', 'no_anchor', 'not_heard', 'cut_off', 'quarantined']),
  );
});

test('random parts of a call give valid conclusions too', () => {
  const next = random(11);
  for (const facts of calls) {
    for (let round = 0; round < 5; round++)
      expectValid(conclude([...facts.slice(0, 1), ...facts.filter(() => next() < 0.6)]));
  }
});
