import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { projectRoot } from '../local/child.ts';

const SCENARIOS = 'test/scenarios';
export const VENDOR_KEYS = { Deepgram: 'DEEPGRAM_API_KEY', OpenAI: 'OPENAI_API_KEY', ElevenLabs: 'ELEVEN_API_KEY' };

const scenarioFile = z
  .looseObject({
    name: z.string(),
    about: z.string(),
    participant: z.looseObject({ name: z.string().optional() }),
  })
  .transform(({ name: scenario, about, participant: { name } }) => ({ scenario, about, name }));
/** Who calls; a stranger has no name. */
export type Person = z.output<typeof scenarioFile>;

type Loader = { loadScenario(file: string): Promise<unknown> };

/**
 * The people who call, one file each under test/scenarios/. All are checked before anybody calls.
 *
 * @throws EarshotError `bad_scenario`, naming file, line and field.
 */
export async function castOfCallers(): Promise<Person[]> {
  const folder = path.join(projectRoot(), SCENARIOS);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).toSorted();
  // Found at run time: callers and their files are no part of what is built.
  const loader = (await import(pathToFileURL(path.join(folder, 'load.ts')).href)) as Loader;
  return Promise.all(files.map(async (file) => scenarioFile.parse(await loader.loadScenario(path.join(folder, file)))));
}

/** Says which vendors are the real ones, and what to set where a real one was asked for and no key is there. */
export function describeVendors(vendors: boolean, env: Record<string, string | undefined>): string {
  const all = Object.entries(VENDOR_KEYS);
  const real = vendors ? all.filter(([, key]) => env[key]) : [];
  const emulated = all.filter((vendor) => !real.includes(vendor));
  const lines = [
    ...(real.length > 0 ? [`${namesOf(real)}: the real ones.`] : []),
    ...(emulated.length > 0 ? [`${namesOf(emulated)}: emulated on this machine, by their protocols.`] : []),
    ...(vendors && emulated.length > 0 ? [`For the real ones set ${emulated.map(([, key]) => key).join(', ')}.`] : []),
  ];
  return lines.join('\n');
}

function namesOf(vendors: readonly (readonly [string, string])[]): string {
  return vendors.map(([name]) => name).join(', ');
}
