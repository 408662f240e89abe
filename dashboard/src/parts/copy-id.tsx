import { Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { shortId } from '../format/id.ts';
import css from './copy-id.module.css';

/** A short id; a click copies all of it. */
export function CopyId({ id, label = 'id' }: { id: string; label?: string }) {
  const clipboard = useClipboard({ timeout: 1500 });
  return (
    <Tooltip label={clipboard.copied ? 'Copied' : `Copy ${label} ${id}`}>
      <button
        type="button"
        className={css.id}
        onClick={() => clipboard.copy(id)}
        aria-label={`${shortId(id)}: copy ${label} ${id}`}
      >
        {shortId(id)}
      </button>
    </Tooltip>
  );
}
