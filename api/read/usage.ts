import type { usageOfCall } from '../../clickhouse/queries/usage-of-call.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { Usage } from '../types.ts';

export function usageOf(row: RowOfQuery<typeof usageOfCall>): Usage {
  return {
    kind: row.kind,
    provider: row.provider,
    model: row.model,
    requests: row.requests,
    cancelledRequests: row.cancelled_requests,
    reported: {
      inputTokens: row.reported_input_tokens,
      cachedTokens: row.reported_cached_tokens,
      outputTokens: row.reported_output_tokens,
      characters: row.reported_characters,
      audioMs: row.reported_audio_ms,
    },
    believed: {
      inputTokens: row.believed_input_tokens,
      cachedTokens: row.believed_cached_tokens,
      outputTokens: row.believed_output_tokens,
      unheardOutputTokens: row.unheard_output_tokens,
      characters: row.believed_characters,
      audioMs: row.believed_audio_ms,
    },
    notes: row.notes,
  };
}
