import type { Competitor } from '../../results.ts';
import { assentOf } from '../assent.ts';
import { voicedBy } from '../find/confirmed.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote } from '../read.ts';
import type { Talk } from '../talk.ts';
import { mentionsIn, type Mention } from './mentions.ts';
import { stancesOf } from './stance.ts';

type Told = { mention: Mention; stance: Competitor['stance'] | null };

/**
 * The products that the caller names, once each: the last stance that he told counts, and one that he only mentions is none.
 *
 * @param tool what the signals say that he works with now: he uses it, however he speaks of it
 */
export function findCompetitors(talk: Talk, tool?: unknown): Competitor[] {
  const own = ownNames(talk);
  const told = talk.caller.flatMap((utterance) => [...putTo(talk, utterance), ...toldIn(talk, utterance)]);
  const all = told.map(({ mention }) => mention.name);
  const names = new Set(
    told.map(({ mention }) => mention.name).filter((name) => !own.has(name) && !isShort(name, all)),
  );
  return [...names].flatMap((name) =>
    standing(
      told.filter(({ mention }) => mention.name === name),
      { name, tool },
    ),
  );
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

/** Who told that he left speaks of former use when he seems to use it. */
function standing(told: Told[], { name, tool }: { name: string; tool: unknown }): Competitor[] {
  const stances = told.flatMap(({ stance }) => (stance && stance !== 'mentioned' ? [stance] : []));
  const last = stances.includes('left') && stances.at(-1) === 'using' ? 'left' : (stances.at(-1) ?? 'mentioned');
  const stance = name === tool && last !== 'left' ? 'using' : last;
  const first = told.find((one) => one.stance === stance) ?? told[0];
  if (!first) return [];
  const { mention } = first;
  return [{ ...quote(mention.utterance, mention.from, mention.to), name: mention.name, stance }];
}

/** The company that the agent speaks for names itself when it answers. */
function ownNames(talk: Talk): Set<string> {
  const [greeting] = talk.agent;
  if (!greeting || greeting.item > 2) return new Set();
  const asked = (at: number) => greeting.clauses.some(({ from, to, question }) => question && from <= at && at < to);
  return new Set(mentionsIn(greeting).flatMap(({ name, from }) => (asked(from) ? [] : [name])));
}
