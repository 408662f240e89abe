import { keepTrying } from '../../lib/retry.ts';
import type { OutboxMessage } from '../alerts/message.ts';
import type { MappedRow } from '../store/mapped.ts';
import { waitAfter, type Answer, type Thread } from './answer.ts';
import type { DeliverDeps } from './deliver.ts';
import type { Deliveries, Delivery } from './deliveries.ts';
import type { Destination } from './destinations.ts';
import type { Pace } from './pace.ts';
import { alertRow, deliveryRow } from './rows.ts';
import { render, type Rendered } from './slack/render.ts';
import type { WriteRows } from './write-rows.ts';

type Deps = DeliverDeps & { paces(destination: Destination): Pace; write: WriteRows };
type Found = Awaited<ReturnType<Deliveries['find']>>;

const DAY_MS = 86_400_000;
/** A message that could not be delivered for so long after its first request has failed. */
const GIVE_UP_MS = DAY_MS;
/** Until another process's claim, or the message that goes before, is looked at again. */
const LOOK_AGAIN_MS = 500;

/**
 * Takes one message a step further. Ends the attempt that a dead process began, waits for what goes before, asks the
 * destination, keeps the answer.
 *
 * @returns ms after which it is to be tried again, undefined when it was delivered or has failed for good.
 */
export async function deliverOne(deps: Deps, message: OutboxMessage): Promise<number | undefined> {
  const destination = deps.destinations.of(message.tenant);
  const pace = deps.paces(destination);
  const before = await find(deps, message.id);
  if (before && isSettled(before.delivery)) {
    await deps.write([alertRow(message)]);
    return finish(deps, message, before.delivery);
  }
  const ahead = message.kind === 'correction' ? await find(deps, message.corrects) : undefined;
  if (message.kind === 'correction' && !(ahead && isSettled(ahead.delivery)))
    return Math.max(LOOK_AGAIN_MS, untilDue(ahead));
  const waitMs = untilDue(before);
  if (waitMs > 0) return waitMs;
  // Whoever looks at the call sees the alert also while the destination is slow, and the destination waits for no store.
  const died = before?.delivery.state === 'sending' ? [rowOf(deps, message, before.delivery)] : [];
  const shown = deps.write([alertRow(message), ...died]);
  const asking = pace.limit(() => attempt(deps, message, { destination, pace, before }));
  // Both end first: a request that is left alone would have a second one beside it.
  await Promise.allSettled([asking, shown]);
  const [result] = await Promise.all([asking, shown]);
  return typeof result === 'number' ? result : finish(deps, message, result);
}

type Way = { destination: Destination; pace: Pace; before: Found };

/** What became of it, or ms until it is to be looked at again. */
async function attempt(
  deps: Deps,
  message: OutboxMessage,
  { destination, pace, before }: Way,
): Promise<number | Delivery> {
  if (deps.signal.aborted) return LOOK_AGAIN_MS;
  const pauseMs = pace.pauseMs();
  if (pauseMs > 0) return pauseMs;
  const claimed = claimOf(destination, before);
  const problem = await hopeless(deps, message, before);
  if (problem !== undefined)
    return settle(deps, message, { ...claimed, state: 'failed', error: problem, possiblyRepeated: false });
  const isMine = await keepTrying(() => deps.deliveries.claim(message.id, claimed, before?.revision ?? 0), deps);
  if (!isMine) return LOOK_AGAIN_MS;
  count(deps, message, claimed);
  const rendered = renderedFor(deps, message, claimed);
  const thread = await threadFor(deps, message);
  const answer = await deps.send(destination, message, rendered, { thread, signal: deps.signal });
  if (answer.kind === 'later' && answer.waitMs !== undefined) pace.pauseFor(answer.waitMs);
  return settle(deps, message, answered(claimed, answer));
}

function count({ metrics }: Deps, message: OutboxMessage, claimed: Delivery): void {
  if (claimed.possiblyRepeated) metrics.possiblyRepeated.inc({ destination: claimed.destination });
  if (message.kind === 'alert' && claimed.attempt === 1)
    metrics.toRequest.observe(Math.max(0, claimed.requestedAtMs - message.causedBy.atMs) / 1_000);
}

function claimOf(destination: Destination, before: Found): Delivery {
  const nowMs = Date.now();
  return {
    state: 'sending',
    attempt: (before?.delivery.attempt ?? 0) + 1,
    destination: destination.kind,
    possiblyRepeated: before?.delivery.state === 'sending' || before?.delivery.unsure === true,
    firstRequestedAtMs: before ? firstRequestOf(before.delivery) : nowMs,
    requestedAtMs: nowMs,
    answeredAtMs: null,
    status: null,
    error: '',
  };
}

function answered(claimed: Delivery, answer: Answer): Delivery {
  const answeredAtMs = Date.now();
  const { status } = answer;
  if (answer.kind === 'sent')
    return { ...claimed, state: 'sent', answeredAtMs, status, ...(answer.thread && { thread: answer.thread }) };
  const { error } = answer;
  if (answer.kind === 'refused') return { ...claimed, state: 'failed', answeredAtMs, status, error };
  const notBeforeMs = answeredAtMs + (answer.waitMs ?? waitAfter(claimed.attempt));
  // Once it may have arrived, every later request may be a repeat.
  const unsure = answer.unsure || claimed.possiblyRepeated;
  return { ...claimed, state: 'retrying', answeredAtMs, status, error, notBeforeMs, unsure };
}

/** Keeps what became of the attempt, before anything else is done. */
async function settle(deps: Deps, message: OutboxMessage, settled: Delivery): Promise<Delivery> {
  await keepTrying(() => deps.deliveries.settle(message.id, settled), deps);
  deps.metrics.deliveries.inc({ destination: settled.destination, state: settled.state });
  return settled;
}

/** Only when its row is stored may the message be acknowledged. */
async function finish(deps: Deps, message: OutboxMessage, settled: Delivery): Promise<number | undefined> {
  await deps.write([rowOf(deps, message, settled)]);
  if (settled.state === 'retrying') return untilDue({ delivery: settled });
  if (settled.state === 'failed')
    deps.log.warn({ call: message.call, rule: message.rule, code: settled.error }, 'a message could not be delivered');
  return undefined;
}

function rowOf(deps: Deps, message: OutboxMessage, delivery: Delivery): MappedRow {
  return deliveryRow(message, delivery, renderedFor(deps, message, delivery).text);
}

/** As it is, or was, when it is asked for: the row keeps the words that were sent. */
function renderedFor({ publicUrl }: Deps, message: OutboxMessage, delivery: Delivery): Rendered {
  const { possiblyRepeated, requestedAtMs } = delivery;
  return render(message, { publicUrl, possiblyRepeated, nowMs: requestedAtMs });
}

/** ms; 0 when it may be tried now. */
function untilDue(found: { delivery: Delivery } | undefined): number {
  return Math.max(0, (found?.delivery.notBeforeMs ?? 0) - Date.now());
}

/** Why there is no sense in asking any more. */
async function hopeless(deps: Deps, message: OutboxMessage, before: Found): Promise<string | undefined> {
  if (before && Date.now() - firstRequestOf(before.delivery) > GIVE_UP_MS) return 'given_up';
  if (message.kind === 'alert') return undefined;
  return (await find(deps, message.alertId))?.delivery.state === 'sent' ? undefined : 'alert_not_delivered';
}

async function threadFor(deps: Deps, message: OutboxMessage): Promise<Thread | undefined> {
  return message.kind === 'alert' ? undefined : (await find(deps, message.alertId))?.delivery.thread;
}

function find(deps: Deps, id: string): Promise<Found> {
  return keepTrying(() => deps.deliveries.find(id), deps);
}

function firstRequestOf({ firstRequestedAtMs, requestedAtMs }: Delivery): number {
  return firstRequestedAtMs ?? requestedAtMs;
}

function isSettled({ state }: Delivery): boolean {
  return state === 'sent' || state === 'failed';
}
