import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Pipeline } from '../../../../api/types.ts';
import { formatCount, formatMany } from '../../format/number.ts';
import { CopyId } from '../../parts/copy-id.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import css from './pipeline.module.css';

type BooksOfDay = Pipeline['booksToday'];

/** The day's books as the sum that they are. */
export function Books({ books }: { books: BooksOfDay }) {
  const { published, stored, deadLettered, declaredGaps } = books;
  const missing = published === null ? null : published - stored - deadLettered - declaredGaps;
  return (
    <Panel title="The books of today" under={<Producers books={books} />}>
      <dl className={css.sum}>
        <Term name="published">
          {published === null ? (
            <Unknown why="Not every producer has said how many it published" />
          ) : (
            formatCount(published)
          )}
        </Term>
        <span aria-hidden>=</span>
        <Term name="stored">{formatCount(stored)}</Term>
        <span aria-hidden>+</span>
        <Term name="dead letters">{formatCount(deadLettered)}</Term>
        <span aria-hidden>+</span>
        <Term name="declared gaps">{formatCount(declaredGaps)}</Term>
        {missing !== null && missing !== 0 && (
          <>
            <span aria-hidden>+</span>
            <Term name="missing" bad>
              {formatCount(missing)}
            </Term>
          </>
        )}
      </dl>
      {books.unbalancedCalls.length > 0 && <Unbalanced calls={books.unbalancedCalls} />}
    </Panel>
  );
}

function Term({ name, bad = false, children }: { name: string; bad?: boolean; children: ReactNode }) {
  return (
    <div className={bad ? css.bad : undefined}>
      <dd>{children}</dd>
      <dt>{name}</dt>
    </div>
  );
}

function Producers({ books }: { books: BooksOfDay }) {
  const { calls, openProducers, unknownProducers } = books;
  return (
    <>
      <Link to="/calls" search={{ from: '-24h', to: undefined }} className={css.link}>
        {formatMany(calls, 'call')}
      </Link>
      , {formatMany(openProducers, 'producer')} still open
      {unknownProducers > 0 && (
        <b className={css.bad}>
          , {formatMany(unknownProducers, 'producer')} that never said how many events it published
        </b>
      )}
    </>
  );
}

function Unbalanced({ calls }: { calls: readonly string[] }) {
  return (
    <p className={css.unbalanced}>
      <b className={css.bad}>Do not balance:</b>
      {calls.map((callId) => (
        <span key={callId}>
          <Link to="/calls/$callId" params={{ callId }} search={{ tab: 'audit' }} className={css.link}>
            open
          </Link>{' '}
          <CopyId id={callId} label="call" />
        </span>
      ))}
    </p>
  );
}
