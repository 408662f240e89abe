import type { UsageConclusion } from '../../../analytics-worker/conclusions/types.ts';

/** A usage row of which nothing is known but what is given. */
export function usage(over: Partial<UsageConclusion> = {}): UsageConclusion {
  return {
    kind: 'llm',
    provider: '',
    model: '',
    reportedInputTokens: null,
    reportedCachedTokens: null,
    reportedOutputTokens: null,
    reportedCharacters: null,
    reportedAudioMs: null,
    believedInputTokens: null,
    believedCachedTokens: null,
    believedOutputTokens: null,
    believedCharacters: null,
    believedAudioMs: null,
    unheardOutputTokens: null,
    requests: 1,
    cancelledRequests: 0,
    notes: [],
    ...over,
  };
}
