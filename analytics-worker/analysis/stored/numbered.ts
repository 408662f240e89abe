import type { Known } from '../../conclusions/facts.ts';
import { createdAt, itemsOf } from '../../conclusions/items.ts';
import type { Item, Role } from '../transcript.ts';

/** Where an item is on record. */
export type ItemPlace = { itemId: string; eventId: string };

/** The conversation as engines read it, items counted from 1, and which item of the call each of them is. */
export type Numbered = {
  items: readonly Item[];
  placeOf(item: number): ItemPlace | undefined;
  numberOf(itemId: string): number | undefined;
};

const ROLES: Partial<Record<string, Role>> = { user: 'user', assistant: 'agent' };

/** What nobody said aloud (instructions, empty items) is left out. @param startedAt of the call, epoch ms */
export function numberItems(known: Known, startedAt: number): Numbered {
  const spoken = itemsOf(known).flatMap((item) => {
    const role = ROLES[item.fact.data.role];
    return role !== undefined && item.fact.data.text.trim() !== '' ? [{ item, role }] : [];
  });
  const items = spoken.map(({ item, role }, index): Item => {
    const { text, interrupted } = item.fact.data;
    return { item: index + 1, role, text, atMs: Math.max(0, createdAt(item) - startedAt), interrupted };
  });
  const places = spoken.map(({ item: { fact } }) => ({ itemId: fact.data.itemId, eventId: fact.id }));
  const numbers = new Map(places.map(({ itemId }, index) => [itemId, index + 1]));
  return { items, placeOf: (item) => places[item - 1], numberOf: (itemId) => numbers.get(itemId) };
}
