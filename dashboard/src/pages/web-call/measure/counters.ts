import type { Connection } from '../../../../../api/types.ts';

/** What WebRTC counted at the caller's end since the call began; null where it counted nothing. */
export type Counters = {
  packetsReceived: number | null;
  packetsLost: number | null;
  jitterMs: number | null;
  /** Between the caller and the server. */
  rttMs: number | null;
  bytesIn: number | null;
  bytesOut: number | null;
};

export type Reading = Pick<
  Connection['samples'][number],
  'packetLossPercent' | 'jitterMs' | 'rttMs' | 'bytesIn' | 'bytesOut'
>;

type Entry = { type: string } & Record<string, unknown>;

/** @param entries of the reports of every track of the call, both ways */
export function countersOf(entries: readonly Entry[]): Counters {
  const valuesOf = (type: string, name: string) =>
    entries.filter((entry) => entry.type === type).flatMap(({ [name]: value }) => (isNumber(value) ? [value] : []));
  const jitters = valuesOf('inbound-rtp', 'jitter');
  const pair = entries.find(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
  const [rtt] = [...valuesOf('remote-inbound-rtp', 'roundTripTime'), pair?.['currentRoundTripTime']].filter(isNumber);
  return {
    packetsReceived: sum(valuesOf('inbound-rtp', 'packetsReceived')),
    packetsLost: sum(valuesOf('inbound-rtp', 'packetsLost')),
    jitterMs: jitters.length === 0 ? null : Math.max(...jitters) * 1000,
    rttMs: rtt === undefined ? null : rtt * 1000,
    bytesIn: sum(valuesOf('inbound-rtp', 'bytesReceived')),
    bytesOut: sum(valuesOf('outbound-rtp', 'bytesSent')),
  };
}

/** What happened since the sample before. Silence sends few packets, so loss is a share of packets, never of time. */
export function readingOf(before: Counters | undefined, now: Counters): Reading {
  const lost = (now.packetsLost ?? 0) - (before?.packetsLost ?? 0);
  const sent = lost + (now.packetsReceived ?? 0) - (before?.packetsReceived ?? 0);
  const { jitterMs, rttMs, bytesIn, bytesOut } = now;
  // A late packet that was counted as lost is taken back: below 0 nothing was lost.
  return { packetLossPercent: sent > 0 ? Math.max(0, (lost / sent) * 100) : null, jitterMs, rttMs, bytesIn, bytesOut };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function sum(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
}
