import { countsOf, type Count } from '../../analytics-worker/analysis/rules/find/counts.ts';
import { saidOrConfirmed } from '../../analytics-worker/analysis/rules/find/confirmed.ts';
import { findIndustry } from '../../analytics-worker/analysis/rules/find/industry.ts';
import { findTimeline } from '../../analytics-worker/analysis/rules/find/timeline.ts';
import { todayOf, type Today } from '../../analytics-worker/analysis/rules/find/today.ts';
import { findTool } from '../../analytics-worker/analysis/rules/find/tool.ts';
import { aMonth } from '../../analytics-worker/analysis/rules/find/volume.ts';
import type { Turn, Claim } from '../../analytics-worker/analysis/rules/find/claim.ts';
import { periods } from '../../analytics-worker/analysis/rules/vocabulary/periods.ts';
import type { Labels } from '../bench/corpus-read.ts';
import type { Lesson } from './corpus.ts';

/** Signals of which an item tells one of a few values. */
export type Told = 'industry' | 'decision_timeline' | 'urgency' | 'current_tool';

/** What frames claim of each in an item, as the engine asks them. */
const claimsOf: Record<Told, (turn: Turn, index: number, today: Today | undefined) => Claim[]> = {
  industry: saidOrConfirmed(findIndustry),
  decision_timeline: (turn, _, today) => findTimeline(turn, today).timeline,
  urgency: (turn, _, today) => findTimeline(turn, today).urgency,
  current_tool: saidOrConfirmed(findTool),
};

/**
 * What each item tells of a signal: its value, nothing (`none`), or undefined where nobody knows. Undefined as a whole where the lesson
 * is not labelled for it, or has the value from one of several items of which neither its author nor a frame names it.
 */
export function toldBy(lesson: Lesson, signal: Told): ((item: number) => string | undefined) | undefined {
  if (!isLabelled(lesson, signal)) return undefined;
  const { talk, turns, labels, told, heard } = lesson;
  const value = labels.signals?.[signal];
  if (value === undefined) return () => 'none';
  const found = heard[signal];
  const alone = turns.length === 1 ? turns[0]?.said.item : undefined;
  const item = told?.[signal] ?? alone;
  const items = item ? [item] : found?.value === value ? found.evidence.map(({ item }) => item) : [];
  if (items.length === 0) return undefined;
  const today = todayOf(undefined, talk.utterances);
  const claims = turns.flatMap((turn, index) => claimsOf[signal](turn, index, today));
  const also = new Set(claims.filter((claim) => claim.value === value).map(({ item }) => item));
  return (item) => (items.includes(item) ? value : also.has(item) ? undefined : 'none');
}

export const isLabelled = ({ labels, only }: Lesson, signal: keyof Labels['signals']): boolean =>
  labels.signals !== undefined && (!only || only.includes(signal));

/** Whether what is named is the value of a signal; undefined where the lesson is not labelled for it. */
export function namedAs(
  lesson: Lesson,
  signal: 'use_case' | 'location',
  name: string | undefined,
  isSame: (a: unknown, b: unknown) => boolean,
): boolean | undefined {
  const value = lesson.labels.signals?.[signal];
  return isLabelled(lesson, signal) && name ? value !== undefined && isSame(name, value) : undefined;
}

/** What each number of an item counts: those who would use it, documents, none of both, or nobody knows. */
export function countedBy(lesson: Lesson): (count: Count, item: number) => 'team' | 'volume' | 'none' | undefined {
  const {
    labels: { signals },
    told,
  } = lesson;
  if (!isLabelled(lesson, 'team_size') || !isLabelled(lesson, 'monthly_volume')) return () => undefined;
  const [team, volume] = [signals?.team_size, signals?.monthly_volume];
  const numbers = lesson.turns.flatMap(({ said }) => countsOf(said));
  const isTold = (value: number | undefined, is: (count: Count) => boolean) => value === undefined || numbers.some(is);
  const isTeam = (count: Count) => team !== undefined && aMonth({ quantity: count.quantity }, 'month').value === team;
  const isVolume = (count: Count) =>
    volume !== undefined && PERIODS.some((period) => aMonth({ quantity: count.quantity }, period).value === volume);
  const isWhole = isTold(team, isTeam) && isTold(volume, isVolume);
  return (count, item) => {
    const [asTeam, asVolume] = [isTeam(count), isVolume(count)];
    if (asTeam !== asVolume) return asTeam ? 'team' : 'volume';
    const [inTeam, inVolume] = [item === told?.team_size, item === told?.monthly_volume];
    if (asTeam) return inTeam === inVolume ? undefined : inTeam ? 'team' : 'volume';
    return isWhole || (told && !inTeam && !inVolume) ? 'none' : undefined;
  };
}
const PERIODS = Object.keys(periods);
