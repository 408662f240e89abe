import { describe, expect, test } from 'vitest';
import { costOf, type CallUse } from '../../../analytics-worker/analysis/cost/cost.ts';
import { defaultPrices } from '../../../analytics-worker/analysis/cost/default-prices.ts';
import { parsePrices, type Price } from '../../../analytics-worker/analysis/cost/prices.ts';
import { usage } from './made.ts';

const AT = Date.parse('2026-11-20T10:00:00Z');
const listed = (provider: string, model: string, unit: string, amount: number, per: number, currency = 'USD') => ({
  ...{ provider, model, unit: unit as Price['unit'], amount, per, currency, validFrom: '2026-01-01' },
});
const table = parsePrices([
  listed('deepgram', 'nova-3', 'audio_minute', 0.01, 1),
  listed('openai', 'gpt', 'input_token', 2, 1_000_000),
  listed('openai', 'gpt', 'cached_token', 0.5, 1_000_000),
  listed('openai', 'gpt', 'output_token', 8, 1_000_000),
  listed('openai', 'bare', 'input_token', 1, 1_000_000),
  listed('openai', 'bare', 'output_token', 1, 1_000_000),
  listed('openai', 'speech', 'input_token', 1, 1_000_000),
  listed('openai', 'speech', 'output_token', 10, 1_000_000),
  listed('eleven', 'flash', 'character', 0.05, 1_000),
  listed('livekit', 'webrtc', 'connection_minute', 0.0005, 1),
  listed('carrier', '*', 'telephony_minute', 0.01, 1, 'EUR'),
]);
const cost = (use: Partial<CallUse>) => costOf({ at: AT, usage: [], ...use }, table);
const gpt = usage({
  ...{ kind: 'llm', provider: 'openai', model: 'gpt' },
  ...{ believedInputTokens: 10_000, believedCachedTokens: 4_000, believedOutputTokens: 500 },
});
const ear = usage({ kind: 'stt', provider: 'Deepgram', model: 'nova-3', believedAudioMs: 90_000 });
const voice = usage({ kind: 'tts', provider: 'eleven', model: 'flash', believedCharacters: 1_200 });

test('a call costs what its lines add up to, as in docs/cost.md', () => {
  const got = cost({
    usage: [ear, gpt, voice],
    connections: [{ purpose: 'room', provider: 'livekit', model: 'webrtc', ms: 61_000 }],
  });
  expect(got.lines.map(({ unit, quantity, cost }) => [unit, quantity, cost?.amount])).toEqual([
    ['audio_minute', 1.5, 0.015],
    ['input_token', 6_000, 0.012],
    ['cached_token', 4_000, 0.002],
    ['output_token', 500, 0.004],
    ['character', 1_200, 0.06],
    ['connection_minute', 2, 0.001],
  ]);
  expect(got.total?.amount).toBeCloseTo(0.094);
  expect(got.providers.map(({ provider, total }) => [provider, Number(total?.amount.toFixed(6))])).toEqual([
    ['Deepgram', 0.015],
    ['openai', 0.018],
    ['eleven', 0.06],
    ['livekit', 0.001],
  ]);
  expect(got.warnings).toEqual([]);
});

describe('what is not known', () => {
  test('is null with a warning, and so is the whole; the rest is still known', () => {
    const got = cost({ usage: [ear, { ...gpt, model: 'new' }] });
    expect(got.total).toBeNull();
    expect(got.known).toEqual([{ amount: 0.015, currency: 'USD' }]);
    expect(got.lines[1]).toMatchObject({ price: null, cost: null, quantity: 6_000 });
    expect(got.warnings).toEqual([
      'no price for openai new, input_token: add one to the price table',
      'no price for openai new, cached_token: add one to the price table',
      'no price for openai new, output_token: add one to the price table',
    ]);
    expect(got.providers.map(({ total }) => total)).toEqual([{ amount: 0.015, currency: 'USD' }, null]);
  });

  test('may be how much was used', () => {
    const got = cost({ usage: [{ ...ear, believedAudioMs: null }] });
    expect([got.total, got.known, got.warnings]).toEqual([
      ...[null, []],
      ['how much was used of Deepgram nova-3, audio_minute, is not known'],
    ]);
  });

  test('may be the price of that day', () => {
    expect(costOf({ at: Date.parse('2025-12-31'), usage: [ear] }, table)).toMatchObject({ total: null, known: [] });
  });

  test('may be the sum of two currencies', () => {
    const got = cost({
      usage: [ear],
      connections: [{ purpose: 'telephony', provider: 'carrier', model: 'de', ms: 60_000 }],
    });
    expect(got).toMatchObject({
      ...{ total: null, warnings: [] },
      known: [
        { amount: 0.015, currency: 'USD' },
        { amount: 0.01, currency: 'EUR' },
      ],
    });
  });

  test('is also what a call without usage cost', () => expect(cost({})).toMatchObject({ total: null, lines: [] }));
});

test('what was not used costs nothing, also without a price', () => {
  const none = { believedInputTokens: 0, believedCachedTokens: 0, believedOutputTokens: 0 };
  const adapter = usage({ kind: 'llm', model: 'FallbackAdapter', ...none });
  const bare = usage({ provider: 'openai', model: 'bare', ...none, believedInputTokens: 1_000_000 });
  const got = cost({ usage: [adapter, bare] });
  expect([got.total, got.warnings]).toEqual([{ amount: 1, currency: 'USD' }, []]);
});

test('a voice is billed by characters, or by what there is a price for', () => {
  const speech = usage({
    ...{ kind: 'tts', provider: 'openai', model: 'speech', believedCharacters: 300 },
    ...{ believedInputTokens: 100_000, believedOutputTokens: 100_000 },
  });
  expect(cost({ usage: [speech] }).total?.amount).toBeCloseTo(1.1);
  const [line] = cost({ usage: [{ ...speech, model: 'unheard-of' }] }).lines;
  expect(line).toMatchObject({ unit: 'character', quantity: 300, cost: null });
});

test('tokens of which it is not known whether they were cached count as not cached', () => {
  const [input, cached] = cost({ usage: [{ ...gpt, believedCachedTokens: null }] }).lines;
  expect([input?.quantity, cached?.quantity]).toEqual([10_000, 0]);
});

test('what runs on our own machine is on no bill', () => {
  expect(cost({ usage: [usage({ kind: 'eot' }), usage({ kind: 'interruption' })] }).lines).toEqual([]);
});

describe('the analysis itself', () => {
  const tokens = { input: 10_000, cachedInput: 4_000, output: 500 };
  const used = { provider: 'openai', model: 'gpt', tokens, cost: null };

  test('is priced by the table', () => {
    const got = cost({ analysis: [used] });
    expect(got.total?.amount).toBeCloseTo(0.018);
    expect(got.lines.every(({ purpose }) => purpose === 'analysis')).toBe(true);
  });

  test('or as it was counted by its own price', () => {
    const charged = { amount: 0.5, currency: 'USD' };
    expect(cost({ analysis: [{ ...used, cost: charged }] })).toMatchObject({
      ...{ total: charged, warnings: [] },
      lines: [{ purpose: 'analysis', unit: 'as_charged', quantity: null, price: null, cost: charged }],
    });
  });

  test('is unknown where no tokens were reported', () => {
    expect(cost({ analysis: [{ ...used, tokens: null }] })).toMatchObject({ total: null, known: [] });
  });
});

test('the default table prices a call of the sample agent', () => {
  const models = [
    usage({ kind: 'stt', provider: 'Deepgram', model: 'nova-3', believedAudioMs: 120_000 }),
    { ...gpt, provider: 'api.openai.com', model: 'gpt-4.1-mini' },
    usage({ kind: 'tts', provider: 'ElevenLabs', model: 'eleven_turbo_v2_5', believedCharacters: 1_000 }),
  ];
  const got = costOf({ at: AT, usage: models }, defaultPrices);
  expect(got.warnings).toEqual([]);
  expect(got.total?.amount).toBeCloseTo(0.0154 + 0.0024 + 0.0004 + 0.0008 + 0.05);
});
