import { useId, type ReactNode } from 'react';
import type { Analysis } from '../../../../../../api/types.ts';
import css from './analysis.module.css';

type Item = Analysis['items'][number];
type CardProps<Shown extends Item> = {
  title: string;
  /** Undefined where this analyser has no result that can be shown. */
  item: Shown | undefined;
  /** Beside the title: the answer in short. */
  aside?: (result: Shown['result']) => ReactNode;
  children: (result: Shown['result']) => ReactNode;
};

/** One thing that the analysis says, with how sure it is. */
export function Card<Shown extends Item>({ title, item, aside, children }: CardProps<Shown>) {
  const id = useId();
  return (
    <section className={css.card} aria-labelledby={id}>
      <header className={css.head}>
        <h3 id={id}>{title}</h3>
        {item && aside?.(item.result)}
        {item && (
          <span className={css.sure} data-hint={`By ${whoOf(item)}, version ${item.version}`}>
            {item.confidence} confidence
          </span>
        )}
      </header>
      {item ? children(item.result) : <Nothing>No result of this is stored.</Nothing>}
    </section>
  );
}

export function Nothing({ children }: { children: ReactNode }) {
  return <p className="dim">{children}</p>;
}

function whoOf({ engine }: Item): string {
  return engine === 'rules' ? 'the rules' : 'a model';
}
