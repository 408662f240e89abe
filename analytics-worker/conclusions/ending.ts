import { parseEventId } from '../../events/ids.ts';
import type { Known, Seen } from './facts.ts';
import type { EndedBy, EndReason } from './types.ts';

export type Ending = { at: number; reason: EndReason; by: EndedBy; eventId: string };

/**
 * How the call ended; null while it goes on. What the call's own producers say comes before the worker's closing of a
 * silent call (`agent_lost`), which is void as soon as its collector is heard again.
 */
export function endingOf(known: Known): Ending | null {
  const ends = known.of('call.ended');
  const stated = ends.filter(({ fact }) => fact.data.reason !== 'agent_lost');
  const [first] = stated.toSorted((a, b) => rankOf(b) - rankOf(a) || a.at - b.at);
  if (first) return ending(first);
  const lost = ends.filter(({ fact }) => fact.data.reason === 'agent_lost');
  return lost.length > 0 ? (lostEnding(known, lost) ?? deadProducer(known)) : deadProducer(known);
}

function ending({ fact, at }: Seen<'call.ended'>): Ending {
  const { endedAt, reason, by } = fact.data;
  return { at: Math.abs(endedAt - at) < DAY_MS ? endedAt : at, reason, by, eventId: fact.id };
}

const DAY_MS = 86_400_000;
const ROADS: readonly string[] = ['webhook', 'upload', 'import', 'collector'];

function rankOf({ fact }: Seen<'call.ended'>): number {
  return ROADS.indexOf(fact.producer.kind);
}

/** The newest closing that no later event of its collector makes void. */
function lostEnding(known: Known, lost: Seen<'call.ended'>[]): Ending | null {
  const standing = lost.findLast((closing) => !isVoid(known, closing));
  return standing ? ending(standing) : null;
}

function isVoid(known: Known, { fact }: Seen<'call.ended'>): boolean {
  const { lastEventId } = fact.data;
  const last = lastEventId === undefined ? undefined : parseEventId(lastEventId);
  const lastSeq = Number(last?.key);
  if (!last || !Number.isInteger(lastSeq)) return false;
  return known.all.some(({ fact: { producer } }) => {
    return producer.kind === last.kind && producer.instance === last.instance && (producer.seq ?? 0) > lastSeq;
  });
}

/**
 * A collector whose spool another process drained is dead: the call ended with its last event, even where the closing
 * that the worker wrote is void because the spool held later ones.
 */
function deadProducer(known: Known): Ending | null {
  const drained = known.of('producer.closed').findLast(({ fact }) => fact.data.by === 'drain');
  if (!drained) return null;
  const { kind, instance } = drained.fact.producer;
  const own = known.all.filter(({ fact: { producer } }) => producer.kind === kind && producer.instance === instance);
  const goesOn = known
    .of('producer.beat')
    .some(({ fact }) => fact.producer.instance !== instance && fact.producer.kind === kind);
  if (goesOn) return null;
  const last = own.findLast(({ fact }) => fact.type !== 'producer.closed') ?? drained;
  return { at: last.at, reason: 'agent_lost', by: 'system', eventId: drained.fact.id };
}
