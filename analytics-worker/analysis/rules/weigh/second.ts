import type { FoundSignal } from '../../results.ts';
import type { Encoded, ItemHead, SpanHead } from '../encoder/encoded.ts';
import type { Turn } from '../find/claim.ts';
import { countsOf } from '../find/counts.ts';
import { placesIn } from '../find/location.ts';
import { papersIn } from '../find/papers.ts';
import { isTeam } from '../find/team.ts';
import { aMonth, isVolume, periodOf } from '../find/volume.ts';
import trusts from '../learned/weights/second.json' with { type: 'json' };
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';

/** The signals of which the encoder gives a second opinion. */
export const seconded = [
  'industry',
  'location',
  'use_case',
  'current_tool',
  'decision_timeline',
  'urgency',
  'team_size',
  'monthly_volume',
] as const;
export type Seconded = (typeof seconded)[number];

/** By how much what frames hear speaks for a value, and their silence for none: natural logarithms of odds. */
export type Trust = { heard: number; silent: number };

/** Words of an item, from token to token, and what they mean. */
type Words = { from: number; to: number; value: number | string };
/** A value that the encoder reads in an item of the caller's. */
type Read = Words & { likely: number; said: Utterance };
/** What it reads in a call, and how likely nothing is told at all. */
export type Opinion = { read: Read[]; nothing: number };

/** Nobody is so sure of anything that it could not be otherwise. */
const LEAST = 1e-4;
/** Of what frames make of several items or numbers, of which the encoder reads each by itself. */
const UNREAD = 0.3;
const MANUAL = 'manual';

type Reader = (turns: readonly Turn[], encoded: Encoded, heard: FoundSignal | undefined) => Opinion;

const READERS: Record<Seconded, Reader> = {
  industry: ofItems('industry'),
  // Of a product the encoder reads only that it is one; which, frames hear.
  current_tool: ofItems('tool', (label, heard) => (label === MANUAL ? label : productOf(heard))),
  decision_timeline: ofItems('timeline'),
  urgency: ofItems('urgency'),
  location: ofWords('places', 'own', ({ said }) => placesIn(said)),
  use_case: ofWords('papers', 'use', ({ said }) => papersIn(said)),
  team_size: ofWords('counts', 'team', ({ said }) =>
    countsOf(said)
      .map(({ at, to, quantity }) => ({ from: at, to, value: Math.round(quantity.value) }))
      .filter(({ value }) => isTeam(value)),
  ),
  monthly_volume: ofWords('counts', 'volume', (turn) =>
    countsOf(turn.said)
      .map((count, _, all) => ({ ...count, from: count.at, value: aMonth(count, periodOf(all, count, turn)).value }))
      .filter(({ value }) => isVolume(value)),
  ),
};

/**
 * What the encoder reads of a signal in a call.
 *
 * @param heard what frames hear of it
 */
export function opinionOn(
  signal: Seconded,
  { turns, encoded, heard }: { turns: readonly Turn[]; encoded: Encoded; heard: FoundSignal | undefined },
): Opinion {
  return READERS[signal](turns, encoded, heard);
}

function ofItems(
  head: ItemHead,
  valueOf: (label: string, heard: FoundSignal | undefined) => string | undefined = (label) => label,
): Reader {
  return (turns, encoded, heard) => {
    const all = turns.map(({ said }) => ({ said, by: encoded.ofItem(head, said) ?? new Map<string, number>() }));
    const read = all.flatMap(({ said, by }) =>
      [...by].flatMap(([label, likely]): Read[] => {
        const value = label === 'none' ? undefined : valueOf(label, heard);
        return value === undefined ? [] : [{ value, likely, said, from: 0, to: said.tokens.length }];
      }),
    );
    return { read, nothing: Math.min(1, ...all.map(({ by }) => by.get('none') ?? 1)) };
  };
}

const productOf = (tool: FoundSignal | undefined): string | undefined =>
  typeof tool?.value === 'string' && tool.value !== MANUAL ? tool.value : undefined;

function ofWords(head: SpanHead, label: string, wordsOf: (turn: Turn) => Words[]): Reader {
  return (turns, encoded) => {
    const read = turns.flatMap((turn) =>
      wordsOf(turn).flatMap((words): Read[] => {
        const likely = encoded.ofSpan(head, turn.said, words.from)?.get(label);
        return likely === undefined ? [] : [{ ...words, likely, said: turn.said }];
      }),
    );
    return { read, nothing: 1 - Math.max(0, ...read.map(({ likely }) => likely)) };
  };
}

/**
 * What stands of a signal by frames and encoder together: the value that both make likeliest, or none.
 *
 * @param heard what frames hear
 */
export function second(
  heard: FoundSignal | undefined,
  { read, nothing }: Opinion,
  { heard: trusted, silent }: Trust,
): FoundSignal | undefined {
  const scoreOf = (likely: number): number => Math.log(Math.max(likely, LEAST));
  const best = read.toSorted((a, b) => b.likely - a.likely).find(({ value }) => value !== heard?.value);
  const agreed = read.filter(({ value }) => value === heard?.value).map(({ likely }) => likely);
  const ofNothing = scoreOf(nothing) + (heard ? 0 : silent);
  const ofHeard = heard ? scoreOf(agreed.length > 0 ? Math.max(...agreed) : UNREAD) + trusted : -Infinity;
  const ofBest = best ? scoreOf(best.likely) : -Infinity;
  if (heard && ofHeard >= Math.max(ofNothing, ofBest)) return heard;
  if (!best || ofBest < ofNothing) return undefined;
  const { value, said, from, to } = best;
  const [before] = heard?.evidence.filter(({ item }) => item < said.item) ?? [];
  const history = heard && before ? [{ value: heard.value, evidence: before }] : [];
  return { value, evidence: [quote(said, from, to)], confirmed: false, history };
}

export const trustOf = (signal: Seconded): Trust => trusts[signal];
