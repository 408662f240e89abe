import type { Analysis } from '../../../../../../api/types.ts';

type Item = Analysis['items'][number];
export type Analyser = Item['analyser'];
export type ItemOf<Name extends Analyser> = Extract<Item, { analyser: Name }>;
export type ResultOf<Name extends Analyser> = ItemOf<Name>['result'];
export type Proof = ResultOf<'summary'>['outcome_evidence'][number];
export type Weighed = ResultOf<'quality'>['quality'];

export function itemOf<Name extends Analyser>({ items }: Analysis, name: Name): ItemOf<Name> | undefined {
  return items.find((one): one is ItemOf<Name> => one.analyser === name);
}

/** A component of a weighed score, with what it gives of the score; both are null where it is not known. */
export type Share = { name: string; how: string; score: number | null; share: number | null; points: number | null };

/** The weights of what is known are scaled to 1, so that the points add up to the score. */
export function sharesOf({ components }: Weighed): Share[] {
  const whole = components.reduce((sum, { weight, score }) => sum + (score === null ? 0 : weight), 0);
  return components.map(({ name, how, score, weight }) => {
    if (score === null) return { name, how, score, share: null, points: null };
    const share = weight / whole;
    return { name, how, score, share, points: share * score };
  });
}

/** How a call ended for whoever sells or helps, in the words of its takeaways. */
export const OUTCOMES: Record<string, string> = {
  meeting: 'A meeting was made',
  follow_up: 'It goes on after the call',
  no_interest: 'The caller is not interested',
  disqualified: 'The caller does not fit',
  support_resolved: 'The question was solved',
  support_unresolved: 'The question was not solved',
  hangup: 'The caller left in the middle',
  wrong_number: 'The caller had the wrong number',
  voicemail: 'Nobody was there, a voicemail was reached',
};

/** Names of the parts into which a call is cut for its course. */
export function partNames(parts: number): string[] {
  if (parts === 1) return ['Whole call'];
  return parts === 2 ? ['Beginning', 'End'] : ['Beginning', 'Middle', 'End'];
}

/** How a warning of the price table begins; the rest names what has none. */
export const NO_PRICE = /^no price for /;
