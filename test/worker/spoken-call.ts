import type { Fact, FactData, FactType } from '../../events/catalogue.ts';
import { aFact } from '../harness/facts.ts';

/** A caller who needs Salesforce for twelve people and is put off by the price. */
export const CONVERSATION: readonly string[] = [
  'agent: hi how can i help',
  "user: hi we're a team of twelve and we send about three hundred contracts a month",
  'agent: great do you work with a crm',
  'user: yes it has to work with sales force',
  'agent: it does and it costs forty a month',
  'user: hm that is a bit too expensive for us',
  'agent: there is a yearly plan for thirty',
  "user: okay thirty works please send me the offer by friday we're leaving docu sign",
  'agent: i will send it by friday bye',
];

export type SpokenCall = {
  /** Everything but the end. */
  facts: Fact[];
  ending: Fact[];
  /** One more fact of the same producer, after the end. */
  late<Type extends FactType>(type: Type, data: FactData<Type>): Fact;
};

/** A call in which these lines were said, a second apart; its items are `item_1`, `item_2`, … */
export function spokenCall(
  tenant: string,
  call: string,
  {
    lines = CONVERSATION,
    signals = {},
    at = Date.now() - 60_000,
  }: { lines?: readonly string[]; signals?: Record<string, unknown>; at?: number } = {},
): SpokenCall {
  let seq = 0;
  const next = () => ({ tenant, call, seq: ++seq, at: at + seq * 1_000 });
  const started = { startedAt: at, agent: { name: 'front-desk' }, sdk: { name: 'test' }, channel: 'web' } as const;
  const facts: Fact[] = [
    aFact('call.started', started, next()),
    ...lines.map((line, index) => {
      const place = next();
      const [, role, text = ''] = /^(agent|user): ?([\s\S]*)$/.exec(line) ?? [];
      const said = { itemId: `item_${index + 1}`, text, createdAt: place.at, interrupted: false };
      return aFact('item.committed', { ...said, role: role === 'agent' ? 'assistant' : 'user' }, place);
    }),
    ...Object.entries(signals).map(([name, value]) => aFact('signal.recorded', { name, value }, next())),
  ];
  const ending = [
    aFact('call.ended', { endedAt: at + (seq + 1) * 1_000, reason: 'caller_hung_up', by: 'caller' }, next()),
    aFact('producer.closed', { lastSeq: seq + 1, by: 'self' }, next()),
  ];
  return { facts, ending, late: (type, data) => aFact(type, data, next()) };
}
