import { z } from 'zod';
import type { Store } from '../../clickhouse/client.ts';
import { defineQuery } from '../../clickhouse/query.ts';
import { pause } from '../../lib/retry.ts';
import { rowsOf } from './view-rows.ts';

const BATCHES = 12;
/** Hundreds of events come of one call: of few calls at a time, or they do not fit into memory. */
const IN_PIECES = 'SETTINGS max_block_size = 256, min_insert_block_size_rows = 200000, min_insert_block_size_bytes = 0';
/** The store merges what it was given for a while; what is measured is how it is afterwards. */
const MOST_MERGING_MS = 180_000;
const LOOK_EVERY_MS = 500;
const CALM_LOOKS = 4;

const WEIGHTS = ['team_size', 'monthly_volume', 'integration_needs', 'decision_timeline', 'budget_authority'];

/** A lead score as the worker stores it. */
const result = JSON.stringify({
  version: 1,
  score: 84,
  points: 80,
  maxPoints: 95,
  tier: 'tier_1',
  hot: true,
  confidence: 'high',
  breakdown: WEIGHTS.map((signal) => ({
    signal,
    value: 7,
    known: true,
    points: 15,
    maxPoints: 20,
    rule: '5 to under 11 → 15',
    evidence: { eventId: 'e', itemId: 'item-1', quote: 'We are seven people, and we sign two hundred a month.' },
  })),
  parts: { demographic: 36, behavioural: null, firmographic: null, intent: 27, fit: 50 },
});

/** The beginning of an event's JSON, with what any of these types says in it; its end makes each another one. */
const payload = JSON.stringify({
  v: 1,
  id: 'bench.AJ_0000000000000000.collector.a.1',
  type: 'item.committed',
  tenant: 'bench',
  call: 'AJ_0000000000000000',
  producer: { kind: 'collector', instance: 'a', seq: 1 },
  at: 1_795_221_298_487.25,
  data: {
    from: 'listening',
    to: 'speaking',
    pending: 0,
    provider: 'openai',
    model: 'gpt-4.1-mini',
    durationMs: 700,
    itemId: 'item-1',
    role: 'user',
    text: 'We are seven people and sign contracts with Salesforce every month.',
    createdAt: 1_795_221_298_487,
    interrupted: false,
    speechId: '',
  },
}).slice(0, -'"}}'.length);

const turnsStored = defineQuery({
  name: 'turns-stored',
  sql: 'SELECT count() AS turns FROM turns_v1 FINAL',
  params: z.object({}),
  row: z.object({ turns: z.number() }),
});

const merging = defineQuery({
  name: 'merging',
  sql: 'SELECT count() AS merges FROM system.merges',
  params: z.object({}),
  row: z.object({ merges: z.number() }),
});

/**
 * A month of a busy agent, straight into the tables: calls, their turns with parts, items, events and books, and of every eighth
 * call an older reading that the store has not merged away. The newest calls are of this moment. 70 000 make a million turns.
 */
export async function seedMonth(store: Store, calls: number, now: number): Promise<{ turns: number }> {
  const count = Math.ceil(calls / BATCHES);
  for (let first = calls - count; first > -count; first -= count) {
    const range = { first: Math.max(0, first), count: Math.min(count, count + first) };
    for (const [table, { from, columns }] of Object.entries(rowsOf)) {
      const sql = `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) SELECT ${Object.values(columns).join(', ')}`;
      const params = { ...range, calls, now, result, payload };
      await store.command('seed-older', `${sql} FROM (${from}) WHERE n % 8 = 0 ${IN_PIECES}`, {
        ...params,
        reading: 1,
      });
      await store.command('seed', `${sql} FROM (${from}) ${IN_PIECES}`, { ...params, reading: 2 });
    }
  }
  await merged(store);
  const [counted] = await store.run(turnsStored, {});
  return { turns: counted?.turns ?? 0 };
}

/** Resolves when nothing has been merged for a moment. */
async function merged(store: Store): Promise<void> {
  const deadline = Date.now() + MOST_MERGING_MS;
  for (let calm = 0; calm < CALM_LOOKS && Date.now() < deadline;) {
    const [now] = await store.run(merging, {});
    calm = now?.merges === 0 ? calm + 1 : 0;
    await pause(LOOK_EVERY_MS);
  }
}
