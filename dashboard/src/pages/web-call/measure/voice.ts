/** Quieter is silence in any room. */
const SILENCE_DB = -50;
/** So much louder than the room itself is a voice. */
const ABOVE_ROOM_DB = 15;
/** How quiet and how loud a room can be. */
const ROOM_DB = { least: -90, most: -45 };
/** The room is learnt fast when it is quieter than believed, slowly when louder: a voice must not become the room. */
const FALLS = 0.1;
const RISES_DB = 0.04;

/** Tells sound from the noise of the room: asked once every sample, with its level in dB of full scale. */
export function createVoice(): (db: number) => boolean {
  let room = -60;
  return (db) => {
    room = db < room ? room + (db - room) * FALLS : room + RISES_DB;
    room = Math.min(Math.max(room, ROOM_DB.least), ROOM_DB.most);
    return db > Math.max(SILENCE_DB, room + ABOVE_ROOM_DB);
  };
}
