import type { LiveEvent, LiveEventName } from '../schemas/live.ts';

/** Something that listeners are told. */
export type Message<Name extends LiveEventName = LiveEventName> = {
  [N in Name]: {
    name: N;
    data: LiveEvent<N>;
    /** When the store took the row that it comes of, epoch ms by its clock: what cursors are made of. */
    storedAt: number;
    /** What of it is told to those who may not read what is said; undefined where that follows from the data. */
    plain?: LiveEvent<N> | undefined;
  };
}[Name];

/** Messages as they go over the wire, made once for all listeners. */
export type Batch = {
  /** For those who may read transcripts. */
  full: string;
  /** For those who may not. */
  plain: string;
  /** Calls whose words are in `full`. */
  calls: string[];
};

/**
 * In the order of the rows' times, each with the cursor that it is resumed at: no message has a cursor beyond one that
 * comes after it, so that a client that got half of a batch asks for the other half.
 *
 * @param from the cursor before the first message, epoch ms.
 */
export function toBatch(messages: readonly Message[], from: number): Batch {
  let cursor = from;
  const batch = { full: '', plain: '', calls: new Set<string>() };
  for (const message of messages.toSorted((a, b) => a.storedAt - b.storedAt)) {
    cursor = Math.max(cursor, message.storedAt);
    const text = frame(message.name, message.data, cursor);
    batch.full += text;
    if (!hasWords(message)) {
      batch.plain += text;
      continue;
    }
    batch.calls.add(message.data.callId);
    const left = withoutWords(message);
    if (left) batch.plain += frame(message.name, left, cursor);
  }
  return { ...batch, calls: [...batch.calls] };
}

/** One event of the stream. Without a cursor it moves nothing on. */
export function frame(name: string, data: unknown, cursor?: number): string {
  const id = cursor === undefined ? '' : `id: ${cursor}\n`;
  return `event: ${name}\n${id}data: ${JSON.stringify(data)}\n\n`;
}

type Worded = Message<'words' | 'signal' | 'call' | 'alert'>;

/** What of it may be told to those who may not read what is said; undefined when nothing. */
function withoutWords(message: Worded): Worded['data'] | undefined {
  switch (message.name) {
    case 'words':
      return undefined;
    case 'signal':
      return { ...message.data, quote: null };
    case 'call':
      return { ...message.data, lastCallerText: null, lastAgentText: null };
    case 'alert':
      return message.plain;
  }
}

function hasWords(message: Message): message is Worded {
  switch (message.name) {
    case 'words':
      return true;
    case 'signal':
      return message.data.quote !== null;
    case 'call':
      return message.data.lastCallerText !== null || message.data.lastAgentText !== null;
    case 'alert':
      return true;
    default:
      return false;
  }
}
