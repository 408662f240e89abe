import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWide } from '../use-wide.ts';
import css from './tabs.module.css';

/** Leads to the words of the transcript; where the transcript is a tab, to that tab. */
export function Jump({ itemId, children }: { itemId: string; children: ReactNode }) {
  const wide = useWide();
  return (
    <Link
      to="."
      search={(old) => ({ ...old, item: itemId, ...(!wide && { tab: 'transcript' as const }) })}
      resetScroll={false}
      data-row
      className={css.jump}
      title="Show in the transcript"
    >
      {children}
    </Link>
  );
}

/** Leads to the tab of a turn, where its wait is told part by part. */
export function TurnLink({ turn, children }: { turn: number; children: ReactNode }) {
  return (
    <Link
      to="."
      search={(old) => ({ ...old, tab: 'turn' as const, turn })}
      resetScroll={false}
      data-row
      className={css.quiet}
    >
      {children}
    </Link>
  );
}

type QuoteProps = { quote: string | null; itemId: string | null };

/** The caller's words, leading to where he said them; without the right to read them, still to the place. */
export function Quote({ quote, itemId }: QuoteProps) {
  const words = quote === null ? 'Show where it was said' : `“${quote}”`;
  if (itemId !== null) return <Jump itemId={itemId}>{words}</Jump>;
  return quote === null ? null : <span className={css.quote}>{words}</span>;
}
