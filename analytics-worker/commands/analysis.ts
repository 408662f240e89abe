import type { KV } from 'nats';
import { analysisBucket, analysisEngines, currentAnalysis, type CurrentAnalysis } from '../../events/analysis.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { EarshotError } from '../../lib/errors.ts';
import { analysers } from '../analysis/stored/analysers.ts';
import { withBroker } from './broker.ts';

/**
 * Shows which analysis of a tenant's calls is current, or sets it.
 *
 * @param changes `rules`, `llm`, an analyser with its version (`sales@2`), or `default`, which forgets what was set
 * @throws EarshotError `bad_option`
 */
export async function current(tenant: string, changes: readonly string[]): Promise<void> {
  await withBroker(async (nc) => {
    const kv = await orBrokerAway(() => nc.jetstream().views.kv(analysisBucket.name, { bindOnly: true }));
    const before = await read(kv, tenant);
    const after = changes.reduce(changed, before);
    if (changes.length > 0) await orBrokerAway(() => kv.put(tenant, JSON.stringify(after)));
    console.log(describe(tenant, after));
  });
}

async function read(kv: KV, tenant: string): Promise<CurrentAnalysis> {
  const entry = await orBrokerAway(() => kv.get(tenant));
  return entry?.operation === 'PUT' ? currentAnalysis.parse(entry.json()) : { versions: {} };
}

function changed(before: CurrentAnalysis, change: string): CurrentAnalysis {
  if (change === 'default') return { versions: {} };
  const engine = analysisEngines.find((name) => name === change);
  if (engine) return { ...before, engine };
  const [, name = '', version] = /^(\w+)@([1-9]\d{0,4})$/.exec(change) ?? [];
  if (Object.hasOwn(analysers, name)) return { ...before, versions: { ...before.versions, [name]: Number(version) } };
  const fix = `give llm, rules, default, or an analyser and its version like sales@2 (${Object.keys(analysers).join(', ')})`;
  throw new EarshotError({ code: 'bad_option', field: '--set', message: `is ${change}`, fix });
}

function describe(tenant: string, { engine, versions }: CurrentAnalysis): string {
  const pinned = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  return [
    `tenant ${tenant}: ${engine ?? 'llm, where a model has answered, before rules'}`,
    pinned.length > 0 ? `versions: ${pinned.join(', ')}; of others the newest` : 'of each analyser the newest version',
  ].join('\n');
}
