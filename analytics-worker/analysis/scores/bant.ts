import { mostOf, type ScoringConfig } from '../../conclusions/scoringConfig.ts';
import { asWords } from '../../conclusions/signals.ts';
import type { Findings, Objection } from '../results.ts';
import type { AnalysedLead } from './lead.ts';
import { aboutMoney, ofKind, proofOf } from './mentions.ts';
import { line, sumOf, type Line, type Sum } from './sum.ts';
import type { Trusted } from './trust.ts';

/** Budget, authority, need and timeline, each 0-100 with evidence, null where the call tells nothing of it. */
export type Bant = { budget: Sum; authority: Sum; need: Sum; timeline: Sum };

type Told = { findings: Findings; lead: AnalysedLead; config: ScoringConfig };

/** docs/analysis-scores.md has the points. */
export function bantOf(findings: Findings, lead: AnalysedLead, config: ScoringConfig): Bant {
  const told = { findings, lead, config };
  return {
    budget: sumOf(budgetOf(told)),
    authority: sumOf(authorityOf(told)),
    need: sumOf(needOf(told)),
    timeline: sumOf(timelineOf(told)),
  };
}

const SAY: Record<string, number> = { decision_maker: 30, influencer: 10, needs_approval: 10 };
const UNPAID = ['manual', 'none'];

function budgetOf({ findings, lead }: Told): Line[] {
  const doubts = findings.objections.filter(({ type }) => type === 'price');
  const standing = doubts.filter(({ resolved }) => !resolved);
  const spoken = [...doubts, ...aboutMoney(findings)];
  const paying = findings.competitors.filter(({ stance }) => stance === 'using');
  const tool = lead.signals.get('current_tool');
  const paidTool = tool && asWords(tool.value).some((word) => !UNPAID.includes(word)) ? [tool] : [];
  return [
    ...(standing.length > 0
      ? line(10, 'the price is an objection', proofOf(standing))
      : line(
          spoken.length > 0 ? 40 : undefined,
          'the price was spoken of and nothing stands against it',
          proofOf(spoken),
        )),
    ...(paying.length > 0
      ? line(30, 'pays for such a product now', proofOf(paying))
      : paidTool.flatMap(({ evidence }) => line(30, 'pays for such a product now', evidence))),
    ...wordLine(lead, 'budget_authority', SAY),
  ];
}

const AUTHORITY: Record<string, number> = { decision_maker: 100, influencer: 60, needs_approval: 40 };

function authorityOf({ findings, lead }: Told): Line[] {
  const people = ofKind(findings, 'stakeholder');
  const role = wordLine(lead, 'budget_authority', AUTHORITY);
  const isDecider = role.some(({ points }) => points === AUTHORITY['decision_maker']);
  const named = people.length > 0 && !isDecider ? (role.length > 0 ? 10 : 30) : undefined;
  return [
    ...role,
    ...line(named, 'who else takes part is known', proofOf(people)),
    ...standingLine(findings, 'authority'),
  ];
}

const PAIN = { each: 20, most: 40 };
const VOLUME_MOST = 20;

function needOf({ findings, lead, config }: Told): Line[] {
  const pains = lead.signals.get('pain_points');
  const weight = config.weights['monthly_volume'];
  const volume = lead.breakdown.find(({ signal, known }) => known && signal === 'monthly_volume');
  const wanted = ofKind(findings, 'feature_request');
  const buying = ofKind(findings, 'buying_signal');
  return [
    ...(pains ? line(Math.min(PAIN.most, PAIN.each * asWords(pains.value).length), 'pain points', pains.evidence) : []),
    ...present(lead.signals.get('use_case'), 20, 'a use case'),
    ...(volume && weight
      ? line(Math.round((VOLUME_MOST * volume.points) / Math.max(1, mostOf(weight))), 'monthly volume', volume.evidence)
      : []),
    ...present(lead.signals.get('integration_needs'), 5, 'systems that it must work with'),
    ...line(wanted.length > 0 ? 5 : undefined, 'features asked for', proofOf(wanted)),
    ...line(buying.length > 0 ? 10 : undefined, 'buying signals', proofOf(buying)),
  ];
}

const HORIZON: Record<string, number> = { this_week: 80, this_month: 65, this_quarter: 40, evaluating: 10 };
const PRESSING: Record<string, number> = { high: 20, medium: 10, low: 0 };
/** Urgency where no horizon was said. */
const PRESSING_ALONE: Record<string, number> = { high: 60, medium: 30, low: 10 };

function timelineOf({ findings, lead }: Told): Line[] {
  const horizon = wordLine(lead, 'decision_timeline', HORIZON);
  return [
    ...horizon,
    ...wordLine(lead, 'urgency', horizon.length > 0 ? PRESSING : PRESSING_ALONE),
    ...standingLine(findings, 'timing'),
  ];
}

const STANDING = -20;

function standingLine({ objections }: Findings, type: Objection['type']): Line[] {
  const standing = objections.filter((one) => one.type === type && !one.resolved);
  return line(standing.length > 0 ? STANDING : undefined, `a ${type} objection stands`, proofOf(standing));
}

function wordLine(lead: AnalysedLead, name: string, points: Record<string, number>): Line[] {
  const signal = lead.signals.get(name);
  const [word = ''] = asWords(signal?.value);
  return signal && Object.hasOwn(points, word) ? line(points[word], `${name}: ${word}`, signal.evidence) : [];
}

function present(signal: Trusted | undefined, points: number, what: string): Line[] {
  return signal ? line(points, what, signal.evidence) : [];
}
