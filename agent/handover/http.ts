import { z } from 'zod';
import { askJson } from '../../lib/ask-json.ts';
import { httpsUrl } from '../../lib/https-url.ts';
import type { HumanDesk } from './desk.ts';

/** A service that finds a human and sends him into the room. */
export const httpDeskSettings = z.strictObject({
  url: httpsUrl,
  headers: z.record(z.string(), z.string()).default({}),
  /** Where a human joins a room; `{room}` is replaced by its name. */
  joinUrl: z.string().includes('{room}').optional(),
  timeoutMs: z.int().min(1_000).max(60_000).default(30_000),
});

const answer = z.discriminatedUnion('accepted', [
  z.object({ accepted: z.literal(true), who: z.string().max(200).optional() }),
  z.object({ accepted: z.literal(false), why: z.string().max(200).default('nobody is free') }),
]);

/** A webhook as the desk: it answers when a human is on his way into the room, or none is: docs/tools.md. */
export function openHttpDesk(given: z.input<typeof httpDeskSettings>): HumanDesk {
  const { url, headers, joinUrl, timeoutMs } = httpDeskSettings.parse(given);
  return {
    patienceMs: timeoutMs,
    request: (request, signal) => {
      const link = joinUrl?.replaceAll('{room}', encodeURIComponent(request.room));
      return askJson({
        url: new URL(url),
        method: 'POST',
        body: { ...request, ...(link === undefined ? {} : { joinUrl: link }) },
        ...{ headers, timeoutMs, signal, answer },
      });
    },
  };
}
