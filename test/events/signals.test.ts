import { describe, expect, it } from 'vitest';
import { defaultSignals, parseSignals, signalValue } from '../../events/signals.ts';

const named = (name: string) => {
  const found = defaultSignals.find((signal) => signal.name === name);
  if (!found) throw new Error(`no signal ${name}`);
  return signalValue(found);
};

describe('signals', () => {
  it('of the default set are valid definitions', () => {
    expect(parseSignals([...defaultSignals])).toEqual(defaultSignals);
  });

  it.each([
    ['team_size', 12, true],
    ['team_size', 'twelve', false],
    ['team_size', -1, false],
    ['integration_needs', ['salesforce'], true],
    ['integration_needs', 'salesforce', false],
    ['decision_timeline', 'this_week', true],
    ['decision_timeline', 'soon', false],
  ])('%s takes %j: %s', (name, value, fits) => {
    expect(named(name).safeParse(value).success).toBe(fits);
  });

  it('of a team are refused with the entry that is wrong', () => {
    expect(() => parseSignals([{ name: 'Fleet Size', type: 'integer', description: 'x' }])).toThrow(/signals\.0\.name/);
    expect(() => parseSignals([...defaultSignals, defaultSignals[0]])).toThrow(/team_size: is defined twice/);
  });
});
