import { groupBy } from '../../lib/group.ts';
import { isAdapter } from './adapters.ts';
import type { Known, Seen } from './facts.ts';
import { nameOf, rowKey, type ModelUsage, type Reported } from './reported.ts';
import type { UsageKind } from './types.ts';

export type Believed = ModelUsage & {
  unheardOutputTokens: number | null;
  requests: number;
  cancelledRequests: number;
  /** The SDK measured some work twice, so that its totals are too high. */
  repeatsDropped: boolean;
  notes: string[];
};

/** What each model really did, from the single measurements. `callerTailMs`: see `recognised`. */
export function believedOf(
  known: Known,
  heardSpeeches: ReadonlySet<string>,
  callerTailMs: number | null,
  reported: Reported[],
): Map<string, Believed> {
  const rows = [
    ...perModel('llm', known.of('metrics.llm'), (calls) => generated(calls, heardSpeeches)),
    ...perModel('realtime', known.of('metrics.realtime'), conversed),
    ...perModel('tts', known.of('metrics.tts'), synthesised),
    ...recognised(known, callerTailMs, reported),
  ];
  return new Map(rows.map((row) => [rowKey(row.kind, row.provider, row.model), row]));
}

type Measurement = Seen<'metrics.llm' | 'metrics.tts' | 'metrics.stt' | 'metrics.realtime'>;
type Amounts = Omit<Believed, 'kind' | 'provider' | 'model'>;

function perModel<One extends Measurement>(
  kind: UsageKind,
  all: readonly One[],
  amounts: (group: One[]) => Amounts,
): Believed[] {
  const real = all.filter(({ fact }) => !isAdapter(fact.data));
  const groups = groupBy(real, ({ fact }) => rowKey(kind, fact.data.provider, fact.data.model));
  return [...groups.values()].map((group) => ({ kind, ...namesOf(group), ...amounts(group) }));
}

function namesOf([first]: Measurement[]): { provider: string; model: string } {
  return { provider: nameOf(first?.fact.data.provider ?? null), model: nameOf(first?.fact.data.model ?? null) };
}

const UNKNOWN: Amounts = {
  inputTokens: null,
  cachedTokens: null,
  outputTokens: null,
  characters: null,
  audioMs: null,
  unheardOutputTokens: null,
  requests: 0,
  cancelledRequests: 0,
  repeatsDropped: false,
  notes: [],
};

function generated(calls: Seen<'metrics.llm'>[], heardSpeeches: ReadonlySet<string>): Amounts {
  const counted = calls.filter(({ fact }) => fact.data.totalTokens > 0 || fact.data.promptTokens > 0);
  const cancelled = calls.filter(({ fact }) => fact.data.cancelled);
  const silent = cancelled.filter((call) => !counted.includes(call)).length;
  const unheard = counted.filter(({ fact }) => fact.data.speechId && !heardSpeeches.has(fact.data.speechId));
  const unheardOutputTokens = sum(unheard, ({ fact }) => fact.data.completionTokens);
  return {
    ...UNKNOWN,
    inputTokens: known(counted, ({ fact }) => fact.data.promptTokens),
    cachedTokens: known(counted, ({ fact }) => fact.data.cachedTokens),
    outputTokens: known(counted, ({ fact }) => fact.data.completionTokens),
    unheardOutputTokens,
    requests: calls.length,
    cancelledRequests: cancelled.length,
    notes: [
      ...(silent > 0 ? [`aborted calls report no tokens: ${silent}, so the true use is higher`] : []),
      ...(unheard.length > 0
        ? [`speculative answers that nobody heard: ${unheard.length}, their tokens are included`]
        : []),
    ],
  };
}

function conversed(calls: Seen<'metrics.realtime'>[]): Amounts {
  return {
    ...UNKNOWN,
    inputTokens: sum(calls, ({ fact }) => fact.data.inputTokens),
    cachedTokens: sum(calls, ({ fact }) => fact.data.cachedTokens ?? 0),
    outputTokens: sum(calls, ({ fact }) => fact.data.outputTokens),
    requests: calls.length,
    cancelledRequests: calls.filter(({ fact }) => fact.data.cancelled).length,
  };
}

/** A synthesis that does not stream is wrapped into one that does, and both report the same characters. */
function synthesised(all: Seen<'metrics.tts'>[]): Amounts {
  const inner = new Set(all.filter(({ fact }) => fact.data.streamed === false).map(({ fact }) => fact.data.requestId));
  const real = all.filter(({ fact }) => fact.data.streamed !== true || !inner.has(fact.data.requestId));
  const repeats = all.length - real.length;
  return {
    ...UNKNOWN,
    characters: sum(real, ({ fact }) => fact.data.characters),
    audioMs: sum(real, ({ fact }) => Math.max(0, fact.data.audioDurationMs)),
    requests: real.length,
    cancelledRequests: real.filter(({ fact }) => fact.data.cancelled).length,
    repeatsDropped: repeats > 0,
    notes: repeats > 0 ? [`measured twice by a streaming wrapper: ${repeats}, counted once`] : [],
  };
}

/** Recognisers report in steps of about this much audio, and the last step is lost when the call ends. */
const REPORT_STEP_MS = 5_000;

/**
 * Audio that was recognised. What the caller said after the last report (`callerTailMs`, null where it cannot be
 * known) was recognised and billed, but never reported.
 */
function recognised(knownFacts: Known, callerTailMs: number | null, reported: Reported[]): Believed[] {
  const rows = perModel('stt', knownFacts.of('metrics.stt'), (all) => ({
    ...UNKNOWN,
    audioMs: sum(all, ({ fact }) => Math.max(0, fact.data.audioDurationMs)),
    requests: new Set(all.map(({ fact }) => fact.data.requestId)).size,
  }));
  const [model] = rows.length > 0 ? [] : unreported(knownFacts, reported);
  const last = knownFacts.of('metrics.stt').at(-1);
  const tail = Math.min(REPORT_STEP_MS, callerTailMs ?? 0);
  return [...rows, ...(model ? [model] : [])].map((row) => {
    const isLast =
      !last || rowKey('stt', last.fact.data.provider, last.fact.data.model) === rowKey('stt', row.provider, row.model);
    if (!isLast || tail <= 0) return row;
    const note = `the recogniser reports in steps and its last is lost: ${Math.round(tail)} ms of the caller were added`;
    return { ...row, audioMs: (row.audioMs ?? 0) + tail, notes: [note] };
  });
}

/** A call may end before the recogniser reports at all; then the call says which one it used. */
function unreported(knownFacts: Known, reported: Reported[]): Believed[] {
  const stt = knownFacts.of('call.started').findLast(({ fact }) => fact.data.models?.stt)?.fact.data.models?.stt;
  if (!stt || reported.some(({ kind }) => kind === 'stt')) return [];
  return [{ kind: 'stt', provider: nameOf(stt.provider), model: nameOf(stt.model), ...UNKNOWN }];
}

function sum<One>(all: readonly One[], amount: (one: One) => number): number {
  return all.reduce((total, one) => total + amount(one), 0);
}

function known<One>(all: readonly One[], amount: (one: One) => number): number | null {
  return all.length === 0 ? null : sum(all, amount);
}
