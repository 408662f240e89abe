import { expect, test } from 'vitest';
import { claimsOf, trustedOf, type Claim, type Source } from '../../../analytics-worker/analysis/scores/trust.ts';
import { found } from './made.ts';

const claim = (source: Source, value: unknown, over: Partial<Claim> = {}): Claim => ({
  ...{ name: 'team_size', source, value, evidence: [] },
  ...over,
});
const winner = (...claims: Claim[]) => {
  const won = trustedOf(claims).get('team_size');
  return won && [won.source, won.value];
};

test.each<[string, Claim[], unknown]>([
  ['a human before the caller', [claim('confirmed', 12), claim('human', 9)], ['human', 9]],
  ['the caller before a model', [claim('llm', 9), claim('confirmed', 12)], ['confirmed', 12]],
  ['a model before the agent', [claim('agent', 9), claim('llm', 12)], ['llm', 12]],
  ['the agent before rules', [claim('rules', 9), claim('agent', 12)], ['agent', 12]],
  ['the only one', [claim('rules', 9)], ['rules', 9]],
  ['the first of equals', [claim('agent', 9), claim('agent', 12)], ['agent', 9]],
  [
    'rules that heard a correction before the agent that did not',
    [claim('agent', 50), claim('rules', 15, { replaced: [50] })],
    ['rules', 15],
  ],
  [
    'a confirmed value also when it was corrected before',
    [claim('confirmed', 50), claim('rules', 15, { replaced: [50] })],
    ['confirmed', 50],
  ],
  ['nothing where a human says that there is nothing', [claim('human', null), claim('llm', 12)], undefined],
  ['a model where the agent recorded nothing', [claim('agent', null), claim('llm', 12)], ['llm', 12]],
])('takes %s', (_, claims, expected) => expect(winner(...claims)).toEqual(expected));

test('tells who said otherwise, and not who said the same', () => {
  const of = (...claims: Claim[]) => trustedOf(claims).get('team_size')?.others;
  expect(of(claim('llm', 12), claim('agent', '12'), claim('rules', 9))).toEqual([{ source: 'rules', value: 9 }]);
  expect(of(claim('llm', ['api', 'Zapier']), claim('agent', ['zapier', 'api']))).toEqual([]);
  expect(of(claim('llm', true), claim('agent', false))).toEqual([{ source: 'agent', value: false }]);
  expect(of(claim('llm', 12), claim('agent', 'a dozen'))).toEqual([{ source: 'agent', value: 'a dozen' }]);
});

test('takes claims of an engine, those that the caller confirmed as his', () => {
  const signals = {
    team_size: found(15, { confirmed: true, history: [{ value: 50, evidence: { item: 1, quote: 'fifty' } }] }),
    location: found('leeds'),
  };
  expect(claimsOf({ signals }, 'llm').map(({ name, source, replaced }) => [name, source, replaced])).toEqual([
    ['team_size', 'confirmed', [50]],
    ['location', 'llm', []],
  ]);
});
