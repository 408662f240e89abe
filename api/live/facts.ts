import { z } from 'zod';
import { catalogue } from '../../events/catalogue.ts';
import { iso } from '../read/times.ts';
import type { Message } from './messages.ts';

/** The events that listeners are told of as they are; all else they learn from conclusions. */
export const TOLD = [
  'caller.transcribed',
  'item.committed',
  'agent.state',
  'caller.state',
  'signal.recorded',
] as const satisfies (keyof typeof catalogue)[];

type StoredFact = { call_id: string; type: string; payload: string; at: number; inserted_at: number };

const framed = z.looseObject({ data: z.unknown() });

/** What a stored event says to listeners; undefined where it says nothing. */
export function messageOf(row: StoredFact): Message<'words' | 'state' | 'signal'> | undefined {
  const { data } = framed.parse(JSON.parse(row.payload));
  const [callId, at, storedAt] = [row.call_id, iso(row.at), row.inserted_at];
  switch (row.type) {
    case 'caller.transcribed': {
      const heard = catalogue['caller.transcribed'].safeParse(data).data;
      if (!heard?.text) return undefined;
      return { name: 'words', storedAt, data: { callId, role: 'user', text: heard.text, final: false, at } };
    }
    case 'item.committed': {
      const item = catalogue['item.committed'].safeParse(data).data;
      if (!item?.text || (item.role !== 'user' && item.role !== 'assistant')) return undefined;
      return { name: 'words', storedAt, data: { callId, role: item.role, text: item.text, final: true, at } };
    }
    case 'agent.state':
    case 'caller.state': {
      const state = catalogue[row.type].safeParse(data).data;
      if (!state) return undefined;
      const who = row.type === 'agent.state' ? 'agent' : 'caller';
      return { name: 'state', storedAt, data: { callId, who, state: state.to, at } };
    }
    case 'signal.recorded': {
      const signal = catalogue['signal.recorded'].safeParse(data).data;
      if (!signal) return undefined;
      const { name, value, quote = null } = signal;
      return { name: 'signal', storedAt, data: { callId, name, value, quote, at } };
    }
    default:
      return undefined;
  }
}

/** Of words that were not final only the newest is worth telling: it replaces those before it. */
export function withoutSuperseded<M extends Message>(messages: readonly M[]): M[] {
  const spoken = new Set<string>();
  return messages
    .toReversed()
    .filter((message) => {
      if (message.name !== 'words' || message.data.role !== 'user') return true;
      const isSuperseded = !message.data.final && spoken.has(message.data.callId);
      spoken.add(message.data.callId);
      return !isSuperseded;
    })
    .toReversed();
}
