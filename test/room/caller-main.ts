import { joinRoom } from '../callers/room-line.ts';
import { MICROPHONE_RATE } from '../callers/microphone.ts';
import { createVendorsClient } from '../callers/vendors-client.ts';
import { resample } from '../vendors/speech.ts';

/** Joins, waits for the greeting, says his line, and tells his parent when he is answered. */
type What = { url: string; token: string; vendorsUrl: string; call: string; text: string };
const { url, token, vendorsUrl, call, text } = JSON.parse(process.argv[2] ?? '') as What;
const vendors = createVendorsClient(vendorsUrl);
const [line, speech] = await Promise.all([
  joinRoom(url, token),
  vendors.speech(text, { language: 'en-us', rate: 180, pitch: 50 }),
]);
process.on('disconnect', () => process.exit());

await until(line.answered);
line.asked();
await vendors.announce(call, speech);
await line.speak(resample(speech.pcm, speech.sampleRate, MICROPHONE_RATE));
await until(line.answering);
process.send?.([...line.room.remoteParticipants.keys()].find((identity) => identity.startsWith('agent-')));

function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const stop = line.onChange(check);
    check();
  });
}
