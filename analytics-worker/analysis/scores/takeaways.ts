import { groupBy } from '../../../lib/group.ts';
import type { Competitor, Findings } from '../results.ts';
import type { Evidence } from '../transcript.ts';
import type { AnalysedLead } from './lead.ts';
import { ofKind, proofOf } from './mentions.ts';
import { listed, shortly, spoken, standingTypes, words } from './phrases.ts';

/** A sentence, and what shows it. */
export type Point = { text: string; evidence: readonly Evidence[] };

export function point(text: string, all: readonly Evidence[]): Point[] {
  return all.length === 0 ? [] : [{ text, evidence: proofOf(all) }];
}

const OUTCOMES: Record<Findings['outcome']['outcome'], string> = {
  meeting: 'A meeting was made.',
  follow_up: 'It goes on after the call.',
  no_interest: 'The caller is not interested.',
  disqualified: 'The caller does not fit.',
  support_resolved: 'The question was solved.',
  support_unresolved: 'The question was not solved.',
  hangup: 'The caller left in the middle.',
  wrong_number: 'The caller had the wrong number.',
  voicemail: 'Nobody was there, a voicemail was reached.',
};

const STANCES: Record<Competitor['stance'], string> = {
  using: 'uses',
  evaluating: 'compares with',
  left: 'has left',
  mentioned: 'named',
};

const MOST = 5;

/** Three to five sentences on the call: the first that there are (docs/analysis-scores.md). */
export function takeawaysOf(findings: Findings, lead: AnalysedLead): Point[] {
  const { outcome, objections, competitors, contentGaps } = findings;
  const standing = objections.filter(({ resolved }) => !resolved);
  const pains = lead.signals.get('pain_points');
  const points = [
    { text: OUTCOMES[outcome.outcome], evidence: proofOf(outcome.evidence) },
    leadPoint(lead),
    ...(standing.length > 0
      ? point(`Standing objections: ${listed(standingTypes(findings).map(words))}.`, standing)
      : point(
          `Objections were resolved: ${listed([...new Set(objections.map(({ type }) => words(type)))])}.`,
          objections,
        )),
    ...point(`The caller ${rivalsOf(competitors)}.`, competitors),
    ...point('The caller showed that he wants to buy.', ofKind(findings, 'buying_signal')),
    ...(pains ? point(`What goes wrong now: ${shortly(pains.value)}.`, pains.evidence) : []),
    ...point(`Not answered: ${listed([...new Set(contentGaps.map(({ topic }) => topic))])}.`, contentGaps),
    moodPoint(findings),
  ];
  return points.slice(0, MOST);
}

/** `uses docusign and compares with signnow and autenti`. */
function rivalsOf(competitors: readonly Competitor[]): string {
  const byStance = groupBy(competitors, ({ stance }) => stance);
  return listed(
    [...byStance].map(([stance, all]) => `${STANCES[stance]} ${listed(all.map(({ name }) => words(name)))}`),
  );
}

function leadPoint({ score, tier, breakdown }: AnalysedLead): Point {
  const known = breakdown.filter((line) => line.known);
  if (score === null) return { text: 'Nothing was said that a lead is scored by.', evidence: [] };
  const facts = known.map(({ signal, value }) => `${words(signal)} ${spoken(value)}`);
  return {
    text: `Lead score ${score}, ${words(tier)}: ${listed(facts)}.`,
    evidence: proofOf(known.flatMap(({ evidence }) => evidence)),
  };
}

/** Points of sentiment that are a change. */
const CHANGE = 5;

function moodPoint({ sentiment }: Findings): Point {
  const { segments, overall, emotions } = sentiment;
  const [first, last] = [segments[0], segments.at(-1)];
  const course =
    first && last && Math.abs(last.score - first.score) >= CHANGE
      ? `, from ${first.score} to ${last.score} of 100`
      : '';
  return { text: `The mood was ${overall}${course}.`, evidence: proofOf(emotions) };
}
