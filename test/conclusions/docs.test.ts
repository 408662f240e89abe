import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConclusionConfig } from '../../analytics-worker/conclusions/config.ts';
import { defaultScoring, mostOf } from '../../analytics-worker/conclusions/scoringConfig.ts';
import { catalogue } from '../../events/catalogue.ts';
import { defaultSignals, parseSignals } from '../../events/signals.ts';
import { conclude, script } from './helpers.ts';

const page = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');
const json = (name: string) => /```json\n([\s\S]*?)```/.exec(page(name))?.[1] ?? '';
/** Cells of a table's rows whose first cell is code. */
const rows = (text: string) =>
  [...text.matchAll(/^\| `(\w+)`.*$/gm)].map(([row]) => row.split('|').map((cell) => cell.trim()));

test('docs/events.md names every event type, and no other', () => {
  const named = [...page('events').matchAll(/^- `([a-z]+\.[a-z_]+)`:/gm)].map(([, type]) => type);
  expect(new Set(named)).toEqual(new Set(Object.keys(catalogue)));
});

test('docs/signals.md names the default signals with their types, and its example is one', () => {
  expect(rows(page('signals')).map(([, name, type]) => [name?.replaceAll('`', ''), type])).toEqual(
    defaultSignals.map(({ name, type }) => [name, type]),
  );
  expect(parseSignals(JSON.parse(json('signals')))).toHaveLength(2);
});

test('docs/scoring.md gives the weights of the default, and its example of a configuration is one', () => {
  const table = page('scoring').split('## An example')[0] ?? '';
  expect(rows(table).map(([, name, , most]) => [/`(\w+)`/.exec(name ?? '')?.[1], Number(most)])).toEqual(
    Object.entries(defaultScoring.weights).map(([name, weight]) => [name, mostOf(weight)]),
  );
  expect(readConclusionConfig({ scoring: json('scoring'), personKeySecret: 'x' }).scoring.hotAbove).toBe(75);
});

test('the example of docs/scoring.md adds up', () => {
  const example = page('scoring').split('## An example')[1]?.split('## Tier')[0] ?? '';
  const out = script();
  for (const [, name, value = ''] of rows(example)) {
    const said = /^\d+$/.test(value) ? Number(value) : value.includes(',') ? value.split(', ') : value;
    out.add(1, 'signal.recorded', { name: name?.replaceAll('`', '') ?? '', value: said });
  }
  const { leadScore } = conclude(out.facts);
  expect(leadScore?.breakdown.map(({ points }) => points)).toEqual(
    rows(example).map(([, , , points]) => Number(points)),
  );
  expect(example).toContain(`| sum | | ${leadScore?.points} |`);
  expect(example).toContain(`the score is **${leadScore?.score}**`);
});
