import type { AnalysisEngine } from '../../../../api/types.ts';
import { text } from '../../app/address.ts';

export const TABS = [
  'transcript',
  'turn',
  'signals',
  'score',
  'analysis',
  'tools',
  'connection',
  'usage',
  'alerts',
  'audit',
  'events',
] as const;
export type Tab = (typeof TABS)[number];

const ENGINES: readonly AnalysisEngine[] = ['rules', 'llm'];

/**
 * `turn` is the turn whose waterfall is shown, `item` the words of the transcript that are pointed at, `engine` whose analysis is
 * read: the current one unless it says otherwise.
 */
export type CallSearch = {
  turn?: number | undefined;
  tab?: Tab | undefined;
  item?: string | undefined;
  engine?: AnalysisEngine | undefined;
};

export function parseCallSearch(raw: Record<string, unknown>): CallSearch {
  const turn = Number(raw['turn'] ?? Number.NaN);
  const tab = TABS.find((name) => name === raw['tab']);
  const item = text(raw['item']);
  const engine = ENGINES.find((name) => name === raw['engine']);
  return {
    ...(Number.isInteger(turn) && turn >= 0 && { turn }),
    ...(tab && { tab }),
    ...(item && { item }),
    ...(engine && { engine }),
  };
}
