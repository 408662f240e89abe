import type { Role } from '../../transcript.ts';

/** What kind of number was said. Only a `count` may be how many of something. */
export type NumberForm = 'count' | 'ordinal' | 'year' | 'digits' | 'time' | 'money' | 'percent' | 'part';

export type Quantity = {
  /** Midpoint of a range, rounded; `half` a thing keeps its fraction. */
  value: number;
  /** The ends of a range that was said: "thirty to forty". */
  range?: [number, number];
  form: NumberForm;
  /** "a few", "several", "a handful": an amount that was not told. */
  vague: boolean;
};

/**
 * One word as rules read it. A spoken number ("a hundred and twenty") and a product's name ("sales force") are one token;
 * "don't" is two, "do" and "not", at the same place. Fillers and repeats are no tokens.
 */
export type Token = {
  /** Lower case, straight apostrophes; of a number its digits, of a product its canonical name. */
  text: string;
  /** Place in the item's text: from `start` up to `end`, excluded. */
  start: number;
  end: number;
  number?: Quantity;
  /** Canonical name of a product: "salesforce". */
  product?: string;
  /** Punctuation that follows it: `,` for all that separates less than a sentence. */
  stop?: ',' | '.' | '?';
};

/** Tokens `from` up to `to`, excluded, that say one thing: one subject, one verb. */
export type Clause = {
  from: number;
  to: number;
  /** Sentences count from 0; without punctuation all is one. */
  sentence: number;
  /** The conjunction that it begins with: "and", "but", "if", … */
  opener?: string;
  /** It is asked: it ends in a question mark, or begins as questions do. */
  question: boolean;
};

/** Clauses up to a full stop or a question mark: tokens `from` up to `to`, excluded. */
export type Sentence = {
  from: number;
  to: number;
  clauses: Clause[];
  /** One of its clauses is asked. */
  isQuestion: boolean;
};

/** One item of the transcript, read. */
export type Utterance = {
  item: number;
  role: Role;
  /** As it was given. */
  text: string;
  tokens: Token[];
  clauses: Clause[];
  interrupted: boolean;
};
