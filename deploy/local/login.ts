import os from 'node:os';
import { makeLoginLink } from '../../api/auth/logins.ts';
import { whileConnected } from '../../lib/broker/connection.ts';
import type { Stack } from './stack.ts';

/** Whose data a local run shows. */
const TENANT = 'local';

/** A link that logs one browser in as the admin of this machine's tenant; it may be used once, within ten minutes. */
export async function loginLink({ natsUrl, apiUrl }: Pick<Stack, 'natsUrl' | 'apiUrl'>): Promise<string> {
  const login = { tenant: TENANT, role: 'admin', name: os.userInfo().username } as const;
  return whileConnected({ url: natsUrl }, 'login', (nc) => makeLoginLink(nc, apiUrl, login));
}
