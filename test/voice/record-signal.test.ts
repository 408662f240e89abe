import { describe, expect, it } from 'vitest';
import { defaultSignals } from '../../events/signals.ts';
import { checkSignal, findEvidence } from '../../agent/session/tools/record-signal.ts';

const check = (name: string, value: unknown) => checkSignal(defaultSignals, name, value);

describe('the value of a signal', () => {
  it('is taken in the type that its definition has', () => {
    expect(check('team_size', 12)).toBe(12);
    expect(check('team_size', '12')).toBe(12);
    expect(check('integration_needs', 'salesforce')).toEqual(['salesforce']);
    expect(check('decision_timeline', 'this_week')).toBe('this_week');
  });

  it.each([
    ['team_size', -1],
    ['team_size', 'a dozen'],
    ['team_size', 1.5],
    ['decision_timeline', 'soon'],
    ['integration_needs', []],
  ])('of %s cannot be %j, and the model is told so', (name, value) => {
    expect(() => check(name, value)).toThrow(new RegExp(`^${name} must be .*record it again$`));
  });

  it('belongs to a signal that the agent asks for', () => {
    expect(() => check('shoe_size', 43)).toThrow(/shoe_size is no signal; the signals are team_size/);
  });
});

describe('the evidence of a signal', () => {
  const said = [
    { itemId: 'item_1', text: 'We are ten people.' },
    { itemId: 'item_2', text: 'No wait, fifteen. The claims team comes too.' },
  ];

  it('is the item that holds the words, whatever their case and punctuation', () => {
    expect(findEvidence(said, 'no wait: fifteen')).toEqual({ itemId: 'item_2', quote: 'no wait: fifteen' });
    expect(findEvidence(said, 'ten people')).toEqual({ itemId: 'item_1', quote: 'ten people' });
  });

  it('is no quote when the caller never said it', () => {
    expect(findEvidence(said, 'about twenty of us')).toEqual({ itemId: 'item_2' });
    expect(findEvidence([], 'anything')).toEqual({});
  });
});
