import { afterEach, describe, expect, test, vi } from 'vitest';
import labels from '../../../analytics-worker/analysis/rules/encoder/trained/labels.json' with { type: 'json' };
import { encode } from '../../../analytics-worker/analysis/rules/encoder/encode.ts';
import { inputsOf } from '../../../analytics-worker/analysis/rules/encoder/inputs.ts';
import { combined } from '../../../analytics-worker/analysis/rules/learned/weigh.ts';
import { heads } from '../../train/encoder/examples.ts';
import { itemsOf, talk } from './calls.ts';

/** A word is a piece, and its number how many letters it has. */
const words = { of: (text: string) => text.match(/\S+/gu)?.map(({ length }) => length) ?? [], begin: 100, end: 200 };

describe('what the encoder is given', () => {
  test('an item of the caller between what the agent said before and after it, and the words that are judged by themselves', () => {
    const [input] = inputsOf(talk('a: How so?', 'we left docusign', 'a: I see, yes.'), words);
    expect(input?.pieces).toEqual([100, 3, 3, 200, 2, 4, 8, 200, 1, 4, 4, 200]);
    expect(input?.own.map(Number).join('')).toBe('000011110000');
    expect(input?.spans).toEqual([{ head: 'stances', first: 2, from: 6, to: 7 }]);
    const [, told] = inputsOf(talk('hello', 'a: Yes?', 'twelve contracts in leeds'), words);
    expect(told?.spans.map(({ head, first }) => `${head} ${first}`)).toEqual(['counts 0', 'papers 1', 'places 3']);
  });

  test('of long speech the end before it, the beginning of it and of what comes after', () => {
    const long = (word: string) => `${word} `.repeat(500);
    const [input] = inputsOf(talk(`a: ${long('aa')}bbb`, `${long('cccc')} docusign`, `a: ${long('ee')}`), words);
    expect(input?.pieces).toHaveLength(148);
    expect(input?.pieces[40]).toBe(3);
    expect(input?.spans).toEqual([]);
  });

  test('nothing where nobody said a word', () => expect(inputsOf(talk('a: Hello?', '...'), words)).toEqual([]));
});

describe('what it tells', () => {
  test('of each item, and of words in it, shares of one, the same each time', async () => {
    const call = talk('a: What do you use?', 'docusign and it costs a fortune', 'a: I see.', 'um');
    const [first, again] = [await encode(call), await encode(call)];
    const [said, hum] = call.caller;
    if (!first || !again || !said || !hum) throw new Error('not read');
    for (const head of ['objections', 'pains', 'authority', 'industry', 'timeline', 'urgency', 'tool'] as const) {
      const likely = first.ofItem(head, said);
      expect([...(likely?.values() ?? [])].reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
      expect(again.ofItem(head, said)).toEqual(likely);
    }
    expect([...(first.ofSpan('stances', said, 0)?.keys() ?? [])]).toEqual(labels.spans.stances);
    expect(first.ofItem('pains', hum)).toBeUndefined();
  });

  test('by labels that the code has', () => expect(labels).toEqual(heads));
});

describe('words and encoder', () => {
  const by = (none: number, price: number) => new Map(Object.entries({ none, price }));

  test('are likely together by the geometric mean, in shares of one', () => {
    expect(combined(by(0.5, 0.5), by(0.2, 0.8)).get('price')).toBeCloseTo(2 / 3);
    expect(combined(by(0.1, 0.9), by(1, 0)).get('price')).toBe(0);
  });

  test('words alone where nothing was encoded', () => expect(combined(by(0.3, 0.7), undefined)).toEqual(by(0.3, 0.7)));
});

describe('where there is no runtime', () => {
  afterEach(() => {
    vi.doUnmock('onnxruntime-node');
    vi.resetModules();
  });

  test('calls are read by their words alone, and the process says so once', async () => {
    vi.resetModules();
    vi.doMock('onnxruntime-node', () => {
      throw new Error('no binary for this platform');
    });
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const { analyzeByRules } = await import('../../../analytics-worker/analysis/rules/engine.ts');
    const items = itemsOf('a: It is 40 a month.', "that's too expensive for us");
    const { objections } = await analyzeByRules(items);
    await analyzeByRules(items);
    expect(objections).toMatchObject([{ item: 2, type: 'price' }]);
    expect(warned.mock.calls).toEqual([[expect.stringContaining('words alone')]]);
    warned.mockRestore();
  });
});
