import { mostOf, type ScoringConfig } from './scoringConfig.ts';
import { asNumber, asWords, type Signal } from './signals.ts';
import type { LeadScore } from './types.ts';

type Signals = ReadonlyMap<string, Signal>;

/** What the analysis of the whole conversation adds to the signals. */
export type Conversation = {
  /** 0-10; null where it is not known. */
  engagement: number | null;
  buyingSignals: number;
  /** 0-100, from an enrichment source; null without one. */
  firmographic: number | null;
};
const SIGNALS_ALONE: Conversation = { engagement: null, buyingSignals: 0, firmographic: null };

/**
 * Five views of the lead, 0-100 each, null where nothing is known to tell. They describe and do not add up to the score.
 * Behaviour needs the analysis of the whole conversation, firmographics an enrichment source: from signals alone both
 * are unknown (docs/scoring.md).
 */
export function leadPartsOf(
  signals: Signals,
  config: ScoringConfig,
  { engagement, buyingSignals, firmographic }: Conversation = SIGNALS_ALONE,
): LeadScore['parts'] {
  return {
    demographic: demographicOf(signals, config),
    behavioural: engagement === null ? null : bounded(BEHAVIOUR_SHARE * engagement),
    firmographic,
    intent: intentOf(signals, config, buyingSignals),
    fit: fitOf(signals, config),
  };
}

const BEHAVIOUR_SHARE = 10;
const COMPANY_SHARE = 60;
const INDUSTRY_SHARE = 40;

function demographicOf(signals: Signals, config: ScoringConfig): number | null {
  const company = shareOfMost(signals, config, 'team_size');
  const industries = asWords(signals.get('industry')?.value);
  if (company === null && industries.length === 0) return null;
  const isIdeal = industries.some((industry) => config.profile.industries.includes(industry));
  return bounded(COMPANY_SHARE * (company ?? 0) + (isIdeal ? INDUSTRY_SHARE : 0));
}

const TIMELINE_SHARE = 40;
const BUYING_SHARE = { each: 10, most: 20 };

function intentOf(signals: Signals, config: ScoringConfig, buyingSignals: number): number | null {
  const timeline = shareOfMost(signals, config, 'decision_timeline');
  const [urgency] = asWords(signals.get('urgency')?.value);
  if (timeline === null && urgency === undefined && buyingSignals === 0) return null;
  const pressing =
    urgency !== undefined && Object.hasOwn(config.intent.urgency, urgency) ? (config.intent.urgency[urgency] ?? 0) : 0;
  const buying = Math.min(BUYING_SHARE.most, BUYING_SHARE.each * buyingSignals);
  return bounded(TIMELINE_SHARE * (timeline ?? 0) + pressing + buying);
}

/** Points of a signal as a share of the most that it can give, 0-1; null when it is not known. */
function shareOfMost(signals: Signals, { weights }: ScoringConfig, name: string): number | null {
  const weight = Object.hasOwn(weights, name) ? weights[name] : undefined;
  const value = signals.get(name)?.value;
  if (!weight || value === undefined || mostOf(weight) === 0) return null;
  if ('bands' in weight) {
    const number = asNumber(value);
    if (number === null) return null;
    return (weight.bands.findLast(({ from }) => from <= number)?.points ?? 0) / mostOf(weight);
  }
  const points = asWords(value).map((word) => (Object.hasOwn(weight.words, word) ? (weight.words[word] ?? 0) : 0));
  return points.length === 0 ? null : Math.max(...points) / mostOf(weight);
}

/** Criteria of the profile that are met, of those that the call tells of. */
function fitOf(signals: Signals, { profile }: ScoringConfig): number | null {
  const words = (name: string, ideal: string[]) => {
    const said = asWords(signals.get(name)?.value);
    return ideal.length === 0 || said.length === 0 ? [] : [said.some((word) => ideal.includes(word))];
  };
  const number = (name: string, least: number | undefined) => {
    const said = asNumber(signals.get(name)?.value);
    return least === undefined || said === null ? [] : [said >= least];
  };
  const met = [
    ...words('industry', profile.industries),
    ...words('use_case', profile.useCases),
    ...words('integration_needs', profile.integrations),
    ...number('team_size', profile.teamSizeAtLeast),
    ...number('monthly_volume', profile.monthlyVolumeAtLeast),
  ];
  return met.length === 0 ? null : bounded((100 * met.filter(Boolean).length) / met.length);
}

function bounded(value: number): number {
  return Math.min(100, Math.max(0, Math.round(value)));
}
