import type { Encoded } from '../../analytics-worker/analysis/rules/encoder/encoded.ts';
import { signalsOf } from '../../analytics-worker/analysis/rules/resolve/buying.ts';
import {
  opinionOn,
  second,
  seconded,
  type Seconded,
  type Trust,
} from '../../analytics-worker/analysis/rules/weigh/second.ts';
import { add, pair, sameDocument, sameWord, scores, tally, type Tally } from '../bench/corpus-score.ts';
import type { Lesson } from './corpus.ts';
import { shown, smoothed } from './folds.ts';
import { isLabelled } from './told.ts';

/** Below, what he says outright among other things would be ruled out ("…, we decide this week and I'm the owner"); the calls have too few of these to show it. */
const HEARD = [2, 3, 4, 5, 6, 7, 8];
/** Fewer than four labels of seven hundred. */
const AS_GOOD = 0.005;
const SILENT = [-2, -1, 0, 1, 2, 3, 4, 5, 6];
/** Where a value is the same though its words are not. */
const SAME: Partial<Record<Seconded, (a: unknown, b: unknown) => boolean>> = { use_case: sameDocument };

/**
 * How far frames are to be trusted beside the encoder, of each signal: as is best for lessons that neither have seen.
 *
 * @param encodedOf what encoders that have not seen the author make of a lesson
 */
export function judgeSecond(
  lessons: readonly Lesson[],
  encodedOf: (lesson: Lesson) => Encoded | undefined,
): { trusts: Record<Seconded, Trust>; table: string[] } {
  const unread = lessons.flatMap((lesson) => {
    const encoded = lesson.unreadFor.has('claims') ? encodedOf(lesson) : undefined;
    return encoded ? [{ lesson, encoded }] : [];
  });
  const judged = seconded.map((signal) => {
    const rows = unread.filter(({ lesson }) => isLabelled(lesson, signal));
    const tallies = rows.map(({ lesson: { turns, heard: all, outcome, talk, labels, isWhole }, encoded }) => {
      const label = labels.signals?.[signal];
      const heard = all[signal];
      const opinion = opinionOn(signal, { turns, encoded, heard });
      const at = (trust: Trust | undefined): Tally => {
        const stands = trust ? second(heard, opinion, trust) : heard;
        const found = stands && signalsOf({ [signal]: stands }, outcome, talk)[signal];
        return pair(found ? [found.value] : [], label === undefined ? [] : [label], SAME[signal] ?? sameWord);
      };
      return { isWhole, at };
    });
    const sumOf = (some: typeof tallies, trust: Trust | undefined): Tally => {
      const sum = tally();
      for (const { at } of some) add(sum, at(trust));
      return sum;
    };
    const calls = tallies.filter(({ isWhole }) => isWhole);
    const stretches = tallies.filter(({ isWhole }) => !isWhole);
    // A call is what comes in, a stretch is a piece of one, written to be hard: all of either count the same.
    const often = Math.max(1, Math.round(stretches.length / Math.max(1, calls.length)));
    const counted = [...Array.from({ length: often }, () => calls).flat(), ...stretches];
    const trust = bestOf((trust) => scores(sumOf(counted, trust)).f1 ?? 0);
    const line = (name: string, some: typeof tallies) =>
      `${name.padEnd(20)}${shown(sumOf(some, undefined))}${shown(sumOf(some, trust))}`;
    return { signal, trust, lines: [line(signal, calls), line('  in stretches', stretches)] };
  });
  return {
    trusts: Object.fromEntries(judged.map(({ signal, trust }) => [signal, trust])) as Record<Seconded, Trust>,
    table: judged.flatMap(({ lines }) => lines),
  };
}

/**
 * The one that is best with its neighbours. Where several are as good, the one that trusts frames most: they were written for plain speech,
 * of which stretches have little.
 */
function bestOf(f1Of: (trust: Trust) => number): Trust {
  const f1 = smoothed(HEARD.map((heard) => SILENT.map((silent) => f1Of({ heard, silent }))));
  const all = HEARD.flatMap((heard, row) =>
    SILENT.map((silent, column) => ({ trust: { heard, silent }, f1: f1[row]?.[column] ?? 0 })),
  );
  const highest = Math.max(...all.map(({ f1 }) => f1));
  const asGood = all.filter(({ f1 }) => f1 >= highest - AS_GOOD);
  const [best] = asGood.toSorted((a, b) => b.trust.heard - a.trust.heard || b.f1 - a.f1);
  return best?.trust ?? { heard: 0, silent: 0 };
}
