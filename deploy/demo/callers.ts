import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { newCall } from '../../events/ids.ts';
import { EarshotError } from '../../lib/errors.ts';
import { projectRoot } from '../local/child.ts';
import { startCastMember, type CastMember } from './children.ts';
import { short } from './format.ts';
import { progress, type Progress } from './progress.ts';

export type Call = {
  id: string;
  scenario: string;
  /** Why it failed; undefined when it went as its scenario says. */
  failure?: string;
};

export type CallersOptions = {
  env: Record<string, string>;
  vendors: boolean;
  signal: AbortSignal;
  log(line: string): void;
};

const SCENARIOS = 'test/scenarios';
const STDERR_TAIL = 500;

/** Names of the people who call, one file each under test/scenarios/. */
export async function castOfCallers(): Promise<string[]> {
  const files = await readdir(path.join(projectRoot(), SCENARIOS));
  return files.filter((file) => file.endsWith('.yaml')).map((file) => path.basename(file, '.yaml'));
}

/** Starts the emulated vendors and resolves with their address. */
export async function startVendors({ env, log }: CallersOptions): Promise<{ url: string; member: CastMember }> {
  let said = '';
  let member: CastMember | undefined;
  const url = await new Promise<string>((resolve, reject) => {
    member = startCastMember({
      script: 'test/vendors/main.ts',
      env,
      onMessage: (message) => {
        const { port } = message as { port?: number };
        if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
      },
      onStderr: (text) => (said = (said + text).slice(-STDERR_TAIL)),
    });
    void member.exited.then((code) => reject(failed('vendors', code, said)));
  });
  log('vendors are emulated on this machine: Deepgram, OpenAI and ElevenLabs by protocol');
  return { url, member: member as CastMember };
}

/** Lets everybody call at once, each call in a process of its own as in production, and waits until all have hung up. */
export async function letThemCall(scenarios: readonly string[], options: CallersOptions): Promise<Call[]> {
  const started = performance.now();
  const since = () => `${((performance.now() - started) / 1_000).toFixed(1).padStart(5)} s`;
  const width = Math.max(...scenarios.map((name) => name.length));
  return Promise.all(
    scenarios.map((scenario) =>
      letOneCall(scenario, options, (text) => options.log(`${since()}  ${scenario.padEnd(width)}  ${text}`)),
    ),
  );
}

async function letOneCall(
  scenario: string,
  { env, vendors, signal }: CallersOptions,
  tell: (text: string) => void,
): Promise<Call> {
  const call: Call = { id: newCall(), scenario };
  let said = '';
  const { process: child, exited } = startCastMember({
    script: 'test/callers/main.ts',
    preload: 'test/callers/preload.mjs',
    args: ['--scenario', scenario, '--call', call.id, ...(vendors ? ['--vendors'] : [])],
    env,
    onMessage: (message) => {
      const parsed = progress.safeParse(message);
      if (!parsed.success) return;
      if (parsed.data.phase === 'failed') call.failure = parsed.data.message;
      const text = lineFor(parsed.data);
      if (text) tell(text);
    },
    onStderr: (text) => (said = (said + text).slice(-STDERR_TAIL)),
  });
  const hangUp = () => void child.kill('SIGKILL');
  signal.addEventListener('abort', hangUp, { once: true });
  const code = await exited;
  signal.removeEventListener('abort', hangUp);
  if (code !== 0) call.failure ??= failed(scenario, code, said).message;
  return call;
}

function lineFor(event: Progress): string | undefined {
  switch (event.phase) {
    case 'started':
      return 'calls';
    case 'speaking':
      return `${event.who === 'agent' ? 'agent ' : 'caller'}  ${short(event.text, 90)}${event.interrupted ? ' (cut short)' : ''}`;
    case 'signal':
      return `        ↳ ${event.name} = ${JSON.stringify(event.value)}`;
    case 'fallback':
      return `        ↳ falls back: ${event.component} is not available`;
    case 'ended':
      return `call is over after ${(event.outcome.durationMs / 1_000).toFixed(1)} s`;
    case 'failed':
      return `FAILED: ${event.message}`;
    case 'ready':
      return undefined;
  }
}

function failed(name: string, code: number, said: string): EarshotError {
  return new EarshotError({
    code: 'process_failed',
    field: name,
    message: `ended with ${code}${said ? `; its last words: ${said.trim()}` : ''}`,
    fix: 'run it alone: npm run demo -- --once',
  });
}
