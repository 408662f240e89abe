/** A stream that was cut longer ago than this starts anew with the whole state, ms. */
const OLDEST_MS = 10 * 60_000;

/**
 * The cursor that a client resumes at: epoch ms by the store's clock. Undefined for none, for one that no server of
 * ours gave, and for one that is too old. The store's clock may be ahead of ours.
 */
export function readCursor(text: string | undefined, now: number): number | undefined {
  if (text === undefined || !/^\d{13}$/.test(text)) return undefined;
  const cursor = Number(text);
  return Math.abs(now - cursor) <= OLDEST_MS ? cursor : undefined;
}
