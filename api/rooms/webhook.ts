import { WebhookReceiver } from 'livekit-server-sdk';
import { z } from 'zod';
import { EarshotError } from '../../lib/errors.ts';
import type { LiveKit } from './livekit.ts';

/** An enum by its name; a value that this version of the SDK does not know by its number. */
const enumName = z.union([z.string(), z.number()]).transform(String);

/** What of a webhook is of interest. `room.turnPassword` and the tracks are not, and go nowhere. */
const roomEvent = z.object({
  id: z.string().min(1),
  event: z.string(),
  /** Epoch seconds, whole ones. */
  createdAt: z.coerce.number(),
  room: z.object({ name: z.string(), sid: z.string().min(1), metadata: z.string() }).optional(),
  participant: z
    .object({
      identity: z.string(),
      name: z.string(),
      kind: enumName,
      disconnectReason: enumName,
      joinedAt: z.coerce.number(),
      joinedAtMs: z.coerce.number(),
      metadata: z.string(),
      attributes: z.record(z.string(), z.string()),
    })
    .optional(),
});
export type RoomEvent = z.infer<typeof roomEvent>;

/**
 * Reads a webhook that this LiveKit server signed.
 *
 * @param body as it came: the signature holds its hash
 * @param signature the header Authorization
 * @throws EarshotError `bad_signature`, whatever is wrong with it
 */
export async function readWebhook(
  { apiKey, apiSecret }: LiveKit,
  body: string,
  signature: string | undefined,
): Promise<RoomEvent> {
  try {
    const received = await new WebhookReceiver(apiKey, apiSecret).receive(body, signature);
    return roomEvent.parse(received.toJson({ emitDefaultValues: true }));
  } catch (cause) {
    const message = 'the request is no webhook that the configured LiveKit server signed';
    const fix = "set the server's webhook.api_key to LIVEKIT_API_KEY, and compare the secrets and the clocks";
    throw new EarshotError({ code: 'bad_signature', field: 'Authorization', message, fix }, { cause });
  }
}
