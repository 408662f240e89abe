import type { Store } from '../clickhouse/client.ts';
import { EarshotError, messageOf } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { keepTrying } from '../lib/retry.ts';
import type { Shutdown } from '../lib/shutdown.ts';
import { openOutbox } from './alerts/outbox.ts';
import { startAnalyse, type Analyse, type AnalyseDeps } from './analyse/analyse.ts';
import { readPrices } from './analysis/cost/read-prices.ts';
import { findingsPrompt } from './analysis/llm/prompt.ts';
import { readModelSettings, type ModelSettings } from './analysis/llm/settings.ts';
import { startBeat } from './broker/beat.ts';
import { connectBroker, disconnect } from '../lib/broker/connection.ts';
import { orBrokerSlow } from '../lib/broker/publish.ts';
import { assertProvisioned } from './broker/topology.ts';
import { MAX_TRIES, openTries } from './broker/tries.ts';
import { readConclusionConfig } from './conclusions/config.ts';
import { serveRedrive } from './deadletters/serve.ts';
import { startDeliver } from './delivery/deliver.ts';
import { openDeliveries } from './delivery/deliveries.ts';
import { readDestinations } from './delivery/destinations.ts';
import { createSend } from './delivery/send.ts';
import { startDerive } from './derive/derive.ts';
import { brokerSettings, readAnalysisEnv, type WorkerEnv } from './env.ts';
import { startHealth } from './health.ts';
import { startIngest } from './ingest/ingest.ts';
import { startReplay } from './ingest/replay.ts';
import { createMetrics } from './metrics.ts';
import { watchParts } from '../lib/parts.ts';
import { startRoomSweep } from './sweep/rooms.ts';
import { startSweep, watchUptime } from './sweep/sweep.ts';
import { openAnalysisThread } from './thread/open.ts';
import { openTracing } from './tracing.ts';

/** What is in flight at shutdown gets this long, ms; after that it is given back. */
const FINISH_MS = 5_000;

/**
 * Starts every stage and says how each is stopped: intake first, then what is in flight, the broker last. The analysis thread
 * has started too: the first call to end would wait for it.
 *
 * @param print shows a message for which no destination is configured.
 * @throws EarshotError when the broker refuses, a stream is missing or drifted, a setting is bad, or the port is taken.
 */
export async function startWorker(
  env: WorkerEnv,
  store: Store,
  log: Log,
  shutdown: Shutdown,
  print: (text: string) => void,
): Promise<{ port: number }> {
  const config = readConclusionConfig({ scoring: env.SCORING_CONFIG, personKeySecret: env.PERSON_KEY_SECRET });
  const destinations = await readDestinations({
    config: env.DESTINATIONS_CONFIG,
    webhookUrl: env.SLACK_WEBHOOK_URL,
    slackApiUrl: env.SLACK_API_URL,
  });
  const model = readModelSettings(readAnalysisEnv());
  const prices = await readPrices(env.PRICES_CONFIG);
  const nc = await connectBroker(brokerSettings(env), 'worker');
  /** A broker that is slow or only just up is waited for. */
  const patiently = <T>(work: () => Promise<T>) => keepTrying(() => orBrokerSlow(work));
  await patiently(() => assertProvisioned(nc));
  const metrics = createMetrics();
  const tracing = await openTracing(env.OTEL_EXPORTER_OTLP_ENDPOINT, env.OTEL_TRACES_SAMPLER_ARG);
  const abort = new AbortController();
  const tries = await patiently(() => openTries(nc));
  const onFatal = endProcess(log, shutdown);
  const { scoring } = config;
  const thread = openAnalysisThread({ config: { scoring, prices }, log, signal: abort.signal });
  const analysis = { analyse: thread.analyse, asksVersion: model && findingsPrompt().version };
  const watched = { metrics, tracing, log };
  const deps = { nc, store, ...watched, signal: abort.signal, tries, maxTries: MAX_TRIES, config, onFatal };

  const parts = watchParts(nc, store);
  const health = await startHealth({ host: env.WORKER_HOST, port: env.WORKER_PORT }, metrics, parts.problems).catch(
    (error: unknown) => {
      throw portTaken(env, error);
    },
  );
  const ingest = await patiently(() => startIngest(deps));
  const derive = await patiently(() => startDerive({ ...deps, analysis, outbox: openOutbox(nc) }));
  const analyse = await patiently(() => startModel({ ...deps, findByRules: thread.findByRules }, model));
  const deliveries = await patiently(() => openDeliveries(nc));
  const sending = { destinations, deliveries, send: createSend(log, print), publicUrl: env.EARSHOT_PUBLIC_URL };
  const deliver = await patiently(() => startDeliver({ ...deps, ...sending }));
  const brokerUp = watchUptime(nc);
  const sweep = startSweep({ ...deps, intervalMs: env.SWEEP_INTERVAL_MS }, brokerUp);
  const rooms = startRoomSweep({ ...deps, noAgentAfterMs: env.NO_AGENT_AFTER_MS }, brokerUp);
  const replay = await patiently(() => startReplay(deps));
  const redrives = serveRedrive(deps);
  const beat = await patiently(() =>
    startBeat(nc, log, () => [ingest, derive, analyse, deliver].reduce((sum, stage) => sum + stage.held(), 0)),
  );

  shutdown.add('redrives', () => redrives.stop());
  shutdown.add('sweep', async () => void (await Promise.all([sweep.stop(), rooms.stop()])));
  shutdown.add('intake', async () => {
    const timer = setTimeout(() => abort.abort(), FINISH_MS);
    await Promise.all([ingest.stop(), derive.stop(), analyse.stop(), deliver.stop(), replay.stop()]);
    clearTimeout(timer);
    abort.abort();
  });
  shutdown.add('analysis thread', () => thread.close());
  shutdown.add('traces', () => tracing.stop());
  shutdown.add('health', () => health.close());
  shutdown.add('parts', () => parts.stop());
  shutdown.add('beat', () => beat.stop());
  shutdown.add('broker', () => disconnect(nc));
  await thread.started;
  return { port: health.port };
}

/** Without a model nothing is asked; what others have put into the stream waits for a worker that has one. */
async function startModel(deps: Omit<AnalyseDeps, 'model'>, settings: ModelSettings | undefined): Promise<Analyse> {
  if (!settings) return { held: () => 0, stop: () => Promise.resolve() };
  // The library of models is slow to load.
  const { openModel } = await import('./analysis/llm/model.ts');
  return startAnalyse({ ...deps, model: openModel(settings) });
}

/** For errors of which nobody knows whether trying again helps: end in order, a supervisor starts the process afresh. */
function endProcess(log: Log, shutdown: Shutdown): (error: unknown) => void {
  return (error) => {
    log.fatal({ error: messageOf(error) }, 'cannot go on');
    process.exitCode = 1;
    void shutdown.run('fatal').finally(() => process.exit());
  };
}

function portTaken(env: WorkerEnv, error: unknown): EarshotError {
  const message = `cannot listen on ${env.WORKER_HOST}:${env.WORKER_PORT} (${messageOf(error)})`;
  const fix = 'set WORKER_PORT to a free port, or to 0 for any';
  return new EarshotError({ code: 'port_in_use', field: 'WORKER_PORT', message, fix }, { cause: error });
}
