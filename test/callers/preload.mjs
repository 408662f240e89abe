// Loaded before tsx, so that its loader does not look at the SDK's 700 files: `node --import ./test/callers/preload.mjs
// --import tsx test/callers/main.ts` starts in two thirds of the time and CPU.
import '@livekit/agents';
import '@livekit/agents-plugin-deepgram';
import '@livekit/agents-plugin-elevenlabs';
import '@livekit/agents-plugin-openai';
