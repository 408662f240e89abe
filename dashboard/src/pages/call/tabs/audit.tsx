import { useQuery } from '@tanstack/react-query';
import type { Audit as AuditData } from '../../../../../api/types.ts';
import { formatMany } from '../../../format/number.ts';
import { inWords } from '../../../format/words.ts';
import { CopyId } from '../../../parts/copy-id.tsx';
import { Tag } from '../../../parts/tag.tsx';
import { When } from '../../../parts/when.tsx';
import { auditQuery } from '../data.ts';
import { Book } from './book.tsx';
import { Section, Tab } from './tab.tsx';
import { visitsOf } from './visits.ts';
import css from './tabs.module.css';

/** Can one trust what this page says, and who else has read it? */
export function Audit({ callId }: { callId: string }) {
  const query = useQuery(auditQuery(callId));
  return (
    <Tab query={query}>
      {(audit) => (
        <>
          <Section title="Books: published = stored + dead-lettered + declared gaps">
            {audit.books.length === 0 && <p className="dim">Nobody has published an event of this call yet.</p>}
            {audit.books.map((book) => (
              <Book key={book.producer + book.instance} book={book} />
            ))}
          </Section>
          <Late late={audit.late} />
          <Quarantined items={audit.quarantined} />
          <Reads reads={audit.reads} />
        </>
      )}
    </Tab>
  );
}

function Late({ late }: { late: number }) {
  return (
    <Section title="Late">
      {late === 0 ? (
        <p>
          <Tag tone="good">none</Tag> Every event was stored within 10 s of its happening.
        </p>
      ) : (
        <p>
          <Tag tone="warning">{formatMany(late, 'event')}</Tag> stored more than 10 s after they happened, from a spool
          or a waiting stream.
        </p>
      )}
    </Section>
  );
}

function Quarantined({ items }: { items: AuditData['quarantined'] }) {
  return (
    <Section title="Values that cannot be true, kept out of every average">
      {items.length === 0 ? (
        <p className="dim">None.</p>
      ) : (
        <ul className={css.plain}>
          {items.map(({ eventId, field, value, reason }) => (
            <li key={eventId + field}>
              <span className="mono">
                {field} = {value}
              </span>{' '}
              {inWords(reason).toLowerCase()}, event <CopyId id={eventId} label="event id" />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Reads({ reads }: { reads: AuditData['reads'] }) {
  return (
    <Section title="Who read what was said">
      {reads.length === 0 ? (
        <p className="dim">Nobody yet. Every reading of transcript, tools and raw events is written down here.</p>
      ) : (
        <ul className={css.plain}>
          {visitsOf(reads).map(({ by, from, to, what, times }) => (
            <li key={from + by} className={css.line}>
              <span>{by}</span>
              <span className="dim">
                {what.map((one) => inWords(one).toLowerCase()).join(', ')}
                {times > what.length && `, ${times} readings`}
              </span>
              <span className={css.end}>
                <When at={from} kind="full" />
                {from !== to && (
                  <>
                    {' – '}
                    <When at={to} kind="clock" />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
