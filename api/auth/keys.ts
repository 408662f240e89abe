import type { KV, NatsConnection } from 'nats';
import { z } from 'zod';
import { apiBuckets } from '../../events/buckets.ts';
import { token } from '../../events/ids.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { EarshotError } from '../../lib/errors.ts';
import { roles } from '../schemas/roles.ts';
import type { Principal, Role } from './principal.ts';
import { hashOf, matches, newPublicId, newSecret } from './secret.ts';
import { watchBucket, type Lookup } from '../../lib/broker/watched-bucket.ts';

/** `ek_<id>_<secret>`; the id is public, the secret is shown once. */
const FORM = /^ek_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

const storedKey = z.object({
  hash: z.string(),
  tenant: token,
  name: z.string(),
  role: z.enum(roles),
  createdAt: z.number(),
  revokedAt: z.number().nullable(),
});
type StoredKey = z.infer<typeof storedKey>;

export type KeyInfo = Omit<StoredKey, 'hash'> & { id: string };

/** Who a key is; undefined for one that is malformed, unknown, wrong or revoked. */
export type Keys = { find(key: string, lookup?: Lookup): Promise<Principal | undefined>; stop(): void };

/** Follows the bucket, so that a revocation acts at once in every process. */
export async function openKeys(nc: NatsConnection): Promise<Keys> {
  const bucket = await watchBucket(nc, apiBuckets.keys.name, storedKey);
  return {
    find: async (key, lookup) => {
      const [, id, secret] = FORM.exec(key) ?? [];
      if (id === undefined || secret === undefined) return undefined;
      const stored = await bucket.get(id, lookup);
      if (!stored || stored.revokedAt !== null || !matches(secret, stored.hash)) return undefined;
      const { tenant, role, name } = stored;
      return { tenant, role, by: name, kind: 'key', id, expiresAtMs: null };
    },
    stop: bucket.stop,
  };
}

/** Makes a key and returns its text, which is stored nowhere. */
export async function makeKey(
  nc: NatsConnection,
  who: { tenant: string; role: Role; name: string },
): Promise<{ id: string; key: string }> {
  const [id, secret] = [newPublicId(), newSecret()];
  const stored: StoredKey = { ...who, hash: hashOf(secret), createdAt: Date.now(), revokedAt: null };
  await orBrokerAway(async () => (await keysOf(nc)).create(id, JSON.stringify(stored)));
  return { id, key: `ek_${id}_${secret}` };
}

/** All keys of the installation, oldest first. */
export async function listKeys(nc: NatsConnection): Promise<KeyInfo[]> {
  return orBrokerAway(async () => {
    const kv = await keysOf(nc);
    const ids: string[] = [];
    for await (const id of await kv.keys()) ids.push(id);
    const found = await Promise.all(ids.map((id) => read(kv, id)));
    const infos = found.flatMap((one) => (one ? [one.info] : []));
    return infos.toSorted((a, b) => a.createdAt - b.createdAt);
  });
}

/** @throws EarshotError `key_missing`. Revoking twice changes nothing. */
export async function revokeKey(nc: NatsConnection, id: string): Promise<void> {
  const kv = await orBrokerAway(() => keysOf(nc));
  const found = /^[0-9a-f]{12}$/.test(id) ? await orBrokerAway(() => read(kv, id)) : undefined;
  if (!found) {
    const fix = `the ids are in: ${EARSHOT} key list`;
    throw new EarshotError({ code: 'key_missing', field: 'id', message: 'there is no such key', fix });
  }
  if (found.stored.revokedAt !== null) return;
  await orBrokerAway(() => kv.put(id, JSON.stringify({ ...found.stored, revokedAt: Date.now() })));
}

function keysOf(nc: NatsConnection): Promise<KV> {
  return nc.jetstream().views.kv(apiBuckets.keys.name, { bindOnly: true });
}

async function read(kv: KV, id: string): Promise<{ stored: StoredKey; info: KeyInfo } | undefined> {
  const entry = await kv.get(id);
  if (entry?.operation !== 'PUT') return undefined;
  const stored = storedKey.parse(entry.json());
  const { hash: _, ...info } = stored;
  return { stored, info: { id, ...info } };
}
