import { createHash, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';

const TOKEN = /^[A-Za-z0-9_-]{1,64}$/;

/** Tenants, calls and instances become subject tokens and keys: letters, digits, `_` and `-`, 1-64 of them. */
export const token = z.string().regex(TOKEN, 'must be 1-64 letters, digits, _ or -');

/**
 * Who writes events of a call. Only producers that count their events (collector, page) carry a seq and close. What the
 * api writes of its own doings (who read a call) is kept with the call and is no fact about it: no conclusion rests on it.
 */
export const producerKinds = ['collector', 'webhook', 'page', 'upload', 'import', 'worker', 'api'] as const;
export type ProducerKind = (typeof producerKinds)[number];
export const countingKinds: readonly ProducerKind[] = ['collector', 'page'];

export type EventKey = {
  tenant: string;
  call: string;
  kind: ProducerKind;
  instance: string;
  key: string | number;
};

/**
 * The id of an event: the broker's message id and the row's key, so that a repeat hours later is still a repeat. `key`
 * is what the producer can repeat: its seq, LiveKit's event id, a span or item id, a file's hash and line, a rule and
 * its cause. A key that is no token is hashed. (docs/events.md, identity)
 */
export function eventId({ tenant, call, kind, instance, key }: EventKey): string {
  return [tenant, call, kind, instance, asToken(String(key))].join('.');
}

/** The parts of an id that `eventId` made; undefined for anything else. */
export function parseEventId(id: string): EventKey | undefined {
  const [tenant, call, kind, instance, key, ...rest] = id.split('.');
  if (!tenant || !call || !instance || !key || rest.length > 0) return undefined;
  if (!producerKinds.includes(kind as ProducerKind)) return undefined;
  return { tenant, call, kind: kind as ProducerKind, instance, key };
}

/** The text itself when it is a token, else a hash that is one. */
export function asToken(text: string): string {
  return TOKEN.test(text) ? text : createHash('sha256').update(text).digest('base64url').slice(0, 32);
}

/** A random token for a producer's instance, new at each start. */
export function newInstance(): string {
  return randomBytes(8).toString('base64url');
}

/** A call's id where LiveKit gave no job. */
export function newCall(): string {
  return `call-${randomBytes(9).toString('base64url')}`;
}

const WAITING = /^room-[A-Za-z0-9_-]{32}$/;

/** The call of a caller whom no agent has joined yet: a keyed hash of the room's sid, which itself is no key. */
export function waitingCall(secret: string, sid: string): string {
  return `room-${keyed(secret, sid)}`;
}

export function isWaitingCall(call: string): boolean {
  return WAITING.test(call);
}

/** What stands for a text that must not be a key itself. */
export function keyed(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url').slice(0, 32);
}

/**
 * A person's key within a tenant: a keyed hash of the e-mail address or the number, so that history stays linked and
 * unreadable when name and address are erased; without either, the call.
 */
export function personKey(
  secret: string,
  who: { email?: string | undefined; phone?: string | undefined; call: string },
): string {
  const address = who.email?.trim().toLowerCase() || who.phone?.replace(/[^\d+]/g, '');
  return address ? keyed(secret, address) : who.call;
}
