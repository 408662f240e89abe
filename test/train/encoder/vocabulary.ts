import { Tokenizer } from '@huggingface/tokenizers';
import type { Lesson } from '../corpus.ts';

/** A tokenizer.json of word pieces, as far as it is read here. */
export type TokenizerFile = {
  model: { vocab: Record<string, number> };
  added_tokens: { id: number; content: string }[];
  truncation: unknown;
  padding: unknown;
  post_processor: unknown;
};

/** Pieces stand in order of how common they are. Rarer ones are kept where a lesson has them; other words fall into shorter pieces. */
const COMMON = 14_000;
const PLAIN = /^(?!\[unused)[\u0021-\u007E]+$/u;

/** The tokenizer with the pieces that calls in English need, numbered anew. */
export function cutVocabulary(base: TokenizerFile, lessons: readonly Pick<Lesson, 'talk'>[]): TokenizerFile {
  const tokenizer = new Tokenizer(base, {});
  const used = new Set(
    lessons.flatMap(({ talk }) =>
      talk.utterances.flatMap(({ text }) => tokenizer.encode(text, { add_special_tokens: false }).ids),
    ),
  );
  const kept = Object.entries(base.model.vocab)
    .filter(([piece, id]) => used.has(id) || (id < COMMON && PLAIN.test(piece)))
    .toSorted(([, a], [, b]) => a - b);
  const vocab = Object.fromEntries(kept.map(([piece], id) => [piece, id]));
  return {
    ...base,
    model: { ...base.model, vocab },
    added_tokens: base.added_tokens.map((token) => ({ ...token, id: vocab[token.content] ?? 0 })),
    truncation: null,
    padding: null,
    post_processor: null,
  };
}
