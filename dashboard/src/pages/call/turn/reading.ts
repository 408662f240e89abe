import type { PartName, Turn } from '../../../../../api/types.ts';

export type Comparison = {
  label: string;
  reportedMs: number | null;
  believedMs: number | null;
  why: string;
  total?: true;
};

/** All of the wait that was this: 0 where it is known to have cost nothing, null where nothing is known of the wait. */
function sumOf({ parts }: Turn, name: PartName): number | null {
  if (parts.length === 0) return null;
  return parts.filter(({ part }) => part === name).reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** What the SDK reports of a turn beside what the waterfall says of the same thing. */
export function comparisonsOf(turn: Turn): Comparison[] {
  const { reported } = turn;
  return [
    {
      label: 'Wait for end of turn',
      reportedMs: reported.eouDelayMs,
      believedMs: sumOf(turn, 'end_of_turn'),
      why: 'From the last sound of the caller to the decision that his turn is over.',
    },
    {
      label: 'Transcription',
      reportedMs: reported.transcriptionDelayMs,
      believedMs: sumOf(turn, 'transcription'),
      why: 'Most of it lies inside the wait for the end of the turn; only what came after counts.',
    },
    {
      label: 'Model',
      reportedMs: reported.llmTtftMs,
      believedMs: sumOf(turn, 'model'),
      why: 'Reported: to the first token of the first call. Believed: every call that was waited for.',
    },
    {
      label: 'Speech',
      reportedMs: reported.ttsTtfbMs,
      believedMs: sumOf(turn, 'synthesis'),
      why: 'From the first text sent to the first audio.',
    },
    {
      label: 'Whole wait',
      reportedMs: turn.totalLatencyMs,
      believedMs: turn.heardMs,
      why: 'Reported: end of turn, first token and first audio added up, as other systems have it. Believed: what was heard. A tool and its second model call are in the second only.',
      total: true,
    },
  ];
}

/** Why a turn counts in no percentile, in words. */
export const EXCLUDED: Record<string, string> = {
  greeting: 'the greeting: nobody had spoken before',
  no_anchor: 'when the caller stopped speaking is not known',
  not_heard: 'no sound of an answer was heard',
  cut_off: 'the line went dead before an answer was heard',
  quarantined: 'a value that it rests on cannot be true',
};

/** What heard latency was measured by, in words. */
export const BASES: Record<string, string> = {
  agent_playout: 'measured at the agent’s playout, without the network to the caller',
  modelled: 'modelled from the parts',
  audio: 'measured in the recording',
  page: 'measured at the caller’s page',
};
