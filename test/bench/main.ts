import { ingest } from './ingest.ts';
import { queryable } from './queryable.ts';

/** `npm run bench -- [name …]`: each prints its numbers, ratios against a baseline of the same run. */
const benches: Record<string, () => Promise<void>> = { ingest, queryable };

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`no benchmark ${unknown}; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.log(`\n${name}`);
  await benches[name]?.();
}
process.exit(0);
