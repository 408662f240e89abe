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
    <Panel title="The books of today (UTC)" under={<Producers books={books} />}>
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
        <Term name="dead letters" hint="Arrived, but could not be understood: kept with the reason, to be sent again">
          {formatCount(deadLettered)}
        </Term>
        <span aria-hidden>+</span>
        <Term name="declared gaps" hint="An agent’s disk was full, so it gave these up, and said so">
          {formatCount(declaredGaps)}
        </Term>
        {missing !== null && missing !== 0 && (
          <>
            <span aria-hidden>+</span>
            <Term name="missing" bad>
              {formatCount(missing)}
            </Term>
          </>
        )}
      </dl>
      <Beside books={books} />
      {books.unbalancedCalls.length > 0 && <Unbalanced calls={books.unbalancedCalls} />}
    </Panel>
  );
}

type TermProps = { name: string; hint?: string; bad?: boolean; children: ReactNode };

function Term({ name, hint, bad = false, children }: TermProps) {
  return (
    <div className={bad ? css.bad : undefined}>
      <dd>{children}</dd>
      <dt>
        {hint === undefined ? (
          name
        ) : (
          <span className={css.hint} tabIndex={0} data-hint={hint}>
            {name}
          </span>
        )}
      </dt>
    </div>
  );
}

const WHO_READS =
  'Whenever a page or an api client shows what was said in a call, an entry says who looked. The api writes it, so it is in no agent’s books; looking at pages adds more.';

/** What is stored but in no books: with it, the sum is all that the store has of these calls. */
function Beside({ books: { stored, reads } }: { books: BooksOfDay }) {
  if (reads === 0) return null;
  return (
    <p className={css.beside}>
      In the stream and the store stand also{' '}
      <span className={css.hint} tabIndex={0} data-hint={WHO_READS}>
        {formatMany(reads, 'entry', 'entries')} of who read these calls
      </span>
      , written by the api: {formatCount(stored)} + {formatCount(reads)} = <b>{formatCount(stored + reads)} events</b>{' '}
      of these calls in all.
    </p>
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
