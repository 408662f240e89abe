import { expect, test } from 'vitest';
import { conclude, script } from './helpers.ts';

function nextStep(signals: Record<string, unknown>): string | undefined {
  const out = script();
  for (const [name, value] of Object.entries(signals)) out.add(1, 'signal.recorded', { name, value });
  return conclude(out.facts).leadScore?.nextStep;
}

test.each<[Record<string, unknown>, string]>([
  [
    { decision_timeline: 'this_week', budget_authority: 'decision_maker' },
    'Call back today: they decide this week and the caller is the one who decides.',
  ],
  [
    { decision_timeline: 'this_week', integration_needs: ['salesforce', 'api', 'their erp'], current_tool: 'DocuSign' },
    'Call back today, show how it works with Salesforce and API and compare it with DocuSign: they decide this week.',
  ],
  [{ urgency: 'high', team_size: 2 }, 'Call back today: it is urgent.'],
  [
    { decision_timeline: 'this_month', budget_authority: 'needs_approval' },
    'Book a demo for this week: they decide this month and somebody else must approve, so ask who.',
  ],
  [
    { decision_timeline: 'this_quarter', current_tool: 'manual' },
    'Send a proposal this week: they decide this quarter.',
  ],
  [{ decision_timeline: 'evaluating' }, 'Send material and ask again in a month: they are looking around.'],
  [{ team_size: 5 }, 'Call back tomorrow and ask when they decide.'],
  [{ location: 'Oslo' }, 'Write within two days and ask for what is not known yet.'],
])('%j', (signals, sentence) => expect(nextStep(signals)).toBe(sentence));
