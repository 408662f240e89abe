import { createStore } from '../../clickhouse/client.ts';
import { INTERRUPTED_EXIT_CODE } from '../local/interrupt.ts';
import { loginLink } from '../local/login.ts';
import { DATABASE } from '../local/prepare.ts';
import type { Session } from '../local/session.ts';
import { LINES, letThemCall, startVendors, type Call } from './callers.ts';
import { castOfCallers, describeVendors } from './cast.ts';
import { columns, heading, seconds } from './format.ts';
import { settle } from './settle.ts';
import { summaryOf } from './summary.ts';

const PHASES = {
  title: 'How long each phase took',
  about: 'From the command to this summary; the calls are in real time.',
};

export type DemoRun = Session & { vendors: boolean };

/**
 * The callers call, the pipeline settles, what was learned is printed. Returns the exit code: 0 when every call went as
 * its scenario says and the books balance, else 1 with the reasons; 130 when it was interrupted.
 */
export async function runDemo({ stack, signal, log, vendors }: DemoRun): Promise<number> {
  const phases = startPhases();
  phases.done('broker, store, worker, api');
  const env = { ...stack.env };
  const options = { env, vendors, signal, log };
  const cast = await castOfCallers();
  const emulated = await startVendors(options);
  env['EARSHOT_VENDORS_URL'] = emulated.url;
  try {
    log(describeVendors(vendors, env));
    log(`\n${cast.length} people of test/scenarios/ will call, ${LINES} at a time:`);
    log(`${columns(cast.map(({ name, about }) => [name, about]))}\n`);
    log(`Watch them live: ${await loginLink(stack)}\n`);
    const ready = () => {
      phases.done('vendors, callers');
      log('Everybody is ready; the calls begin.\n');
    };
    const calls = await letThemCall(
      cast.map(({ name }) => name),
      { ...options, onReady: ready },
    );
    phases.done(`${cast.length} calls`);
    if (signal.aborted) return INTERRUPTED_EXIT_CODE;

    const store = createStore({ url: stack.clickhouseUrl, database: DATABASE });
    try {
      const open = await settle(store, calls, signal);
      phases.done('last call to balanced books');
      const { lines, unbalanced } = await summaryOf(store, calls);
      for (const line of lines) log(line);
      phases.done('summary');
      log(heading(PHASES));
      log(phases.text());
      return conclude(calls, [...open, ...unbalanced], log);
    } finally {
      await store.close();
    }
  } finally {
    emulated.member.process.kill('SIGTERM');
    await emulated.member.exited;
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

/** Times from the start of the process, one phase after the other. */
function startPhases() {
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
