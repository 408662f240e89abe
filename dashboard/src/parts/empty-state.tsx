import type { ReactNode } from 'react';
import css from './states.module.css';

type EmptyStateProps = { title: string; children: ReactNode; command?: string };

/** Nothing to show: what would fill it, and the command that does. */
export function EmptyState({ title, children, command }: EmptyStateProps) {
  return (
    <div className={css.box}>
      <p className={css.title}>{title}</p>
      <p className={css.text}>{children}</p>
      {command !== undefined && <code className={css.command}>{command}</code>}
    </div>
  );
}
