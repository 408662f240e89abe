import { listKeys, makeKey, revokeKey } from '../auth/keys.ts';
import type { Role } from '../auth/principal.ts';
import { iso } from '../read/times.ts';
import { withBroker } from './broker.ts';
import { checkWho } from './who.ts';
import { EARSHOT } from '../../lib/command-line.ts';

export async function make(who: { name: string; role: Role; tenant: string }): Promise<void> {
  checkWho(who);
  await withBroker(async (nc) => {
    const { id, key } = await makeKey(nc, who);
    console.error(`# Shown once. ${who.role} of tenant ${who.tenant}; ends with: ${EARSHOT} key revoke ${id}`);
    console.log(key);
  });
}

export async function list(): Promise<void> {
  await withBroker(async (nc) => {
    const keys = await listKeys(nc);
    for (const { id, tenant, role, name, createdAt, revokedAt } of keys) {
      const state = revokedAt === null ? 'valid' : `revoked ${iso(revokedAt)}`;
      console.log([id, tenant, role, name, `made ${iso(createdAt)}`, state].join('  '));
    }
    if (keys.length === 0) console.log(`no keys; make one with: ${EARSHOT} key make --name <name>`);
  });
}

export async function revoke(id: string): Promise<void> {
  await withBroker(async (nc) => {
    await revokeKey(nc, id);
    console.log(`revoked ${id}`);
  });
}
