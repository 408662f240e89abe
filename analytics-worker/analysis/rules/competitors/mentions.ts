import { compile, matchAll } from '../match/pattern.ts';
import { lexicon } from '../match/lexicon.ts';
import { productNamed } from '../normalise/products.ts';
import type { Utterance } from '../normalise/types.ts';
import { products } from '../vocabulary/products.ts';
import {
  calledFrames,
  namedBy,
  nameEnds,
  otherUse,
  otherWork,
  plainFrames,
  sayings,
  signers,
  telling,
  toldToSign,
} from '../vocabulary/mentions.ts';

/** A place where a product is named that is sold instead. */
export type Mention = { name: string; utterance: Utterance; from: number; to: number };

const plainNames = products.filter(({ kind, plain }) => kind === 'signing' && plain).map(({ name }) => name);
const plain = compile({ plain: plainFrames }, { name: lexicon(plainNames) });
const called = compile({ called: calledFrames });
const makers = products.filter(({ kind }) => kind === 'signing').map(({ name }) => name);
const unsigned = compile({ unsigned: otherUse }, { name: lexicon(makers) });
const work = compile({ work: otherWork });
/** How far from an unknown name the words stand that say what it is for. */
const WORK_REACH = 5;
const SAYINGS = new Set(sayings);
const SIGNERS = new Set(signers);
const NAMED_BY = new Set(namedBy);
const TELLING = new Set(telling);
const TOLD_TO_SIGN = new Set(toldToSign);
const NAME_ENDS = new Set(nameEnds);
const LONGEST_NAME = 2;

/** Products named in an item, the known ones and those introduced as such ("something called …"). */
export function mentionsIn(utterance: Utterance): Mention[] {
  const { tokens } = utterance;
  const known = tokens.flatMap(({ product }, at): Mention[] =>
    product && productNamed(product)?.kind === 'signing' && !isSaying(utterance, at)
      ? [{ name: product, utterance, from: at, to: at + 1 }]
      : [],
  );
  const spoken = matchAll(plain, tokens).flatMap(({ sets: { name } }): Mention[] =>
    name && !isMisheard(utterance, name.from) ? [{ name: name.value, utterance, from: name.from, to: name.to }] : [],
  );
  const introduced = matchAll(called, tokens).flatMap(({ to }) => introducedAt(utterance, to));
  const all = [...known, ...spoken, ...introduced].toSorted((a, b) => a.from - b.from);
  const others = new Set(matchAll(unsigned, tokens).map(({ from }) => from));
  return all.filter(({ from }, index) => !others.has(from) && all.findIndex((one) => one.from === from) === index);
}

/** "Can I sign now", "I say hello, sign here": in two words it is a name only where no one is told to sign. */
function isSaying({ text, tokens }: Utterance, at: number): boolean {
  const token = tokens[at];
  if (!token || !text.slice(token.start, token.end).includes(' ')) return false;
  const next = tokens[at + 1]?.text ?? '';
  if (TOLD_TO_SIGN.has(next)) return true;
  if (NAMED_BY.has(next)) return false;
  const before = tokens[at - 1];
  const isFirst = tokens.length > 1 && (!before || before.stop !== undefined);
  const isBidden = isFirst ? !TELLING.has(next) : SIGNERS.has(before?.text ?? '');
  return SAYINGS.has(token.text) && isBidden;
}

/** "We sign on paper" is a letter away from a name. */
function isMisheard({ text, tokens }: Utterance, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const letters = text
    .slice(token.start, token.end)
    .toLowerCase()
    .replaceAll(/[^a-z]/gu, '');
  return letters !== token.text.replaceAll('_', '');
}

/** "something called ink less for our quotes": the words up to one that cannot be of a name. */
function introducedAt(utterance: Utterance, from: number): Mention[] {
  const { tokens } = utterance;
  let to = from;
  while (to < tokens.length && to < from + LONGEST_NAME) {
    const token = tokens[to];
    if (!token || token.number || token.product || NAME_ENDS.has(token.text)) break;
    to += 1;
    if (token.stop) break;
  }
  const name = tokens.slice(from, to).map(({ text }) => text);
  const isForOther =
    matchAll(work, tokens, Math.max(0, from - WORK_REACH), Math.min(tokens.length, to + WORK_REACH)).length > 0;
  return name.length > 0 && !isForOther ? [{ name: name.join(''), utterance, from, to }] : [];
}
