import { createStore, type Store } from '../../clickhouse/client.ts';
import { storeSettings } from '../../clickhouse/env.ts';
import { asToken } from '../../events/ids.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { EarshotError } from '../../lib/errors.ts';
import { readModelSettings } from '../analysis/llm/settings.ts';
import type { Engine } from '../analysis/results.ts';
import { readAnalysisEnv } from '../env.ts';
import { readSide } from '../reprocess/difference.ts';
import { goOn, type GoOnDeps } from '../reprocess/go-on.ts';
import { readOffPeak } from '../reprocess/off-peak.ts';
import { readDifferences } from '../reprocess/read-differences.ts';
import { openRuns, type Run, type StoredRun } from '../reprocess/run.ts';
import { withBroker } from './broker.ts';
import { differenceLines, progressLine } from './reprocess-lines.ts';

export type StartOptions = {
  tenant: string;
  from: string;
  to: string;
  engine: Engine;
  budget?: number;
  offPeak?: string;
  name?: string;
};

/** @throws EarshotError `bad_option`, `bad_setting`, `run_exists` */
export async function start(options: StartOptions): Promise<void> {
  const made = newRun(options);
  await work(({ runs }) => runs.create(made));
}

/** @param budget a new one, where the old is used up. @throws EarshotError `no_run`, `run_taken` */
export async function resume(name: string, budget: number | undefined): Promise<void> {
  await work(async ({ runs }) => {
    const found = await runs.get(name);
    return budget === undefined ? found : runs.save({ ...found.run, budget }, found.revision);
  });
}

export async function status(): Promise<void> {
  await withBroker(async (nc) => {
    const runs = await (await openRuns(nc)).list();
    for (const run of runs) console.log(progressLine(run));
    if (runs.length === 0) console.log(`no runs; begin one with: ${EARSHOT} reprocess start`);
  });
}

/** @throws EarshotError `no_run`, `bad_option` */
export async function diff(name: string, options: { before?: string; after?: string; json: boolean }): Promise<void> {
  await withStore(async ({ runs, store }) => {
    const { run } = await runs.get(name);
    const { before = run.engine === 'llm' ? 'rules' : 'rules@previous', after = run.engine } = options;
    const sides = { before: readSide(before, '--before'), after: readSide(after, '--after') };
    const found = await readDifferences(store, run, sides);
    if (options.json) console.log(JSON.stringify({ run: name, before, after, ...found }, null, 2));
    else for (const line of differenceLines(found, { before, after })) console.log(line);
  });
}

type Parts = Pick<GoOnDeps, 'nc' | 'store' | 'runs'>;

/** Until it is done, or interrupted: then it is gone on with by `resume`. */
async function work(open: (parts: Parts) => Promise<StoredRun>): Promise<void> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  await withStore(async (parts) => {
    const stored = await open(parts);
    if (stored.run.state === 'done')
      return console.log(`${progressLine(stored.run)}\nit is done: nothing is left to do`);
    const model = modelFor(stored.run);
    let shown = -1;
    const onStep = (run: Run) => {
      if (run.done !== shown) console.log(progressLine(run));
      shown = run.done;
    };
    const run = await goOn({ ...parts, model, signal: stopping.signal, onStep }, stored);
    console.log(progressLine(run));
    if (run.state !== 'done') console.log(`go on with: ${EARSHOT} reprocess resume ${run.name}`);
  });
  process.off('SIGINT', stop).off('SIGTERM', stop);
}

async function withStore(work: (parts: Parts) => Promise<void>): Promise<void> {
  await withBroker(async (nc, env) => {
    const store: Store = createStore(storeSettings(env));
    try {
      await work({ nc, store, runs: await openRuns(nc) });
    } finally {
      await store.close();
    }
  });
}

function newRun({ tenant, from, to, engine, budget, offPeak, name }: StartOptions): Run {
  const [fromMs, toMs] = [readTime(from, '--from'), readTime(to, '--to')];
  if (toMs <= fromMs) throw bad('--to', `${to} is not after ${from}`, 'give a later time');
  if (budget !== undefined && engine === 'rules') throw bad('--budget', 'rules cost nothing', 'leave it out');
  const nowMs = Date.now();
  const price = modelFor({ engine, budget: budget ?? null })?.price;
  return {
    name: asToken(name ?? `${engine}-${new Date(nowMs).toISOString().slice(0, 19).replaceAll(/\D/g, '')}`),
    ...{ tenant, fromMs, toMs, engine, budget: budget ?? null },
    offPeak: offPeak === undefined ? null : readOffPeak(offPeak),
    ...{ state: 'running', startedAt: nowMs, changedAt: nowMs, cursor: null, underWay: [] },
    ...{ done: 0, spent: price ? { amount: 0, currency: price.currency } : null, dearest: 0 },
  };
}

/** What is asked costs; without a price no budget can be kept. @throws EarshotError `bad_setting` */
function modelFor({ engine, budget }: Pick<Run, 'engine' | 'budget'>) {
  if (engine === 'rules') return undefined;
  const settings = readModelSettings(readAnalysisEnv());
  const fix = 'set the ANALYSIS_LLM_… variables of the workers (docs/analysis-models.md)';
  const missing = (field: string, message: string) => new EarshotError({ code: 'bad_setting', field, message, fix });
  if (!settings) throw missing('ANALYSIS_LLM_MODEL', 'no model is set');
  if (budget !== null && !settings.price) throw missing('ANALYSIS_LLM_PRICE', 'a budget needs the price of the model');
  return settings;
}

function readTime(text: string, option: string): number {
  const ms = Date.parse(text);
  if (Number.isFinite(ms)) return ms;
  throw bad(option, `is ${text}`, 'give a day or a time, like 2026-01-31 or 2026-01-31T08:00:00Z');
}

function bad(field: string, message: string, fix: string): EarshotError {
  return new EarshotError({ code: 'bad_option', field, message, fix });
}
