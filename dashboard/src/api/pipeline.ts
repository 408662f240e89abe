import type { DeadLetter, DeadLetterDetail, Pipeline } from '../../../api/types.ts';
import type { Paging } from './calls.ts';
import { at, request } from './client.ts';

export const getPipeline = (signal?: AbortSignal) => request<Pipeline>('/v1/pipeline', {}, { signal });

export const getDeadLetters = (paging: Paging, signal?: AbortSignal) =>
  request<{ items: DeadLetter[]; nextCursor: string | null }>('/v1/dead-letters', paging, { signal });

export const getDeadLetter = (seq: number, signal?: AbortSignal) =>
  request<DeadLetterDetail>(at`/v1/dead-letters/${seq}`, {}, { signal });

export const redriveDeadLetter = (seq: number) =>
  request<{ seq: number }>(at`/v1/dead-letters/${seq}/redrive`, {}, { method: 'POST' });
