import os from 'node:os';
import { makeLoginLink } from '../../api/auth/logins.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { whileConnected } from '../../lib/broker/connection.ts';
import type { Stack } from './stack.ts';

/** Whose data a local run shows. */
const TENANT = 'local';

/** Said with a link, so that nobody wonders why it does not open twice. */
export const ABOUT_LINK = `(for one browser, once, within ten minutes; ${EARSHOT} login makes another)`;

/** A link that logs one browser in as the admin of this machine's tenant; it may be used once, within ten minutes. */
export async function loginLink({ natsUrl, apiUrl }: Pick<Stack, 'natsUrl' | 'apiUrl'>): Promise<string> {
  const login = { tenant: TENANT, role: 'admin', name: os.userInfo().username } as const;
  return whileConnected({ url: natsUrl }, 'login', (nc) => makeLoginLink(nc, apiUrl, login));
}
