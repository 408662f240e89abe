import { inputAtFault } from '../../lib/retry.ts';

/**
 * Inserts items together; where the store will never take them, by halves, so that the one at fault stands alone.
 *
 * @param insert must throw outages only after having waited for them.
 * @param onFault the one item that can never be stored, with the reason.
 * @returns the items that were stored.
 */
export async function insertOrSplit<Item>(
  items: readonly Item[],
  insert: (items: readonly Item[]) => Promise<void>,
  onFault: (item: Item, error: unknown) => Promise<void>,
): Promise<Item[]> {
  if (items.length === 0) return [];
  try {
    await insert(items);
    return [...items];
  } catch (error) {
    if (!inputAtFault(error)) throw error;
    const [only] = items;
    if (items.length === 1 && only !== undefined) {
      await onFault(only, error);
      return [];
    }
    const half = Math.ceil(items.length / 2);
    const first = await insertOrSplit(items.slice(0, half), insert, onFault);
    return [...first, ...(await insertOrSplit(items.slice(half), insert, onFault))];
  }
}
