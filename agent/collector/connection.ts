import fs from 'node:fs';
import { connect, credsAuthenticator, type ConnectionOptions, type NatsConnection, type TlsOptions } from 'nats';
import { backOffMs, pause, within } from '../../lib/retry.ts';
import { collectorProblem, type OnProblem } from './problems.ts';

export type NatsSettings = {
  /** One URL, or several separated by commas. */
  url: string;
  user?: string | undefined;
  pass?: string | undefined;
  /** Path of a credentials file. */
  creds?: string | undefined;
  tls?: TlsOptions | undefined;
  /** Where answers arrive: what the broker lets this user subscribe to. A collector's own: `_INBOX_agent_<tenant>`. */
  inboxPrefix?: string | undefined;
};

/** What a user of the connection is told. `up` also after each reconnect, with the same or a new connection. */
export type LinkListener = { up(nc: NatsConnection): void; down(): void; denied(subject: string): void };

/** A connection to the broker that is kept up for as long as somebody uses it. */
export type Link = {
  readonly inboxPrefix: string | undefined;
  /** Calls `up` at once when the broker is there already. Returns how to stop listening. */
  listen(listener: LinkListener): () => void;
  readonly connected: boolean;
  release(): Promise<void>;
};

const DRAIN_MS = 2_000;
/** An attempt at a broker that is down costs nothing, and events wait for it. */
const LONGEST_RETRY_MS = 1_000;
const links = new Map<string, SharedLink>();

/** The process's one connection for these settings. Returns at once; the broker may be down. */
export function openLink(settings: NatsSettings, onProblem: OnProblem): Link {
  const key = JSON.stringify([settings.url, settings.user, settings.creds, settings.inboxPrefix]);
  let link = links.get(key);
  if (!link) {
    link = new SharedLink(settings, onProblem, () => links.delete(key));
    links.set(key, link);
  }
  return link.acquire();
}

class SharedLink {
  readonly #settings: NatsSettings;
  readonly #onProblem: OnProblem;
  readonly #onGone: () => void;
  readonly #listeners = new Set<LinkListener>();
  readonly #stop = new AbortController();
  #users = 0;
  #nc: NatsConnection | undefined;
  #up = false;

  constructor(settings: NatsSettings, onProblem: OnProblem, onGone: () => void) {
    this.#settings = settings;
    this.#onProblem = onProblem;
    this.#onGone = onGone;
    void this.#keepUp();
  }

  acquire(): Link {
    this.#users++;
    let released = false;
    const isUp = () => this.#up;
    return {
      inboxPrefix: this.#settings.inboxPrefix,
      get connected() {
        return isUp();
      },
      listen: (listener) => {
        this.#listeners.add(listener);
        if (this.#up && this.#nc) listener.up(this.#nc);
        return () => void this.#listeners.delete(listener);
      },
      release: async () => {
        if (released) return;
        released = true;
        if (--this.#users === 0) await this.#close();
      },
    };
  }

  async #keepUp(): Promise<void> {
    for (let attempt = 0; !this.#stop.signal.aborted; attempt++) {
      try {
        const nc = await connect(connectionOptions(this.#settings));
        if (this.#stop.signal.aborted) return await nc.close();
        attempt = -1;
        this.#nc = nc;
        this.#tell(true);
        await this.#follow(nc);
      } catch (error) {
        if (attempt === 0)
          this.#onProblem(collectorProblem('broker_unreachable', error, 'check NATS_URL and the credentials'));
      }
      this.#tell(false);
      await pause(Math.min(backOffMs(attempt), LONGEST_RETRY_MS), this.#stop.signal);
    }
  }

  /** Until the connection is closed for good. */
  async #follow(nc: NatsConnection): Promise<void> {
    for await (const status of nc.status()) {
      if (status.type === 'disconnect') this.#tell(false);
      else if (status.type === 'reconnect') this.#tell(true);
      else if (status.type === 'error') this.#denied(status.permissionContext, JSON.stringify(status.data));
    }
  }

  #denied(context: { operation: string; subject: string } | undefined, code: string): void {
    this.#onProblem({
      code: 'broker_denied',
      message: context ? `${context.operation} is not allowed to this user` : code,
      fix: "give the user the right to publish under its tenant's subjects and to read its inbox",
    });
    if (context?.operation !== 'publish') return;
    for (const listener of this.#listeners) listener.denied(context.subject);
  }

  #tell(up: boolean): void {
    this.#up = up;
    for (const listener of this.#listeners) {
      if (!up) listener.down();
      else if (this.#nc) listener.up(this.#nc);
    }
  }

  async #close(): Promise<void> {
    this.#onGone();
    this.#stop.abort();
    const nc = this.#nc;
    if (!nc || nc.isClosed()) return;
    const drained = nc.drain().catch(() => undefined);
    await within(DRAIN_MS, drained);
    if (!nc.isClosed()) await nc.close();
  }
}

/**
 * A call may last hours and the broker be away for most of them: never give up, notice a hung server in 20-30 s. The
 * first connection is retried by us and not by the client, whose waiting could not be called off.
 */
function connectionOptions({ url, user, pass, creds, tls, inboxPrefix }: NatsSettings): ConnectionOptions {
  return {
    servers: url.split(',').map((server) => server.trim()),
    name: 'earshot-collector',
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    pingInterval: 10_000,
    noAsyncTraces: true,
    ...(user === undefined ? {} : { user, pass: pass ?? '' }),
    ...(creds === undefined ? {} : { authenticator: credsAuthenticator(fs.readFileSync(creds)) }),
    ...(tls === undefined ? {} : { tls }),
    ...(inboxPrefix === undefined ? {} : { inboxPrefix }),
  };
}
