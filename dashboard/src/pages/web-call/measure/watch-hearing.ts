import { RoomEvent, Track, TrackEvent, type LocalAudioTrack, type RemoteTrack, type Room } from 'livekit-client';
import { createHearing, type Heard } from './hearing.ts';
import { NO_SOUND_DB } from './level.ts';
import { createEar, WINDOW_MS, type Ear } from './ear.ts';

/** Measures what the caller waits for each answer, at his own ear. @returns stops it */
export function watchHearing(options: {
  room: Room;
  microphone: LocalAudioTrack;
  now: () => number;
  tell: (heard: Heard) => void;
}): () => void {
  const { room, microphone, now, tell } = options;
  const context = new AudioContext();
  const [caller, others] = [createEar(context), createEar(context)];
  const undo = [followMicrophone(caller, microphone), followOthers(others, room)];
  const hear = createHearing();
  let heardUntil = now();
  // A busy page is late: what was heard meanwhile is looked at then.
  const timer = setInterval(() => {
    const passed = Math.floor((now() - heardUntil) / WINDOW_MS);
    const windows = Math.min(passed, caller.most);
    heardUntil += (passed - windows) * WINDOW_MS;
    const [own, theirs] = [caller.levels(windows), others.levels(windows)];
    for (const [index, callerDb] of own.entries()) {
      heardUntil += WINDOW_MS;
      const heard = hear({ atMs: heardUntil, callerDb, agentDb: theirs[index] ?? NO_SOUND_DB });
      if (heard) tell(heard);
    }
  }, WINDOW_MS);
  return () => {
    clearInterval(timer);
    for (const step of undo) step();
    void context.close();
  };
}

/** Its sound comes from another source after a device was changed. */
function followMicrophone(ear: Ear, microphone: LocalAudioTrack): () => void {
  let remove = ear.add(microphone.mediaStreamTrack);
  const onRestarted = () => {
    remove();
    remove = ear.add(microphone.mediaStreamTrack);
  };
  microphone.on(TrackEvent.Restarted, onRestarted);
  return () => {
    microphone.off(TrackEvent.Restarted, onRestarted);
    remove();
  };
}

/** Everybody whom the caller hears: after a handover, another agent or a colleague. */
function followOthers(ear: Ear, room: Room): () => void {
  const removals = new Map<RemoteTrack, () => void>();
  const onTrack = (track: RemoteTrack) => {
    if (track.kind === Track.Kind.Audio) removals.set(track, ear.add(track.mediaStreamTrack));
  };
  const onGone = (track: RemoteTrack) => {
    removals.get(track)?.();
    removals.delete(track);
  };
  room.on(RoomEvent.TrackSubscribed, onTrack).on(RoomEvent.TrackUnsubscribed, onGone);
  for (const { audioTrackPublications } of room.remoteParticipants.values())
    for (const { track } of audioTrackPublications.values()) if (track) onTrack(track);
  return () => {
    room.off(RoomEvent.TrackSubscribed, onTrack).off(RoomEvent.TrackUnsubscribed, onGone);
    for (const track of removals.keys()) onGone(track);
  };
}
