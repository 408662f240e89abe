import { Button, Popover, TextInput } from '@mantine/core';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useFilters, useSetFilters } from './filters.ts';
import { fromLocalInput, RANGES, rangeLabel, toLocalInput } from './range.ts';
import css from './filter-bar.module.css';

/** The range: one of six that end now, or an own one. */
export function RangeMenu() {
  const [opened, setOpened] = useState(false);
  const filters = useFilters();
  const setFilters = useSetFilters();
  const choose = (from: string, to?: string) => {
    setFilters({ from, to });
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          h={28}
          fw={500}
          leftSection={<IconCalendar size={15} />}
          rightSection={<IconChevronDown size={13} />}
          onClick={() => setOpened(!opened)}
        >
          {rangeLabel(filters)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={`${css.form} ${css.wide}`}>
          <div className={css.ranges}>
            {RANGES.map(({ from, label, short }) => (
              <button
                key={from}
                type="button"
                className={css.range}
                aria-pressed={filters.from === from && filters.to === undefined}
                aria-label={label}
                onClick={() => choose(from)}
              >
                {short}
              </button>
            ))}
          </div>
          <OwnRange from={filters.from} to={filters.to} choose={choose} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

type OwnRangeProps = { from: string; to: string | undefined; choose: (from: string, to?: string) => void };

function OwnRange({ from, to, choose }: OwnRangeProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const start = fromLocalInput(form.get('from'));
    if (start !== undefined) choose(start, fromLocalInput(form.get('to')));
  };
  return (
    <form onSubmit={submit} className={`${css.form} ${css.wide}`}>
      <TextInput type="datetime-local" name="from" label="From" size="xs" required defaultValue={toLocalInput(from)} />
      <TextInput type="datetime-local" name="to" label="To, empty for now" size="xs" defaultValue={toLocalInput(to)} />
      <Button type="submit" size="xs">
        Apply
      </Button>
    </form>
  );
}
