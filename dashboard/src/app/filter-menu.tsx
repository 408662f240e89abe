import { Button, NativeSelect, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getFacets } from '../api/calls.ts';
import { inWords } from '../format/words.ts';
import { useFilters, useSetFilters } from './filters.ts';
import css from './filter-bar.module.css';

const FIELDS = [
  { name: 'agent', label: 'Agent', facet: 'agents' },
  { name: 'version', label: 'Version', facet: 'versions' },
  { name: 'channel', label: 'Channel', facet: 'channels' },
  { name: 'model', label: 'Model', facet: 'models' },
  { name: 'region', label: 'Region', facet: 'regions' },
] as const;

/** What calls are filtered by; offers what occurs in the range. */
export function FilterMenu() {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          h={28}
          fw={500}
          leftSection={<IconFilter size={15} />}
          onClick={() => setOpened(!opened)}
        >
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Fields />
      </Popover.Dropdown>
    </Popover>
  );
}

function Fields() {
  const filters = useFilters();
  const setFilters = useSetFilters();
  const { from, to } = filters;
  const { data } = useQuery({
    queryKey: ['facets', { from, to }],
    queryFn: ({ signal }) => getFacets({ from, to }, signal),
    refetchInterval: false,
  });
  return (
    <div className={css.form}>
      {FIELDS.map(({ name, label, facet }) => {
        const value = filters[name] ?? '';
        const offered = new Set([...(data?.[facet] ?? []), value].filter((choice) => choice !== ''));
        const choices = [...offered].map((choice) => ({
          value: choice,
          label: name === 'channel' ? inWords(choice) : choice,
        }));
        return (
          <NativeSelect
            key={name}
            label={label}
            size="xs"
            value={value}
            data={[{ value: '', label: 'Any' }, ...choices]}
            onChange={(event) => setFilters({ [name]: event.currentTarget.value || undefined })}
          />
        );
      })}
    </div>
  );
}
