import type { SignalDefinition } from '../../../events/signals.ts';
import { findings, type Engine, type Findings, type Pii } from '../results.ts';
import type { Item } from '../transcript.ts';
import { openAccounts, type Bill } from './accounts.ts';
import { askPart, type Asking } from './ask-part.ts';
import { ModelFailure, type FailureReason } from './failure.ts';
import { maskItems, type Masked } from './mask.ts';
import { mergeParts, type Merged, type Part } from './merge.ts';
import type { Model } from './model.ts';
import type { Price } from './price.ts';
import { describeSignals, findingsPrompt } from './prompt.ts';
import { openProofs, type DropReason } from './proof.ts';
import { openQuotes } from './quotes.ts';
import { renderWindow } from './render.ts';
import { verifyAnswer } from './verify.ts';
import { splitCall } from './windows.ts';
import { answerForm } from './wire.ts';

/** About nine hours of talk in windows of the default size: more is no call, and its cost must have an end. */
export const MOST_PARTS = 12;
/** The whole may take as long as a request and two more tries, and one request for each further part. */
const SPARE_REQUESTS = 2;

export type ModelAnalysis = Bill & {
  findings: Findings;
  engine: Engine;
  model: { provider: string; name: string };
  /** Which wording was asked. */
  prompt: { name: string; version: number };
  /** Claims that were thrown away, by reason. */
  dropped: Partial<Record<DropReason, number>>;
  /** Why the rules took over. */
  why?: { reason: FailureReason; message: string };
};

/** The same, with the bill of what came before, where it was stopped. */
export type Asked = Omit<ModelAnalysis, 'findings'> & { findings: Findings | null };

type Options = {
  model: Model;
  signals: readonly SignalDefinition[];
  /** Of the call, `2026-11-23`, where it is known: what "by march" is told by. */
  day?: string | undefined;
  /** Of a million tokens; without it the cost is not known. */
  price: Price | undefined;
  /** Finds personal data: what to replace where the settings say so, and the `pii` of the findings. */
  findPii: (items: readonly Item[]) => Pii[];
  /** The rules' findings, for when the model gives none. */
  fallback: () => Findings | Promise<Findings>;
  signal?: AbortSignal | undefined;
  /** Called with what was used until then, when the signal aborts. */
  onStopped?: ((asked: Asked) => void) | undefined;
};

/**
 * What the words of a call tell, by a model whose every claim is held against the transcript; by the fallback where the
 * model gives nothing (docs/analysis-models.md). Takes no longer than the model's timeout for each part and twice more.
 *
 * @throws the signal's reason, when it aborts
 */
export async function analyzeByModel(items: readonly Item[], options: Options): Promise<ModelAnalysis> {
  const { name, version } = findingsPrompt();
  const model = { provider: options.model.provider, name: options.model.model };
  const accounts = openAccounts(model.name, options.price);
  const dropped: ModelAnalysis['dropped'] = {};
  const drop = (reason: DropReason) => void (dropped[reason] = (dropped[reason] ?? 0) + 1);
  const rest = () => ({ model, prompt: { name, version }, dropped, ...accounts.close() });
  try {
    const merged = await findByModel(items, options, { accounts, drop });
    const outcome = merged.outcome ?? (await options.fallback()).outcome;
    const bill = rest();
    const warnings = merged.outcome ? [] : ['nothing proves the outcome that the model gave: it is that of the rules'];
    return { findings: { ...merged, outcome }, engine: 'llm', ...bill, warnings: [...warnings, ...bill.warnings] };
  } catch (error) {
    if (options.signal?.aborted) {
      const stopped = { reason: 'stopped', message: 'stopped before the model was done' } as const;
      options.onStopped?.({ findings: null, engine: 'rules', ...rest(), why: stopped });
    }
    options.signal?.throwIfAborted();
    if (!(error instanceof ModelFailure)) throw error;
    const why = { reason: error.reason, message: error.message };
    return { findings: await options.fallback(), engine: 'rules', ...rest(), why };
  }
}

async function findByModel(
  items: readonly Item[],
  options: Options,
  { accounts, drop }: Pick<Asking, 'accounts'> & { drop: (reason: DropReason) => void },
): Promise<Merged & { pii: Pii[] }> {
  const { model, signals: definitions, day, signal } = options;
  signal?.throwIfAborted();
  const pii = options.findPii(items);
  const masked = maskItems(items, model.redact ? pii : []);
  const windows = splitCall(masked.items, model.windowTokens);
  if (!items.some(({ role, text }) => role === 'user' && text.trim() !== ''))
    throw new ModelFailure('nothing_said', 'the caller said nothing');
  if (windows.length > MOST_PARTS)
    throw new ModelFailure('too_long', `the call has ${windows.length} parts, more than ${MOST_PARTS}`);

  const prompt = findingsPrompt();
  const endsAt = performance.now() + model.timeoutMs * (windows.length + SPARE_REQUESTS);
  const asking: Asking = {
    model,
    prompt,
    system: prompt.fill('System', { signals: describeSignals(definitions, prompt.notes) }),
    form: answerForm(definitions),
    accounts,
    leftMs: () => endsAt - performance.now(),
    signal,
  };
  const prove = openProofs(masked.items, openQuotes(masked.items));
  const parts: Part[] = [];
  for (const window of windows) {
    const place = { window, parts: windows.length, before: parts, definitions, day };
    const answer = await askPart(asking, parts.length + 1, renderWindow(prompt, place));
    parts.push({ window, found: verifyAnswer(answer, { prove, definitions, drop }) });
  }
  return { ...unmaskAll(mergeParts(masked.items, parts, definitions), masked.unmask), pii };
}

const mergedForm = findings.omit({ pii: true }).extend({ outcome: findings.shape.outcome.optional() });

/** Puts what was masked back wherever the model or a quote holds a mark, and holds the whole against the contract. */
function unmaskAll(found: Merged, unmask: Masked['unmask']): Merged {
  const back = (_: string, value: unknown) => (typeof value === 'string' ? unmask(value) : value);
  return { outcome: undefined, ...mergedForm.parse(JSON.parse(JSON.stringify(found), back)) };
}
