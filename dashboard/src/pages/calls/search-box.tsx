import { CloseButton, Kbd, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useSession } from '../../app/session.ts';
import css from './calls.module.css';

type SearchBoxProps = { q: string | undefined; onSearch: (q: string | undefined) => void };

const WAIT_MS = 300;
const NO_RIGHT = 'Searching what was said needs the right to read transcripts. An admin can give it to your key.';

/** Search over what was said; `/` comes here. */
export function SearchBox({ q = '', onSearch }: SearchBoxProps) {
  const [words, setWords] = useState(q);
  const refused = useSession()?.canReadTranscripts === false;
  const search = useDebouncedCallback((next: string) => onSearch(next.trim() || undefined), WAIT_MS);
  // Back and links change the address under the field.
  useEffect(() => setWords((now) => (now.trim() === q ? now : q)), [q]);
  const change = (next: string) => {
    setWords(next);
    search(next);
  };
  const clear = <CloseButton size="sm" aria-label="Clear the search" onClick={() => change('')} />;
  return (
    <Tooltip label={NO_RIGHT} disabled={!refused}>
      <TextInput
        data-search
        className={css.search}
        aria-label="Search transcripts"
        placeholder={refused ? 'Search needs the right to read transcripts' : 'Search what was said…'}
        disabled={refused}
        value={words}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={words === '' ? <Kbd size="xs">/</Kbd> : clear}
      />
    </Tooltip>
  );
}
