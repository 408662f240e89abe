import type { Store } from '../../clickhouse/client.ts';
import type { Fact } from '../../events/catalogue.ts';
import { encode } from '../../events/codec.ts';
import { subjects } from '../../events/subjects.ts';
import { aFact } from '../harness/facts.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import type { NatsConnection } from 'nats';

export type BenchRig = {
  nats: TestNats;
  testStore: TestStore;
  store: Store;
  nc: NatsConnection;
  stop(): Promise<void>;
};

/** A broker and a store of their own, provisioned and migrated. */
export async function startBenchRig(): Promise<BenchRig> {
  const [nats, testStore] = await Promise.all([startNats(), startStore()]);
  await provisionBroker(nats, { ackWaitMs: 10_000 });
  return {
    nats,
    testStore,
    store: testStore.store(),
    nc: await nats.connect({ noAsyncTraces: true }),
    stop: async () => void (await Promise.all([nats.stop(), testStore.stop()])),
  };
}

/** Events of a call as a collector sends them: mostly metrics and states, some items and signals. */
export function factsOfCall(call: string, count: number): Fact[] {
  const start = Date.now() - count * 20;
  return Array.from({ length: count }, (_, index) => {
    const seq = index + 1;
    const place = { tenant: 'bench', call, seq, at: start + index * 20 };
    const speechId = `speech-${Math.floor(index / 10)}`;
    switch (index % 10) {
      case 0:
        return aFact('caller.state', { from: 'listening', to: 'speaking' }, place);
      case 3:
        return aFact(
          'item.committed',
          {
            itemId: `item-${seq}`,
            role: 'user',
            text: 'We are a team of twelve and send contracts.',
            createdAt: place.at,
            interrupted: false,
            speechId,
          },
          place,
        );
      case 5:
        return aFact(
          'metrics.llm',
          {
            provider: 'openai',
            model: 'gpt-4.1-mini',
            speechId,
            requestId: `r-${seq}`,
            endedAt: place.at,
            durationMs: 700,
            ttftMs: 250,
            cancelled: false,
            promptTokens: 900,
            cachedTokens: 512,
            completionTokens: 40,
            totalTokens: 940,
            tokensPerSecond: 57,
          },
          place,
        );
      case 7:
        return aFact(
          'metrics.tts',
          {
            provider: 'ElevenLabs',
            model: 'eleven_turbo_v2_5',
            speechId,
            requestId: `s-${seq}`,
            endedAt: place.at,
            durationMs: 400,
            ttfbMs: 120,
            audioDurationMs: 3_000,
            characters: 80,
            cancelled: false,
          },
          place,
        );
      default:
        return aFact('agent.state', { from: 'listening', to: 'thinking' }, place);
    }
  });
}

const WINDOW = 128;

/** Puts facts into the event stream, as fast as it takes them. */
export async function publishAll(nc: NatsConnection, facts: readonly Fact[]): Promise<void> {
  const js = nc.jetstream();
  for (let at = 0; at < facts.length; at += WINDOW) {
    const window = facts.slice(at, at + WINDOW);
    await Promise.all(
      window.map((fact) =>
        js.publish(subjects.event(fact.tenant, fact.call, fact.type), encode(fact), { msgID: fact.id }),
      ),
    );
  }
}
