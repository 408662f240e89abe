import path from 'node:path';
import type { FactData } from '../../events/catalogue.ts';
import { newCall, newInstance, token } from '../../events/ids.ts';
import { agentInbox } from '../../events/subjects.ts';
import { EarshotError } from '../../lib/errors.ts';
import type { NatsSettings } from './connection.ts';
import type { Job } from './facts/job.ts';
import { guarded, type OnProblem } from './problems.ts';
import type { Disk } from './spool/disk.ts';

type Started = FactData<'call.started'>;

/** All optional: in a LiveKit job and with a broker on this machine, `attachCollector(session)` is enough. */
export type CollectorOptions = {
  /** Whose call it is: 1-64 letters, digits, _ or -. */
  tenant?: string;
  /** The call's id; LiveKit's job id where there is one, else one is made. */
  call?: string;
  nats?: Partial<NatsSettings>;
  spool?: {
    /** A folder that outlives the process; events wait in it for the broker. */
    dir?: string;
    /** Most bytes in the folder, all producers together. */
    maxBytes?: number;
    /** For tests: a slow or broken disk. */
    disk?: Disk;
  };
  agent?: { name?: string; version?: string; configVersion?: string };
  channel?: Started['channel'];
  participant?: Started['participant'];
  room?: Started['room'];
  sip?: Started['sip'];
  device?: Started['device'];
  /** Names of the signals that the agent asks for. */
  signals?: string[];
  /** Vendors that are stood in for in this call. */
  emulated?: string[];
  heartbeatMs?: number;
  /** Sends what dead processes left in the spool, in the background. On unless false. */
  drain?: boolean;
  /** Told of everything that goes wrong; for a logger. Nothing of it reaches the session. */
  onProblem?: OnProblem;
};

export type Settings = {
  name: { tenant: string; call: string; instance: string };
  nats: NatsSettings;
  spool: { root: string; maxBytes: number; disk: Disk | undefined };
  started: Pick<Started, 'agent' | 'channel' | 'room' | 'participant' | 'sip' | 'device' | 'signals' | 'emulated'>;
  heartbeatMs: number;
  drain: boolean;
  onProblem: OnProblem;
};

const MIB = 1024 * 1024;
/** Below it, the reserve holds no closing. */
const MIN_SPOOL_BYTES = 16 * 1024;

/** @throws EarshotError `bad_option` when an id is no token or a number makes no sense: that is a mistake in code. */
export function resolveOptions(options: CollectorOptions, job: Job | undefined): Settings {
  const { nats = {}, spool = {}, agent = {} } = options;
  const maxBytes = spool.maxBytes ?? 64 * MIB;
  if (maxBytes < MIN_SPOOL_BYTES)
    throw badOption('spool.maxBytes', `is ${maxBytes}`, `give at least ${MIN_SPOOL_BYTES} bytes`);
  const heartbeatMs = options.heartbeatMs ?? 5_000;
  if (!Number.isInteger(heartbeatMs) || heartbeatMs <= 0)
    throw badOption('heartbeatMs', `is ${heartbeatMs}`, 'give whole ms above 0');
  const tenant = asId('tenant', options.tenant ?? 'local');
  return {
    name: {
      tenant,
      call: asId('call', options.call ?? job?.call ?? newCall()),
      instance: newInstance(),
    },
    nats: {
      ...nats,
      url: nats.url ?? 'nats://127.0.0.1:4222',
      inboxPrefix: nats.inboxPrefix ?? agentInbox(tenant),
    },
    spool: { root: path.resolve(spool.dir ?? '.earshot/spool'), maxBytes, disk: spool.disk },
    started: startedFact(options, agent, job),
    heartbeatMs,
    drain: options.drain ?? true,
    onProblem: guarded(options.onProblem),
  };
}

function startedFact(
  options: CollectorOptions,
  agent: NonNullable<CollectorOptions['agent']>,
  job: Job | undefined,
): Settings['started'] {
  const room = options.room ?? job?.room;
  return {
    agent: { ...agent, name: agent.name ?? job?.agentName ?? 'agent' },
    channel: options.channel ?? 'unknown',
    ...(room ? { room } : {}),
    ...(options.participant ? { participant: options.participant } : {}),
    ...(options.sip ? { sip: options.sip } : {}),
    ...(options.device ? { device: options.device } : {}),
    ...(options.signals ? { signals: options.signals } : {}),
    ...(options.emulated ? { emulated: options.emulated } : {}),
  };
}

function asId(field: string, value: string): string {
  if (token.safeParse(value).success) return value;
  throw badOption(field, `is ${JSON.stringify(value)}`, 'give 1-64 letters, digits, _ or -');
}

function badOption(field: string, message: string, fix: string): EarshotError {
  return new EarshotError({ code: 'bad_option', field, message, fix });
}
