import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Lead } from '../../../../api/types.ts';
import { nameOf } from '../../format/who.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { When } from '../../parts/when.tsx';
import css from './leads.module.css';
import { useLeadSummary } from './use-leads.ts';

/** The ten best scores of the last 24 hours, whatever range is chosen; who has none is no news here. */
export function HotToday() {
  const query = useLeadSummary();
  return (
    <Panel title="Hottest of the last 24 h" under="The best scores, whatever range is chosen" flush>
      <div className={css.hotPlace}>
        <Loaded query={query} skeleton={<Waiting />}>
          {({ hotToday }) =>
            hotToday.length === 0 ? (
              <EmptyState title="Nobody has a score yet">
                Who says something that gives points stands here at once, while he still speaks.
              </EmptyState>
            ) : (
              <ol className={css.hot}>
                {hotToday.map((lead) => (
                  <Row key={lead.personKey} lead={lead} />
                ))}
              </ol>
            )
          }
        </Loaded>
      </div>
    </Panel>
  );
}

function Row({ lead }: { lead: Lead }) {
  return (
    <li className={css.hotRow}>
      <b className="num">{lead.score}</b>
      <span className={css.hotWho}>
        <Link to="/leads/$personKey" params={{ personKey: lead.personKey }} className={css.open}>
          {nameOf(lead)}
        </Link>
        {lead.nextStep !== null && <span className={`cut ${css.hotNext}`}>{lead.nextStep}</span>}
      </span>
      <span className="dim">{lead.onCall ? 'on the line' : <When at={lead.callAt} kind="ago" />}</span>
    </li>
  );
}

function Waiting() {
  return (
    <div role="status" aria-busy="true" aria-label="loading">
      {Array.from({ length: 10 }, (_, row) => (
        <div key={row} className={css.hotRow}>
          <Skeleton height={12} width={24} />
          <Skeleton height={12} />
        </div>
      ))}
    </div>
  );
}
