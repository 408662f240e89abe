import type { Competitor } from '../../results.ts';
import { lexicon } from '../match/lexicon.ts';
import { compile, matchAll, type Frames } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { askedStance, formerPeople, otherPeople, ruledOut, stanceFields } from '../vocabulary/competitors.ts';
import type { Mention } from './mentions.ts';
import { stanceByVerb } from './predicate.ts';
import { verbBefore } from './verbs.ts';

type Stance = Competitor['stance'];

const LIST_GAP = 7;
/** How far from a name the person stands whose product it is. */
const PERSON_REACH = 14;
/** An answer begins with the name, or nearly. */
const ANSWER_REACH = 8;
/** How far from a name a word stands that tells of it, and one that tells whose it is. */
const FIELD_REACH = 9;
const OWNED_REACH = 4;
const ENDED = new Set(stanceFields.left);
const WEIGHED = new Set(stanceFields.evaluating);
const OWNED = new Set(stanceFields.using);
const ASKING = new Set(stanceFields.asking);
const SELF = new Set(['we', 'i', 'our', 'my', 'us']);

const asked = compile(askedStance);
const people = compile({ formerly: formerPeople, others: otherPeople });
const framesOf = new Map<string, Frames>();

/** How the caller stands to the product of each mention of an item, in order; null where nothing tells. */
export function stancesOf(mentions: readonly Mention[], agentBefore: Utterance | undefined): (Stance | null)[] {
  const told: (Stance | null)[] = [];
  for (const [index, mention] of mentions.entries()) {
    const before = mentions[index - 1];
    const listed = before && isListed(before, mention) ? (told[index - 1] ?? null) : null;
    const answer = answerTo(agentBefore, mention);
    const said = saidOf(mention);
    const isAnswer = said === 'using' && answer === 'evaluating' && !isOwned(mention);
    told.push(isAnswer ? answer : (said ?? listed ?? answer ?? fieldOf(mention)));
  }
  return told;
}

function saidOf(mention: Mention): Stance | null {
  const { utterance, from, to } = mention;
  const { tokens } = utterance;
  const isWeighedNoMore = matchAll(framesFor(spokenOf(utterance, from, to)), tokens).some(
    (match) => match.from <= from && from < match.to,
  );
  if (isWeighedNoMore) return 'mentioned';
  const stance = stanceByVerb(mention);
  const persons = matchAll(people, tokens, Math.max(0, from - PERSON_REACH), Math.min(tokens.length, from + 3));
  const person = persons.at(-1);
  if (!person) return stance;
  if (person.label === 'formerly') return 'mentioned';
  const own = tokens.slice(person.to, from).some(({ text }) => SELF.has(text));
  return own ? stance : 'mentioned';
}

/** "We have DocuSign", to one who asks what else they look at. */
function isOwned({ utterance, from }: Mention): boolean {
  return utterance.tokens.slice(Math.max(0, from - OWNED_REACH), from).some(({ text }) => OWNED.has(text));
}

/** No frame tells: the words around the name in its clause and the next one do, what has ended before what goes on. */
function fieldOf({ utterance: { tokens }, from }: Mention): Stance | null {
  const before = tokens.slice(Math.max(0, from - FIELD_REACH), from).map(({ text }) => text);
  const behind = tokens.slice(from + 1, from + 1 + FIELD_REACH).map(({ text }) => text);
  const near = [...before, ...behind];
  if (near.some((text) => ENDED.has(text))) return 'left';
  if (near.some((text) => WEIGHED.has(text))) return 'evaluating';
  const owns =
    before.slice(-OWNED_REACH).some((text) => OWNED.has(text)) ||
    behind.slice(0, OWNED_REACH).some((text) => OWNED.has(text));
  return owns && !near.some((text) => ASKING.has(text)) ? 'using' : null;
}

/** "DocuSign, you, and a Polish one, Autenti": no verb stands between them. */
function isListed(before: Mention, { utterance: { tokens }, from }: Mention): boolean {
  return (
    from - before.to <= LIST_GAP &&
    !tokens.slice(before.to, from).some(({ text }) => text === 'to') &&
    verbBefore(tokens, before.to, from) === undefined
  );
}

/** The agent asked for what they use, what else they look at or what they had, and this is the answer. */
function answerTo(agentBefore: Utterance | undefined, { from }: Mention): Stance | null {
  if (!agentBefore || from > ANSWER_REACH) return null;
  const questions = matchAll(asked, agentBefore.tokens);
  const last = questions.toSorted((a, b) => a.to - b.to).at(-1);
  return (['evaluating', 'left', 'using'] as const).find((stance) => last?.label === stance) ?? null;
}

function spokenOf({ tokens }: Utterance, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

/** Frames with the name of this product put in: another one in the same item is a word like any other. */
function framesFor(name: string): Frames {
  const known = framesOf.get(name);
  if (known) return known;
  const frames = compile({ out: ruledOut }, { product: lexicon([name]) });
  framesOf.set(name, frames);
  return frames;
}
