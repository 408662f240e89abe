import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const MINUTE_MS = 60_000;

/** Runs a program to its end and returns what it printed; rejects with what it printed last when it fails. */
export async function run(
  program: string,
  args: readonly string[],
  options: { env?: Record<string, string>; timeoutMs?: number } = {},
): Promise<string> {
  const { timeoutMs = MINUTE_MS, env } = options;
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { timeout: timeoutMs, ...(env && { env }) });
    return stdout + stderr;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw said === '' ? error : new Error(said, { cause: error });
  }
}
