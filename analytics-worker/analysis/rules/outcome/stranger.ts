import { compile, matchAll } from '../match/pattern.ts';
import type { Talk } from '../talk.ts';
import { laughter, strangers } from '../vocabulary/strangers.ts';

const { seller, ...others } = strangers;
const frames = compile(others);
const selling = compile({ seller });
const OPENING_ITEMS = 2;
/** Who laughs once is merry. */
const LAUGHS = 2;

/** Whether the caller asks for himself alone: he was sent something to sign, or writes about it. What he tells is of no customer. */
export function isStranger({ caller }: Talk): boolean {
  return caller.slice(0, OPENING_ITEMS).some(({ tokens }) => matchAll(frames, tokens).length > 0);
}

/** Whether the caller wants to sell something himself: his words of haste and of others' figures are his pitch. */
export function isSeller({ caller }: Talk): boolean {
  return caller.some(({ tokens }) => matchAll(selling, tokens).length > 0);
}

/** Whether the call is a prank: all that is told is invented. */
export function isPrank({ caller }: Talk): boolean {
  return caller.filter(({ text }) => laughter.test(text)).length >= LAUGHS;
}
