import { createHash } from 'node:crypto';
import type { IdGenerator } from '@opentelemetry/sdk-trace-node';
import { within } from '../lib/retry.ts';

/** One step of a call's way through the worker. Times are epoch ms. */
export type Step = {
  tenant: string;
  call: string;
  name: 'call' | 'event' | 'derive' | 'analyse' | 'deliver';
  fromMs: number;
  toMs: number;
  /** Never what somebody said, and nobody's name or number. */
  attributes?: Record<string, string | number | boolean>;
};

/**
 * The steps of a call as OpenTelemetry spans (docs/worker.md, traces). All spans of a call are in one trace, whose id follows
 * from the call: no process hands it to another, and nothing rides with the events.
 */
export type Tracing = {
  record(step: Step): void;
  /** Sends what is left, for a moment. */
  stop(): Promise<void>;
};

export const noTracing: Tracing = { record: () => undefined, stop: () => Promise.resolve() };

const FLUSH_MS = 1_000;
const SAMPLED = 1;

/**
 * @param endpoint an OpenTelemetry collector's address over HTTP; undefined: no tracing. What it does not take is dropped,
 *   nothing waits for it.
 * @param ratio share of the calls that are traced, 0-1; a call is traced as a whole or not at all.
 */
export async function openTracing(endpoint: string | undefined, ratio: number): Promise<Tracing> {
  if (endpoint === undefined) return noTracing;
  const [api, sdk, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const ids = callIds(new sdk.RandomIdGenerator());
  const provider = new sdk.NodeTracerProvider({
    idGenerator: ids.generator,
    sampler: new sdk.TraceIdRatioBasedSampler(ratio),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }))],
  });
  const tracer = provider.getTracer('earshot-analytics-worker');

  /** The call's own span is the root of the trace; the others hang on it, also those that come before it. */
  function record({ tenant, call, name, fromMs, toMs, attributes }: Step): void {
    const { traceId, spanId } = idsOf(tenant, call);
    const isRoot = name === 'call';
    const parent = api.trace.setSpanContext(api.ROOT_CONTEXT, { traceId, spanId, traceFlags: SAMPLED, isRemote: true });
    const options = {
      startTime: timeOf(fromMs),
      attributes: { 'earshot.tenant': tenant, 'earshot.call': call, ...attributes },
    };
    const span = isRoot
      ? ids.take({ traceId, spanId }, () => tracer.startSpan(name, { ...options, root: true }, api.ROOT_CONTEXT))
      : tracer.startSpan(name, options, parent);
    span.end(timeOf(Math.max(fromMs, toMs)));
  }

  return { record, stop: async () => void (await within(FLUSH_MS, provider.shutdown())) };
}

/** Seconds and nanoseconds: the library takes a number that lies before the process began for one that counts from there. */
function timeOf(ms: number): [number, number] {
  const seconds = Math.floor(ms / 1_000);
  return [seconds, Math.round((ms - 1_000 * seconds) * 1e6)];
}

type Ids = { traceId: string; spanId: string };

/** 16 and 8 bytes as hex, as the protocol has them. */
function idsOf(tenant: string, call: string): Ids {
  const hash = createHash('sha256').update(`${tenant}.${call}`).digest('hex');
  return { traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) };
}

/** The library makes ids of its own, unless a root span's are given beforehand. */
function callIds(random: IdGenerator): { generator: IdGenerator; take<T>(ids: Ids, start: () => T): T } {
  let given: Ids | undefined;
  return {
    generator: {
      generateTraceId: () => given?.traceId ?? random.generateTraceId(),
      generateSpanId: () => given?.spanId ?? random.generateSpanId(),
    },
    take: (own, start) => {
      given = own;
      try {
        return start();
      } finally {
        given = undefined;
      }
    },
  };
}
