import { describe, expect, it } from 'vitest';
import { findingsAfter } from '../../analytics-worker/analyse/findings-after.ts';
import type { ModelAnalysis } from '../../analytics-worker/analysis/llm/analyze.ts';
import type { FailureReason } from '../../analytics-worker/analysis/llm/failure.ts';
import type { ModelFindings } from '../../analytics-worker/analysis/stored/model-findings.ts';
import { rulesFindings } from '../analysis/llm/calls.ts';

const paid = { input: 1_000, cachedInput: 0, output: 100 };
const free = { input: 0, cachedInput: 0, output: 0 };

function asked(reason: FailureReason | undefined, usage: ModelAnalysis['usage']): ModelAnalysis {
  return {
    findings: rulesFindings,
    engine: reason ? 'rules' : 'llm',
    model: { provider: 'openai', name: 'local' },
    prompt: { name: 'findings', version: 1 },
    dropped: {},
    attempts: [],
    usage,
    cost: null,
    warnings: [],
    ...(reason && { why: { reason, message: 'no' } }),
  };
}

/** What is stored after the model was asked so many times about the same words, and the same came of it each time. */
function after(times: number, analysis: ModelAnalysis, before?: ModelFindings, transcript = 'said'): ModelFindings {
  const stored = findingsAfter(before, analysis, transcript, 0);
  return times === 1 ? stored : after(times - 1, analysis, stored, transcript);
}

describe('a model that is away', () => {
  it('is asked five times where each cost something, then no more', () => {
    const failed = asked('failed', paid);
    expect(after(4, failed)).toMatchObject({ state: 'waiting', failures: 4, paid_failures: 4 });
    expect(after(5, failed)).toMatchObject({ state: 'unanswered', asked_again_at: null, asked: { why: failed.why } });
  });

  it.each([
    ['took nothing', free],
    ['never said what it took', null],
  ])('is asked for ever where it %s', (_, usage) => {
    expect(after(50, asked('slow', usage))).toMatchObject({ state: 'waiting', failures: 50, paid_failures: 0 });
  });

  it('is asked afresh about other words, and after an answer', () => {
    const failed = asked('failed', paid);
    const gaveUp = after(5, failed);
    expect(after(1, failed, gaveUp, 'said, and more')).toMatchObject({ state: 'waiting', paid_failures: 1 });
    expect(after(1, asked(undefined, paid), after(4, failed))).toMatchObject({ state: 'answered', paid_failures: 0 });
  });
});
