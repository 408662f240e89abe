import type { NatsConnection } from 'nats';
import type { Store } from '../../clickhouse/client.ts';
import { keepTrying, pause } from '../../lib/retry.ts';
import type { ModelSettings } from '../analysis/llm/settings.ts';
import type { ModelFindings } from '../analysis/stored/model-findings.ts';
import { callsLeft, type PastCall } from './calls.ts';
import { assertCurrency, findingsNow, fitsBudget, underWayOf, withCosts } from './costs.ts';
import { openLane } from './lane.ts';
import { untilOffPeakMs } from './off-peak.ts';
import { hasQuestion, isAnswered } from './question.ts';
import { reserveFor } from './reserve.ts';
import type { Run, Runs, StoredRun, UnderWay } from './run.ts';

export type GoOnDeps = {
  nc: NatsConnection;
  store: Store;
  runs: Runs;
  /** The model that is asked; undefined for rules. */
  model: Pick<ModelSettings, 'price' | 'windowTokens'> | undefined;
  signal: AbortSignal;
  /** Told after each step. */
  onStep?: (run: Run) => void;
  now?: () => Date;
};

/** Calls under way at once: enough to keep workers busy, and few that may still cost something after a stop. */
const AT_ONCE: Record<Run['engine'], number> = { rules: 16, llm: 4 };
const LOOK_AGAIN_MS = 200;

/**
 * Sends the calls of a run on their way until all are done, the budget is used up or the signal aborts. How far it has come is
 * kept before each step, so that a killed run goes on where it was; a call that is sent twice is paid for once.
 *
 * @throws EarshotError `run_taken`, when another process works on it; `bad_setting`, when two currencies meet
 */
export async function goOn(deps: GoOnDeps, stored: StoredRun): Promise<Run> {
  const { store, runs, model, signal, now = () => new Date() } = deps;
  const price = model?.price;
  assertCurrency(stored.run, [price?.currency]);
  const lane = await openLane(deps.nc);
  const { tenant, engine } = stored.run;
  const left = callsLeft(store, stored.run);
  /** Places in the lane. */
  const questions = new Map<string, number>();
  const triggers = new Map<string, number>();
  let { run, revision } = stored;

  async function save(changed: Run): Promise<void> {
    ({ run, revision } = await keepTrying(() => runs.save({ ...changed, changedAt: now().getTime() }, revision), {
      signal,
    }));
    deps.onStep?.(run);
  }

  async function send({ call }: UnderWay, found: ModelFindings | undefined): Promise<void> {
    if (engine === 'rules' || !(await hasQuestion(store, { tenant, call }, found))) return derive(call);
    questions.set(call, await keepTrying(() => lane.ask(tenant, call), { signal }));
  }

  async function derive(call: string): Promise<void> {
    triggers.set(call, await keepTrying(() => lane.derive(tenant, call), { signal }));
  }

  /** Has concluded what the model has answered, or what its question is done with otherwise (a dead letter). */
  async function deriveAnswered(askedUpTo: number): Promise<void> {
    const waiting = run.underWay.filter(({ call }) => !triggers.has(call));
    const found = await findingsNow(store, run, callsOf(waiting));
    for (const one of waiting) {
      const isDoneWith = (questions.get(one.call) ?? Infinity) <= askedUpTo;
      if (isDoneWith || isAnswered(one, found(one.call))) await derive(one.call);
    }
  }

  /** Counts what is done, and what it cost. */
  async function settle(): Promise<void> {
    if (run.underWay.length === 0) return;
    const doneUpTo = await keepTrying(() => lane.doneUpTo(), { signal });
    await deriveAnswered(doneUpTo.asked);
    const settled = run.underWay.filter(({ call }) => (triggers.get(call) ?? Infinity) <= doneUpTo.derived);
    if (settled.length === 0) return;
    const found = await findingsNow(store, run, callsOf(settled));
    const asked = settled.filter(({ call, answeredBefore }) => found(call)?.transcript !== answeredBefore);
    await save(withCosts(run, settled, found, price?.currency));
    assertCurrency(
      run,
      asked.map(({ call }) => found(call)?.asked.cost?.currency),
    );
  }

  async function start({ call_id: call, started_at: startedAt }: PastCall, reserved: number): Promise<void> {
    const before = (await findingsNow(store, run, [call]))(call);
    const one = underWayOf(call, before, { reserved, currency: price?.currency });
    await save({ ...run, cursor: { startedAt, call }, underWay: [...run.underWay, one] });
    left.drop();
    await send(one, before);
  }

  await save({ ...run, state: 'running' });
  const found = await findingsNow(store, run, callsOf(run.underWay));
  for (const one of run.underWay) await send(one, found(one.call));
  while (!signal.aborted) {
    await settle();
    const next = await left.first();
    const isIdle = run.underWay.length === 0;
    if (!next && isIdle) await save({ ...run, state: 'done' });
    const reserved =
      next && next.caller_items > 0 && model && price
        ? reserveFor(next, { price, windowTokens: model.windowTokens }, run.dearest)
        : 0;
    const isAffordable = fitsBudget(run, reserved);
    if (next && isIdle && !isAffordable) await save({ ...run, state: 'budget_used_up' });
    if (run.state !== 'running') return run;
    const isOpen = !run.offPeak || untilOffPeakMs(run.offPeak, now()) === 0;
    if (next && isOpen && isAffordable && run.underWay.length < AT_ONCE[run.engine]) await start(next, reserved);
    else await pause(LOOK_AGAIN_MS, signal);
  }
  return run;
}

function callsOf(underWay: readonly UnderWay[]): string[] {
  return underWay.map(({ call }) => call);
}
