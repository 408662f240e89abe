import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiError } from '../api/client.ts';
import { CopyId } from './copy-id.tsx';
import css from './states.module.css';

type ErrorCardProps = { error: Error; retry?: () => void };

/** What failed, how to mend it, the id under which the log has it, and another try. */
export function ErrorCard({ error, retry }: ErrorCardProps) {
  const known = error instanceof ApiError ? error : undefined;
  return (
    <div className={css.error} role="alert">
      <p className={css.title}>
        <IconAlertTriangle size={16} aria-hidden /> {known?.message ?? 'This part of the page failed'}
      </p>
      <p className={css.text}>{known?.hint ?? error.message}</p>
      <div className={css.foot}>
        {retry !== undefined && (
          <Button size="compact-sm" variant="default" onClick={retry}>
            Try again
          </Button>
        )}
        {known !== undefined && <span className="dim mono">{known.code}</span>}
        {known?.requestId !== undefined && (
          <span className="dim">
            request <CopyId id={known.requestId} label="request id" />
          </span>
        )}
      </div>
    </div>
  );
}
