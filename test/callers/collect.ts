import path from 'node:path';
import { attachCollector, type Collector } from '../../agent/collector/index.ts';
import { defaultSignals } from '../../events/signals.ts';
import type { Log } from '../../lib/log.ts';
import type { CallerEnv } from './env.ts';
import type { CallContext } from './run-call.ts';

/** The collector as an agent in production attaches it, with what a job would know of the caller. */
export function attachToCall(
  { session, scenario, call, emulated }: CallContext,
  env: CallerEnv,
  log: Log,
): Collector | undefined {
  if (env.NATS_URL === undefined) return undefined;
  return attachCollector(session, {
    tenant: env.EARSHOT_TENANT,
    call,
    nats: { url: env.NATS_URL, user: env.NATS_USER, pass: env.NATS_PASSWORD, creds: env.NATS_CREDS },
    spool: { dir: env.EARSHOT_SPOOL_DIR ?? path.join(env.EARSHOT_STATE_DIR, 'spool') },
    heartbeatMs: env.EARSHOT_HEARTBEAT_MS,
    agent: { name: 'ada', version: '0.1.0' },
    channel: scenario.channel,
    participant: scenario.participant,
    ...(scenario.callerNumber === undefined ? {} : { sip: { callerNumber: scenario.callerNumber } }),
    signals: defaultSignals.map(({ name }) => name),
    emulated,
    onProblem: (problem) => log.warn({ problem }, 'collector problem'),
  });
}
