import type { FactData, FactType, Fact } from '../../events/catalogue.ts';
import { VERSION } from '../../events/envelope.ts';
import { eventId } from '../../events/ids.ts';
import { concludeCall } from '../../analytics-worker/conclusions/conclude.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import type { ConclusionInput, StoredFact } from '../../analytics-worker/conclusions/types.ts';

export const TENANT = 'test';
export const CALL = 'AJ_test';
/** When the calls of these tests begin, epoch ms. */
export const START = 1_795_222_576_000;

/** Writes facts of one producer, numbered, at ms after START. */
export function script(
  instance = 'col',
  kind: Fact['producer']['kind'] = 'collector',
): {
  facts: StoredFact[];
  add<Type extends FactType>(afterMs: number, type: Type, data: FactData<Type>, options?: { final?: boolean }): Fact;
} {
  const facts: StoredFact[] = [];
  return {
    facts,
    add: (afterMs, type, data, options = {}) => {
      const seq = facts.length + 1;
      const at = START + afterMs;
      const fact = {
        v: VERSION,
        id: eventId({ tenant: TENANT, call: CALL, kind, instance, key: seq }),
        type,
        tenant: TENANT,
        call: CALL,
        producer: { kind, instance, seq },
        at,
        ...options,
        data,
      } as Fact;
      facts.push({ fact, brokerAt: Math.floor(at) + 20 });
      return fact;
    },
  };
}

export function conclude(facts: readonly StoredFact[], more: Partial<ConclusionInput> = {}) {
  return concludeCall({
    tenant: TENANT,
    call: CALL,
    facts,
    deadLetters: [],
    config: { scoring: defaultScoring, personSecret: 'secret' },
    ...more,
  });
}

/** A repeatable random number generator (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<One>(all: readonly One[], next: () => number): One[] {
  return all
    .map((one) => ({ one, key: next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ one }) => one);
}
