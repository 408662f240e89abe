import { describe, expect, test } from 'vitest';
import type { FoundSignal } from '../../../analytics-worker/analysis/results.ts';
import { talk } from './calls.ts';
import { second, type Opinion } from '../../../analytics-worker/analysis/rules/weigh/second.ts';

const [, said] = talk('a: When?', 'soon', 'a: Sure.', 'no rush').caller;
if (!said) throw new Error('nothing said');
const trust = { heard: 2, silent: 1 };
const heard: FoundSignal = {
  value: 'high',
  evidence: [{ item: 2, quote: 'as soon as we can' }],
  confirmed: false,
  history: [],
};
const opinion = (nothing: number, ...read: [value: string, likely: number][]): Opinion => ({
  nothing,
  read: read.map(([value, likely]) => ({ value, likely, said, from: 0, to: 2 })),
});

describe('what stands by frames and encoder together', () => {
  test.each([
    ['frames hear it and the encoder reads it', heard, opinion(0.2, ['high', 0.7]), 'high'],
    ['frames hear it and the encoder doubts it a little', heard, opinion(0.7, ['high', 0.2]), 'high'],
    ['frames hear it and the encoder rules it out', heard, opinion(0.97, ['high', 0.02]), undefined],
    ['the encoder is sure of another value', heard, opinion(0.02, ['high', 0.03], ['low', 0.95]), 'low'],
    ['the encoder reads another value, but not surely', heard, opinion(0.2, ['high', 0.3], ['low', 0.5]), 'high'],
    ['frames put it together of what the encoder reads one by one', heard, opinion(0.8), 'high'],
    ['frames are silent and the encoder is sure', undefined, opinion(0.1, ['low', 0.9]), 'low'],
    ['frames are silent and the encoder is not so sure', undefined, opinion(0.4, ['low', 0.6]), undefined],
    ['neither tells anything', undefined, opinion(1), undefined],
  ])('%s', (_, heard, opinion, value) => {
    expect(second(heard, opinion, trust)?.value).toBe(value);
  });

  test('what the encoder reads is told by the item that it was read in, and what frames heard before it is history', () => {
    expect(second(heard, opinion(0.02, ['high', 0.03], ['low', 0.95]), trust)).toEqual({
      value: 'low',
      evidence: [{ item: 4, quote: 'no rush' }],
      confirmed: false,
      history: [{ value: 'high', evidence: { item: 2, quote: 'as soon as we can' } }],
    });
  });
});
