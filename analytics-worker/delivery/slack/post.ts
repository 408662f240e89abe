import type { Answer, Thread } from '../answer.ts';
import type { Destination } from '../destinations.ts';
import type { Rendered } from './render.ts';
import { answerOfBot, answerOfWebhook, failedRequest } from './answers.ts';

type Slack = Exclude<Destination, { kind: 'printed' }>;

const TIMEOUT_MS = 10_000;
/** No link is looked up, no name becomes a mention. */
const QUIET = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' };

/** One request to Slack. Never throws: what went wrong is the answer. A reply to `thread` where there is a bot. */
export async function postToSlack(
  destination: Slack,
  rendered: Rendered,
  options: { thread?: Thread | undefined; signal: AbortSignal; timeoutMs?: number },
): Promise<Answer> {
  const { url, headers, body } = requestFor(destination, rendered, options.thread);
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)]);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
    const text = await response.text();
    return destination.kind === 'slack_bot' ? answerOfBot(response, text) : answerOfWebhook(response, text);
  } catch (error) {
    return failedRequest(error);
  }
}

function requestFor(destination: Slack, { text, blocks }: Rendered, thread: Thread | undefined) {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  if (destination.kind === 'slack_webhook') return { url: destination.url, headers, body: { text, blocks, ...QUIET } };
  const place =
    thread === undefined ? { channel: destination.channel } : { channel: thread.channel, thread_ts: thread.ts };
  return {
    url: `${destination.apiUrl}/chat.postMessage`,
    headers: { ...headers, authorization: `Bearer ${destination.token}` },
    body: { ...place, text, blocks, ...QUIET },
  };
}
