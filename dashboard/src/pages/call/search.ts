import { text } from '../../app/address.ts';

export const TABS = [
  'transcript',
  'turn',
  'signals',
  'score',
  'tools',
  'connection',
  'usage',
  'alerts',
  'audit',
  'events',
] as const;
export type Tab = (typeof TABS)[number];

/** `turn` is the turn whose waterfall is shown, `item` the words of the transcript that are pointed at. */
export type CallSearch = { turn?: number | undefined; tab?: Tab | undefined; item?: string | undefined };

export function parseCallSearch(raw: Record<string, unknown>): CallSearch {
  const turn = Number(raw['turn'] ?? Number.NaN);
  const tab = TABS.find((name) => name === raw['tab']);
  const item = text(raw['item']);
  return {
    ...(Number.isInteger(turn) && turn >= 0 && { turn }),
    ...(tab && { tab }),
    ...(item && { item }),
  };
}
