import { readFile } from 'node:fs/promises';
import { connect, credsAuthenticator, type ConnectionOptions, type NatsConnection } from 'nats';
import { EarshotError, messageOf } from '../errors.ts';
import { within } from '../retry.ts';

export type BrokerSettings = {
  /** One, or several with commas. */
  url: string;
  user?: string | undefined;
  password?: string | undefined;
  /** Path of a .creds file. */
  creds?: string | undefined;
  /** Where the broker answers this user, so that it can read nobody else's replies. */
  inboxPrefix?: string;
};

/**
 * Connects and keeps the connection for good: outages are waited out, not reported as the messages' fault. `wait`: also
 * for the first connection, as processes do; commands say at once that there is no broker.
 *
 * @throws EarshotError `broker_refused` when the broker answers and says no (credentials, no JetStream).
 */
export async function connectBroker(
  settings: BrokerSettings,
  name: string,
  { wait = true } = {},
): Promise<NatsConnection> {
  const options: ConnectionOptions = {
    servers: settings.url.split(','),
    name,
    waitOnFirstConnect: wait,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    pingInterval: 10_000,
    noAsyncTraces: true,
  };
  if (settings.inboxPrefix) options.inboxPrefix = settings.inboxPrefix;
  if (settings.user) Object.assign(options, { user: settings.user, pass: settings.password });
  if (settings.creds) options.authenticator = credsAuthenticator(await readFile(settings.creds));
  try {
    return await connect(options);
  } catch (error) {
    throw new EarshotError(
      {
        code: 'broker_refused',
        field: 'NATS_URL',
        message: messageOf(error),
        fix: 'check NATS_URL and NATS_USER/NATS_PASSWORD or NATS_CREDS',
      },
      { cause: error },
    );
  }
}

/** Ends a connection in bounded time: `drain` hangs while the broker is down. */
export async function disconnect(nc: NatsConnection, deadlineMs = 2_000): Promise<void> {
  const drained = nc.drain().catch(() => undefined);
  await within(deadlineMs, drained);
  if (!nc.isClosed()) await nc.close();
}

/** Connects for one piece of work and ends the connection in any case. A broker that is away is not waited for. */
export async function whileConnected<T>(
  settings: BrokerSettings,
  name: string,
  work: (nc: NatsConnection) => Promise<T>,
): Promise<T> {
  const nc = await connectBroker(settings, name, { wait: false });
  try {
    return await work(nc);
  } finally {
    await disconnect(nc);
  }
}
