import type { Findings } from '../results.ts';
import type { AnalysedLead } from './lead.ts';
import { listed, standingTypes, words } from './phrases.ts';

/** What should be done next: one imperative sentence, by the outcome (docs/analysis-scores.md). */
export function nextActionOf(findings: Findings, lead: AnalysedLead): string {
  const isLead = lead.tier !== 'none';
  const callAgain = isLead ? 'Call back and go on where the call broke off.' : 'Nothing to do.';
  const byOutcome: Record<Findings['outcome']['outcome'], string> = {
    meeting: `${listed([`Prepare the meeting${dueOf(findings)}`, ...answersTo(findings)])}.`,
    follow_up: `${lead.nextStep}${promisedOf(findings)}`,
    no_interest: isLead ? 'Ask again in six months.' : 'Nothing to do.',
    disqualified: 'Do not follow up.',
    support_resolved: 'Ask in a week whether it still works.',
    support_unresolved: `Pass to support today${openQuestionsOf(findings)}.`,
    hangup: callAgain,
    wrong_number: 'Nothing to do.',
    voicemail: 'Call again.',
  };
  return byOutcome[findings.outcome.outcome];
}

function dueOf({ actionItems }: Findings): string {
  const due = actionItems.find((one) => one.due !== null && (one.kind === 'meeting' || one.kind === 'demo'))?.due;
  return due ? ` ("${due}")` : '';
}

function answersTo(findings: Findings): string[] {
  const types = standingTypes(findings);
  return types.length === 0 ? [] : [`have an answer on ${listed(types.map(words))}`];
}

/** What the company promised, the first one first. */
function promisedOf({ actionItems }: Findings): string {
  const promise = actionItems.find(({ owner }) => owner !== 'user');
  if (!promise) return '';
  return ` Promised: "${promise.action}"${promise.due === null ? '' : `, due "${promise.due}"`}.`;
}

function openQuestionsOf({ contentGaps }: Findings): string {
  const topics = [...new Set(contentGaps.map(({ topic }) => topic))].slice(0, 3);
  return topics.length === 0 ? '' : `: ${topics.join(', ')}`;
}
