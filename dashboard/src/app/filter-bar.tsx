import { IconX } from '@tabler/icons-react';
import { inWords } from '../format/words.ts';
import { DEFAULT_FROM } from './address.ts';
import { FilterMenu } from './filter-menu.tsx';
import { useFilters, useSetFilters } from './filters.ts';
import { rangeLabel } from './range.ts';
import { RangeMenu } from './range-menu.tsx';
import css from './filter-bar.module.css';

const CHIPS = ['agent', 'version', 'channel', 'model', 'region'] as const;

/** Range and filters; what is set stands beside them as chips. */
export function FilterBar({ range }: { range: boolean }) {
  const filters = useFilters();
  const setFilters = useSetFilters();
  return (
    <div className={css.bar} role="group" aria-label="Filters">
      {range && <RangeMenu />}
      {range && (filters.from !== DEFAULT_FROM || filters.to !== undefined) && <UsualRange />}
      <FilterMenu />
      {CHIPS.map((name) => {
        const value = filters[name];
        if (value === undefined) return null;
        const text = name === 'channel' ? inWords(value) : value;
        return (
          <button
            key={name}
            type="button"
            className={css.chip}
            onClick={() => setFilters({ [name]: undefined })}
            aria-label={`Remove filter ${name} ${text}`}
          >
            <span className="cut">
              {name} <b>{text}</b>
            </span>
            <IconX size={13} aria-hidden />
          </button>
        );
      })}
    </div>
  );
}

/** A range goes with the viewer from page to page: what is not the usual one is marked, and taken back with one click. */
function UsualRange() {
  const setFilters = useSetFilters();
  return (
    <button type="button" className={css.chip} onClick={() => setFilters({ from: undefined, to: undefined })}>
      <span className="cut">back to {rangeLabel({ from: DEFAULT_FROM }).toLowerCase()}</span>
      <IconX size={13} aria-hidden />
    </button>
  );
}
