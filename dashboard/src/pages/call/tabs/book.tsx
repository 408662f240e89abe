import type { ReactNode } from 'react';
import type { Audit } from '../../../../../api/types.ts';
import { formatCount } from '../../../format/number.ts';
import { CopyId } from '../../../parts/copy-id.tsx';
import { Tag, type Tone } from '../../../parts/tag.tsx';
import { Unknown } from '../../../parts/unknown.tsx';
import css from './tabs.module.css';

type BookData = Audit['books'][number];

const STATES: Record<BookData['state'], { tone: Tone; hint: string }> = {
  open: { tone: 'plain', hint: 'This producer still publishes' },
  balanced: { tone: 'good', hint: 'All that was published is stored or accounted for' },
  unbalanced: { tone: 'danger', hint: 'Something that was published is missing' },
  uncounted: {
    tone: 'warning',
    hint: 'How much was published is not known: this producer does not count, or was lost before it closed',
  },
};

/** Who said how much was published. */
const CLOSED_BY: Record<string, string> = {
  self: 'closed by itself: it said how much it published',
  worker: 'closed by the worker, after the producer went silent',
};

/** How many missing numbers are written out. */
const WRITTEN = 20;

/** The account of one producer as an equation. */
export function Book({ book }: { book: BookData }) {
  const { producer, instance, published, stored, deadLettered, declaredGaps, missing, state, closedBy } = book;
  const { tone, hint } = STATES[state];
  return (
    <div className={css.book}>
      <div className={css.line}>
        <b>{producer}</b> <CopyId id={instance} label="instance" />
        <Tag tone={tone} hint={hint}>
          {state}
        </Tag>
        {closedBy !== '' && <span className="dim">{CLOSED_BY[closedBy] ?? `closed by the ${closedBy}`}</span>}
      </div>
      <dl className={css.equation}>
        <Term label="published">
          {published === null ? (
            <Unknown why="The producer never said how much it published" />
          ) : (
            formatCount(published)
          )}
        </Term>
        <Term label="stored" sign={state === 'balanced' ? '=' : published === null || state === 'open' ? '?' : '≠'}>
          {formatCount(stored)}
        </Term>
        <Term label="dead-lettered" sign="+">
          {formatCount(deadLettered)}
        </Term>
        <Term label="declared gaps" sign="+">
          {formatCount(declaredGaps)}
        </Term>
      </dl>
      {missing.length > 0 && (
        <p className={css.missing}>
          Missing: number {missing.slice(0, WRITTEN).join(', ')}
          {missing.length > WRITTEN && ` and ${missing.length - WRITTEN} more`}
        </p>
      )}
    </div>
  );
}

/** @param sign what stands before it in the equation. */
function Term({ label, sign, children }: { label: string; sign?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {sign !== undefined && <span className={css.sign}>{sign}</span>}
        {children}
      </dd>
    </div>
  );
}
