import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultPrices } from '../../../analytics-worker/analysis/cost/default-prices.ts';
import { parsePrices } from '../../../analytics-worker/analysis/cost/prices.ts';
import { standards, type Standard } from '../../../analytics-worker/analysis/performance/standards.ts';
import { engagementOf } from '../../../analytics-worker/analysis/scores/engagement.ts';
import { qualityOf } from '../../../analytics-worker/analysis/scores/quality.ts';
import { sources } from '../../../analytics-worker/analysis/scores/trust.ts';
import { call, lead, passages } from './made.ts';

const page = (name: string) => readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8');
const section = (text: string, head: string) => text.split(`## ${head}`)[1]?.split('\n## ')[0] ?? '';
/** Cells of the rows whose first cell begins with code. */
const rows = (text: string) =>
  [...text.matchAll(/^\| `\w+`.*$/gm)].map(([row]) => row.split('|').map((cell) => cell.replaceAll('`', '').trim()));

describe('docs/analysis-scores.md', () => {
  const text = page('analysis-scores');

  test.each([
    ['Engagement, 0-10', engagementOf(call())],
    ['Quality of the conversation, 0-10', qualityOf(call())],
  ])('has components and weights of %s', (head, score) => {
    const [table = ''] = section(text, head).split('An example');
    const documented = rows(table).map(([, name, weight]) => [name, Number(weight)]);
    expect(documented).toEqual(score.components.map(({ name, weight }) => [name, weight]));
    expect(score.components.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  });

  test('has every target with its bounds', () => {
    const written = ({ under, over, from, to }: NonNullable<Standard['target']> = {}) =>
      [
        under === undefined ? '' : `under ${under}`,
        over === undefined ? '' : `over ${over}`,
        to === undefined ? '' : `${from}-${to}`,
      ].join('');
    const documented = rows(section(text, 'Performance')).map(([, name, ...bounds]) => [
      name?.split(',')[0],
      ...bounds.slice(0, 2),
    ]);
    expect(documented).toEqual(
      Object.entries<Standard>(standards).map(([name, { target, alert }]) => [name, written(target), written(alert)]),
    );
  });
});

describe('docs/cost.md', () => {
  const text = page('cost');

  test('has an example that is a price table', () => {
    const json = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    expect(parsePrices(JSON.parse(json))).toHaveLength(2);
  });

  test('has the days and the amounts of the default', () => {
    const table = section(text, 'The default');
    for (const { amount, validFrom } of defaultPrices) {
      expect(table).toContain(validFrom);
      expect(table.match(/[\d.]+/g)?.map(Number)).toContain(amount);
    }
  });
});

describe('docs/scoring.md', () => {
  test('has the order of trust', () => {
    expect(rows(section(page('scoring'), 'After the call')).map(([, source]) => source)).toEqual([...sources]);
  });

  test('has an example of the five views that adds up', () => {
    const values = {
      ...{
        team_size: 7,
        monthly_volume: 250,
        integration_needs: ['salesforce', 'api'],
        decision_timeline: 'this_month',
      },
      ...{ budget_authority: 'decision_maker', urgency: 'high', industry: 'legal', use_case: 'contracts' },
    };
    const said = { passages: passages('buying_signal', 2, 'trial') };
    const company = { employees: 60, revenueUsd: 4_000_000 };
    const { parts } = lead(values, said, { engagement: 7, company });
    const example = page('scoring').split('The caller of the example, who')[1] ?? '';
    const documented = [...example.matchAll(/^\| (\w+) \| .* \| (\d+) \|$/gm)].map(([, name, value]) => [
      name,
      Number(value),
    ]);
    expect(Object.fromEntries(documented)).toEqual(parts);
  });
});
