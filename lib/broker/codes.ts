import { NatsError } from 'nats';

/** Why JetStream refused a request, by its own numbers. */
export const brokerCodes = {
  consumerNotFound: 10014,
  noMessage: 10037,
  streamNotFound: 10059,
  /** A publish or a write named another revision than the newest: somebody was faster. */
  wrongLastSequence: 10071,
} as const;

/** A message that the stream has; undefined where it has none of that place or subject (any more). */
export async function orNone<Message>(message: Promise<Message>): Promise<Message | undefined> {
  try {
    return await message;
  } catch (error) {
    if (codeOf(error) === brokerCodes.noMessage) return undefined;
    throw error;
  }
}

/** JetStream's number for an error; undefined for all other errors. */
export function codeOf(error: unknown): number | undefined {
  return error instanceof NatsError ? error.api_error?.err_code : undefined;
}
