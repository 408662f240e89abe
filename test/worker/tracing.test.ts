import { afterEach, expect, it } from 'vitest';
import { openTracing } from '../../analytics-worker/tracing.ts';
import { groupBy } from '../../lib/group.ts';
import { startSpanCollector, type SpanCollector } from './span-collector.ts';

let collector: SpanCollector | undefined;
afterEach(() => collector?.stop());

const at = (fromMs: number, toMs: number) => ({ tenant: 'acme', fromMs, toMs });

it('puts all steps of a call into one trace under the call, whichever process takes them', async () => {
  collector = await startSpanCollector();
  const { spans, url } = collector;
  const [one, other] = await Promise.all([openTracing(url, 1), openTracing(url, 1)]);
  one.record({ ...at(1_000, 1_020), call: 'AJ_1', name: 'event' });
  other.record({ ...at(1_020, 1_050), call: 'AJ_1', name: 'derive' });
  one.record({ ...at(900, 2_000), call: 'AJ_1', name: 'call' });
  other.record({ ...at(1_020, 1_000), call: 'AJ_2', name: 'event' });
  await Promise.all([one.stop(), other.stop()]);

  const own = spans.filter(({ traceId }) => traceId === spans[0]?.traceId);
  const root = own.find(({ name }) => name === 'call');
  expect(own.map(({ name }) => name).toSorted()).toEqual(['call', 'derive', 'event']);
  expect(root?.parentSpanId ?? '').toBe('');
  expect(own.filter(({ name }) => name !== 'call').map(({ parentSpanId }) => parentSpanId)).toEqual([
    root?.spanId,
    root?.spanId,
  ]);
  expect(own.find(({ name }) => name === 'event')).toMatchObject({
    startTimeUnixNano: '1000000000',
    endTimeUnixNano: '1020000000',
  });
  // Clocks of two machines differ; a span does not end before it begins.
  const later = spans.find(({ traceId }) => traceId !== root?.traceId);
  expect(later?.endTimeUnixNano).toBe(later?.startTimeUnixNano);
});

it('traces a call as a whole or not at all', async () => {
  collector = await startSpanCollector();
  const { spans, url } = collector;
  const tracing = await openTracing(url, 0.5);
  const calls = Array.from({ length: 40 }, (_, index) => `AJ_${index}`);
  for (const call of calls)
    for (const name of ['event', 'derive', 'call'] as const) tracing.record({ ...at(1_000, 1_020), call, name });
  await tracing.stop();
  const sizes = [...groupBy(spans, ({ traceId }) => traceId).values()].map((own) => own.length);
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.length).toBeLessThan(35);
  expect(new Set(sizes)).toEqual(new Set([3]));
});

it('neither waits for a collector that is away nor fails with it', async () => {
  const tracing = await openTracing('http://127.0.0.1:9', 1);
  tracing.record({ ...at(1_000, 1_020), call: 'AJ_1', name: 'event' });
  await expect(tracing.stop()).resolves.toBeUndefined();
});
