import { describe, expect, test } from 'vitest';
import { correctionOf } from '../../analytics-worker/alerts/correction.ts';
import { hotLead } from '../../analytics-worker/alerts/hot-lead.ts';
import { defaultPrices } from '../../analytics-worker/analysis/cost/default-prices.ts';
import { analysers } from '../../analytics-worker/analysis/stored/analysers.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import type { StoredFact } from '../../analytics-worker/conclusions/types.ts';
import { analyseEnded } from '../../analytics-worker/derive/analysis.ts';
import type { Fact } from '../../events/catalogue.ts';
import { streams } from '../../events/subjects.ts';
import { conclude } from '../conclusions/helpers.ts';
import { spokenCall } from './spoken-call.ts';

const [TENANT, CALL, AT] = ['t1', 'c1', 1_795_222_576_000];
const MINUTE_MS = 60_000;
const config = { scoring: defaultScoring, personSecret: 'secret' };
const hotWords = [
  'agent: hi how many of you would use it',
  "user: we're a team of twelve and we send three hundred contracts a month",
  'agent: do you work with a crm',
  "user: yes it has to work with salesforce we decide this week and i'm the owner so i decide",
];

/** A call as it stands with these facts, the whole conversation counted where it has ended. */
async function stands(facts: readonly Fact[], nowMs = AT + 30_000) {
  const stored = facts.map((fact): StoredFact => ({ fact, brokerAt: fact.at }));
  const conclusions = conclude(stored, { tenant: TENANT, call: CALL });
  const analysed = await analyseEnded(
    { facts: stored, conclusions },
    { findings: [] },
    { analysers, prices: defaultPrices, ...config },
  );
  return {
    tenant: TENANT,
    call: CALL,
    facts: stored,
    config,
    nowMs,
    conclusions: analysed?.conclusions ?? conclusions,
  };
}

describe('a lead that only the whole conversation makes hot', () => {
  const { facts, ending } = spokenCall(TENANT, CALL, { lines: hotWords, at: AT });
  const [ended] = ending;

  test('is told of once the call has ended, as not live, caused by the end', async () => {
    expect(hotLead(await stands(facts))).toBeUndefined();
    const alert = hotLead(await stands([...facts, ...ending]));
    expect(alert).toMatchObject({
      id: `${TENANT}.${CALL}.hot_lead`,
      live: false,
      late: false,
      standing: { score: 100, tier: 'tier_1', hot: true },
      causedBy: { eventId: ended?.id },
    });
    expect(alert?.reasons.find(({ signal }) => signal === 'budget_authority')).toMatchObject({
      value: 'decision_maker',
      // Either clause proves it.
      quote: expect.stringMatching(/owner|i decide/u) as unknown,
    });
  });

  test('is late after five minutes, and none beyond what the outbox remembers', async () => {
    const after = async (ms: number) => hotLead(await stands([...facts, ...ending], AT + ms));
    expect((await after(10 * MINUTE_MS))?.late).toBe(true);
    expect(await after(streams.outbox.maxAgeMs + MINUTE_MS)).toBeUndefined();
  });
});

describe('a lead that the agent took for hot', () => {
  const recorded = {
    team_size: 50,
    monthly_volume: 300,
    integration_needs: ['salesforce'],
    decision_timeline: 'this_week',
  };
  const lines = ["user: there's fifty of us", 'agent: fifty people', 'user: no wait three not fifty'];
  const { facts, ending } = spokenCall(TENANT, CALL, { lines, signals: recorded, at: AT });

  test('is told of while he speaks; afterwards what the caller corrected is a correction, no second alert', async () => {
    const alert = hotLead(await stands(facts));
    if (!alert) throw new Error('no alert');
    expect(alert).toMatchObject({ live: true, standing: { score: 84, hot: true } });
    const after = await stands([...facts, ...ending]);
    expect(hotLead(after)).toBeUndefined();
    const correction = correctionOf(after, alert);
    expect(correction).toMatchObject({
      kind: 'correction',
      alertId: alert.id,
      before: { hot: true },
      standing: { hot: false },
    });
    expect(correction?.changed).toMatchObject([{ signal: 'team_size', before: 50, after: 3 }]);
  });
});
