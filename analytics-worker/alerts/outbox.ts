import type { NatsConnection, StoredMsg } from 'nats';
import { streams, subjects } from '../../events/subjects.ts';
import { EarshotError } from '../../lib/errors.ts';
import { brokerCodes, codeOf, orNone } from '../../lib/broker/codes.ts';
import { orBrokerAway, publish } from '../../lib/broker/publish.ts';
import { outboxMessage, type OutboxMessage } from './message.ts';

export type Said = { message: OutboxMessage; seq: number };

/**
 * What workers say, once. A message is published under the condition that its subject still ends with what the publisher
 * read there, so that of any number of workers one says it. Both reject with `broker_unavailable` while the broker is away.
 */
export type Outbox = {
  /** The newest message of that kind about a call, undefined when there is none. */
  last(place: Place, kind: OutboxMessage['kind']): Promise<Said | undefined>;
  /**
   * @param expected sequence of the newest message on the subject, 0 for none.
   * @returns false when somebody else has said something since.
   */
  publish(message: OutboxMessage, expected: number): Promise<boolean>;
};
export type Place = { tenant: string; call: string; rule: string };

export function openOutbox(nc: NatsConnection): Outbox {
  return {
    last: async (place, kind) => {
      const stored = await orBrokerAway(() => newestOn(nc, subjectOf(place, kind)));
      return stored && { message: outboxMessage.parse(stored.json()), seq: stored.seq };
    },
    publish: async (message, expected) => {
      const body = new TextEncoder().encode(JSON.stringify(message));
      try {
        await publish(nc, subjectOf(message, message.kind), body, { expect: { lastSubjectSequence: expected } });
        return true;
      } catch (error) {
        if (error instanceof EarshotError && codeOf(error.cause) === brokerCodes.wrongLastSequence) return false;
        throw error;
      }
    },
  };
}

async function newestOn(nc: NatsConnection, subject: string): Promise<StoredMsg | undefined> {
  const jsm = await nc.jetstreamManager({ checkAPI: false });
  return orNone(jsm.streams.getMessage(streams.outbox.name, { last_by_subj: subject }));
}

function subjectOf({ tenant, call, rule }: Place, kind: OutboxMessage['kind']): string {
  return kind === 'alert' ? subjects.outbox(tenant, call, rule) : subjects.correction(tenant, call, rule);
}
