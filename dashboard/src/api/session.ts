import type { Session } from '../../../api/types.ts';
import { request } from './client.ts';

export const getSession = (signal?: AbortSignal) => request<Session>('/v1/session', {}, { signal });

/** @param code of the link that `earshot login` prints; good once. */
export const openSession = (code: string) => request<Session>('/v1/session', {}, { method: 'POST', body: { code } });

export const closeSession = () => request<void>('/v1/session', {}, { method: 'DELETE' });
