import { askedBy } from '../find/asked.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import { askedForDoubts, greeted } from '../vocabulary/objectionSpeech.ts';

/** What the agent's words make of the caller's: facts that were asked for, or an answer to what is offered. */

const invited = compile({ invited: askedForDoubts });
const greetings = compile({ greeting: greeted });
/** What an agent asks of a caller's own house. */
const FACTS_ASKED = new Set([
  'team_size',
  'monthly_volume',
  'location',
  'industry',
  'use_case',
  'current_tool',
  'budget_authority',
]);

/** "Is there anything that worries you?" */
export const asksForDoubts = (agent: Utterance): boolean => matchAll(invited, agent.tokens).length > 0;

/** "How can I help?" */
export const isGreeting = (agent: Utterance): boolean => matchAll(greetings, agent.tokens).length > 0;

/** Asked for facts of his own he tells them: no doubt but one that he calls so. */
export function isInterview(agent: Utterance): boolean {
  if (asksForDoubts(agent)) return false;
  const topics = askedBy(agent);
  const asksWhen = agent.clauses.some(
    ({ from, to, question }) => question && agent.tokens.slice(from, to).some(({ text }) => text === 'when'),
  );
  return (
    isGreeting(agent) || asksWhen || (!topics.has('pain_points') && [...topics].some((topic) => FACTS_ASKED.has(topic)))
  );
}
