import type { ReactNode } from 'react';
import css from './tag.module.css';

export type Tone = 'plain' | 'accent' | 'good' | 'warning' | 'danger';

type TagProps = { tone?: Tone; hint?: string; children: ReactNode };

/** A small label. Its words say what its colour says. */
export function Tag({ tone = 'plain', hint, children }: TagProps) {
  return (
    <span className={tone === 'plain' ? css.tag : `${css.tag} ${css[tone]}`} data-hint={hint}>
      {children}
    </span>
  );
}
