import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze, answer, rulesFindings, signal } from './calls.ts';
import { startModelServer, type Doing } from './model-server.ts';

let server: Awaited<ReturnType<typeof startModelServer>>;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.stop());

const good: Doing = { says: answer({ signals: [signal('team_size', 12, 2, 'about a dozen people')] }) };
const wrong: Doing = { says: { signals: 'many' } };

describe('what will not get better', () => {
  it.each([
    [307, 'rejected', 'see its log'],
    [400, 'refused', 'see its log'],
    [401, 'rejected', 'ANALYSIS_LLM_API_KEY'],
    [402, 'rejected', 'balance'],
    [403, 'rejected', 'may use this model'],
    [404, 'rejected', 'ANALYSIS_LLM_MODEL'],
    [413, 'refused', 'ANALYSIS_LLM_WINDOW_TOKENS'],
    [422, 'refused', 'see its log'],
  ])('is not asked again: %s, %s', async (status, reason, fix) => {
    server.play({ status });
    const result = await analyze(server.url);
    expect(result).toMatchObject({ engine: 'rules', why: { reason } });
    expect(result.why?.message).toContain(fix);
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    [429, { message: 'quota', code: 'insufficient_quota' }],
    [400, { message: 'Your credit balance is too low', type: 'invalid_request_error' }],
  ])('nor is a spent account, though it is answered with %s', async (status, error) => {
    server.play({ status, body: { error } });
    expect(await analyze(server.url)).toMatchObject({ engine: 'rules', why: { reason: 'rejected' } });
    expect(server.asked).toHaveLength(1);
  });

  it.each<[string, Doing]>([
    ['refused', { refuses: true }],
    ['too_large', { does: 'flood' }],
  ])('nor is what the model %s', async (reason, doing) => {
    server.play(doing);
    expect(await analyze(server.url)).toMatchObject({ engine: 'rules', why: { reason } });
    expect(server.asked).toHaveLength(1);
  });
});

describe('an answer of another form', () => {
  it('is sent back once, with what is wrong with it', async () => {
    server.play(wrong, good);
    expect(await analyze(server.url)).toMatchObject({
      engine: 'llm',
      findings: { signals: { team_size: { value: 12 } } },
    });
    const messages = server.asked[1]?.messages ?? [];
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(messages[2]?.content).toBe('{"signals":"many"}');
    expect(messages[3]?.content).toContain('signals: Invalid input: expected array');
  });

  it('twice is left to the rules, and both were paid for', async () => {
    server.play(wrong);
    const result = await analyze(server.url);
    expect(result).toMatchObject({ engine: 'rules', findings: rulesFindings, why: { reason: 'unusable' } });
    expect(result.attempts.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'first unusable',
      'repair unusable',
    ]);
    expect(result.usage).toEqual({ input: 2_000, cachedInput: 0, output: 200 });
  });

  it.each<[string, Doing]>([
    ['nothing at all', { says: '' }],
    ['"I cannot help with that"', { says: 'I cannot help with that.' }],
    ['an answer that was cut off for its length', { says: '{"signals": [{"name": "team_', finish: 'length' }],
  ])('may be %s', async (_what, doing) => {
    server.play(doing, good);
    expect(await analyze(server.url)).toMatchObject({ engine: 'llm' });
    expect(server.asked).toHaveLength(2);
  });

  it.each([
    ['before and after it', (json: string) => `Sure! Here is what I found:\n\n${json}\n\nTell me if you need more.`],
    ['as a fence', (json: string) => `\`\`\`json\n${json}\n\`\`\``],
  ])('is none when there is prose %s', async (_how, wrap) => {
    server.play({ says: wrap(JSON.stringify(answer({ signals: [signal('team_size', 12, 2, 'a dozen')] }))) });
    expect(await analyze(server.url)).toMatchObject({
      engine: 'llm',
      findings: { signals: { team_size: { value: 12 } } },
    });
    expect(server.asked).toHaveLength(1);
  });

  it('tells the log where, and not what the caller said', async () => {
    server.play({
      says: { ...answer(), signals: [{ ...signal('team_size', 12, 2, 'my secret'), name: 'my secret' }] },
    });
    const { why } = await analyze(server.url);
    expect(why?.message).toContain('signals.0.name');
    expect(why?.message).not.toContain('secret');
  });
});
