import type { FoundSignal } from '../../analytics-worker/analysis/results.ts';
import type { Labels } from './corpus-read.ts';
import { pair, sameDocument, sameWord, type Tally } from './corpus-score.ts';

const LISTS = new Set(['integration_needs']);

export type Compared = Tally & { name: string; extra: string[]; lost: string[] };

/** Each signal that is labelled or found, or of these `only`: integers and words equal, lists element by element, pains by the item they were said in. */
export function compareSignals(
  labels: Labels['signals'],
  found: Readonly<Record<string, FoundSignal | undefined>>,
  only?: readonly string[],
): Compared[] {
  const names = new Set([...Object.keys(labels), ...Object.keys(found)]);
  const labelled = [...names].filter((name) => !only || only.includes(name));
  return labelled.map((name) => {
    const label: unknown = Object.entries(labels).find(([key]) => key === name)?.[1];
    const signal = found[name];
    const compared =
      name === 'pain_points'
        ? pair(signal?.evidence.map(({ item }) => item) ?? [], asList(label), (a, b) => a === b)
        : pair(
            LISTS.has(name) ? asList(signal?.value) : asOne(signal?.value),
            LISTS.has(name) ? asList(label) : asOne(label),
            name === 'use_case' ? sameDocument : sameWord,
          );
    return { ...compared, name, extra: compared.extra.map(String), lost: compared.lost.map(String) };
  });
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const asOne = (value: unknown): unknown[] => (value === undefined ? [] : [value]);
