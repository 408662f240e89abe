import { formatMany } from '../../../../format/number.ts';
import { inWords } from '../../../../format/words.ts';
import css from './analysis.module.css';
import { Card, Nothing } from './card.tsx';
import { Proofs } from './proofs.tsx';
import type { ItemOf, ResultOf } from './reading.ts';

type Result = ResultOf<'content_gaps'>;
type Gap = Result['gaps']['gaps'][number];

const KINDS: Record<string, string> = {
  empty_search: 'searched in vain',
  unanswered: 'not answered',
  repeated: 'asked again',
};

/** What the caller asked for and the content does not have. */
export function Gaps({ item }: { item: ItemOf<'content_gaps'> | undefined }) {
  return (
    <Card title="Content gaps" item={item}>
      {({ gaps: { gaps, missing_areas: areas }, tools: { searches } }) => (
        <>
          {gaps.length === 0 ? (
            <Nothing>Everything that was asked for was found.</Nothing>
          ) : (
            <ul className={css.list}>
              {gaps.map((gap, index) => (
                <One key={gap.topic ?? index} gap={gap} />
              ))}
            </ul>
          )}
          {searches.searches > 0 && (
            <p className="dim">
              {formatMany(searches.searches, 'search', 'searches')}, {searches.empty} of them in vain
              {areas.length > 0 && `; nothing at all on ${areas.map(({ name }) => inWords(name)).join(', ')}`}
            </p>
          )}
        </>
      )}
    </Card>
  );
}

function One({ gap: { topic, count, kinds, evidence } }: { gap: Gap }) {
  const words = Object.keys(kinds).map((kind) => KINDS[kind] ?? inWords(kind));
  return (
    <li>
      <b>{topic === null ? 'A topic' : inWords(topic)}</b>{' '}
      <span className="dim">
        {words.join(', ')}
        {count > 1 && `, ${count} times`}
      </span>{' '}
      <Proofs of={evidence} />
    </li>
  );
}
