import { text } from '../../app/address.ts';

/** The first is what the api does unasked. */
export const SORTS = ['newest', 'oldest', 'longest', 'score'] as const;

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
  'score',
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
  sort?: (typeof SORTS)[number] | undefined;
  cols?: string | undefined;
};

export function parseCallsSearch(raw: Record<string, unknown>): CallsPageSearch {
  const q = text(raw['q']);
  const status = text(raw['status']);
  const badge = BADGES.find((name) => name === raw['badge']);
  const sort = SORTS.find((name) => name === raw['sort']);
  const cols = text(raw['cols']);
  return {
    ...(q && { q }),
    ...((status === 'active' || status === 'ended') && { status }),
    ...(badge && { badge }),
    ...(sort && { sort }),
    ...(cols && { cols }),
  };
}

export function columnsOf(cols: string | undefined): readonly ColumnKey[] {
  if (cols === undefined) return STANDARD_COLUMNS;
  const wanted = new Set(cols.split(','));
  return COLUMN_KEYS.filter((key, index) => index === 0 || wanted.has(key));
}

/** The address's text for some columns; undefined for the standard ones. */
export function colsOf(keys: readonly ColumnKey[]): string | undefined {
  const standard = keys.length === STANDARD_COLUMNS.length && keys.every((key) => STANDARD_COLUMNS.includes(key));
  return standard ? undefined : COLUMN_KEYS.filter((key) => keys.includes(key)).join(',');
}
