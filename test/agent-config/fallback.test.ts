import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { initializeLogger, llm, tts } from '@livekit/agents';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createModel, createVoice } from '../../agent/session/vendors.ts';
import { apiKeyOf } from '../vendors/calls.ts';
import { callScript } from '../vendors/script.ts';
import { startVendorServer, type Vendors } from '../vendors/server.ts';
import { createVendorsClient } from '../callers/vendors-client.ts';

const CALL = 'fallback';
/** The caller must not wait longer than for the first attempt, and a normal answer. */
const PATIENCE_MS = 4_500;

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

test('a model that never answers is left for the second one', async () => {
  const models = ['hung', 'gpt-4.1-mini'].map((model) => ({ vendor: 'openai' as const, model }));
  const model = createModel(models, { openai: { ...endpoint, baseUrl: `${endpoint.baseUrl}/openai/v1` } });
  const chatCtx = new llm.ChatContext();
  chatCtx.addMessage({ role: 'user', content: 'Can you do that?' });
  const startedAt = performance.now();
  const answer = await model.chat({ chatCtx }).collect();
  expect(answer.text.trim()).toBe('Of course we can do that.');
  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
});
