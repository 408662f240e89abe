import type { Fact } from '../../events/catalogue.ts';
import { aFact } from '../harness/facts.ts';

/** What a caller said, to be found in answers that must not have it. */
export const SAID = 'we are twelve people at Wolfram and Daughters';
export const EMAIL = 'ada@wolfram.example';

/** A short call of `t1` that is over and whose books balance. */
export function aCall(call: string, startedAt = Date.now() - 60_000): Fact[] {
  let seq = 0;
  const place = () => ({ call, seq: ++seq, at: startedAt + seq * 1_000 });
  const item = { interrupted: false, createdAt: startedAt + 3_000 };
  return [
    aFact(
      'call.started',
      {
        startedAt,
        agent: { name: 'front-desk', version: '1.0.0' },
        sdk: { name: 'livekit-agents-js' },
        channel: 'web',
        participant: { name: 'Ada', email: EMAIL },
      },
      place(),
    ),
    aFact('item.committed', { itemId: 'i1', role: 'assistant', text: 'Hello, how can I help?', ...item }, place()),
    aFact('item.committed', { itemId: 'i2', role: 'user', text: SAID, ...item }, place()),
    aFact('signal.recorded', { name: 'team_size', value: 12, itemId: 'i2', quote: SAID }, place()),
    aFact(
      'tool.executed',
      {
        toolCallId: 'k1',
        name: 'search_knowledge',
        args: `{"query":"${SAID}"}`,
        startedAt: startedAt + 5_000,
        endedAt: startedAt + 5_200,
        durationMs: 200,
        isError: false,
        output: SAID,
      },
      place(),
    ),
    aFact('call.ended', { endedAt: startedAt + 30_000, reason: 'caller_hung_up', by: 'caller' }, place()),
    aFact('producer.closed', { lastSeq: 7, by: 'self' }, place()),
  ];
}
