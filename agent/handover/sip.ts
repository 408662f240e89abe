import { randomBytes } from 'node:crypto';
import { SipCallError, SipClient } from 'livekit-server-sdk';
import { z } from 'zod';
import { EarshotError, messageOf } from '../../lib/errors.ts';
import type { HandoverAnswer, HandoverRequest, HumanDesk } from './desk.ts';

/** LiveKit answers a little after the phone has stopped ringing. */
const SERVER_MS = 7_000;

/** A phone that is called into the room through a SIP trunk of LiveKit's. */
export const sipDeskSettings = z.strictObject({
  /** LiveKit's address and key, as the worker has them. */
  livekit: z.strictObject({ url: z.string().min(1), apiKey: z.string().min(1), apiSecret: z.string().min(1) }),
  trunkId: z.string().min(1),
  /** The human's number. */
  number: z.string().min(1),
  /** Who answers there, as the caller is told. */
  who: z.string().min(1).max(100).optional(),
  ringSeconds: z.int().min(5).max(60).default(25),
});
type Settings = z.infer<typeof sipDeskSettings>;

const WHY: Readonly<Record<number, string>> = {
  408: 'no answer',
  480: 'no answer',
  486: 'busy',
  487: 'no answer',
  600: 'busy',
  603: 'declined',
};

/** Calls a human's phone into the room. He sees no text there, so what the agent says last is his summary. */
export function openSipDesk(given: z.input<typeof sipDeskSettings>): HumanDesk {
  const settings = sipDeskSettings.parse(given);
  const { url, apiKey, apiSecret } = settings.livekit;
  const client = new SipClient(url, apiKey, apiSecret);
  return {
    patienceMs: settings.ringSeconds * 1_000 + SERVER_MS,
    request: (request) => dial(client, settings, request),
  };
}

async function dial(client: SipClient, settings: Settings, request: HandoverRequest): Promise<HandoverAnswer> {
  const { trunkId, number, who, ringSeconds } = settings;
  try {
    await client.createSipParticipant(trunkId, number, request.room, {
      participantIdentity: `human-${randomBytes(8).toString('hex')}`,
      ...(who === undefined ? {} : { participantName: who }),
      waitUntilAnswered: true,
      ringingTimeout: ringSeconds,
      // The number of a colleague is not the caller's to know.
      hidePhoneNumber: true,
    });
    return { accepted: true, who };
  } catch (error) {
    const why = error instanceof SipCallError ? WHY[error.sipStatusCode ?? 0] : undefined;
    if (why) return { accepted: false, why };
    throw new EarshotError(
      {
        code: 'handover_failed',
        field: trunkId,
        message: messageOf(error),
        fix: 'see whether the SIP trunk exists and LiveKit has its SIP service',
      },
      { cause: error },
    );
  }
}
