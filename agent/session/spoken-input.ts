import { tokenize } from '@livekit/agents';
import type { SpokenInput } from '../config/vendor-fields.ts';

/** Where a clause ends: punctuation before a space, so that 3,500 and 10:30 stay whole. */
const CLAUSE_END = /[.!?…,;:](?=\s)/g;
/** So much text is waited for before it is looked at. */
const LEAST_CONTEXT = 5;

type Piece = [text: string, start: number, end: number];

/** Cuts an answer into what the voice is given at once; undefined: as the vendor's plugin does by itself. */
export function cutterOf(input: SpokenInput | undefined): tokenize.SentenceTokenizer | undefined {
  if (!input) return undefined;
  const { characters, boundaries } = input;
  if (boundaries === 'clauses') return new ClauseCutter(characters);
  return new tokenize.basic.SentenceTokenizer({ minSentenceLength: characters });
}

class ClauseCutter extends tokenize.SentenceTokenizer {
  readonly #least: number;

  constructor(least: number) {
    super();
    this.#least = least;
  }

  override tokenize(text: string): string[] {
    return clausesOf(text, this.#least).map(([clause]) => clause);
  }

  override stream(): tokenize.SentenceStream {
    return new tokenize.BufferedSentenceStream((text) => clausesOf(text, this.#least), this.#least, LEAST_CONTEXT);
  }
}

/** Clauses of so many characters at least; what is shorter is joined with the next. The rest comes last. */
function clausesOf(text: string, least: number): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const cutAt = (end: number) => {
    const piece = text.slice(start, end).trim();
    if (piece !== '') pieces.push([piece, start, end]);
    start = end;
  };
  for (const { index } of text.matchAll(CLAUSE_END)) if (index + 1 - start >= least) cutAt(index + 1);
  cutAt(text.length);
  return pieces;
}
