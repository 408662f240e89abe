import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useFilters, useSetFilters } from '../../app/filters.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import css from './calls.module.css';
import { useSetSearch } from './toolbar.tsx';

const LONGEST_RANGE = '-30d';

/** No call: because of what is searched for, or because there is none yet. */
export function Nothing() {
  const { q, status, badge, outcome } = useSearch({ from: '/app/calls' });
  const { from, agent, version, channel, model, region } = useFilters();
  const setSearch = useSetSearch();
  const setFilters = useSetFilters();
  const narrowed = [q, status, badge, outcome, agent, version, channel, model, region].some(
    (value) => value !== undefined,
  );
  const clear = () =>
    setSearch({ q: undefined, status: undefined, badge: undefined, outcome: undefined, ...NO_FILTERS });
  const wider = from !== LONGEST_RANGE && (
    <Button size="xs" variant="default" onClick={() => setFilters({ from: LONGEST_RANGE, to: undefined })}>
      Look at the last 30 days
    </Button>
  );
  return (
    <>
      {narrowed ? (
        <EmptyState title="No call matches">
          {q === undefined ? 'In this range no call is like this.' : `Nobody said “${q}” in this range.`}
        </EmptyState>
      ) : (
        <EmptyState title="No calls in this range" command="npm run demo">
          A call appears here as soon as an agent that has the collector takes one:{' '}
          <code>attachCollector(session)</code>. The demo makes some.
        </EmptyState>
      )}
      <div className={css.ways}>
        {narrowed && (
          <Button size="xs" variant="default" onClick={clear}>
            Clear search and filters
          </Button>
        )}
        {wider}
      </div>
    </>
  );
}

const NO_FILTERS = { agent: undefined, version: undefined, channel: undefined, model: undefined, region: undefined };
