import { hc } from 'hono/client';
import type { ApiType } from './app.ts';

/**
 * A typed client: `createClient({ baseUrl, key }).v1.session.$get()`. Without a key it goes by the browser's session.
 *
 * @param options.baseUrl where the api is, without a path.
 */
export function createClient({ baseUrl, key }: { baseUrl: string; key?: string }) {
  return hc<ApiType>(baseUrl, key === undefined ? {} : { headers: { Authorization: `Bearer ${key}` } });
}
