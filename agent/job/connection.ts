import { ConnectionQuality, RoomEvent, type Participant, type Room } from '@livekit/rtc-node';
import type { FactData } from '../../events/catalogue.ts';
import { repeat } from '../../lib/repeat.ts';
import type { CallRecord } from '../session/record.ts';
import { readRtc, type RtcCounters } from './stats.ts';

type Sample = FactData<'connection.sampled'>;

/** How often the counters are read: the caller's last sign of life is known to that. */
const READ_MS = 1_000;
/** Of so many readings one is on record, and each at which the quality changed. */
const SAMPLE_EVERY = 5;

const QUALITIES: Record<number, Sample['quality']> = {
  [ConnectionQuality.QUALITY_POOR]: 'poor',
  [ConnectionQuality.QUALITY_GOOD]: 'good',
  [ConnectionQuality.QUALITY_EXCELLENT]: 'excellent',
  [ConnectionQuality.QUALITY_LOST]: 'lost',
};

export type ConnectionWatch = {
  /** When the last packet came from the caller, epoch ms, to a second; undefined before the first. */
  lastHeardAt(): number | undefined;
  /** Puts the last sample on record. */
  stop(): Promise<void>;
};

/** Samples the connection through the call and at its end. */
export function watchConnection(options: {
  room: Room;
  isCaller(participant: Participant): boolean;
  record: CallRecord;
}): ConnectionWatch {
  const { room, isCaller, record } = options;
  let quality: Sample['quality'] = 'unknown';
  let reconnections = 0;
  let lastHeardAt: number | undefined;
  let newest: RtcCounters | undefined;
  let onRecord: RtcCounters | undefined;
  let reading = 0;

  const publish = (last: boolean) => {
    if (!newest) return;
    record.publish('connection.sampled', {
      ...between(onRecord, newest),
      quality,
      reconnections,
      side: 'agent',
      ...(last ? { last } : {}),
    });
    onRecord = newest;
  };
  const onQuality = (given: ConnectionQuality, participant: Participant) => {
    if (!isCaller(participant)) return;
    const changed = QUALITIES[given] ?? 'unknown';
    if (changed === quality) return;
    quality = changed;
    publish(false);
  };
  const onReconnected = () => void reconnections++;
  room.on(RoomEvent.ConnectionQualityChanged, onQuality);
  room.on(RoomEvent.Reconnected, onReconnected);
  const reader = repeat(
    READ_MS,
    async () => {
      const counters = await readRtc(room);
      if ((counters.packetsReceived ?? 0) > (newest?.packetsReceived ?? 0)) lastHeardAt = Date.now();
      newest = counters;
      if (reading++ % SAMPLE_EVERY === 0) publish(false);
    },
    // While the room reconnects there is nothing to read.
    () => undefined,
  );

  return {
    lastHeardAt: () => lastHeardAt,
    stop: async () => {
      room.off(RoomEvent.ConnectionQualityChanged, onQuality);
      room.off(RoomEvent.Reconnected, onReconnected);
      await reader.stop();
      publish(true);
    },
  };
}

/** What happened since the sample before. Silence sends few packets, so loss is a share of packets, never of time. */
function between(
  before: RtcCounters | undefined,
  now: RtcCounters,
): Pick<Sample, 'packetLossPercent' | 'jitterMs' | 'rttMs' | 'bytesIn' | 'bytesOut'> {
  const lost = (now.packetsLost ?? 0) - (before?.packetsLost ?? 0);
  const sent = lost + (now.packetsReceived ?? 0) - (before?.packetsReceived ?? 0);
  const { jitterMs, rttMs, bytesIn, bytesOut } = now;
  // A late packet that was counted as lost is taken back: below 0 nothing was lost.
  return { packetLossPercent: sent > 0 ? Math.max(0, (lost / sent) * 100) : null, jitterMs, rttMs, bytesIn, bytesOut };
}
