import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatChange, formatCount } from '../format/number.ts';
import { asLink, type LinkTo } from './link-to.ts';
import { ENOUGH_TURNS } from './enough-turns.ts';
import { Unknown } from './unknown.tsx';
import css from './stat.module.css';

export type StatProps = {
  label: string;
  /** As text, without its unit; null is unknown. */
  value: string | null;
  /** Why it is unknown. */
  why?: string;
  unit?: string;
  /** What it rests on; under 20 the value is greyed. */
  n?: number;
  /** What is counted by n. */
  of?: string;
  window?: string;
  /** Against the period before, %; null is unknown. */
  change?: number | null;
  /** Which way is good. */
  better?: 'down' | 'up';
  tone?: 'warning' | 'danger' | undefined;
  note?: ReactNode;
  link?: LinkTo;
};

/** Numbers side by side, with hairlines between. */
export function StatStrip({ children }: { children: ReactNode }) {
  return <div className={css.strip}>{children}</div>;
}

/** One number with what it rests on; opens what it is made of. */
export function Stat(props: StatProps) {
  const few = props.n !== undefined && props.n < ENOUGH_TURNS;
  const className = [css.stat, few && css.few, props.tone && css[props.tone]].filter(Boolean).join(' ');
  if (props.link === undefined) {
    return (
      <div className={className}>
        <Inside {...props} />
      </div>
    );
  }
  return (
    <Link {...asLink(props.link)} className={className}>
      <Inside {...props} />
    </Link>
  );
}

function Inside({ label, value, why = 'Not known', unit, change, better, ...rest }: StatProps) {
  return (
    <>
      <span className={css.label}>{label}</span>
      <span className={css.line}>
        <span className={css.value}>
          {value === null ? <Unknown why={why} /> : value}
          {value !== null && unit !== undefined && <span className={css.unit}>{unit}</span>}
        </span>
        {change !== undefined && <Change change={change} better={better} />}
      </span>
      <Foot {...rest} />
    </>
  );
}

function Change({ change, better = 'down' }: { change: number | null; better?: 'down' | 'up' | undefined }) {
  // Nothing to compare with is no number that one waits for.
  if (change === null) return null;
  const rises = change > 0;
  const isBetter = rises === (better === 'up');
  const steady = Math.abs(change) < 0.05;
  const word = steady ? 'unchanged' : isBetter ? 'better' : 'worse';
  return (
    <span
      className={steady ? 'dim' : isBetter ? css.better : css.worse}
      data-hint={`${formatChange(change)} against the period before: ${word}`}
    >
      {steady ? '=' : rises ? '↑' : '↓'} {formatChange(change)}
    </span>
  );
}

function Foot({ n, of = 'turns', window, note }: Pick<StatProps, 'n' | 'of' | 'window' | 'note'>) {
  const basis = [n !== undefined && `${formatCount(n)} ${of}`, window].filter(Boolean).join(' · ');
  return (
    <span className={css.foot}>
      {basis}
      {Boolean(note) && (
        <>
          {basis !== '' && ' · '}
          {note}
        </>
      )}
    </span>
  );
}

export function StatSkeleton({ label }: { label: string }) {
  return (
    <div className={css.stat} aria-busy="true">
      <span className={css.label}>{label}</span>
      <Skeleton height={22} width={90} my={6} />
      <Skeleton height={10} width={120} my={4} />
    </div>
  );
}
