import { useEffect, type ReactNode } from 'react';
import css from './page.module.css';

type PageProps = { title: string; under?: ReactNode; actions?: ReactNode; children: ReactNode };

/** Every page: its title (also the tab's), one line under it, actions at the right, its panels. */
export function Page({ title, under, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Earshot`;
  }, [title]);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div className={css.titles}>
          <h1 className={css.title}>{title}</h1>
          {under !== undefined && <p className={css.under}>{under}</p>}
        </div>
        {actions !== undefined && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
