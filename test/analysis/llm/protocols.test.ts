import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze, answer, settings, signal } from './calls.ts';
import { openModel } from '../../../analytics-worker/analysis/llm/model.ts';
import { startModelServer, type Asked, type Doing } from './model-server.ts';

let server: Awaited<ReturnType<typeof startModelServer>>;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.stop());

const dozen = answer({ signals: [signal('team_size', 12, 2, 'about a dozen people')] });
const found = { engine: 'llm', findings: { signals: { team_size: { value: 12 } } } };

/** Refuses a request that has `part`, as servers do that do not know it. */
const lacks =
  (part: RegExp, message: string) =>
  ({ body }: Asked): Doing =>
    part.test(JSON.stringify(body)) ? { status: 400, body: { error: { message } } } : { says: dozen };

describe("OpenAI's protocol", () => {
  it('asks for an answer of the schema, with model and key', async () => {
    server.play({ says: dozen });
    expect(await analyze(server.url)).toMatchObject(found);
    const [asked] = server.asked;
    expect(asked).toMatchObject({ path: '/v1/chat/completions', headers: { authorization: 'Bearer secret-key' } });
    expect(asked?.body).toMatchObject({
      model: 'local',
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { strict: true, name: 'findings' } },
    });
    expect(server.asked).toHaveLength(1);
  });

  it('keeps to what strict schemas allow: all fields required, none besides, no limits', async () => {
    server.play({ says: dozen });
    await analyze(server.url);
    const format = server.asked[0]?.body['response_format'] as { json_schema: { schema: unknown } };
    const faults: string[] = [];
    const walk = (schema: unknown, at: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const word of ['minLength', 'maxLength', 'minimum', 'maximum', 'pattern', 'oneOf', 'default', 'minItems'])
        if (word in schema && !at.endsWith('/properties')) faults.push(`${at}: ${word}`);
      if ('type' in schema && schema.type === 'object' && 'properties' in schema) {
        const { properties, required, additionalProperties } = schema as Record<string, unknown>;
        if (additionalProperties !== false) faults.push(`${at}: open`);
        expect(required).toEqual(Object.keys(properties as object));
      }
      for (const [name, inner] of Object.entries(schema)) walk(inner, `${at}/${name}`);
    };
    walk(format.json_schema.schema, '');
    expect(faults).toEqual([]);
  });

  it.each([
    ['no schemas', lacks(/json_schema/, "response_format type 'json_schema' is not supported"), 2],
    ['no response format at all', lacks(/response_format/, 'response_format: Extra inputs are not permitted'), 3],
    ['no temperature', lacks(/temperature/, "'temperature' does not support 0 with this model"), 2],
    ['no max_tokens', lacks(/max_tokens/, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'"), 2],
  ])('serves an endpoint that takes %s, and remembers it', async (_what, doing, requests) => {
    server.play(doing);
    const model = openModel(settings(server.url));
    expect(await analyze(server.url, { model })).toMatchObject(found);
    expect(server.asked).toHaveLength(requests);
    await analyze(server.url, { model });
    expect(server.asked).toHaveLength(requests + 1);
  });

  it('tells the schema in words where the endpoint takes none', async () => {
    server.play(lacks(/response_format/, 'response_format is unknown'));
    await analyze(server.url);
    expect(server.asked.at(-1)?.text).toContain('Answer with one JSON object of this JSON schema');
  });

  it('needs no key for a model of your own', async () => {
    server.play({ says: dozen });
    await analyze(server.url, { settings: { apiKey: undefined } });
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
  });

  it('follows no redirect with key and transcript', async () => {
    server.play({ status: 307, headers: { location: `${server.url}/elsewhere` } }, { says: dozen });
    expect(await analyze(server.url)).toMatchObject({ engine: 'rules', why: { reason: 'rejected' } });
    expect(server.asked).toHaveLength(1);
  });
});

describe("Anthropic's protocol", () => {
  it.each([
    ['claude-sonnet-4-5', 'output_config'],
    ['claude-3-5-haiku-latest', 'tools'],
  ])('asks %s by %s', async (model, field) => {
    server.play({ says: dozen, usage: { input: 900, cached: 400, output: 50 } });
    const result = await analyze(server.url, { settings: { provider: 'anthropic', model } });
    expect(result).toMatchObject(found);
    expect(result.usage).toEqual({ input: 900, cachedInput: 400, output: 50 });
    const [asked] = server.asked;
    expect(asked).toMatchObject({
      path: '/v1/messages',
      headers: { 'x-api-key': 'secret-key', 'anthropic-version': '2023-06-01' },
    });
    expect(Object.keys(asked?.body ?? {})).toContain(field);
    expect(asked?.body['max_tokens']).toBeGreaterThan(4_000);
  });

  it('reads an answer in text though a tool was asked for', async () => {
    server.play({ says: JSON.stringify(dozen) });
    expect(
      await analyze(server.url, { settings: { provider: 'anthropic', model: 'claude-3-5-haiku-latest' } }),
    ).toMatchObject(found);
  });

  it.each(['claude-sonnet-4-5', 'claude-3-5-haiku-latest'])('is tried again and repaired too: %s', async (model) => {
    const overloaded = {
      status: 529,
      body: { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
    };
    server.play(overloaded, { says: { signals: 'many' } }, { says: dozen });
    const result = await analyze(server.url, { settings: { provider: 'anthropic', model } });
    expect(result).toMatchObject(found);
    expect(result.attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'unusable', 'used']);
    expect(server.asked[2]?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  });

  it('takes a refusal for one', async () => {
    server.play({ refuses: true });
    const result = await analyze(server.url, { settings: { provider: 'anthropic', model: 'claude-sonnet-4-5' } });
    expect(result).toMatchObject({ engine: 'rules', why: { reason: 'refused' }, usage: { input: 1_000 } });
    expect(server.asked).toHaveLength(1);
  });
});
