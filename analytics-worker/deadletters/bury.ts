import type { JsMsg, NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { subjects } from '../../events/subjects.ts';
import { describeProblem, type Problem } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { keepTrying } from '../../lib/retry.ts';
import { publish } from '../../lib/broker/publish.ts';
import { insertMapped, type MappedRow } from '../store/mapped.ts';
import type { WorkerMetrics } from '../metrics.ts';
import { letterHeaders, ORIGINAL_ID, whose, type Letter, type Stage } from './letter.ts';

export type BuryDeps = {
  nc: NatsConnection;
  store: Store;
  metrics: WorkerMetrics;
  log: Log;
  signal: AbortSignal;
};

/** What of a message failed, and how often it was tried. */
export type Failure = {
  problem: Problem;
  tries: number;
  /** Names one of several results of a message, each of which may be a letter of its own. */
  part?: string;
};

/**
 * Puts a message with its bytes and the reason into the dead letters, then acknowledges it. The id is made from the
 * original's place in its stream, so that a kill between the two leaves one letter.
 */
export async function bury(deps: BuryDeps, stage: Stage, message: JsMsg, failure: Failure): Promise<void> {
  await writeLetter(deps, stage, message, failure);
  message.ack();
}

/** The same, for a part of a message of which the rest stands. */
export async function writeLetter(
  deps: BuryDeps,
  stage: Stage,
  message: JsMsg,
  { problem, tries, part }: Failure,
): Promise<void> {
  const id =
    message.headers?.get(ORIGINAL_ID) || message.headers?.get('Nats-Msg-Id') || `${message.info.stream}-${message.seq}`;
  const suffix = part === undefined ? '' : `.${part}`;
  const letter: Letter = {
    subject: message.subject,
    stage,
    problem,
    tries,
    eventId: `${id}${suffix}`,
    stream: message.info.stream,
    streamSeq: message.seq,
    brokerAt: message.info.timestampNanos / 1e6,
  };
  const msgID = `dlq.${letter.stream}.${letter.streamSeq}${suffix}`;
  const send = () =>
    publish(deps.nc, subjects.deadLetter(message.subject), message.data, {
      msgID,
      headers: letterHeaders(letter),
    });
  const place = await keepTrying(send, deps);
  const row = letterRow(letter, place, message.data.byteLength, 'dead');
  await keepTrying(() => insertMapped(deps.store, [row]), deps);
  deps.metrics.deadLettered.inc({ stage, code: problem.code });
  deps.log.warn(
    { stage, code: problem.code, field: problem.field, streamSeq: message.seq },
    'message went to the dead letters',
  );
}

/** @param place in the dead-letter stream */
export function letterRow(letter: Letter, place: number, bytes: number, state: 'dead' | 'redriven'): MappedRow {
  const { tenant, call, producerKind, producerInstance, seq } = whose(letter);
  return {
    table: 'deadLetters',
    row: {
      tenant,
      call_id: call,
      event_id: letter.eventId,
      letter_seq: place,
      producer_kind: producerKind,
      producer_instance: producerInstance,
      seq,
      subject: letter.subject,
      stage: letter.stage,
      code: letter.problem.code,
      field: letter.problem.field ?? '',
      reason: describeProblem(letter.problem),
      tries: letter.tries,
      state,
      bytes,
      at: letter.brokerAt,
      version: Date.now(),
    },
  };
}
