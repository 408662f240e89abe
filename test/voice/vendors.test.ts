import { initializeLogger, llm, stt, tts, voice } from '@livekit/agents';
import { AudioFrame } from '@livekit/rtc-node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createModel, createRecogniser, createVoice } from '../../agent/session/vendors.ts';
import { agentOf } from '../callers/endpoints.ts';
import { MICROPHONE_RATE } from '../callers/microphone.ts';
import { createVendorsClient, type CallerSpeech, type VendorsClient } from '../callers/vendors-client.ts';
import { startVendorServer, type Vendors } from '../vendors/server.ts';
import { callScript, type Faults } from '../vendors/script.ts';
import { resample } from '../vendors/speech.ts';

const SENTENCE = 'We are a team of twelve people and we decide this week.';
const VOICE = { language: 'en-us', rate: 190, pitch: 50 };
const record = { name: 'record_signal', args: { name: 'team_size', value: 12, quote: 'twelve people' } };

let vendors: Vendors;
let client: VendorsClient;
let calls = 0;

beforeAll(async () => {
  initializeLogger({ pretty: false, level: 'silent' });
  vendors = await startVendorServer();
  client = createVendorsClient(vendors.url);
});
afterAll(() => vendors.close());

/** A call with the emulated vendors, and the agent of it. */
async function openCall(faults: Faults = {}) {
  const call = `test-${++calls}`;
  const reactions = [{ to: SENTENCE, tools: [record], reply: 'Twelve people, I have written that down. What next?' }];
  await client.open(call, callScript.parse({ agentVoice: VOICE, otherwise: 'Sorry?', reactions, faults }));
  return { call, ...agentOf({ url: vendors.url, call, keys: {} }) };
}

type Agent = Awaited<ReturnType<typeof openCall>>;

/** Ten times faster than real time: the recogniser goes by the audio, not by the clock. */
async function hear(recogniser: stt.STT, speech: CallerSpeech, part = 1): Promise<stt.SpeechEvent[]> {
  const stream = recogniser.stream();
  const spoken = resample(speech.pcm, speech.sampleRate, MICROPHONE_RATE);
  const silence = new Int16Array(MICROPHONE_RATE);
  const samples = Int16Array.from([...spoken.subarray(0, spoken.length * part), ...silence]);
  const size = MICROPHONE_RATE / 10;
  const events: stt.SpeechEvent[] = [];
  const reading = (async () => {
    for await (const event of stream) events.push(event);
  })();
  for (let at = 0; at + size <= samples.length; at += size) {
    stream.pushFrame(new AudioFrame(samples.slice(at, at + size), MICROPHONE_RATE, 1, size));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await vi.waitFor(
    () => expect(events.some(({ type }) => type === stt.SpeechEventType.FINAL_TRANSCRIPT)).toBe(true),
    5_000,
  );
  stream.close();
  await reading;
  return events;
}

const textsOf = (events: stt.SpeechEvent[], type: stt.SpeechEventType) =>
  events.filter((event) => event.type === type).map(({ alternatives }) => alternatives?.[0].text ?? '');

describe('the recogniser', () => {
  let speech: CallerSpeech;
  beforeAll(async () => void (speech = await client.speech(SENTENCE, VOICE)));

  it('tells more and more words, and all of them when the speech is over', async () => {
    const { call, document, endpoints } = await openCall();
    await client.announce(call, speech);
    const events = await hear(createRecogniser(document.recognisers.slice(0, 1), endpoints), speech);
    const interims = textsOf(events, stt.SpeechEventType.INTERIM_TRANSCRIPT);
    expect(textsOf(events, stt.SpeechEventType.FINAL_TRANSCRIPT).join(' ')).toBe(SENTENCE);
    expect(interims.length).toBeGreaterThan(2);
    for (const interim of interims) expect(SENTENCE.startsWith(interim)).toBe(true);
    expect(interims.map(({ length }) => length)).toEqual(
      interims.map(({ length }) => length).toSorted((a, b) => a - b),
    );
  });

  it('tells half of the words when it hears half of the speech', async () => {
    const { call, document, endpoints } = await openCall();
    await client.announce(call, speech);
    const events = await hear(createRecogniser(document.recognisers.slice(0, 1), endpoints), speech, 0.5);
    const told = textsOf(events, stt.SpeechEventType.FINAL_TRANSCRIPT).join(' ');
    const share = told.split(' ').length / SENTENCE.split(' ').length;
    expect(SENTENCE.startsWith(told)).toBe(true);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.75);
  });

  it('hands over to the second when the first refuses', async () => {
    const { call, document, endpoints } = await openCall({ recogniserDown: { model: 'nova-3', afterFinals: 0 } });
    const recogniser = createRecogniser(document.recognisers, endpoints);
    const switched = vi.fn<() => void>();
    recogniser.on('stt_availability_changed' as never, switched as never);
    const first = recogniser.stream();
    await vi.waitFor(() => expect(switched).toHaveBeenCalledOnce(), 5_000);
    first.close();
    await client.announce(call, speech);
    const events = await hear(recogniser, speech);
    expect(textsOf(events, stt.SpeechEventType.FINAL_TRANSCRIPT).join(' ')).toBe(SENTENCE);
    expect(recogniser.model).toBe('nova-2');
    await recogniser.close();
  });

  it.each([
    { first: 'deepgram', second: 'openai' },
    { first: 'openai', second: 'deepgram' },
  ] as const)('of $first hands over to one of $second', async ({ first, second }) => {
    const { call, endpoints } = await openCall({ recogniserDown: { model: 'down', afterFinals: 0 } });
    const choices = [
      { vendor: first, model: 'down', language: 'en-US' },
      { vendor: second, model: 'up', language: 'en-US' },
    ];
    const recogniser = createRecogniser(choices, endpoints);
    const switched = vi.fn<() => void>();
    recogniser.on('stt_availability_changed' as never, switched as never);
    const before = recogniser.stream();
    await vi.waitFor(() => expect(switched).toHaveBeenCalledOnce(), 5_000);
    before.close();
    await client.announce(call, speech);
    const events = await hear(recogniser, speech);
    expect(textsOf(events, stt.SpeechEventType.FINAL_TRANSCRIPT).join(' ')).toBe(SENTENCE);
    expect(recogniser.provider).toBe(second === 'openai' ? 'OpenAI' : 'Deepgram');
    await recogniser.close();
  });
});

describe('the model', () => {
  const tools = [
    llm.tool({
      name: 'record_signal',
      description: 'writes it down',
      parameters: { type: 'object' as const, properties: {} },
      execute: async () => 'ok',
    }),
  ];

  async function ask({ document, endpoints }: Agent, chatCtx: llm.ChatContext) {
    const metrics: Array<{ ttftMs: number; promptTokens: number; completionTokens: number }> = [];
    const model = createModel(document.models, endpoints);
    model.on('metrics_collected', (one) => metrics.push(one));
    const answer = await model.chat({ chatCtx, toolCtx: new llm.ToolContext(tools) }).collect();
    await vi.waitFor(() => expect(metrics).toHaveLength(1));
    return { ...answer, metrics: metrics[0] };
  }

  it('calls the tools of what was said, then speaks, and counts its tokens', async () => {
    const agent = await openCall();
    const chatCtx = new llm.ChatContext();
    chatCtx.addMessage({ role: 'user', content: SENTENCE });
    const first = await ask(agent, chatCtx);
    expect(first.toolCalls.map(({ name, args }) => [name, JSON.parse(args)])).toEqual([[record.name, record.args]]);
    const [toolCall] = first.toolCalls;
    if (!toolCall) throw new Error('no tool call');
    chatCtx.insert([
      toolCall,
      llm.FunctionCallOutput.create({ callId: toolCall.callId, name: toolCall.name, output: '"ok"', isError: false }),
    ]);
    const second = await ask(agent, chatCtx);
    expect(second.text.trim()).toBe('Twelve people, I have written that down. What next?');
    expect(second.metrics?.promptTokens).toBeGreaterThan(first.metrics?.promptTokens ?? Infinity);
    expect(second.metrics?.completionTokens).toBe(Math.ceil(second.text.trim().length / 4));
  });

  it('is slow when its script says so', async () => {
    const agent = await openCall({ modelFirstTokenMs: 900 });
    const chatCtx = new llm.ChatContext();
    chatCtx.addMessage({ role: 'user', content: 'Something else' });
    const { text, metrics } = await ask(agent, chatCtx);
    expect(text.trim()).toBe('Sorry?');
    expect(metrics?.ttftMs).toBeGreaterThanOrEqual(900 - 1);
  });
});

describe('the voice', () => {
  it('speaks a text with the time of each word', async () => {
    const agent = await openCall();
    const speaker = createVoice(agent.document.voices, agent.endpoints);
    const text = 'Hello there. The package writes the signed file back to the record. ';
    const stream = speaker.stream();
    stream.pushText(text);
    stream.endInput();
    let audioMs = 0;
    const words: voice.TimedString[] = [];
    for await (const piece of stream) {
      if (piece === tts.SynthesizeStream.END_OF_STREAM) break;
      audioMs += (piece.frame.samplesPerChannel * 1_000) / piece.frame.sampleRate;
      words.push(...(piece.timedTranscripts ?? []));
    }
    expect(
      words
        .map((word) => word.text)
        .join('')
        .trim(),
    ).toBe(text.trim());
    const starts = words.map(({ startTime = 0 }) => startTime * 1_000);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(starts.at(-1)).toBeLessThan(audioMs);
    expect(starts.at(-1)).toBeGreaterThan(audioMs - 1_000);
    expect(audioMs).toBeGreaterThan(2_500);
    await speaker.close();
  });
});

describe('the emulated vendors', () => {
  it('refuse a key that no call has', async () => {
    const response = await fetch(`${vendors.url}/openai/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer emulated-nobody' },
      body: '{}',
    });
    expect(response.status).toBe(401);
  });

  it('name the field of a script that they cannot play', async () => {
    await expect(client.open('bad', { reactions: [] } as never)).rejects.toMatchObject({
      problem: { code: 'vendors_refused', message: expect.stringContaining('agentVoice') },
    });
  });

  it('are named when they are not there, with how to start them', async () => {
    await expect(createVendorsClient('http://127.0.0.1:1').close('any')).rejects.toMatchObject({
      problem: {
        code: 'vendors_unreachable',
        field: 'EARSHOT_VENDORS_URL',
        fix: expect.stringContaining('test/vendors/main.ts'),
      },
    });
  });
});
