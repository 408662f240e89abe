import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze, answer, transcript } from './calls.ts';
import { startModelServer, type Doing } from './model-server.ts';

let server: Awaited<ReturnType<typeof startModelServer>>;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.stop());

const usage = { input: 1_000_000, cached: 400_000, output: 100_000 };
const good: Doing = { says: answer(), usage };

describe('the bill', () => {
  it('counts cached tokens at their own price', async () => {
    server.play(good);
    const result = await analyze(server.url);
    // 600 000 at 2 + 400 000 at 1 + 100 000 at 10 a million
    expect(result.cost).toEqual({ amount: 2.6, currency: 'USD' });
    expect(result.usage).toEqual({ input: 1_000_000, cachedInput: 400_000, output: 100_000 });
    expect(result.warnings).toEqual([]);
  });

  it('has every request, also what was of no use', async () => {
    server.play({ status: 500 }, { says: 'hello', usage }, { status: 503 }, good);
    const result = await analyze(server.url);
    expect(result.attempts).toMatchObject([
      { part: 1, kind: 'first', outcome: 'failed', tokens: null },
      { part: 1, kind: 'first', outcome: 'unusable', tokens: { input: 1_000_000 } },
      { part: 1, kind: 'repair', outcome: 'failed', tokens: null },
      { part: 1, kind: 'repair', outcome: 'used', tokens: { input: 1_000_000 } },
    ]);
    expect(result.cost?.amount).toBeCloseTo(5.2);
  });

  it.each<[string, Doing]>([
    ['a refusal', { refuses: true, usage }],
    [
      'an error that reports tokens',
      {
        status: 400,
        body: {
          error: { message: 'no' },
          usage: {
            prompt_tokens: 1_000_000,
            completion_tokens: 100_000,
            prompt_tokens_details: { cached_tokens: 400_000 },
          },
        },
      },
    ],
  ])('has %s, though the rules took over', async (_what, doing) => {
    server.play(doing);
    expect(await analyze(server.url)).toMatchObject({ engine: 'rules', cost: { amount: 2.6 } });
  });

  it('has an answer that nobody can read, where it says what it used', async () => {
    const unread = { choices: [], usage: { prompt_tokens: 1_000_000, completion_tokens: 100_000 } };
    server.play({ status: 200, body: unread }, good);
    const result = await analyze(server.url);
    expect(result.attempts).toMatchObject([{ outcome: 'failed', tokens: { input: 1_000_000 } }, { outcome: 'used' }]);
    expect(result).toMatchObject({ engine: 'llm', usage: { input: 2_000_000, output: 200_000 }, warnings: [] });
  });

  it('without a price is unknown, with a warning, and never 0', async () => {
    server.play(good);
    const result = await analyze(server.url, { price: undefined });
    expect(result).toMatchObject({ cost: null, usage: { output: 100_000 } });
    expect(result.warnings).toEqual(['no price for local: set ANALYSIS_LLM_PRICE']);
  });

  it('is unknown when nothing was reported', async () => {
    server.play({ says: answer(), usage: null });
    const result = await analyze(server.url);
    expect(result).toMatchObject({ engine: 'llm', usage: null, cost: null });
    expect(result.warnings).toEqual(['1 of 1 requests reported no tokens: the true use is higher']);
  });

  it('says when it may be higher', async () => {
    server.play({ does: 'cut' }, good);
    const result = await analyze(server.url);
    expect(result.cost).toEqual({ amount: 2.6, currency: 'USD' });
    expect(result.warnings).toEqual(['1 of 2 requests reported no tokens: the true use is higher']);
  });

  it('is nothing for a call in which the caller says nothing', async () => {
    server.play(good);
    const result = await analyze(server.url, { items: transcript('agent: hello', 'user: ') });
    expect(result).toMatchObject({
      engine: 'rules',
      why: { reason: 'nothing_said' },
      cost: { amount: 0 },
      attempts: [],
    });
    expect(server.asked).toHaveLength(0);
  });
});
