import { leadPartsOf, type Conversation } from './leadParts.ts';
import { nextStepOf } from './nextStep.ts';
import { mostOf, type ScoringConfig, type Weight } from './scoringConfig.ts';
import { asNumber, asWords, type Signal } from './signals.ts';
import type { Confidence, LeadScore, ScoredSignal, Tier } from './types.ts';

/** Raised when the same facts and weights would give another result. */
export const LEAD_SCORE_VERSION = 2;

/** The lead score from the signals alone: the same in mid-call and after. Null when no signal is known. */
export function leadScoreOf(signals: ReadonlyMap<string, Signal>, config: ScoringConfig): LeadScore | null {
  return signals.size === 0 ? null : scoreLead(signals, config);
}

/** The same also where no signal is known. What the whole conversation told changes the parts, never the score. */
export function scoreLead(
  signals: ReadonlyMap<string, Signal>,
  config: ScoringConfig,
  conversation?: Conversation,
): LeadScore {
  const breakdown = Object.entries(config.weights).map(([name, weight]) => scored(name, weight, signals.get(name)));
  const points = breakdown.reduce((sum, line) => sum + line.points, 0);
  const maxPoints = breakdown.reduce((sum, line) => sum + line.maxPoints, 0);
  const isKnown = breakdown.some(({ known }) => known);
  const score = isKnown ? Math.round((100 * points) / maxPoints) : null;
  return {
    version: LEAD_SCORE_VERSION,
    score,
    points,
    maxPoints,
    tier: isKnown ? tierOf(signals, config) : 'none',
    hot: score !== null && score > config.hotAbove,
    confidence: confidenceOf(breakdown),
    breakdown,
    parts: leadPartsOf(signals, config, conversation),
    nextStep: nextStepOf(signals),
  };
}

function scored(signal: string, weight: Weight, found: Signal | undefined): ScoredSignal {
  const given = found ? pointsOf(weight, found.value) : undefined;
  return {
    signal,
    value: found?.value ?? null,
    known: given !== undefined,
    points: given?.points ?? 0,
    maxPoints: mostOf(weight),
    rule: given?.rule ?? (found ? 'not readable → 0' : 'not known → 0'),
    evidence: found?.evidence ?? null,
  };
}

type Given = { points: number; rule: string };

/** Undefined when the value has not the form that the weight is for. */
function pointsOf(weight: Weight, value: unknown): Given | undefined {
  if ('words' in weight) return wordPoints(weight.words, asWords(value));
  const number = asNumber(value);
  return number === null ? undefined : bandPoints(weight.bands, number);
}

function bandPoints(bands: { from: number; points: number }[], number: number): Given {
  const index = bands.findLastIndex(({ from }) => from <= number);
  const band = bands[index];
  if (!band) return { points: 0, rule: `under ${bands[0]?.from ?? 0} → 0` };
  const next = bands[index + 1];
  const range = next ? `${band.from} to under ${next.from}` : `${band.from} and over`;
  return { points: band.points, rule: `${range} → ${band.points}` };
}

function wordPoints(points: Record<string, number>, said: string[]): Given | undefined {
  if (said.length === 0) return undefined;
  const named = said
    .filter((word) => Object.hasOwn(points, word))
    .toSorted((a, b) => (points[b] ?? 0) - (points[a] ?? 0));
  const [best] = named;
  return best === undefined
    ? { points: 0, rule: 'none in the table → 0' }
    : { points: points[best] ?? 0, rule: `${best} → ${points[best] ?? 0}` };
}

function tierOf(signals: ReadonlyMap<string, Signal>, { tier1 }: ScoringConfig): Tier {
  const number = (name: string) => asNumber(signals.get(name)?.value) ?? -1;
  const integrations = asWords(signals.get('integration_needs')?.value);
  const isFirst =
    number('team_size') >= tier1.teamSizeAtLeast ||
    number('monthly_volume') >= tier1.monthlyVolumeAtLeast ||
    integrations.some((word) => tier1.integrations.includes(word));
  return isFirst ? 'tier_1' : 'tier_2';
}

/** By how many scored signals are known with the caller's words or the item in which he said them. */
function confidenceOf(breakdown: ScoredSignal[]): Confidence {
  return confidenceBy(breakdown.filter(({ known, evidence }) => known && (evidence?.itemId || evidence?.quote)).length);
}

/** @param evidenced scored signals that are known and that something proves. */
export function confidenceBy(evidenced: number): Confidence {
  if (evidenced >= 4) return 'high';
  return evidenced >= 2 ? 'medium' : 'low';
}
