import { inference, initializeLogger, llm, stt, tts } from '@livekit/agents';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAgentDocument } from '../../agent/config/read.ts';
import { instructionsFor } from '../../agent/session/prompt.ts';
import { createLateRecord } from '../../agent/session/record.ts';
import { sessionOptions } from '../../agent/session/session-options.ts';
import { toolsOf } from '../../agent/session/tools-of.ts';
import { document } from './documents.ts';

const endpoints = {
  deepgram: { apiKey: 'd' },
  openai: { apiKey: 'o', baseUrl: 'http://127.0.0.1:1/v1' },
  elevenlabs: { apiKey: 'e' },
};

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));

const optionsOf = (more = '') => sessionOptions(parseAgentDocument(document(more)), endpoints);

const twice = (text: string) => text.replaceAll(/ {2}- vendor: .*\n/g, (line) => line + line);

describe('the session of a document', () => {
  test('takes no model of the cloud unless it is asked to', () => {
    const { turnHandling } = optionsOf();
    expect(turnHandling?.turnDetection).toBeInstanceOf(inference.TurnDetector);
    expect(turnHandling?.turnDetection).toMatchObject({ model: 'turn-detector-v1-mini' });
    expect(turnHandling?.interruption?.mode).toBe('vad');
    const asked = optionsOf('cloudModels: true\ninterruption: { mode: adaptive }\nturns: { detection: vad }');
    expect(asked.turnHandling).toMatchObject({ turnDetection: 'vad', interruption: { mode: 'adaptive' } });
  });

  test('has each setting in its place', () => {
    const options = optionsOf(
      [
        'turns: { detection: vad, endOfTurnMs: 400, longestEndOfTurnMs: 2000 }',
        'interruption: { words: 2, voiceMs: 300, backOffMs: 1500, resume: false }',
        'preemptiveGeneration: false',
        'silence: { afterMs: 5000 }',
      ].join('\n'),
    );
    expect(options.userAwayTimeout).toBe(5);
    expect(options.turnHandling).toEqual({
      turnDetection: 'vad',
      endpointing: { mode: 'fixed', minDelay: 400, maxDelay: 2_000 },
      interruption: {
        ...{ enabled: true, mode: 'vad', minDuration: 300, minWords: 2 },
        ...{ falseInterruptionTimeout: 1_500, resumeFalseInterruption: false },
      },
      preemptiveGeneration: { enabled: false },
    });
  });

  test('falls back from each of its vendors, and from none when there is one', () => {
    const one = optionsOf();
    expect(one.llm).toMatchObject({ model: 'gpt-4.1-mini', provider: 'OpenAI' });
    expect(one.tts).not.toBeInstanceOf(tts.FallbackAdapter);
    const two = sessionOptions(parseAgentDocument(twice(document())), endpoints);
    expect(two.stt).toBeInstanceOf(stt.FallbackAdapter);
    expect(two.llm).toBeInstanceOf(llm.FallbackAdapter);
    expect(two.tts).toBeInstanceOf(tts.FallbackAdapter);
    expect(two.llm).toMatchObject({ attemptTimeout: 4, maxRetryPerLLM: 0 });
  });

  test('needs a key for each vendor that the document names', () => {
    const ada = parseAgentDocument(document());
    expect(() => sessionOptions(ada, { ...endpoints, elevenlabs: undefined })).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'vendor_key_missing', field: 'ELEVEN_API_KEY' }),
      }),
    );
  });
});

describe('the prompt', () => {
  const promptOf = (more: string) => instructionsFor(parseAgentDocument(document(more)));

  test('is the document’s, with the signals that it asks for', () => {
    const prompt = promptOf(
      'signals: [{ name: fuel, type: list, values: [diesel, petrol], description: what they burn }]',
    );
    expect(prompt).toMatch(/^You are Ada\.\n\nYou answer calls for Quillmark\./);
    expect(prompt).toContain('- fuel (list, one of diesel, petrol): what they burn');
    expect(prompt).not.toContain('team_size');
    expect(promptOf('tools: { recordSignal: false }')).not.toContain('record_signal');
  });

  test('names escalation and consent only where there are some', () => {
    expect(promptOf('')).not.toMatch(/transfer_to_human|record_consent/);
    const desk = 'tools: { transfer: { service: { url: "http://127.0.0.1:1" } } }';
    expect(promptOf(`${desk}\nescalation: { phrases: [the boss] }`)).toContain('"the boss"');
    expect(promptOf('consent: { statement: It is recorded., required: true }')).toContain('record_consent');
  });
});

describe('the tools', () => {
  const namesOf = (more: string, ports: Parameters<typeof toolsOf>[1] = {}) => {
    const tools = toolsOf(parseAgentDocument(document(more)), ports, createLateRecord());
    return Object.keys(new llm.ToolContext(tools).functionTools).toSorted();
  };
  const desk = { patienceMs: 1, request: async () => ({ accepted: true as const }) };

  test('are those that the document turns on and has the means for', () => {
    expect(namesOf('')).toEqual(['end_call', 'record_signal']);
    expect(namesOf('tools: { endCall: false }')).toEqual(['record_signal']);
    expect(namesOf('', { desk, room: 'r' })).toEqual(['end_call', 'record_signal', 'transfer_to_human']);
    expect(namesOf('consent: { statement: It is recorded., required: true }')).toContain('record_consent');
  });
});
