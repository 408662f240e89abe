import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { initializeLogger } from '@livekit/agents';
import type { Collector } from '../../agent/collector/index.ts';
import { newCall } from '../../events/ids.ts';
import { readEnv } from '../../lib/env.ts';
import { messageOf } from '../../lib/errors.ts';
import { createLog } from '../../lib/log.ts';
import { createShutdown, exitOnSignal } from '../../lib/shutdown.ts';
import { loadScenario } from '../scenarios/load.ts';
import type { Scenario } from '../scenarios/schema.ts';
import { attachToCall } from './collect.ts';
import { callerEnv, type CallerEnv } from './env.ts';
import type { CallOutcome } from './outcome.ts';
import type { Progress, Tell } from './progress.ts';
import { runCall } from './run-call.ts';
import { runRoomCall } from './run-room-call.ts';

const { values } = parseArgs({
  options: {
    scenario: { type: 'string' },
    call: { type: 'string' },
    vendors: { type: 'boolean', default: false },
    hold: { type: 'boolean', default: false },
    room: { type: 'boolean', default: false },
  },
});
let call = values.call ?? newCall();
const name = values.scenario ?? 'hot-lead';
const env = await settings();
const log = createLog('caller', { level: env.LOG_LEVEL });
initializeLogger({ pretty: false, level: env.SDK_LOG_LEVEL });
const tell: Tell = (progress) => void send({ ...progress, call, scenario: name });
let collector: Collector | undefined;
const shutdown = createShutdown(log);
shutdown.add('collector', async () => void (await collector?.close()));
exitOnSignal(shutdown);

process.exitCode = await callOnce();
await shutdown.run('call is over');
// The SDK's plugins keep sockets and timers open.
process.exit();

/** A parent is told of a wrong setting as of any failure; without one it is thrown. */
async function settings(): Promise<CallerEnv> {
  try {
    return readEnv(callerEnv, process.env);
  } catch (error) {
    if (!process.connected) throw error;
    await send({ phase: 'failed', call, scenario: name, message: messageOf(error) });
    process.exit(1);
  }
}

async function callOnce(): Promise<number> {
  try {
    const scenario = await loadScenario(name);
    const outcome = values.room
      ? await callInRoom(scenario)
      : await runCall({
          scenario,
          call,
          vendorsUrl: env.EARSHOT_VENDORS_URL,
          keys: values.vendors
            ? { deepgram: env.DEEPGRAM_API_KEY, openai: env.OPENAI_API_KEY, elevenlabs: env.ELEVEN_API_KEY }
            : {},
          tell,
          log,
          attach: async (context) => {
            await mayBegin();
            return (collector = attachToCall(context, env, log));
          },
        });
    await collector?.close();
    await send({ phase: 'ended', call, scenario: name, outcome });
    return 0;
  } catch (error) {
    log.error({ error: messageOf(error) }, 'call failed');
    await send({ phase: 'failed', call, scenario: name, message: messageOf(error) });
    return 1;
  }
}

/** The call's id is the job that comes. */
async function callInRoom(scenario: Scenario): Promise<CallOutcome> {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = env;
  await mayBegin();
  return runRoomCall({
    ...{ scenario, name: call, tell, tenant: env.EARSHOT_TENANT, agentName: env.LIVEKIT_AGENT_NAME },
    realVendors: values.vendors,
    vendorsUrl: env.EARSHOT_VENDORS_URL,
    rooms: { url, apiKey, apiSecret },
    onCall: (job) => (call = job),
  });
}

/** With `--hold`, when the parent says so: loading takes a processor that calls in real time need. */
async function mayBegin(): Promise<void> {
  const told = values.hold ? once(process, 'message') : undefined;
  tell({ phase: 'ready', loadedInMs: performance.now() });
  await told;
}

/** Resolves when the parent has it; at once without a parent. */
function send(progress: Progress): Promise<void> {
  return new Promise((resolve) =>
    process.connected && process.send ? process.send(progress, () => resolve()) : resolve(),
  );
}
