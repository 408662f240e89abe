import { ConnectionQuality, LocalTrack, RemoteTrack, RoomEvent, type Participant, type Room } from 'livekit-client';
import type { Connection } from '../../../../../api/types.ts';
import { countersOf, readingOf, type Counters, type Reading } from './counters.ts';

/** As the report states it; `last` closes the row of samples. */
export type Sample = Reading & {
  quality: Connection['samples'][number]['quality'];
  reconnections: number;
  last?: boolean;
};

/** How often the counters are read. */
const READ_MS = 1_000;
/** Of so many readings one is reported, and each at which the quality changed. */
const SAMPLE_EVERY = 5;

const QUALITIES: Record<ConnectionQuality, Sample['quality']> = {
  [ConnectionQuality.Excellent]: 'excellent',
  [ConnectionQuality.Good]: 'good',
  [ConnectionQuality.Poor]: 'poor',
  [ConnectionQuality.Lost]: 'lost',
  [ConnectionQuality.Unknown]: 'unknown',
};

/** Samples the caller's connection through the call. @returns takes the last sample, and stops */
export function watchConnection(room: Room, tell: (sample: Sample) => void): () => void {
  let quality: Sample['quality'] = 'unknown';
  let reconnections = 0;
  let newest: Counters | undefined;
  let told: Counters | undefined;
  let readings = 0;

  const sample = (last = false) => {
    if (!newest) return;
    tell({ ...readingOf(told, newest), quality, reconnections, ...(last && { last }) });
    told = newest;
  };
  const onQuality = (given: ConnectionQuality, { isLocal }: Participant) => {
    if (!isLocal || QUALITIES[given] === quality) return;
    quality = QUALITIES[given];
    sample();
  };
  const onReconnected = () => void reconnections++;
  const read = async () => {
    newest = countersOf(await statsOf(room));
    if (readings++ % SAMPLE_EVERY === 0) sample();
  };
  room.on(RoomEvent.ConnectionQualityChanged, onQuality);
  room.on(RoomEvent.Reconnected, onReconnected);
  // While the room reconnects there is nothing to read.
  const timer = setInterval(() => void read().catch(() => undefined), READ_MS);

  return () => {
    clearInterval(timer);
    room.off(RoomEvent.ConnectionQualityChanged, onQuality);
    room.off(RoomEvent.Reconnected, onReconnected);
    sample(true);
  };
}

async function statsOf(room: Room) {
  const participants = [room.localParticipant, ...room.remoteParticipants.values()];
  const tracks = participants.flatMap(({ audioTrackPublications }) =>
    [...audioTrackPublications.values()].flatMap(({ track }) => (track ? [track] : [])),
  );
  const reports = await Promise.all(
    tracks.flatMap((track) =>
      track instanceof LocalTrack || track instanceof RemoteTrack ? [track.getRTCStatsReport()] : [],
    ),
  );
  return reports.flatMap((report) => (report ? [...report.values()] : []));
}
