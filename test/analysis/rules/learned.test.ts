import { expect, test } from 'vitest';
import { analyzeByRules } from '../../../analytics-worker/analysis/rules/engine.ts';
import type { Features } from '../../../analytics-worker/analysis/rules/learned/features.ts';
import { addMeaning } from '../../../analytics-worker/analysis/rules/learned/meanings.ts';
import { likelihoods, modelOf, softmax } from '../../../analytics-worker/analysis/rules/learned/model.ts';
import { fit, type Example } from '../../train/logistic.ts';

const labels = ['none', 'price', 'timing'] as const;
const example = (words: string, label: (typeof labels)[number]): Example<(typeof labels)[number]> => ({
  features: new Map(words.split(' ').map((word) => [word, 1])),
  label,
  weight: 1,
});
const taught = [
  ...Array.from({ length: 5 }, () => example('too dear', 'price')),
  ...Array.from({ length: 5 }, () => example('too busy', 'timing')),
  ...Array.from({ length: 10 }, () => example('how are you', 'none')),
];

test('learns which words tell what, and the same from the same', () => {
  const model = fit({ labels, l2: 0.5 }, taught);
  const of = (words: string) => likelihoods(model, example(words, 'none').features);
  expect(of('dear').get('price')).toBeGreaterThan(of('busy').get('price') ?? 1);
  expect(of('busy').get('timing')).toBeGreaterThan(of('dear').get('timing') ?? 1);
  expect(of('how').get('none')).toBeGreaterThan(0.5);
  expect([...of('too').values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1);
  expect(fit({ labels, l2: 0.5 }, taught)).toEqual(model);
});

test('weights of other labels than the code has are refused with what to do', () => {
  expect(() => modelOf({ labels: ['none', 'price'], thresholds: { words: 0.3 }, weights: '\t0 0' }, labels)).toThrow(
    /train:rules/u,
  );
});

test('words that mean alike lie together, whichever they are', () => {
  const place = (...words: string[]): number[] => {
    const features: Features = new Map();
    addMeaning(features, words, '', 1);
    return [...features.values()];
  };
  const near = (a: number[], b: number[]) => a.reduce((sum, x, index) => sum + x * (b[index] ?? 0), 0);
  expect(near(place('expensive'), place('costly'))).toBeGreaterThan(near(place('expensive'), place('director')) + 0.2);
  expect(place('xyzzy')).toEqual([]);
});

test.each([
  ['a name alone', 'docusign'],
  ['a number alone', 'forty five'],
  ['nothing', ''],
  ['no letters', '??? … 👍'],
  ['another script', '我们已经有合同了，谢谢'],
  ['a word that objects have, too', '__proto__ constructor'],
])('%s raises nothing, and is a mention at most', async (_, text) => {
  const { objections, competitors } = await analyzeByRules([{ item: 1, role: 'user', text }]);
  expect(objections).toEqual([]);
  expect(competitors.map(({ stance }) => stance)).toEqual(text === 'docusign' ? ['mentioned'] : []);
});

test('scores of any size give shares of one', () => {
  expect(softmax([0, 2_000, 2_000])).toEqual([0, 0.5, 0.5]);
});
