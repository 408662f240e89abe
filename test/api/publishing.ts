import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openLink } from '../../agent/collector/index.ts';
import { Publisher } from '../../agent/collector/publisher.ts';
import type { FactData, FactType } from '../../events/catalogue.ts';
import { newCall, newInstance } from '../../events/ids.ts';
import { createClock } from '../../lib/clock.ts';

/** A call whose facts go the collector's way: numbered, into the spool, to the broker. */
export type PublishedCall = {
  call: string;
  publish<Type extends FactType>(type: Type, data: FactData<Type>, at?: number): void;
  say(role: 'user' | 'assistant', text: string): void;
  signal(name: string, value: unknown, quote?: string): void;
  /** An exchange of which the caller heard the answer after so long, ms. */
  exchange(question: string, answer: string, heardMs: number): void;
  end(): void;
};

export type Publishing = {
  open(tenant: string, agent?: string): PublishedCall;
  /** All that was published is at the broker. */
  flushed(): Promise<void>;
  stop(): Promise<void>;
};

export async function startPublishing(url: string): Promise<Publishing> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'earshot-spool-'));
  const link = openLink({ url }, () => undefined);
  const publishers: Publisher[] = [];
  const open = (tenant: string, agent = 'ada'): PublishedCall => {
    const call = newCall();
    const options = { root, link, clock: createClock(), maxBytes: 32 * 1024 * 1024, onProblem: () => undefined };
    const publisher = new Publisher({ name: { tenant, call, instance: newInstance() }, ...options });
    publishers.push(publisher);
    return openCall(publisher, call, agent);
  };
  return {
    open,
    flushed: async () => void (await Promise.all(publishers.map((one) => one.flushed()))),
    stop: async () => {
      await Promise.all(publishers.map((one) => one.close(2_000)));
      await link.release();
      await rm(root, { recursive: true, force: true });
    },
  };
}

function openCall(publisher: Publisher, call: string, agent: string): PublishedCall {
  let items = 0;
  const startedAt = Date.now();
  const publish: PublishedCall['publish'] = (type, data, at) => publisher.publish(type, data, at);
  const say = (role: 'user' | 'assistant', text: string, more: { speechId?: string } = {}) =>
    publish('item.committed', {
      itemId: `item-${++items}`,
      role,
      text,
      createdAt: Date.now(),
      interrupted: false,
      ...more,
    });
  publish('call.started', {
    startedAt,
    agent: { name: agent, version: '1.0.0' },
    sdk: { name: 'test' },
    channel: 'web',
    participant: { name: 'Dana Whitfield', email: `dana-${call}@example.com`, company: 'Northbeam' },
  });
  return {
    call,
    publish,
    say,
    signal: (name, value, quote = `about ${name}`) => publish('signal.recorded', { name, value, quote }),
    exchange: (question, answer, heardMs) => {
      const speechId = `speech-${items}`;
      const now = Date.now();
      publish('metrics.eou', {
        speechId,
        endOfUtteranceDelayMs: heardMs / 2,
        transcriptionDelayMs: heardMs / 4,
        turnHookMs: 0,
        lastSpeakingAt: now - heardMs,
      });
      publish('speech.created', { speechId, source: 'generate_reply', userInitiated: false }, now - heardMs / 2);
      say('user', question, { speechId });
      publish('playout.started', { speechId, startedAt: now }, now);
      say('assistant', answer, { speechId });
      publish('speech.finished', { speechId, interrupted: false, itemIds: [`item-${items}`] });
    },
    end: () => {
      publish('call.ended', { endedAt: Date.now(), reason: 'caller_hung_up', by: 'caller' });
      publisher.closeBooks();
    },
  };
}
