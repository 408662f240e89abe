import type { Log } from '../../lib/log.ts';
import type { OutboxMessage } from '../alerts/message.ts';
import type { Answer, Thread } from './answer.ts';
import type { Destination } from './destinations.ts';
import { postToSlack } from './slack/post.ts';
import type { Rendered } from './slack/render.ts';

export type Send = (
  destination: Destination,
  message: OutboxMessage,
  rendered: Rendered,
  options: { thread?: Thread | undefined; signal: AbortSignal },
) => Promise<Answer>;

/** @param print shows what would have been sent where nothing is configured; the log itself holds no caller's words. */
export function createSend(log: Log, print: (text: string) => void): Send {
  return async (destination, { call, rule, kind }, rendered, options) => {
    if (destination.kind !== 'printed') return postToSlack(destination, rendered, options);
    print(`\n${rendered.text}\n`);
    log.info({ call, rule, kind }, 'no destination is configured: the message was printed and kept');
    return { kind: 'sent', status: 0 };
  };
}
