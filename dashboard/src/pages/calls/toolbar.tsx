import { IconCheck } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BADGES, OUTCOMES, type CallsPageSearch } from './search.ts';
import css from './calls.module.css';
import { SearchBox } from './search-box.tsx';

const BADGE_WORDS: Record<(typeof BADGES)[number], string> = {
  hot: 'Hot',
  errors: 'With errors',
  cut_off: 'Cut off',
  agent_lost: 'Agent lost',
  incomplete: 'Incomplete books',
};

const OUTCOME_WORDS: Record<(typeof OUTCOMES)[number], string> = { qualified: 'Qualified', meeting: 'Meeting booked' };

const STATUSES = ['active', 'ended'] as const;
const STATUS_WORDS = { active: 'On the line', ended: 'Ended' };

/** Changes some of the address's search; what is undefined is unset. */
export function useSetSearch(): (change: CallsPageSearch, replace?: boolean) => void {
  const navigate = useNavigate({ from: '/calls' });
  return (change, replace = false) =>
    void navigate({ to: '.', search: (old) => ({ ...old, ...change }), replace, resetScroll: false });
}

/** What narrows the list beside the filter bar: words, whether it goes on, and what came of it, what is special about it. */
export function Toolbar() {
  const { q, status, badge, outcome } = useSearch({ from: '/app/calls' });
  const setSearch = useSetSearch();
  return (
    <div className={css.toolbar}>
      <SearchBox q={q} onSearch={(next) => setSearch({ q: next }, true)} />
      <div className={css.toggles} role="group" aria-label="Only calls that are">
        {STATUSES.map((name) => (
          <Toggle key={name} on={status === name} onToggle={(on) => setSearch({ status: on ? name : undefined })}>
            {STATUS_WORDS[name]}
          </Toggle>
        ))}
        <span className={css.divider} aria-hidden />
        {OUTCOMES.map((name) => (
          <Toggle key={name} on={outcome === name} onToggle={(on) => setSearch({ outcome: on ? name : undefined })}>
            {OUTCOME_WORDS[name]}
          </Toggle>
        ))}
        <span className={css.divider} aria-hidden />
        {BADGES.map((name) => (
          <Toggle key={name} on={badge === name} onToggle={(on) => setSearch({ badge: on ? name : undefined })}>
            {BADGE_WORDS[name]}
          </Toggle>
        ))}
      </div>
    </div>
  );
}

type ToggleProps = { on: boolean; onToggle: (on: boolean) => void; children: ReactNode };

function Toggle({ on, onToggle, children }: ToggleProps) {
  return (
    <button type="button" className={css.toggle} aria-pressed={on} onClick={() => onToggle(!on)}>
      {on && <IconCheck size={13} aria-hidden />}
      {children}
    </button>
  );
}
