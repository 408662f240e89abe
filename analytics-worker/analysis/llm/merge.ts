import type { SignalDefinition } from '../../../events/signals.ts';
import type { Findings } from '../results.ts';
import type { Evidence, Item } from '../transcript.ts';
import { weighSentiment } from './sentiment.ts';
import { settleSignals } from './signals.ts';
import type { Verified } from './verify.ts';
import type { Window } from './windows.ts';

/** What was found in a part of a call. */
export type Part = { window: Window; found: Verified };

/** Findings but for the outcome, which may lack proof, and personal data, which no model is asked for. */
export type Merged = Omit<Findings, 'outcome' | 'pii'> & { outcome: Findings['outcome'] | undefined };

/**
 * The parts of a call as one. A claim that overlapping parts share is one, as the later part sees it, because that one
 * knows how it went on; the outcome is the last part's.
 */
export function mergeParts(
  items: readonly Item[],
  parts: readonly Part[],
  definitions: readonly SignalDefinition[],
): Merged {
  const all = <T>(pick: (found: Verified) => readonly T[]) => parts.flatMap(({ found }) => pick(found));
  const gaps = parts.flatMap(({ found }, at) =>
    found.contentGaps.filter(({ kind, item }) => kind !== 'unanswered' || !seenBy(parts[at + 1], item)),
  );
  return {
    signals: settleSignals(
      all((found) => found.mentions),
      definitions,
    ),
    objections: once(
      // What one part saw resolved stays so: another did not see the words.
      all((found) => found.objections).toSorted((a, b) => Number(a.resolved) - Number(b.resolved)),
      ({ type }) => type,
    ),
    competitors: once(
      all((found) => found.competitors).toSorted(
        (a, b) => Number(b.stance === 'mentioned') - Number(a.stance === 'mentioned'),
      ),
      ({ name }) => name,
      () => 0,
    ),
    sentiment: weighSentiment(
      items,
      all((found) => found.moods),
      once(
        all((found) => found.emotions),
        ({ emotion }) => emotion,
      ),
    ),
    actionItems: once(
      all((found) => found.actionItems),
      ({ owner, kind }) => `${owner} ${kind}`,
    ),
    contentGaps: once(gaps, ({ kind }) => kind),
    outcome: parts.at(-1)?.found.outcome,
    passages: once(
      all((found) => found.passages),
      ({ kind, about }) => `${kind} ${about}`,
    ),
  };
}

function seenBy(part: Part | undefined, item: number): boolean {
  return part !== undefined && item >= part.window.from;
}

/** The last of those with the same item and kind, in the order of the call. */
function once<T extends Evidence>(all: readonly T[], kindOf: (one: T) => string, itemOf = (one: T) => one.item): T[] {
  return [...new Map(all.map((one) => [`${itemOf(one)} ${kindOf(one)}`, one])).values()].toSorted(
    (a, b) => a.item - b.item,
  );
}
