import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const file = path.join(import.meta.dirname, '../../deploy/production/compose.yaml');

type Service = {
  environment?: Record<string, string | number>;
  ports?: string[];
  depends_on?: Record<string, unknown>;
};

async function services(): Promise<[string, Service][]> {
  const text = await readFile(file, 'utf8');
  const { services: all } = parse(text, { merge: true }) as { services: Record<string, Service> };
  return Object.entries(all);
}

/** Calls in rooms may be left out, and so may a model of the analysis: then these are empty. */
const OPTIONAL = ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET', 'ANALYSIS_LLM_API_KEY'];

test('every secret is required, none has a default', async () => {
  for (const [name, { environment = {} }] of await services()) {
    for (const [variable, value] of Object.entries(environment)) {
      if (!/PASSWORD|SECRET|KEY|TOKEN/.test(variable)) continue;
      if (OPTIONAL.includes(variable)) expect(value).toBe(`\${${variable}:-}`);
      else expect(value, `${name} ${variable}`).toMatch(/^\$\{[A-Z_]+:\?is missing.+\}$/);
    }
  }
});

test('nothing is published beyond this machine', async () => {
  const published = (await services()).flatMap(([, { ports = [] }]) => ports);
  expect(published.length).toBeGreaterThan(0);
  for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('the worker waits for streams and schema, and only provisioning has the password that may change them', async () => {
  const all = Object.fromEntries(await services());
  expect(Object.keys(all['worker']?.depends_on ?? {})).toEqual(['provision', 'migrate']);
  const withProvisioner = Object.entries(all).filter(([, { environment = {} }]) =>
    Object.values(environment).some((value) => String(value).includes('NATS_PROVISIONER_PASSWORD')),
  );
  expect(withProvisioner.map(([name]) => name)).toEqual(['provision']);
});
