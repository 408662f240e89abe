import type { Numbered } from './numbered.ts';

/** Wherever an item is quoted its id is told too, so that whoever shows the call finds it. */
export function withItemIds(value: unknown, numbered: Pick<Numbered, 'placeOf'>): unknown {
  if (Array.isArray(value)) return value.map((each) => withItemIds(each, numbered));
  if (typeof value !== 'object' || value === null) return value;
  const named = Object.entries(value).map(([name, each]): [string, unknown] => [name, withItemIds(each, numbered)]);
  const { item, quote } = value as { item?: unknown; quote?: unknown };
  const place = typeof item === 'number' && typeof quote === 'string' ? numbered.placeOf(item) : undefined;
  return Object.fromEntries(place ? [...named, ['item_id', place.itemId]] : named);
}
