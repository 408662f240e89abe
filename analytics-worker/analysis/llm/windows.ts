import type { Item } from '../transcript.ts';

/** A part of a call that is asked for in one request. A long item may be in it with a piece of its text only. */
export type Window = { pieces: Item[]; from: number; to: number };

/** Fewer letters to a token than any language that we know of has on average, so that the estimate is on the safe side. */
export const LETTERS_A_TOKEN = 3;
/** Item number, role and line break. */
export const LINE_TOKENS = 6;
/** Share of a window that is in the one before too, so that no claim is lost where the call was cut. */
export const OVERLAP = 0.1;

/** Cuts a call into overlapping parts of at most `windowTokens` each. */
export function splitCall(items: readonly Item[], windowTokens: number): Window[] {
  const overlap = Math.floor(windowTokens * OVERLAP);
  const pieces = items.flatMap((item) => splitItem(item, overlap));
  const windows: Window[] = [];
  for (let start = 0; start < pieces.length;) {
    const end = fill(pieces, start, windowTokens);
    windows.push(windowOf(pieces.slice(start, end)));
    if (end >= pieces.length) break;
    start = Math.max(start + 1, backBy(pieces, end, overlap));
  }
  return windows;
}

function fill(pieces: readonly Item[], start: number, budget: number): number {
  let [end, tokens] = [start, 0];
  for (; end < pieces.length; end++) {
    tokens += tokensOf(pieces[end]);
    if (tokens > budget && end > start) break;
  }
  return end;
}

function backBy(pieces: readonly Item[], end: number, budget: number): number {
  let [start, tokens] = [end, 0];
  for (; start > 0; start--) {
    tokens += tokensOf(pieces[start - 1]);
    if (tokens > budget) break;
  }
  return start;
}

function splitItem(item: Item, budget: number): Item[] {
  if (tokensOf(item) <= budget) return [item];
  const length = Math.max(1, (budget - LINE_TOKENS) * LETTERS_A_TOKEN);
  const pieces = item.text.match(new RegExp(String.raw`[\s\S]{1,${length}}(?=\s|$)|\S{${length}}`, 'g')) ?? [item.text];
  return pieces.map((text) => ({ ...item, text }));
}

function tokensOf(piece: Item | undefined): number {
  return piece ? Math.ceil(piece.text.length / LETTERS_A_TOKEN) + LINE_TOKENS : 0;
}

function windowOf(pieces: Item[]): Window {
  return { pieces, from: pieces[0]?.item ?? 0, to: pieces.at(-1)?.item ?? 0 };
}
