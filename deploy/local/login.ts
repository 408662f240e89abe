import os from 'node:os';
import { makeLoginCode } from '../../api/auth/logins.ts';
import { connectBroker, disconnect } from '../../lib/broker/connection.ts';
import type { Stack } from './stack.ts';

/** Whose data a local run shows. */
const TENANT = 'local';

/** A link that logs one browser in as the admin of this machine's tenant; it may be used once, within ten minutes. */
export async function loginLink({ natsUrl, apiUrl }: Pick<Stack, 'natsUrl' | 'apiUrl'>): Promise<string> {
  const nc = await connectBroker({ url: natsUrl }, 'login', { wait: false });
  try {
    const code = await makeLoginCode(nc, { tenant: TENANT, role: 'admin', name: os.userInfo().username });
    return `${apiUrl}/login?code=${code}`;
  } finally {
    await disconnect(nc);
  }
}
