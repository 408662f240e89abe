import { wordsIn } from '../vocabulary/lines.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Doubt } from '../judge/doubts.ts';
import { doubtsAbout } from '../judge/doubts.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import { alone, both, notUsers, shares, users, wholes } from '../vocabulary/team.ts';
import { echoed, standing, totalsIn } from './choose.ts';
import type { Claim, Turn } from './claim.ts';
import { areSigners, countsOf, type Count } from './counts.ts';
import { groupedPeople } from './groups.ts';
import { isIncluded, listedPeople, type Listed } from './listed.ts';

const FRAMES = compile({ alone, both, users, notUsers });
const OURS = compile({
  ours: wordsIn(`
we are ..3 #, there is|are ..3 #, us are|is ..2 #,
team|staff|headcount|company|crew|firm|practice|agency|group|department|office|business of|is|are|has|have ..3 #,
we have|got|employ ..4 #, we have got ..3 #, i have|got|employ|manage|run ..4 #, we would be ..2 #,
there would be ..2 #, # of us, # people|staff|employees|persons|person|strong, # ..2 would|will ..1 use|send|need,
up to ..1 #, i would say ..2 #, we number ..2 #, we sit at ..2 #, we are at|up|now|about ..3 #
`),
});
/** Where another number is told, these are more than would use it: "fifteen in operations, the company is a hundred and ten". */
const WHOLE = compile({ whole: wholes });
const SHARE = compile({ share: shares });
/** "sixty two of us, though only about twenty ever borrow one" */
const NARROWED = compile({ narrowed: ['but|though|although|really|realistically ..4 only|just ..2 #'] });
/** Who asks what it costs for so many tells how many would use it: "how much is it for twelve?" */
const PRICED_FOR = compile({
  priced: ['how much|price|cost|costs|rate|quote|pricing|charge ..5 for about|around|just? #'],
});
/** "I've three sons": a family that he does not say he works with. */
const KIN = new Set(['sons', 'daughters', 'brothers', 'sisters', 'cousins', 'nephews', 'nieces']);
/** These rule a count out; a hedge does not, and a future or a question only where others were said. */
const OUT: Doubt[] = ['past', 'hypothetical', 'other', 'machine', 'ironic', 'negated'];
const MOST = 100_000;
const TEAM = new Set(['team', 'teams', 'staff', 'people', 'employees', 'colleagues', 'headcount', 'users']);
const OWN = new Set(['we', 'our', 'us', 'i', 'my', 'me']);
/** "Me and three others". */
const PLUS = compile({
  plus: ['me|myself and|plus # others|other|more|people|colleagues', '# others|other|more and|plus me|myself'],
});
/** Asked for, of whatever they call themselves: "six fundis and i". */
const AND_ME = compile({ plus: ['# _ and|plus me|myself|i', '# of them|those|these and|plus me|myself|i'] });
const SEATS = new Set(['seats', 'logins', 'licences', 'licenses', 'users']);
/** "signed by four people": those are none of the users. */
const SIGNERS = new Set(['sign', 'signed', 'signs', 'comparing', 'way', 'by']);
const USERS_WITHIN = 12;
const ENDS = new Set(['but', 'only', 'not', 'just']);
const USED = compile({
  used: [
    'would|will ..2 use|using|touch|send|sending|access|write|log|work',
    'who would|will|uses|use|sends|send|actually',
    'need|needs access|accounts|logins|seats',
    'use it|this|that',
    'log in',
  ],
});

/** How many would use the product, or how many they are: one claim an item at most. */
export function findTeam(turn: Turn): Claim[] {
  const { said, asked } = turn;
  const isAsked = asked.has('team_size');
  const matches = matchAll(FRAMES, said.tokens);
  const bare = bareIn(said);
  // "my son when there is a rush, so three" is no longer of him.
  const summed = totalsIn(said);
  const priced = new Set(pricedFor(said));
  const ruledOut = (count: Count): boolean =>
    OUT.some((doubt) => count.doubts.has(doubt) && !(doubt === 'other' && summed.has(count.at))) ||
    (count.doubts.has('question') && !isAsked && !priced.has(count.at)) ||
    matches.some(({ label, from, to }) => label === 'notUsers' && isBehind(said, count, from, to));
  const counts = standing(
    said,
    countsOf(said).filter(
      (count) =>
        mayBeTeam(count, isAsked || bare.has(count.at)) &&
        !areSigners(said, count) &&
        !isIncluded(said.tokens, count.at),
    ),
  ).filter((count) => !ruledOut(count));
  const now = counts.some(({ doubts }) => !doubts.has('future'))
    ? counts.filter(({ doubts }) => !doubts.has('future'))
    : isAsked
      ? counts
      : [];
  const lastAt = Math.max(-1, ...now.map(({ at }) => at));
  // "Who decides?" "Me and my business partner": those are not all of them.
  const areDeciders = !isAsked && asked.has('budget_authority');
  const listed = areDeciders
    ? undefined
    : (groupedPeople(said, isAsked) ?? listedPeople(said, new Set(now.map(({ at }) => at)), isAsked));
  // People whom he lists are his; of a single count he must say so.
  const own =
    isAsked || listed
      ? now
      : now
          .filter(({ noun }) => !KIN.has(noun ?? ''))
          .filter((count) => priced.has(count.at) || isOurs(said, count, bare));
  const onlyHe = areDeciders ? undefined : few(turn, matches);
  const isOnlyHe = onlyHe !== undefined && onlyHe.from > lastAt && !listed;
  const chosen = isOnlyHe || (own.length === 0 && !listed) ? onlyHe : choose(turn, own, listed, isAsked);
  if (!chosen) return [];
  const { value, from, to, range } = chosen;
  if (!isTeam(value)) return [];
  const ofUsers = matches.some(({ label }) => label === 'users');
  // "there's four of us on the desk" says as plainly who would use it.
  const ofUs = ['us', 'we'].includes(said.tokens[to - 1]?.text ?? '');
  const strength = isAsked ? 4 : chosen === onlyHe ? 1.5 : ofUsers || ofUs ? 3.5 : chosen.ours ? 3 : 2;
  return [{ value, evidence: [quote(said, from, to)], item: said.item, strength, ...(range ? { range } : {}) }];
}

export const isTeam = (people: number): boolean => people >= 1 && people <= MOST;

/** A count of people, or a bare one where people were asked for. */
function mayBeTeam({ counts, period, per, quantity, more, ofThem }: Count, isAsked: boolean): boolean {
  if (more || ofThem) return false;
  if (quantity.vague || (period !== undefined && counts !== 'people') || (per !== undefined && per !== 'person'))
    return false;
  return counts === 'people' || (counts === undefined && isAsked && quantity.value === Math.round(quantity.value));
}

/** "sixty teachers but they don't send anything": said in the clause of the count, or in the next one. */
function isBehind(said: Utterance, count: Count, from: number, to: number): boolean {
  const clause = said.clauses.findIndex((clause) => clause.from <= count.at && count.at < clause.to);
  const near = said.clauses[clause + 1];
  const own = said.clauses[clause];
  const nextNumber = said.tokens.findIndex(({ number }, at) => at > count.at && number?.form === 'count');
  if (nextNumber >= 0 && nextNumber < from) return false;
  // "four in the office, the captains I don't count" is told of others.
  const between = said.tokens.slice(count.to, from);
  if (between.some(({ text }, at) => text === 'the' && /[^s]s$/u.test(between[at + 1]?.text ?? ''))) return false;
  return (
    from >= count.at &&
    to <= (near && ['but', 'who', 'and', 'which', undefined].includes(near.opener) ? near.to : (own?.to ?? 0))
  );
}

type Chosen = { value: number; from: number; to: number; range?: [number, number]; ours: boolean };

function choose(turn: Turn, counts: Count[], sum: Listed | undefined, isAsked: boolean): Chosen | undefined {
  const { said, after } = turn;
  const totals = totalsIn(said);
  const ours = new Set(matchAll(OURS, said.tokens).map(({ number }) => number));
  const whole = new Set(matchAll(WHOLE, said.tokens).map(({ number }) => number));
  const shared = new Set(matchAll(SHARE, said.tokens).map(({ number }) => number));
  const isShare = ({ at, quantity }: Count): boolean =>
    shared.has(at) && counts.some((count) => count.at < at && count.quantity.value > quantity.value);
  const parts = counts.filter((count) => !whole.has(count.at) && !isShare(count));
  const named = (parts.length > 0 ? parts : counts).filter(
    ({ at, counts }) => isAsked || ours.has(at) || totals.has(at) || counts === 'people',
  );
  const used = named.filter((count) => isOfUsers(said, count));
  const only = used.length > 0 && used.length < named.length && !sum ? used : named;
  const options = [...only.map((count) => ofCount(count, ours.has(count.at))), ...(sum ? [sum] : [])];
  const echo = echoed(after);
  const repeated = options.findLast(({ value }) => echo.includes(value) && isAsked && echo[0] === value);
  if (repeated) return repeated;
  const narrowed = matchAll(NARROWED, said.tokens).at(-1)?.number;
  const few = only.find(({ at }) => at === narrowed);
  if (few) return ofCount(few, true);
  const total = only.findLast(({ at }) => totals.has(at));
  // "three of us in sales and one in billing": the first of a list is no sum.
  if (total && !(sum && sum.from <= total.at && total.at < sum.to)) return ofCount(total, true);
  if (sum) return sum;
  const alone = totalsIn(said, 'only');
  const stated = only.findLast(({ at }) => alone.has(at));
  if (stated) return ofCount(stated, true);
  const best = only.findLast(({ at }) => ours.has(at)) ?? only.at(isAsked ? -1 : 0);
  return best && ofCount(best, ours.has(best.at));
}

const ofCount = ({ quantity, at, to }: Count, ours: boolean): Chosen => ({
  value: quantity.value,
  from: at,
  to,
  ours,
  ...(quantity.range ? { range: quantity.range } : {}),
});

/** Too few for a number: "just me", "my wife and i". */
function few({ said, asked }: Turn, matches: { label: string; from: number; to: number }[]): Chosen | undefined {
  // "not just me" is more than one.
  const may = ({ from, to }: { from: number; to: number }): boolean =>
    said.tokens[from - 1]?.text !== 'not' &&
    !['and', 'plus', 'with'].includes(said.tokens[to]?.text ?? '') &&
    !OUT.some((doubt) => doubtsAbout(said, from, to).has(doubt));
  if (
    asked.has('team_size') &&
    said.tokens.length <= 2 &&
    said.tokens.some(({ text }, at) => text === 'me' || text === 'myself' || (text === 'i' && at === 0))
  )
    return { value: 1, from: 0, to: said.tokens.length, ours: true };
  const more =
    matchAll(PLUS, said.tokens).findLast(may) ??
    (asked.has('team_size') ? matchAll(AND_ME, said.tokens).findLast(may) : undefined);
  const others = more?.number === undefined ? undefined : said.tokens[more.number]?.number;
  if (more && others) return { value: others.value + 1, from: more.from, to: more.to, ours: true };
  const two = matches.find((match) => match.label === 'both' && may(match));
  if (two) return { value: 2, from: two.from, to: two.to, ours: true };
  const one = matches.find((match) => match.label === 'alone' && may(match));
  return one && { value: 1, from: one.from, to: one.to, ours: true };
}

/** "procurement is three people and that's who'd use it": told of this count, and of no other one between. */
function isOfUsers({ tokens }: Utterance, { at }: Count): boolean {
  const end = tokens.findIndex(({ number, text }, index) => index > at && (number?.form === 'count' || ENDS.has(text)));
  const until = Math.min(end < 0 ? tokens.length : end, at + USERS_WITHIN);
  return matchAll(USED, tokens, at, until).length > 0;
}

/** Places of numbers without a noun that are of people all the same: "we are nineteen", "my team is … so four". */
function bareIn(said: Utterance): Set<number> {
  const isOfTeam =
    said.tokens.some(({ text }) => TEAM.has(text)) ||
    matchAll(FRAMES, said.tokens).some(({ label }) => label === 'users');
  const places = countsOf(said).flatMap(({ at, counts, noun }) => (counts === 'people' && !noun ? [at] : []));
  return new Set([...places, ...pricedFor(said), ...(isOfTeam ? totalsIn(said) : [])]);
}

/** Behind a number of people nothing is counted that is none of them: "how much is it for one document?" */
const pricedFor = (said: Utterance): number[] =>
  matchAll(PRICED_FOR, said.tokens).flatMap(({ number }) => {
    const count = countsOf(said).find(({ at }) => at === number);
    const next = said.tokens[(number ?? 0) + 1];
    const isBare = !next || next.text === 'alone' || said.tokens[number ?? 0]?.stop !== undefined;
    return count && (count.counts === 'people' || (count.counts === undefined && isBare)) ? count.at : [];
  });

/** Counted of himself: he says "we" or "our" before it, or what it is of is told by the frame. */
function isOurs(said: Utterance, { at, noun }: Count, bare: Set<number>): boolean {
  if (bare.has(at) || noun === 'us' || SEATS.has(noun ?? '')) return true;
  const clause = said.clauses.find(({ from, to }) => from <= at && at < to);
  const before = said.tokens.slice(clause?.from ?? 0, at).map(({ text }) => text);
  if (before.some((word) => SIGNERS.has(word))) return false;
  return before.some((word) => OWN.has(word)) || matchAll(OURS, said.tokens).some(({ number }) => number === at);
}
