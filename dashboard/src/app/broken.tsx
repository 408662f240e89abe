import { Button } from '@mantine/core';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';

/** Within the frame of the other pages, so that one can go on. */
export function NotFound() {
  return (
    <EmptyState title="There is no such page">
      The address may be mistyped or old. Choose a page of the navigation, press <kbd>/</kbd> to find a call, or{' '}
      <Link to="/" style={{ color: 'var(--accent)', textDecoration: 'underline' }}>
        go to Live
      </Link>
      .
    </EmptyState>
  );
}

/** A page whose code failed, or could not be loaded. */
export function Crashed({ error, reset }: ErrorComponentProps) {
  return (
    <div role="alert">
      <EmptyState title="This page failed">{error instanceof Error ? error.message : String(error)}</EmptyState>
      <div style={{ display: 'flex', justifyContent: 'center', gap: 8 }}>
        <Button size="xs" variant="default" onClick={reset}>
          Try again
        </Button>
        <Button size="xs" variant="default" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </div>
    </div>
  );
}
