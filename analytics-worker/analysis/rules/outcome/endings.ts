import type { Evidence } from '../../transcript.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import { lexicon } from '../match/lexicon.ts';
import { compile, matchAll, type Frames } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { productNamed } from '../normalise/products.ts';
import { namedDays, weekdays } from '../vocabulary/dates.ts';
import { products } from '../vocabulary/products.ts';
import { quote } from '../read.ts';
import * as words from '../vocabulary/outcomes.ts';

const sets = {
  day: lexicon(namedDays),
  weekday: lexicon(weekdays),
  competitor: lexicon(products.map(({ name }) => name).filter((name) => productNamed(name)?.kind === 'signing')),
};
const frames = (lines: readonly string[]): Frames => compile({ said: lines }, sets);

export const endings = {
  voicemail: frames(words.voicemail),
  wrongNumber: frames(words.wrongNumber.caller),
  wrongNumberNoticed: frames(words.wrongNumber.noticed),
  wrongNumberByAgent: frames(words.wrongNumber.agent),
  meetingSet: frames(words.meetingSet),
  support: frames(words.support),
  helping: frames(words.helping),
  fixed: frames(words.fixed),
  contented: frames(words.contented),
  unfit: frames(words.unfit.agent),
  unfitByCaller: frames(words.unfit.caller),
  noInterest: frames(words.noInterest),
  goodbye: frames(words.goodbyes),
  breaksOff: frames(words.breaksOff),
  stillThere: frames(words.stillThere),
};
const PUTTING_OFF = new Set(['till', 'until', 'before', 'yet', 'unless']);
const PUT_OFF_REACH = 3;
export type Ending = keyof typeof endings;

/** The last place in these items where it is said, statements only. */
export function lastSaid(ending: Ending, utterances: readonly Utterance[]): Evidence | undefined {
  for (const utterance of utterances.toReversed()) {
    const match = matchAll(endings[ending], utterance.tokens).find(
      ({ from, to }) =>
        !isAsked(utterance, from) &&
        !(ending === 'noInterest' && isPutOff(utterance, to)) &&
        !(ending === 'support' && doubtsAbout(utterance, from, to).has('hypothetical')),
    );
    if (match) return quote(utterance, match.from, match.to);
  }
  return undefined;
}

/** "It won't happen till spring": that is no refusal. */
function isPutOff({ tokens }: Utterance, to: number): boolean {
  return tokens.slice(to, to + PUT_OFF_REACH).some(({ text }) => PUTTING_OFF.has(text));
}

function isAsked(utterance: Utterance, at: number): boolean {
  return (
    utterance.role === 'agent' && utterance.clauses.some(({ from, to, question }) => question && from <= at && at < to)
  );
}

/** Whether it is said in an item, asked or stated. */
export function saysIn(ending: Ending, utterance: Utterance): boolean {
  return matchAll(endings[ending], utterance.tokens).length > 0;
}
