import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AckPolicy, DeliverPolicy, nanos, StorageType, type NatsConnection } from 'nats';
import { onTestFinished } from 'vitest';
import { decode } from '../../events/codec.ts';
import { isA, type Fact, type FactOf, type FactType } from '../../events/catalogue.ts';
import { streams } from '../../events/subjects.ts';
import type { CollectorOptions } from '../../agent/collector/index.ts';
import { markOf, type ProcessMark } from '../../lib/live-process.ts';
import { managerOf, startNats, type TestNats } from '../harness/nats.ts';

export { textSession } from './sessions.ts';

export type Broker = TestNats & { nc: NatsConnection };

/** A broker with the event stream, stopped when the test is over. */
export async function startBroker(): Promise<Broker> {
  const nats = await startNats();
  onTestFinished(() => nats.stop());
  const nc = await nats.connect();
  await addEventStream(nc);
  return { ...nats, nc };
}

export async function addEventStream(
  nc: NatsConnection,
  more: { max_msgs?: number; name?: string; max_msg_size?: number } = {},
): Promise<void> {
  const { name, subjects, duplicateWindowMs, maxMessageBytes } = streams.events;
  const jsm = await managerOf(nc);
  await jsm.streams.add({
    name,
    subjects: [...subjects],
    storage: StorageType.File,
    duplicate_window: nanos(duplicateWindowMs),
    max_msg_size: maxMessageBytes,
    ...more,
  });
}

/** Every event of the stream, each of which must fit the contract and its subject. */
export async function storedFacts(nc: NatsConnection): Promise<Fact[]> {
  const { name } = streams.events;
  const jsm = await managerOf(nc);
  const { state } = await jsm.streams.info(name);
  if (state.messages === 0) return [];
  const consumer = await jsm.consumers.add(name, { ack_policy: AckPolicy.None, deliver_policy: DeliverPolicy.All });
  const messages = await (
    await nc.jetstream().consumers.get(name, consumer.name)
  ).fetch({ max_messages: state.messages, expires: 5_000 });
  const facts: Fact[] = [];
  for await (const message of messages) {
    const decoded = decode(message.data, message.subject);
    if (decoded.kind !== 'fact') throw new Error(`${message.subject}: ${JSON.stringify(decoded)} ${message.string()}`);
    facts.push(decoded.fact);
    if (facts.length === state.messages) break;
  }
  return facts;
}

export function only<Type extends FactType>(facts: Fact[], type: Type): FactOf<Type>['data'][] {
  return facts.filter(isA(type)).map((fact) => fact.data as FactOf<Type>['data']);
}

export type Books = {
  lastSeq: number;
  by: string;
  stored: number;
  gaps: { firstSeq: number; lastSeq: number; reason: string }[];
};

/** The books of one producer: throws unless every number up to its closing is stored once or declared as a gap. */
export function balance(facts: Fact[], instance?: string): Books {
  const own = facts.filter((fact) => instance === undefined || fact.producer.instance === instance);
  const closings = only(own, 'producer.closed').toSorted((a, b) => a.lastSeq - b.lastSeq);
  const closed = closings.at(-1);
  if (!closed) throw new Error('not closed');
  const seqs = own.map((fact) => fact.producer.seq ?? 0).toSorted((a, b) => a - b);
  const gaps = only(own, 'producer.gap').map(({ firstSeq, lastSeq, reason, count }) => {
    if (count !== lastSeq - firstSeq + 1) throw new Error(`gap of ${count} from ${firstSeq} to ${lastSeq}`);
    return { firstSeq, lastSeq, reason };
  });
  const declared = gaps.flatMap(({ firstSeq, lastSeq }) =>
    Array.from({ length: lastSeq - firstSeq + 1 }, (_, i) => firstSeq + i),
  );
  const all = [...seqs, ...declared].toSorted((a, b) => a - b);
  const wrong = all.find((seq, index) => seq !== index + 1);
  if (wrong !== undefined || all.length !== closed.lastSeq) {
    throw new Error(
      `${all.length} of ${closed.lastSeq}, first out of place: ${wrong}; stored ${seqs.join(' ')}; declared ${declared.join(' ')}`,
    );
  }
  return { lastSeq: closed.lastSeq, by: closed.by, stored: seqs.length, gaps };
}

/** In the order in which they were stored. */
export function inOrder(facts: Fact[]): boolean {
  return facts.every((fact, index) => index === 0 || (fact.producer.seq ?? 0) > (facts[index - 1]?.producer.seq ?? 0));
}

/** The mark of a process that is gone. */
export async function deadProcess(): Promise<ProcessMark> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  return { host: os.hostname(), startedAt: markOf(process.pid)?.startedAt ?? '', pid: child.pid ?? 0 };
}

export function tempDir(name = 'spool'): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), `earshot-${name}-`));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export function options(broker: { url: string }, dir: string, more: CollectorOptions = {}): CollectorOptions {
  return { tenant: 'acme', nats: { url: broker.url }, spool: { dir }, ...more };
}
