import { createStore, type Store } from '../../clickhouse/client.ts';
import { newCall } from '../../events/ids.ts';
import { INTERRUPTED_EXIT_CODE } from '../local/interrupt.ts';
import { ABOUT_LINK, loginLink } from '../local/login.ts';
import { DATABASE } from '../local/prepare.ts';
import type { Session } from '../local/session.ts';
import { watchAlerts } from './alerts.ts';
import { callerOf, letThemCall, linesOf, startVendors, type Call, type CallersOptions } from './callers.ts';
import { castOfCallers, describeVendors } from './cast.ts';
import { columns, heading, seconds } from './format.ts';
import { createLiveLog } from './live-log.ts';
import { roomAgent, talksToVendors } from './room-agent.ts';
import { settle } from './settle.ts';
import { summaryOf } from './summary.ts';

const PHASES = {
  title: 'How long each phase took',
  about: ['From the command to this summary; the calls are in real time.'],
};

export type DemoRun = Session & { vendors: boolean; rooms: boolean };

/**
 * The callers call, the pipeline settles, what was learned is printed. Returns the exit code: 0 when every call went as
 * its scenario says and the books balance, else 1 with the reasons; 130 when it was interrupted.
 */
export async function runDemo({ stack, signal, log, vendors, rooms }: DemoRun): Promise<number> {
  const phases = startPhases();
  phases.done('broker, store, worker, api');
  const env = { ...stack.env };
  const cast = await castOfCallers();
  const emulated = await startVendors({ env });
  env['EARSHOT_VENDORS_URL'] = emulated.url;
  const real = rooms ? talksToVendors(vendors, env) : vendors;
  if (rooms) await stack.startAgent(roomAgent(emulated.url, real));
  const store = createStore({ url: stack.clickhouseUrl, database: DATABASE });
  try {
    log(describeVendors(real, env));
    log(
      `\n${cast.length} people of test/scenarios/ will call, ${linesOf({ rooms })} at a time${rooms ? ', in rooms' : ''}:`,
    );
    log(`${columns(cast.map((person) => [callerOf(person), person.about]))}\n`);
    log(`Watch them live: ${await loginLink(stack)}\n  ${ABOUT_LINK}\n`);
    const calls = cast.map(({ scenario, name }) => ({ id: newCall(), scenario, name }));
    const open = await callAndSettle(store, calls, { env, vendors: real, rooms, signal, log, phases });
    if (signal.aborted) return INTERRUPTED_EXIT_CODE;
    const { lines, unbalanced } = await summaryOf(store, calls);
    for (const line of lines) log(line);
    phases.done('summary');
    log(heading(PHASES));
    log(phases.text());
    return conclude(calls, [...open, ...unbalanced], log);
  } finally {
    await store.close();
    emulated.member.process.kill('SIGTERM');
    await emulated.member.exited;
  }
}

/** Returns what did not settle. */
async function callAndSettle(
  store: Store,
  calls: readonly Call[],
  { log, phases, ...options }: CallersOptions & Pick<Session, 'log'> & { phases: Phases },
): Promise<string[]> {
  const live = createLiveLog(calls, log);
  const alerts = watchAlerts(store, calls, live.say);
  const onReady = () => {
    phases.done('vendors, callers');
    log('Everybody is ready; the calls begin.\n');
    live.begin();
  };
  try {
    await letThemCall(calls, { ...options, tell: live.tell, onReady });
    phases.done(`${calls.length} calls`);
    const open = await settle(store, calls, options.signal);
    phases.done('last call to balanced books');
    return open;
  } finally {
    await alerts.stop();
  }
}

function conclude(calls: readonly Call[], unbalanced: readonly string[], log: (line: string) => void): number {
  const reasons = new Map<string, string[]>();
  for (const { scenario, failure } of calls) {
    if (failure) reasons.set(failure, [...(reasons.get(failure) ?? []), scenario]);
  }
  for (const [reason, scenarios] of reasons) log(`\nFailed: ${scenarios.join(', ')}\n  ${reason}`);
  if (unbalanced.length > 0) log(`\nThe books do not balance:\n  ${unbalanced.join('\n  ')}`);
  else if (calls.some(({ failure }) => failure === undefined)) log('\nThe books balance.');
  return reasons.size + unbalanced.length === 0 ? 0 : 1;
}

type Phases = { done(name: string): void; text(): string };

/** Times from the start of the process, one phase after the other. */
function startPhases(): Phases {
  const done: { name: string; ms: number }[] = [];
  let last = 0;
  return {
    done(name: string): void {
      const now = performance.now();
      done.push({ name, ms: now - last });
      last = now;
    },
    text: () => done.map(({ name, ms }) => `  ${seconds(ms).padStart(7)}  ${name}`).join('\n'),
  };
}
