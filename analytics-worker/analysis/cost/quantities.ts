import type { UsageConclusion } from '../../conclusions/types.ts';
import type { Unit } from './prices.ts';

/** What a line of a bill is for. */
export const purposes = ['stt', 'llm', 'tts', 'realtime', 'room', 'telephony', 'analysis'] as const;
export type Purpose = (typeof purposes)[number];

/** How much was used of something that is sold by the unit; null where that is not known. */
export type Used = { purpose: Purpose; provider: string; model: string; unit: Unit; quantity: number | null };

type Named = Pick<Used, 'purpose' | 'provider' | 'model'>;

const MINUTE_MS = 60_000;

/**
 * How a usage row may be billed: each entry is one way to count the same use, the usual one first. Empty for what nobody
 * bills by use. Believed quantities count, not reported ones (docs/usage.md).
 */
export function waysToBill(row: UsageConclusion): Used[][] {
  const { kind, provider, model } = row;
  if (kind === 'interruption' || kind === 'eot') return [];
  const named: Named = { purpose: kind, provider, model };
  const tokens = tokenUnits(named, row.believedInputTokens, row.believedCachedTokens, row.believedOutputTokens);
  const minutes = row.believedAudioMs === null ? null : row.believedAudioMs / MINUTE_MS;
  const audio: Used[] = [{ ...named, unit: 'audio_minute', quantity: minutes }];
  const characters: Used[] = [{ ...named, unit: 'character', quantity: row.believedCharacters }];
  if (kind === 'stt') return [audio, tokens];
  return kind === 'tts' ? [characters, tokens, audio] : [tokens];
}

/** What came from the cache is cheaper and no part of the rest; where that is not known, all counts as not cached. */
export function tokenUnits(named: Named, input: number | null, cached: number | null, output: number | null): Used[] {
  return [
    { ...named, unit: 'input_token', quantity: input === null ? null : Math.max(0, input - (cached ?? 0)) },
    { ...named, unit: 'cached_token', quantity: input === null ? null : (cached ?? 0) },
    { ...named, unit: 'output_token', quantity: output },
  ];
}

/** Somebody who was connected: the caller or the agent to the room, or a telephone line. */
export type Connection = { purpose: 'room' | 'telephony'; provider: string; model: string; ms: number | null };

/** Each connection is billed by the minute that has begun. */
export function connectionUse({ purpose, provider, model, ms }: Connection): Used {
  const unit = purpose === 'room' ? 'connection_minute' : 'telephony_minute';
  return { purpose, provider, model, unit, quantity: ms === null ? null : Math.ceil(ms / MINUTE_MS) };
}
