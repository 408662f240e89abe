import { softmax } from '../learned/model.ts';
import type { Mention } from '../competitors/mentions.ts';
import type { Talk } from '../talk.ts';
import type { Encoded, Likely } from './encoded.ts';
import { inputsOf } from './inputs.ts';
import labels from './trained/labels.json' with { type: 'json' };
import { openRuntime, type Runtime } from './runtime.ts';

const { stances, ...ofItems } = labels;
let opening: Promise<Runtime | undefined> | undefined;

/** Reads the caller's side of a call. Undefined where this platform has no runtime: words alone are weighed then, and the process warns once. */
export async function encode(talk: Talk): Promise<Encoded | undefined> {
  opening ??= openRuntime();
  const runtime = await opening;
  if (!runtime) return undefined;
  const items = new Map<number, Record<string, Likely>>();
  const mentions = new Map<string, Likely>();
  for (const input of inputsOf(talk, runtime.pieces)) {
    // One after the other: a call is read on one core.
    const scores = await runtime.run(input);
    items.set(input.said.item, byHead(scores.item));
    for (const [index, { mention }] of input.spans.entries())
      mentions.set(keyOf(mention), likelyOf(stances, scores.mentions[index] ?? new Float32Array()));
  }
  return { ofItem: (head, said) => items.get(said.item)?.[head], ofMention: (mention) => mentions.get(keyOf(mention)) };
}

const keyOf = ({ utterance: { item }, from }: Mention): string => `${item} ${from}`;

/** The scores of all heads stand one behind the other. */
function byHead(scores: Float32Array): Record<string, Likely> {
  let from = 0;
  return Object.fromEntries(
    Object.entries(ofItems).map(([head, names]) => {
      const own = scores.subarray(from, from + names.length);
      from += names.length;
      return [head, likelyOf(names, own)];
    }),
  );
}

function likelyOf(names: readonly string[], scores: Float32Array): Likely {
  const shares = softmax([...scores]);
  return new Map(names.map((name, index) => [name, shares[index] ?? 0]));
}
