import type { Room } from '@livekit/rtc-node';

/** Counters of one moment, since the room was joined. Null where nothing was measured. */
export type RtcCounters = {
  /** What came from the caller. */
  packetsReceived: number | null;
  packetsLost: number | null;
  jitterMs: number | null;
  /** Between the agent and the server; the caller's own way is not in it. */
  rttMs: number | null;
  bytesIn: number | null;
  bytesOut: number | null;
};

/**
 * What WebRTC counts at the agent's end.
 *
 * @throws when the room is not connected
 */
export async function readRtc(room: Room): Promise<RtcCounters> {
  const { publisherStats, subscriberStats } = await room.getRtcStats();
  // With a single connection all of it is in the publisher's.
  const all = [...publisherStats, ...subscriberStats].map(({ stats }) => stats);
  const inbound = all.flatMap((stats) => (stats.case === 'inboundRtp' ? [stats.value] : []));
  const outbound = all.flatMap((stats) => (stats.case === 'outboundRtp' ? [stats.value] : []));
  const pairs = all.flatMap((stats) => (stats.case === 'candidatePair' ? [stats.value.candidatePair] : []));
  const pair = pairs.find((one) => one?.nominated);
  const heard = inbound.flatMap(({ received }) => (received ? [received] : []));
  return {
    packetsReceived: sum(heard.map(({ packetsReceived }) => packetsReceived)),
    packetsLost: sum(heard.map(({ packetsLost }) => packetsLost)),
    jitterMs: heard.length > 0 ? Math.max(...heard.map(({ jitter }) => jitter ?? 0)) * 1_000 : null,
    rttMs: pair?.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1_000,
    bytesIn: sum(inbound.map((one) => one.inbound?.bytesReceived)),
    bytesOut: sum(outbound.map((one) => one.sent?.bytesSent)),
  };
}

/** Null when there is nothing to add. */
function sum(values: readonly (bigint | number | undefined)[]): number | null {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? null : known.reduce<number>((total, value) => total + Number(value), 0);
}
