import { once } from '../../once.ts';
import type { Token } from '../normalise/types.ts';
import { expand } from './expand.ts';
import { hitAt, type Lexicon } from './lexicon.ts';
import { endsSentence } from '../normalise/stops.ts';

/**
 * Frames that people speak in, written as data (rules/README.md): "we|i have|got about? # <people>".
 * Words stand as normalise/ leaves them: "do not", never "don't".
 */
type Part =
  | { is: 'word'; words: Set<string>; optional: boolean }
  | { is: 'set'; name: string; lexicon: Lexicon; optional: boolean }
  | { is: 'number'; optional: boolean }
  | { is: 'gap'; most: number };

export type Captured = { value: string; from: number; to: number };
export type Match = {
  /** The label of the frame. */
  label: string;
  from: number;
  to: number;
  /** Place of the number token; the last one when the frame has two. */
  number?: number;
  /** How many tokens farther the frame leads: the gap that it ends in. */
  reach: number;
  /** What each set of the frame stands for here. */
  sets: Record<string, Captured>;
};
type Frame = { label: string; parts: Part[]; reach: number };
type Compiled = { byWord: Map<string, Frame[]>; any: Frame[] };
/** Frames are compiled where they are first looked for: there are thousands, and a process may never need them. */
export type Frames = () => Compiled;

/** The first search throws when a frame names a set that is not given: a mistake in the vocabulary. */
export function compile(frames: Record<string, readonly string[]>, sets: Record<string, Lexicon> = {}): Frames {
  return once(() => compiledOf(expand(frames), sets));
}

function compiledOf(frames: Record<string, readonly string[]>, sets: Record<string, Lexicon>): Compiled {
  const compiled: Compiled = { byWord: new Map(), any: [] };
  for (const [label, lines] of Object.entries(frames))
    for (const line of lines) {
      const parts = line.split(' ').map((part) => parse(part, sets, line));
      const last = parts.at(-1);
      const reach = last?.is === 'gap' ? last.most : 0;
      const frame = { label, parts: last?.is === 'gap' ? parts.slice(0, -1) : parts, reach };
      const starts = startsOf(frame.parts);
      if (!starts) compiled.any.push(frame);
      else
        for (const start of starts) {
          const others = compiled.byWord.get(start);
          if (others) others.push(frame);
          else compiled.byWord.set(start, [frame]);
        }
    }
  return compiled;
}

function parse(part: string, sets: Record<string, Lexicon>, line: string): Part {
  const optional = part.endsWith('?');
  const bare = optional ? part.slice(0, -1) : part;
  if (bare === '#') return { is: 'number', optional };
  if (bare.startsWith('..')) return { is: 'gap', most: Number(bare.slice(2) || 3) };
  if (!bare.startsWith('<')) return { is: 'word', words: new Set(bare.split('|')), optional };
  const name = bare.slice(1, -1);
  const lexicon = sets[name];
  if (!lexicon) throw new Error(`the frame "${line}" names the set ${name}, which is not given`);
  return { is: 'set', name, lexicon, optional };
}

/** The words that a frame can begin with; undefined when it may begin with anything. */
function startsOf(parts: Part[]): Set<string> | undefined {
  const starts = new Set<string>();
  for (const part of parts) {
    if (part.is === 'number' || part.is === 'gap' || (part.is === 'word' && part.words.has('_'))) return undefined;
    for (const word of part.is === 'word' ? part.words : part.lexicon.keys()) starts.add(word);
    if (!part.optional) return starts;
  }
  return undefined;
}

/** All matches between two tokens, one for each frame and place where it begins; none crosses the end of a sentence. */
export function matchAll(frames: Frames, tokens: Token[], from = 0, to = tokens.length): Match[] {
  const found: Match[] = [];
  const compiled = frames();
  for (let at = from; at < to; at++) addMatches(compiled, tokens, at, to, found);
  return found;
}

/** The matches that begin at one token: what `matchAll` finds there, without a look at the rest. */
export function matchesAt(frames: Frames, tokens: Token[], at: number): Match[] {
  const found: Match[] = [];
  addMatches(frames(), tokens, at, tokens.length, found);
  return found;
}

function addMatches({ byWord, any }: Compiled, tokens: Token[], at: number, to: number, found: Match[]): void {
  for (const frame of byWord.get(tokens[at]?.text ?? '') ?? []) matchAt(frame, tokens, at, to, found);
  for (const frame of any) matchAt(frame, tokens, at, to, found);
}

function matchAt(frame: Frame, tokens: Token[], at: number, to: number, found: Match[]): void {
  if (!mayBegin(frame.parts, tokens, at)) return;
  const match: Match = { label: frame.label, from: at, to: at, reach: frame.reach, sets: {} };
  const end = follow(frame.parts, 0, tokens, at, to, match);
  if (end > at) {
    match.to = end;
    found.push(match);
  }
}

/** Most frames that begin with a word of the text go on with one that is not there: told without trying them. */
function mayBegin(parts: Part[], tokens: Token[], at: number): boolean {
  const [first, second] = parts;
  if (!first || !second || first.is !== 'word' || first.optional || second.is !== 'word' || second.optional)
    return true;
  const next = tokens[at + 1];
  return next !== undefined && (second.words.has(next.text) || second.words.has('_'));
}

const NOWHERE = -1;

/** Where the parts from `index` on end when they match at `at`, else -1; captures are written on the way back. */
function follow(parts: Part[], index: number, tokens: Token[], at: number, to: number, match: Match): number {
  const part = parts[index];
  if (!part) return at;
  if (part.is === 'gap') {
    for (let skip = 0; skip <= part.most && at + skip <= to; skip++) {
      if (skip > 0 && (endsSentence(tokens[at + skip - 1]) || (at > match.from && endsSentence(tokens[at - 1]))))
        return NOWHERE;
      const end = follow(parts, index + 1, tokens, at + skip, to, match);
      if (end !== NOWHERE) return end;
    }
    return NOWHERE;
  }
  const crosses = index > 0 && at > match.from && endsSentence(tokens[at - 1]);
  const next = crosses || at >= to ? NOWHERE : endOf(part, tokens, at, to);
  if (next !== NOWHERE) {
    const end = follow(parts, index + 1, tokens, next, to, match);
    if (end !== NOWHERE) {
      capture(part, tokens, at, to, match);
      return end;
    }
  }
  return part.optional ? follow(parts, index + 1, tokens, at, to, match) : NOWHERE;
}

function endOf(part: Exclude<Part, { is: 'gap' }>, tokens: Token[], at: number, to: number): number {
  const token = tokens[at];
  if (!token) return NOWHERE;
  if (part.is === 'set') return hitAt(part.lexicon, tokens, at, to)?.to ?? NOWHERE;
  if (part.is === 'number') return token.number?.form === 'count' ? at + 1 : NOWHERE;
  return part.words.has(token.text) || part.words.has('_') ? at + 1 : NOWHERE;
}

function capture(part: Part, tokens: Token[], at: number, to: number, match: Match): void {
  if (part.is === 'number') match.number ??= at;
  if (part.is !== 'set') return;
  const hit = hitAt(part.lexicon, tokens, at, to);
  if (hit) match.sets[part.name] ??= { value: hit.value, from: at, to: hit.to };
}

/** Whether a match leads up to a place: it ends before it, no farther off than the gap in which the frame ends, with no "but" in it. */
export function leadsTo({ to, reach }: Match, tokens: Token[], at: number): boolean {
  const between = tokens.slice(to - 1, at);
  return (
    to <= at &&
    at - to <= reach &&
    !between.some((token, index) => endsSentence(token) || (index > 0 && token.text === 'but'))
  );
}
