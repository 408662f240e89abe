import { alert } from './alert.ts';
import { analysis } from './analysis.ts';
import { byHand } from './by-hand.ts';
import { collector } from './collector.ts';
import { heard } from './heard.ts';
import { ingest } from './ingest.ts';
import { live } from './live.ts';
import { queryable } from './queryable.ts';
import { room } from './room.ts';
import { view } from './view.ts';

type Bench = (options: { quick: boolean }) => Promise<void>;

/** `npm run bench -- [--quick] [name …]`: each prints its numbers, ratios against a baseline of the same run. */
const benches: Record<string, Bench> = {
  alert,
  analysis,
  'by-hand': byHand,
  collector,
  heard,
  ingest,
  live,
  queryable,
  room,
  view,
};

const QUICK = '--quick';
const quick = process.argv.includes(QUICK);
const asked = process.argv.slice(2).filter((arg) => arg !== QUICK);
const unknown = asked.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`no benchmark ${unknown}; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.log(`\n${name}`);
  await benches[name]?.({ quick });
}
process.exit(0);
