import { EarshotError } from '../../lib/errors.ts';
import { createLimit } from '../../lib/limit.ts';
import { startCastMember, type CastMember } from './children.ts';
import { plain, short, words } from './format.ts';
import { progress, type Progress } from './progress.ts';

export type Call = {
  id: string;
  scenario: string;
  /** Whose call it is; absent for a stranger. */
  name?: string | undefined;
  /** Why it failed; undefined when it went as its scenario says. */
  failure?: string;
};

export type CallersOptions = {
  env: Record<string, string>;
  vendors: boolean;
  /** The callers join rooms of the run's LiveKit server instead of a session of their own. */
  rooms: boolean;
  signal: AbortSignal;
};

/** What happens in a call is told to the person who watches. */
export type Tell = (call: Call, text: string) => void;

const STDERR_TAIL = 500;
/** What of an utterance fits into a line of 110 columns. */
const LINE = 64;
const CUT_SHORT = ' (cut short)';

/** Starts the emulated vendors and resolves with their address. */
export async function startVendors({ env }: Pick<CallersOptions, 'env'>): Promise<{ url: string; member: CastMember }> {
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
    void member.exited.then((code) => reject(vendorsFailed(code, said)));
  });
  return { url, member: member as CastMember };
}

/** Calls in real time that two cores carry at once; the next caller waits until a line is free. */
export const LINES = 10;
/** In a room a call costs several times as much. */
const LINES_IN_ROOMS = 2;

export function linesOf({ rooms }: Pick<CallersOptions, 'rooms'>): number {
  return rooms ? LINES_IN_ROOMS : LINES;
}

/** `Mina Sato (slow-model)`: as the dashboard names the caller, and as the scenario is called. */
export function callerOf({ name, scenario }: Pick<Call, 'name' | 'scenario'>): string {
  return name === undefined ? scenario : `${name} (${scenario})`;
}

/**
 * Lets everybody call, each call in a process of its own as in production, and waits until all have hung up; why one failed
 * is noted in it. Calls are in real time, so the first begin when the last process has been loaded; then `onReady` is called.
 */
export async function letThemCall(
  calls: readonly Call[],
  options: CallersOptions & { tell: Tell; onReady(): void },
): Promise<void> {
  const callers = calls.map((call) => startCaller(call, options, (text) => options.tell(call, text)));
  const hangUp = () => callers.forEach((caller) => caller.hangUp());
  if (options.signal.aborted) hangUp();
  options.signal.addEventListener('abort', hangUp, { once: true });
  await Promise.all(callers.map(({ ready }) => ready));
  options.onReady();
  const line = createLimit(linesOf(options));
  await Promise.all(
    callers.map(({ begin, over }) =>
      line(() => {
        begin();
        return over;
      }),
    ),
  );
  options.signal.removeEventListener('abort', hangUp);
}

type Caller = {
  /** Resolves when all is loaded, or the process has ended. */
  ready: Promise<void>;
  begin(): void;
  hangUp(): void;
  /** Resolves when the call is over. */
  over: Promise<void>;
};

function startCaller(call: Call, options: CallersOptions, tell: (text: string) => void): Caller {
  const { env, vendors, rooms, signal } = options;
  let said = '';
  let onLoaded = () => {};
  const loaded = new Promise<void>((resolve) => (onLoaded = resolve));
  const { process: child, exited } = startCastMember({
    script: 'test/callers/main.ts',
    preload: 'test/callers/preload.mjs',
    args: [
      ...['--scenario', call.scenario, '--call', call.id, '--hold'],
      ...(vendors ? ['--vendors'] : []),
      ...(rooms ? ['--room'] : []),
    ],
    env,
    onMessage: (message) => {
      const parsed = progress.safeParse(message);
      if (!parsed.success) return;
      // In a room the call is the job that was sent for.
      call.id = parsed.data.call;
      if (parsed.data.phase === 'ready') onLoaded();
      if (parsed.data.phase === 'failed') call.failure = parsed.data.message;
      const text = lineFor(parsed.data);
      if (text) tell(text);
    },
    onStderr: (text) => (said = (said + text).slice(-STDERR_TAIL)),
  });
  const noteEnd = async () => {
    const code = await exited;
    if (code === 0 || call.failure !== undefined || signal.aborted) return;
    call.failure = `${howItDied(code, said)}. Fix: test/callers/README.md says how to run it alone`;
    tell(`FAILED: ${short(call.failure, LINE)}`);
  };
  const over = noteEnd();
  return {
    ready: Promise.race([loaded, over]),
    begin: () => void (child.connected && child.send('begin')),
    hangUp: () => void child.kill('SIGKILL'),
    over,
  };
}

function lineFor(event: Progress): string | undefined {
  switch (event.phase) {
    case 'speaking': {
      const cut = event.interrupted ? CUT_SHORT : '';
      return `${event.who.padEnd(6)}  ${short(event.text, LINE - cut.length)}${cut}`;
    }
    case 'signal':
      return `        ↳ ${words(event.name)}: ${plain(event.value)}`;
    case 'fallback':
      return `        ↳ ${event.component} does not answer, the next one takes over`;
    case 'ended':
      return `call over after ${(event.outcome.durationMs / 1_000).toFixed(1)} s: ${words(event.outcome.end.reason)}`;
    case 'failed':
      return `FAILED: ${short(event.message, LINE)}`;
    case 'ready':
    case 'started':
      return undefined;
  }
}

function vendorsFailed(code: number, said: string): EarshotError {
  return new EarshotError({
    code: 'process_failed',
    field: 'vendors',
    message: howItDied(code, said),
    fix: 'run it alone: node --import tsx test/vendors/main.ts',
  });
}

function howItDied(code: number, said: string): string {
  return `ended with ${code}${said ? `; its last words: ${said.trim()}` : ''}`;
}
