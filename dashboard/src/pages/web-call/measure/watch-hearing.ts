import { RoomEvent, Track, TrackEvent, type LocalAudioTrack, type RemoteTrack, type Room } from 'livekit-client';
import { createHearing, type Heard } from './hearing.ts';
import { createEar, type Ear } from './level.ts';

const SAMPLE_MS = 20;

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
  const timer = setInterval(() => {
    const heard = hear({ atMs: now(), callerDb: caller.levelDb(), agentDb: others.levelDb() });
    if (heard) tell(heard);
  }, SAMPLE_MS);
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
    for (const { track } of audioTrackPublications.values()) if (track) onTrack(track as RemoteTrack);
  return () => {
    room.off(RoomEvent.TrackSubscribed, onTrack).off(RoomEvent.TrackUnsubscribed, onGone);
    for (const track of removals.keys()) onGone(track);
  };
}
