import { IconX } from '@tabler/icons-react';
import { inWords } from '../format/words.ts';
import { FilterMenu } from './filter-menu.tsx';
import { useFilters, useSetFilters } from './filters.ts';
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
