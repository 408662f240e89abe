import { z } from 'zod';

/** Epoch milliseconds; whether the value can be true is judged by the worker, which quarantines and counts. */
export const atMs = z.number();
/** Milliseconds; may be negative or absurd on the wire, see `atMs`. */
export const ms = z.number();
export const count = z.int().nonnegative();

/** Longest text of one item; longer ones are cut by the collector, which says so. */
export const MAX_TEXT = 32_000;
export const text = z.string().max(MAX_TEXT);
/** A short attribute: a name, a label, a reason. */
export const label = z.string().max(500);

/** Provider and model as the SDK names them; null where it does not. */
export const model = z.looseObject({ provider: label.nullable(), model: label.nullable() });
