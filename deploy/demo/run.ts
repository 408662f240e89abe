import { createStore } from '../../clickhouse/client.ts';
import { DATABASE } from '../local/prepare.ts';
import type { Session } from '../local/session.ts';
import { castOfCallers, letThemCall, startVendors } from './callers.ts';
import { heading, seconds } from './format.ts';
import { settle } from './settle.ts';
import { printSummary } from './summary.ts';

export type DemoRun = Session & { vendors: boolean };

/** The callers call, the pipeline settles, what was learned is printed. Returns the exit code: 0 when the books balance. */
export async function runDemo({ stack, signal, log, vendors }: DemoRun): Promise<number> {
  const phases = startPhases();
  phases.done('broker, store, worker');
  const env = { ...stack.env };
  const options = { env, vendors, signal, log };
  const emulated = await startVendors(options);
  env['EARSHOT_VENDORS_URL'] = emulated.url;
  try {
    const scenarios = await castOfCallers();
    log(`${scenarios.length} callers call at once; people of test/scenarios/\n`);
    const calls = await letThemCall(scenarios, options);
    phases.done(`${scenarios.length} calls`);
    if (signal.aborted) return 1;

    const store = createStore({ url: stack.clickhouseUrl, database: DATABASE });
    try {
      const settled = await settle(store, calls, signal);
      phases.done('last call to balanced books');
      const reasons = await printSummary(store, calls, settled, log);
      phases.done('summary');
      log(heading('How long each phase took'));
      log(phases.text());
      log(reasons.length === 0 ? '\nThe books balance.' : `\nThe books do not balance:\n  ${reasons.join('\n  ')}`);
      return reasons.length === 0 ? 0 : 1;
    } finally {
      await store.close();
    }
  } finally {
    emulated.member.process.kill('SIGTERM');
    await emulated.member.exited;
  }
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
