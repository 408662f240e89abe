import { NatsError, type JetStreamPublishOptions, type NatsConnection } from 'nats';
import { EarshotError, messageOf } from '../errors.ts';
import { brokerCodes, codeOf } from './codes.ts';
import { EARSHOT } from '../command-line.ts';

/** JetStream answers with these when the message itself can never be stored. */
const PERMANENT_CODES: readonly number[] = [10054, 10060, brokerCodes.wrongLastSequence, 10075];
/** No answer in time, or JetStream is not up yet. */
const SLOW_CODES: readonly string[] = ['TIMEOUT', '503'];
const PUBLISH_TIMEOUT_MS = 5_000;
const EMPTY = new Uint8Array();

/**
 * Publishes and waits until the stream has it.
 *
 * @returns its place in the stream; of a message that was there already, the first one's.
 * @throws EarshotError `broker_unavailable` (try again) or `publish_refused` (the message can never be stored).
 */
export async function publish(
  nc: NatsConnection,
  subject: string,
  body: Uint8Array = EMPTY,
  options: Partial<JetStreamPublishOptions> = {},
): Promise<number> {
  try {
    return (await nc.jetstream({ timeout: PUBLISH_TIMEOUT_MS }).publish(subject, body, options)).seq;
  } catch (error) {
    const code = codeOf(error);
    const refused =
      (code !== undefined && PERMANENT_CODES.includes(code)) ||
      (error instanceof NatsError && error.code === 'MAX_PAYLOAD_EXCEEDED');
    if (!refused) throw brokerAway(error);
    const problem = {
      code: 'publish_refused',
      field: 'subject',
      message: messageOf(error),
      fix: `see the streams: ${EARSHOT} stream check`,
    };
    throw new EarshotError(problem, { retriable: 'no', cause: error });
  }
}

/** What a request to the broker answers; every failure of it is an outage, to be waited out. */
export async function orBrokerAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw brokerAway(error);
  }
}

/** As `orBrokerAway`, but only for answers that did not come in time; what the broker says no to is thrown as it is. */
export async function orBrokerSlow<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NatsError && SLOW_CODES.includes(error.code)) throw brokerAway(error);
    throw error;
  }
}

function brokerAway(error: unknown): EarshotError {
  const fix = 'start the broker; it is waited for';
  return new EarshotError(
    { code: 'broker_unavailable', field: 'NATS_URL', message: messageOf(error), fix },
    { retriable: 'yes', cause: error },
  );
}
