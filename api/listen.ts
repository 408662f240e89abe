import { serve, type ServerType } from '@hono/node-server';
import { EarshotError, messageOf } from '../lib/errors.ts';
import { within } from '../lib/retry.ts';

/** What is being answered at shutdown gets this long, ms; then its connection is cut. */
const FINISH_MS = 3_000;

export type Listening = { port: number; close(): Promise<void> };

type Fetch = Parameters<typeof serve>[0]['fetch'];

/** @throws EarshotError `port_in_use`. */
export async function listen(fetch: Fetch, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting = serve({ fetch, hostname: host, port }, () => resolve(starting));
    starting.once('error', reject);
  }).catch((error: unknown) => {
    const message = `cannot listen on ${host}:${port} (${messageOf(error)})`;
    const fix = 'set API_PORT to a free port, or to 0 for any';
    throw new EarshotError({ code: 'port_in_use', field: 'API_PORT', message, fix }, { cause: error });
  });
  const address = server.address();
  return {
    port: address && typeof address === 'object' ? address.port : port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if (await within(FINISH_MS, closed)) return;
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
