import type { Findings } from '../results.ts';
import type { ScoredCall } from './call.ts';
import type { Measured } from './weigh.ts';

const ANGER: readonly Findings['sentiment']['emotions'][number]['emotion'][] = ['frustration', 'anger'];
const ANGER_COSTS = 2;
const MOST_OPEN = 3;

/**
 * Whether the caller went away content, from the end of his words: sentiment of the last part / 10, less 2 × the strongest
 * frustration or anger, less 1 for each objection that stands, three at most.
 */
export function satisfactionOf({ findings }: ScoredCall): Measured {
  const { segments, score, emotions, confidence } = findings.sentiment;
  if (confidence === 'low' && segments.length === 0) return { score: null, how: 'no sentiment is known' };
  const closing = segments.at(-1)?.score ?? score;
  const anger = Math.max(
    0,
    ...emotions.flatMap(({ emotion, intensity }) => (ANGER.includes(emotion) ? [intensity] : [])),
  );
  const open = Math.min(MOST_OPEN, findings.objections.filter(({ resolved }) => !resolved).length);
  return {
    score: closing / 10 - ANGER_COSTS * anger - open,
    how: `sentiment ${Math.round(closing)} at the end / 10 − ${ANGER_COSTS} × anger ${anger} − ${open} standing objections`,
  };
}
