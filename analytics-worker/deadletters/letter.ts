import { headers, type MsgHdrs } from 'nats';
import { parseEventId } from '../../events/ids.ts';
import {
  parseAnalyseSubject,
  parseDeriveSubject,
  parseEventSubject,
  parseOutboxSubject,
} from '../../events/subjects.ts';
import type { Problem } from '../../lib/errors.ts';

/** The part of the worker that gave it up. */
export type Stage = 'ingest' | 'derive' | 'analyse' | 'deliver';

/** What stands on a dead letter beside its bytes. */
export type Letter = {
  subject: string;
  stage: Stage;
  problem: Problem;
  tries: number;
  /** Broker's message id of the original: the event id, where its producer set one. */
  eventId: string;
  stream: string;
  streamSeq: number;
  /** Epoch ms at which the broker stored the original. */
  brokerAt: number;
};

const HEADER = 'Earshot-Letter';
/** A re-driven letter carries a new broker id; here its event id stays readable. */
export const ORIGINAL_ID = 'Earshot-Event-Id';

/** Header values are ASCII: the letter travels as URI-encoded JSON. */
export function letterHeaders(letter: Letter): MsgHdrs {
  const h = headers();
  h.set(HEADER, encodeURIComponent(JSON.stringify(letter)));
  return h;
}

export function readLetter(h: MsgHdrs | undefined): Letter | undefined {
  const text = h?.get(HEADER);
  return text ? (JSON.parse(decodeURIComponent(text)) as Letter) : undefined;
}

/** Whose it was, as far as subject and id tell; fields are empty where they do not. */
export function whose(letter: Letter) {
  const { subject } = letter;
  const where =
    parseEventSubject(subject) ??
    parseDeriveSubject(subject) ??
    parseAnalyseSubject(subject) ??
    parseOutboxSubject(subject);
  const id = parseEventId(letter.eventId);
  const mine = id && where && id.tenant === where.tenant && id.call === where.call ? id : undefined;
  const seq = mine ? Number(mine.key) : Number.NaN;
  return {
    tenant: where?.tenant ?? '',
    call: where?.call ?? '',
    producerKind: mine?.kind ?? '',
    producerInstance: mine?.instance ?? '',
    seq: Number.isInteger(seq) && seq > 0 ? seq : null,
  };
}
