import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { voice } from '@livekit/agents';
import { attachCollector, type Collector } from '../../agent/collector/index.ts';
import { pause } from '../../lib/retry.ts';
import { textSession } from '../collector/sessions.ts';
import { Loudspeaker } from '../collector/voice-stubs.ts';
import { endWithParent, reportToParent } from './child.ts';
import { capturedCall, createReplay } from './replay.ts';

/**
 * One run: a real session in a process of its own emits a captured call, sped up, with a collector on it when a broker
 * is given. Arguments: `--speed`, `--ms` of measuring, `--from` ms into the call, `--nats`, `--spool`.
 */
endWithParent();
const { values } = parseArgs({
  options: {
    speed: { type: 'string', default: '1' },
    ms: { type: 'string', default: '5000' },
    from: { type: 'string', default: '0' },
    nats: { type: 'string' },
    spool: { type: 'string' },
  },
});
const DELAY_RESOLUTION_MS = 1;

const session = textSession();
const speaker = new Loudspeaker('nothing');
session.output.audio = speaker;
// Without a listener a session outside a room throws; every agent has one.
session.on(voice.AgentSessionEventTypes.Error, () => undefined);
const collector = values.nats === undefined ? undefined : attach(values.nats);
await session.start({ agent: new voice.Agent({ instructions: 'measure' }) });
await collector?.flushed();
const before = collector?.stats();
const measured = await measure(Number(values.ms), Number(values.speed), Number(values.from));
const after = collector?.stats();
await collector?.close();
const facts = (after?.published ?? 0) - (before?.published ?? 0);
reportToParent({ ...measured, facts, mode: after?.mode ?? 'none' });

function attach(url: string): Collector {
  return attachCollector(session, {
    tenant: 'bench',
    nats: { url },
    ...(values.spool === undefined ? {} : { spool: { dir: values.spool } }),
    onProblem: (problem) => console.error(problem),
  });
}

async function measure(ms: number, speed: number, fromMs: number) {
  const { prepare } = createReplay(session, speaker);
  const call = capturedCall();
  const callMs = call.at(-1)?.atMs ?? 0;
  const tookUs: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
  const busyBefore = performance.eventLoopUtilization();
  const started = performance.now();
  delay.enable();
  replaying: for (let round = 0; ; round++) {
    for (const captured of call) {
      const dueMs = (captured.atMs + round * callMs - fromMs) / speed;
      if (dueMs > ms) break replaying;
      const emit = prepare(captured);
      if (dueMs < 0) continue;
      const waitMs = started + dueMs - performance.now();
      if (waitMs > 0) await pause(waitMs);
      const emitted = performance.now();
      emit();
      tookUs.push((performance.now() - emitted) * 1_000);
    }
  }
  await pause(Math.max(0, started + ms - performance.now()));
  delay.disable();
  const busy = performance.eventLoopUtilization(busyBefore);
  return { tookUs, busyMs: busy.active, delayP99Ms: delay.percentile(99) / 1e6 };
}
