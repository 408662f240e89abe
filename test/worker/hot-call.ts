import type { NatsConnection } from 'nats';
import type { Fact } from '../../events/catalogue.ts';
import { encode } from '../../events/codec.ts';
import { subjects } from '../../events/subjects.ts';
import { aFact } from '../harness/facts.ts';

/** What a caller says that makes him a hot lead: 84 of 100. */
const SIGNALS: [name: string, value: unknown, quote: string][] = [
  ['team_size', 12, 'a team of twelve'],
  ['monthly_volume', 300, 'three hundred contracts a month'],
  ['integration_needs', ['salesforce'], 'it has to work with Salesforce'],
  ['decision_timeline', 'this_week', 'we decide this week'],
];

export type HotCall = {
  /** The call until it is hot, still going on. */
  facts: Fact[];
  /** More signals, then the end of the call and its books. */
  ending(signals?: Record<string, unknown>): Fact[];
};

export function hotCall(
  tenant: string,
  call: string,
  { name = 'Dana Whitfield', at = Date.now() - 100 } = {},
): HotCall {
  let seq = 0;
  const place = () => ({ tenant, call, seq: ++seq, at: at + seq });
  const signal = ([signalName, value, quote]: (typeof SIGNALS)[number]) =>
    aFact('signal.recorded', { name: signalName, value, quote, itemId: `i${seq}` }, place());
  const started = {
    startedAt: at,
    agent: { name: 'front-desk' },
    sdk: { name: 'test' },
    channel: 'web',
    participant: { name, company: 'Northbeam Logistics', email: 'dana@northbeam.example' },
  } as const;
  return {
    facts: [aFact('call.started', started, place()), ...SIGNALS.map(signal)],
    ending: (signals = {}) => [
      ...Object.entries(signals).map(([signalName, value]) => signal([signalName, value, 'as I said'])),
      aFact('call.ended', { endedAt: at + 60, reason: 'caller_hung_up', by: 'caller' }, place()),
      aFact('producer.closed', { lastSeq: seq + 1, by: 'self' }, place()),
    ],
  };
}

export async function send(nc: NatsConnection, facts: readonly Fact[]): Promise<void> {
  const js = nc.jetstream();
  for (const fact of facts)
    await js.publish(subjects.event(fact.tenant, fact.call, fact.type), encode(fact), { msgID: fact.id });
}
