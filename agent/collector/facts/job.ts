import { getJobContext } from '@livekit/agents';
import { asToken } from '../../../events/ids.ts';
import { label } from './values.ts';

export type Job = {
  /** LiveKit's job id, by which the server's webhooks find the call. */
  call: string | undefined;
  agentName: string | undefined;
  room: { name?: string; sid?: string } | undefined;
  /** The room as an emitter of its events. */
  roomEvents: unknown;
  onShutdown(callback: () => Promise<void>): void;
};

/**
 * The LiveKit job that the collector is attached in, if there is one. In a job process the job is plain JSON and not
 * the message that its type promises, so everything is read with care. The console's job is not one: its id repeats.
 */
export function currentJob(): Job | undefined {
  const context = getJobContext(false);
  if (!context || context.isFakeJob) return undefined;
  const job: unknown = context.job;
  const room = read(job, 'room');
  const name = text(room, 'name');
  const sid = text(room, 'sid');
  const id = text(job, 'id');
  return {
    call: id === undefined ? undefined : asToken(id),
    agentName: text(job, 'agentName'),
    room: name === undefined && sid === undefined ? undefined : { ...(name ? { name } : {}), ...(sid ? { sid } : {}) },
    roomEvents: context.room,
    onShutdown: (callback) => context.addShutdownCallback(callback),
  };
}

export function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

export function text(value: unknown, key: string): string | undefined {
  const found = read(value, key);
  return typeof found === 'string' && found !== '' ? label(found) : undefined;
}
