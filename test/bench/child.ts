import { fork } from 'node:child_process';
import type { z } from 'zod';

/** Loads the SDK before tsx does, which saves a third of the start. */
const PRELOAD = new URL('../callers/preload.mjs', import.meta.url).href;

/**
 * Runs one measurement in a process of its own and gives what it reports.
 *
 * @throws Error when the process ends without a report, or with one of another shape.
 */
export function measureInChild<Report>(
  file: URL,
  args: Record<string, string | undefined>,
  report: z.ZodType<Report>,
): Promise<Report> {
  const given = Object.entries(args).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
  const child = fork(file, given, {
    execArgv: ['--import', PRELOAD, '--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let said: unknown;
    child.once('message', (message) => (said = message));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      const parsed = report.safeParse(said);
      if (parsed.success) resolve(parsed.data);
      else reject(new Error(`${given.join(' ')}: ended with ${signal ?? `code ${code}`}: ${parsed.error.message}`));
    });
  });
}

/** The child's side: hands the report over and ends, whatever the SDK still keeps open. */
export function reportToParent(report: object): void {
  process.send?.(report, () => process.exit());
}

/** A measurement whose parent is gone serves nobody. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit(1));
}
