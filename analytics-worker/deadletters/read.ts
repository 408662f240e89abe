import type { NatsConnection } from 'nats';
import { streams } from '../../events/subjects.ts';
import { orNone } from '../../lib/broker/codes.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { EarshotError } from '../../lib/errors.ts';
import { readLetter, type Letter } from './letter.ts';

/** A dead letter with its place in the dead-letter stream, which is how commands name it. */
export type DeadLetter = { seq: number; letter: Letter; data: Uint8Array };

/** All dead letters, oldest first. */
export async function* readDeadLetters(
  nc: NatsConnection,
  options: { limit?: number } = {},
): AsyncGenerator<DeadLetter> {
  const jsm = await nc.jetstreamManager({ checkAPI: false });
  const { state } = await orBrokerAway(() => jsm.streams.info(streams.deadLetters.name));
  // A stream that never had one has no first.
  if (state.messages === 0) return;
  let found = 0;
  for (let seq = state.first_seq; seq <= state.last_seq && found < (options.limit ?? Infinity); seq++) {
    const deadLetter = await get(nc, seq);
    if (!deadLetter) continue;
    found++;
    yield deadLetter;
  }
}

/** @throws EarshotError `no_dead_letter` when there is none of that number. */
export async function readDeadLetter(nc: NatsConnection, seq: number): Promise<DeadLetter> {
  const deadLetter = await get(nc, seq);
  if (deadLetter) return deadLetter;
  throw noDeadLetter(seq);
}

export function noDeadLetter(seq: number): EarshotError {
  const message = `there is no dead letter ${seq}`;
  return new EarshotError({ code: 'no_dead_letter', field: 'seq', message, fix: `see: ${EARSHOT} dlq list` });
}

async function get(nc: NatsConnection, seq: number): Promise<DeadLetter | undefined> {
  const jsm = await nc.jetstreamManager({ checkAPI: false });
  const stored = await orBrokerAway(() => orNone(jsm.streams.getMessage(streams.deadLetters.name, { seq })));
  const letter = readLetter(stored?.header);
  return stored && letter ? { seq, letter, data: stored.data } : undefined;
}
