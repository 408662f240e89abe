import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { initializeLogger, voice } from '@livekit/agents';
import type { Collector } from '../../agent/collector/index.ts';
import { createLog } from '../../lib/log.ts';
import { attachToCall } from '../callers/collect.ts';
import { callerEnv } from '../callers/env.ts';
import { Microphone, MICROPHONE_RATE } from '../callers/microphone.ts';
import { runCall, type CallContext } from '../callers/run-call.ts';
import { loadScenario } from '../scenarios/load.ts';
import { endWithParent, reportToParent } from './child.ts';

/**
 * One call in a process of its own, as `test/callers/main.ts` makes it, that also measures how long the caller waited
 * for each answer. The collector is attached when a broker is given. Arguments: `--call`, `--vendors`, `--nats`, `--spool`.
 */
endWithParent();
const { values } = parseArgs({
  options: {
    call: { type: 'string', default: 'bench' },
    vendors: { type: 'string' },
    nats: { type: 'string' },
    spool: { type: 'string' },
  },
});
const env = callerEnv.parse({
  EARSHOT_VENDORS_URL: values.vendors,
  NATS_URL: values.nats,
  EARSHOT_SPOOL_DIR: values.spool,
  EARSHOT_TENANT: 'bench',
});
const SCENARIO = fileURLToPath(new URL('./scenarios/many-turns.yaml', import.meta.url));
const DELAY_RESOLUTION_MS = 1;

initializeLogger({ pretty: false, level: 'silent' });
const log = createLog('caller', { level: env.LOG_LEVEL });
const loopDelay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
let waits: (number | null)[] = [];
let collector: Collector | undefined;
const scenario = await loadScenario(SCENARIO);
const cpuBefore = process.cpuUsage();
loopDelay.enable();
const outcome = await runCall({
  scenario,
  call: values.call,
  vendorsUrl: env.EARSHOT_VENDORS_URL,
  log,
  attach: (context) => {
    waits = followWaits(context);
    return (collector = attachToCall(context, env, log));
  },
});
loopDelay.disable();
const { user, system } = process.cpuUsage(cpuBefore);
const stats = await collector?.close();
reportToParent({
  waits,
  sdkWaits: outcome.items.flatMap(({ e2eMs }) => (e2eMs === undefined ? [] : [e2eMs])),
  loopDelayP99Ms: loopDelay.percentile(99) / 1e6,
  cpuMs: (user + system) / 1_000,
  facts: stats?.published ?? 0,
  pending: stats?.pending ?? 0,
});

/**
 * The caller's waits in ms, one for each time that he speaks: from the end of his audio, as real time has it, to the
 * first sound of the answer from his loudspeaker. Null when none came before he spoke again.
 */
function followWaits({ session, ear }: CallContext): (number | null)[] {
  const followed: (number | null)[] = [];
  const mouth = session.input.audio;
  if (!(mouth instanceof Microphone)) throw new Error('the call has no microphone');
  let silentFrom: number | undefined;
  const speak = mouth.speak.bind(mouth);
  mouth.speak = (pcm) => {
    silentFrom = performance.now() + (pcm.length * 1_000) / MICROPHONE_RATE;
    followed.push(null);
    return speak(pcm);
  };
  ear.on(voice.AudioOutput.EVENT_PLAYBACK_STARTED, () => {
    if (silentFrom === undefined) return;
    followed[followed.length - 1] = performance.now() - silentFrom;
    silentFrom = undefined;
  });
  return followed;
}
