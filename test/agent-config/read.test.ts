import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAgentDocument } from '../../agent/config/read.ts';
import { defaultSignals } from '../../events/signals.ts';
import { EarshotError, type Problem } from '../../lib/errors.ts';
import { document } from './documents.ts';

const sample = () => readFileSync(new URL('../../agent/config/sample/ada.yaml', import.meta.url), 'utf8');

function problemOf(text: string): Problem {
  try {
    parseAgentDocument(text);
  } catch (error) {
    if (error instanceof EarshotError) return error.problem;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('a document', () => {
  test('needs little, and says the rest by itself', () => {
    const ada = parseAgentDocument(document());
    expect(ada).toMatchObject({
      product: 'voice',
      sessionTopic: 'closed',
      cloudModels: false,
      turns: { detection: 'local' },
      interruption: { mode: 'vad', backOffMs: 2_000 },
      tools: { recordSignal: true, endCall: true },
    });
    expect(ada.signals).toEqual(defaultSignals);
    expect(ada.consent).toBeUndefined();
  });

  test('may be JSON as well as YAML', () => {
    const value = {
      name: 'ada',
      company: 'Quillmark',
      prompt: 'You are Ada.',
      greeting: 'Hello.',
      recognisers: [{ vendor: 'deepgram' }],
      models: [{ vendor: 'openai' }],
      voices: [{ vendor: 'elevenlabs' }],
    };
    expect(parseAgentDocument(JSON.stringify(value, null, '\t'))).toEqual(parseAgentDocument(document()));
  });

  test('comes with the project as a sample', () => {
    expect(parseAgentDocument(sample())).toMatchObject({ name: 'ada', company: 'Quillmark' });
  });
});

describe('a bad document is refused with line, field and what to write', () => {
  test.each([
    ['a misspelt field', 'greetin: Hi', 'greetin', 'is no field', 'did you mean greeting?'],
    ['a field in another style', 'session_topic: open', 'session_topic', 'is no field', 'did you mean sessionTopic?'],
    ['an unknown field', 'weather: sunny', 'weather', 'is no field', 'company'],
    ['a value out of range', 'interruption: { words: 11 }', 'interruption.words', '<=10', 'docs/agent-config.md'],
    ['a misspelt inner field', 'silence: { afterMS: 5 }', 'silence.afterMS', 'is no field', 'did you mean afterMs?'],
    ['another product', 'product: fax', 'product', 'voice', 'docs/agent-config.md'],
    ['a model of the cloud', 'turns: { detection: cloud }', 'turns.detection', 'cloudModels', 'docs/agent-config.md'],
    ['the cloud by interruption', 'interruption: { mode: adaptive }', 'interruption.mode', 'cloudModels', 'docs'],
    ['a tool of two kinds', 'tools: { knowledge: { } }', 'tools.knowledge', 'give folder or service', 'docs'],
  ])('%s', (_what, line, field, reason, fix) => {
    const text = document(line);
    const at = text.split('\n').indexOf(line) + 1;
    expect(problemOf(text)).toEqual({
      code: 'bad_agent_document',
      field,
      message: expect.stringMatching(new RegExp(`^line ${at}, column \\d+: .*${reason}`)),
      fix: expect.stringContaining(fix),
    });
  });

  test.each([
    ['speed', 2.1, 2],
    ['speed', 0.4, 0.5],
    ['stability', 1.1, 1],
    ['similarity', -0.1, 0],
    ['style', 2, 1],
    ['streamingLatency', 5, 4],
  ])('voice %s %s', (field, bad, good) => {
    const withVoice = (value: number) =>
      document().replace('vendor: elevenlabs', `vendor: elevenlabs\n    ${field}: ${value}`);
    expect(problemOf(withVoice(bad))).toMatchObject({
      field: `voices.0.${field}`,
      message: expect.stringContaining(`line ${withVoice(bad).split('\n').indexOf(`    ${field}: ${bad}`) + 1},`),
    });
    expect(parseAgentDocument(withVoice(good)).voices[0]).toMatchObject({ [field]: good });
  });

  test('voice input', () => {
    const withInput = (input: string) =>
      document().replace('vendor: elevenlabs', `vendor: elevenlabs\n    input: ${input}`);
    for (const characters of [4, 51])
      expect(problemOf(withInput(`{ characters: ${characters} }`))).toMatchObject({
        field: 'voices.0.input.characters',
      });
    expect(problemOf(withInput('{ boundaries: words }'))).toMatchObject({ field: 'voices.0.input.boundaries' });
    for (const characters of [5, 50])
      expect(parseAgentDocument(withInput(`{ characters: ${characters} }`)).voices[0]).toMatchObject({
        input: { characters, boundaries: 'sentences' },
      });
  });

  test.each([
    ['maxTokens', [49, 501], [50, 500]],
    ['temperature', [-0.1, 2.1], [0, 2]],
  ])('model %s', (field, bad, good) => {
    const withModel = (value: number) => document().replace('vendor: openai', `vendor: openai\n    ${field}: ${value}`);
    for (const value of bad) expect(problemOf(withModel(value))).toMatchObject({ field: `models.0.${field}` });
    for (const value of good) expect(parseAgentDocument(withModel(value)).models[0]).toMatchObject({ [field]: value });
  });

  test.each([
    ['voiceMs', [99, 2_001], [100, 2_000]],
    ['backOffMs', [999, 5_001], [1_000, 5_000]],
    ['words', [0, 11], [1, 10]],
  ])('interruption %s', (field, bad, good) => {
    const withField = (value: number) => document(`interruption: { ${field}: ${value} }`);
    for (const value of bad) expect(problemOf(withField(value))).toMatchObject({ field: `interruption.${field}` });
    for (const value of good)
      expect(parseAgentDocument(withField(value)).interruption).toMatchObject({ [field]: value });
  });

  test('a missing field, at the line of what should hold it', () => {
    expect(problemOf(document().replace('vendor: openai', 'model: gpt-4.1'))).toMatchObject({
      field: 'models.0.vendor',
      message: expect.stringMatching(/^line 8, /),
    });
  });

  test('a vendor that there is not, and a field of another vendor', () => {
    const withVoice = (lines: string) => document().replace('vendor: elevenlabs', lines);
    expect(problemOf(withVoice('vendor: nobody'))).toMatchObject({
      field: 'voices.0.vendor',
      message: expect.stringMatching(/^line \d+, column \d+: .*'elevenlabs' \| 'deepgram'/),
    });
    expect(problemOf(withVoice('vendor: deepgram\n    stability: 1'))).toMatchObject({
      field: 'voices.0.stability',
      fix: 'the fields here are vendor, model, speed, input',
    });
  });

  test('a third voice', () => {
    const three = document().replace('  - vendor: elevenlabs', '  - vendor: elevenlabs\n'.repeat(3).trimEnd());
    expect(problemOf(three)).toMatchObject({ field: 'voices', message: expect.stringMatching(/^line 9, /) });
  });

  test('a key of a vendor has no place in it', () => {
    const text = document().replace('vendor: openai', 'vendor: openai\n    apiKey: sk-1');
    expect(problemOf(text)).toMatchObject({
      field: 'models.0.apiKey',
      message: expect.stringContaining('is no field'),
    });
  });

  test('a signal that is defined twice', () => {
    const signal = '  - { name: fleet_size, type: integer, description: vehicles }';
    const text = document(`signals:\n${signal}\n${signal}`);
    expect(problemOf(text)).toMatchObject({ field: 'signals.1.name', message: expect.stringContaining('line 13') });
  });

  test('broken YAML and broken JSON, by line', () => {
    expect(problemOf(document('tools: [open'))).toMatchObject({ message: expect.stringMatching(/^line 1[12], /) });
    expect(problemOf('{\n  "name": "ada"\n  "company": "Quillmark"\n}')).toMatchObject({
      field: 'document',
      message: expect.stringMatching(/^line [23], /),
    });
  });

  test('a field that is written twice', () => {
    expect(problemOf(document('name: bob'))).toMatchObject({ message: expect.stringMatching(/^line 11, .*unique/) });
  });

  test('one that is too large, or nothing at all', () => {
    expect(problemOf(`${document()}# ${'x'.repeat(128 * 1024)}`).message).toContain('bytes');
    expect(problemOf('')).toMatchObject({ code: 'bad_agent_document', field: 'document' });
    expect(problemOf('- ada')).toMatchObject({ code: 'bad_agent_document', field: 'document' });
  });
});
