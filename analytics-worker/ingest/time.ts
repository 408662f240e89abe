/** An event's times as they are stored, epoch ms. */
export type TimedEvent = {
  /** The producer's time, or the broker's where the producer's cannot be true. */
  at: number;
  /** What the producer stated, only where it was quarantined. */
  atStated: number | null;
  brokerAt: number;
};

const DAY_MS = 86_400_000;
const AHEAD_MS = DAY_MS;
const BEHIND_MS = 60 * DAY_MS;

/**
 * Rows are partitioned by the event's own month, so a wild time would scatter partitions: one more than a day after or
 * 60 days before the broker's is quarantined, and the broker's stands in. Imports state their time and are believed.
 * (docs/events.md, times)
 */
export function judgeTime(event: { at: number; producer: { kind: string } }, brokerAt: number): TimedEvent {
  const credible = Number.isFinite(event.at) && event.at <= brokerAt + AHEAD_MS && event.at >= brokerAt - BEHIND_MS;
  if (credible || event.producer.kind === 'import') return { at: event.at, atStated: null, brokerAt };
  return { at: brokerAt, atStated: event.at, brokerAt };
}
