import { wordsIn } from '../vocabulary/lines.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Doubt } from '../judge/doubts.ts';
import type { Utterance } from '../normalise/types.ts';
import { clauseAt, quote } from '../read.ts';
import { otherThings } from '../vocabulary/people.ts';
import { monthsOf, WORKING_DAYS } from '../vocabulary/periods.ts';
import { areAdded, echoed, standing, totalsIn } from './choose.ts';
import type { Claim, Turn } from './claim.ts';
import { withoutPeaks } from './peaks.ts';
import { areSigners, countsOf, type Count } from './counts.ts';
import { periodIn } from './periods.ts';

const FRAMES = compile({
  sends: [
    'send|sends|sending|sign|signs|signing|do|doing|does|process|issue|issuing|handle|handling|get|gets|getting|write|make|makes|produce|collect|close|push|pump|churn|turn|go|goes|generate|execute',
  ],
  sum: ['same', 'about the same'],
});
/** "Twice a month". */
const OFTEN = compile({ often: ['once|twice|thrice a|per|each|every|the|in ..2 day|week|month|quarter|year'] });
const TIMES: Record<string, number> = { once: 1, twice: 2, thrice: 3 };
const OUT: Doubt[] = ['past', 'hypothetical', 'other', 'machine', 'ironic', 'negated'];
const MOST = 10_000_000;
type Sized = { value: number; range?: [number, number]; count: Count };

/** How many documents a month: one claim an item at most. `team` and `places` are what is said "each" of. */
export function findVolume(turn: Turn, known: { team: number | undefined; places: Map<string, number> }): Claim[] {
  const { said, asked } = turn;
  const isAsked = asked.has('monthly_volume');
  const marks = matchAll(FRAMES, said.tokens);
  const totals = totalsIn(said);
  const same = marks.some(({ label }) => label === 'sum');
  const counts = standing(
    said,
    countsOf(said).filter(
      (count, _, all) =>
        mayBeVolume(count, isAsked, asked.has('team_size')) ||
        (isAsked && (isAskedFor(count, turn) || isOfSigners(count, turn))) ||
        areSigners(said, count) ||
        isPart(said, count, all) ||
        isNowOf(count, all),
    ),
  ).filter(
    ({ doubts, at, counts }) =>
      !OUT.some(
        (doubt) =>
          doubts.has(doubt) &&
          !(doubt === 'past' && (same || isLastPeriod(said, at))) &&
          // Asked for guests, he tells of guests; and a sum is no longer of those before it.
          !(doubt === 'other' && isAsked && (counts === 'others' || totals.has(at))),
      ) &&
      (isAsked || (!doubts.has('question') && !(counts === undefined && isPriced(said, at)))),
  );
  const isSaid =
    isAsked ||
    counts.some((count) => isNowOf(count, countsOf(said))) ||
    asked.has('use_case') ||
    marks.some(({ label }) => label === 'sends') ||
    counts.some((count) => count.counts === 'documents' && count.period);
  if (counts.length === 0 && isAsked) return oftenIn(said);
  if (counts.length === 0 || !isSaid) return [];
  const now = counts.some(({ doubts }) => !doubts.has('future'))
    ? counts.filter(({ doubts }) => !doubts.has('future'))
    : isAsked
      ? counts
      : [];
  const usual = withoutPeaks(said, now);
  const sized = usual.map((count): Sized => ({
    ...aMonth(count, isReckoned(said, count) ? 'month' : periodOf(countsOf(said), count, turn), known),
    count,
  }));
  const chosen = choose(turn, sized, isAsked);
  if (!chosen || !isVolume(chosen.value)) return [];
  const strength = isAsked ? 4 : chosen.count.counts === 'documents' ? 3 : 2;
  const evidence = [quote(said, chosen.count.at, chosen.count.to)];
  return [
    { value: chosen.value, evidence, item: said.item, strength, ...(chosen.range ? { range: chosen.range } : {}) },
  ];
}

export const isVolume = (documents: number): boolean => documents >= 0 && documents <= MOST;

function oftenIn(said: Utterance): Claim[] {
  const match = matchAll(OFTEN, said.tokens).at(-1);
  const times = match && TIMES[said.tokens[match.from]?.text ?? ''];
  const months = match && monthsOf[said.tokens[match.to - 1]?.text ?? ''];
  if (!match || !times || !months) return [];
  const evidence = [quote(said, match.from, match.to)];
  return [{ value: Math.round(times / months), evidence, item: said.item, strength: 4 }];
}

/** Documents, or a bare count with a period, or a bare one where documents were asked for. */
function mayBeVolume(
  { counts, period, quantity, more, isDirect, isLast, isOften }: Count,
  isAsked: boolean,
  isTeam: boolean,
): boolean {
  if (quantity.vague && quantity.value < 100) return false;
  if (more) return false;
  if (isOften) return isAsked;
  if (counts === 'documents') return period !== undefined || isAsked;
  if (!isAsked && counts === undefined && (!isDirect || isLast)) return false;
  if (counts === 'others' || counts === 'people') return isAsked && period !== undefined;
  return counts === undefined && (period !== undefined || (isAsked && !isTeam));
}

const THINGS = new Set(otherThings);
/** "How many weddings do you do?" "Forty eight weddings." */
const isAskedFor = ({ counts, noun, more }: Count, { before }: Turn): boolean =>
  counts === 'things' &&
  !more &&
  noun !== undefined &&
  noun.length > 3 &&
  !THINGS.has(noun.replace(/s$/u, '')) &&
  before !== undefined &&
  before.tokens.some(({ text }) => text === noun || `${text}s` === noun || text === `${noun}s`);

/** "How many sign in a month?" "Twelve hundred players." */
const isOfSigners = ({ counts, noun }: Count, { before }: Turn): boolean =>
  (counts === 'people' || counts === 'others') &&
  noun !== undefined &&
  noun !== 'us' &&
  before !== undefined &&
  before.tokens.some(({ text }) => text === 'sign' || text === 'signs');

const isLastPeriod = (said: Utterance, at: number): boolean => {
  const clause = clauseAt(said, at);
  const words = said.tokens.slice(clause?.from ?? 0, clause?.to ?? 0).map(({ text }) => text);
  const last = words.findIndex((word) => word === 'last' || word === 'past');
  return (
    last >= 0 && ['year', 'month', 'week', 'quarter', '12'].includes(words[last + 1] ?? '') && !words.includes('before')
  );
};

/** Of documents with no period of its own, or their sum, where a period is told beside it: "forty contracts and ten ndas a month". */
function isPart(said: Utterance, { at, counts, quantity, more }: Count, all: Count[]): boolean {
  // "… twenty a month, and eight managers plus me, so ten" sums up the people.
  const last = all.findLast((other) => other.at < at);
  if (counts === undefined && last?.counts === 'people') return false;
  const isTold = all.some((other) => other.at !== at && other.counts === 'documents' && other.period !== undefined);
  return (
    isTold && !more && !quantity.vague && (counts === 'documents' || (counts === undefined && totalsIn(said).has(at)))
  );
}

/** "It used to be a hundred contracts a month, now it is nearer sixty": of what was told of the past. */
const isNowOf = ({ at, counts, quantity, doubts }: Count, all: Count[]): boolean =>
  counts === undefined &&
  !quantity.vague &&
  !doubts.has('past') &&
  all.some((other) => other.at < at && other.doubts.has('past') && other.period !== undefined && isOfPaper(other));
const isOfPaper = ({ counts }: Count): boolean => counts === 'documents' || counts === undefined;

/** "Last year's quote was three hundred a month": a price, where documents were not asked for. */
const isPriced = (said: Utterance, at: number): boolean => {
  const clause = clauseAt(said, at);
  return said.tokens.slice(clause?.from ?? 0, clause?.to ?? 0).some(({ text }) => PRICES.has(text));
};
const PRICES = new Set([
  'quote',
  'quoted',
  'price',
  'plan',
  'cost',
  'costs',
  'pay',
  'paying',
  'subscription',
  'charged',
  'charge',
]);

/** A bare number takes the period of its neighbour, "twenty, maybe thirty a week", or of the question. */
export const periodOf = (counts: Count[], { at, period }: Count, { before }: Turn): string =>
  period ??
  counts.findLast((other) => other.at < at && other.period)?.period ??
  counts.find((other) => other.period)?.period ??
  (before && periodIn(before)) ??
  'month';

/** A count of a period as one of a month; of what is told each, times how many there are. */
export function aMonth(
  { quantity, per }: Pick<Count, 'quantity' | 'per'>,
  period: string,
  { team, places }: { team?: number | undefined; places?: Map<string, number> } = {},
): { value: number; range?: [number, number] } {
  const times = (per === 'person' ? team : per ? (places?.get(per) ?? (PEOPLE.has(per) ? team : undefined)) : 1) ?? 1;
  const months = period === 'day' ? 1 / WORKING_DAYS : (monthsOf[period] ?? 1);
  const scaled = (value: number): number => Math.round((value * times) / months);
  const { range } = quantity;
  if (!range) return { value: scaled(quantity.value) };
  return { value: scaled((range[0] + range[1]) / 2), range: [scaled(range[0]), scaled(range[1])] };
}
const PEOPLE = new Set(
  wordsIn(`
person, rep, head, agent, user, lawyer, consultant, recruiter, salesperson, partner, broker
`),
);

/** "Ten a day, so three hundred": what so many come to in a month, not as many a day. */
function isReckoned(said: Utterance, { at, isDirect, quantity }: Count): boolean {
  const before = countsOf(said).filter((count) => count.at < at && count.period !== undefined);
  const told = before.at(-1);
  if (isDirect || !told?.period || told.period === 'month' || !totalsIn(said).has(at)) return false;
  const month = aMonth(told, told.period).value;
  const isSum = before.reduce((sum, count) => sum + count.quantity.value, 0) === quantity.value;
  return !isSum && quantity.value > month / RECKONED && quantity.value < month * RECKONED;
}
/** People reckon roughly: thirty days a month, four weeks. */
const RECKONED = 1.5;

function choose({ said, after }: Turn, sized: Sized[], isAsked: boolean): Sized | undefined {
  const echo = echoed(after);
  const sum = sumOf(said, sized);
  const all = sized.length > 1 ? allOf(sized) : undefined;
  const options = [...sized, ...(sum ? [sum] : [])];
  if (isAsked && all && all.value === echo[0]) return all;
  const repeated = isAsked
    ? options.findLast(
        ({ value, count }) => echo[0] === value || (echo[0] === count.quantity.value && options.length > 1),
      )
    : undefined;
  if (repeated) return repeated;
  const totals = totalsIn(said);
  const ofDocuments = sized.filter(({ count }) => count.counts === 'documents');
  // "So about twenty offers and five contracts": the first of a sum is no total.
  const total = sized.findLast(({ count }) => totals.has(count.at) && count.at !== sum?.count.at);
  if (!isAsked && ofDocuments.length > 0 && !sum && !total) return ofDocuments.at(-1);
  return total ?? sum ?? sized.findLast(({ count }) => count.period) ?? sized.at(-1);
}

/** Kinds of documents that are told one by one: "thirty contracts and ten NDAs". */
function sumOf(said: Utterance, sized: Sized[]): Sized | undefined {
  const kinds = sized.filter(({ count }) => count.counts === 'documents');
  const [first] = kinds;
  const last = kinds.at(-1);
  if (!first || !last || kinds.length < 2 || new Set(kinds.map(({ count }) => count.noun)).size < kinds.length)
    return undefined;
  const added = kinds.every(
    ({ count }, index) => index === 0 || areAdded(said, kinds[index - 1]?.count ?? count, count),
  );
  return added
    ? { value: kinds.reduce((all, { value }) => all + value, 0), count: { ...last.count, at: first.count.at } }
    : undefined;
}

/** All of them together, for an agent who adds them up. */
function allOf(sized: Sized[]): Sized | undefined {
  const [first] = sized;
  const last = sized.at(-1);
  return (
    first &&
    last && { value: sized.reduce((sum, { value }) => sum + value, 0), count: { ...last.count, at: first.count.at } }
  );
}
