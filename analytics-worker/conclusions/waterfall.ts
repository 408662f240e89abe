import type { Anchor } from './heard.ts';
import type { ModelCall, Work } from './measured.ts';
import type { PartName, TurnPart } from './types.ts';

/** Epoch ms. */
type Interval = { part: PartName; name: string; from: number; to: number };

/**
 * Where the wait went: intervals from the anchor to the first frame heard that touch and do not overlap. They are laid
 * down in order of their start; what lies inside an earlier one is clipped, what nothing explains is named so. Times
 * are cut to 1/1024 ms, which a double adds without error, so that the parts sum to the heard latency exactly.
 */
export function waterfallOf(turn: number, anchor: Anchor, heardAt: number, work: Work): TurnPart[] {
  if (anchor.at === null) return [];
  const start = anchor.at;
  const end = exact(heardAt - start);
  const parts: Omit<TurnPart, 'position'>[] = [];
  let reached = 0;
  const lay = (part: PartName, name: string, to: number) => {
    parts.push({ turn, part, name, fromMs: reached, toMs: to, durationMs: to - reached });
    reached = to;
  };
  for (const interval of intervalsOf(start, anchor, heardAt, work)) {
    const from = exact(Math.max(interval.from - start, reached));
    const to = exact(Math.min(interval.to - start, end));
    if (to <= from) continue;
    if (from > reached) lay('unexplained', '', from);
    lay(interval.part, interval.name, to);
  }
  if (end > reached) lay('unexplained', '', end);
  return parts.map((part, position) => ({ ...part, position }));
}

const STEPS_PER_MS = 1024;

/** Cut to a fraction of a millisecond that a double holds exactly. */
export function exact(ms: number): number {
  return Math.round(ms * STEPS_PER_MS) / STEPS_PER_MS;
}

function intervalsOf(start: number, anchor: Anchor, heardAt: number, work: Work): Interval[] {
  const decided = start + (anchor.eouDelayMs ?? 0);
  const turn: Interval[] = [
    { part: 'end_of_turn', name: '', from: start, to: decided },
    { part: 'transcription', name: '', from: start, to: start + (anchor.transcriptionDelayMs ?? 0) },
    { part: 'turn_hook', name: '', from: decided, to: decided + (anchor.turnHookMs ?? 0) },
  ];
  return [...turn, ...answerIntervals(heardAt, work).toSorted((a, b) => a.from - b.from)];
}

function answerIntervals(heardAt: number, { calls, synthesis, tools }: Work): Interval[] {
  const spoken = synthesis.find(({ firstAudio }) => firstAudio <= heardAt + SLACK_MS);
  const speaker = speakerOf(calls, spoken?.textSent ?? heardAt);
  const models: Interval[] = calls
    .filter((call) => !speaker || call.start <= speaker.start)
    .map((call) => ({
      part: 'model',
      name: call.name,
      from: call.start,
      to: (call === speaker && call.firstToken) || call.end,
    }));
  const runs: Interval[] = tools.map(({ name, start, end }) => ({ part: 'tool', name, from: start, to: end }));
  if (!spoken) return [...models, ...runs];
  const { textSent, firstAudio } = spoken;
  const sentence: Interval[] =
    speaker?.firstToken == null ? [] : [{ part: 'sentence', name: '', from: speaker.firstToken, to: textSent }];
  return [
    ...models,
    ...runs,
    ...sentence,
    { part: 'synthesis', name: '', from: textSent, to: firstAudio },
    { part: 'playout', name: '', from: firstAudio, to: heardAt },
  ];
}

/** Two clocks of one process may differ by so much. */
const SLACK_MS = 5;

/** The model call whose words were spoken: the last that had a token when the first text was sent to synthesis. */
function speakerOf(calls: ModelCall[], textSent: number): ModelCall | undefined {
  return calls.findLast(({ firstToken }) => firstToken !== null && firstToken <= textSent + SLACK_MS);
}
