import { formatMany } from '../../../../format/number.ts';
import { inWords } from '../../../../format/words.ts';
import { Tag, type Tone } from '../../../../parts/tag.tsx';
import css from './analysis.module.css';
import { Card, Nothing } from './card.tsx';
import { Proofs } from './proofs.tsx';
import type { ItemOf, ResultOf } from './reading.ts';

type Props = { item: ItemOf<'objections'> | undefined };
type Objection = ResultOf<'objections'>['objections'][number];

export function Objections({ item }: Props) {
  return (
    <Card title="Objections" item={item} aside={({ objections }) => <Standing objections={objections} />}>
      {({ objections }) =>
        objections.length === 0 ? (
          <Nothing>None was raised.</Nothing>
        ) : (
          <ul className={css.list}>
            {objections.map((one) => (
              <li key={`${one.item} ${one.type} ${one.quote}`}>
                <b>{inWords(one.type)}</b>{' '}
                {one.resolved ? <Tag tone="good">resolved</Tag> : <Tag tone="warning">open</Tag>} <Proofs of={[one]} />
                {one.resolution !== null && one.resolution.quote !== null && (
                  <span className={css.by}>
                    <span className="dim">resolved by</span> <Proofs of={[one.resolution]} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Card>
  );
}

function Standing({ objections }: { objections: readonly Objection[] }) {
  const open = objections.filter(({ resolved }) => !resolved).length;
  if (objections.length === 0) return null;
  return <span>{open === 0 ? 'all resolved' : `${open} of ${objections.length} open`}</span>;
}

const STANCES: Record<string, { words: string; tone: Tone }> = {
  using: { words: 'uses it', tone: 'warning' },
  evaluating: { words: 'compares with it', tone: 'warning' },
  left: { words: 'has left it', tone: 'good' },
  mentioned: { words: 'named it', tone: 'plain' },
};

export function Competitors({ item }: Props) {
  return (
    <Card title="Competitors" item={item}>
      {({ competitors, comparison_requests: compared }) => (
        <>
          {competitors.length === 0 && <Nothing>None was named.</Nothing>}
          <ul className={css.list}>
            {competitors.map((one) => (
              <li key={`${one.name} ${one.item} ${one.quote}`}>
                <b>{inWords(one.name)}</b>{' '}
                <Tag tone={STANCES[one.stance]?.tone ?? 'plain'}>
                  {STANCES[one.stance]?.words ?? inWords(one.stance)}
                </Tag>{' '}
                <Proofs of={[one]} />
              </li>
            ))}
          </ul>
          {compared.length > 0 && (
            <p className={css.by}>
              <span className="dim">Asked to compare {formatMany(compared.length, 'time')}</span>{' '}
              <Proofs of={compared} />
            </p>
          )}
        </>
      )}
    </Card>
  );
}
