import { once } from '../../once.ts';
import { softmax } from '../learned/model.ts';
import type { Talk } from '../talk.ts';
import type { Encoded, Likely } from './encoded.ts';
import { inputsOf } from './inputs.ts';
import labels from './trained/labels.json' with { type: 'json' };
import { openRuntime } from './runtime.ts';

const OF_ITEMS = placesOf(labels.items);
const OF_SPANS = placesOf(labels.spans);

const opened = once(openRuntime);

/** Reads the caller's side of a call. Undefined where this platform has no runtime: words alone are weighed then, and the process warns once. */
export async function encode(talk: Talk): Promise<Encoded | undefined> {
  const runtime = await opened();
  if (!runtime) return undefined;
  const items = new Map<number, Float32Array>();
  const spans = new Map<string, Float32Array>();
  for (const input of inputsOf(talk, runtime.pieces)) {
    // One after the other: a call is read on one core.
    const scores = await runtime.run(input);
    items.set(input.said.item, scores.item);
    for (const [index, { head, first }] of input.spans.entries()) {
      const ofSpan = scores.spans[index];
      if (ofSpan) spans.set(`${head} ${input.said.item} ${first}`, ofSpan);
    }
  }
  return {
    ofItem: (head, said) => likelyOf(OF_ITEMS.get(head), items.get(said.item)),
    ofSpan: (head, said, first) => likelyOf(OF_SPANS.get(head), spans.get(`${head} ${said.item} ${first}`)),
  };
}

type Place = { from: number; names: string[] };

/** Where the scores of each head stand: those of all stand one behind the other. */
function placesOf(heads: Record<string, string[]>): Map<string, Place> {
  let behind = 0;
  return new Map(
    Object.entries(heads).map(([head, names]) => {
      const from = behind;
      behind += names.length;
      return [head, { from, names }];
    }),
  );
}

function likelyOf(place: Place | undefined, scores: Float32Array | undefined): Likely | undefined {
  if (!place || !scores) return undefined;
  const { from, names } = place;
  const shares = softmax([...scores.subarray(from, from + names.length)]);
  return new Map(names.map((name, index) => [name, shares[index] ?? 0]));
}
