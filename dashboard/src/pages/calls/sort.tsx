import { NativeSelect } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { SORTS } from './search.ts';
import { useSetSearch } from './toolbar.tsx';

const SORT_WORDS: Record<(typeof SORTS)[number], string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  slowest: 'Slowest turn first',
  longest: 'Longest call first',
  dearest: 'Dearest call first',
  score: 'Best score first',
};

export function Sort() {
  const { sort = 'newest' } = useSearch({ from: '/app/calls' });
  const setSearch = useSetSearch();
  return (
    <NativeSelect
      size="xs"
      aria-label="Sort"
      value={sort}
      data={SORTS.map((name) => ({ value: name, label: SORT_WORDS[name] }))}
      onChange={({ currentTarget }) => {
        const next = SORTS.find((name) => name === currentTarget.value);
        setSearch({ sort: next === 'newest' ? undefined : next });
      }}
    />
  );
}
