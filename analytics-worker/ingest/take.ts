import type { JsMsg } from 'nats';
import { EARSHOT } from '../../lib/command-line.ts';
import { messageOf, type Problem } from '../../lib/errors.ts';
import { groupBy } from '../../lib/group.ts';
import { keepTrying } from '../../lib/retry.ts';
import type { Tries } from '../broker/tries.ts';
import { eventMessage, type EventMessage } from './message.ts';
import type { Outcome } from './step.ts';

export type TakeDeps = {
  tries: Tries;
  maxTries: number;
  step(message: EventMessage): Outcome;
  signal: AbortSignal;
};

export type Taken = {
  message: JsMsg;
  outcome: Outcome;
  /** Tries at it, this one included, where they were counted before it was touched. */
  counted?: number;
};

/** This many neighbours in the stream are counted together, so that what a plain restart redelivers goes fast. */
const GROUP_SIZE = 64;

/**
 * Messages → outcomes. A redelivered message may be one that killed a process, so it is counted before it is touched:
 * its neighbours with it at first, each by itself once the group has been counted and not cleared.
 */
export async function takeAll(deps: TakeDeps, batch: readonly JsMsg[]): Promise<Taken[]> {
  const taken = batch.filter(({ redelivered }) => !redelivered).map((message) => takeOne(deps, message));
  const suspects = batch.filter(({ redelivered }) => redelivered);
  for (const [group, messages] of groupBy(suspects, groupKey)) {
    const tries = await keepTrying(() => deps.tries.count(group), deps);
    for (const message of messages) taken.push(tries === 1 ? takeOne(deps, message) : await takeAlone(deps, message));
    await keepTrying(() => deps.tries.clear(group), deps);
  }
  return taken;
}

/** Where the tries at one message are counted. */
export function tryKey({ info, seq }: JsMsg): string {
  return `ingest-${info.stream}-${seq}`;
}

function groupKey({ info, seq }: JsMsg): string {
  return `ingest-group-${info.stream}-${Math.floor(seq / GROUP_SIZE)}`;
}

async function takeAlone(deps: TakeDeps, message: JsMsg): Promise<Taken> {
  const key = tryKey(message);
  const counted = await keepTrying(() => deps.tries.count(key), deps);
  // The try at its group was the first.
  if (counted >= deps.maxTries) {
    return { message, outcome: { kind: 'refused', problem: crashed(counted) }, counted: deps.maxTries };
  }
  const taken = { ...takeOne(deps, message), counted };
  if (taken.outcome.kind === 'rows') await keepTrying(() => deps.tries.clear(key), deps);
  return taken;
}

function takeOne(deps: TakeDeps, message: JsMsg): Taken {
  try {
    return { message, outcome: deps.step(eventMessage(message)) };
  } catch (error) {
    const fix = `report it; then: ${EARSHOT} dlq redrive`;
    return { message, outcome: { kind: 'refused', problem: { code: 'worker_bug', message: messageOf(error), fix } } };
  }
}

function crashed(tries: number): Problem {
  return {
    code: 'crashes_worker',
    message: `the process died in ${tries} tries at it`,
    fix: `report it; then: ${EARSHOT} dlq redrive`,
  };
}
