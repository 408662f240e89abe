import type { Asked } from '../analysis/llm/analyze.ts';
import type { Cost } from '../analysis/llm/price.ts';
import { inSnakeCase } from '../analysis/snake-case.ts';
import { modelFindings, type ModelFindings } from '../analysis/stored/model-findings.ts';
import { isAway, MOST_PAID_FAILURES, waitAfter } from './waits.ts';

/**
 * What is stored of a call after the model was asked. What it had found in an earlier conversation of the call stands until
 * it answers again.
 *
 * @param transcript hash of the conversation that it was asked about
 */
export function findingsAfter(
  before: ModelFindings | undefined,
  { findings, engine, ...asked }: Asked,
  transcript: string,
  nowMs: number,
): ModelFindings {
  const spent = sumOf(before?.spent ?? null, asked.cost);
  const paidBefore = before?.transcript === transcript ? before.paid_failures : 0;
  const paidForNothing = asked.why?.reason !== 'stopped' && tookTokens(asked);
  const paidFailures = engine === 'llm' ? 0 : paidBefore + (paidForNothing ? 1 : 0);
  const common = {
    ...{ transcript, spent, asked: inSnakeCase(asked), asked_again_at: null },
    ...{ failures: 0, paid_failures: paidFailures },
  };
  const { answers = 0, findings: found = null, failures = 0 } = before ?? {};
  if (engine === 'llm') return modelFindings.parse({ ...common, state: 'answered', answers: answers + 1, findings });
  if (!asked.why || !isAway(asked.why.reason) || paidFailures >= MOST_PAID_FAILURES)
    return modelFindings.parse({ ...common, state: 'unanswered', answers, findings: found });
  const askedAgainAt = nowMs + waitAfter(failures + 1);
  return modelFindings.parse({
    ...{ ...common, state: 'waiting', answers, findings: found },
    ...{ failures: failures + 1, asked_again_at: askedAgainAt },
  });
}

/** What an answer that never came may have cost is not known: a model that is only slow is not given up for it. */
export function tookTokens({ usage }: Pick<Asked, 'usage'>): boolean {
  return usage !== null && usage.input + usage.output > 0;
}

/** Of one endpoint there is one currency; where it was changed since, what was paid before it is left out. */
function sumOf(before: Cost | null, now: Cost | null): Cost | null {
  if (!before || !now) return now ?? before;
  return { amount: now.amount + (before.currency === now.currency ? before.amount : 0), currency: now.currency };
}
