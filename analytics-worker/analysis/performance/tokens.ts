import type { UsageConclusion } from '../../conclusions/types.ts';
import { distributionOf, type Distribution } from './distribution.ts';

export type ModelTokens = {
  provider: string;
  model: string;
  /** As believed (docs/usage.md); null where it is not known. */
  input: number | null;
  cached: number | null;
  output: number | null;
  /** Of answers that nobody heard. */
  unheard: number | null;
  requests: number;
  cancelledRequests: number;
  /** 0-1 of the input. */
  cachedShare: number | null;
  outputPerRequest: number | null;
};

export type TokenStatistics = {
  models: ModelTokens[];
  /** Sums over the models of which it is known; null where it is known of none. */
  input: number | null;
  cached: number | null;
  output: number | null;
  /** Models that used an unknown number of tokens: the sums are too low. */
  unknown: number;
  /** Tokens a second of each model call that told it. */
  rate: Distribution;
};

export function tokensOf(usage: readonly UsageConclusion[], tokensPerSecond: readonly number[]): TokenStatistics {
  const models = usage.filter(({ kind }) => kind === 'llm' || kind === 'realtime').map(modelOf);
  const sum = (field: 'input' | 'cached' | 'output') => {
    const known = models.flatMap((model) => model[field] ?? []);
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  return {
    models,
    input: sum('input'),
    cached: sum('cached'),
    output: sum('output'),
    unknown: models.filter(({ input, output }) => input === null || output === null).length,
    rate: distributionOf(tokensPerSecond),
  };
}

function modelOf(row: UsageConclusion): ModelTokens {
  const { believedInputTokens: input, believedCachedTokens: cached, believedOutputTokens: output } = row;
  const answered = row.requests - row.cancelledRequests;
  return {
    provider: row.provider,
    model: row.model,
    input,
    cached,
    output,
    unheard: row.unheardOutputTokens,
    requests: row.requests,
    cancelledRequests: row.cancelledRequests,
    cachedShare: input === null || cached === null || input === 0 ? null : cached / input,
    outputPerRequest: output === null || answered <= 0 ? null : output / answered,
  };
}
