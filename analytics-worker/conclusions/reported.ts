import type { FactData } from '../../events/catalogue.ts';
import type { Known } from './facts.ts';
import type { UsageKind } from './types.ts';

/** What a model did; null where it is not known, or makes no sense for its kind. */
export type ModelUsage = {
  kind: UsageKind;
  provider: string;
  model: string;
  inputTokens: number | null;
  cachedTokens: number | null;
  outputTokens: number | null;
  characters: number | null;
  audioMs: number | null;
};

export type Reported = ModelUsage & { requests: number | null };

/** What usage is counted by; models that the SDK does not know share a row. */
export function rowKey(kind: UsageKind, provider: string | null, model: string | null): string {
  return [kind, nameOf(provider), nameOf(model)].join('\n');
}

/** Empty where the SDK does not know the name. */
export function nameOf(name: string | null): string {
  return name === null || name === 'unknown' ? '' : name;
}

/** The SDK's own totals per model: they grow, so the newest says all. */
export function reportedOf(known: Known): Map<string, Reported> {
  const totals = [
    ...known.of('usage.reported').map(({ at, fact }) => ({ at, id: fact.id, models: fact.data.models })),
    ...known.of('call.ended').map(({ at, fact }) => ({ at, id: fact.id, models: fact.data.usage ?? [] })),
  ].filter(({ models }) => models.length > 0);
  const newest = totals.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).at(-1)?.models ?? [];
  return new Map(newest.map((usage) => [rowKey(usage.kind, usage.provider, usage.model), reportedRow(usage)]));
}

function reportedRow(usage: FactData<'usage.reported'>['models'][number]): Reported {
  return {
    kind: usage.kind,
    provider: nameOf(usage.provider),
    model: nameOf(usage.model),
    inputTokens: usage.inputTokens ?? null,
    cachedTokens: usage.cachedTokens ?? null,
    outputTokens: usage.outputTokens ?? null,
    characters: usage.characters ?? null,
    audioMs: usage.audioDurationMs ?? null,
    requests: usage.requests ?? null,
  };
}
