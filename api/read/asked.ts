import type { Store } from '../../clickhouse/client.ts';
import { wordsOfItems } from '../../clickhouse/queries/words-of-items.ts';

type TurnRow = { call_id: string; asked_item_id: string };

/** Characters of what was said that tell a turn from another. */
const BEGINNING = 80;

/** How what the caller said in each turn began, by `askedKey`. */
export async function readAsked(store: Store, tenant: string, rows: readonly TurnRow[]): Promise<Map<string, string>> {
  const said = rows.filter((row) => row.asked_item_id !== '');
  if (said.length === 0) return new Map();
  const callIds = [...new Set(said.map((row) => row.call_id))];
  const items = await store.run(wordsOfItems, { tenant, callIds, itemIds: said.map((row) => row.asked_item_id) });
  return new Map(items.map((item) => [askedKey({ ...item, asked_item_id: item.item_id }), beginningOf(item.text)]));
}

/** Names what was asked in a turn among those of many calls. */
export function askedKey({ call_id: call, asked_item_id: item }: TurnRow): string {
  return `${call} ${item}`;
}

function beginningOf(text: string): string {
  return text.length <= BEGINNING ? text : `${text.slice(0, BEGINNING).trimEnd()}…`;
}
