import { onTestFinished } from 'vitest';
import { openLink, type NatsSettings } from '../../agent/collector/index.ts';
import { Publisher, type PublisherOptions } from '../../agent/collector/publisher.ts';
import { newInstance } from '../../events/ids.ts';
import type { Problem } from '../../lib/errors.ts';
import { createClock } from '../../lib/clock.ts';

export type TestPublisher = {
  publisher: Publisher;
  instance: string;
  problems: Problem[];
  publish(count: number, text?: string): void;
};

/** A producer without a session: only numbers, spool and sending. */
export function openPublisher(
  root: string,
  nats: NatsSettings,
  more: Partial<Pick<PublisherOptions, 'maxBytes' | 'disk' | 'stream' | 'slowWriteMs'>> = {},
): TestPublisher {
  const problems: Problem[] = [];
  const onProblem = (problem: Problem) => void problems.push(problem);
  const link = openLink(nats, onProblem);
  onTestFinished(() => link.release());
  const instance = newInstance();
  const publisher = new Publisher({
    name: { tenant: 'acme', call: 'call-1', instance },
    link,
    root,
    maxBytes: 1024 * 1024,
    // A busy machine is not what these tests are about.
    slowWriteMs: Number.POSITIVE_INFINITY,
    clock: createClock(),
    onProblem,
    ...more,
  });
  const publish = (count: number, text = 'words') => {
    for (let i = 0; i < count; i++) publisher.publish('caller.transcribed', { text, isFinal: true, language: 'en' });
  };
  return { publisher, instance, problems, publish };
}
