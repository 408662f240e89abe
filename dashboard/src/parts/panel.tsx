import { useId, type ReactNode } from 'react';
import css from './panel.module.css';

type PanelProps = {
  title: string;
  under?: ReactNode;
  aside?: ReactNode;
  /** Without padding, for tables. */
  flush?: boolean;
  children: ReactNode;
};

/** A titled section of a page. */
export function Panel({ title, under, aside, flush = false, children }: PanelProps) {
  const id = useId();
  return (
    <section className={flush ? `${css.panel} ${css.flush}` : css.panel} aria-labelledby={id}>
      <header className={css.head}>
        <div className={css.titles}>
          <h2 id={id} className={css.title}>
            {title}
          </h2>
          {under !== undefined && <p className={css.under}>{under}</p>}
        </div>
        {aside}
      </header>
      <div className={css.body}>{children}</div>
    </section>
  );
}
