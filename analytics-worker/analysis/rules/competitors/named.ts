import { remembered } from '../../../../lib/remembered.ts';
import type { Competitor } from '../../results.ts';
import { assentOf } from '../assent.ts';
import { voicedBy } from '../find/confirmed.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import { mentionsIn, type Mention } from './mentions.ts';
import { stancesOf } from './stance.ts';
import { clauseAt } from '../read.ts';

type Stance = Competitor['stance'];
/** A mention, and how he stands to it by the frames that fit there. */
export type Told = { mention: Mention; stance: Stance | null };
export type Named = { name: string; told: Told[] };

/** The products that the caller names, each with its mentions in order. */
export const namedBy = remembered((talk: Talk): Named[] => {
  const own = ownNames(talk);
  const told = talk.caller.flatMap((utterance) => [...putTo(talk, utterance), ...toldIn(talk, utterance)]);
  const all = told.map(({ mention }) => mention.name);
  const names = new Set(
    told.map(({ mention }) => mention.name).filter((name) => !own.has(name) && !isShort(name, all)),
  );
  return [...names].map((name) => ({ name, told: told.filter(({ mention }) => mention.name === name) }));
});

/** The last stance that frames hear told, and one that is only mentioned is none: who left speaks of former use when he seems to use it. */
export function heardOf(told: readonly Told[]): Stance {
  const stances = told.flatMap(({ stance }) => (stance && stance !== 'mentioned' ? [stance] : []));
  return stances.includes('left') && stances.at(-1) === 'using' ? 'left' : (stances.at(-1) ?? 'mentioned');
}

/** "Conga", who has said "Conga Sign". */
const isShort = (name: string, all: string[]): boolean => all.some((other) => other.startsWith(`${name}_`));

function toldIn(talk: Talk, utterance: Utterance): Told[] {
  const mentions = mentionsIn(utterance);
  const stances = stancesOf(mentions, talk.before(utterance));
  return mentions.map((mention, index) => ({ mention, stance: stances[index] ?? null }));
}

/** "Are you on DocuSign?" – "Yes": what the agent put and the caller confirmed. */
function putTo(talk: Talk, utterance: Utterance): Told[] {
  const agentBefore = talk.before(utterance);
  const isAsked = agentBefore?.clauses.at(-1)?.question === true;
  if (!agentBefore || !isAsked || assentOf(utterance) !== 'yes') return [];
  const mentions = mentionsIn(voicedBy(agentBefore));
  const stances = stancesOf(mentions, undefined);
  return mentions.flatMap((mention, index) => {
    const stance = stances[index];
    if (!stance || stance === 'mentioned') return [];
    return [{ mention: { ...mention, utterance, from: 0, to: Math.min(3, utterance.tokens.length) }, stance }];
  });
}

/** The products of the company that the agent speaks for, which names itself when it answers. */
export function ownNames(talk: Talk): Set<string> {
  const [greeting] = talk.agent;
  if (!greeting || greeting.item > 2) return new Set();
  return new Set(mentionsIn(greeting).flatMap(({ name, from }) => (clauseAt(greeting, from)?.question ? [] : [name])));
}
