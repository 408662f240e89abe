import type { Price, PriceTable, Unit } from './prices.ts';

/**
 * List prices in US dollars without any plan's discount: an order of size to begin with, checked by nobody since. Teams set
 * what they pay (docs/cost.md).
 */
const MILLION = 1_000_000;
const THOUSAND = 1_000;

type Listed = [unit: Unit, amount: number, per: number];

function list(providers: string[], models: string[], validFrom: string, prices: Listed[], note?: string): Price[] {
  return providers.flatMap((provider) =>
    models.flatMap((model) =>
      prices.map(([unit, amount, per]) => ({
        ...{ provider, model, unit, amount, per, currency: 'USD', validFrom },
        ...(note === undefined ? {} : { note }),
      })),
    ),
  );
}

/** The SDK names the provider of a model by the address that it calls. */
const OPENAI = ['openai', 'api.openai.com'];

function openai(model: string, validFrom: string, input: number, cached: number, output: number): Price[] {
  return list(OPENAI, [model], validFrom, [
    ['input_token', input, MILLION],
    ['cached_token', cached, MILLION],
    ['output_token', output, MILLION],
  ]);
}

export const defaultPrices: PriceTable = [
  ...list(
    ['deepgram'],
    ['nova-3', 'nova-3-general'],
    '2025-06-01',
    [['audio_minute', 0.0077, 1]],
    'streaming, one language',
  ),
  ...list(['deepgram'], ['nova-2', 'nova-2-general'], '2025-06-01', [['audio_minute', 0.0058, 1]], 'streaming'),
  ...openai('gpt-4o', '2024-10-02', 2.5, 1.25, 10),
  ...openai('gpt-4o-mini', '2024-10-02', 0.15, 0.075, 0.6),
  ...openai('gpt-4.1', '2025-04-14', 2, 0.5, 8),
  ...openai('gpt-4.1-mini', '2025-04-14', 0.4, 0.1, 1.6),
  ...openai('gpt-4.1-nano', '2025-04-14', 0.1, 0.025, 0.4),
  ...list(
    ['elevenlabs'],
    ['eleven_turbo_v2_5', 'eleven_turbo_v2', 'eleven_flash_v2_5', 'eleven_flash_v2'],
    '2026-06-01',
    [['character', 0.05, THOUSAND]],
    'API price; subscriptions pay in credits',
  ),
  ...list(
    ['elevenlabs'],
    ['eleven_multilingual_v2', 'eleven_v3'],
    '2026-06-01',
    [['character', 0.1, THOUSAND]],
    'API price; subscriptions pay in credits',
  ),
  ...list(['livekit'], ['webrtc'], '2025-10-01', [['connection_minute', 0.0005, 1]], 'LiveKit Cloud, beyond the plan'),
  ...list(['livekit'], ['agent'], '2025-10-01', [['connection_minute', 0.01, 1]], 'agents that LiveKit Cloud runs'),
  ...list(['livekit'], ['sip'], '2025-10-01', [['telephony_minute', 0.004, 1]], "a carrier's trunk, beyond the plan"),
];
