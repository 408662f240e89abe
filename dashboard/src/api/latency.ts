import type { LatencyParts, LatencySeries, LatencySlices, LatencySummary, SlowTurn } from '../../../api/types.ts';
import type { FilterSearch } from './filters.ts';
import type { Paging } from './calls.ts';
import { request } from './client.ts';

export type SliceBy = LatencySlices['by'];

export const getLatency = (filters: FilterSearch, signal?: AbortSignal) =>
  request<LatencySummary>('/v1/latency', filters, { signal });

export const getLatencySeries = (filters: FilterSearch, signal?: AbortSignal) =>
  request<LatencySeries>('/v1/latency/series', filters, { signal });

export const getLatencyParts = (filters: FilterSearch, signal?: AbortSignal) =>
  request<LatencyParts>('/v1/latency/parts', filters, { signal });

export const getLatencySlices = (filters: FilterSearch, by: SliceBy, signal?: AbortSignal) =>
  request<LatencySlices>('/v1/latency/slices', { ...filters, by }, { signal });

export const getSlowestTurns = (search: FilterSearch & Paging, signal?: AbortSignal) =>
  request<{ items: SlowTurn[]; nextCursor: string | null }>('/v1/latency/slowest', search, { signal });
