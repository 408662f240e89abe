import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { initializeLogger, llm, tts } from '@livekit/agents';
import * as deepgram from '@livekit/agents-plugin-deepgram';
import * as elevenlabs from '@livekit/agents-plugin-elevenlabs';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { emulatedEndpoints } from '../../agent/job/endpoints.ts';
import { createModel, createVoice } from '../../agent/session/vendors.ts';
import { apiKeyOf } from '../vendors/calls.ts';
import { callScript } from '../vendors/script.ts';
import { startVendorServer, type Vendors } from '../vendors/server.ts';
import { createVendorsClient } from '../callers/vendors-client.ts';

const CALL = 'fallback';
/** The caller waits for one attempt (4 s) and a normal answer: a second attempt would make it 8 s. */
const PATIENCE_MS = 7_000;

let vendors: Vendors;
let road: net.Server;
let endpoint: { apiKey: string; baseUrl: string };

beforeAll(async () => {
  initializeLogger({ pretty: false, level: 'silent' });
  vendors = await startVendorServer();
  const script = { agentVoice: {}, reactions: [], otherwise: 'Of course we can do that.', faults: {} };
  await createVendorsClient(vendors.url).open(CALL, callScript.parse(script));
  road = hangingFor('hung', Number(new URL(vendors.url).port));
  await once(road.listen(0, '127.0.0.1'), 'listening');
  endpoint = { apiKey: apiKeyOf(CALL), baseUrl: `http://127.0.0.1:${(road.address() as AddressInfo).port}` };
});
afterAll(async () => {
  road.close();
  await vendors.close();
});

afterEach(() => vi.restoreAllMocks());

/** Passes everything on, but of a request that names the word nobody ever hears again. */
function hangingFor(word: string, port: number): net.Server {
  return net.createServer((client) => {
    const to = net.connect(port, '127.0.0.1');
    client.on('data', (chunk) => {
      if (chunk.includes(word)) to.unpipe(client);
      else to.write(chunk);
    });
    to.pipe(client);
    for (const socket of [client, to]) socket.on('error', () => undefined);
    client.on('close', () => to.destroy());
    to.on('close', () => client.destroy());
  });
}

test('a voice that never sounds is left for the second one', async () => {
  const voices = ['hung', 'eleven_turbo_v2_5'].map((model) => ({ vendor: 'elevenlabs' as const, model }));
  const voice = createVoice(voices, { elevenlabs: { ...endpoint, baseUrl: `${endpoint.baseUrl}/elevenlabs/v1` } });
  const switches: string[] = [];
  voice.on(
    'tts_availability_changed' as never,
    ((event: { tts: tts.TTS; available: boolean }) => switches.push(`${event.tts.model} ${event.available}`)) as never,
  );
  const stream = voice.stream();
  const startedAt = performance.now();
  stream.pushText('Good morning, what can I do for you? ');
  stream.endInput();
  const first = await stream.next();
  expect(first.done).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
  expect(switches).toEqual(['hung false']);
  stream.close();
  await voice.close();
});

test.each([
  ['deepgram', 'elevenlabs'],
  ['elevenlabs', 'deepgram'],
] as const)('a voice of %s that is down is left for one of %s', async (first, second) => {
  // By it the adapter asks whether a voice is back: over HTTP, which the emulated vendors do not speak.
  for (const { prototype } of [elevenlabs.TTS, deepgram.TTS])
    vi.spyOn(prototype, 'synthesize').mockImplementation(() => {
      throw new Error('out of reach');
    });
  const call = `${first}-${second}`;
  const { url } = vendors;
  const faults = { voiceDown: { models: ['down'], how: 'refuses' as const } };
  const script = { agentVoice: {}, reactions: [], otherwise: '-', faults };
  await createVendorsClient(url).open(call, callScript.parse(script));
  const model = second === 'deepgram' ? 'aura-2-andromeda-en' : 'eleven_turbo_v2_5';
  const choices = [
    { vendor: first, model: 'down' },
    { vendor: second, model },
  ];
  const voice = createVoice(choices, emulatedEndpoints(url, apiKeyOf(call)));
  voice.on('error', () => undefined);
  const stream = voice.stream();
  stream.pushText('Good morning, what can I do for you? ');
  stream.endInput();
  const startedAt = performance.now();
  let samples = 0;
  for await (const heard of stream) {
    if (typeof heard !== 'symbol') samples += heard.frame.samplesPerChannel;
  }
  expect(samples).toBeGreaterThan(voice.sampleRate);
  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
  stream.close();
  await voice.close();
});

test.each([
  { vendor: 'openai' as const, model: 'gpt-4.1-mini' },
  { vendor: 'compatible' as const, model: 'llama-3.3-70b' },
])('a model that never answers is left for a second one, $model of $vendor', async (second) => {
  const models = [{ vendor: 'openai' as const, model: 'hung' }, second];
  const model = createModel(models, {
    openai: { ...endpoint, baseUrl: `${endpoint.baseUrl}/openai/v1` },
    compatible: emulatedEndpoints(vendors.url, endpoint.apiKey).compatible,
  });
  const chatCtx = new llm.ChatContext();
  chatCtx.addMessage({ role: 'user', content: 'Can you do that?' });
  const startedAt = performance.now();
  const answer = await model.chat({ chatCtx }).collect();
  expect(answer.text.trim()).toBe('Of course we can do that.');
  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
});
