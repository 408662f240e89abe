import type { PageReport, WebCall } from '../../../api/types.ts';
import { request } from './client.ts';

/** @throws ApiError `rooms_not_configured`, `forbidden`, `too_many_requests` */
export const startWebCall = (body: { name?: string }) =>
  request<WebCall>('/v1/web-calls', {}, { method: 'POST', body });

/**
 * Tells what only the caller's page knows, with the token of the room, also while the page is being left.
 *
 * @returns the status; 0 when nothing answers
 */
export async function reportFromPage({ reportUrl, token }: WebCall, report: PageReport): Promise<number> {
  try {
    const { status } = await fetch(reportUrl, {
      method: 'POST',
      keepalive: true,
      credentials: 'omit',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(report),
    });
    return status;
  } catch {
    return 0;
  }
}
