import { Page } from '../../parts/page.tsx';
import { HotToday } from './hot-today.tsx';
import css from './leads.module.css';
import { Ranking } from './ranking.tsx';
import { Summary } from './summary.tsx';

/** Whom to call now, and what to say. */
export function LeadsPage() {
  return (
    <Page title="Leads" under="Whom to call first: the best score, of equal ones the newest call">
      <div className={css.columns}>
        <div className={css.ranking}>
          <Ranking />
        </div>
        <aside className={css.aside} aria-label="Summary">
          <HotToday />
          <Summary />
        </aside>
      </div>
    </Page>
  );
}
