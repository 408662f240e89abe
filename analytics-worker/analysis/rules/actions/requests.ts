import type { ActionItem } from '../../results.ts';
import { assentOf } from '../assent.ts';
import { askedBy } from '../find/asked.ts';
import { quote } from '../read.ts';
import type { Talk } from '../talk.ts';
import type { Utterance } from '../normalise/types.ts';
import { requested, requestedOfCallers } from '../vocabulary/actions.ts';
import { dueIn } from './due.ts';
import { kindOf, saidIn } from './promises.ts';
import { sentenceEnd } from './sentences.ts';

const REQUESTED = new Set(requested.map((deed) => deed.split(' ')[0]));
const OF_CALLERS = new Set([...REQUESTED, ...requestedOfCallers]);
const ANSWER_WORDS = 6;

/** "Could you send us a sample?" – "Sure": who says yes and promises nothing in his own words promises that. */
export function grantedIn(talk: Talk, asking: Utterance): ActionItem[] {
  const answer = talk.after(asking);
  const asked = asking.role === 'agent' ? OF_CALLERS : REQUESTED;
  const request = saidIn(asking).findLast(({ as, deed }) => as === 'request' && asked.has(asking.tokens[deed]?.text));
  if (askedBy(asking).has('budget_authority')) return [];
  if (!answer || !request || assentOf(answer) !== 'yes' || saidIn(answer).length > 0) return [];
  const end = sentenceEnd(asking, request.to);
  return [
    {
      ...quote(answer, 0, Math.min(ANSWER_WORDS, sentenceEnd(answer, 1))),
      owner: answer.role === 'user' ? 'user' : 'agent',
      action: quote(asking, request.deed, end).quote,
      due: dueIn(asking, request.deed, end),
      kind: kindOf(request),
    },
  ];
}
