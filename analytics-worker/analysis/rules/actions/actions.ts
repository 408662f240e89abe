import type { ActionItem } from '../../results.ts';
import { tellingClause } from '../learned/item.ts';
import { weigh } from '../learned/weigh.ts';
import type { Utterance } from '../normalise/types.ts';
import { quote, sentenceAt } from '../read.ts';
import type { Talk } from '../talk.ts';
import { dueIn } from './due.ts';
import { isWaived, toldOnce } from './heard.ts';
import { candidatesOf, owing, trained } from './likely.ts';
import { kindIn } from './promises.ts';

/** What somebody promised in the call to do after it: in the words that frames heard, else in the sentence that says it. */
export function findActions(talk: Talk, heard: readonly ActionItem[]): ActionItem[] {
  const model = trained();
  const found = weigh(model, candidatesOf(talk, heard)).flatMap((weighed) => {
    const owners = owing(weighed, model.thresholds.words);
    const told = heard.filter((one) => one.item === weighed.said.item && owners.includes(one.owner));
    const untold = isWaived(talk, weighed.said)
      ? []
      : owners.filter((owner) => told.every((one) => one.owner !== owner));
    // Frames know better who will do what they heard.
    const isTold = ({ quote }: ActionItem) => told.some((one) => one.quote === quote);
    return [...told, ...untold.map((owner) => saidBy(weighed.said, owner)).filter((one) => !isTold(one))];
  });
  return toldOnce(found.filter((one) => !isTakenUp(talk, one, found)));
}

/** "Please do, to my work email": what the agent then promises in his own words is the same. */
function isTakenUp(talk: Talk, { item, owner }: ActionItem, found: readonly ActionItem[]): boolean {
  const isCallers = talk.caller.some((said) => said.item === item);
  return isCallers && owner !== 'user' && found.some((one) => one.item === item + 1 && one.owner === owner);
}

function saidBy(utterance: Utterance, owner: ActionItem['owner']): ActionItem {
  const clause = tellingClause(trained(), owner, utterance);
  const { from, to } = sentenceAt(utterance, clause.from) ?? clause;
  const evidence = quote(utterance, from, to);
  return {
    ...evidence,
    owner,
    action: evidence.quote,
    due: dueIn(utterance, from, to),
    kind: kindIn(utterance, from, to) ?? 'other',
  };
}
