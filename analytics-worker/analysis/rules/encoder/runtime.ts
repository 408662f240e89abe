import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { messageOf } from '../../../../lib/errors.ts';
import type { Input } from './inputs.ts';
import type { Pieces } from './pieces.ts';

const WEIGHTS = fileURLToPath(new URL('./trained/encoder.onnx', import.meta.url));
const TOKENIZER = new URL('./trained/tokenizer.json', import.meta.url);

/** What the encoder gives for an item: scores of all labels of all heads, and of those for spans for each span. */
export type Scores = { item: Float32Array; spans: Float32Array[] };

export type Runtime = {
  pieces: Pieces;
  run: (input: Input) => Promise<Scores>;
};

/** Undefined where there is no runtime for this platform. @throws Error where what was trained is not there, or is no graph */
export async function openRuntime(): Promise<Runtime | undefined> {
  const [onnx, { openPieces }, tokenizer] = await Promise.all([
    import('onnxruntime-node').catch(warn),
    import('./pieces.ts'),
    readFile(TOKENIZER, 'utf8'),
  ]);
  if (!onnx) return undefined;
  // More threads than one would take what the event loop needs, and sums in another order.
  const session = await onnx.InferenceSession.create(WEIGHTS, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  return {
    pieces: openPieces(JSON.parse(tokenizer) as object),
    run: async (input) => scoresOf(await session.run(feedsOf(input, onnx.Tensor))),
  };
}

function warn(error: unknown): undefined {
  process.emitWarning(`calls are read by their words alone: no runtime for the sentence encoder (${messageOf(error)})`);
}

function feedsOf({ pieces, own, spans }: Input, Values: typeof Tensor): InferenceSession.FeedsType {
  const length = pieces.length;
  const places = spans.flatMap(({ from, to }) => pieces.map((_, at) => (at >= from && at < to ? 1 / (to - from) : 0)));
  return {
    pieces: new Values('int32', Int32Array.from(pieces), [length]),
    places: new Values('int32', Int32Array.from(pieces.keys()), [length]),
    own: new Values('int32', Int32Array.from(own, Number), [length]),
    spans: new Values('float32', Float32Array.from(places), [spans.length, length]),
  };
}

function scoresOf({ item, span }: InferenceSession.ReturnType): Scores {
  const labels = span?.dims[1] ?? 0;
  const all = floats(span);
  return {
    item: floats(item),
    spans: Array.from({ length: span?.dims[0] ?? 0 }, (_, at) => all.subarray(at * labels, (at + 1) * labels)),
  };
}

function floats(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array))
    throw new Error('the encoder gives no scores; make it anew (test/train)');
  return tensor.data;
}
