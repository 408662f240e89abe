import { text } from '../../app/address.ts';

/** `code` opens a session, once; `next` is where the viewer wanted to go, a path of this site. */
export type LoginSearch = { code?: string; next?: string };

export function parseLoginSearch(raw: Record<string, unknown>): LoginSearch {
  const code = text(raw['code']);
  const next = text(raw['next']);
  return { ...(code && { code }), ...(next && /^\/(?![/\\])/.test(next) && { next }) };
}
