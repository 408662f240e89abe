import { expect, vi } from 'vitest';
import { liveEvents, type LiveEvent, type LiveEventName } from '../../api/schemas/live.ts';

type Told = { name: string; id: string | undefined; data: unknown };

/** A client of the live stream, as a browser is one. */
export type Listener = {
  status: number;
  /** Cursor of the last event. */
  lastId(): string | undefined;
  /** All events of a name so far, checked against their schema. */
  of<Name extends LiveEventName>(name: Name): LiveEvent<Name>[];
  /** Names in the order in which they came. */
  names(): string[];
  /** Resolves when one fits. */
  until<Name extends LiveEventName>(name: Name, fits: (data: LiveEvent<Name>) => boolean): Promise<LiveEvent<Name>>;
  /** The reason that came before the server ended the stream. */
  cut(): unknown;
  /** Resolves when the stream is over, by whomever. */
  ended: Promise<void>;
  close(): void;
};

const WAIT = { timeout: 20_000, interval: 20 };

export async function listen(url: string, key: string, lastId?: string): Promise<Listener> {
  const abort = new AbortController();
  const headers = { Authorization: `Bearer ${key}`, ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }) };
  const response = await fetch(`${url}/v1/live`, { headers, signal: abort.signal });
  const told: Told[] = [];
  const ended = readEvents(response, (event) => {
    const schema = event.name in liveEvents ? liveEvents[event.name as LiveEventName] : undefined;
    told.push({ ...event, data: schema ? schema.parse(event.data) : event.data });
  }).catch((error: unknown) => {
    if (!abort.signal.aborted) throw error;
  });
  const of = <Name extends LiveEventName>(name: Name) =>
    told.filter((event) => event.name === name).map(({ data }) => data as LiveEvent<Name>);
  return {
    status: response.status,
    lastId: () => told.findLast(({ id }) => id !== undefined)?.id,
    of,
    names: () => told.map(({ name }) => name),
    until: (name, fits) =>
      vi.waitFor(() => {
        const found = of(name).find(fits);
        expect(found, `${name} among ${told.map((one) => one.name).join(' ')}`).toBeDefined();
        return found as NonNullable<typeof found>;
      }, WAIT),
    cut: () => told.find(({ name }) => name === 'cut')?.data,
    ended,
    close: () => abort.abort(),
  };
}

/** Every event of a stream of server-sent events, until it ends. */
export async function readEvents(response: Response, onEvent: (event: Told) => void): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const blocks = (text + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const [name, data] = [field('event'), field('data')];
      if (name !== undefined && data !== undefined) onEvent({ name, id: field('id'), data: JSON.parse(data) });
    }
  }
}
