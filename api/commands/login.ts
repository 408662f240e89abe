import os from 'node:os';
import { makeLoginLink } from '../auth/logins.ts';
import type { Role } from '../auth/principal.ts';
import { publicUrl } from '../env.ts';
import { withBroker } from './broker.ts';
import { checkWho } from './who.ts';

/** Whoever reaches the broker as the api does may log in as anybody; the link is for one browser. */
export async function login(options: { name?: string; role: Role; tenant: string }): Promise<void> {
  const who = { ...options, name: options.name ?? os.userInfo().username };
  checkWho(who);
  await withBroker(async (nc, env) => {
    console.log(await makeLoginLink(nc, publicUrl(env), who));
  });
}
