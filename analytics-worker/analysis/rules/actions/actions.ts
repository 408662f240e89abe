import type { ActionItem } from '../../results.ts';
import { tellingClause } from '../learned/item.ts';
import { quote, sentenceAt } from '../read.ts';
import type { Talk } from '../talk.ts';
import { dueIn } from './due.ts';
import { likelyIn, owing, trained, type Likely } from './likely.ts';
import { kindIn } from './promises.ts';

/** What somebody promised in the call to do after it: in the words that frames heard, else in the sentence that says it. */
export function findActions(talk: Talk, heard: readonly ActionItem[]): ActionItem[] {
  const { threshold } = trained();
  return likelyIn(talk, heard, trained()).flatMap((likely) =>
    owing(likely, threshold).flatMap((owner) => {
      const told = likely.heard.filter((one) => one.owner === owner);
      return told.length > 0 ? told : [said(likely, owner)];
    }),
  );
}

function said({ utterance }: Likely, owner: ActionItem['owner']): ActionItem {
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
