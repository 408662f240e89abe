import { asWords } from '../../conclusions/signals.ts';
import type { Findings } from '../results.ts';
import type { AnalysedLead } from './lead.ts';
import { ofKind } from './mentions.ts';
import { listed, spoken, words } from './phrases.ts';
import { point, type Point } from './takeaways.ts';

const STRONG = 0.6;
/** So many points of sentiment, from the first part of the call to the last. */
const FALL = 15;

/** What may stop the sale, each with what shows it. */
export function risksOf(findings: Findings, lead: AnalysedLead): Point[] {
  const { objections, competitors, contentGaps, sentiment, outcome } = findings;
  const rivals = competitors.filter(({ stance }) => stance === 'evaluating');
  const upset = sentiment.emotions.filter(
    ({ emotion, intensity }) => (emotion === 'anger' || emotion === 'frustration') && intensity >= STRONG,
  );
  const approval = lead.signals.get('budget_authority');
  const isBound = asWords(approval?.value).includes('needs_approval');
  const unanswered = contentGaps.filter(({ kind }) => kind !== 'repeated');
  return [
    ...objections.flatMap((one) => (one.resolved ? [] : point(`An objection stands: ${words(one.type)}.`, [one]))),
    ...point(`Compares with ${listed(rivals.map(({ name }) => words(name)))}.`, rivals),
    ...point('It is hard for him to change.', ofKind(findings, 'switching_barrier')),
    ...(approval && isBound ? point('Somebody else must approve.', approval.evidence) : []),
    ...point(`Questions were left open: ${listed(unanswered.map(({ topic }) => topic))}.`, unanswered),
    ...point('The caller was upset.', upset),
    ...fallOf(findings),
    ...(outcome.outcome === 'hangup' ? [{ text: 'The caller left in the middle.', evidence: outcome.evidence }] : []),
  ];
}

function fallOf({ sentiment: { segments } }: Findings): Point[] {
  const [first, last] = [segments[0], segments.at(-1)];
  if (!first || !last || first.score - last.score < FALL) return [];
  return [{ text: `The mood fell from ${first.score} to ${last.score} of 100.`, evidence: [] }];
}

const OF_OPPORTUNITY: Record<string, (value: string) => string> = {
  team_size: (value) => (value === '1' ? 'one person' : `${value} people`),
  monthly_volume: (value) => `${value} documents a month`,
  use_case: (value) => `for ${value}`,
  decision_timeline: (value) => `deciding: ${value}`,
};

/** How large it is, from what was said; null where nothing of it is known. */
export function opportunityOf(lead: AnalysedLead): Point | null {
  const told = Object.entries(OF_OPPORTUNITY).flatMap(([name, write]) => {
    const signal = lead.signals.get(name);
    return signal ? [{ text: write(spoken(signal.value)), evidence: signal.evidence }] : [];
  });
  if (told.length === 0) return null;
  return { text: `${told.map(({ text }) => text).join(', ')}.`, evidence: told.flatMap(({ evidence }) => evidence) };
}
