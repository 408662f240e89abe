import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createStore, type Store } from '../../clickhouse/client.ts';
import { callFacts } from '../../clickhouse/queries/call-facts.ts';
import { transcriptOfCall } from '../../clickhouse/queries/transcript-of-call.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { LINES } from '../../deploy/demo/callers.ts';
import { settle, TENANT } from '../../deploy/demo/settle.ts';
import { inherited } from '../../deploy/env.ts';
import { DATABASE } from '../../deploy/local/prepare.ts';
import { loginLink } from '../../deploy/local/login.ts';
import { startStack } from '../../deploy/local/stack.ts';
import { openState } from '../../deploy/local/state.ts';
import { isA, type Fact, type FactType } from '../../events/catalogue.ts';
import { decode } from '../../events/codec.ts';
import { newCall } from '../../events/ids.ts';
import { createLimit } from '../../lib/limit.ts';
import type { CallOutcome } from '../callers/outcome.ts';
import { startCaller, type CallerProcess } from '../callers/start.ts';
import { listScenarios, loadScenario } from '../scenarios/load.ts';
import type { Scenario } from '../scenarios/schema.ts';
import { startVendors } from '../vendors/start.ts';
import { watchLive, type Watched } from './pages.ts';

/** One call: who called, what his process saw of it, and the words and facts that are stored of it. */
export type Told = {
  scenario: Scenario;
  call: string;
  outcome: CallOutcome;
  transcript: RowOfQuery<typeof transcriptOfCall>[];
  facts: Fact[];
};

/** Where the pages are, and a link that logs one browser in. */
export type Place = { apiUrl: string; login(): Promise<string> };

export type Everybody = Place & {
  /** By the name of the scenario. */
  calls: ReadonlyMap<string, Told>;
  /** Parameters of a query about these calls. */
  scope: { tenant: string; callIds: string[] };
  store: Store;
  /** What was seen of the pages while the calls went on. */
  watched: Promise<Watched | undefined>;
  stop(): Promise<void>;
};

/**
 * Starts broker, store, worker, api and vendors, lets everybody call, looks at the Live page meanwhile, and waits
 * until all of it is concluded.
 */
export async function letEverybodyCall(): Promise<Everybody> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-e2e-'));
    undo.push(() => rm(dir, { recursive: true, force: true }));
    const state = await openState(path.join(dir, 'state'));
    undo.push(state.close);
    const stack = await startStack({ state, env: inherited() });
    undo.push(stack.stop);
    const vendors = await startVendors();
    undo.push(vendors.stop);
    const store = createStore({ url: stack.clickhouseUrl, database: DATABASE });
    undo.push(store.close);

    // A slow disk makes the spool warn, which is no matter here.
    const env = { ...stack.env, LOG_LEVEL: 'error', EARSHOT_VENDORS_URL: vendors.url };
    const place = { apiUrl: stack.apiUrl, login: () => loginLink(stack) };
    let watched: Promise<Watched | undefined> = Promise.resolve(undefined);
    const made = await callInTurn(await listScenarios(), env, () => {
      watched = watchLive(place);
      // Whoever asks what was seen hears of a failure; until then it is nobody's.
      watched.catch(() => {});
    });
    const ids = made.map(({ call, scenario }) => ({ id: call, scenario: scenario.name }));
    const open = await settle(store, ids, new AbortController().signal);
    if (open.length > 0) throw new Error(open.join('; '));
    const told = await Promise.all(made.map(async (one) => ({ ...one, ...(await storedOf(store, one.call)) })));
    return {
      calls: new Map(told.map((one) => [one.scenario.name, one])),
      scope: { tenant: TENANT, callIds: ids.map(({ id }) => id) },
      store,
      ...place,
      watched,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The calls are in real time: the first begin when the last process has been loaded. */
async function callInTurn(names: readonly string[], env: Record<string, string>, onBegin: () => void) {
  const scenarios = await Promise.all(names.map((name) => loadScenario(name)));
  const callers = scenarios.map((scenario) => {
    const call = newCall();
    return { scenario, call, process: startCaller({ scenario: scenario.name, call, env, hold: true }) };
  });
  try {
    await Promise.race([Promise.all(callers.map(({ process }) => process.ready)), failed(callers)]);
    onBegin();
    const line = createLimit(LINES);
    const made = callers.map(({ scenario, call, process }) =>
      line(async () => {
        process.begin();
        return { scenario, call, outcome: await process.ended };
      }),
    );
    return await Promise.all(made);
  } catch (error) {
    for (const { process } of callers) process.kill();
    throw error;
  }
}

/** Rejects when one ends before its call began; resolves with nothing else. */
async function failed(callers: readonly { process: CallerProcess }[]): Promise<void> {
  await Promise.all(callers.map(({ process }) => process.ended));
}

async function storedOf(store: Store, callId: string): Promise<Pick<Told, 'transcript' | 'facts'>> {
  const params = { tenant: TENANT, callId };
  const [transcript, rows] = await Promise.all([store.run(transcriptOfCall, params), store.run(callFacts, params)]);
  const facts = rows.map(({ payload }) => {
    const decoded = decode(new TextEncoder().encode(payload));
    if (decoded.kind !== 'fact') throw new Error(`what is stored does not fit the contract: ${payload}`);
    return decoded.fact;
  });
  return { transcript, facts };
}

/** What the facts of one type say, in order. */
export function dataOf<Type extends FactType>({ facts }: Told, type: Type) {
  return facts.filter(isA(type)).map(({ data }) => data);
}
