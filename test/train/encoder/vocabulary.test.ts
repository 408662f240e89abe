import { expect, test } from 'vitest';
import { talk } from '../../analysis/rules/calls.ts';
import { cutVocabulary, type TokenizerFile } from './vocabulary.ts';

const RARE = 20_000;
const base: TokenizerFile = {
  model: {
    ...{ type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100 },
    vocab: {
      '[PAD]': 0,
      '[unused0]': 1,
      '[UNK]': 100,
      the: 1_000,
      '##s': 1_001,
      契: 1_002,
      notary: RARE,
      yurt: RARE + 1,
    },
  },
  ...{ normalizer: null, pre_tokenizer: { type: 'BertPreTokenizer' }, decoder: null },
  added_tokens: [{ id: 100, content: '[UNK]' }],
  truncation: { max_length: 128 },
  padding: null,
  post_processor: null,
};

test('common pieces of English stay, and rare ones that callers say; all numbered anew, nothing cut off', () => {
  const { model, added_tokens, truncation } = cutVocabulary(base, [{ talk: talk('the notary', 'a: 契') }]);
  expect(model.vocab).toEqual({ '[PAD]': 0, '[UNK]': 1, the: 2, '##s': 3, 契: 4, notary: 5 });
  expect(added_tokens).toEqual([{ id: 1, content: '[UNK]' }]);
  expect(truncation).toBeNull();
});
