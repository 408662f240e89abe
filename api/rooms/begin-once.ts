import type { KV } from 'nats';
import { z } from 'zod';
import { keyed } from '../../events/ids.ts';
import { createEntry, readEntry, updateEntry } from './entries.ts';
import { newSeat, seat, type Seat } from './token.ts';

/** Who asks, and by which `Idempotency-Key`. */
export type Repeatable = { principal: string; key: string; asked: unknown };

const begun = z.object({ asked: z.string(), seat });

/**
 * The seat of a web call: who asks again with the same key gets the same one, until its token expires. Undefined when that key
 * asked for something else. Kept by keyed hashes.
 */
export async function beginOnce(
  kv: KV,
  secret: string,
  { principal, key, asked }: Repeatable,
): Promise<Seat | undefined> {
  const name = `begun.${keyed(secret, JSON.stringify([principal, key]))}`;
  const wish = keyed(secret, JSON.stringify(asked));
  for (;;) {
    const before = await readEntry(kv, name, begun);
    if (before && before.value.seat.expiresAtMs > Date.now())
      return before.value.asked === wish ? before.value.seat : undefined;
    const mine = { asked: wish, seat: newSeat() };
    const isMine = before ? await updateEntry(kv, name, mine, before.revision) : await createEntry(kv, name, mine);
    if (isMine) return mine.seat;
  }
}
