import type { LeadHistory, LeadPage, LeadSummary } from '../../../api/types.ts';
import type { FilterSearch } from './filters.ts';
import type { Paging } from './calls.ts';
import { at, request } from './client.ts';

export const getLeads = (search: FilterSearch & Paging, signal?: AbortSignal) =>
  request<LeadPage>('/v1/leads', search, { signal });

export const getLeadSummary = (filters: FilterSearch, signal?: AbortSignal) =>
  request<LeadSummary>('/v1/leads/summary', filters, { signal });

export const getLead = (personKey: string, signal?: AbortSignal) =>
  request<LeadHistory>(at`/v1/leads/${personKey}`, {}, { signal });
