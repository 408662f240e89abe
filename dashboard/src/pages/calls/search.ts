import { text } from '../../app/address.ts';

/** The first is what the api does unasked. */
export const SORTS = ['newest', 'oldest', 'slowest', 'longest', 'dearest', 'score'] as const;

/** As the funnel of the Leads page counts them. */
export const OUTCOMES = ['qualified', 'meeting'] as const;

export const BADGES = ['hot', 'errors', 'cut_off', 'agent_lost', 'incomplete'] as const;

/** All columns, in their order; the first is always shown. */
export const COLUMN_KEYS = [
  'caller',
  'started',
  'agent',
  'channel',
  'region',
  'model',
  'duration',
  'turns',
  'heard',
  'slowest',
  'score',
  'cost',
  'ended',
  'interruptions',
  'errors',
  'state',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

export const STANDARD_COLUMNS: readonly ColumnKey[] = [
  'caller',
  'started',
  'agent',
  'duration',
  'turns',
  'heard',
  'score',
  'ended',
  'state',
];

/** `cols` are the columns that are shown, by comma; absent: the standard ones. */
export type CallsPageSearch = {
  q?: string | undefined;
  status?: 'active' | 'ended' | undefined;
  badge?: (typeof BADGES)[number] | undefined;
  outcome?: (typeof OUTCOMES)[number] | undefined;
  sort?: (typeof SORTS)[number] | undefined;
  cols?: string | undefined;
};

export function parseCallsSearch(raw: Record<string, unknown>): CallsPageSearch {
  const q = text(raw['q']);
  const status = text(raw['status']);
  const badge = BADGES.find((name) => name === raw['badge']);
  const outcome = OUTCOMES.find((name) => name === raw['outcome']);
  const sort = SORTS.find((name) => name === raw['sort']);
  const cols = text(raw['cols']);
  return {
    ...(q && { q }),
    ...((status === 'active' || status === 'ended') && { status }),
    ...(badge && { badge }),
    ...(outcome && { outcome }),
    ...(sort && { sort }),
    ...(cols && { cols }),
  };
}

/** Columns that are shown unasked when the list is sorted by them. */
const SORTED_BY: Partial<Record<(typeof SORTS)[number], ColumnKey>> = { slowest: 'slowest', dearest: 'cost' };

/** The columns to show: the standard ones with what the list is sorted by, unless columns were chosen. */
export function columnsOf(cols: string | undefined, sort: CallsPageSearch['sort'] = 'newest'): readonly ColumnKey[] {
  const wanted = new Set<string | undefined>(cols?.split(',') ?? [...STANDARD_COLUMNS, SORTED_BY[sort]]);
  return COLUMN_KEYS.filter((key, index) => index === 0 || wanted.has(key));
}

/** The address's text for some columns; undefined for those that are shown unasked. */
export function colsOf(keys: readonly ColumnKey[], sort?: CallsPageSearch['sort']): string | undefined {
  const unasked = columnsOf(undefined, sort);
  const same = keys.length === unasked.length && keys.every((key) => unasked.includes(key));
  return same ? undefined : COLUMN_KEYS.filter((key) => keys.includes(key)).join(',');
}
