import { defaultSignals } from '../../../events/signals.ts';
import { EarshotError } from '../../../lib/errors.ts';
import { readScoring } from '../../conclusions/config.ts';
import { readModelSettings } from '../llm/settings.ts';
import type { Engine } from '../results.ts';
import { analyzeByRules } from '../rules/engine.ts';
import { findPii } from '../rules/pii/pii.ts';
import type { Item } from '../transcript.ts';
import { documentOf } from './document.ts';

type Env = Record<string, string | undefined>;
export type AskedByHand = { engine?: Engine | undefined; day?: string | undefined };

/**
 * Analyses a transcript without broker and store: by the model that the settings name, else by rules.
 *
 * @param engine which one to take; a model that gives nothing is replaced by the rules, and the document says so
 * @param day of the call, `2026-11-23`, where it is known
 * @throws EarshotError `bad_setting`, also when a model is asked for and none is set
 */
export async function analyzeByHand(items: Item[], env: Env, { engine, day }: AskedByHand = {}): Promise<unknown> {
  const scoring = readScoring(env['SCORING_CONFIG']);
  const settings = engine === 'rules' ? undefined : readModelSettings(env);
  if (settings === undefined) {
    if (engine === 'llm') throw noModel();
    return documentOf({ items, findings: await analyzeByRules(items, day), engine: 'rules', scoring });
  }
  // The library of models takes as long to load as the rules take for everything.
  const [{ openModel }, { analyzeByModel }] = await Promise.all([
    import('../llm/model.ts'),
    import('../llm/analyze.ts'),
  ]);
  const { findings, ...asked } = await analyzeByModel(items, {
    model: openModel(settings),
    signals: defaultSignals,
    day,
    price: settings.price,
    findPii: (all) => findPii([...all]),
    fallback: () => analyzeByRules(items, day),
  });
  return documentOf({ items, findings, engine: asked.engine, scoring, asked });
}

function noModel(): EarshotError {
  return new EarshotError({
    code: 'bad_setting',
    field: 'ANALYSIS_LLM_MODEL',
    message: 'no model is set',
    fix: 'set the ANALYSIS_LLM_… variables of docs/analysis-models.md, or take --engine rules',
  });
}
