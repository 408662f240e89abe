import { inWords } from '../../../../format/words.ts';
import css from './analysis.module.css';
import { Card, Nothing } from './card.tsx';
import { Proofs } from './proofs.tsx';
import type { ItemOf } from './reading.ts';

const OWNERS: Record<string, string> = { agent: 'Agent', team: 'Team', user: 'Caller' };

/** Who does what by when, in the words in which it was promised. */
export function Actions({ item }: { item: ItemOf<'action_items'> | undefined }) {
  return (
    <Card title="Action items" item={item}>
      {({ action_items: actions }) =>
        actions.length === 0 ? (
          <Nothing>Nothing was promised.</Nothing>
        ) : (
          <ul className={css.list}>
            {actions.map((one) => (
              <li key={`${one.item} ${one.owner} ${one.action}`}>
                <span className={css.task}>
                  <b className={css.owner}>{OWNERS[one.owner] ?? inWords(one.owner)}</b>
                  <span>{one.action ?? inWords(one.kind)}</span>
                  <span className={css.due}>
                    {one.due ?? <span className="dim">{one.action === null ? '' : 'no date said'}</span>}
                  </span>
                </span>
                <Proofs of={[one]} />
              </li>
            ))}
          </ul>
        )
      }
    </Card>
  );
}
