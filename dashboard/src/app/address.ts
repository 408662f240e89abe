import type { FilterSearch } from '../api/filters.ts';

export const FILTER_NAMES = ['from', 'to', 'agent', 'version', 'channel', 'model', 'region'] as const;
export const DEFAULT_FROM = '-24h';

const CHANNELS: readonly string[] = ['web', 'phone_inbound', 'phone_outbound', 'unknown'];

/** A text of the address, or undefined where it says nothing. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What is asked of the api: the filters of the address, with the default where it names no range. */
export function withRange({ from = DEFAULT_FROM, to, agent, version, channel, model, region }: FilterSearch) {
  return { from, to, agent, version, channel, model, region };
}

export function parseFilters(raw: Record<string, unknown>): FilterSearch {
  const filters: FilterSearch = {};
  for (const name of FILTER_NAMES) {
    const value = text(raw[name]);
    if (value === undefined) continue;
    if (name === 'channel') {
      if (CHANNELS.includes(value)) filters.channel = value as NonNullable<FilterSearch['channel']>;
    } else filters[name] = value;
  }
  return filters;
}
