import { softmax } from '../learned/model.ts';
import type { Talk } from '../talk.ts';
import type { Encoded, Likely } from './encoded.ts';
import { inputsOf } from './inputs.ts';
import labels from './trained/labels.json' with { type: 'json' };
import { openRuntime, type Runtime } from './runtime.ts';

let opening: Promise<Runtime | undefined> | undefined;

/** Reads the caller's side of a call. Undefined where this platform has no runtime: words alone are weighed then, and the process warns once. */
export async function encode(talk: Talk): Promise<Encoded | undefined> {
  opening ??= openRuntime();
  const runtime = await opening;
  if (!runtime) return undefined;
  const items = new Map<number, Record<string, Likely>>();
  const spans = new Map<string, Likely>();
  for (const input of inputsOf(talk, runtime.pieces)) {
    // One after the other: a call is read on one core.
    const scores = await runtime.run(input);
    items.set(input.said.item, byHead(labels.items, scores.item));
    for (const [index, { head, first }] of input.spans.entries()) {
      const likely = byHead(labels.spans, scores.spans[index] ?? new Float32Array())[head];
      if (likely) spans.set(`${head} ${input.said.item} ${first}`, likely);
    }
  }
  return {
    ofItem: (head, said) => items.get(said.item)?.[head],
    ofSpan: (head, said, first) => spans.get(`${head} ${said.item} ${first}`),
  };
}

/** The scores of all heads stand one behind the other. */
function byHead(heads: Record<string, string[]>, scores: Float32Array): Record<string, Likely> {
  let from = 0;
  return Object.fromEntries(
    Object.entries(heads).map(([head, names]) => {
      const shares = softmax([...scores.subarray(from, from + names.length)]);
      from += names.length;
      return [head, new Map(names.map((name, index) => [name, shares[index] ?? 0]))];
    }),
  );
}
