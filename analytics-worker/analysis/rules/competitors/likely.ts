import type { Competitor } from '../../results.ts';
import { once } from '../../once.ts';
import type { Encoded, Likely } from '../encoder/encoded.ts';
import { likelihoods, modelOf, type Model } from '../learned/model.ts';
import { combined } from '../learned/weigh.ts';
import weights from '../learned/weights/stances.json' with { type: 'json' };
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import { addTold, featuresOf } from './context.ts';
import { heardOf, type Named, type Told } from './named.ts';

type Stance = Competitor['stance'];
export const labels = ['mentioned', 'using', 'evaluating', 'left'] as const satisfies readonly Stance[];

/** As `npm run train:rules` left it. */
export const trained = once(() => modelOf(weights, labels));

type StanceOptions = { tool: unknown; model: Model<Stance>; hears?: boolean; encoded?: Encoded | undefined };

/** How he most likely stands to a product. A name alone, that nobody asked for, is only a mention. */
export function likelyStance(
  talk: Talk,
  { name, told }: Named,
  { tool, model, hears = true, encoded }: StanceOptions,
): Stance {
  if (told.every(({ mention: { utterance } }) => isBare(talk, utterance))) return 'mentioned';
  const features = featuresOf(
    talk,
    told.map(({ mention }) => mention),
  );
  if (hears) addTold(features, heardOf(told), name === tool);
  const likely = combined(likelihoods(model, features), encoded && meanOf(encoded, told));
  const likelyOf = (stance: Stance): number => likely.get(stance) ?? 0;
  return labels.reduce<Stance>((best, stance) => (likelyOf(stance) > likelyOf(best) ? stance : best), 'mentioned');
}

/** What the encoder makes of all places where it is named; undefined where it has read none of them. */
function meanOf(encoded: Encoded, told: readonly Told[]): Likely | undefined {
  const read = told.flatMap(({ mention }) => encoded.ofSpan('stances', mention.utterance, mention.from) ?? []);
  if (read.length === 0) return undefined;
  const meanLog = (stance: Stance) => read.reduce((sum, by) => sum + Math.log(by.get(stance) ?? 0), 0) / read.length;
  return new Map(labels.map((stance) => [stance, Math.exp(meanLog(stance))]));
}

const isBare = (talk: Talk, utterance: Utterance): boolean =>
  talk.before(utterance) === undefined && utterance.tokens.every(({ product }) => product);
