import type {
  Alert,
  Analysis,
  AnalysisEngine,
  Audit,
  CallPage,
  CallSummary,
  Connection,
  Facets,
  RawEvent,
  Score,
  Signal,
  Timeline,
  ToolCall,
  TranscriptItem,
  TurnList,
  Usage,
} from '../../../api/types.ts';
import { at, request } from './client.ts';
import type { FilterSearch } from './filters.ts';

type List<Item> = { items: Item[] };
export type Paging = { limit?: number | undefined; cursor?: string | undefined };
export type CallsSearch = FilterSearch &
  Paging & {
    q?: string | undefined;
    status?: 'active' | 'ended' | undefined;
    badge?: string | undefined;
    outcome?: string | undefined;
    sort?: string | undefined;
  };

export const getFacets = (filters: FilterSearch, signal?: AbortSignal) =>
  request<Facets>('/v1/facets', filters, { signal });

export const getCalls = (search: CallsSearch, signal?: AbortSignal) =>
  request<CallPage>('/v1/calls', search, { signal });

export const getCall = (callId: string, signal?: AbortSignal) =>
  request<CallSummary>(at`/v1/calls/${callId}`, {}, { signal });

export const getTranscript = (callId: string, signal?: AbortSignal) =>
  request<List<TranscriptItem>>(at`/v1/calls/${callId}/transcript`, {}, { signal });

export const getTurns = (callId: string, signal?: AbortSignal) =>
  request<TurnList>(at`/v1/calls/${callId}/turns`, {}, { signal });

export const getTimeline = (callId: string, signal?: AbortSignal) =>
  request<Timeline>(at`/v1/calls/${callId}/timeline`, {}, { signal });

export const getSignals = (callId: string, signal?: AbortSignal) =>
  request<List<Signal>>(at`/v1/calls/${callId}/signals`, {}, { signal });

export const getScore = (callId: string, signal?: AbortSignal) =>
  request<Score>(at`/v1/calls/${callId}/score`, {}, { signal });

/** @param engine whose reading; the current one unless told otherwise */
export const getAnalysis = (callId: string, engine: AnalysisEngine | undefined, signal?: AbortSignal) =>
  request<Analysis>(at`/v1/calls/${callId}/analysis`, { engine }, { signal });

export const getToolCalls = (callId: string, signal?: AbortSignal) =>
  request<List<ToolCall>>(at`/v1/calls/${callId}/tools`, {}, { signal });

export const getUsage = (callId: string, signal?: AbortSignal) =>
  request<List<Usage>>(at`/v1/calls/${callId}/usage`, {}, { signal });

export const getAlerts = (callId: string, signal?: AbortSignal) =>
  request<List<Alert>>(at`/v1/calls/${callId}/alerts`, {}, { signal });

export const getConnection = (callId: string, signal?: AbortSignal) =>
  request<Connection>(at`/v1/calls/${callId}/connection`, {}, { signal });

export const getAudit = (callId: string, signal?: AbortSignal) =>
  request<Audit>(at`/v1/calls/${callId}/audit`, {}, { signal });

export const getRawEvents = (callId: string, paging: Paging, signal?: AbortSignal) =>
  request<{ items: RawEvent[]; nextCursor: string | null }>(at`/v1/calls/${callId}/events`, paging, { signal });
