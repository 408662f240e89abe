import type { Exchange } from './exchanges.ts';
import type { Known, Seen } from './facts.ts';
import type { Quarantine } from './quarantine.ts';
import type { Speech } from './speeches.ts';
import { isAdapter } from './adapters.ts';

/** A model call on the call's clock, epoch ms. */
export type ModelCall = { name: string; start: number; end: number; firstToken: number | null; ttftMs: number | null };
export type Synthesis = { textSent: number; firstAudio: number; ttfbMs: number };
export type ToolRun = { name: string; start: number; end: number };

/** What was measured of the answer of one exchange, each list in order of start. */
export type Work = { calls: ModelCall[]; synthesis: Synthesis[]; tools: ToolRun[]; cancelled: boolean };

/** The work of an exchange: by its speeches; what names no speech by time, up to the next exchange. */
export function workOf(known: Known, quarantine: Quarantine, exchange: Exchange, next: Exchange | undefined): Work {
  const speeches = [...exchange.answers, ...exchange.also];
  const within = (at: number) => at >= exchange.from && at < (next?.from ?? Infinity);
  const unowned = <One extends Seen<'metrics.llm' | 'metrics.tts' | 'tool.executed'>>(
    all: readonly One[],
    start: (one: One) => number,
  ) => all.filter((one) => !one.fact.data.speechId && within(start(one)));

  const llm = [
    ...speeches.flatMap((speech: Speech) => speech.llm),
    ...unowned(known.of('metrics.llm'), ({ fact }) => fact.data.endedAt),
  ].filter((one) => !isAdapter(one.fact.data));
  const realtime = known.of('metrics.realtime').filter(({ fact }) => within(fact.data.endedAt));
  const tts = [
    ...speeches.flatMap((speech) => speech.tts),
    ...unowned(known.of('metrics.tts'), ({ fact }) => fact.data.endedAt),
  ].filter((one) => !isAdapter(one.fact.data));
  const tools = [
    ...speeches.flatMap((speech) => speech.tools),
    ...unowned(known.of('tool.executed'), ({ fact }) => fact.data.startedAt),
  ];
  return {
    calls: [...llm, ...realtime].flatMap((one) => modelCall(quarantine, one)).toSorted(byStart),
    synthesis: tts.flatMap((one) => synthesis(quarantine, one)).toSorted((a, b) => a.textSent - b.textSent),
    tools: tools.flatMap((one) => toolRun(quarantine, one)).toSorted(byStart),
    cancelled: llm.some(({ fact }) => fact.data.cancelled),
  };
}

function modelCall(quarantine: Quarantine, one: Seen<'metrics.llm' | 'metrics.realtime'>): ModelCall[] {
  const { data } = one.fact;
  const end = quarantine.trusted(one, 'endedAt', data.endedAt);
  const duration = quarantine.trusted(one, 'durationMs', data.durationMs);
  if (end === null || duration === null) return [];
  const start = end - duration;
  const ttftMs = quarantine.trusted(one, 'ttftMs', data.ttftMs);
  return [
    {
      name: data.model ?? data.provider ?? '',
      start,
      end,
      ttftMs,
      firstToken: ttftMs === null ? null : start + ttftMs,
    },
  ];
}

function synthesis(quarantine: Quarantine, one: Seen<'metrics.tts'>): Synthesis[] {
  const { data } = one.fact;
  const end = quarantine.trusted(one, 'endedAt', data.endedAt);
  const duration = quarantine.trusted(one, 'durationMs', data.durationMs);
  const ttfbMs = quarantine.trusted(one, 'ttfbMs', data.ttfbMs);
  if (end === null || duration === null || ttfbMs === null) return [];
  // The SDK's clock of a synthesis starts with the first text that it is sent.
  const textSent = end - duration;
  return [{ textSent, firstAudio: textSent + ttfbMs, ttfbMs }];
}

function toolRun(quarantine: Quarantine, one: Seen<'tool.executed'>): ToolRun[] {
  const start = quarantine.trusted(one, 'startedAt', one.fact.data.startedAt);
  const end = quarantine.trusted(one, 'endedAt', one.fact.data.endedAt);
  return start === null || end === null ? [] : [{ name: one.fact.data.name, start, end }];
}

function byStart(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return a.start - b.start || a.end - b.end;
}
