import { formatMany } from '../../../../format/number.ts';
import { inWords } from '../../../../format/words.ts';
import { Meter } from '../meter.tsx';
import css from './analysis.module.css';
import { Card, Nothing } from './card.tsx';
import { Proofs } from './proofs.tsx';
import type { ItemOf, ResultOf } from './reading.ts';

type Props = { item: ItemOf<'sales'> | undefined };
type Sales = ResultOf<'sales'>['sales'];
type Sum = Sales['bant']['budget'];
type Mention = Sales['buying_signals'][number];

/** Budget, authority, need, timeline: each the sum of its lines. */
export function Bant({ item }: Props) {
  return (
    <Card title="Budget, authority, need, timeline" item={item}>
      {({ sales: { bant } }) => (
        <ul className={css.sums}>
          <Side name="Budget" sum={bant.budget} />
          <Side name="Authority" sum={bant.authority} />
          <Side name="Need" sum={bant.need} />
          <Side name="Timeline" sum={bant.timeline} />
        </ul>
      )}
    </Card>
  );
}

function Side({ name, sum: { score, lines } }: { name: string; sum: Sum }) {
  const added = lines.reduce((sum, { points }) => sum + points, 0);
  return (
    <li>
      <div className={css.measure}>
        <b>{name}</b>
        <Meter value={score} most={100} label={`${name}: ${score ?? 'not known'} of 100`} />
        <span className="num">{score ?? <span className="dim">not known</span>}</span>
      </div>
      {lines.length > 0 && (
        <ul className={css.addends}>
          {lines.map(({ what, points, evidence }) => (
            <li key={what}>
              <span className="num">{points < 0 ? `−${-points}` : `+${points}`}</span>
              <span>
                {lineWords(what)} <Proofs of={evidence} />
              </span>
            </li>
          ))}
          {score !== null && added !== score && (
            <li className="dim">
              <span className="num">= {added}</span>
              <span>counts as {score}: never below 0 or above 100</span>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

/** `budget_authority: decision_maker` is two names of ours. */
function lineWords(what: string): string {
  return inWords(what.replaceAll('_', ' '));
}

const LISTS = [
  ['buying_signals', 'Buying signals', 'No sign of wanting to buy.'],
  ['feature_requests', 'Features asked for', 'None was asked for.'],
  ['stakeholders', 'Who else takes part', 'Nobody else was named.'],
  ['switching_barriers', 'What makes changing hard', 'Nothing was said of it.'],
] as const;

/** What was named on the way to buying. */
export function Wants({ item }: Props) {
  return (
    <Card title="What the caller wants" item={item}>
      {({ sales }) => (
        <dl className={css.wants}>
          {LISTS.map(([name, title, nothing]) => (
            <div key={name}>
              <dt>{title}</dt>
              <dd>{sales[name].length === 0 ? <Nothing>{nothing}</Nothing> : <Mentions of={sales[name]} />}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

function Mentions({ of }: { of: readonly Mention[] }) {
  if (of.every(({ about }) => about === null)) return <span>{formatMany(of.length, 'mention')}</span>;
  return (
    <ul className={css.list}>
      {of.map(({ about, evidence }, index) => (
        <li key={`${about} ${evidence[0]?.item ?? index}`}>
          {about !== null && about !== '' && <span>{inWords(about)}</span>} <Proofs of={evidence} />
        </li>
      ))}
    </ul>
  );
}
