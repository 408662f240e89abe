import type { KV } from 'nats';
import type { z } from 'zod';
import { brokerCodes, codeOf } from '../../lib/broker/codes.ts';

/** An entry of a key-value bucket; undefined when there is none. */
export async function readEntry<Value>(
  kv: KV,
  key: string,
  schema: z.ZodType<Value>,
): Promise<{ value: Value; revision: number } | undefined> {
  const entry = await kv.get(key);
  return entry?.operation === 'PUT' ? { value: schema.parse(entry.json()), revision: entry.revision } : undefined;
}

/** False when somebody else was first. */
export function createEntry(kv: KV, key: string, value: object): Promise<boolean> {
  return wasFirst(() => kv.create(key, JSON.stringify(value)));
}

/** False when somebody else has changed it meanwhile. */
export function updateEntry(kv: KV, key: string, value: object, revision: number): Promise<boolean> {
  return wasFirst(() => kv.update(key, JSON.stringify(value), revision));
}

async function wasFirst(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (codeOf(error) === brokerCodes.wrongLastSequence) return false;
    throw error;
  }
}
