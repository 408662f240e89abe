import { isFactType, type Fact, type FactType } from '../../events/catalogue.ts';
import { decode } from '../../events/codec.ts';
import type { Envelope } from '../../events/envelope.ts';
import type { Lane } from '../../events/subjects.ts';
import type { Problem } from '../../lib/errors.ts';
import type { MappedRow } from '../store/mapped.ts';
import type { EventMessage } from './message.ts';
import { mapEvent } from './rows.ts';
import { judgeTime, type TimedEvent } from './time.ts';

/** What ingest makes of one message. Pure: order and redelivery do not matter. */
export type Outcome =
  | {
      kind: 'rows';
      event: Envelope | Fact;
      known: boolean;
      timeQuarantined: boolean;
      rows: MappedRow[];
      trigger: Lane | undefined;
    }
  | { kind: 'refused'; problem: Problem };

/** Events after which a call's conclusions may read differently: turn ends, signals, the end, accounts. */
const TRIGGERS: ReadonlySet<FactType> = new Set<FactType>([
  'call.started',
  'call.updated',
  'call.ended',
  'call.linked',
  'participant.joined',
  'participant.left',
  'room.finished',
  'page.heard',
  'item.committed',
  'speech.finished',
  'playout.finished',
  'tool.executed',
  'fallback.switched',
  'error.raised',
  'producer.gap',
  'producer.closed',
]);

/** Published this much after it happened, an event is late: whatever it is, the call is concluded again. */
const LATE_MS = 10_000;

export function step(message: EventMessage): Outcome {
  const decoded = decode(message.data, message.subject);
  if (decoded.kind === 'refused') return decoded;
  const event = decoded.kind === 'fact' ? decoded.fact : decoded.envelope;
  const known = decoded.kind === 'fact';
  const timed = judgeTime(event, message.brokerAt);
  return {
    kind: 'rows',
    event,
    known,
    timeQuarantined: timed.atStated !== null,
    rows: mapEvent(event, known, timed),
    trigger: laneFor(event, timed),
  };
}

/** The lane of the trigger that an event causes. A signal may make a lead hot, so it goes first; so does what the sweep waited for. */
function laneFor(event: Envelope | Fact, timed: TimedEvent): Lane | undefined {
  // Who reads a call changes nothing about it.
  if (event.producer.kind === 'api') return undefined;
  if (event.type === 'signal.recorded' || event.producer.kind === 'worker') return 'hot';
  const late = timed.brokerAt - timed.at > LATE_MS;
  return late || (isFactType(event.type) && TRIGGERS.has(event.type)) ? 'standard' : undefined;
}
