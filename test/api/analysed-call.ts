import { analyzeByRules } from '../../analytics-worker/analysis/rules/engine.ts';
import { defaultPrices } from '../../analytics-worker/analysis/cost/default-prices.ts';
import type { Findings } from '../../analytics-worker/analysis/results.ts';
import type { AgentWeek } from '../../analytics-worker/analysis/performance/week.ts';
import { analysers } from '../../analytics-worker/analysis/stored/analysers.ts';
import { modelFindings, type ModelFindings } from '../../analytics-worker/analysis/stored/model-findings.ts';
import { findingsRow } from '../../analytics-worker/analyse/findings-row.ts';
import { concludeCall } from '../../analytics-worker/conclusions/conclude.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import type { StoredFact } from '../../analytics-worker/conclusions/types.ts';
import { analyseEnded } from '../../analytics-worker/derive/analysis.ts';
import { analysisRows } from '../../analytics-worker/derive/analysis-rows.ts';
import { conclusionRows } from '../../analytics-worker/derive/rows.ts';
import { mapEvent } from '../../analytics-worker/ingest/rows.ts';
import { insertMapped } from '../../analytics-worker/store/mapped.ts';
import type { Store } from '../../clickhouse/client.ts';
import type { Fact } from '../../events/catalogue.ts';
import { transcript } from '../analysis/llm/calls.ts';
import { CONVERSATION, spokenCall } from '../worker/spoken-call.ts';

export const PROMPT_VERSION = 3;
export const SPENT = { amount: 0.0034, currency: 'USD' };

/** What the rules find in a conversation, for a test to add to. */
export function foundIn(lines: readonly string[]): Promise<Findings> {
  return analyzeByRules(transcript(...lines));
}

/** What is stored of a model that answered with these findings, or of one that did not. */
export function modelRow(findings: Findings | null, over: Partial<ModelFindings> = {}): ModelFindings {
  return modelFindings.parse({
    ...{
      state: 'answered',
      transcript: 'x',
      answers: findings ? 1 : 0,
      failures: 0,
      asked_again_at: null,
      spent: SPENT,
    },
    asked: {
      model: { provider: 'openai', name: 'gpt-4.1-mini' },
      prompt: { name: 'findings', version: PROMPT_VERSION },
      dropped: { unknown_quote: 2 },
      usage: { input: 5_100, cached_input: 0, output: 850 },
      cost: SPENT,
      warnings: [],
    },
    findings,
    ...over,
  });
}

type Spoken = {
  lines?: readonly string[];
  ended?: boolean;
  model?: ModelFindings;
  more?: readonly StoredFact[];
  week?: AgentWeek;
};

/** Stores a call in which this was said, with the results of its analysis, all made by the worker's own parts. */
export async function storeAnalysed(
  store: Store,
  { tenant, call }: { tenant: string; call: string },
  { lines = CONVERSATION, ended = true, model, more = [], week }: Spoken = {},
): Promise<void> {
  const { facts: said, ending } = spokenCall(tenant, call, { lines });
  const own = (ended ? [...said, ...ending] : said).map(asStored);
  const facts = [...own, ...more];
  const config = { scoring: defaultScoring, personSecret: 'secret' };
  const conclusions = concludeCall({ tenant, call, facts, deadLetters: [], config });
  const findings = model ? [{ version: PROMPT_VERSION, stored: model }] : [];
  const analysis = await analyseEnded(
    { facts, conclusions },
    { findings, week },
    {
      scoring: defaultScoring,
      prices: defaultPrices,
      analysers,
    },
  );
  const place = { tenant, call };
  await insertMapped(store, [
    ...facts.flatMap(({ fact, brokerAt }) => mapEvent(fact, true, { at: fact.at, atStated: null, brokerAt })),
    ...conclusionRows(tenant, call, analysis?.conclusions ?? conclusions),
    ...(analysis ? analysisRows(place, conclusions.read, analysis.results) : []),
    ...findings.map(({ version, stored }) => findingsRow(place, stored, { version, read: conclusions.read })),
  ]);
}

export function asStored(fact: Fact): StoredFact {
  return { fact, brokerAt: Math.floor(fact.at) + 20 };
}
