import { describeProblem } from '../../lib/errors.ts';
import { openLink, type NatsSettings } from './connection.ts';
import { drainSpools } from './drain.ts';
import { listSpools } from './spool-list.ts';

/** `earshot spool list`: one line a producer. */
export async function printSpools(dir: string): Promise<void> {
  const spools = await listSpools(dir);
  for (const { tenant, call, instance, pending, lastSeq, closed, held, holderPid } of spools) {
    const state = [held ? `held by process ${holderPid}` : 'left behind', closed ? 'closed' : 'open'].join(', ');
    print(`${tenant} ${call} ${instance}: ${pending} of ${lastSeq} events wait (${state})`);
  }
  if (spools.length === 0) print(`nothing waits in ${dir}`);
}

/** `earshot spool drain`: exits with 1 when something is left that no live process holds. */
export async function drainAndPrint(dir: string, nats: NatsSettings, timeoutMs: number): Promise<void> {
  const onProblem = (problem: Parameters<typeof describeProblem>[0]) =>
    void process.stderr.write(`${describeProblem(problem)}\n`);
  const link = openLink(nats, onProblem);
  const drained = await drainSpools(dir, link, { onProblem, signal: AbortSignal.timeout(timeoutMs) });
  await link.release();
  for (const { tenant, call, instance, sent, lastSeq, outcome } of drained) {
    print(
      `${tenant} ${call} ${instance}: ${outcome === 'sent' ? `sent ${sent}, closed at ${lastSeq}` : 'not sent, stays'}`,
    );
  }
  if (drained.length === 0) print(`nothing to drain in ${dir}`);
  if (drained.some(({ outcome }) => outcome !== 'sent')) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
