import { Tokenizer } from '@huggingface/tokenizers';

/** How text is cut into word pieces, by number, and the numbers of the marks at the beginning and at the end of a part. */
export type Pieces = { of: (text: string) => number[]; begin: number; end: number };

/** @param file a tokenizer.json */
export function openPieces(file: object): Pieces {
  const tokenizer = new Tokenizer(file, {});
  const numberOf = (mark: string) => tokenizer.token_to_id(mark) ?? 0;
  return {
    of: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids,
    begin: numberOf('[CLS]'),
    end: numberOf('[SEP]'),
  };
}
