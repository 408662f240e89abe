import type { ActionItem } from '../../results.ts';
import { assentOf } from '../assent.ts';
import { askedBy } from '../find/asked.ts';
import { compile, matchesAt } from '../match/pattern.ts';
import { quote, sentenceAt } from '../read.ts';
import type { Talk } from '../talk.ts';
import type { Utterance } from '../normalise/types.ts';
import { requested, requestedOfCallers } from '../vocabulary/actions.ts';
import { dueIn } from './due.ts';
import { kindOf, saidIn, type Pledge } from './promises.ts';

const deeds = compile({ both: requested, caller: requestedOfCallers });
/** "Would you like to speak with somebody" asks for no deed. */
const WISHING = new Set(['like', 'want', 'prefer', 'rather', 'care', 'wish', 'be']);
const ANSWER_WORDS = 6;

/** Whether it is the other side that would do it. */
function isForOthers({ utterance: { tokens, role }, from, deed }: Pledge): boolean {
  if (tokens.slice(from, deed).some(({ text }) => WISHING.has(text))) return false;
  return matchesAt(deeds, tokens, deed).some(({ label }) => label === 'both' || role === 'agent');
}

/** "Could you send us a sample?" – "Sure": who says yes and promises nothing in his own words promises that. */
export function grantedIn(talk: Talk, asking: Utterance): ActionItem[] {
  const answer = talk.after(asking);
  const request = saidIn(asking).findLast((said) => said.as === 'request' && isForOthers(said));
  if (askedBy(asking).has('budget_authority')) return [];
  if (!answer || !request || assentOf(answer) !== 'yes' || saidIn(answer).length > 0) return [];
  const end = sentenceAt(asking, request.to - 1)?.to ?? request.to;
  return [settledBy(answer, request, end, answer.role === 'user' ? 'user' : 'agent')];
}

/** What was asked for or offered is promised where the other side says yes to it. */
export function settledBy(answer: Utterance, put: Pledge, end: number, owner: ActionItem['owner']): ActionItem {
  const answerEnd = Math.min(ANSWER_WORDS, sentenceAt(answer, 0)?.to ?? ANSWER_WORDS);
  return {
    ...quote(answer, 0, answerEnd),
    owner,
    action: quote(put.utterance, put.deed, end).quote,
    // "Could you send it?" – "With pleasure, today."
    due: dueIn(put.utterance, put.deed, end) ?? dueIn(answer, 0, answerEnd),
    kind: kindOf(put),
  };
}
