/** Texts of results that are ours, by the name of their field: kinds, names, units, formulas. All others may be what was said. */
const OURS = new Set([
  ...['engine', 'source', 'confidence', 'tier', 'signal', 'rule', 'next_step'],
  ...['type', 'stance', 'owner', 'kind', 'on', 'why', 'outcome', 'overall', 'emotion'],
  ...['name', 'how', 'what', 'left_out', 'item_id'],
  ...['basis', 'reason', 'cause', 'names', 'against', 'metric', 'unit', 'direction', 'alerts', 'unknown'],
  ...['purpose', 'provider', 'model', 'currency', 'valid_from', 'warnings'],
]);
/** A value that a list of ours has, as `this_week`; sentences are the caller's. */
const WORD = /^[a-z0-9_]+$/;

/**
 * A stored result for who may not read what was said: quotes, and every text that is not known to be ours, are null; in
 * lists they are left out. Numbers and what is true stay.
 */
export function withoutWords(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return OURS.has(field) || (field === 'value' && WORD.test(value)) ? value : null;
  if (Array.isArray(value)) return value.map((one) => withoutWords(one, field)).filter((one) => one !== null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutWords(one, name)]));
}
