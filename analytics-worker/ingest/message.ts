import type { JsMsg } from 'nats';

/** A message of the event stream, freed from the broker. */
export type EventMessage = {
  subject: string;
  data: Uint8Array;
  /** Epoch ms at which the broker stored it. */
  brokerAt: number;
};

export function eventMessage({ subject, data, info }: JsMsg): EventMessage {
  return { subject, data, brokerAt: info.timestampNanos / 1e6 };
}
