import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDeliveries } from '../../analytics-worker/delivery/deliveries.ts';
import { deliverOne } from '../../analytics-worker/delivery/one.ts';
import { createPaces } from '../../analytics-worker/delivery/pace.ts';
import { createMetrics } from '../../analytics-worker/metrics.ts';
import { noTracing } from '../../analytics-worker/tracing.ts';
import { openTries } from '../../analytics-worker/broker/tries.ts';
import { hotLead } from '../../analytics-worker/alerts/hot-lead.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import { createStore } from '../../clickhouse/client.ts';
import { createLog } from '../../lib/log.ts';
import { newCall } from '../../events/ids.ts';
import { conclude } from '../conclusions/helpers.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { provisionBroker } from '../harness/worker.ts';
import { hotCall } from './hot-call.ts';

let nats: TestNats;
beforeAll(async () => {
  nats = await startNats();
  await provisionBroker(nats);
}, 60_000);
afterAll(() => nats?.stop());

test('a message whose rows the store refuses is let go of only when its request has ended', async () => {
  const [nc, call, nowMs] = [await nats.connect(), newCall(), Date.now()];
  const facts = hotCall('t1', call).facts.map((fact) => ({ fact, brokerAt: fact.at, atQuarantined: false }));
  const config = { scoring: defaultScoring, personSecret: 'secret' };
  const alert = hotLead({ tenant: 't1', call, facts, conclusions: conclude(facts), config, nowMs });
  if (!alert) throw new Error('no alert');
  const deliveries = await openDeliveries(nc);
  const steps = new EventEmitter();
  const deps = {
    nc,
    store: createStore({ url: 'http://127.0.0.1:9', database: 'none' }),
    deliveries,
    tries: await openTries(nc),
    maxTries: 1,
    metrics: createMetrics(),
    tracing: noTracing,
    log: createLog('test', { level: 'silent' }),
    signal: new AbortController().signal,
    destinations: { of: () => ({ kind: 'printed' }) as const },
    publicUrl: undefined,
    onFatal: () => undefined,
    paces: createPaces(),
    write: async () => {
      await once(steps, 'asked');
      throw new Error('refused');
    },
    send: async () => {
      steps.emit('asked');
      await once(steps, 'answered');
      return { kind: 'sent', status: 200 } as const;
    },
  };
  const states: string[] = [];
  const delivering = deliverOne(deps, alert).catch(async (error: unknown) => {
    states.push((await deliveries.find(alert.id))?.delivery.state ?? 'none');
    throw error;
  });
  await once(steps, 'asked');
  await nc.flush();
  steps.emit('answered');
  await expect(delivering).rejects.toThrow('refused');
  expect(states).toEqual(['sent']);
});
