import { VisuallyHidden } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import type { LeadSummary } from '../../../../api/types.ts';
import { formatCount, formatMany, formatShare } from '../../format/number.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { BlockSkeleton } from '../../parts/skeletons.tsx';
import css from './summary.module.css';
import { useLeadSummary } from './use-leads.ts';

/** How the scores lie, and how many calls became more. */
export function Summary() {
  const query = useLeadSummary();
  return (
    <>
      <Panel title="Scores" under="People by score; a bar opens them">
        <div className={css.scores}>
          <Loaded query={query} skeleton={<BlockSkeleton height={130} />}>
            {(summary) => <Histogram summary={summary} />}
          </Loaded>
        </div>
      </Panel>
      <Panel title="From call to meeting">
        <Loaded query={query} skeleton={<BlockSkeleton height={110} />}>
          {({ funnel }) => <Funnel funnel={funnel} />}
        </Loaded>
      </Panel>
    </>
  );
}

function Histogram({ summary: { histogram, unscored } }: { summary: LeadSummary }) {
  const { band } = useSearch({ from: '/app/leads' });
  const most = Math.max(...histogram.map(({ leads }) => leads), 1);
  return (
    <>
      <ol className={css.histogram}>
        {histogram.map(({ from, to, leads }) => (
          <li key={from}>
            <Link
              to="."
              search={(old) => ({ ...old, band: band === from ? undefined : from })}
              resetScroll={false}
              className={css.bar}
              aria-current={band === from || undefined}
              title={`${from}–${to}: ${formatMany(leads, 'person', 'people')}`}
            >
              <VisuallyHidden>
                Score {from} to {to}: {formatMany(leads, 'person', 'people')}
              </VisuallyHidden>
              <span className={css.count} aria-hidden>
                {leads > 0 && formatCount(leads)}
              </span>
              <i style={{ height: heightOf(leads / most) }} data-empty={leads === 0 || undefined} />
              <span className={css.from} aria-hidden>
                {from}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {unscored > 0 && (
        <p className={css.small}>
          {formatMany(unscored, 'person', 'people')} without a score: nothing that gives points is known.
        </p>
      )}
    </>
  );
}

/** From zero, to scale: the rest of the column is its two numbers. */
const heightOf = (share: number) => `calc((100% - 36px) * ${share})`;

const STAGES = {
  calls: { label: 'Calls', hint: 'All calls of the range', search: {} },
  qualified: { label: 'Qualified', hint: 'Calls of tier 1', search: { outcome: 'qualified', sort: 'score' } },
  meeting: { label: 'Meeting', hint: 'Calls in which a meeting was booked', search: { outcome: 'meeting' } },
} as const satisfies Record<LeadSummary['funnel'][number]['stage'], { label: string; hint: string; search: object }>;

function Stage({ stage }: Pick<LeadSummary['funnel'][number], 'stage'>) {
  const { label, search } = STAGES[stage];
  return (
    <Link to="/calls" search={search}>
      {label}
    </Link>
  );
}

function Funnel({ funnel }: Pick<LeadSummary, 'funnel'>) {
  const first = funnel[0]?.calls ?? 0;
  return (
    <ol className={css.funnel}>
      {funnel.map(({ stage, calls }, index) => {
        const before = funnel[index - 1]?.calls;
        return (
          <li key={stage} title={STAGES[stage].hint}>
            <Stage stage={stage} />
            <span className={css.track}>
              <i style={{ width: first === 0 ? 0 : `${(calls / first) * 100}%` }} />
            </span>
            <b className="num">{formatCount(calls)}</b>
            <span className={css.share}>{before === undefined || before === 0 ? '' : formatShare(calls / before)}</span>
          </li>
        );
      })}
    </ol>
  );
}
