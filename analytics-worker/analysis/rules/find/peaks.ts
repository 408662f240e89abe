import { compile, matchAll, type Match } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { clauseAt } from '../read.ts';
import { peaks, usualTimes } from '../vocabulary/periods.ts';
import { countsOf, type Count } from './counts.ts';

/** Marks of busy months and of usual ones. */
const FRAMES = compile({ peak: peaks, usual: usualTimes });
const LEADING = compile({
  leading: ['more like|to|towards', 'closer|nearer|up to?', 'it is ..1', 'it goes|jumps|climbs ..1 to'],
});

/** The counts without those of a busy month, where a usual one is told too: "two hundred in a normal month, three hundred at christmas". */
export function withoutPeaks(said: Utterance, counts: Count[]): Count[] {
  if (counts.length < 2) return counts;
  const marks = matchAll(FRAMES, said.tokens);
  const calm = counts.filter((count) => !isMarked(said, count, marks, 'peak') || isMarked(said, count, marks, 'usual'));
  return calm.length > 0 ? calm : counts;
}

/** Whether a mark stands in the count's clause; of several counts there, whether it is of this one. */
function isMarked(said: Utterance, count: Count, marks: Match[], label: string): boolean {
  const clause = clauseAt(said, count.at);
  if (!clause) return false;
  const inside = marks.filter(({ from }) => clause.from <= from && from < clause.to);
  const counts = countsOf(said).filter(({ at }) => clause.from <= at && at < clause.to);
  // "two hundred in a normal month, three hundred at christmas", or "normally two hundred, at christmas three hundred".
  const isBefore = inside.some(({ from }) => from < (counts[0]?.at ?? 0));
  const ofMark = (mark: Match): Count | undefined => {
    const last = counts.findLast(({ at }) => at <= mark.from);
    const next = counts.find(({ at }) => at > mark.from);
    return next && (isBefore || isLed(said, mark, next)) ? next : last;
  };
  return inside.some((mark) => mark.label === label && ofMark(mark)?.at === count.at);
}

/** "Four a month, in summer more like ten." */
const isLed = (said: Utterance, mark: Match, next: Count): boolean =>
  matchAll(LEADING, said.tokens, mark.to, next.at).some(({ to }) => to === next.at);
