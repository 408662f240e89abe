import type { Timeline } from '../../../../../api/types.ts';

export type Span = Timeline['spans'][number];
export type Mark = Timeline['marks'][number];
export type Stretch = { fromMs: number; toMs: number };

/** A pause that both keep for longer is worth seeing; shorter ones are the rhythm of speech. */
const SILENCE_MS = 1500;

/** When both spoke at once. */
export function overlapsOf(spans: Span[]): Stretch[] {
  const agent = spans.filter(({ lane }) => lane === 'agent');
  return spans
    .filter(({ lane }) => lane === 'caller')
    .flatMap((caller) =>
      agent.map((answer) => ({
        fromMs: Math.max(caller.fromMs, answer.fromMs),
        toMs: Math.min(caller.toMs, answer.toMs),
      })),
    )
    .filter(({ fromMs, toMs }) => toMs > fromMs);
}

/** When nobody spoke for long, from the first word to the last. */
export function silencesOf(spans: Span[]): Stretch[] {
  const silences: Stretch[] = [];
  let reached = spans.length === 0 ? 0 : Math.min(...spans.map(({ fromMs }) => fromMs));
  for (const { fromMs, toMs } of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    if (fromMs - reached >= SILENCE_MS) silences.push({ fromMs: reached, toMs: fromMs });
    reached = Math.max(reached, toMs);
  }
  return silences;
}

const STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600].map((seconds) => seconds * 1000);

/** Round times for an axis, about one every 90 pixels. */
export function ticksOf(durationMs: number, width: number): number[] {
  const wanted = Math.max(2, width / 90);
  const step =
    STEPS_MS.find((ms) => durationMs / ms <= wanted) ?? Math.ceil(durationMs / wanted / 3_600_000) * 3_600_000;
  return Array.from({ length: Math.floor(durationMs / step) + 1 }, (_, index) => index * step);
}

export type MarkGroup = { atMs: number; kind: Mark['kind']; marks: Mark[] };

/** Marks of one kind that would lie on each other become one. */
export function groupMarks(marks: Mark[], nearMs: number): MarkGroup[] {
  const groups: MarkGroup[] = [];
  for (const mark of marks.toSorted((a, b) => a.atMs - b.atMs)) {
    const last = groups.findLast(({ kind }) => kind === mark.kind);
    if (last && mark.atMs - last.atMs <= nearMs) last.marks.push(mark);
    else groups.push({ atMs: mark.atMs, kind: mark.kind, marks: [mark] });
  }
  return groups;
}

/** Signs that would lie on each other stand side by side, in the order of time. @param places px, ascending */
export function apart(places: readonly number[], widths: readonly number[]): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return places.map((place, index) => {
    const at = Math.max(place, free);
    free = at + (widths[index] ?? 0);
    return at;
  });
}
